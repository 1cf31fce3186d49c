"""Libraries that take most of a second to load are loaded beside the loop, before they are needed."""

import asyncio
import gc
from importlib import import_module


async def load(*modules: str) -> None:
    """Load them one after the other in a thread.

    Libraries are so many objects that the collector would look through all that there are, the window with them: 60 ms
    in which nothing is painted. What stands stays, and so does what is loaded: neither is looked through again.
    """
    gc.freeze()
    for module in modules:
        await asyncio.to_thread(import_module, module)
    gc.freeze()

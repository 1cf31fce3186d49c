"""When the wire's models are built."""

import subprocess
import sys

PROGRAM = """
from typing import Annotated
from pydantic import TypeAdapter
from desk_client.protocol.base import build_models
from desk_client.protocol.kiosks import EnrolmentAsk, Kiosk

def built():
    wrapped = TypeAdapter(Annotated[Kiosk, 0])
    print(EnrolmentAsk.__pydantic_complete__, Kiosk.__pydantic_complete__, wrapped.pydantic_complete)

built()
build_models()
built()
"""


def test_a_client_s_are_built_when_needed_and_a_server_s_before() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False False False", "True True True"]

"""Where in a picture somebody sits: a small network that ships with the program, run by LiteRT on one thread.

The network (MediaPipe Selfie Segmentation, landscape) wants 256×144 pixels whatever the picture's shape: so it was
trained.
"""

from collections.abc import Callable
from typing import Final, Protocol

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import Interpolation, VideoReformatter

from desk_client.config.resources import resource

Likelihood = npt.NDArray[np.float32]
"""For each of 144×256 places of a picture how likely it is that a person is seen there, 0..1."""

WIDTH: Final = 256
HEIGHT: Final = 144


class PersonFinder(Protocol):
    """Belongs to one thread at a time."""

    def find(self, frame: av.VideoFrame) -> Likelihood:
        """Look for whoever is seen; raises one of `FINDER_ERRORS`."""


FinderOpener = Callable[[], PersonFinder]
"""Makes one ready, which may take a while; raises ImportError where its library is missing, or `FINDER_ERRORS`."""

FINDER_ERRORS: Final = (OSError, RuntimeError, ValueError, MemoryError)
"""What LiteRT and a damaged installation raise."""


def open_person_finder() -> PersonFinder:
    """Load the library and the network.

    Raises:
        ImportError: the library is not installed.
        OSError, RuntimeError, ValueError, MemoryError: the installation is damaged.
    """
    return _Network()


class _Network:
    def __init__(self) -> None:
        from ai_edge_litert.interpreter import Interpreter  # noqa: PLC0415 - 60 MB that only who blurs has

        path = resource("networks", "selfie_segmentation_landscape.tflite")
        self._interpreter = Interpreter(model_content=path.read_bytes(), num_threads=1)
        self._interpreter.allocate_tensors()
        self._input = int(self._interpreter.get_input_details()[0]["index"])
        self._output = int(self._interpreter.get_output_details()[0]["index"])
        self._reformatter = VideoReformatter()

    def find(self, frame: av.VideoFrame) -> Likelihood:
        small = self._reformatter.reformat(
            frame, width=WIDTH, height=HEIGHT, format="rgb24", interpolation=Interpolation.BILINEAR, threads=1
        )
        pixels = small.to_ndarray().astype(np.float32)
        pixels *= np.float32(1 / 255)
        self._interpreter.set_tensor(self._input, pixels[None])
        self._interpreter.invoke()
        found: Likelihood = self._interpreter.get_tensor(self._output)[0, :, :, 0]
        return found

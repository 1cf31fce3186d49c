"""Windows of known colours on an X server, drawn by the server itself: no toolkit stands between."""

import ctypes
import sys
from ctypes import c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from types import TracebackType
from typing import Final, Self

_BACK_PIXEL: Final = 2
_OVERRIDE_REDIRECT: Final = 512
_X, _Y, _WIDTH, _HEIGHT = 1, 2, 4, 8
_STRING: Final = 31
_WINDOW: Final = 33


class XPainter:
    """A connection that makes, moves and closes windows. Every call has taken effect when it returns."""

    def __init__(self, display: str) -> None:
        self._xcb = xcb = ctypes.CDLL("libxcb.so.1")
        xcb.xcb_connect.argtypes = (c_char_p, c_void_p)
        xcb.xcb_connect.restype = c_void_p
        xcb.xcb_generate_id.argtypes = (c_void_p,)
        xcb.xcb_generate_id.restype = c_uint32
        xcb.xcb_create_window.argtypes = (
            *(c_void_p, c_uint8, c_uint32, c_uint32, ctypes.c_int16, ctypes.c_int16),
            *(c_uint16, c_uint16, c_uint16, c_uint16, c_uint32, c_uint32, c_void_p),
        )
        xcb.xcb_configure_window.argtypes = (c_void_p, c_uint32, c_uint16, c_void_p)
        xcb.xcb_change_property.argtypes = (
            *(c_void_p, c_uint8, c_uint32, c_uint32, c_uint32, c_uint8, c_uint32, c_char_p),
        )
        for name in ("xcb_map_window", "xcb_unmap_window", "xcb_destroy_window"):
            getattr(xcb, name).argtypes = (c_void_p, c_uint32)
        xcb.xcb_warp_pointer.argtypes = (c_void_p, c_uint32, c_uint32, *([ctypes.c_int16] * 2), *([c_uint16] * 2))
        xcb.xcb_warp_pointer.argtypes += (ctypes.c_int16, ctypes.c_int16)
        xcb.xcb_get_input_focus.argtypes = (c_void_p,)
        xcb.xcb_get_input_focus.restype = c_uint32
        xcb.xcb_get_input_focus_reply.argtypes = (c_void_p, c_uint32, c_void_p)
        xcb.xcb_get_input_focus_reply.restype = c_void_p
        xcb.xcb_intern_atom.argtypes = (c_void_p, c_uint8, c_uint16, c_char_p)
        xcb.xcb_intern_atom.restype = c_uint32
        xcb.xcb_intern_atom_reply.argtypes = (c_void_p, c_uint32, c_void_p)
        xcb.xcb_intern_atom_reply.restype = c_void_p
        xcb.xcb_disconnect.argtypes = (c_void_p,)
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = (c_void_p,)
        self._connection = c_void_p(xcb.xcb_connect(display.encode(), None))
        setup = xcb.xcb_get_setup
        setup.argtypes, setup.restype = (c_void_p,), c_void_p
        roots = xcb.xcb_setup_roots_iterator
        roots.argtypes, roots.restype = (c_void_p,), _Iterator
        self.root: int = ctypes.cast(roots(setup(self._connection)).data, ctypes.POINTER(c_uint32)).contents.value

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._xcb.xcb_disconnect(self._connection)

    def window(self, place: tuple[int, int, int, int], colour: int, *, title: str = "") -> int:
        """Show a window at (left, top, width, height), filled with a colour 0xRRGGBB."""
        number: int = self._xcb.xcb_generate_id(self._connection)
        values = (c_uint32 * 2)(colour, 1)
        copied = 0, number, self.root
        self._xcb.xcb_create_window(
            self._connection, *copied, *place, 0, 0, 0, _BACK_PIXEL | _OVERRIDE_REDIRECT, ctypes.byref(values)
        )
        if title:
            self._set(number, "WM_NAME", _STRING, 8, title.encode("latin-1"))
        self.show(number)
        return number

    def title(self, number: int, title: str) -> None:
        """Name a window as programs of today do."""
        self._set(number, "_NET_WM_NAME", self._atom("UTF8_STRING"), 8, title.encode())

    def list_clients(self, numbers: tuple[int, ...]) -> None:
        """Keep the list of windows that a window manager keeps; an empty one is none."""
        self._set(self.root, "_NET_CLIENT_LIST", _WINDOW, 32, bytes((c_uint32 * len(numbers))(*numbers)))

    def show(self, number: int) -> None:
        self._xcb.xcb_map_window(self._connection, number)
        self._done()

    def hide(self, number: int) -> None:
        self._xcb.xcb_unmap_window(self._connection, number)
        self._done()

    def place(self, number: int, place: tuple[int, int, int, int]) -> None:
        """Move and resize a window."""
        values = (c_uint32 * 4)(*(side & 0xFFFFFFFF for side in place))
        self._xcb.xcb_configure_window(self._connection, number, _X | _Y | _WIDTH | _HEIGHT, ctypes.byref(values))
        self._done()

    def close(self, number: int) -> None:
        self._xcb.xcb_destroy_window(self._connection, number)
        self._done()

    def point(self, left: int, top: int) -> None:
        """Put the pointer there."""
        self._xcb.xcb_warp_pointer(self._connection, 0, self.root, 0, 0, 0, 0, left, top)
        self._done()

    def _set(self, window: int, name: str, kind: int, bits: int, data: bytes) -> None:
        length = len(data) * 8 // bits
        atom = self._atom(name)
        self._xcb.xcb_change_property(self._connection, 0, window, atom, kind, bits, length, data)
        self._done()

    def _atom(self, name: str) -> int:
        encoded = name.encode()
        asked = self._xcb.xcb_intern_atom(self._connection, 0, len(encoded), encoded)
        reply = self._xcb.xcb_intern_atom_reply(self._connection, asked, None)
        atom = int.from_bytes(ctypes.string_at(reply + 8, 4), sys.byteorder)
        self._free(reply)
        return atom

    def _done(self) -> None:
        """The server answers in order: what was asked before is done when it answers this."""
        reply = self._xcb.xcb_get_input_focus_reply(
            self._connection, self._xcb.xcb_get_input_focus(self._connection), None
        )
        self._free(reply)


class _Iterator(ctypes.Structure):
    _fields_ = (("data", c_void_p), ("rem", c_int), ("index", c_int))

"""What must be asked of an X server to capture from it: which screens and windows there are, how large, whether seen.

Spoken through libxcb by ctypes: it is there wherever a window can be opened, and it gives errors as values, where Xlib
ends the whole program. A window may go at any moment, so every answer may be missing.
"""

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_int16, c_uint8, c_uint16, c_uint32, c_void_p
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Any, Final, Self

_VIEWABLE: Final = 2
_MOST_WORDS: Final = 4096
"""Of a property, in units of 4 bytes: no list of windows and no title is longer."""
_LONGEST_TITLE: Final = 200
"""In letters: it is chosen from a list, and a page in a browser may call itself anything."""
_ANY_TYPE: Final = 0


@dataclass(frozen=True)
class Extent:
    """Where something lies and how large it is, in pixels of the desktop that all screens make together."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class WindowState:
    """A window that is there."""

    extent: Extent
    is_viewable: bool
    """False while it is minimised or withdrawn: nothing can be captured of it then."""


class NoDisplayError(OSError):
    """The X server cannot be reached, or libxcb is not there."""


class _Cookie(Structure):
    _fields_ = (("sequence", c_int),)


class _Iterator(Structure):
    _fields_ = (("data", c_void_p), ("rem", c_int), ("index", c_int))


class _Screen(Structure):
    _fields_ = (
        ("root", c_uint32),
        ("colours", c_uint32 * 4),
        ("width", c_uint16),
        ("height", c_uint16),
    )


class _Reply(Structure):
    _fields_ = (("kind", c_uint8), ("detail", c_uint8), ("sequence", c_uint16), ("length", c_uint32))


class _Atom(Structure):
    _fields_ = (("head", _Reply), ("atom", c_uint32))


class _Geometry(Structure):
    _fields_ = (
        ("head", _Reply),
        ("root", c_uint32),
        ("x", c_int16),
        ("y", c_int16),
        ("width", c_uint16),
        ("height", c_uint16),
    )


class _Attributes(Structure):
    _fields_ = (
        ("head", _Reply),
        ("visual", c_uint32),
        ("kind", c_uint16),
        ("gravity", c_uint8 * 2),
        ("backing", c_uint32 * 2),
        ("save_under", c_uint8),
        ("map_is_installed", c_uint8),
        ("map_state", c_uint8),
    )


class _Place(Structure):
    _fields_ = (("head", _Reply), ("child", c_uint32), ("x", c_int16), ("y", c_int16))


class _Tree(Structure):
    _fields_ = (("head", _Reply), ("root", c_uint32), ("parent", c_uint32), ("children_len", c_uint16))


class _Monitor(Structure):
    _fields_ = (
        ("name", c_uint32),
        ("primary", c_uint8),
        ("automatic", c_uint8),
        ("outputs", c_uint16),
        ("x", c_int16),
        ("y", c_int16),
        ("width", c_uint16),
        ("height", c_uint16),
        ("width_mm", c_uint32),
        ("height_mm", c_uint32),
    )


@cache
def _xcb() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise NoDisplayError("libxcb is not there") from error
    library.xcb_connect.argtypes = (c_char_p, POINTER(c_int))
    library.xcb_connect.restype = c_void_p
    library.xcb_connection_has_error.argtypes = (c_void_p,)
    library.xcb_disconnect.argtypes = (c_void_p,)
    library.xcb_get_setup.argtypes = (c_void_p,)
    library.xcb_get_setup.restype = c_void_p
    library.xcb_setup_roots_iterator.argtypes = (c_void_p,)
    library.xcb_setup_roots_iterator.restype = _Iterator
    library.xcb_get_property_value.argtypes = (c_void_p,)
    library.xcb_get_property_value.restype = c_void_p
    library.xcb_get_property_value_length.argtypes = (c_void_p,)
    library.xcb_query_tree_children.argtypes = (c_void_p,)
    library.xcb_query_tree_children.restype = c_void_p
    for name, arguments in (
        ("xcb_intern_atom", (c_uint8, c_uint16, c_char_p)),
        ("xcb_get_property", (c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32)),
        ("xcb_get_geometry", (c_uint32,)),
        ("xcb_get_window_attributes", (c_uint32,)),
        ("xcb_query_tree", (c_uint32,)),
        ("xcb_translate_coordinates", (c_uint32, c_uint32, c_int16, c_int16)),
    ):
        _declare(library, name, arguments)
    return library


@cache
def _randr() -> ctypes.CDLL | None:
    """The extension that knows of several screens (RandR 1.5); without it there is one."""
    try:
        library = ctypes.CDLL("libxcb-randr.so.0")
    except OSError:
        return None
    _declare(library, "xcb_randr_get_monitors", (c_uint32, c_uint8))
    library.xcb_randr_get_monitors_monitors_iterator.argtypes = (c_void_p,)
    library.xcb_randr_get_monitors_monitors_iterator.restype = _Iterator
    library.xcb_randr_monitor_info_next.argtypes = (POINTER(_Iterator),)
    library.xcb_randr_monitor_info_next.restype = None
    return library


def _declare(library: ctypes.CDLL, name: str, arguments: tuple[Any, ...]) -> None:
    """A request, and the function that waits for its reply."""
    ask, answer = getattr(library, name), getattr(library, f"{name}_reply")
    ask.argtypes = (c_void_p, *arguments)
    ask.restype = _Cookie
    answer.argtypes = (c_void_p, _Cookie, POINTER(c_void_p))
    answer.restype = c_void_p


@cache
def _free() -> Any:  # what ctypes gives for a function has no narrower type
    free = ctypes.CDLL(None).free
    free.argtypes = (c_void_p,)
    free.restype = None
    return free


class XDisplay:
    """A connection to an X server, for one thread. Use it as a context.

    Args:
        name: of the display, e.g. `:0`; None is what DISPLAY says.

    Raises:
        NoDisplayError: it cannot be reached.
    """

    def __init__(self, name: str | None = None) -> None:
        self._library = _xcb()
        number = c_int()
        encoded = None if name is None else name.encode()
        self._connection = c_void_p(self._library.xcb_connect(encoded, byref(number)))
        if self._library.xcb_connection_has_error(self._connection):
            self.close()
            raise NoDisplayError("there is no X server")
        roots = self._library.xcb_setup_roots_iterator(self._library.xcb_get_setup(self._connection))
        screen = ctypes.cast(roots.data, POINTER(_Screen)).contents
        self.root = int(screen.root)
        """The window behind all others."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; once more does nothing."""
        connection, self._connection = self._connection, c_void_p()
        if connection:
            self._library.xcb_disconnect(connection)

    def desktop(self) -> Extent:
        """All screens together."""
        state = self.window(self.root)
        return Extent(0, 0, 0, 0) if state is None else Extent(0, 0, state.extent.width, state.extent.height)

    def screens(self) -> tuple[Extent, ...]:
        """Each screen, the primary one first; never empty."""
        return self._monitors() or (self.desktop(),)

    def windows(self) -> tuple[tuple[int, str], ...]:
        """Number and title of the programs' windows that can be seen, the oldest first; those without a title left out.

        The window manager keeps the list (EWMH, `_NET_CLIENT_LIST`); where there is none, all top windows are asked.
        """
        listed = self._property(self.root, "_NET_CLIENT_LIST")
        numbers = _numbers(listed) if listed else self._children(self.root)
        found = []
        for number in numbers:
            state = self.window(number)
            title = self._title(number)
            if state is not None and state.is_viewable and title:
                found.append((number, title))
        return tuple(found)

    def window(self, number: int) -> WindowState | None:
        """How a window is now; None where there is none of that number."""
        attributes = self._asked("xcb_get_window_attributes", _Attributes, number)
        geometry = self._asked("xcb_get_geometry", _Geometry, number)
        place = self._asked("xcb_translate_coordinates", _Place, number, self.root, 0, 0)
        if attributes is None or geometry is None or place is None:
            return None
        extent = Extent(place.x, place.y, geometry.width, geometry.height)
        return WindowState(extent, attributes.map_state == _VIEWABLE)

    def _title(self, number: int) -> str:
        modern = self._property(number, "_NET_WM_NAME").decode("utf-8", errors="replace")
        title = modern or self._property(number, "WM_NAME").decode("latin-1")
        return " ".join(title.split())[:_LONGEST_TITLE]

    def _property(self, window: int, name: str) -> bytes:
        encoded = name.encode()
        atom = self._asked("xcb_intern_atom", _Atom, 1, len(encoded), encoded)
        if atom is None or not atom.atom:
            return b""
        reply = self._reply(self._library, "xcb_get_property", 0, window, atom.atom, _ANY_TYPE, 0, _MOST_WORDS)
        if reply is None:
            return b""
        try:
            length = self._library.xcb_get_property_value_length(reply)
            return ctypes.string_at(self._library.xcb_get_property_value(reply), length)
        finally:
            _free()(reply)

    def _children(self, window: int) -> tuple[int, ...]:
        reply = self._reply(self._library, "xcb_query_tree", window)
        if reply is None:
            return ()
        try:
            length = ctypes.cast(reply, POINTER(_Tree)).contents.children_len * 4
            return _numbers(ctypes.string_at(self._library.xcb_query_tree_children(reply), length))
        finally:
            _free()(reply)

    def _monitors(self) -> tuple[Extent, ...]:
        library = _randr()
        reply = None if library is None else self._reply(library, "xcb_randr_get_monitors", self.root, 1)
        if library is None or reply is None:
            return ()
        try:
            found: list[tuple[bool, Extent]] = []
            left = library.xcb_randr_get_monitors_monitors_iterator(reply)
            while left.rem > 0:
                each = ctypes.cast(left.data, POINTER(_Monitor)).contents
                found.append((not each.primary, Extent(each.x, each.y, each.width, each.height)))
                library.xcb_randr_monitor_info_next(byref(left))
            return tuple(extent for _, extent in sorted(found, key=lambda one: one[0]))
        finally:
            _free()(reply)

    def _asked(self, request: str, shape: Any, *arguments: object) -> Any:
        """A reply of fixed size, copied; None where the server answered with an error."""
        reply = self._reply(self._library, request, *arguments)
        if reply is None:
            return None
        try:
            return shape.from_buffer_copy(ctypes.string_at(reply, ctypes.sizeof(shape)))
        finally:
            _free()(reply)

    def _reply(self, library: ctypes.CDLL, request: str, *arguments: object) -> c_void_p | None:
        """A reply to be freed; None where the server answered with an error, or is gone."""
        if not self._connection:
            return None
        error = c_void_p()
        cookie = getattr(library, request)(self._connection, *arguments)
        reply = getattr(library, f"{request}_reply")(self._connection, cookie, byref(error))
        if error:
            _free()(error)
        return c_void_p(reply) if reply else None


def _numbers(data: bytes) -> tuple[int, ...]:
    """Numbers of 32 bits in the machine's order, as xcb hands them over."""
    whole = len(data) // 4 * 4
    return tuple((c_uint32 * (whole // 4)).from_buffer_copy(data[:whole]))

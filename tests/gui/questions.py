"""Where the program asks something over a page: every call in its source that names a question, and those that ran.

A question is a `Dialog`, or a `Change` that becomes one. Whoever takes its ``title``, or the ``change``, from its
caller and passes it on only lends a way of asking: then the caller asks.
"""

import ast
import inspect
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Final

import pytest

import desk_client.ui
from desk_client.ui.admin.changing import Change
from desk_client.ui.widgets.dialog import Dialog

_UI: Final = Path(desk_client.ui.__file__).parent
_MADE: Final = frozenset({Dialog.__name__, Change.__name__})
_TITLE: Final = "title"
_LENT: Final = frozenset({_TITLE, "change"})
"""What a way of asking is told by whoever asks."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, order=True)
class Place:
    """A call in the source, told from the others by where it ends; written down by who makes it."""

    file: str
    line: int
    column: int
    by: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.file}: {self.by}, until line {self.line}"


@dataclass(frozen=True)
class _Module:
    file: str
    tree: ast.Module

    @cached_property
    def imported(self) -> set[str]:
        """What it has from elsewhere, by name."""
        found = (each for each in ast.walk(self.tree) if isinstance(each, ast.ImportFrom))
        return {alias.name for each in found for alias in each.names}

    def functions(self) -> Iterator[tuple[str, str, _Function]]:
        """Each with the class that has it, or nothing, and its name in full."""
        pending: list[tuple[str, str, ast.AST]] = [("", "", self.tree)]
        while pending:
            owner, within, node = pending.pop()
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.ClassDef):
                    pending.append((child.name, f"{child.name}.", child))
                elif isinstance(child, _Function):
                    yield owner, within + child.name, child
                    pending.append((owner, f"{within}{child.name}.", child))
                else:
                    pending.append((owner, within, child))


def _modules() -> list[_Module]:
    return [
        _Module(str(path.relative_to(_UI)), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(_UI.rglob("*.py"))
    ]


def _own_calls(function: _Function) -> Iterator[ast.Call]:
    """Those of its body and of its lambdas, not those of the functions within."""
    pending: list[ast.AST] = [*function.body]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, _Function):
            pending.extend(ast.iter_child_nodes(node))


def _takes_title(function: _Function) -> bool:
    return any(each.arg in _LENT for each in (*function.args.args, *function.args.kwonlyargs))


class _Ways:
    """By what name each module can ask: of its own, imported, or of something that has an imported class."""

    def __init__(self, modules: list[_Module]) -> None:
        self._of: dict[str, set[tuple[str, str]]] = defaultdict(set)  # file: class or nothing, name
        self._everywhere: set[tuple[str, str]] = {("", name) for name in _MADE}
        for module in modules:  # a protocol of such a way is one, too
            for owner, _, function in module.functions():
                if owner and function.name == "__call__" and _takes_title(function):
                    self._everywhere.add((owner, f"_{owner.lower()}"))
        while self._find_more(modules):
            pass

    def _find_more(self, modules: list[_Module]) -> bool:
        before = len(self._everywhere)
        for module in modules:
            for owner, _, function in module.functions():
                if _takes_title(function) and any(self.asks(module, call) for call in _own_calls(function)):
                    self._of[module.file].add((owner, function.name))
                    self._everywhere.add((owner, function.name))
        return len(self._everywhere) > before

    def asks(self, module: _Module, call: ast.Call) -> bool:
        """Whether this is a way of asking."""
        match call.func:
            case ast.Name(id=name):
                return ("", name) in self._of[module.file] or (
                    name in module.imported and ("", name) in self._everywhere
                )
            case ast.Attribute(attr=name, value=value):
                is_own = isinstance(value, ast.Name) and value.id == "self"
                if is_own and any(owner and each == name for owner, each in self._of[module.file]):
                    return True
                return any((owner, name) in self._everywhere for owner in module.imported)
            case _:
                return False


@cache
def questions() -> frozenset[Place]:
    """Every place in the program where something is asked."""
    modules = _modules()
    ways = _Ways(modules)
    return frozenset(
        Place(module.file, call.end_lineno or 0, call.end_col_offset or 0, name)
        for module in modules
        for _, name, function in module.functions()
        if not _takes_title(function)
        for call in _own_calls(function)
        if ways.asks(module, call)
    )


def calls_here(frame: FrameType | None) -> Iterator[Place]:
    """The calls of the program that led here, the last first."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_UI):
            at = next(islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
            yield Place(str(path.relative_to(_UI)), at[1] or 0, at[3] or 0)
        frame = frame.f_back


class Asked:
    """What was asked since it began to listen, by its title: the places from which each came."""

    def __init__(self) -> None:
        self.places: dict[str, set[Place]] = defaultdict(set)

    def listen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Note every question as it is made."""
        for kind in (Dialog, Change):
            monkeypatch.setattr(kind, "__init__", self._noting(kind.__init__))

    def _noting(self, make: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(make)

        def made(question: Dialog | Change, *args: object, **more: object) -> None:
            title = signature.bind(question, *args, **more).arguments[_TITLE]
            self.places[title] |= set(calls_here(sys._getframe(1)))
            make(question, *args, **more)

        return made

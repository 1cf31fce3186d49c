"""What the server writes into the audit trail: read from its source, so that nothing new is overlooked."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, get_args

import desk_client.server
from desk_client.domain.access import Action
from desk_client.domain.appointment import Step
from desk_client.domain.called_in import Capacity
from desk_client.domain.decision import Part
from desk_client.domain.distrust import Distrust
from desk_client.domain.extension import Extension
from desk_client.domain.fallback import CallBackResult
from desk_client.domain.grounds import FOR_A_PERSON, Grounds
from desk_client.domain.kiosk_orders import OrderKind
from desk_client.domain.recording import RecordingEnd, RecordingState
from desk_client.domain.request import RequestStep
from desk_client.domain.retention import Kind
from desk_client.domain.waiting_room import TurnReason
from desk_client.domain.walk_in import WalkInStep
from desk_client.protocol.regions import PlaceKind

_ENUMS: Final = {each.__name__: each for each in (Action, Step, RequestStep, WalkInStep)}
_RECORDS: Final = "record"
_THIRD: Final = 2


def _each(template: str, values: Iterable[object]) -> frozenset[str]:
    return frozenset(template.format(value) for value in values)


_COME_TO: Final[Mapping[str, frozenset[str]]] = {
    "f'change_{what.value}'": _each("change_{}", PlaceKind),
    "f'add_{what.value}'": _each("add_{}", PlaceKind),
    "f\"{('open' if first is None else 'close')}_{what.value}\"": _each("close_{}", PlaceKind)
    | _each("open_{}", PlaceKind),
    "f'ask_kiosk_{ask.kind}'": _each("ask_kiosk_{}", OrderKind),
    "f\"{('do' if ask.state is OrderState.DONE else 'fail')}_kiosk_{kind}\"": _each("do_kiosk_{}", OrderKind)
    | _each("fail_kiosk_{}", OrderKind),
    "f'call_back:{ask.result.value}'": _each("call_back:{}", CallBackResult),
    "f'decide_request:{wanted.part.value}'": _each("decide_request:{}", Part),
    "f'{Action.EXTEND.value}:{ask.minutes}'": _each("extend:{}", get_args(Extension)),
    "f'recording:{state.value}'": _each("recording:{}", RecordingState),
    "f'destroy_recording:{reason.value}'": _each("destroy_recording:{}", RecordingEnd),
    "f\"{Action.ALLOW_RECORDING.value}:{('on' if ask.allowed else 'off')}\"": _each(
        "allow_recording:{}", ("on", "off")
    ),
    "f'distrust_call:{reason.value}'": _each("distrust_call:{}", Distrust),
    "f'clear_{kind.value}'": _each("clear_{}", Kind),
    "f'{Action.CALL_IN.value}:{capacity.value}'": _each("call_in:{}", Capacity),
    "f'reorder_{ask.reason}'": _each("reorder_{}", TurnReason),
    "grounds.of('export_data')": frozenset(each.of("export_data") for each in FOR_A_PERSON),
    "grounds.of('erase_person')": frozenset(each.of("erase_person") for each in FOR_A_PERSON),
    "grounds.of('export_book')": frozenset(each.of("export_book") for each in Grounds),
    "Grounds.INCIDENT.of('report_breach')": frozenset({Grounds.INCIDENT.of("report_breach")}),
    "done.value": frozenset({Action.ATTACH.value, Action.GIVE_DOCUMENT.value}),
}
"""What an expression can come to that no constant, step or branch explains."""


@dataclass(frozen=True)
class Acts:
    """Codes that the server writes, and places of which nobody can tell what they write."""

    codes: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)


@cache
def written() -> Acts:
    """Every act of the trail."""
    found = Acts()
    source = _Source()
    for file, function, asked in source.calls(_RECORDS):
        if len(asked.args) > _THIRD:
            source.gather(found, file, function, asked.args[_THIRD])
    return found


class _Source:
    """The server's files; `calls` finds who calls a function, `gather` what an argument can be."""

    def __init__(self) -> None:
        root = Path(desk_client.server.__file__).parent
        self._trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(root.rglob("*.py"))}

        self._calls: dict[str, list[tuple[Path, ast.FunctionDef, ast.Call]]] = {}
        for file, tree in self._trees.items():
            functions = (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))
            for function in functions:
                for call in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
                    self._calls.setdefault(_called(call), []).append((file, function, call))

    def calls(self, name: str, of: Path | None = None) -> Iterator[tuple[Path, ast.FunctionDef, ast.Call]]:
        """Calls of a function of that name; only those that may mean the one of a file."""
        for file, function, call in self._calls.get(name, ()):
            if of is None or file == of or _imports(self._trees[file], name, of):
                yield file, function, call

    def gather(self, found: Acts, file: Path, function: ast.FunctionDef, said: ast.expr) -> None:
        text = ast.unparse(said)
        if text in _COME_TO:
            found.codes.update(_COME_TO[text])
            return
        match said:
            case ast.Constant(value=str(code)):
                found.codes.add(code)
            case ast.BoolOp(values=values):
                for each in values:
                    self.gather(found, file, function, each)
            case ast.IfExp():
                self.gather(found, file, function, said.body)
                self.gather(found, file, function, said.orelse)
            case ast.Attribute(attr="value", value=ast.Attribute() as member) if (of := _enum(member)) is not None:
                found.codes.add(of)
            case ast.Attribute(attr="value", value=ast.Name(id=name)) if (steps := _steps(function, name)) is not None:
                found.codes.update(each.value for each in steps)
            case ast.Name(id=name) if (constant := self._constant(file, name)) is not None:
                found.codes.add(constant)
            case ast.Name(id=name) if name in _parameters(function):
                self._passed(found, file, function, name)
            case ast.Name(id=name) if (local := _local(function, name)) is not None:
                self.gather(found, file, function, local)
            case _:
                found.unclear.add(f"{file.name}: {text}")

    def _passed(self, found: Acts, file: Path, function: ast.FunctionDef, name: str) -> None:
        """Whatever callers pass for a parameter."""
        place = _parameters(function).index(name)
        for there, within, call in self.calls(function.name, file):
            keyword = next((each.value for each in call.keywords if each.arg == name), None)
            said = keyword or (call.args[place] if len(call.args) > place else None)
            if said is not None:
                self.gather(found, there, within, said)

    def _constant(self, file: Path, name: str) -> str | None:
        """What a constant of the file is."""
        for each in self._trees[file].body:
            match each:
                case ast.AnnAssign(target=ast.Name(id=found), value=ast.Constant(value=str(code))) if found == name:
                    return code
        return None


def _imports(tree: ast.Module, name: str, file: Path) -> bool:
    """Whether a module has that function of that file: by its name, or by the file's."""
    for each in ast.walk(tree):
        if isinstance(each, ast.ImportFrom):
            names = {alias.name for alias in each.names}
            if (each.module or "").endswith(f".{file.stem}") and name in names:
                return True
            if file.stem in names:
                return True
    return False


def _called(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]


def _local(function: ast.FunctionDef, name: str) -> ast.expr | None:
    """What a variable of the function is set to."""
    for each in ast.walk(function):
        if isinstance(each, ast.Assign) and any(getattr(to, "id", "") == name for to in each.targets):
            return each.value
    return None


def _enum(member: ast.Attribute) -> str | None:
    """Of `Step.BOOK`, and of `requests.RequestStep.WITHDRAW`."""
    of = member.value.attr if isinstance(member.value, ast.Attribute) else getattr(member.value, "id", "")
    return _ENUMS[of][member.attr].value if of in _ENUMS else None


def _steps(function: ast.FunctionDef, name: str) -> type[StrEnum] | None:
    """The enumeration that a parameter is of."""
    for each in (*function.args.args, *function.args.kwonlyargs):
        if each.arg == name and each.annotation is not None:
            return _ENUMS.get(ast.unparse(each.annotation))
    return None

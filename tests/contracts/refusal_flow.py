"""Which refusals can come out of a function, read from the source: what it returns, and what it raises for a route.

A refusal is followed from `Refusal(RefusalCode.X)` through names, conditions and calls to what returns it. Of a method
whose object is of no known class, every method of this name counts that may refuse. Too much is found rather than too
little: what is looked into and thrown away counts where it goes on under the same name.
"""

import ast
import builtins
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.contracts.source_tree import Class, Function, Module

Codes = frozenset[str]
_NONE: Final[Codes] = frozenset()
_REFUSAL: Final = "desk_client.domain.outcomes.Refusal"
_RAISED: Final = "desk_client.server.web.problems.RefusedError"
_LETS_OUT: Final = frozenset({"Gate.write", "Gate.read", "Gate.open_write", "Gate.open_read", "Outside.ask"})
"""What raises the refusal of the function that it is given."""


@dataclass
class Flow:
    """What can come out of one function.

    Attributes:
        returned: by `return`.
        raised: by `raise`, for a route.
        handed_back: which of its parameters it returns.
        never_without: what it returns only where this parameter is not None.
    """

    returned: Codes = _NONE
    raised: Codes = _NONE
    handed_back: frozenset[str] = frozenset()
    never_without: frozenset[tuple[str, str]] = frozenset()


@dataclass
class Package:
    """A source tree, and what flows through it.

    Attributes:
        cut: codes that come out of a function by its source, and never in truth: with the reason.
        was_cut: those of them that were met.
    """

    modules: dict[str, Module]
    cut: Mapping[tuple[str, str], str] = field(default_factory=dict)
    was_cut: set[tuple[str, str]] = field(default_factory=set)
    flows: dict[Function, Flow] = field(default_factory=dict)
    _changed: bool = False
    _seen: set[Function] = field(default_factory=set)

    @classmethod
    def read(cls, root: Path, folders: Sequence[str], cut: Mapping[tuple[str, str], str]) -> "Package":
        """The package at `root`, as far as it lies in these folders."""
        modules = {}
        for folder in folders:
            for path in (root / folder).rglob("*.py"):
                parts = (root.name, *path.relative_to(root).with_suffix("").parts)
                name = ".".join(parts).removesuffix(".__init__")
                modules[name] = Module(name, ast.parse(path.read_text(encoding="utf-8")))
        return cls(modules, cut)

    def function(self, module: str, qualified: str) -> Function:
        """By the name that Python gives it, such as `routes.<locals>.book`."""
        *outer, name = qualified.split(".<locals>.")
        found = self.modules[module].top
        for each in (*outer, name):
            found = found.within[each]
        return found

    def refusals(self, functions: Sequence[Function]) -> list[Codes]:
        """Every code that a route of each of these functions can be answered with by itself."""
        self._changed = True
        while self._changed:  # functions call each other in circles: until nothing more is found
            self._changed = False
            self._seen.clear()
            for function in functions:
                self._flow(function)
        return [self.flows[each].returned | self.flows[each].raised for each in functions]

    def _flow(self, function: Function) -> Flow:
        known = self.flows.setdefault(function, Flow())
        if function in self._seen:
            return known
        self._seen.add(function)
        returned, raised, handed = set(known.returned), set(known.raised), set(known.handed_back)
        guarded: set[tuple[str, str]] = set()
        always: set[str] = set()
        for value, needed in function.exits:
            codes = self._codes(value, function)
            returned |= codes
            if needed is None:
                always |= codes
            else:
                guarded |= {(needed, code) for code in codes}
            handed |= {name.id for name in _plainly(value) if name.id in function.parameters}
        for node in function.body:
            if isinstance(node, ast.Call):
                raised |= self._raised_by(node, function)
            match node:
                case ast.Raise(exc=ast.Call(func=kind, args=[refusal])) if self._named(kind, function) == _RAISED:
                    raised |= self._codes(refusal, function)
        cut = {
            each for each in self.cut if each[0] == f"{function.module.name}.{function.name}" and each[1] in returned
        }
        self.was_cut |= cut
        flow = Flow(
            frozenset(returned - {code for _, code in cut}),
            frozenset(raised),
            frozenset(handed),
            frozenset(each for each in guarded if each[1] not in always),
        )
        self._changed |= flow != known
        self.flows[function] = flow
        return flow

    def _raised_by(self, call: ast.Call, at: Function) -> Codes:
        found: set[str] = set()
        called, given = self._called(call, at), list(self._functions_given(call, at))
        for function in (*called, *given):
            found |= self._flow(function).raised
        if any(function.name in _LETS_OUT for function in called):
            for function in given:
                found |= self._flow(function).returned
        return frozenset(found)

    def _codes(self, value: ast.expr, at: Function, seen: tuple[ast.expr, ...] = ()) -> Codes:
        """The codes of the refusals that an expression may be, or hold."""
        if value in seen:
            return _NONE
        seen = (*seen, value)
        match value:
            case ast.Call():
                return self._codes_of_call(value, at, seen)
            case ast.Name(id=name):
                return self._codes_of_name(name, at, seen)
            case ast.IfExp(test=ast.Compare(left=ast.Attribute(attr="code"), ops=[ast.Is()], comparators=[told])):
                # `other if refusal.code is RefusalCode.X else refusal`: X becomes something else
                otherwise = self._codes(value.orelse, at, seen) - self._codes(told, at)
                return self._codes(value.body, at, seen) | otherwise
            case ast.IfExp(body=body, orelse=orelse):
                inner: Sequence[ast.expr] = (body, orelse)
            case ast.Attribute(value=ast.Name(id="RefusalCode"), attr=code):
                return frozenset({code})
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.Set(elts=values):
                inner = values
            case ast.Await(value=one) | ast.Starred(value=one) | ast.NamedExpr(value=one) | ast.Subscript(value=one):
                inner = (one,)
            case ast.GeneratorExp(elt=one) | ast.ListComp(elt=one) | ast.SetComp(elt=one):
                inner = (one,)
            case ast.Dict(values=values):
                inner = values
            case ast.Attribute(value=one, attr="code" | "refusal"):
                inner = (one,)
            case ast.Attribute():
                return self._codes_of_constant(value, at)
            case _:
                return _NONE
        return frozenset().union(*(self._codes(each, at, seen) for each in inner))

    def _codes_of_call(self, call: ast.Call, at: Function, seen: tuple[ast.expr, ...]) -> Codes:
        name = self._named(call.func, at)
        if name == _REFUSAL:
            return self._codes(call.args[0], at, seen)
        if name is not None and hasattr(builtins, name):
            return frozenset().union(*(self._codes(each, at, seen) for each in call.args))
        called = self._called(call, at)
        if any(function.name in _LETS_OUT for function in called):
            return _NONE  # what comes back from there is no refusal any more
        if isinstance(call.func, ast.Attribute) and call.func.attr == "refused" and len(call.args) == 1:
            return frozenset({"FORBIDDEN"})  # `Actor.refused`: without a thing, it cannot be another's
        found: set[str] = set()
        for function in called:
            flow, given = self._flow(function), dict(_paired(function, call))
            left_out = {code for parameter, code in flow.never_without if _is_left_out(given.get(parameter))}
            found |= flow.returned - left_out
            for parameter in flow.handed_back & given.keys():
                found |= self._codes(given[parameter], at, seen)
        for given_function in self._functions_given(call, at):
            found |= self._flow(given_function).returned
        return frozenset(found)

    def _codes_of_name(self, name: str, at: Function, seen: tuple[ast.expr, ...]) -> Codes:
        scope: Function | None = at
        while scope is not None:
            if name in scope.bound:
                return frozenset().union(*(self._codes(each, scope, seen) for each in scope.bound[name]))
            if name in scope.parameters or name in scope.within:
                return _NONE
            scope = scope.outer
        return self._constant(f"{at.module.name}.{name}", seen)

    def _codes_of_constant(self, value: ast.Attribute, at: Function) -> Codes:
        name = self._named(value, at)
        return _NONE if name is None else self._constant(name, ())

    def _constant(self, name: str, seen: tuple[ast.expr, ...]) -> Codes:
        module, _, own = self._whole(name).rpartition(".")
        top = self.modules[module].top if module in self.modules else None
        if top is None or own not in top.bound:
            return _NONE
        return frozenset().union(*(self._codes(each, top, seen) for each in top.bound[own]))

    # who is called

    def _called(self, call: ast.Call, at: Function) -> tuple[Function, ...]:
        local = self._local(call.func, at)
        if local is not None:
            return (local,)
        if not isinstance(call.func, ast.Attribute):
            return ()
        method, kind = call.func.attr, self._kind(call.func.value, at)
        if self._named(call.func.value, at) in self.modules:
            return ()
        if kind is not None and not kind.is_protocol:
            return tuple(found for found in (kind.methods.get(method),) if found is not None)
        if kind is None and self._is_foreign(call.func.value, at):
            return ()
        alike = {method} if kind is None else set(kind.methods)
        return tuple(
            each.methods[method]
            for module in self.modules.values()
            for each in module.classes.values()
            if method in each.methods and alike <= set(each.methods) and _may_refuse(each.methods[method])
        )

    def _functions_given(self, call: ast.Call, at: Function) -> Iterator[Function]:
        """Functions that it is given, to be called by whoever is called."""
        for given in (*call.args, *(keyword.value for keyword in call.keywords)):
            match given:
                case ast.Lambda():
                    yield at.lambda_(given)
                case ast.Call(func=ast.Name(id="partial"), args=[first, *_]) if found := self._local(first, at):
                    yield found
                case ast.Name() | ast.Attribute() if found := self._local(given, at):
                    yield found
                case ast.Attribute(value=of) if self._kind(of, at) is not None:
                    yield from self._called(ast.Call(given, [], []), at)

    def _local(self, named: ast.expr, at: Function) -> Function | None:
        """The function of this package that a name stands for, methods aside."""
        if isinstance(named, ast.Name):
            scope: Function | None = at
            while scope is not None:
                if named.id in scope.within:
                    return scope.within[named.id]
                scope = scope.outer
        name = self._named(named, at)
        module, _, own = (name or "").rpartition(".")
        return self.modules[module].top.within.get(own) if module in self.modules else None

    def _named(self, named: ast.expr, at: Function) -> str | None:
        """The whole name of what is not local; None where it is of an object."""
        match named:
            case ast.Name(id=name):
                scope: Function | None = at
                while scope is not None:
                    if name in scope.bound or name in scope.parameters or name in scope.within:
                        return None
                    scope = scope.outer
                top = at.module.top
                if name in top.within or name in top.bound or name in at.module.classes or name in at.module.imported:
                    return self._whole(f"{at.module.name}.{name}")
                return name
            case ast.Attribute(value=value, attr=attr):
                of = self._named(value, at)
                return None if of is None else self._whole(f"{of}.{attr}")
        return None

    def _whole(self, name: str) -> str:
        """Where it is defined, whoever imports it from wherever."""
        module, _, own = name.rpartition(".")
        if module in self.modules and own in self.modules[module].imported:
            return self._whole(self.modules[module].imported[own])
        return name

    # what something is

    def _kind(self, value: ast.expr, at: Function) -> Class | None:
        """The class of an object, where it is written somewhere."""
        match value:
            case ast.Name(id="self") if at.owner is not None:
                return at.owner
            case ast.Name(id=name):
                scope: Function | None = at
                while scope is not None:
                    if scope.parameters.get(name) is not None:
                        return self._class(scope.parameters[name], scope)
                    if name in scope.bound:
                        kinds = {self._kind(each, scope) for each in scope.bound[name] if each is not value}
                        return kinds.pop() if len(kinds) == 1 else None
                    scope = scope.outer
                top = at.module.top
                return self._kind(top.bound[name][0], top) if name in top.bound else None
            case ast.Attribute(value=of, attr=attr):
                kind = self._kind(of, at)
                annotation = None if kind is None else kind.fields.get(attr)
                return None if kind is None or annotation is None else self._class(annotation, kind.module.top)
            case ast.Call(func=func):
                return self._class(func, at) or self._returned_class(value, at)
            case ast.Await(value=of):
                return self._kind(of, at)
            case ast.Subscript(value=ast.Name(id=name)):
                match at.module.annotations.get(name):
                    case ast.Subscript(slice=ast.Subscript(slice=ast.Tuple(elts=[*_, each]))):
                        return self._class(each, at)
        return None

    def _returned_class(self, call: ast.Call, at: Function) -> Class | None:
        local = self._local(call.func, at)
        if local is None or isinstance(local.node, ast.Lambda) or local.node.returns is None:
            return None
        return self._class(local.node.returns, local)

    def _class(self, annotation: ast.expr | None, at: Function) -> Class | None:
        match annotation:
            case ast.Constant(value=str(text)):
                return self._class(ast.parse(text, mode="eval").body, at)
            case ast.BinOp(left=left, right=right):
                return self._class(left, at) or self._class(right, at)
            case ast.Subscript(value=ast.Name(id="Final" | "Annotated"), slice=inner):
                return self._class(inner.elts[0] if isinstance(inner, ast.Tuple) else inner, at)
            case ast.Name() | ast.Attribute():
                module, _, own = (self._named(annotation, at) or "").rpartition(".")
                return self.modules[module].classes.get(own) if module in self.modules else None
        return None

    def _is_foreign(self, value: ast.expr, at: Function) -> bool:
        """Whether it is something of a library, by the module that it is imported from."""
        name = self._named(value, at)
        return name is not None and "." in name and not name.startswith("desk_client.")


def _is_left_out(given: ast.expr | None) -> bool:
    return given is None or (isinstance(given, ast.Constant) and given.value is None)


def _may_refuse(function: Function) -> bool:
    node = function.node
    return not isinstance(node, ast.Lambda) and node.returns is not None and "Refusal" in ast.unparse(node.returns)


def _plainly(value: ast.expr) -> Iterator[ast.Name]:
    """The names that an expression may be the value of, as it is."""
    match value:
        case ast.Name():
            yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from _plainly(body)
            yield from _plainly(orelse)
        case ast.BoolOp(values=values):
            for each in values:
                yield from _plainly(each)


def _paired(function: Function, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """What is given for which parameter."""
    names = list(function.parameters)
    yield from zip(names[function.owner is not None :], call.args, strict=False)
    yield from ((each.arg, each.value) for each in call.keywords if each.arg is not None)

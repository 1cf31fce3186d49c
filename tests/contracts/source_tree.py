"""A source tree as functions that know what lies around them: what their names stand for, and of which class."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_OTHERS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


@dataclass(eq=False)
class Function:
    """One function: where it is, and what lies around it."""

    module: "Module"
    node: AnyFunction
    outer: "Function | None" = None
    owner: "Class | None" = None

    @property
    def name(self) -> str:
        own = "" if isinstance(self.node, ast.Lambda) else self.node.name
        return own if self.owner is None else f"{self.owner.node.name}.{own}"

    @cached_property
    def body(self) -> list[ast.AST]:
        """Everything that is its own: what lies in functions within it is theirs."""
        return list(_own(self.node.body if isinstance(self.node.body, list) else [self.node.body]))

    @cached_property
    def parameters(self) -> dict[str, ast.expr | None]:
        """Each with its annotation."""
        given = self.node.args
        named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
        return {each.arg: each.annotation for each in named}

    @cached_property
    def bound(self) -> dict[str, list[ast.expr]]:
        """The expressions that a name of its own may stand for, or be a part of."""
        found: dict[str, list[ast.expr]] = {}
        for node in self.body:
            for name, value in _bindings(node):
                found.setdefault(name, []).append(value)
        return found

    @cached_property
    def exits(self) -> list[tuple[ast.expr, str | None]]:
        """What it returns, each with the parameter without which (None) it does not come so far."""
        if isinstance(self.node, ast.Lambda):
            return [(self.node.body, None)]
        guards = {
            inner: name
            for node in self.body
            if isinstance(node, ast.If) and (name := _is_given(node.test)) in self.parameters
            for inner in _own(node.body)
        }
        return [
            (node.value, guards.get(node))
            for node in self.body
            if isinstance(node, ast.Return) and node.value is not None and not self._is_passed(node.value, node)
        ]

    def _is_passed(self, value: ast.expr, at: ast.Return) -> bool:
        return isinstance(value, ast.Name) and (at, value.id) in self.passed

    @cached_property
    def passed(self) -> set[tuple[ast.AST, str]]:
        """What comes after `if isinstance(name, Refusal): return …`, with the name: it is no refusal from there on."""
        found = set()
        for block in _blocks(self.body, self.node):
            for number, statement in enumerate(block):
                name = _sent_away(statement)
                for node in _own(block[number + 1 :]) if name is not None else ():
                    if any(bound == name for bound, _ in _bindings(node)):
                        break
                    found.add((node, name or ""))
        return found

    @cached_property
    def within(self) -> dict[str, "Function"]:
        """Functions with a name that are defined in it."""
        named = [node for node in self.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        return {node.name: Function(self.module, node, self) for node in named}

    def lambda_(self, node: ast.Lambda) -> "Function":
        """The function that an expression of its own is."""
        if node not in self._lambdas:
            self._lambdas[node] = Function(self.module, node, self)
        return self._lambdas[node]

    @cached_property
    def _lambdas(self) -> dict[ast.Lambda, "Function"]:
        return {}


@dataclass(eq=False)
class Class:
    """One class of a module."""

    module: "Module"
    node: ast.ClassDef

    @cached_property
    def methods(self) -> dict[str, Function]:
        named = [node for node in self.node.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        return {node.name: Function(self.module, node, owner=self) for node in named}

    @cached_property
    def fields(self) -> dict[str, ast.expr]:
        """What is known of the types of its attributes: their annotations, or those of what they are set to."""
        found = {
            node.target.id: node.annotation
            for node in self.node.body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        }
        made = self.methods.get("__init__")
        for node in made.body if made is not None else ():
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and made is not None:
                annotation = made.parameters.get(node.value.id)
                for target in node.targets:
                    if isinstance(target, ast.Attribute) and annotation is not None:
                        found.setdefault(target.attr, annotation)
        return found

    @property
    def is_protocol(self) -> bool:
        return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in self.node.bases)


@dataclass(eq=False)
class Module:
    """One file."""

    name: str
    tree: ast.Module

    @cached_property
    def top(self) -> Function:
        """The file as a function without parameters."""
        nothing = ast.parse("lambda: 0", mode="eval").body
        assert isinstance(nothing, ast.Lambda)
        whole = Function(self, nothing)
        whole.__dict__["body"] = list(_own(self.tree.body))
        return whole

    @cached_property
    def annotations(self) -> dict[str, ast.expr]:
        """Of its constants."""
        return {
            node.target.id: node.annotation
            for node in self.tree.body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        }

    @cached_property
    def classes(self) -> dict[str, Class]:
        return {node.name: Class(self, node) for node in self.tree.body if isinstance(node, ast.ClassDef)}

    @cached_property
    def imported(self) -> dict[str, str]:
        """The whole name of what each imported name stands for."""
        found: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                found |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
            elif isinstance(node, ast.Import):
                found |= {name.asname or name.name: name.name for name in node.names}
        return found


def _own(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All nodes but those that lie in another function or in a class."""
    for node in nodes:
        yield node
        if not isinstance(node, _OTHERS):
            yield from _own(ast.iter_child_nodes(node))


def _blocks(nodes: Iterable[ast.AST], whole: ast.AST) -> Iterator[list[ast.stmt]]:
    """Each sequence of statements."""
    for node in (whole, *nodes):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and (node is whole or not isinstance(node, _OTHERS)):
                yield block


def _is_given(test: ast.expr) -> str | None:
    """The name in `name is not None`, or in `name is not None and …`."""
    match test:
        case ast.BoolOp(op=ast.And(), values=[first, *_]):
            return _is_given(first)
        case ast.Compare(left=ast.Name(id=name), ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return name
    return None


def _sent_away(statement: ast.stmt) -> str | None:
    """The name in `if isinstance(name, Refusal): …`, where nobody gets beyond."""
    match statement:
        case ast.If(
            test=ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), ast.Name(id="Refusal")]),
            body=[*_, ast.Return() | ast.Raise()],
        ):
            return name
    return None


def _bindings(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """The names that a node gives to something, and to what."""
    match node:
        case ast.Assign(targets=targets, value=value):
            found = [(target, value) for target in targets]
        case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
            found = [(target, value)]
        case ast.For(target=target, iter=value) | ast.AsyncFor(target=target, iter=value):
            found = [(target, value)]
        case ast.comprehension(target=target, iter=value):
            found = [(target, value)]
        case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
            found = [(target, value)]
        case ast.Match(subject=subject):
            patterns = [part for case in node.cases for part in ast.walk(case.pattern)]
            yield from ((part.name, subject) for part in patterns if isinstance(part, ast.MatchAs) and part.name)
            return
        case _:
            return
    for target, value in found:
        yield from ((name, value) for name in _names(target))


def _names(target: ast.expr) -> Iterator[str]:
    match target:
        case ast.Name(id=name):
            yield name
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            for each in elts:
                yield from _names(each)
        case ast.Starred(value=value):
            yield from _names(value)

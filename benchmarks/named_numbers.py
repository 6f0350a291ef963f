"""The named numbers of the code: found in its source, watched while it runs, changed without a change of the source.

A named number is a name in capitals that a module gives a number (``_NAME = 40``); names of tuples are left out. Inside
functions each use of one becomes a look-up in ``Watch.values``, and what a number is compared with is noted: a value on
the same side of all that it was compared with cannot change what the code does. Caches note the numbers that their
entries rest on, so that an entry is made anew for another value.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import sys
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "oic_reports"
SOURCE = ROOT / "src" / PACKAGE
_CACHES = ("cache", "lru_cache")

Number = int | float


@dataclass(frozen=True)
class Named:
    """A named number: where it is, its value, and whether a module reads it while it is imported (in a pattern)."""

    module: str
    name: str
    value: Number
    is_imported: bool = False

    @property
    def key(self) -> str:
        """Module and name, as ``structure.tail._SHORT``."""
        return f"{self.module}.{self.name}"


def find_numbers() -> dict[str, Named]:
    """All named numbers of the code by their keys, in order of modules and lines."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    values = {key: value for path, tree in trees.items() for key, value in _assigned(_name_module(path), tree)}
    at_import = {key for path, tree in trees.items() for key in _read_at_import(_name_module(path), tree, values)}
    return {
        key: Named(*key.rsplit(".", 1), value=value, is_imported=key in at_import)  # type: ignore[misc]  # two parts
        for key, value in values.items()
    }


def _name_module(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _assigned(module: str, tree: ast.Module) -> Iterator[tuple[str, Number]]:
    for statement in tree.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        if isinstance(target, ast.Name) and target.id.isupper() and isinstance(statement, ast.Assign | ast.AnnAssign):
            value = _work_out(statement.value)
            if value is not None:
                yield f"{module}.{target.id}", value


def _work_out(node: ast.expr | None) -> Number | None:
    """The value of a number, or of a sum of numbers such as ``1 << 20``; None for all else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _work_out(node.operand)
        return None if value is None else -value
    if isinstance(node, ast.BinOp):
        left, right = _work_out(node.left), _work_out(node.right)
        if left is not None and right is not None:
            result: Number = eval(ast.unparse(node))  # noqa: S307  (two numbers and a sign)
            return result
    return None


def _known_names(module: str, tree: ast.Module, values: Mapping[str, Number]) -> dict[str, str]:
    """The names by which a module knows numbers, its own and those that it imports, and their keys."""
    names = {key.rsplit(".", 1)[1]: key for key in values if key.rsplit(".", 1)[0] == module}
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith(PACKAGE):
            origin = (statement.module or "").removeprefix(PACKAGE).lstrip(".")
            for alias in statement.names:
                if f"{origin}.{alias.name}" in values:
                    names[alias.asname or alias.name] = f"{origin}.{alias.name}"
    return names


def _read_at_import(module: str, tree: ast.Module, values: Mapping[str, Number]) -> set[str]:
    names = _known_names(module, tree, values)
    found = set()

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for outside in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults):
                if outside is not None:
                    visit(outside)
            return
        if isinstance(node, ast.Lambda):
            return
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
            found.add(names[node.id])
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(tree)
    return found


@dataclass
class Uses:
    """What a stretch of a run did with numbers: what each was compared with; None where it was used in another way."""

    compared: dict[str, set[Number] | None] = field(default_factory=dict)

    def add(self, key: str, operand: Number | None) -> None:
        """Note one use."""
        known = self.compared.setdefault(key, set())
        if operand is None:
            self.compared[key] = None
        elif known is not None:
            known.add(operand)

    def merge(self, other: Uses) -> None:
        """Note all uses of another stretch."""
        for key, operands in other.compared.items():
            for operand in (None,) if operands is None else operands:
                self.add(key, operand)

    def may_differ(self, key: str, before: Number, after: Number) -> bool:
        """Whether a run could be another one with another value."""
        operands = self.compared.get(key, set())
        low, high = sorted((before, after))
        return operands is None or any(low <= operand <= high for operand in operands)


@dataclass
class Watch:
    """The values that numbers have at this moment, and who notes their uses."""

    values: dict[str, Number]
    open: list[Uses] = field(default_factory=list)
    changed: str | None = None

    def look(self, key: str) -> Number:
        """The value of a number that is used in another way than in a comparison."""
        for uses in self.open[-1:]:
            uses.add(key, None)
        return self.values[key]

    def compare(self, key: str) -> Number:
        """The value of a number in a comparison."""
        return self.values[key]

    def see(self, key: str, operand: Number) -> Number:
        """What a number is compared with, as it is."""
        for uses in self.open[-1:]:
            uses.add(key, operand)
        return operand

    def names(self) -> dict[str, object]:
        """What marked code calls."""
        return {"__look__": self.look, "__compare__": self.compare, "__see__": self.see, "__keep__": self.keep}

    @contextlib.contextmanager
    def note(self) -> Iterator[Uses]:
        """Note the uses of what is done inside."""
        uses = Uses()
        self.open.append(uses)
        try:
            yield uses
        finally:
            self.open.pop()

    def keep(self, function: Callable[..., Any] | None = None, **_: int | None) -> Callable[..., Any]:
        """As ``cache`` and ``lru_cache``, but an entry is not used for other numbers than it was made with."""
        if function is None:
            return self.keep
        entries: dict[Hashable, tuple[object, Uses]] = {}

        @functools.wraps(function)
        def call(*args: Hashable, **kwargs: Hashable) -> object:
            key = (args, tuple(sorted(kwargs.items())))
            entry = entries.get(key)
            if entry is None or self.changed in entry[1].compared:
                with self.note() as uses:
                    entry = (function(*args, **kwargs), uses)
                if self.changed not in uses.compared:
                    entries[key] = entry
            for outer in self.open[-1:]:
                outer.merge(entry[1])
            return entry[0]

        call.cache_clear = entries.clear  # type: ignore[attr-defined]
        return call


class _Marking(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._depth = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        for decorator in ast.walk(ast.Module(body=[ast.Expr(d) for d in node.decorator_list], type_ignores=[])):
            if isinstance(decorator, ast.Name) and decorator.id in _CACHES:
                decorator.id = "__keep__"
        self._depth += 1
        node.body = [self.visit(statement) for statement in node.body]
        self._depth -= 1
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        self._depth += 1
        node.body = self.visit(node.body)
        self._depth -= 1
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        operands = [node.left, *node.comparators]
        named = [self._key(operand) for operand in operands]
        marked = []
        for place, operand in enumerate(operands):
            new = _call("__compare__", named[place]) if named[place] else self.visit(operand)
            for beside in {place - 1, place + 1} & set(range(len(operands))):
                if named[beside]:
                    new = _call("__see__", named[beside], new)
            marked.append(new)
        node.left, *node.comparators = marked
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        key = self._key(node)
        return _call("__look__", key) if key else node

    def _key(self, node: ast.expr) -> str | None:
        is_use = self._depth > 0 and isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        return self._names.get(node.id) if is_use and isinstance(node, ast.Name) else None


def _call(name: str, key: str | None, *rest: ast.expr) -> ast.Call:
    return ast.Call(func=ast.Name(id=name, ctx=ast.Load()), args=[ast.Constant(key), *rest], keywords=[])


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, watch: Watch) -> None:
        super().__init__(fullname, path)
        self._watch = watch

    def get_code(self, fullname: str) -> CodeType:
        path = Path(self.get_filename(fullname))
        return mark_source(path.read_text(encoding="utf-8"), _name_module(path), self._watch.values, str(path))

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update(self._watch.names())
        super().exec_module(module)


def mark_source(source: str, module: str, values: Mapping[str, Number], file: str = "<source>") -> CodeType:
    """The code of a module in which each use of a number is a look-up, made with the names of ``Watch.names``."""
    tree = ast.parse(source)
    marked: ast.Module = _Marking(_known_names(module, tree, values)).visit(tree)
    return compile(_set_values(marked, module, values), file, "exec")


def _set_values(tree: ast.Module, module: str, values: Mapping[str, Number]) -> ast.Module:
    """A number that is read while its module is imported must have its value there too."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            key = f"{module}.{statement.targets[0].id}"
            if key in values:
                statement.value = ast.copy_location(ast.Constant(values[key]), statement.value)
    return ast.fix_missing_locations(tree)


class _Finder(MetaPathFinder):
    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != PACKAGE:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path, self._watch)
        return spec


def watch_package() -> Watch:
    """Watch the numbers of all modules that are imported from now on."""
    watch = Watch({key: number.value for key, number in find_numbers().items()})
    forget_package()
    sys.meta_path.insert(0, _Finder(watch))
    return watch


def forget_package() -> None:
    """Have all modules of the package imported anew."""
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]

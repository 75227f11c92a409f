"""`make mutation`: small faults put into certainty, quantities and comparators, one at a time; do the tests notice?

    python tools/mutation.py [--sample 60] [--seed 1] [--show] [NAME …]      # NAME: certainty, quantities, comparators

A mutant is a module with one operator, constant, condition or return changed. A sample is drawn (the same for the same
seed), each mutant runs the tests of its module in a fork that has the libraries and taggers loaded already, and is
killed if they fail or take more than LIMIT seconds of computing. Tests that are plain tables are called one by one,
without pytest, which would take ten times as long; others run under it. Prints the share killed and the survivors; exit
code 1 below BAR.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import inspect
import itertools
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

BAR = 75.0  # per cent
BROKEN = 99  # what a fork ends with where the harness itself fails
LIMIT = 90  # seconds of computing for the tests of one mutant

# What is mutated, and the tests that should notice: the quick ones of the module, so that a sample takes minutes.
TARGETS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "certainty": (("selon.analysis.certainty",), ("tests/analysis/test_certainty.py",)),
    "quantities": (
        tuple(
            f"selon.analysis.quantities.{path.stem}"
            for path in sorted((ROOT / "src/selon/analysis/quantities").glob("*.py"))
            if path.stem != "__init__"
        ),
        tuple(f"tests/analysis/test_{name}.py" for name in ("figures", "plain_numbers", "quantities")),
    ),
    "comparators": (
        tuple(f"selon.questions.{name}" for name in ("comparators", "shared_words", "stories")),
        ("tests/questions/test_comparators_alone.py", "tests/questions/test_comparators.py"),
    ),
}

# Tests of those files that take long, or texts from outside the repository.
LEFT_OUT = ("gold", "public", "survived", "repetitions")

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Continue: ast.Break,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A module's source with one change; ``what`` tells it with its line."""

    module: str
    line: int
    what: str
    source: str


def places(module: str) -> int:
    """How many places of a module can be changed."""
    return len(_places(_tree(module)))


def mutant(module: str, number: int) -> Mutant:
    """The module with its place ``number`` changed."""
    tree = _tree(module)
    node, field, index = _places(tree)[number]
    line = getattr(node, "lineno", 0)
    before, after = _change(node, field, index)
    return Mutant(module, line, f"{before}  →  {after}", ast.unparse(tree))


def _tree(module: str) -> ast.Module:
    # By its path: to ask Python for it would import the package that it is in, and with that the module itself.
    return ast.parse((ROOT / "src" / Path(*module.split("."))).with_suffix(".py").read_text(encoding="utf-8"))


def _places(tree: ast.AST) -> list[tuple[ast.AST, str, int]]:
    return [(node, field, index) for node in _code(tree) for field, index in _changeable(node)]


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run: no docstrings, annotations, imports."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        yield node
        inner: list[ast.AST] = []
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list"):
                continue
            inner += [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, ast.AST)]
        waiting[:0] = [one for one in inner if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))]


def _changeable(node: ast.AST) -> Iterator[tuple[str, int]]:
    if isinstance(node, ast.Compare):
        yield from (("ops", i) for i, op in enumerate(node.ops) if type(op) in SWAPS)
    elif isinstance(node, (ast.BoolOp, ast.BinOp)) and type(node.op) in SWAPS:
        yield "op", 0
    elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int, float, str)) and node.value != "":
        yield "value", 0
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield "test", 0
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield "return", 0
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", 0


def _change(node: ast.AST, field: str, index: int) -> tuple[str, str]:
    """Change the node in place; returns what it was and what it is."""
    before = _brief(node)
    if field == "ops":
        assert isinstance(node, ast.Compare)
        node.ops[index] = SWAPS[type(node.ops[index])]()  # type: ignore[call-overload]
    elif field == "op":
        assert isinstance(node, (ast.BoolOp, ast.BinOp))
        node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif field == "value":
        assert isinstance(node, ast.Constant)
        value = node.value
        node.value = not value if isinstance(value, bool) else f"{value}¤" if isinstance(value, str) else value + 1  # type: ignore[operator]
    elif field == "test":
        assert isinstance(node, (ast.If, ast.IfExp, ast.While))
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif field == "return":
        assert isinstance(node, ast.Return)
        node.value = ast.Constant(None)
    else:
        assert isinstance(node, ast.UnaryOp)
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    ast.fix_missing_locations(node)
    return before, _brief(node)


def _brief(node: ast.AST) -> str:
    text = ast.unparse(node).split("\n")[0]
    return text if len(text) < 90 else f"{text[:87]}…"


class _Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutant's source for its module."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self) if name == self.mutant.module else None

    def exec_module(self, module: object) -> None:
        exec(compile(self.mutant.source, self.mutant.module, "exec"), vars(module))


def survives(mutant: Mutant, tests: tuple[str, ...]) -> bool:
    """Run the tests with the mutant in a fork."""
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            code = _run(mutant, tests)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BROKEN:
        sys.exit(f"the tests of {mutant.module} could not be run")
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def _run(mutant: Mutant, tests: tuple[str, ...]) -> int:
    import pytest

    assert mutant.module not in sys.modules, "it would not be loaded again"
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.meta_path.insert(0, _Mutated(mutant))
    calls = [call for test in tests if (ROOT / test).exists() for call in _calls(ROOT / test)]
    if None not in calls:
        try:
            for call in calls:
                call()  # type: ignore[misc]
        except BaseException:  # whatever it be, the mutant is noticed
            return 1
        return 0
    left_out = " and ".join(f"not {word}" for word in LEFT_OUT)
    options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly", "-k", left_out]
    return int(pytest.main([*options, *(str(ROOT / test) for test in tests if (ROOT / test).exists())]))


def _calls(path: Path) -> Iterator[Callable[[], object] | None]:
    """The tests of a file with the rows of their tables; None for one that wants a fixture or draws its examples."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    for name, test in list(vars(module).items()):
        marks = getattr(test, "pytestmark", [])
        if (
            not name.startswith("test_")
            or any(word in name for word in LEFT_OUT)
            or any(m.name == "slow" for m in marks)
        ):
            continue
        tables = [_rows(*mark.args[:2]) for mark in marks if mark.name == "parametrize"]
        for row in itertools.product(*tables):
            given = {key: value for part in row for key, value in part.items()}
            yield partial(test, **given) if set(inspect.signature(test).parameters) == set(given) else None


def _rows(names: str | tuple[str, ...], values: list[object]) -> list[dict[str, object]]:
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = [getattr(value, "values", value if len(keys) > 1 else (value,)) for value in values]
    return [dict(zip(keys, row, strict=True)) for row in rows]  # type: ignore[call-overload]


def warm() -> None:
    """Load what no mutant touches, once."""
    import hypothesis  # noqa: F401
    import pytest  # noqa: F401

    from selon.analysis.parse import tagger
    from selon.languages import supported

    for code in supported():
        tagger(code)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", choices=[[], *TARGETS], help="what to mutate; by default all")
    parser.add_argument("--sample", type=int, default=60, help="mutants of each; 0: every one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="say of each mutant what became of it")
    options = parser.parse_args()
    os.chdir(ROOT)
    warm()
    poor = False
    for name in options.names or TARGETS:
        modules, tests = TARGETS[name]
        every = [(module, number) for module in modules for number in range(places(module))]
        chance = random.Random(options.seed)
        whole = Mutant(modules[0], 0, "nothing", ast.unparse(_tree(modules[0])))
        assert survives(whole, tests), f"{name}: the tests fail without any mutant"
        drawn = [mutant(*one) for one in chance.sample(every, min(options.sample or len(every), len(every)))]
        began = time.monotonic()
        left = []
        for each in drawn:
            if survives(each, tests):
                left.append(each)
            if options.show:
                said = "survived" if left and left[-1] is each else "killed"
                print(f"  {said}: {each.module}:{each.line}  {each.what}", flush=True)
        share = 100 * (len(drawn) - len(left)) / len(drawn)
        poor |= share < BAR
        told = f"{name}: {len(drawn) - len(left)} of {len(drawn)} mutants killed ({share:.0f} %)"
        print(f"{told}, drawn from {len(every)}, in {time.monotonic() - began:.0f} s", flush=True)
        for each in sorted(left, key=lambda m: (m.module, m.line)):
            print(f"  survived: {each.module}:{each.line}  {each.what}")
    return int(poor)


if __name__ == "__main__":
    sys.exit(main())

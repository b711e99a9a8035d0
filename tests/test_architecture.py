"""The shape of the package: who may import whom, what stands where, how long things are, and no name of a crisis."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.scenario.loader import read

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "game").rglob("*.py"))
IDS = [str(file.relative_to(ROOT)) for file in FILES]
every_file = pytest.mark.parametrize("file", FILES, ids=IDS)
Function = ast.FunctionDef | ast.AsyncFunctionDef

LAYERS = (
    "errors",
    "scenario",
    "rules",
    "players",
    "match",
    ("simulation", "analysis", "frontends"),
    "arguments",
    ("background", "checks", "classrooms", "debriefs"),
    "__main__",
)
FOUNDATION = ("data", "errors", "intervals")
"""Where files and exceptions come from, and intervals: open to all."""


def layer(name: str) -> int:
    """Returns the number of the layer that a part of the package belongs to."""
    return next(k for k, part in enumerate(LAYERS) if name == part or (isinstance(part, tuple) and name in part))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> set[str]:
    """Returns the full names of the modules a file imports."""
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "game"}
    return found


@every_file
def test_imports_point_one_way(file: Path) -> None:
    here, *_ = file.relative_to(ROOT / "game").with_suffix("").parts
    if here in ("__init__", "data", "intervals"):
        return
    for name in imports(file):
        package, _, rest = name.partition(".")
        there = rest.partition(".")[0]
        if package != "game" or there == here or there in FOUNDATION or not there:
            continue
        assert layer(there) < layer(here), f"{here} imports {there}"


@every_file
def test_yaml_is_read_in_one_place_and_pygame_in_the_window_alone(file: Path) -> None:
    place = file.relative_to(ROOT / "game").as_posix()
    roots = {name.partition(".")[0] for name in imports(file)}
    assert "yaml" not in roots or place == "scenario/loader.py"
    if not place.startswith("frontends/desktop/"):
        assert not {root for root in roots if root.startswith("pygame")}
        assert place == "__main__.py" or not any(name.startswith("game.frontends.desktop") for name in imports(file))


@every_file
def test_code_is_executed_in_one_place(file: Path) -> None:
    called = {
        node.func.id for node in ast.walk(tree(file)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if file.relative_to(ROOT / "game").as_posix() != "rules/generate.py":
        assert not called & {"exec", "eval", "compile", "__import__"}


@pytest.mark.parametrize("file", [f for f in FILES if f.parent.name == "rules"], ids=lambda file: file.name)
def test_the_rules_know_no_clock_file_chance_or_fraction(file: Path) -> None:
    banned = {"random", "time", "datetime", "os", "pathlib", "io", "secrets", "math"}
    assert not imports(file) & banned
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "open", "input", "float"}
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float) and file.name != "play.py")
        assert not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div))


@every_file
def test_files_are_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 350


@every_file
def test_functions_are_short(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, Function):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 40, node.name


def test_most_functions_are_very_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, Function)
    )
    assert lengths[len(lengths) // 2] <= 9


def public(node: ast.Module | ast.ClassDef) -> list[ast.AST]:
    """Returns the functions, classes and methods of a module that others may use."""
    found: list[ast.AST] = []
    for inner in node.body:
        if isinstance(inner, ast.ClassDef | Function) and not inner.name.startswith("_"):
            found.append(inner)
            if isinstance(inner, ast.ClassDef):
                found += public(inner)
    return found


@every_file
def test_every_public_name_says_what_it_does(file: Path) -> None:
    assert ast.get_docstring(tree(file)), "the module"
    missing = [node.name for node in public(tree(file)) if not ast.get_docstring(node)]  # type: ignore[attr-defined, arg-type]
    assert not missing


@every_file
def test_nothing_is_left_to_do_and_nobody_is_a_manager(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not re.search(r"\bTODO\b|\bFIXME\b|\bXXX\b", text)
    assert file.name != "utils.py"
    assert not [node.name for node in ast.walk(tree(file)) if isinstance(node, ast.ClassDef) and "Manager" in node.name]


CRISIS = """
cuba cuban cubans havana washington moscow kremlin ussr soviet soviets american americans kennedy khrushchev castro
defcon quarantine missile missiles jupiter jupiters turkey berlin submarine submarines warhead warheads excomm presidium
politburo b59 dobrynin mcnamara mikoyan gromyko nato pentagon congress invasion bomber bombers armageddon
caribbean florida atlantic
"""
DRAWN = {"submarine", "submarines"}
"""Crisis words that are also kinds of vessels in the format."""


@cache
def names_of_the_crisis() -> frozenset[str]:
    """Returns the ids of the shipped scenario that are no ordinary words: those of several words, and the sides."""
    file = ROOT / "scenarios" / "cuba1962.yaml"
    if not file.exists():
        return frozenset()
    root, _ = read(file.read_text("utf-8"), "cuba1962")
    assert root is not None
    data: Any = root.plain
    found = {*data["sides"], data["id"]}
    for section in ("meters", "regions", "reckonings", "triggers", "each_night", "clauses", "channels", "incidents"):
        found |= {*data.get(section, {})}
    for section in ("endings", "aftermath", "personas", "people", "news"):
        found |= {*data.get(section, {})}
    for side in data["sides"]:
        found |= {*data["acts"][side], *data["mandates"][side], *data["advisers"].get(side, {})}
    for region in data["regions"].values():
        found |= {*region["states"]}
    return frozenset(name for name in found if "_" in name or name in data["sides"])


GENERIC = {"no_deal", "standing_down"}
"""Ids of several words that are also words of the format or of the trade."""


@every_file
def test_no_name_of_a_crisis_stands_in_the_game(file: Path) -> None:
    words = set(re.findall(r"[a-z][a-z0-9_]*", file.read_text("utf-8").lower()))
    parts = words | {part for word in words for part in word.split("_")}
    assert not parts & ({*CRISIS.split()} - DRAWN)
    spelled = {
        node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not spelled & (names_of_the_crisis() - GENERIC)
    assert "1962" not in file.read_text("utf-8")

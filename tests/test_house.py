"""What the architecture demands of every file, and what the order of imports alone does not say."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
PACKAGES = (
    "scoring",
    "criteria",
    "reading",
    "intake",
    "records",
    "templates",
    "rounds",
    "flows",
    "nabor",
)
MODULES = sorted(path for package in PACKAGES for path in (HOUSE / package).rglob("*.py"))
ROOMS = sorted(path.parent for path in MODULES if path.name == "__init__.py")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


def name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def imported(path: Path) -> Iterator[str]:
    """Name every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def called(path: Path) -> Iterator[str]:
    """Name every function that a file calls by a plain or dotted name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_there_are_modules():
    assert len(MODULES) > 50


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_one_subject(path: Path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    longest = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {key: lines for key, lines in longest.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("room", ROOMS, ids=name)
def test_a_package_says_what_it_is_for(room: Path):
    tree = ast.parse((room / "__init__.py").read_text("utf-8"))
    assert (ast.get_docstring(tree) or "").strip()


def test_every_folder_with_modules_is_a_package():
    # Alembic loads its migrations from files; they are no package of ours.
    folders = {path.parent for path in MODULES if "migrations" not in path.parts}
    assert sorted(map(name, folders - set(ROOMS))) == []


@pytest.mark.parametrize("path", sorted((HOUSE / "scoring").rglob("*.py")), ids=name)
def test_scoring_needs_the_standard_library_pydantic_and_babel(path: Path):
    roots = {module.partition(".")[0] for module in imported(path)}
    assert roots - set(sys.stdlib_module_names) <= {"scoring", "pydantic", "babel"}


FORBIDDEN = {
    "asyncio",
    "glob",
    "io",
    "locale",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
    "uuid",
}


@pytest.mark.parametrize("path", sorted((HOUSE / "scoring").rglob("*.py")), ids=name)
def test_scoring_reaches_for_no_file_clock_or_chance(path: Path):
    roots = {module.partition(".")[0] for module in imported(path)}
    assert roots & FORBIDDEN == set()
    assert {"open", "print", "input", "eval", "exec", "float", "hash"} & set(called(path)) == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_imported_by_a_way_that_nobody_sees(path: Path):
    assert "__import__" not in set(called(path))


def test_a_flow_is_not_named_like_a_package():
    names = {path.stem for path in (HOUSE / "flows").glob("*.py")} - {"__init__"}
    assert names & ({*PACKAGES, *sys.stdlib_module_names}) == set()
    # The list of what is served and what flows share are no flows, and never loaded by their files.
    assert all("_" in one for one in names - {"deployments", "steps"})

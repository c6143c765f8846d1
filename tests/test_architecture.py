"""The rules of the house that ruff and mypy do not know."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

import pytest
from django.apps import apps

from organisation.querysets import ScopedQuerySet
from tests.product import ROOT

PACKAGES = (
    *("config", "start", "demo", "qualityreport", "deviations", "indicators", "risks", "reviews"),
    *("measures", "imports", "organisation", "jobs", "audit", "lib"),
)
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 8
DOORS = {
    "weasyprint": "lib/pdf",
    "matplotlib": "lib/charts",
    "pandas": "indicators/series.py",
    "urllib3": "indicators/kolada/client.py",
}


def sources() -> list[Path]:
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(ROOT.glob("templates/**/*.html"))


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def imported(path: Path) -> set[str]:
    """Top-level names of all packages that the file imports, also inside functions."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_files_stay_short() -> None:
    lengths = {shown(path): len(path.read_text().splitlines()) for path in sources()}
    assert {path: lines for path, lines in lengths.items() if lines >= LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    assert [
        f"{shown(path)}:{function.lineno} {function.name}"
        for path in sources()
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    ] == []


def test_most_functions_are_very_short() -> None:
    assert median(length(f) for path in sources() for f in functions(path)) < MEDIAN_FUNCTION


@pytest.mark.parametrize(("library", "door"), DOORS.items())
def test_heavy_libraries_have_one_door(library: str, door: str) -> None:
    users = [shown(path) for path in sources() if library in imported(path)]
    assert users
    assert [user for user in users if not user.startswith(door)] == []


START = "import django, sys; django.setup(); import config.urls; print(*sys.modules)"


def test_heavy_libraries_are_not_loaded_at_start() -> None:
    run = subprocess.run(
        [sys.executable, "-c", START], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert set(run.stdout.split()) & {"matplotlib", "weasyprint", "pandas", "numpy"} == set()


def scoped_models() -> set[str]:
    return {
        model.__name__
        for model in apps.get_models()
        if isinstance(model._default_manager.all(), ScopedQuerySet)
    }


def spoken_to_people() -> list[Path]:
    """Views and forms, as files or as packages."""
    return [path for path in sources() if re.search(r"/(views\w*|forms)(/|\.py)", str(path))]


# `editable_by(person)` and its like begin with visible_to.
SCOPED_READ = re.compile(r"visible_to|within|none|\w+_by")


def unscoped_reads(path: Path) -> Iterator[str]:
    """`Model.objects.x` where x may reach more than the person sees."""
    scoped = scoped_models()
    for node in ast.walk(tree(path)):
        match node:
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id=model), attr="objects"), attr=method
            ) if model in scoped and not SCOPED_READ.fullmatch(method):
                yield f"{model}.objects.{method}:{node.lineno}"


def test_there_are_scoped_models_to_guard() -> None:
    assert "Deviation" in scoped_models()


def test_views_and_forms_begin_with_what_the_person_may_see() -> None:
    found = {shown(path): list(unscoped_reads(path)) for path in spoken_to_people()}
    assert {path: reads for path, reads in found.items() if reads} == {}


def test_forms_name_their_fields() -> None:
    """So that a new column is not open to everybody by itself."""
    open_forms = [
        f"{shown(path)}:{node.lineno}"
        for path in spoken_to_people()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assign)
        and re.match(r"exclude = |fields = '__all__'", ast.unparse(node))
    ]
    assert open_forms == []


UNFINISHED = re.compile(r"(#|//|/\*|<!--).*\b(TODO|FIXME)\b")
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|<script(?![^>]*\bsrc=)|<[^>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE
)


def test_nothing_is_left_for_later() -> None:
    files = [*sources(), *templates(), *ROOT.glob("static/**/*.css"), *ROOT.glob("static/**/*.js")]
    assert [shown(path) for path in files if UNFINISHED.search(path.read_text())] == []


def test_templates_hold_no_inline_style_or_script() -> None:
    """The content policy would block them in silence; a file to be saved must hold its own."""
    pages = [path for path in templates() if shown(path) != "templates/report/web.html"]
    found = {shown(path): INLINE.findall(path.read_text()) for path in pages}
    assert {path: hits for path, hits in found.items() if hits} == {}


def requirements(name: str) -> set[str]:
    lines = (ROOT / name).read_text().splitlines()
    return {re.split(r"[\[=]", line)[0] for line in lines if re.match(r"[a-z]", line)}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_earns_its_place(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    assert [line for line in lines if re.match(r"[a-z]", line) and "==" not in line] == []
    reasons = (ROOT / "docs" / "dependencies.md").read_text()
    assert [package for package in requirements(name) if f"| {package} |" not in reasons] == []


def test_what_is_imported_is_required() -> None:
    distributions = packages_distributions()
    names = set().union(*(imported(path) for path in sources())) - set(sys.stdlib_module_names)
    foreign = names - set(PACKAGES)
    assert {
        name
        for name in foreign
        if not {d.lower().replace("_", "-") for d in distributions.get(name, [])}
        & requirements("requirements.txt")
    } == set()


def test_arrows_point_down_only() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout

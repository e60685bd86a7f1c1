"""How the house is kept: small files that say why they exist, and texts only in the catalogues."""

import ast
import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "services", "storage", "sandbox", "benchmarks", "tests")
LONGEST = 350
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "versions" not in path.parts
)
VIETNAMESE = re.compile(
    "[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def literals(tree: ast.Module) -> list[ast.Constant]:
    """Every text in a module but docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]


def test_no_file_is_long() -> None:
    long = {name(p): n for p in MODULES if (n := len(p.read_text().splitlines())) > LONGEST}
    assert long == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_says_why_it_exists(package: str) -> None:
    silent = [
        name(path)
        for path in MODULES
        if path.is_relative_to(ROOT / package)
        and (text := path.read_text(encoding="utf-8")).strip()
        and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


ALLOWED = {
    "bot/demo/founding.py",  # the name of the invented school
    "bot/cli_ask.py",  # what people type for "yes"
    "handlers/language.py",  # a language is named in itself
}


@pytest.mark.parametrize("package", ["bot", "handlers"])
def test_what_people_read_stands_in_the_catalogues(package: str) -> None:
    found = [
        f"{name(path)}:{literal.lineno} {literal.value}"
        for path in MODULES
        if path.is_relative_to(ROOT / package) and name(path) not in ALLOWED
        for literal in literals(ast.parse(path.read_text(encoding="utf-8")))
        if VIETNAMESE.search(unicodedata.normalize("NFC", literal.value))
    ]
    assert found == []


def test_everything_is_written_in_composed_form() -> None:
    """Decomposed letters look the same and are found by nobody; tests write them as escapes."""
    catalogues = sorted((ROOT / "locales").glob("*.ftl"))
    assert catalogues
    for path in (*catalogues, *MODULES):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), name(path)


def test_nothing_is_left_for_later_and_nothing_is_swallowed() -> None:
    for path in MODULES:
        if path.is_relative_to(ROOT / "tests"):
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(TODO|FIXME|XXX)\b", text), name(path)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ExceptHandler) and not isinstance(node.type, ast.Tuple):
                broad = node.type is None or ast.unparse(node.type) in (
                    "Exception",
                    "BaseException",
                )
                passes = all(isinstance(line, ast.Pass) for line in node.body)
                assert not (broad and passes), f"{name(path)}:{node.lineno}"


def test_no_filter_runs_in_a_thread() -> None:
    """aiogram runs every filter that is not async in a thread: no F.x, no lambda."""
    for path in (ROOT / "handlers").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"from aiogram import .*\bF\b", text), name(path)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr not in ("register", "message", "callback_query"):
                    continue
                assert not any(isinstance(a, ast.Lambda) for a in node.args), name(path)

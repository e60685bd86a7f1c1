"""The catalogues are complete: both languages have every key, no key is unused, none is missing."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
CODE = [
    path.read_text(encoding="utf-8")
    for folder in ("bot", "handlers", "services")
    for path in (ROOT / folder).rglob("*.py")
]
LITERALS = {
    text for code in CODE for text in re.findall(r"[\"']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[\"']", code)
}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.names.add(node.id.name)


def catalogue(language: str) -> dict[str, set[str]]:
    """Every key of a language with the variables that its text uses."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "locales").glob(f"*.{language}.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert type(entry).__name__ != "Junk", f"{path.name}: {entry.content[:60]}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} twice"
                seen = _Variables()
                seen.visit(entry)
                found[entry.id.name] = seen.names
    return found


def test_both_languages_say_everything() -> None:
    assert catalogue("vi").keys() == catalogue("en").keys()


def test_both_languages_use_the_same_values() -> None:
    vietnamese, english = catalogue("vi"), catalogue("en")
    differing = [key for key in vietnamese if vietnamese[key] != english.get(key)]
    assert not differing


def test_no_text_is_unused() -> None:
    assert not sorted(catalogue("vi").keys() - LITERALS)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_that_code_asks_for_is_there(language: str) -> None:
    asked = {
        key
        for code in CODE
        for key in re.findall(r"(?:\bt|\.t|\.plain|\bplain)\(\s*\"([a-z][a-z0-9-]*)\"", code)
    }
    refused = {
        key
        for code in CODE
        for key in re.findall(
            r"(?:Refusal|NotAllowed|NotFound|AlreadyDecided|Outdated|Invalid)\(\s*\"([a-z][a-z0-9-]*)\"",
            code,
        )
    }
    assert not sorted((asked | refused) - catalogue(language).keys())


def test_texts_are_in_composed_form_and_one_spelling() -> None:
    import unicodedata

    for path in (ROOT / "locales").glob("*.vi.ftl"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert "trình duyệt" not in text.casefold(), path.name
        old = re.findall(
            r"\b\w*(?:(?<!q)u[ýỳỷỹỵ]|o[àáảãạ]|o[èéẻẽẹ])\b|\b(?:kỳ|lý|mỹ thuật)\b", text
        )
        assert not old, f"{path.name}: {old}"

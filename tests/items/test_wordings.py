"""One component against one small text: what shows it in the words of other agencies, and what only looks like it.

wordings.yaml maps a component to texts in which it is found, and to texts in which it is not: a heading alone, a form
to be filled in, a promise, another item's words. What is unclear is for a person, what is absent is surely not there.
A text is "kind: line ¶ line": T: the title, L: a link, # a heading, | a row of a table, whose first row is its head.
All of it is fictional.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from oit_checker.checklist import all_phrases, load_checklist
from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.judge.status import component_year
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Page
from oit_checker.thai.phrases import PhraseIndex
from tests.items.test_items import CHECKLIST, TODAY, page_of

WORDINGS: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "wordings.yaml").read_text(encoding="utf-8")
)

MAY_BE = {
    "found": {ComponentStatus.FOUND},
    "not_found": {ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE},
    "unclear": {ComponentStatus.UNREADABLE},
    "absent": {ComponentStatus.NOT_FOUND},
}


@cache
def index() -> PhraseIndex:
    return PhraseIndex(all_phrases(CHECKLIST), CHECKLIST.not_in)


def read(text: str) -> Page:
    kind, _, rest = text.partition(": ")
    lines = [line.strip() for line in rest.split("¶")]
    document = {"kind": kind, "text": "\n".join(line for line in lines if not line.startswith(("T:", "L:")))}
    title = next((line.removeprefix("T:").strip() for line in lines if line.startswith("T:")), None)
    links = "\n".join(line.removeprefix("L:") for line in lines if line.startswith("L:"))
    return page_of({**document, "title": title, **({"links": links} if links else {})})


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(name, text, expected, id=f"{name} {expected} {number}")
        for name, sides in WORDINGS.items()
        for expected, texts in sides.items()
        for number, text in enumerate(texts)
    ],
)
def test_a_wording(name: str, text: str, expected: str) -> None:
    item = CHECKLIST.item(name.partition(".")[0])
    assert item is not None
    component = next(one for one in item.components if one.id == name)
    seen = look(component, Matter(read(text), index(), TODAY), wanted=component_year(component, item, CHECKLIST.year))
    assert seen.status in MAY_BE[expected], (text, seen.snippet, seen.note)


def test_both_checklists_know_the_shared_wordings() -> None:
    shipped = {name: load_checklist(name) for name in ("nacc-2568", "nacc-2569")}
    ways = {
        name: {
            (item.topics[0], part.id.partition(".")[2]): part.or_
            for item in checklist.items
            for part in item.components
        }
        for name, checklist in shipped.items()
    }
    shared = ways["nacc-2568"].keys() & ways["nacc-2569"].keys()
    assert {key for key in shared if ways["nacc-2568"][key] != ways["nacc-2569"][key]} == set()

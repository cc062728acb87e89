"""What must hold in every checklist that ships, whoever edits it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from oit_checker.checklist import all_phrases, available, load_checklist
from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.model.checklist import Basis, Checklist, EvidenceYear, Item
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Page, PageKind
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold

CHECKLISTS = [load_checklist(name) for name in available()]
EVERY_LIST = pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda checklist: checklist.id)
EVERY_ITEM = pytest.mark.parametrize(
    ("checklist", "item"),
    [
        pytest.param(checklist, item, id=f"{checklist.id} {item.code}")
        for checklist in CHECKLISTS
        for item in checklist.items
    ],
)
SHOWN_BY_A_TITLE = {"items", "plan", "task", "code", "report", "subject"}
"""Components that say what a document is; its title may show them. Everything else takes more than a title."""


@EVERY_LIST
def test_a_topic_belongs_to_one_item(checklist: Checklist) -> None:
    topics = Counter(topic for item in checklist.items for topic in item.topics)
    assert [topic for topic, count in topics.items() if count > 1] == []


@EVERY_LIST
def test_every_sub_indicator_has_items(checklist: Checklist) -> None:
    grouped = [code for indicator in checklist.indicators for code in indicator.sub_indicators]
    assert sorted(grouped) == sorted({item.sub_indicator for item in checklist.items})


@EVERY_LIST
def test_levels_fall_from_best_to_worst(checklist: Checklist) -> None:
    least = [(level.ita_min, level.each_min or 0.0) for level in checklist.levels]
    assert least == sorted(least, reverse=True)
    assert least[-1] == (0.0, 0.0)


@EVERY_LIST
def test_a_source_of_the_registry_is_used(checklist: Checklist) -> None:
    used = {source for item in checklist.items for source in item.sources}
    used |= {source for item in checklist.items for component in item.components for source in component.sources}
    assert set(checklist.source_registry) == used


@EVERY_LIST
def test_no_group_heading_is_an_item(checklist: Checklist) -> None:
    titles = {fold(item.title_th) for known in CHECKLISTS for item in known.items}
    assert [heading for heading in checklist.group_headings if fold(heading) in titles] == []


@EVERY_LIST
def test_a_blocker_holds_the_word_it_blocks(checklist: Checklist) -> None:
    wrong = [
        (phrase, longer)
        for phrase, blockers in checklist.not_in.items()
        for longer in blockers
        if fold(phrase) not in fold(longer) or fold(phrase) == fold(longer)
    ]
    assert wrong == []


@EVERY_LIST
def test_topics_mean_the_same_in_every_year(checklist: Checklist) -> None:
    years = {topic: item.evidence_year for known in CHECKLISTS for item in known.items for topic in item.topics[:1]}
    for item in checklist.items:
        assert years[item.topics[0]] is item.evidence_year


@EVERY_ITEM
def test_a_word_has_one_grade(checklist: Checklist, item: Item) -> None:
    words = item.keywords
    graded = Counter(fold(phrase) for phrases in (words.strong, words.weak, words.negative) for phrase in set(phrases))
    assert [phrase for phrase, count in graded.items() if count > 1] == []


@pytest.mark.parametrize("name", available())
def test_no_word_of_an_item_names_a_year(name: str) -> None:
    text = (files("checklists") / f"{name}.yaml").read_text(encoding="utf-8")
    items = text.partition("\nitems:")[2]
    assert re.findall(r".*(?:25[0-9]{2}|๒๕[๐-๙]{2}).*", items) == [], "write {year} or {previous}"


@EVERY_ITEM
def test_the_items_own_title_is_of_a_kind_it_takes(checklist: Checklist, item: Item) -> None:
    for title in filter(None, (item.title_th, item.title_as_published)):
        assert not contradicts(kinds_of_title(title), item.document_kinds)


@EVERY_ITEM
def test_what_can_fail_an_item_is_not_proven_by_its_title(checklist: Checklist, item: Item) -> None:
    title = f"{item.title_th} ประจำปีงบประมาณ พ.ศ. {checklist.fiscal_year}"
    index = PhraseIndex(all_phrases(checklist), checklist.not_in)
    matter = Matter(Page(url="https://www.example.go.th/", kind=PageKind.HTML, title=title), index, date(2026, 7, 1))
    binding = [part for part in item.components if part.required and part.basis.is_binding]
    found = {part.id for part in binding if look(part, matter, wanted=None).status is ComponentStatus.FOUND}
    assert {name.partition(".")[2] for name in found} <= SHOWN_BY_A_TITLE


def test_only_the_manuals_own_words_are_quoted() -> None:
    quoted = {
        component.id
        for checklist in CHECKLISTS
        for item in checklist.items
        for component in item.components
        if component.basis is Basis.QUOTED
    }
    item = load_checklist("nacc-2569").item("O25")
    assert item is not None
    assert quoted == {component.id for component in item.components}


@pytest.mark.parametrize(
    ("component", "year"),
    [
        pytest.param("O13.recruit", EvidenceYear.ANY, id="rules of recruitment stay in force"),
        pytest.param("O13.plan", None, id="the plan is this year's, as the item"),
        pytest.param("O15.code", EvidenceYear.ANY, id="a code of ethics stands for years"),
        pytest.param("O15.training", None, id="training is this year's"),
        pytest.param("O20.report", EvidenceYear.PREVIOUS, id="the report on the policy is last year's"),
        pytest.param("O20.rule128", EvidenceYear.ANY, id="section 128 has no year"),
        pytest.param("O25.analysis", None, id="this year's analysis of last year's scores"),
    ],
)
def test_parts_of_another_year_than_their_item(component: str, year: EvidenceYear | None) -> None:
    item = load_checklist("nacc-2569").item(component.partition(".")[0])
    assert item is not None
    part = next(part for part in item.components if part.id == component)
    assert part.evidence_year is year

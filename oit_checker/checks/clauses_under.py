"""Clauses under a heading that says what they are: a part called หลักเกณฑ์ makes each numbered clause of it one.

headings      words with which the heading begins, apart from ส่วนที่ 1; the title of a document is one as well
not_headings  words of headings, and of parts further down, that speak of another thing (แผน)
holding       words of which one must stand in the first words of a clause (สรรหา), before its colon
clauses       how many clauses the heading must have (default 2)
min_letters   how much a clause must say (default 30 letters); a line of a table of contents says less

FOUND       หลักเกณฑ์การบริหารงานบุคคล / 1. การสรรหา: สอบแข่งขันโดยประกาศล่วงหน้า … / 2. การประเมิน: …
NOT FOUND   หลักเกณฑ์ / 1. การสรรหา 3 / 2. การประเมิน 5   (a table of contents) · แผน … / 1. การสรรหา …
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.told_under import HEADING_LETTERS
from oit_checker.model.checklist import Component
from oit_checker.model.page import Passage
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

FIRST_WORDS = 40  # folded letters of a clause in which it says what it is about
_CLAUSE = regex(r"^\(?(?:ข้อ(?:ที่)?)?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?(?=[ก-ฮเ-ไ])")
_NEXT_PART = regex(r"^(?:ส่วนที่|หมวด(?:ที่)?|บทที่|ตอนที่|ภาคผนวก)[\dก-ฮ]")
_NUMBERED = regex(r"^(?:ส่วนที่|หมวด(?:ที่)?|บทที่|ตอนที่|ข้อ(?=\d))?[\d.)]*")


def clauses_under(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    headings: Sequence[str],
    holding: Sequence[str],
    not_headings: Sequence[str] = (),
    clauses: int = 2,
    min_letters: int = 30,
) -> Observation:
    """Look through the clauses under each heading."""
    if not (matter.holds(headings) and matter.holds(holding)):
        return absent()
    passages = matter.page.passages
    names, others = matter.folded_words(headings), matter.folded_words(not_headings)
    words = re.compile("|".join(map(re.escape, matter.folded_words(holding))))
    for number, passage in enumerate(passages):
        if not _heads(matter.fold(passage.text), names, others):
            continue
        told = list(_clauses(passages[number + 1 :], matter, others))
        about = next((one for one, said in told if len(said) >= min_letters and words.search(_subject(said))), None)
        if about is not None and len(told) >= clauses:
            return found(f"{squeeze(passage.text)}: {squeeze(about.text)[:100]}", "ใต้หัวข้อ")
    return absent()


def _heads(folded: str, names: Sequence[str], others: Sequence[str]) -> bool:
    is_other = any(word in folded for word in others)
    return not is_other and len(folded) <= HEADING_LETTERS and _NUMBERED.sub("", folded).startswith(tuple(names))


def _clauses(following: Sequence[Passage], matter: Matter, others: Sequence[str]) -> Iterator[tuple[Passage, str]]:
    """The clauses up to the next part, each with what it says; short ones may have been taken for headings."""
    folded = ((passage, matter.fold(passage.text)) for passage in following)
    part = list(takewhile(lambda one: not _ends(one[1], others), folded))
    for at, (passage, text) in enumerate(part):
        number = _CLAUSE.match(text)
        if number is not None:
            yield passage, text[number.end() :] + _below(passage, part[at + 1 :])


def _below(clause: Passage, following: Sequence[tuple[Passage, str]]) -> str:
    """What a clause that is a heading says: the paragraphs below it, up to the next clause or heading."""
    if not clause.is_heading:
        return ""
    said = takewhile(lambda one: not (one[0].is_heading or _CLAUSE.match(one[1])), following)
    return "".join(f":{text}" for _, text in said)


def _ends(folded: str, others: Sequence[str]) -> bool:
    is_other = len(folded) <= HEADING_LETTERS and _NUMBERED.sub("", folded).startswith(tuple(others))
    return _NEXT_PART.match(folded) is not None or (bool(others) and is_other)


def _subject(said: str) -> str:
    return said.partition(":")[0][:FIRST_WORDS]

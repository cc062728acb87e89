"""A short line over the labelled lines of one thing is its name: แจ้งย้าย over ขั้นตอน …, ค่าธรรมเนียม …, เอกสาร ….

beside     lists of words; lines under the name must begin with a word of so many of the lists
generic    names that name nothing by themselves (บริการประชาชน)
min_labels how many lists must be met (default 3)
lines      in how many lines under the name, up to the next heading (default 8)

FOUND       ขอเช่าเรือ / ขั้นตอน: … / ค่าเช่า: … / เอกสาร: …
NOT FOUND   บริการประชาชน / ขั้นตอน: … / ค่าธรรมเนียม: … / เอกสาร: …
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import squeeze

LEAST_NAME, LONGEST_NAME = 6, 60  # folded letters


def named_over(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    beside: list[list[str]],
    generic: Sequence[str] = (),
    min_labels: int = 3,
    lines: int = 8,
) -> Observation:
    """Look at each line that begins with the first label that is met, and at the line above it."""
    groups = [tuple(matter.folded_words(words)) for words in beside]
    if sum(matter.holds(words) for words in beside) < min_labels:
        return absent()
    passages = [passage for passage in matter.page.passages if not passage.names_link]
    folded = [matter.fold(passage.text) for passage in passages]
    every = tuple(word for words in groups for word in words)
    nothing = set(matter.folded_words(generic))
    for number, text in enumerate(folded[:-1]):
        if text.startswith(every) or not folded[number + 1].startswith(every) or not _names(text, nothing):
            continue
        below = zip(passages[number + 1 :], folded[number + 1 :], strict=True)
        ends_with = takewhile(lambda one: not one[0].is_heading or one[1].startswith(every), below)
        under = [line for _, line in islice(ends_with, lines)]
        if sum(any(line.startswith(words) for line in under) for words in groups) >= min_labels:
            return found(squeeze(passages[number].text), "เหนือรายละเอียดของงาน")
    return absent()


def _names(text: str, nothing: set[str]) -> bool:
    return LEAST_NAME <= len(text) <= LONGEST_NAME and ":" not in text and text not in nothing

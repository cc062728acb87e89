"""How like two titles are: the quick way to tell it of many says the same as the plain one."""

from __future__ import annotations

import random

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.hub_titles import titles_of
from oit_checker.match.hub_words import ALIKE, SURE, alike, likeness


@pytest.mark.parametrize("least", [ALIKE, SURE])
@pytest.mark.parametrize("seed", range(6))
def test_those_that_are_alike_are_found_among_many(seed: int, least: float) -> None:
    chance = random.Random(seed)
    known = [one.bare for one in titles_of(load_checklist("nacc-2569")).known]
    words = [title[at : at + 9] for title in known for at in range(0, len(title), 9)]
    printed = ["", *known[:40], *(title[: chance.randrange(40)] for title in known)]
    printed += ["".join(chance.choices(words, k=chance.randrange(1, 6))) for _ in range(100)]
    printed += [title + chance.choice(words) for title in chance.sample(known, 40)]
    for one in printed:
        plainly = [(at, score) for at, title in enumerate(known) if (score := likeness(one, title)) >= least]
        assert list(alike(one, known, least)) == plainly

import random
import re

import pytest

from oit_checker.thai.longest import LongestWords, between


@pytest.mark.parametrize("seed", range(200))
def test_the_longest_words_are_those_of_a_regular_expression(seed: int) -> None:
    chance = random.Random(seed)
    words = {"".join(chance.choices("กขa", k=chance.randint(1, 5))) for _ in range(chance.randint(1, 12))}
    text = "".join(chance.choices("กขa ", k=60))
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    spans = LongestWords(words).spans(text)
    assert spans == [found.span() for found in pattern.finditer(text)]
    assert between(text, spans) == pattern.sub(" ", text)


def test_no_words_stand_nowhere() -> None:
    assert LongestWords(["", ""]).spans("ก") == []

import random
import re

import pytest

from oit_checker.thai import name_years
from oit_checker.thai.name_years import year_mentions_in_name


@pytest.mark.parametrize("seed", range(20))
def test_a_name_that_is_passed_over_names_no_year(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    signs = [
        "0",
        "1",
        "2",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "_",
        "-",
        "/",
        "+",
        "=",
        "%20",
        "ITA",
        "FY",
        "?y=",
        ".",
    ]
    names = ["https://x.go.th/" + "".join(chance.choices(signs, k=chance.randint(1, 9))) for _ in range(300)]
    quickly = [year_mentions_in_name(name) for name in names]
    monkeypatch.setattr(name_years, "_MAY_BE_YEAR", re.compile(""))
    assert [year_mentions_in_name(name) for name in names] == quickly
    assert any(quickly)

"""What an audit needs after its crawl is loaded before, all of it."""

from __future__ import annotations

import subprocess
import sys

from oit_checker.ready import make_ready
from oit_checker.thai import months, year_rules, years

LOADED_LATE = """
import sys
from oit_checker.ready import make_ready
make_ready()
before = set(sys.modules)
import httpx
httpx.AsyncHTTPTransport()
print(sorted(name for name in set(sys.modules) - before if name.startswith(("httpcore", "h11", "anyio"))))
"""


def test_the_rules_for_years_that_nearly_every_site_needs_are_compiled() -> None:
    for rule in year_rules.AFTER_DATES:
        vars(rule).pop("compiled", None)
    years._of_short_text.cache_clear()
    months._date_patterns.cache_clear()
    make_ready()
    needed = [rule for rule in year_rules.AFTER_DATES if rule.may_match({"ปี", "ศ"})]
    assert needed
    assert all("compiled" in vars(rule) for rule in needed)
    assert months._date_patterns.cache_info().currsize == 1


def test_the_first_question_to_the_web_has_nothing_to_load() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED_LATE], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

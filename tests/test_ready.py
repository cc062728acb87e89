"""What an audit needs after its crawl is loaded before, all of it."""

from __future__ import annotations

import subprocess
import sys

from oit_checker.ready import make_ready
from oit_checker.thai import months, years

LOADED_LATE = """
import sys
from oit_checker.ready import make_ready
make_ready()
before = set(sys.modules)
import httpx
httpx.AsyncHTTPTransport()
print(sorted(name for name in set(sys.modules) - before if name.startswith(("httpcore", "h11", "anyio"))))
"""


def test_every_rule_for_years_is_compiled() -> None:
    years._compiled.cache_clear()
    years._of_short_text.cache_clear()
    months._date_patterns.cache_clear()
    make_ready()
    assert years._compiled.cache_info().currsize == len((years._BEFORE_DATES, years._AFTER_DATES))
    assert months._date_patterns.cache_info().currsize == 1


def test_the_first_question_to_the_web_has_nothing_to_load() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED_LATE], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

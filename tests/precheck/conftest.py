"""Makes the makers of test documents importable by the tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path
from string import Template

import pytest

SITES = Path(__file__).parents[1] / "sites"
sys.path.insert(0, str(SITES))


@pytest.fixture
def source() -> Source:
    return Source()


class Source:
    """Texts of evidence that is whole, as the test sites publish it."""

    def __call__(self, name: str, year: int = 2569, agency: str = "สถาบันตัวอย่าง") -> str:
        words = {
            "agency": agency,
            "year": str(year),
            "last": str(year - 1),
            "before": str(year - 2),
            "next": str(year + 1),
        }
        return Template((SITES / "evidence" / f"{name}.txt").read_text("utf-8")).substitute(words)

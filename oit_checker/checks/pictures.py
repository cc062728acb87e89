"""The page shows pictures (photographs, charts), icons and logos not counted.

min_count   how many pictures must be there (default 1)

FOUND       a page of executives with five portraits
NOT FOUND   a page of text only
UNREADABLE  a scanned page: what its picture shows cannot be told
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear


def pictures(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 1) -> Observation:
    """Count the content pictures."""
    count = matter.page.pictures
    return found(f"ภาพ {count} ภาพ", "ในหน้า") if count >= max(min_count, 1) else absent()

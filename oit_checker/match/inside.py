"""An archive that is offered as evidence is worth what the documents inside it are worth."""

from __future__ import annotations

from dataclasses import replace

from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page
from oit_checker.urls import fragment_of


def opened_up(candidate: Candidate, page: Page | None) -> list[tuple[Candidate, Page | None]]:
    """Each document of an archive as a candidate of its own; anything else as it is.

    The archive itself stays beside them where our limits kept a part of it from being read: what was not found may
    stand there.
    """
    if page is None or not page.inner:
        return [(candidate, page)]
    opened: list[tuple[Candidate, Page | None]] = [
        (replace(candidate, url=inner.url, member=fragment_of(inner.url)), inner) for inner in page.inner
    ]
    return [*opened, (candidate, page)] if page.cut else opened

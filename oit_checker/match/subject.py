"""Which items a document itself claims to answer, by its own title."""

from __future__ import annotations

from oit_checker.match.claims import Claim, Claims
from oit_checker.match.title_lines import title_lines
from oit_checker.model.page import Page


def subjects_of(page: Page, claims: Claims) -> tuple[Claim, ...]:
    """The items that the title lines of a document plainly name, most plainly first; empty where they name none."""
    of_title = claims.of(" \n ".join(title_lines(page)))
    named = [claim for claim in of_title.values() if claim.strong and not claim.negative]
    return tuple(sorted(named, key=lambda claim: -claim.weight))

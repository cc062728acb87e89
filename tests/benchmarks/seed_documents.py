"""Judge documents that lie in a folder as evidence of an item: which item, what kind, which year, which components.

    OIT_SEEDS=/path/to/texts python tests/benchmarks/seed_documents.py [O25]

Without OIT_SEEDS the folder `seeds` beside OIT_CORPUS is read; without either the
benchmark is skipped. It prints one row a document and measures nothing else.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from oit_checker.checklist import all_phrases, load_checklist
from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.documents.extract import extract
from oit_checker.judge.status import component_year
from oit_checker.match.claims import Claims
from oit_checker.match.kinds import kinds_of_title
from oit_checker.match.subject import subjects_of
from oit_checker.match.title_lines import title_lines
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate, ComponentStatus
from oit_checker.thai.phrases import PhraseIndex


def folder() -> Path | None:
    """Where the documents lie; None where nobody says."""
    named = os.environ.get("OIT_SEEDS")
    beside = os.environ.get("OIT_CORPUS")
    place = Path(named) if named else Path(beside).parent / "seeds" if beside else None
    return place if place is not None and place.is_dir() else None


def main(code: str = "O25") -> None:
    place = folder()
    if place is None:
        print("skipped: OIT_SEEDS (or OIT_CORPUS with a folder seeds beside it) is not set")
        return
    checklist = load_checklist("nacc-2569")
    claims = Claims(checklist)
    index = PhraseIndex(all_phrases(checklist), checklist.not_in)
    item = checklist.item(code)
    assert item is not None
    for path in sorted(place.iterdir()):
        page = extract(path.read_bytes(), url=f"https://www.example.go.th/{path.name}", media_type=None)
        matter = Matter(page, index, date(2026, 4, 30))
        candidate = Candidate(code, page.url, "", "", (), (), 0.0)
        found = year_of(
            page,
            candidate,
            item.evidence_year.seen_from(checklist.year),
            not_after=item.year_not_after,
            text_years=lambda matter=matter: [mention for _, mention in matter.years],  # type: ignore[misc]
        )
        seen = [look(c, matter, wanted=component_year(c, item, checklist.year)) for c in item.components]
        kinds = next((kinds for line in title_lines(page) if (kinds := kinds_of_title(line))), ())
        print(path.name)
        print(f"  title      {(page.title or '')[:100]}")
        print(f"  answers    {', '.join(claim.code for claim in subjects_of(page, claims)) or 'nothing'}")
        print(f"  kind       {', '.join(kind.value for kind in kinds) or 'unknown'}")
        print(f"  year       {found.be} ({found.basis}: {found.quote})")
        has = [result.id for result in seen if result.status is ComponentStatus.FOUND]
        print(f"  {code} has   {len(has)} of {len(seen)}: {', '.join(has)}")


if __name__ == "__main__":
    main(*sys.argv[1:])

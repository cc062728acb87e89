"""Report A, report B → what became better, what worse, and what one of the two runs could not see. Pure."""

from __future__ import annotations

from oit_checker.model.evidence import ComponentStatus, Evidence, Finding, ItemStatus
from oit_checker.model.report import Changes, GapReport, ItemChange

_FROM_WORST = tuple(ItemStatus)


def changes_since(earlier: GapReport, report: GapReport) -> Changes | None:
    """What changed between two runs over one website; None where they cannot be compared.

    They can where both could see the website and hold it against the same checklist. The same run judged anew is
    no second look at the website.
    """
    runs = (earlier.run, report.run)
    if any(run.outcome == "failed" for run in runs) or earlier.checklist.id != report.checklist.id:
        return None
    if earlier.run.id and earlier.run.id == report.run.id:
        return None
    before = {finding.code: finding for finding in earlier.items}
    moved = [(before[it.code], it) for it in report.items if it.code in before and before[it.code].status != it.status]
    seen = [(old, new) for old, new in moved if not (_is_unseen(old) or _is_unseen(new))]
    return Changes(
        since=earlier.run.started_at,
        run_id=earlier.run.id,
        oit=earlier.score.oit,
        better=tuple(_change(old, new) for old, new in seen if _rank(new) > _rank(old)),
        worse=tuple(_change(old, new) for old, new in seen if _rank(new) < _rank(old)),
        unclear=tuple(_change(old, new) for old, new in moved if (old, new) not in seen),
    )


def _change(old: Finding, new: Finding) -> ItemChange:
    return ItemChange(new.code, new.title, old.status, new.status)


def _rank(finding: Finding) -> int:
    return _FROM_WORST.index(finding.status)


def _is_unseen(finding: Finding) -> bool:
    """Whether the program saw nothing that it could judge by: what then changed may be its sight alone."""
    return finding.status is ItemStatus.REVIEW and not any(map(_was_read, finding.evidence))


def _was_read(piece: Evidence) -> bool:
    if not piece.verification.opens:
        return not piece.verification.is_our_limit
    parts = piece.components
    return not parts or any(part.status is not ComponentStatus.UNREADABLE for part in parts)

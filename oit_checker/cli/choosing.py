"""Which checklist --checklist and --year mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oit_checker.model.checklist import Checklist

LATEST = "nacc-2569"


def chosen_checklist(name: str | None, year: int | None) -> Checklist:
    """The checklist of that name or file, or that year's; the latest where neither is given.

    Raises UsageError where the two do not fit, or the year is a Christian one.
    """
    from oit_checker.checklist import checklist_for_year, load_checklist
    from oit_checker.errors import UsageError

    if year is not None and 1900 <= year < 2400:
        raise UsageError(
            f"{year} is a Christian year (ค.ศ.)", remedy=f"Give the Buddhist year (พ.ศ.): --year {year + 543}"
        )
    if name is None:
        return load_checklist(LATEST) if year is None else checklist_for_year(year)
    chosen = load_checklist(name)
    if year is not None and chosen.fiscal_year != year:
        raise UsageError(
            f"--year {year} does not fit checklist {chosen.id}, which is for {chosen.fiscal_year}",
            remedy="Give one of the two.",
        )
    return chosen

"""Which checklist --checklist and --year mean, and what the options of an audit do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oit_checker.config import AuditOptions
    from oit_checker.model.checklist import Checklist
    from oit_checker.model.site import AgencyKind

LATEST = "nacc-2569"


def chosen_checklist(name: str | None, year: int | None) -> Checklist:
    """The checklist of that name or file, or that year's; the latest where neither is given.

    Raises UsageError where the two do not fit, or the year is a Christian one.
    """
    from oit_checker.checklist import checklist_for_year, load_checklist
    from oit_checker.errors import UsageError

    if year is not None and 1900 <= year < 2400:
        raise UsageError(f"{year} เป็นปี ค.ศ.", remedy=f"โปรดระบุเป็นปี พ.ศ.: --year {year + 543}")
    if name is None:
        return load_checklist(LATEST) if year is None else checklist_for_year(year)
    chosen = load_checklist(name)
    if year is not None and chosen.fiscal_year != year:
        raise UsageError(
            f"--year {year} ไม่ตรงกับรายการตรวจ {chosen.id} ซึ่งเป็นของปี {chosen.fiscal_year}",
            remedy="โปรดระบุเพียงอย่างเดียว",
        )
    return chosen


def audit_options(
    kind: AgencyKind | None, include_provisional: bool, iit: float | None, eit: float | None, max_ocr_pages: int
) -> AuditOptions:
    """The options of an audit as they were given. Raises UsageError where one of --iit and --eit is missing."""
    from oit_checker.config import AuditOptions, ReadLimits
    from oit_checker.errors import UsageError

    if (iit is None) != (eit is None):
        raise UsageError("--iit กับ --eit ต้องระบุคู่กัน", remedy="โปรดระบุคะแนนทั้งสอง หรือไม่ระบุเลย")
    return AuditOptions(kind, include_provisional, iit, eit, ReadLimits(max_ocr_pages=max_ocr_pages))

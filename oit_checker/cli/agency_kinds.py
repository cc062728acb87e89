"""--agency-kind as an officer says it: in Thai, in the short forms of daily use, or by the name that the report has."""

from __future__ import annotations

import typer

from oit_checker.model.site import AgencyKind

THAI_NAMES: dict[AgencyKind, tuple[str, ...]] = {
    AgencyKind.CENTRAL: ("ส่วนราชการ", "กรม", "กระทรวง", "สำนักงาน", "ส่วนกลาง"),
    AgencyKind.LOCAL_GOVERNMENT: ("อปท", "อบต", "อบจ", "เทศบาล", "องค์กรปกครองส่วนท้องถิ่น", "ท้องถิ่น"),
    AgencyKind.PROVINCE: ("จังหวัด",),
    AgencyKind.UNIVERSITY: ("มหาวิทยาลัย", "สถาบันอุดมศึกษา"),
    AgencyKind.STATE_ENTERPRISE: ("รัฐวิสาหกิจ",),
    AgencyKind.PUBLIC_ORGANIZATION: ("องค์การมหาชน",),
}
"""The first name is the one that is offered."""

METAVAR = "|".join(names[0] for names in THAI_NAMES.values())
MEANINGS = " ".join(f"{names[0]}={kind.value}" for kind, names in THAI_NAMES.items())


def agency_kind(typed: str) -> AgencyKind:
    """The kind that was meant: "อบต.", "เทศบาลตำบล", "local_government". Raises typer.BadParameter for other words."""
    if isinstance(typed, AgencyKind):  # a default that was given to us as one
        return typed
    said = "".join(typed.split()).replace(".", "").casefold()
    for kind, names in THAI_NAMES.items():
        if said == kind.value or any(said.startswith(name) for name in names):
            return kind
    raise typer.BadParameter(f"“{typed}” ไม่มีให้เลือก เลือกได้เฉพาะ {METAVAR} (หรือ {', '.join(AgencyKind)})")

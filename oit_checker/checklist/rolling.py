"""Last year's checklist carried to another year, comments and all, with its confidence taken back."""

from __future__ import annotations

import re

from oit_checker.checklist.loading import build, text_of
from oit_checker.errors import ChecklistError, UsageError
from oit_checker.model.checklist import Basis, Checklist
from oit_checker.model.year import FiscalYear

_HEADER = """\
# Carried from {source} to fiscal year {year} by `oit-checker checklist roll`; nothing here is from that year's manual.
# Compare with the manual of {year}, item by item: code, title, sub-indicator, components, evidence year. Where it
# agrees, say so again: title_confidence, components_confidence, basis: quoted, sources; at last status: confirmed.
#
"""
_NOTE = '  - "ยกมาจาก {source} ทั้งฉบับ ยังไม่ได้เทียบกับคู่มือปี {{year}}: ชื่อข้อ เลขข้อ และองค์ประกอบอาจเปลี่ยนไป"'


def roll(from_id: str, to_year: int) -> str:
    """Return the YAML text of checklist `from_id` (or of a file) for another fiscal year, for a person to complete.

    The text is edited line by line, so that comments and layout stay. Changed are
    id, year, its first and last day and the title; status becomes provisional,
    title_confidence inferred, components_confidence carried-over. A basis of
    `quoted` (from the old year's manual) or `title` becomes one-source, whose lack is a doubt and
    fails nothing; `confirmed` stays, as it was never said of one year. Sources
    stay. Raises ChecklistError for a checklist that cannot be used or rolled,
    UsageError for a year that is none.
    """
    text, path = text_of(from_id)
    old = build(text, path)
    year = _year(to_year, old)
    new_id = re.sub(rf"-{old.fiscal_year}\Z", "", old.id) + f"-{year.be}"
    head, items = _parted(text, path)
    rolled = _HEADER.format(source=old.id, year=year.be) + _rolled_head(head, old, new_id, year) + _rolled_items(items)
    _refuse_half_rolled(build(rolled, f"{new_id}.yaml"), new_id, year)
    return rolled


def _year(to_year: int, old: Checklist) -> FiscalYear:
    try:
        year = FiscalYear(to_year)
    except ValueError as error:
        raise UsageError(f"{to_year} ไม่ใช่ปีพุทธศักราช", remedy="โปรดระบุปี พ.ศ. ของสำเนา เช่น 2570") from error
    if year == old.year:
        raise UsageError(f"{old.id} เป็นของปี {to_year} อยู่แล้ว", remedy="โปรดระบุปีอื่น")
    return year


def _parted(text: str, path: str) -> tuple[str, str]:
    start = re.search(r"^items:", text, re.MULTILINE)
    if start is None:
        raise ChecklistError("รายการข้อไม่ได้ขึ้นบรรทัดใหม่", path=path, remedy="เขียน `items:` ไว้ต้นบรรทัด")
    return text[: start.start()], text[start.start() :]


def _rolled_head(head: str, old: Checklist, new_id: str, year: FiscalYear) -> str:
    fixed = {
        "id": new_id,
        "fiscal_year": str(year.be),
        "fiscal_year_start": f'"{year.start.isoformat()}"',
        "fiscal_year_end": f'"{year.end.isoformat()}"',
        "status": "provisional",
    }
    for key, value in fixed.items():
        head = _set(head, key, value)
    head = re.sub(
        r"^title_(?:th|en):.*$",
        lambda line: re.sub(rf"{{year}}|{old.fiscal_year}", str(year.be), line[0]),
        head,
        flags=re.MULTILINE,
    )
    note = _NOTE.format(source=old.id)
    if re.search(r"^notes:[ \t]*$", head, re.MULTILINE):
        return re.sub(r"^notes:[ \t]*$", f"notes:\n{note}", head, count=1, flags=re.MULTILINE)
    return head if re.search(r"^notes:", head, re.MULTILINE) else f"{head}notes:\n{note}\n\n"


def _rolled_items(items: str) -> str:
    items = _set(items, r"[ \t]+(?:- )?title_confidence", "inferred")
    items = _set(items, r"[ \t]+(?:- )?components_confidence", "carried-over")
    return re.sub(r"\bbasis:\s*[\"']?(?:quoted|title)[\"']?", "basis: one-source", items)


def _set(text: str, key: str, value: str) -> str:
    """Give every line that sets `key` (a pattern from the line's start) another value; a comment behind it stays."""
    return re.sub(rf"^({key}:)[^#\n]*?([ \t]*(?:#.*)?)$", rf"\g<1> {value}\g<2>", text, flags=re.MULTILINE)


def _refuse_half_rolled(rolled: Checklist, new_id: str, year: FiscalYear) -> None:
    whole = (
        rolled.id == new_id
        and rolled.year == year
        and rolled.fiscal_year_start == year.start.isoformat()
        and all(item.title_confidence == "inferred" for item in rolled.items)
        and all(item.components_confidence == "carried-over" for item in rolled.items)
        and not any(part.basis in {Basis.QUOTED, Basis.TITLE} for item in rolled.items for part in item.components)
    )
    if not whole:
        raise ChecklistError(
            "รายการตรวจนี้เขียนในแบบที่คัดลอกไปเป็นปีอื่นทีละบรรทัดไม่ได้",
            remedy="เขียนแต่ละช่องแยกบรรทัด ตามฉบับที่มากับโปรแกรม",
        )

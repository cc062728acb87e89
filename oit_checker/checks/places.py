"""Thai names of the places in a page or document at which something stands."""

from __future__ import annotations

from oit_checker.model.page import Passage, Table
from oit_checker.thai.text import squeeze

IN_TITLE_OF_PAGE, IN_TITLE_OF_DOCUMENT = "ชื่อหน้าเว็บ", "ชื่อเอกสาร"
TITLES = frozenset((IN_TITLE_OF_PAGE, IN_TITLE_OF_DOCUMENT))


def place_of(passage: Passage) -> str:
    """A Thai name of a passage's place."""
    if passage.page_no is not None:
        return f"หน้า {passage.page_no}"
    if passage.sheet:
        return f"แผ่นงาน {passage.sheet}"
    if passage.heading and not passage.is_heading:
        return f"หัวข้อ “{_short(passage.heading)}”"
    return "ในเนื้อหา"


def place_of_table(table: Table) -> str:
    """A Thai name of a table's place."""
    if table.page_no is not None:
        return f"ตารางในหน้า {table.page_no}"
    if table.sheet:
        return f"แผ่นงาน {table.sheet}"
    return f"ตารางใต้หัวข้อ “{_short(table.heading)}”" if table.heading else "ในตาราง"


def _short(text: str, most: int = 60) -> str:
    text = squeeze(text)
    return text if len(text) <= most else f"{text[: most - 1]}…"

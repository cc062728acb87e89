"""Files that a link calls by one month and that are of another: then the month of the link is plainly not shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from oit_checker.model.evidence import Evidence
from oit_checker.thai.months import month_number
from oit_checker.thai.named_months import named_months


@dataclass(frozen=True, slots=True)
class OtherMonth:
    """A file, the month that its link says (in the link's words), and the short name of the month that it is of."""

    evidence: Evidence
    said: str
    shown: str

    @property
    def message(self) -> str:
        return f"ไฟล์ที่ลิงก์ “{self.evidence.link_text.strip()}” เป็นของเดือน {self.shown} ไม่ใช่เดือน{self.said}"

    @property
    def advice(self) -> str:
        link = self.evidence.link_text.strip()
        return f"เปลี่ยนไฟล์หลังลิงก์ “{link}” เป็นไฟล์ของเดือน{self.said} (ไฟล์ที่เปิดได้เป็นของเดือน {self.shown})"


def of_other_month(evidence: Iterable[Evidence], component_id: str, lacking: Collection[str]) -> Iterator[OtherMonth]:
    """The files of one month whose links say one of the lacking months; `lacking` are short names (ม.ค.)."""
    asked = set(map(month_number, lacking))
    for piece in evidence:
        shown = [part for one in piece.components if one.id == component_id for part in one.parts]
        said = [month for month in named_months(piece.link_text) if month.is_called or month.be is not None]
        if len(shown) == len(said) == 1 and said[0].number in asked and said[0].number != month_number(shown[0]):
            yield OtherMonth(piece, said[0].quote, shown[0])

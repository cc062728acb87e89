"""What makes evidence doubtful though its title and year are right: a template, a sample, another body's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.match.dates_inside import dated_inside
from oit_checker.match.hollow import is_sample
from oit_checker.match.past_spans import asks_for_times_to_come, is_of_several_years, past_times
from oit_checker.match.unfilled import Unfilled, doubt_of_template
from oit_checker.match.years import YearFound
from oit_checker.model.checklist import Component, Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus, EvidenceWarning, WarningKind
from oit_checker.model.page import Page
from oit_checker.model.year import FiscalYear


def doubt_of_matter(item: Item, matter: Matter, found: YearFound, year: FiscalYear, seen: Unfilled) -> str | None:
    """Why what opens under the right title and year may be none: a template, or last year's under a new title.

    found is the year the evidence is of, year the assessed one, seen what of it nobody has filled in.
    """
    template = doubt_of_template(item, seen)
    wanted = item.evidence_year.seen_from(year)
    if template is not None or wanted is None or found.be != wanted.be:
        return template
    inside = dated_inside(item, matter.page, wanted)
    if inside is not None or not asks_for_times_to_come(item):
        return inside
    past = past_times(matter, wanted)
    if past is None or is_of_several_years(matter.page, found.quote):
        return None
    return f"ระบุปี พ.ศ. {wanted.be} แต่ช่วงเวลาดำเนินการทั้งหมดสิ้นสุดก่อนปีงบประมาณนั้นเริ่ม “{past}”"


def of_another_agency(warnings: Sequence[EvidenceWarning]) -> str | None:
    """Why a document may be no disclosure of this agency, with the words that name the other; a warning says it too."""
    other = next((warning for warning in warnings if warning.kind is WarningKind.OTHER_AGENCY), None)
    return f"ชื่อเอกสารเป็นของหน่วยงานอื่น “{other.quote}” จึงอาจไม่ใช่ของหน่วยงานนี้" if other is not None else None


def unless_sample(
    component: Component, shown: ComponentResult, wanted: FiscalYear | None, clean: Callable[[], Matter]
) -> ComponentResult:
    """The component, in doubt where nothing shows it but sample text that was never replaced; clean is without any."""
    if shown.status is not ComponentStatus.FOUND or not shown.snippet or not is_sample(shown.snippet):
        return shown
    again = look(component, clean(), wanted=wanted)
    if again.status is ComponentStatus.FOUND:
        return again
    note = f"พบแต่ข้อความตัวอย่างที่ยังไม่ได้แทนด้วยข้อมูลจริง: “{shown.snippet}”"
    return replace(shown, status=ComponentStatus.UNREADABLE, note=note)


def notes_of(*notes: str | None) -> tuple[str, ...]:
    """The remarks that there are, each once."""
    return tuple(dict.fromkeys(note for note in notes if note))


def cut_note(page: Page | None, *, truncated: bool) -> str | None:
    """That only a part of a file was read, where that is so."""
    if truncated or (page is not None and page.cut):
        return "อ่านเพียงส่วนแรกของไฟล์ เพราะไฟล์ใหญ่เกินขนาดที่กำหนด"
    return None

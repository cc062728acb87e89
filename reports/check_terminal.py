"""A check of documents on the terminal: each file, then each item that they answer, what lacks and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from oit_checker.model.check import CheckedDocument, CheckReport
from oit_checker.model.evidence import ComponentStatus, Finding, GapKind, ItemStatus
from oit_checker.model.labels import COMPONENT_STATUS, STATUS_OF_FILES, WARNING
from oit_checker.thai.text import squeeze
from reports import check_words as words
from reports.parts import OTHER_YEAR, Part, parts_of
from reports.personal import before_publishing
from reports.plain import clean
from reports.terminal import STYLES

MOST_SKIPPED = 5
_TONES = {"whole": "bold green", "lacking": "bold yellow", "bad_input": "bold red"}
_PART_STYLES = {
    ComponentStatus.FOUND.value: "green",
    ComponentStatus.NOT_FOUND.value: "yellow",
    ComponentStatus.UNREADABLE.value: "cyan",
    OTHER_YEAR: "magenta",
}

Line = tuple[str, Text]


def print_check(report: CheckReport, console: Console, files: Sequence[Path] = ()) -> None:
    """Print the whole check; files are the forms that were written. Words of a document are printed as text only."""
    console.print(Text(f"ตรวจเอกสารก่อนเผยแพร่  ปีงบประมาณ พ.ศ. {report.checklist.fiscal_year}", style="bold"))
    console.print(Text(words.OUTCOME[report.outcome], style=_TONES[report.outcome]))
    if report.documents:
        console.print(Text(words.summary(report), style="dim"))
    for fault in report.faults:
        _print(console, fault.name, [("เปิดไม่ได้", _text(fault.message, "red")), ("แนะนำ", _text(fault.advice))])
    for document in report.documents:
        _print(console, document.name, _document(document))
    for finding in report.items:
        _print(console, f"{finding.code} {finding.title}", _item(finding))
    console.print()
    for sentence in (*(report.not_judged if report.documents else ()), *_skipped(report)):
        console.print(_text(sentence, "dim"))
    for file in files:
        console.print(Text(f"รายงาน  {file}"), soft_wrap=True)


def _print(console: Console, heading: str, lines: Iterable[Line]) -> None:
    console.print()
    console.print(_text(heading, "bold"))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, min_width=9)
    table.add_column(ratio=1)
    for label, text in lines:
        table.add_row(Text(f"  {label}", style="dim"), text)
    console.print(table)


def _document(document: CheckedDocument) -> Iterator[Line]:
    if document.document_title:
        yield "ชื่อเรื่อง", _text(document.document_title)
    yield "ไฟล์", _text(words.facts(document))
    yield "ปี", _quoted(words.year(document), document.fiscal_year_quote)
    for item in document.answers:
        alone = Text(f" {STATUS_OF_FILES[item.status]}", STYLES[item.status]) if item.status is not None else Text()
        yield "ตอบข้อ", _text(words.named(item)) + alone
    if not document.answers:
        yield "ตอบข้อ", _text(words.NO_ITEM, "yellow")
    for item in document.nearest:
        yield "ใกล้เคียง", _text(f"{item.code} {item.title}: {item.reason}")
    if document.machine_readable_twin:
        yield "ไฟล์ตาราง", _text(f"มี {document.machine_readable_twin} คู่กัน")
    for warning in document.warnings:
        yield "ข้อควรตรวจ", _quoted(f"{WARNING[warning.kind]}: {warning.message}", warning.quote)
    for sentence in before_publishing(document):
        yield "ข้อมูลบุคคล", _text(sentence, "yellow")
    for note in document.notes:
        yield "หมายเหตุ", _text(note)
    for advice in document.advice:
        yield "แนะนำ", _text(advice)


def _item(finding: Finding) -> Iterator[Line]:
    yield "ผล", _text(STATUS_OF_FILES[finding.status], STYLES[finding.status])
    if finding.reason:
        yield "เหตุผล", _text(finding.reason)
    for part in parts_of(finding):
        yield from _part(finding, part)
    if finding.status is ItemStatus.PASS:
        return
    for gap in finding.gaps:
        if not gap.advisory:
            yield "ยังขาด", _quoted(gap.message, gap.quote)
            yield "แนะนำ", _text(gap.advice)
    for gap in finding.gaps:
        if gap.advisory:
            label = "ควรมี" if gap.kind is GapKind.COMPONENT_MISSING else "ข้อสังเกต"
            yield label, _text(f"{gap.message} {gap.advice}", "dim")


def _part(finding: Finding, part: Part) -> Iterator[Line]:
    state = "พบแต่ของปีอื่น" if part.state == OTHER_YEAR else COMPONENT_STATUS[part.told.status]
    text = Text(state, _PART_STYLES[part.state]) + Text(f" {part.told.label}")
    if part.shown:
        piece = finding.evidence[part.shown[0].number - 1]
        where = " ".join(filter(None, (part.told.place, piece.url if len(finding.evidence) > 1 else "")))
        text += _quoted(f" {where}" if where else "", part.told.snippet)
    elif part.told.note:
        text += _text(f" ({part.told.note})", "dim")
    yield "", text


def _skipped(report: CheckReport) -> tuple[str, ...]:
    if not report.skipped:
        return ()
    names = ", ".join(report.skipped[:MOST_SKIPPED])
    more = f" และอีก {len(report.skipped) - MOST_SKIPPED:,} ไฟล์" if len(report.skipped) > MOST_SKIPPED else ""
    return (f"ข้ามไฟล์ที่ไม่ใช่เอกสาร: {names}{more}",)


def _quoted(text: str, quote: str | None) -> Text:
    said = _text(text)
    return said + _text(f" “{quote}”", "dim") if quote else said


def _text(text: str, style: str = "") -> Text:
    cleaned = clean(text)
    lead = " " if cleaned.startswith(" ") else ""
    return Text(lead + squeeze(cleaned), style=style)

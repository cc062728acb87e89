"""The report in brief, for the terminal: score, sub-indicators, what to do first, and where the whole of it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oit_checker.model.evidence import ItemStatus
from oit_checker.model.labels import ITEM_STATUS, OUTCOME
from oit_checker.model.report import GapReport
from reports.changes import change_rows
from reports.courtesy import courtesy_line
from reports.personal import one_line
from reports.plain import clean
from reports.thai_date import thai_duration, thai_moment
from reports.view import Group, Row, View, view_of
from reports.words import ESTIMATE, FIRST, NO_SCORE, OUTCOME_MEANS, agency_name, levels_sentences

FIRST_STEPS = 5
STYLES: dict[ItemStatus, str] = {
    ItemStatus.PASS: "green",
    ItemStatus.REVIEW: "cyan",
    ItemStatus.INCOMPLETE: "yellow",
    ItemStatus.OUTDATED: "magenta",
    ItemStatus.UNREACHABLE: "red",
    ItemStatus.MISSING: "bold red",
}


def print_summary(report: GapReport, console: Console, files: Sequence[Path] = ()) -> None:
    """Print the report in brief; files are the forms that were written.

    What a site wrote is printed as text only: no markup, no control characters.
    """
    view = view_of(report)
    console.print(_heading(report))
    if report.run.outcome != "completed":
        console.print(_ended_early(report))
    for notice in view.notices:
        about = f" ({len(notice.codes)} ข้อ)" if notice.codes else ""
        console.print(Text(f"{_one_line(notice.text)}{about}", style="yellow"))
    if warning := one_line(report):
        console.print(Text(_one_line(warning), style="yellow"))
    _print_score(view, console)
    for label, told in change_rows(report):
        console.print(Text.assemble((label, "bold"), f"  {_one_line(told)}"))
    if report.run.outcome != "failed":  # what saw nothing has no marks to show
        console.print(_marks(view))
    if view.to_do:
        console.print(Text(FIRST, style="bold"))
        console.print(_steps(view.to_do[:FIRST_STEPS]))
        if len(view.to_do) > FIRST_STEPS:
            console.print(Text(f"และอีก {len(view.to_do) - FIRST_STEPS} ข้อในรายงาน", style="dim"))
    treated = courtesy_line(report.run.courtesy)
    if treated:
        console.print(Text(treated, style="dim"))
    for file in files:
        console.print(Text(f"รายงาน  {file}"), soft_wrap=True)


def print_kept(standing: Path, kept: GapReport | None, console: Console) -> None:
    """Say that the report of an earlier run stands as it was, beside that of a run that failed."""
    seen = f" (ตรวจเมื่อ {thai_moment(kept.run.started_at)})" if kept is not None else ""
    console.print(Text(f"รายงานเดิมที่ใช้ได้{seen} ยังอยู่ที่  {standing}", style="bold"), soft_wrap=True)


def _heading(report: GapReport) -> Text:
    title = Text(_one_line(agency_name(report)), style="bold")
    title.append(f"  ปีงบประมาณ พ.ศ. {report.checklist.fiscal_year}", style="not bold")
    seen = f"{report.agency.url}  {report.run.pages_crawled:,} หน้า  {thai_duration(report.run.seconds)}"
    return title.append(f"\n{_one_line(seen)}", style="not bold dim")


def _ended_early(report: GapReport) -> Text:
    text = Text(OUTCOME[report.run.outcome], style="bold red" if report.run.outcome == "failed" else "bold yellow")
    reason = f": {_one_line(report.run.reason)}" if report.run.reason else ""
    return text.append(f"{reason}\n{OUTCOME_MEANS[report.run.outcome]}", style="not bold")


def _print_score(view: View, console: Console) -> None:
    score = view.report.score
    if not view.has_score:
        console.print(Text(NO_SCORE, style="bold"))
        return
    line = Text.assemble("คะแนน OIT โดยประมาณ ", (f"{score.oit:.2f}", "bold"))
    if score.oit_if_reviewed != score.oit:
        line.append(f"  (หากข้อที่รอตรวจผ่านทั้งหมด {score.oit_if_reviewed:.2f})")
    if score.projection:
        line.append(f"\nคะแนน ITA โดยประมาณ {score.projection.ita:.2f} ระดับ “{score.projection.level}”")
    console.print(line)
    for sentence in levels_sentences(view.report):
        console.print(Text(sentence))
    console.print(Text(ESTIMATE, style="dim"))


def _marks(view: View) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column("", no_wrap=True)
    table.add_column("ตัวชี้วัดย่อย", ratio=1, min_width=24, overflow="fold")
    table.add_column("ผ่าน", justify="right", no_wrap=True)
    table.add_column("คะแนน", justify="right", no_wrap=True)
    table.add_column("ยังไม่ผ่าน", max_width=20)
    for group in view.groups:
        table.add_row(
            group.code,
            Text(_one_line(group.name)),
            f"{group.score.passed}/{group.score.items}" if group.score else "–",
            f"{group.score.score:.2f}" if group.score and view.has_score else "–",
            _open_codes(group),
        )
    return table


def _open_codes(group: Group) -> Text:
    codes = [Text(row.finding.code, style=STYLES[row.finding.status]) for row in group.lacking]
    codes += [Text(f"({row.finding.code} ยังไม่นับ)", style="dim") for row in group.uncounted if not row.passes]
    return Text(" ").join(codes)


def _steps(rows: Sequence[Row]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for row in rows:
        status = row.finding.status
        what = Text.assemble((ITEM_STATUS[status], STYLES[status]), f" {_one_line(row.first_step)}")
        gain = "" if row.passes else f"+{row.points:.2f}" if row.counted else "ยังไม่นับ"
        table.add_row(gain, Text(row.finding.code, style="bold"), what)
    return table


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())

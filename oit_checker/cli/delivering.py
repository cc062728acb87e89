"""A finished report to whoever asked for it: the files, the summary on the terminal, the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from oit_checker.cli import EXIT_BELOW, EXIT_NOT_AUDITED

if TYPE_CHECKING:
    from oit_checker.model.report import GapReport


def deliver(made: GapReport, output: Path, forms: Sequence[str], *, quiet: bool, fail_under: float | None) -> None:
    """Write the report, print it in brief and end with its exit code; what a failed run leaves standing is told."""
    from oit_checker.output import standing_report, with_changes, write_reports

    kept = standing_report(output)
    made = with_changes(made, output)
    written = write_reports(made, output, forms)
    standing = output / "gap_report.json"
    is_beside = written[0] != standing
    if not quiet:
        from rich.console import Console

        from reports.terminal import print_kept, print_summary

        console = Console()
        print_summary(made, console, written)
        if is_beside:
            print_kept(standing, kept, console)
    if made.run.outcome == "failed":
        if quiet:
            still = f" (รายงานเดิมที่ใช้ได้ยังอยู่ที่ {standing})" if is_beside else ""
            typer.echo(f"oit-checker: {made.run.reason or 'ตรวจเว็บไซต์ไม่ได้'}{still}", err=True)
        sys.exit(EXIT_NOT_AUDITED)
    if fail_under is not None and made.score.oit < fail_under:
        typer.echo(
            f"oit-checker: คะแนน OIT โดยประมาณ {made.score.oit:.2f} ต่ำกว่าเกณฑ์ {fail_under:g} ที่ระบุด้วย --fail-under",
            err=True,
        )
        sys.exit(EXIT_BELOW)


def forms_again(file: Path, output: Path | None, forms: Sequence[str]) -> list[Path]:
    """Make forms of the report in a file again, beside it or in another folder; returns what was written.

    They bear the name of the file, so that those of a failed run are not taken for those of the report beside it.
    Raises UsageError for a file that cannot be read and a folder that holds another website's report, ReportError for
    what is no gap report.
    """
    from oit_checker.errors import UsageError
    from oit_checker.output import REPORT, prepare_output, refuse_others_report, write_forms
    from reports.to_json import load, validate

    try:
        body = file.read_bytes()
    except OSError as fault:
        raise UsageError(
            f"อ่านรายงานไม่ได้ ({fault.strerror})", path=str(file), remedy="ระบุไฟล์ gap_report.json ของการตรวจที่ทำไว้"
        ) from fault
    validate(body, path=str(file))
    report = load(body, path=str(file))
    folder = prepare_output(output or file.parent)
    refuse_others_report(folder, report.agency.hosts, "โปรดระบุโฟลเดอร์อื่นด้วย --output")
    return write_forms(report, folder, forms, file.stem if file.stem.startswith(REPORT) else REPORT)

"""The verb `check`: documents on disk, before they are published."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from oit_checker.cli import EXIT_INTERRUPTED, EXIT_LACKING, EXIT_USAGE
from oit_checker.cli.agency_kinds import MEANINGS, METAVAR
from oit_checker.cli.agency_kinds import agency_kind as kind_of
from oit_checker.cli.choosing import LATEST, chosen_checklist
from oit_checker.cli.options import MaxOcrPages
from oit_checker.model.site import AgencyKind

_EXIT_CODES = {"whole": 0, "lacking": EXIT_LACKING, "bad_input": EXIT_USAGE}


class CheckForm(StrEnum):
    """Forms of a check besides json."""

    HTML = "html"


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="เอกสาร หรือโฟลเดอร์ของเอกสาร")],
    item: Annotated[
        str | None, typer.Option("--item", metavar="ITEM", help="ตรวจเอกสารทั้งหมดรวมกันตามข้อนี้ เช่น O25")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="ปีงบประมาณ (พ.ศ.) ที่ตรวจ เช่น 2569")] = None,
    checklist: Annotated[
        str | None,
        typer.Option("--checklist", metavar="FILE|ID", help=f"ชื่อรายการตรวจ หรือไฟล์ YAML  [default: {LATEST}]"),
    ] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="NAME", help="ชื่อหน่วยงาน เพื่อเตือนเมื่อเอกสารเป็นของหน่วยงานอื่น")
    ] = None,
    agency_kind: Annotated[
        AgencyKind | None,
        typer.Option(
            "--agency-kind",
            parser=kind_of,
            metavar=METAVAR,
            help=f"ประเภทหน่วยงาน บางข้อถามบางประเภทมากกว่า ({MEANINGS})",
        ),
    ] = None,
    format: Annotated[
        list[CheckForm], typer.Option("--format", help="รูปแบบรายงานนอกจาก json ใช้เมื่อระบุ --output ระบุซ้ำได้หลายครั้ง")
    ] = [CheckForm.HTML],  # noqa: B006
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="โฟลเดอร์ที่จะเขียน check.json และรูปแบบอื่น")
    ] = None,
    max_ocr_pages: MaxOcrPages = 200,
    quiet: Annotated[bool, typer.Option("--quiet", help="ไม่แสดงข้อความใดนอกจากข้อผิดพลาด")] = False,
) -> None:
    """Judge documents before they are published: which item each answers, and what it still lacks.

    Exits with 0 if every document is whole, 1 if something lacks or needs a person, 2 if something cannot be read.
    """
    from oit_checker.config import ReadLimits
    from oit_checker.output import prepare_output, write_check
    from oit_checker.precheck import CheckOptions, check_files
    from spiders.stamp import now

    known = chosen_checklist(checklist, year)
    folder = prepare_output(output) if output is not None else None
    limits = ReadLimits(max_ocr_pages=max_ocr_pages)
    options = CheckOptions(_code(item), agency_kind, agency, limits)
    try:
        with _progress(quiet=quiet) as tell:
            made = check_files(files, known, now=now(), options=options, on_progress=tell)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    written = write_check(made, folder, format) if folder is not None else []
    if not quiet:
        from rich.console import Console

        from reports.check_terminal import print_check

        print_check(made, Console(), written)
    for fault in made.faults if quiet else ():  # told above with the rest
        typer.echo(f"oit-checker: {fault.name}: {fault.message} {fault.advice}", err=True)
    sys.exit(_EXIT_CODES[made.outcome])


def _code(typed: str | None) -> str | None:
    """The code of an item in any spelling, as it is printed; what is no code is told as it was typed."""
    from oit_checker.checklist import code_of

    return (code_of(typed) or typed) if typed else None


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A live line on a terminal; nothing elsewhere."""
    from rich.console import Console
    from rich.status import Status

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    with Status("กำลังอ่านเอกสาร …", console=console) as status:
        yield lambda done, total: status.update(f"อ่านเอกสารแล้ว {done:,} จาก {total:,} ไฟล์")

"""The verbs. Heavy rooms are imported inside them, so that --help answers at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from oit_checker import __version__
from oit_checker.cli.checking import check
from oit_checker.cli.choosing import LATEST, audit_options
from oit_checker.cli.choosing import chosen_checklist as _checklist
from oit_checker.cli.delivering import deliver
from oit_checker.cli.options import (
    ChecklistName,
    Eit,
    FailUnder,
    Form,
    Forms,
    Iit,
    Kind,
    LogFormat,
    MaxOcrPages,
    MaxRendered,
    Output,
    Provisional,
    Quiet,
    Render,
    Verbose,
    Year,
)
from oit_checker.cli.thai_help import ThaiCommand, ThaiGroup

app = typer.Typer(
    cls=ThaiGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"auto_envvar_prefix": "OIT_CHECKER", "help_option_names": ["-h", "--help"]},
    help="ตรวจเว็บไซต์หลักของหน่วยงานตามแบบวัด OIT แล้วอธิบายสิ่งที่ยังขาดทีละข้อ",
)
checklists_app = typer.Typer(
    cls=ThaiGroup, no_args_is_help=True, rich_markup_mode=None, help="แสดง ตรวจสอบ หรือทำสำเนารายการตรวจ"
)
app.add_typer(checklists_app, name="checklist")
app.command(
    cls=ThaiCommand,
    help=(
        "ตรวจเอกสารก่อนเผยแพร่ว่าตอบข้อใด และยังขาดอะไร\n\n"
        "จบด้วยรหัส 0 หากเอกสารครบทุกฉบับ 1 หากมีสิ่งที่ขาดหรือต้องให้เจ้าหน้าที่ดู 2 หากมีสิ่งที่อ่านไม่ได้"
    ),
)(check)


def _show_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"oit-checker {__version__}")
        raise typer.Exit


@app.callback()
def _settings(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="ไฟล์ TOML ที่เก็บตัวเลือกไว้ใช้ประจำ")
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help="แสดงรุ่นของโปรแกรม", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    from oit_checker.cli.settings import default_map

    group = context.command
    if isinstance(group, TyperGroup):
        context.default_map = default_map(group, config)


@app.command(cls=ThaiCommand, help="สำรวจเว็บไซต์ของหน่วยงาน เปิดตรวจหลักฐาน แล้วรายงานสิ่งที่ยังขาดตามแบบวัด OIT")
def audit(
    site: Annotated[str, typer.Argument(metavar="SITE", help="ที่อยู่เว็บไซต์หลักของหน่วยงาน")],
    year: Year = None,
    checklist: ChecklistName = None,
    output: Output = Path("out"),
    format: Forms = [Form.HTML],  # noqa: B006
    max_pages: Annotated[int, typer.Option(min=1, help="จำนวนหน้าที่สำรวจอย่างมาก เกินนี้รายงานจะบอกว่าตรวจได้บางส่วน")] = 2000,
    max_depth: Annotated[int, typer.Option(min=0, help="จำนวนคลิกจากหน้าแรกอย่างมาก")] = 6,
    max_minutes: Annotated[float, typer.Option(min=0.05, help="จำนวนนาทีที่สำรวจอย่างมาก")] = 30,
    rate: Annotated[
        float | None, typer.Option(min=0, help="จำนวนครั้งที่เรียกต่อวินาทีต่อเว็บไซต์ 0 คือไม่จำกัด  [default: 2; เครื่องนี้เอง 0]")
    ] = None,
    host: Annotated[list[str] | None, typer.Option("--host", help="ชื่อโฮสต์อื่นที่เป็นส่วนหนึ่งของเว็บไซต์หลัก ระบุซ้ำได้")] = None,
    contact: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="อีเมลหรือเว็บไซต์ของผู้ตรวจ แจ้งให้ทุกเว็บไซต์ที่เรียกทราบ",
            show_default=False,
        ),
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="ทำต่อจากการตรวจเว็บไซต์นี้ที่ค้างไว้ใน DIR")] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="ไม่ใช้ผลที่เก็บไว้จากครั้งก่อนใน DIR เรียกใหม่ทั้งหมด และยอมให้ทับรายงานของเว็บไซต์อื่นใน DIR")
    ] = False,
    agency_kind: Kind = None,
    include_provisional: Provisional = False,
    iit: Iit = None,
    eit: Eit = None,
    max_ocr_pages: MaxOcrPages = 200,
    render: Render = "auto",
    max_rendered: MaxRendered = 30,
    fail_under: FailUnder = None,
    quiet: Quiet = False,
    log_format: LogFormat = "text",
) -> None:
    """Crawl one agency site and report what its OIT disclosure still lacks."""
    from spiders.child import waiting_child

    with waiting_child():
        from oit_checker.cli.standing import refuse_another_site, tell_standing
        from oit_checker.cli.watching import watching
        from oit_checker.config import CrawlLimits
        from oit_checker.errors import UsageError
        from oit_checker.output import hold
        from oit_checker.run import Plan, audit_site

        if resume and fresh:
            raise UsageError("--resume กับ --fresh ใช้พร้อมกันไม่ได้", remedy="โปรดเลือกอย่างใดอย่างหนึ่ง")
        plan = Plan(
            site=site,
            checklist=_checklist(checklist, year),
            output=output,
            hosts=tuple(host or ()),
            limits=CrawlLimits(
                max_pages=max_pages,
                max_depth=max_depth,
                max_minutes=max_minutes,
                render=render,
                max_rendered=max_rendered,
            ),
            rate=rate,
            contact=contact,
            fresh=fresh,
            resume=resume,
            options=audit_options(agency_kind, include_provisional, iit, eit, max_ocr_pages),
        )
        with hold(output):
            refuse_another_site(plan)
            tell_standing(plan, quiet=quiet, log_format=log_format)
            with watching(quiet=quiet, log_format=log_format) as watch:
                report = audit_site(plan, watch)
            deliver(report, output, format, quiet=quiet, fail_under=fail_under)


@app.command(cls=ThaiCommand, help="ทดลองกับเว็บไซต์ตัวอย่างที่มากับโปรแกรม ไม่ต้องใช้อินเทอร์เน็ต")
def demo(output: Output = Path("out"), format: Forms = [Form.HTML, Form.XLSX], quiet: Quiet = False) -> None:  # noqa: B006
    """Audit a small fictional agency website that ships with the tool; needs no network."""
    from oit_checker.cli.watching import watching
    from oit_checker.config import CrawlLimits
    from oit_checker.demo import serve
    from oit_checker.output import hold, refuse_others_report
    from oit_checker.run import Plan, audit_site

    with hold(output):
        refuse_others_report(output, (), f"โปรดระบุโฟลเดอร์อื่น เช่น --output {output}-demo")
        with serve() as site, watching(quiet=quiet, log_format="text") as watch:
            plan = Plan(site=site, checklist=_checklist(LATEST, None), output=output, limits=CrawlLimits(max_minutes=2))
            report = audit_site(plan, watch)
        deliver(report, output, format, quiet=quiet, fail_under=None)


@app.command(cls=ThaiCommand, help="ตัดสินข้อมูลที่เก็บไว้จากการตรวจครั้งก่อนใหม่ โดยไม่ใช้อินเทอร์เน็ต")
def judge(
    snapshot: Annotated[Path, typer.Argument(metavar="SNAPSHOT", help="โฟลเดอร์ snapshot ของการตรวจครั้งก่อน")],
    year: Year = None,
    checklist: ChecklistName = None,
    output: Output = Path("out"),
    format: Forms = [Form.HTML],  # noqa: B006
    agency_kind: Kind = None,
    include_provisional: Provisional = False,
    iit: Iit = None,
    eit: Eit = None,
    max_ocr_pages: MaxOcrPages = 200,
    fail_under: FailUnder = None,
    quiet: Quiet = False,
) -> None:
    """Judge a kept snapshot again, without the network."""
    from oit_checker.output import hold, refuse_others_report
    from oit_checker.run import judge_snapshot

    with hold(output):
        options = audit_options(agency_kind, include_provisional, iit, eit, max_ocr_pages)
        report = judge_snapshot(snapshot, _checklist(checklist, year), options)
        refuse_others_report(output, report.agency.hosts, "โปรดระบุโฟลเดอร์อื่นด้วย --output")
        deliver(report, output, format, quiet=quiet, fail_under=fail_under)


@app.command(cls=ThaiCommand, help="ทำรายงานรูปแบบอื่นจาก gap_report.json ที่มีอยู่")
def report(
    file: Annotated[Path, typer.Argument(metavar="gap_report.json", help="รายงานที่ทำไว้ก่อน")],
    format: Forms = [Form.HTML],  # noqa: B006
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="โฟลเดอร์ที่จะเขียน หากไม่ระบุคือที่เดียวกับไฟล์")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Make any form of a report again from its gap_report.json."""
    from oit_checker.cli.delivering import forms_again

    for path in forms_again(file, output, format):
        if not quiet:
            typer.echo(path)


@app.command(cls=ThaiCommand, help="อธิบายว่าข้อหนึ่งต้องมีอะไร ของปีใด ใช้คำใดค้นหา และอ้างอิงจากที่ใด หรืออธิบายวิธีตรวจหนึ่งวิธี")
def explain(
    name: Annotated[str, typer.Argument(metavar="ITEM|CHECK", help="รหัสข้อ เช่น O25 คำในชื่อข้อ หรือชื่อวิธีตรวจ")],
    year: Year = None,
    checklist: ChecklistName = None,
    verbose: Verbose = False,
) -> None:
    """Print what an item asks, from which year, its words, look-alikes and sources; or a check's page."""
    from oit_checker.checklist import explain_check, explain_item
    from oit_checker.checks import CHECKS

    if name in CHECKS:
        typer.echo(explain_check(name))
    else:
        typer.echo(explain_item(_checklist(checklist, year), name, verbose=verbose))


@checklists_app.command("list", cls=ThaiCommand, help="แสดงรายการตรวจที่มากับโปรแกรม")
def list_checklists() -> None:
    """List the checklists that ship with the tool."""
    from oit_checker.checklist import available, load_checklist
    from oit_checker.model.labels import CHECKLIST_STATUS

    for name in available():
        known = load_checklist(name)
        typer.echo(f"{known.id}  {known.title_th}  ({len(known.items)} ข้อ, {CHECKLIST_STATUS[known.status]})")


@checklists_app.command("show", cls=ThaiCommand, help="แสดงข้อหนึ่งของรายการตรวจ")
def show_item(
    code: Annotated[str, typer.Argument(metavar="ITEM", help="รหัสหรือชื่อข้อ เช่น O25")],
    year: Year = None,
    checklist: ChecklistName = None,
    verbose: Verbose = False,
) -> None:
    """Show one item of a checklist."""
    explain(code, year, checklist, verbose)


@checklists_app.command("validate", cls=ThaiCommand, help="ตรวจไฟล์รายการตรวจ บอกไฟล์ ข้อ ช่อง ปัญหา และวิธีแก้")
def validate_checklist(file: Annotated[Path, typer.Argument(metavar="FILE", help="ไฟล์รายการตรวจ (YAML)")]) -> None:
    """Check a checklist file; tells file, item, field, problem and remedy."""
    from oit_checker.checklist import load_checklist

    known = load_checklist(file)
    typer.echo(f"{file}: ใช้ได้ ({known.id} มี {len(known.items)} ข้อ)")


@checklists_app.command("roll", cls=ThaiCommand, help="ทำสำเนารายการตรวจของปีหนึ่งไปเป็นอีกปีหนึ่ง ให้เจ้าหน้าที่ปรับต่อ")
def roll_checklist(
    from_year: Annotated[int, typer.Argument(metavar="FROM", help="ปีงบประมาณของต้นฉบับ เช่น 2569")],
    to_year: Annotated[int, typer.Argument(metavar="TO", help="ปีงบประมาณของสำเนา เช่น 2570")],
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="ไฟล์ที่จะเขียน หากไม่ระบุจะแสดงบนจอ")
    ] = None,
) -> None:
    """Copy a year's checklist to another year, marked provisional, for a person to complete."""
    from oit_checker.checklist import roll
    from oit_checker.errors import UsageError

    text = roll(f"nacc-{from_year}", to_year)
    if output is None:
        typer.echo(text, nl=False)
    else:
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as fault:
            raise UsageError(f"เขียนไฟล์ไม่ได้ ({fault.strerror})", path=str(output)) from fault
        typer.echo(output)

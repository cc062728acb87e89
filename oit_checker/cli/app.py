"""The verbs. Heavy rooms are imported inside them, so that --help answers at once."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer.core import TyperGroup

from oit_checker import __version__
from oit_checker.cli import EXIT_BELOW, EXIT_NOT_AUDITED
from oit_checker.cli.checking import check
from oit_checker.cli.choosing import LATEST, audit_options
from oit_checker.cli.choosing import chosen_checklist as _checklist
from oit_checker.model.site import AgencyKind

if TYPE_CHECKING:
    from oit_checker.model.report import GapReport

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"auto_envvar_prefix": "OIT_CHECKER", "help_option_names": ["-h", "--help"]},
    help="Audit a Thai agency's main website against the OIT checklist, and explain every gap.",
)
checklists_app = typer.Typer(no_args_is_help=True, help="List, show, validate or roll checklists.")
app.add_typer(checklists_app, name="checklist")
app.command()(check)


class Form(StrEnum):
    """Forms of the report besides json."""

    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"


Output = Annotated[Path, typer.Option("--output", metavar="DIR", help="Where gap_report.json and the other forms go.")]
Forms = Annotated[list[Form], typer.Option("--format", help="Forms besides json; may be given more than once.")]
ChecklistName = Annotated[
    str | None, typer.Option("--checklist", metavar="FILE|ID", help=f"Checklist to use.  [default: {LATEST}]")
]
Year = Annotated[int | None, typer.Option("--year", help="Fiscal year (พ.ศ.) to assess, such as 2569.")]
Kind = Annotated[
    AgencyKind | None, typer.Option("--agency-kind", help="Kind of agency; guessed from the site if not given.")
]
Provisional = Annotated[bool, typer.Option("--include-provisional", help="Score provisional items (O26) too.")]
Percent = Annotated[
    float | None, typer.Option(min=0, max=100, help="Score of that instrument, for a projected ITA score.")
]
FailUnder = Annotated[
    float | None, typer.Option("--fail-under", min=0, max=100, help="Exit with 1 if the OIT estimate is below this.")
]
MaxOcrPages = Annotated[
    int, typer.Option("--max-ocr-pages", min=0, help="Read N scanned pages by OCR at most; 0: none.")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
LogFormat = Annotated[Literal["text", "json"], typer.Option("--log-format", help="How progress is written to stderr.")]


@app.callback()
def _settings(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="TOML file with options.")] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        typer.echo(f"oit-checker {__version__}")
        raise typer.Exit
    from oit_checker.cli.settings import default_map

    group = context.command
    if isinstance(group, TyperGroup):
        context.default_map = default_map(group, config)


@app.command()
def audit(
    site: Annotated[str, typer.Argument(metavar="SITE", help="Address of the agency's main website.")],
    year: Year = None,
    checklist: ChecklistName = None,
    output: Output = Path("out"),
    format: Forms = [Form.HTML],  # noqa: B006
    max_pages: Annotated[
        int, typer.Option(min=1, help='End the crawl after N pages; the report then says "partial".')
    ] = 2000,
    max_depth: Annotated[int, typer.Option(min=0, help="Clicks from the home page.")] = 6,
    max_minutes: Annotated[float, typer.Option(min=0.05, help="End the crawl after N minutes.")] = 30,
    rate: Annotated[
        float | None, typer.Option(min=0, help="Requests per second and host; 0: no limit.  [default: 2; loopback: 0]")
    ] = None,
    host: Annotated[
        list[str] | None, typer.Option("--host", help="A further host that belongs to the main website.")
    ] = None,
    contact: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="E-mail address or URL of the person who runs it, told to every website.",
            show_default=False,
        ),
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an audit of this site that was cut short in DIR.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Forget what an earlier audit in DIR had seen; ask for everything anew.")
    ] = False,
    agency_kind: Kind = None,
    include_provisional: Provisional = False,
    iit: Percent = None,
    eit: Percent = None,
    max_ocr_pages: MaxOcrPages = 200,
    render: Annotated[
        Literal["auto", "never", "always"],
        typer.Option("--render", help="Open pages made by script in Chromium: those that need it, none, or more."),
    ] = "auto",
    max_rendered: Annotated[
        int, typer.Option("--max-rendered", min=0, help="Open pages in the browser N times at most.")
    ] = 30,
    fail_under: FailUnder = None,
    quiet: Quiet = False,
    log_format: LogFormat = "text",
) -> None:
    """Crawl one agency site and report what its OIT disclosure still lacks."""
    from oit_checker.cli.standing import tell_standing
    from oit_checker.cli.watching import watching
    from oit_checker.config import CrawlLimits
    from oit_checker.errors import UsageError
    from oit_checker.run import Plan, audit_site

    if resume and fresh:
        raise UsageError("--resume and --fresh exclude each other", remedy="Give one of the two.")
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
    tell_standing(plan, quiet=quiet, log_format=log_format)
    with watching(quiet=quiet, log_format=log_format) as watch:
        report = audit_site(plan, watch)
    _deliver(report, output, format, quiet=quiet, fail_under=fail_under)


@app.command()
def demo(output: Output = Path("out"), format: Forms = [Form.HTML, Form.XLSX], quiet: Quiet = False) -> None:  # noqa: B006
    """Audit a small fictional agency website that ships with the tool; needs no network."""
    from oit_checker.cli.watching import watching
    from oit_checker.config import CrawlLimits
    from oit_checker.demo import serve
    from oit_checker.run import Plan, audit_site

    with serve() as site, watching(quiet=quiet, log_format="text") as watch:
        plan = Plan(site=site, checklist=_checklist(LATEST, None), output=output, limits=CrawlLimits(max_minutes=2))
        report = audit_site(plan, watch)
    _deliver(report, output, format, quiet=quiet, fail_under=None)


@app.command()
def judge(
    snapshot: Annotated[Path, typer.Argument(metavar="SNAPSHOT", help="The snapshot folder of an earlier audit.")],
    year: Year = None,
    checklist: ChecklistName = None,
    output: Output = Path("out"),
    format: Forms = [Form.HTML],  # noqa: B006
    agency_kind: Kind = None,
    include_provisional: Provisional = False,
    iit: Percent = None,
    eit: Percent = None,
    max_ocr_pages: MaxOcrPages = 200,
    fail_under: FailUnder = None,
    quiet: Quiet = False,
) -> None:
    """Judge a kept snapshot again, without the network."""
    from oit_checker.run import judge_snapshot, prepare_output

    prepare_output(output)
    options = audit_options(agency_kind, include_provisional, iit, eit, max_ocr_pages)
    report = judge_snapshot(snapshot, _checklist(checklist, year), options)
    _deliver(report, output, format, quiet=quiet, fail_under=fail_under)


@app.command()
def report(
    file: Annotated[Path, typer.Argument(metavar="gap_report.json", help="A report made earlier.")],
    format: Forms = [Form.HTML],  # noqa: B006
    output: Annotated[Path | None, typer.Option("--output", metavar="DIR", help="Default: beside the file.")] = None,
    quiet: Quiet = False,
) -> None:
    """Make any form of a report again from its gap_report.json."""
    from oit_checker.errors import UsageError
    from oit_checker.run import prepare_output, write_forms
    from reports.to_json import load

    try:
        body = file.read_bytes()
    except OSError as fault:
        raise UsageError(f"the report cannot be read ({fault.strerror})", path=str(file)) from fault
    written = write_forms(load(body, path=str(file)), prepare_output(output or file.parent), format)
    if not quiet:
        for path in written:
            typer.echo(path)


@app.command()
def explain(
    name: Annotated[str, typer.Argument(metavar="ITEM|CHECK", help="An item code such as O25, or a check's name.")],
    year: Year = None,
    checklist: ChecklistName = None,
) -> None:
    """Print what an item asks, from which year, its words, look-alikes and sources; or a check's page."""
    from oit_checker.checklist import explain_check, explain_item

    if name.upper()[:1] in {"O", "M", "E"} and any(char.isdigit() for char in name):
        typer.echo(explain_item(_checklist(checklist, year), name.upper()))
    else:
        typer.echo(explain_check(name))


@checklists_app.command("list")
def list_checklists() -> None:
    """List the checklists that ship with the tool."""
    from oit_checker.checklist import available, load_checklist

    for name in available():
        known = load_checklist(name)
        typer.echo(f"{known.id}  {known.title_th}  ({len(known.items)} ข้อ, {known.status})")


@checklists_app.command("show")
def show_item(
    code: Annotated[str, typer.Argument(metavar="ITEM")], year: Year = None, checklist: ChecklistName = None
) -> None:
    """Show one item of a checklist."""
    explain(code, year, checklist)


@checklists_app.command("validate")
def validate_checklist(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Check a checklist file; tells file, item, field, problem and remedy."""
    from oit_checker.checklist import load_checklist

    known = load_checklist(file)
    typer.echo(f"{file}: {known.id}, {len(known.items)} items, can be used.")


@checklists_app.command("roll")
def roll_checklist(
    from_year: Annotated[int, typer.Argument(metavar="FROM")],
    to_year: Annotated[int, typer.Argument(metavar="TO")],
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Where to write it; default: stdout.")
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
            raise UsageError(f"the file cannot be written ({fault.strerror})", path=str(output)) from fault
        typer.echo(output)


def _deliver(made: GapReport, output: Path, forms: list[Form], *, quiet: bool, fail_under: float | None) -> None:
    from oit_checker.run import write_reports

    written = write_reports(made, output, forms)
    if not quiet:
        from rich.console import Console

        from reports.terminal import print_summary

        print_summary(made, Console(), written)
    if made.run.outcome == "failed":
        typer.echo(f"oit-checker: {made.run.reason or 'the site could not be audited'}", err=True)
        sys.exit(EXIT_NOT_AUDITED)
    if fail_under is not None and made.score.oit < fail_under:
        typer.echo(f"oit-checker: the OIT estimate {made.score.oit:.2f} is below {fail_under:g}", err=True)
        sys.exit(EXIT_BELOW)

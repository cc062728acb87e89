"""One HTML file that needs nothing else: styles, script and the Sarabun font stand inside it.

The page allows no request and no script but its own (Content-Security-Policy),
everything is escaped, and what a site wrote passes `plain.clean` on its way out.
"""

from __future__ import annotations

import base64
import hashlib
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment, PackageLoader
from jinja2.bccache import Bucket
from markupsafe import Markup

from oit_checker.compiled import keep, kept, maker
from oit_checker.model import labels
from oit_checker.model.evidence import ItemStatus
from oit_checker.model.report import GapReport
from reports import changes, courtesy, opened, personal, words
from reports.parts import parts_of, shows, wears_status
from reports.plain import clean, readable_url, safe_href
from reports.rendered import rendered_rows
from reports.thai_date import thai_bytes, thai_duration, thai_moment
from reports.view import crumbs, matched_words, view_of

TOP_STEPS = 5
MOST_LINKS = 1000
"""Opening links shown in the page; a longer list is read in a spreadsheet."""

THAI_RANGE = "U+0E01-0E5B,U+200C-200D,U+25CC"
LATIN_RANGE = "U+0000-00FF,U+2000-206F,U+20AC,U+2122"


def to_html(report: GapReport) -> bytes:
    """The page, UTF-8; the same report gives the same bytes."""
    page = (
        environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            view=view_of(report),
            warned=personal.warned(report),
            opened=opened.opened(report),
            star_counts=opened.star_counts(report),
            levels=words.levels_sentences(report),
            checklist_sureness=words.CHECKLIST_SURENESS.get(report.checklist.status, ""),
        )
    )
    return page.encode("utf-8")


def compile_templates() -> None:
    """Compile what `to_html` fills in, which takes longer than to fill it in: for who has time for it beforehand."""
    made = environment()
    for name in made.list_templates(filter_func=_is_of_report):
        made.get_template(name)


def _is_of_report(template: str) -> bool:
    return template == "report.html.j2" or (template.startswith("_") and template.endswith(".j2"))


class _Kept(BytecodeCache):
    """Templates are compiled once, as modules are; one that has changed is compiled again."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{maker(__file__)} {jinja2.__version__} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        # Trusted as the code beside which it stands; what is damaged is made anew, in whatever way it is.
        with suppress(Exception):
            bucket.bytecode_from_string(kept(bucket.key))

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(bucket.key, bucket.bytecode_to_string())


@cache
def environment() -> Environment:
    """The templates with their filters and words; texts of a site are cleaned and escaped on their way out."""
    made = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_cleaned,
        auto_reload=False,
        bytecode_cache=_Kept(),
    )
    made.filters.update(
        href=safe_href,
        readable=readable_url,
        marks=lambda score: f"{score:.2f}",
        crumbs=crumbs,
        matched_words=matched_words,
        thai_moment=thai_moment,
        thai_duration=thai_duration,
        thai_bytes=thai_bytes,
    )
    script = _text("filter.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    made.globals.update(
        labels=labels,
        words=words,
        personal=personal,
        changes=changes,
        open_data=opened,
        courtesy_heading=courtesy.HEADING,
        courtesy_rows=courtesy.courtesy_rows,
        rendered_rows=rendered_rows,
        parts_of=parts_of,
        shows=shows,
        wears_status=wears_status,
        statuses=tuple(ItemStatus),
        agency_name=words.agency_name,
        style=Markup(_fonts() + _text("style.css")),  # noqa: S704  our own files, nothing of a site in them
        script=Markup(script),  # noqa: S704
        script_hash=Markup(f"sha256-{digest}"),  # noqa: S704
        top=TOP_STEPS,
        most_links=MOST_LINKS,
    )
    return made


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _text(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8").rstrip("\n")


def _fonts() -> str:
    """Regular and bold, Thai and Latin letters only: 57 kB, so that a page looks alike on every machine."""
    faces = [
        (script, reach, weight)
        for weight in (400, 700)
        for script, reach in (("thai", THAI_RANGE), ("latin", LATIN_RANGE))
    ]
    return "".join(
        f'@font-face{{font-family:"Sarabun";font-weight:{weight};font-display:swap;unicode-range:{reach};'
        f'src:url(data:font/woff2;base64,{_font(f"sarabun-{script}-{weight}-normal.woff2")}) format("woff2")}}\n'
        for script, reach, weight in faces
    )


def _font(name: str) -> str:
    return base64.b64encode(files("reports").joinpath("templates", "fonts", name).read_bytes()).decode()

"""How right the tool is, in one table: pairs of lists, years, kinds, columns, text of PDFs, damaged text layers.

    OIT_CORPUS=/path/to/corpus python tests/benchmarks/accuracy.py [--wrong] [--no-sites]

The corpus is that of hub_pairs.py; its documents are labelled in accuracy_labels.py. Parts that need it are skipped
without it, with the reason. --wrong lists every case that is not as labelled; --no-sites leaves out the audits of the
test sites, which take a minute or two. What is left open (a year or kind that a person has to tell) is counted apart:
it is never right, and never a false pass. Exits 1 where a figure is below its target.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from string import Template

HERE = Path(__file__).parent
for folder in ("sites", "end_to_end", "items"):
    sys.path.insert(0, str(HERE.parent / folder))

import accuracy_labels as labels  # noqa: E402
import accuracy_own as own  # noqa: E402
import compare  # noqa: E402
import documents  # noqa: E402
import hub_pairs  # noqa: E402
import pdf_writer  # noqa: E402
import pypdfium2  # noqa: E402
import test_items  # noqa: E402
from accuracy_text import by_line, error_rate  # noqa: E402

from oit_checker.checklist import all_phrases, load_checklist  # noqa: E402
from oit_checker.checks import look  # noqa: E402
from oit_checker.checks.matter import Matter  # noqa: E402
from oit_checker.documents.extract import extract  # noqa: E402
from oit_checker.judge.status import component_year  # noqa: E402
from oit_checker.match.kind_signs import kind_of  # noqa: E402
from oit_checker.match.years import year_of  # noqa: E402
from oit_checker.model.checklist import DocumentKind, Item  # noqa: E402
from oit_checker.model.evidence import Candidate, ComponentStatus  # noqa: E402
from oit_checker.model.page import Page, Unreadable  # noqa: E402
from oit_checker.thai.phrases import PhraseIndex  # noqa: E402
from oit_checker.thai.text import fold  # noqa: E402

CHECKLIST = load_checklist("nacc-2569")
INDEX = PhraseIndex(all_phrases(CHECKLIST), CHECKLIST.not_in)
TODAY = date(2026, 7, 15)
ADDRESS = "https://www.example.go.th/files/document"
FORMATS: dict[str, Callable[[str], bytes]] = {
    "pdf": documents.to_pdf,
    "ruled.pdf": documents.to_ruled_pdf,
    "docx": documents.to_docx,
    "xlsx": documents.to_xlsx,
    "html": lambda source: f"<html><body>{documents.to_html(source)}</body></html>".encode(),
}
_LAYER = {None: "whole", Unreadable.NO_TEXT_LAYER: "none", Unreadable.GARBAGE_TEXT: "garbage"}


@dataclass
class Tally:
    """One row: right, wrong and open cases; target is the least share of right among those that were decided."""

    name: str
    target: float | None = None
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    skipped: str | None = None

    def take(self, case: str, expected: object, told: object) -> None:
        if told == expected:
            self.right += 1
        elif told in (None, "open"):
            self.open.append(f"{case}: open, should be {expected}")
        else:
            self.wrong.append(f"{case}: {told}, should be {expected}")

    @property
    def share(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)

    def row(self) -> str:
        if self.skipped:
            return f"| {self.name} | skipped: {self.skipped} | | | | |"
        of = self.right + len(self.wrong) + len(self.open)
        target = f"{self.target:.2f}" if self.target is not None else ""
        return f"| {self.name} | {self.share:.3f} | {len(self.wrong)} | {len(self.open)} | {of} | {target} |"


def read(body: bytes, name: str) -> Page:
    return extract(body, url=f"{ADDRESS}/{name}", media_type=None)


def offered(page: Page, code: str = "O1") -> Candidate:
    return Candidate(code, f"{ADDRESS}/1", "https://www.example.go.th/", "ดาวน์โหลด", (), (), 1.0)


def kind_told(page: Page, asked: Iterable[DocumentKind]) -> str:
    found = kind_of(page, offered(page), tuple(asked))
    if found.doubt is not None:
        return "open"
    return found.kinds[0].value if found.kinds else "other"


def year_told(page: Page) -> int | None:
    matter = Matter(page, INDEX, TODAY)
    return year_of(page, offered(page), None, text_years=lambda: [year for _, year in matter.years]).be


@cache
def places(corpus: Path) -> dict[str, Path]:
    """Every file by its folded path: names in the corpus spell ำ in two ways."""
    return {fold(str(path.relative_to(corpus))): path for path in corpus.rglob("*.*")}


@cache
def corpus_page(corpus: Path, name: str) -> Page:
    path = places(corpus)[fold(name)]
    return read(path.read_bytes(), path.name)


def of_corpus(corpus: Path) -> Iterator[Tally]:
    years, kinds = Tally("year of corpus documents", 0.98), Tally("kind of corpus documents", 0.98)
    for name, year in labels.YEARS.items():
        years.take(name, year, year_told(corpus_page(corpus, name)))
    for name, kind in labels.KINDS.items():
        kinds.take(name, kind, kind_told(corpus_page(corpus, name), (DocumentKind.REPORT, DocumentKind.PLAN)))
    layers = Tally("text layer whole, none or garbage (corpus/pdfs)", 1.0)
    for name, layer in labels.LAYERS.items():
        layers.take(name, layer, _LAYER.get(corpus_page(corpus, name).unreadable, "other"))
    yield from (years, kinds, layers)


def of_pairs(corpus: Path) -> Iterator[Tally]:
    results = [hub_pairs.read(site, page, told, CHECKLIST) for site, page, told in hub_pairs.hubs_of(corpus)]
    of_oit = [one for one in results if one.is_oit]
    right = sum(one.right for one in of_oit)
    for name, target, all_of in (
        ("item → link pairs of OIT lists, precision", 0.98, sum(one.read.total() for one in of_oit)),
        ("item → link pairs of OIT lists, recall", 0.97, sum(one.expected.total() for one in of_oit)),
    ):
        yield Tally(name, target, right, wrong=["a pair: see hub_pairs.py --wrong"] * (all_of - right))


def own_kinds() -> Iterator[Tally]:
    plain, hard = Tally("kind of own documents (PDF, DOCX, XLSX)", 0.98), Tally("kind of own hard documents", 0.98)
    sources = {name: source_of(name) for name in own.KINDS}
    for form in ("pdf", "docx", "xlsx"):
        for name, source in sources.items():
            if form != "xlsx" or "\n|" in source:
                page = read(FORMATS[form](source), f"1.{form}")
                plain.take(f"{name} as {form}", own.KINDS[name], kind_told(page, (DocumentKind.REPORT,)))
    for form in ("pdf", "docx"):
        for name, (code, kind, source) in own.HARD.items():
            page = read(FORMATS[form](source), f"1.{form}")
            hard.take(f"{name} as {form}", kind, kind_told(page, item_of(code).document_kinds))
    yield from (plain, hard)


def source_of(name: str, year: int = 2569) -> str:
    text = (compare.SITES / f"{name}.txt").read_text("utf-8")
    return Template(text).safe_substitute(year=year, last=year - 1, before=year - 2, agency="เทศบาลตำบลตัวอย่าง")


def item_of(code: str) -> Item:
    item = CHECKLIST.item(code)
    assert item is not None
    return item


def own_columns() -> Iterator[Tally]:
    """Whether a component is found by its column, and missed where the column is taken out or left empty.

    Known and told: a PDF without lines between columns does not tell which is empty, and a period in one is left alone,
    as people colour it.
    """
    for form in FORMATS:
        found = Tally(f"columns there, {form}: found", 1.0)
        out, empty = (
            Tally(f"columns {name}, {form}: not found", least)
            for name, least in (("taken out", 0.85), ("left empty", None))
        )
        for code, (name, columns) in own.COLUMNS.items():
            source = source_of(name)
            for component, head in columns.items():
                for tally, text, expected in (
                    (found, source, ComponentStatus.FOUND),
                    (out, without_column(source, head, keep_head=False), ComponentStatus.NOT_FOUND),
                    (empty, without_column(source, head, keep_head=True), ComponentStatus.NOT_FOUND),
                ):
                    page = read(FORMATS[form](text), f"1.{form}")
                    tally.take(f"{code}.{component}", expected, component_told(page, code, component))
        yield from (found, out, empty)


def without_column(source: str, head: str, *, keep_head: bool) -> str:
    """The source with the column of that heading taken out of its tables, or with its cells emptied."""
    lines: list[str] = []
    place: int | None = None
    for line in source.splitlines():
        if not line.startswith("|"):
            place = None
            lines.append(line)
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        is_head = head in cells
        place = cells.index(head) if is_head else place
        if place is not None and not (is_head and keep_head):
            cells = [("" if at == place else cell) for at, cell in enumerate(cells) if keep_head or at != place]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def component_told(page: Page, code: str, name: str) -> ComponentStatus:
    item = item_of(code)
    component = next(one for one in item.components if one.id == f"{code}.{name}")
    return look(component, Matter(page, INDEX, TODAY), wanted=component_year(component, item, CHECKLIST.year)).status


def own_years(*, with_sites: bool) -> Iterator[Tally]:
    cases = Tally("year of own documents (tests/items)", 0.98)
    for case in test_items.YEAR_CASES:
        wanted = case.item.evidence_year.seen_from(CHECKLIST.year)
        in_text = [mention for _, mention in test_items.matter_of(case.id).years]
        covers = case.item.covers_years
        found = year_of(
            case.page, offered(case.page), wanted, covers_years=covers, text_years=lambda told=in_text: told
        )
        cases.take(case.id, case.year, found.be)
    yield cases
    sites = Tally("year of evidence on the test sites", 0.98)
    if not with_sites:
        sites.skipped = "--no-sites"
    for name in compare.site_names() if with_sites else ():
        with tempfile.TemporaryDirectory() as out:
            report, truth, home = compare.audit_site(name, Path(out))
        read_years = {(it["code"], e["url"]): e["fiscal_year"] for it in report["items"] for e in it["evidence"]}
        for code, item in truth["items"].items():
            for path in item.get("evidence", ()) if "fiscal_year" in item else ():
                url = path if path.startswith("http") else home + path
                sites.take(f"{name} {code} {path}", item["fiscal_year"], read_years.get((code, url)))
    yield sites


def own_layers() -> Iterator[Tally]:
    layers = Tally("text layer of own documents", 1.0)
    layers.take("a scan", "none", _LAYER.get(read(pdf_writer.scan(), "1.pdf").unreadable, "other"))
    for name in own.KINDS:
        layers.take(name, "whole", _LAYER.get(read(documents.to_pdf(source_of(name)), "1.pdf").unreadable, "other"))
    yield layers


def text_rows(corpus: Path) -> Iterator[str]:
    """Character error rates of page 1 against its typed text, without white space: raw, mended, lines in any order."""
    for typed in sorted((corpus / "pdfs").glob("*.txt")):
        pdf = typed.with_suffix(".pdf")
        page = corpus_page(corpus, f"pdfs/{pdf.name}")
        if page.unreadable is not None:
            yield f"| {typed.stem} | {page.unreadable.value} | | |"
            continue
        raw = str(pypdfium2.PdfDocument(pdf.read_bytes())[0].get_textpage().get_text_range())
        told = "".join(passage.text for passage in page.passages if passage.page_no == 1)
        lines = typed.read_text("utf-8").splitlines()
        rates = (error_rate("".join(lines), raw), error_rate("".join(lines), told), by_line(lines, told))
        yield f"| {typed.stem} | {' | '.join(f'{rate:.2%}' for rate in rates)} |"


def main(options: list[str]) -> int:
    named = os.environ.get("OIT_CORPUS")
    corpus = Path(named) if named and Path(named).is_dir() else None
    tallies = [*own_kinds(), *own_columns(), *own_layers(), *own_years(with_sites="--no-sites" not in options)]
    if corpus is None:
        reason = "OIT_CORPUS does not name the folder of the labelled corpus"
        tallies.append(Tally("pairs, and all of the corpus", skipped=reason))
    else:
        tallies = [*of_pairs(corpus), *of_corpus(corpus), *tallies]
    print(
        f"`{'OIT_CORPUS=… ' if corpus else ''}python tests/benchmarks/accuracy.py {' '.join(options)}`".replace(
            " `", "`"
        )
    )
    print("\n| Measured | right of the decided | wrong | left open | of | target |\n|---|---|---|---|---|---|")
    print("\n".join(tally.row() for tally in tallies))
    if corpus is not None:
        print("\n| Page 1 of | CER, raw layer | CER, mended | CER, lines in any order |\n|---|---|---|---|")
        print("\n".join(text_rows(corpus)))
    if "--wrong" in options:
        for tally, count in Counter({tally.name: len(tally.wrong) + len(tally.open) for tally in tallies}).items():
            told = next(one for one in tallies if one.name == tally)
            print(f"\n{tally}" if count else "", *told.wrong, *told.open, sep="\n  " if count else "")
    below = [tally for tally in tallies if not tally.skipped and tally.target and tally.share < tally.target]
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

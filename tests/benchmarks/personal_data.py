"""What is warned of on all pages and documents of a corpus, each hit masked and with its words, to be read by a person.

    OIT_CORPUS=/path/to/corpus python tests/benchmarks/personal_data.py [--near]

Prints every hit, counts by kind, how many places were looked at and found to be
no private person's, and milliseconds per page (a PDF's pages count each).
--near lists those places too, with digits hidden. Skipped without a corpus.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from oit_checker.documents.extract import extract
from oit_checker.model.page import Page
from oit_checker.privacy import mask, personal_data_in_link, personal_data_of
from oit_checker.privacy.citizen_numbers import citizen_numbers
from oit_checker.privacy.kinds import ACCOUNT, ACCOUNT_LABEL, ADDRESS, mobile_spans
from oit_checker.privacy.spots import Span, Spot, Text
from oit_checker.privacy.words import PERSON, without_names

ENDINGS = {".html", ".htm", ".pdf", ".docx", ".doc", ".xlsx", ".xls", ".csv", ".json", ".txt"}
NOT_OF_A_SITE = {"labels.json", "_absent.txt"}


def pages_of(corpus: Path) -> Iterator[Page]:
    for path in sorted(corpus.rglob("*")):
        if path.suffix.lower() in ENDINGS and path.name not in NOT_OF_A_SITE:
            url = f"https://www.example.go.th/{path.relative_to(corpus)}"
            yield extract(path.read_bytes(), url=url, media_type=None)


def looked_at(page: Page) -> Iterator[tuple[str, Spot]]:
    """Places that could be personal data by their shape."""
    text = Text(page)
    shapes: tuple[tuple[str, Callable[[str], Iterable[Span]]], ...] = (
        ("citizen_number", lambda line: ((number.start, number.end) for number in citizen_numbers(line))),
        ("bank_account", lambda line: (found.span() for found in ACCOUNT.finditer(line))),
        ("mobile_number", mobile_spans),
        ("home_address", lambda line: (found.span() for found in ADDRESS.finditer(line))),
    )
    for kind, spans in shapes:
        for spot in text.spots(spans):
            labelled = ACCOUNT_LABEL.search(f"{spot.above[-120:]}{spot.before[-80:]}") is not None
            if kind != "bank_account" or labelled or PERSON.search(spot.line):
                yield kind, spot


def main(*words: str) -> None:
    corpus = os.environ.get("OIT_CORPUS")
    if not corpus or not Path(corpus).is_dir():
        print("skipped: OIT_CORPUS is not set")
        return
    pages = list(pages_of(Path(corpus)))
    started = time.perf_counter()
    found = [(page, personal_data_of(page).told) for page in pages]
    spent_ms = (time.perf_counter() - started) * 1000
    links = [
        (link.url, told) for page in pages for link in page.links for told in personal_data_in_link(link.url, link.text)
    ]
    for page, all_told in found:
        for told in all_told:
            print(f"{told.kind.value:15} {told.count:4} {told.place:12} {told.context}  {mask(page.url)[26:]}")
    for url, told in links:
        print(f"{told.kind.value:15}      {told.place:12} {mask(url)}")
    near = Counter(kind for page in pages for kind, _ in looked_at(page))
    if "--near" in words:
        for page in pages:
            for kind, spot in looked_at(page):
                line = without_names(re.sub(r"\d", "x", spot.line[max(0, spot.start - 80) : spot.end + 30]))
                print(f"near {kind:15} {mask(page.url)[26:]} {line!r}")
    print("warned of:", dict(Counter(t.kind.value for _, all_told in found for t in all_told)), "in links:", len(links))
    print("of the shape:", dict(near))
    sheets = sum(page.page_count or 1 for page in pages)
    print(f"{len(pages)} files, {sheets} pages, {spent_ms / sheets:.3f} ms a page")


if __name__ == "__main__":
    main(*sys.argv[1:])

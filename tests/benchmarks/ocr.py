"""How well and how fast pages without a usable text layer are read, and how good mended text layers are.

    OIT_CORPUS=/path/to/corpus python tests/benchmarks/ocr.py [--pages 20]

The corpus holds pdfs/NAME.pdf beside pdfs/NAME.txt, the typed text of page 1. Printed are, for each of them, the
character error rate of page 1, white space left out (in brackets line by line, wherever the line stands); then what a
run of scanned pages costs: wall and CPU seconds, pages a minute, and the largest process; last, every page of the
corpus whose text layer is called garbage, to be looked at by eye.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from oit_checker.config import ReadLimits
from oit_checker.documents.extract import extract
from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.ocr_cache import OcrCache
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.documents.tesseract import find_engine
from oit_checker.documents.text_layer import is_garbage, mended, visible
from oit_checker.model.page import OcrLack, Page

LIMITS = ReadLimits(max_ocr_pages=10_000, ocr_pages_per_file=10_000, ocr_seconds=3600.0, ocr_seconds_per_file=3600.0)


def error_rate(read: str, typed: str) -> float:
    """Edits for each typed character, white space left out."""
    typed = visible(typed)
    return Levenshtein.distance(visible(read), typed) / len(typed)


def error_rate_by_line(read: str, typed: str) -> float:
    """The same, each typed line beside the words most like it: a running head that comes last is then no error."""
    read, wrong, every = visible(read), 0, 0
    for line in filter(None, map(visible, typed.splitlines())):
        like = fuzz.partial_ratio_alignment(line, read)
        wrong += Levenshtein.distance(line, read[like.dest_start : like.dest_end]) if like else len(line)
        every += len(line)
    return wrong / every


def both_rates(read: str, typed: str) -> str:
    return f"{error_rate(read, typed):.1%} ({error_rate_by_line(read, typed):.1%})"


def raw_text(body: bytes, place: int) -> str:
    document = pypdfium2.PdfDocument(body)
    try:
        return str(document[place].get_textpage().get_text_range())
    finally:
        document.close()


def read_by_ocr(bodies: Sequence[bytes]) -> list[Page]:
    """The documents with what OCR read, nothing taken from a cache."""
    with tempfile.TemporaryDirectory() as folder, Reader(LIMITS) as reader:
        scan_reader = ScanReader(reader, LIMITS, OcrCache(Path(folder)))
        jobs = [ReadJob(f"https://www.example.go.th/{number}.pdf", body) for number, body in enumerate(bodies)]
        pages = [extract(job.load, url=job.url, media_type=None) for job in jobs if isinstance(job.load, bytes)]
        shas = [hashlib.sha256(body).hexdigest() for body in bodies]
        read = scan_reader.read_all([ScanJob(*one) for one in zip(pages, jobs, shas, strict=True)])
    return [read.get(page.url, page) for page in pages]


def rates(corpus: Path) -> Iterator[str]:
    """One line for each document with a typed first page."""
    for typed in sorted((corpus / "pdfs").glob("*.txt")):
        body = typed.with_suffix(".pdf").read_bytes()
        text, raw = typed.read_text("utf-8"), raw_text(body, 0)
        (page,) = read_by_ocr([body])
        layer = "none" if not visible(raw) else f"{both_rates(raw, text)} → {both_rates(mended(raw), text)}"
        ocr = "not asked"
        if page.ocr is not None and 1 in page.ocr.pages:
            ocr = both_rates("".join(line.text for line in page.ocr.passages if line.page_no == 1), text)
        yield f"{typed.stem:34} text layer raw → mended: {layer:34} OCR: {ocr}"


def cost(corpus: Path, wanted: int) -> str:
    """What reading the first `wanted` scanned pages of the corpus costs, in documents of at most ten pages each."""
    bodies: list[bytes] = []
    count = 0
    for place in sorted((corpus / "pdfs").glob("*.pdf")):
        body = _first_pages(place.read_bytes(), min(10, wanted - count)) if count < wanted else b""
        scans = len(extract(body, url="https://www.example.go.th/a.pdf", media_type=None).scans)
        if scans:
            bodies.append(body)
            count += scans
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    read = sum(len(page.ocr.pages) for page in read_by_ocr(bodies) if page.ocr is not None)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (
        f"{read} scanned pages: {wall:.1f} s wall, {cpu:.1f} s CPU, {60 * read / wall:.0f} pages a minute, "
        f"largest process {after.ru_maxrss / 1024:.0f} MB"
    )


def _first_pages(body: bytes, most: int) -> bytes:
    source, part = pypdfium2.PdfDocument(body), pypdfium2.PdfDocument.new()
    part.import_pages(source, list(range(min(most, len(source)))))
    with tempfile.TemporaryFile() as out:
        part.save(out)
        out.seek(0)
        return out.read()


def garbage(corpus: Path) -> Iterator[str]:
    """Every page of which is_garbage says so, with its first signs; then how many pages with text were looked at."""
    looked_at = 0
    for place in sorted(corpus.rglob("*.pdf")):
        body = place.read_bytes()
        try:
            document = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError:
            continue
        for number in range(len(document)):
            text = mended(str(document[number].get_textpage().get_text_range()))
            looked_at += bool(visible(text))
            if is_garbage(text):
                yield f"{place.relative_to(corpus)} page {number + 1}: {' '.join(text.split())[:60]!r}"
    yield f"{looked_at} pages with a text layer were looked at"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20, help="how many scanned pages to read for the cost")
    wanted = parser.parse_args().pages
    corpus = Path(os.environ.get("OIT_CORPUS", ""))
    if not (corpus / "pdfs").is_dir():
        sys.exit("skipped: OIT_CORPUS does not name the folder of the labelled corpus")
    if isinstance(find_engine(), OcrLack):
        sys.exit("skipped: no tesseract with Thai data on this machine")
    print(*rates(corpus), cost(corpus, wanted), *garbage(corpus), sep="\n")


if __name__ == "__main__":
    main()

"""Which pages OCR is asked to read, within which limits, and what becomes of the document."""

import hashlib
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from oit_checker.config import ReadLimits
from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.ocr_cache import OcrCache
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.documents.tesseract import Engine, find_engine
from oit_checker.model.page import OcrLack, Page, PageKind, Unreadable

SITE = "https://www.example.go.th/"
LIMITS = ReadLimits(seconds_per_file=30.0, processes=2)
PLAN = ("แผนปฏิบัติการป้องกันการทุจริต", "ผู้รับผิดชอบโครงการ สำนักปลัดเทศบาล", "งบประมาณ 50,000 บาท")
Draw = Callable[..., Image.Image]
Scans = Callable[..., bytes]
Fake = Callable[..., Path]


def unlooked_for() -> Engine:
    raise AssertionError("the OCR program was looked for")


class Desk:
    """A reader with its scan reader, and the documents laid before it."""

    def __init__(self, folder: Path, limits: ReadLimits = LIMITS, **more: object) -> None:
        self.folder, self.limits, self.more = folder, limits, more

    def read(self, *bodies: bytes, media_type: str = "application/pdf") -> list[Page]:
        with Reader(self.limits) as reader:
            scan_reader = ScanReader(reader, self.limits, OcrCache(self.folder), **self.more)
            jobs = [ReadJob(f"{SITE}{number}", body, media_type) for number, body in enumerate(bodies)]
            pages = reader.read_all(jobs)
            asked = [
                ScanJob(pages[job.url], job, hashlib.sha256(body).hexdigest())
                for job, body in zip(jobs, bodies, strict=True)
            ]
            read = scan_reader.read_all(asked)
        return [read.get(job.url, pages[job.url]) for job in jobs]


def ocr_calls(calls: Path) -> int:
    return sum("stdin" in line for line in calls.read_text().splitlines()) if calls.exists() else 0


@pytest.fixture
def sheet(draw: Draw) -> Image.Image:
    """A page with ink on it, for which no font is needed."""
    page = draw()
    page.paste(0, (100, 100, 700, 160))
    return page


@pytest.mark.skipif(isinstance(find_engine(), OcrLack), reason="no tesseract with Thai data on this machine")
@pytest.mark.parametrize("form", ["PDF", "JPEG", "PNG"])
def test_thai_is_read_from_a_scan_and_from_a_picture(form: str, draw: Draw, tmp_path: Path) -> None:
    place = tmp_path / f"plan.{form}"
    draw(*PLAN).save(place, form, **({"resolution": 150} if form == "PDF" else {}))
    (page,) = Desk(tmp_path).read(place.read_bytes())
    assert page.ocr is not None
    text = "".join("".join(line.text.split()) for line in page.ocr.passages)
    assert "งบประมาณ" in text
    assert "50,000" in text
    assert page.ocr.pages == (1,)
    assert page.unreadable in {Unreadable.NO_TEXT_LAYER, Unreadable.IMAGE_ONLY}
    assert all(line.by_ocr and line.page_no == (1 if form == "PDF" else None) for line in page.ocr.passages)
    assert page.passages == ()


def test_only_the_pages_without_text_are_read(
    fake_tesseract: Fake, pdf: Callable[..., bytes], scan: bytes, tmp_path: Path
) -> None:
    calls = fake_tesseract("echo อ่านได้")
    mixed = pdf(PLAN, scan, PLAN)
    (page,) = Desk(tmp_path).read(mixed)
    assert page.scans == (2,)
    assert page.ocr is not None
    assert page.ocr.blank == (2,)  # the test's picture is one grey dot
    assert page.partly_unreadable == ()
    assert ocr_calls(calls) == 0


def test_text_and_web_pages_start_nothing(fake_tesseract: Fake, pdf: Callable[..., bytes], tmp_path: Path) -> None:
    calls = fake_tesseract()
    pages = Desk(tmp_path, find=unlooked_for).read(pdf(PLAN), "<p>แผน</p>".encode())
    assert [page.ocr for page in pages] == [None, None]
    assert not calls.exists()
    assert not (tmp_path / "ocr.jsonl").exists()


def test_what_was_read_is_read_again_without_the_program(
    fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = fake_tesseract("echo อ่านได้")
    body = scans(sheet, sheet)
    first = Desk(tmp_path).read(body)
    assert ocr_calls(calls) == 2
    monkeypatch.setenv("PATH", str(tmp_path))
    again = Desk(tmp_path, find=unlooked_for).read(body)
    assert again == first
    assert first[0].ocr is not None
    assert [(line.text, line.page_no) for line in first[0].ocr.passages] == [("อ่านได้", 1), ("อ่านได้", 2)]


def test_the_same_bytes_at_two_addresses_are_read_once(
    fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path
) -> None:
    calls = fake_tesseract("echo อ่านได้")
    one, other = Desk(tmp_path).read(*[scans(sheet)] * 2)
    assert ocr_calls(calls) == 1
    assert one.ocr == other.ocr
    assert (one.url, other.url) == (SITE + "0", SITE + "1")


@pytest.mark.parametrize(
    ("limits", "read", "lacks"),
    [
        pytest.param({"ocr_pages_per_file": 2}, [(1, 2), (1, 2)], [OcrLack.PAGES_PER_FILE] * 2, id="pages of a file"),
        pytest.param({"max_ocr_pages": 4}, [(1, 2, 3), (1,)], [None, OcrLack.PAGES_PER_RUN], id="pages of a run"),
        pytest.param({"max_ocr_pages": 3}, [(1, 2, 3), ()], [None, OcrLack.PAGES_PER_RUN], id="none left"),
        pytest.param({"max_ocr_pages": 0}, [(), ()], [OcrLack.SWITCHED_OFF] * 2, id="switched off"),
        pytest.param({"ocr_seconds": 0.0}, [(), ()], [OcrLack.TOO_SLOW] * 2, id="no time"),
    ],
)
def test_limits(
    limits: dict[str, float],
    read: list[tuple[int, ...]],
    lacks: list[OcrLack | None],
    fake_tesseract: Fake,
    draw: Draw,
    sheet: Image.Image,
    scans: Scans,
    tmp_path: Path,
) -> None:
    fake_tesseract("echo อ่านได้")
    other = sheet.rotate(180)
    pages = Desk(tmp_path, replace(LIMITS, **limits)).read(scans(sheet, sheet, sheet), scans(other, other, other))
    readings = [page.ocr for page in pages if page.ocr is not None]
    assert [reading.pages for reading in readings] == read
    assert [reading.lack for reading in readings] == lacks
    assert all(reading.pages + reading.left == (1, 2, 3) for reading in readings)


def test_a_file_that_takes_too_long_is_left(
    fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path
) -> None:
    fake_tesseract("echo อ่านได้")
    ticks = iter(range(0, 10_000, 10))  # each look at the clock is ten seconds later
    limits = replace(LIMITS, ocr_seconds_per_file=15.0, processes=1)
    (page,) = Desk(tmp_path, limits, clock=lambda: float(next(ticks))).read(scans(*[sheet] * 4))
    assert page.ocr is not None
    assert (page.ocr.pages, page.ocr.left, page.ocr.lack) == ((1, 2), (3, 4), OcrLack.TOO_SLOW)


@pytest.mark.parametrize(
    ("does", "lack"),
    [pytest.param("exec sleep 60", OcrLack.TOO_SLOW, id="hangs"), pytest.param("exit 1", OcrLack.FAILED, id="fails")],
)
def test_a_page_on_which_the_program_fails_stays_unread_and_is_tried_anew(
    does: str, lack: OcrLack, fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path
) -> None:
    fake_tesseract(does)
    limits = replace(LIMITS, ocr_seconds_per_page=1.0)
    (page,) = Desk(tmp_path, limits).read(scans(sheet))
    assert page.ocr is not None
    assert (page.ocr.pages, page.ocr.left, page.ocr.lack) == ((), (1,), lack)
    fake_tesseract("echo อ่านได้")
    (page,) = Desk(tmp_path, limits).read(scans(sheet))
    assert page.ocr is not None
    assert page.ocr.pages == (1,)


@pytest.mark.parametrize(
    ("languages", "lack"), [("", OcrLack.NO_THAI), (None, OcrLack.NOT_INSTALLED)], ids=["no Thai", "not installed"]
)
def test_without_the_program_the_reason_is_told(
    languages: str | None,
    lack: OcrLack,
    fake_tesseract: Fake,
    sheet: Image.Image,
    scans: Scans,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if languages is None:
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        fake_tesseract(languages=languages)
    (page,) = Desk(tmp_path).read(scans(sheet))
    assert page.unreadable is Unreadable.NO_TEXT_LAYER
    assert page.ocr is not None
    assert (page.ocr.left, page.ocr.lack) == ((1,), lack)


def test_white_pages_are_blank_and_no_longer_in_doubt(
    fake_tesseract: Fake, draw: Draw, sheet: Image.Image, scans: Scans, tmp_path: Path
) -> None:
    fake_tesseract("echo อ่านได้")
    white, mixed = Desk(tmp_path).read(scans(draw(), draw()), scans(draw(), sheet))
    assert (white.unreadable, white.ocr and white.ocr.blank) == (Unreadable.BLANK, (1, 2))
    assert mixed.unreadable is Unreadable.NO_TEXT_LAYER
    assert mixed.ocr is not None
    assert (mixed.ocr.blank, mixed.ocr.pages) == ((1,), (2,))


def test_stains_and_rules_are_no_lines(fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path) -> None:
    fake_tesseract("printf '— | ..\\n แผน   ปฏิบัติการ\\n~ 7 ~\\n'")
    (page,) = Desk(tmp_path).read(scans(sheet))
    assert page.ocr is not None
    assert [line.text for line in page.ocr.passages] == ["แผน ปฏิบัติการ"]


def test_five_hundred_scanned_pages_cost_no_more_than_the_limit(
    fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path
) -> None:
    calls = fake_tesseract("echo อ่านได้")
    small = sheet.resize((124, 175))
    (page,) = Desk(tmp_path, replace(LIMITS, ocr_pages_per_file=3)).read(scans(*[small] * 500))
    assert page.ocr is not None
    assert (page.page_count, page.cut, page.kind) == (500, True, PageKind.PDF)
    assert (page.ocr.pages, len(page.ocr.left), ocr_calls(calls)) == ((1, 2, 3), 397, 3)


def test_the_program_is_ended_with_its_worker(
    fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("ps"):
        pytest.skip("ps is not there to look for processes")
    monkeypatch.setattr("oit_checker.documents.reading._DRAWING_S", -9.0)
    fake_tesseract("exec sleep 61.5")
    (page,) = Desk(tmp_path, replace(LIMITS, ocr_seconds_per_page=12.0)).read(scans(sheet))
    assert page.ocr is not None
    assert page.ocr.lack is OcrLack.TOO_SLOW
    for _ in range(100):  # a process that was ended takes a moment to go
        if "sleep 61.5" not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout:
            return
        time.sleep(0.1)
    pytest.fail("the program outlived its worker")


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", id="JavaScript"),
        pytest.param(
            b"/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >> >>", id="an attachment"
        ),
        pytest.param(
            b"/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T (S) /Rect [0 0 9 9] /V << /Type /Sig >> >>] >>",
            id="a signature",
        ),
    ],
)
def test_what_a_file_carries_besides_its_pages_changes_nothing(
    inside: bytes, fake_tesseract: Fake, sheet: Image.Image, scans: Scans, tmp_path: Path
) -> None:
    fake_tesseract("echo อ่านได้")
    plain = scans(sheet)
    laden = re.sub(rb"/Type\s*/Catalog", lambda found: found[0] + b" " + inside, plain, count=1)
    assert laden != plain
    (page,) = Desk(tmp_path).read(laden)
    assert page.ocr is not None
    assert page.ocr.pages == (1,)


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "TIFF", "BMP"])
def test_a_picture_is_read_whatever_its_address_calls_it(
    name: str, fake_tesseract: Fake, sheet: Image.Image, tmp_path: Path
) -> None:
    fake_tesseract("echo อ่านได้")
    place = tmp_path / "plan"
    sheet.save(place, name)
    (page,) = Desk(tmp_path).read(place.read_bytes())
    assert page.kind is PageKind.IMAGE
    assert page.ocr is not None
    assert [line.text for line in page.ocr.passages] == ["อ่านได้"]


def test_a_picture_that_is_no_picture_stays_unread(fake_tesseract: Fake, tmp_path: Path) -> None:
    fake_tesseract()
    (page,) = Desk(tmp_path).read(b"\x89PNG and nothing more")
    assert page.unreadable is Unreadable.IMAGE_ONLY
    assert page.ocr is not None
    assert (page.ocr.pages, page.ocr.lack) == ((), OcrLack.FAILED)


def test_a_locked_file_is_not_given_to_ocr(fake_tesseract: Fake, tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    calls = fake_tesseract()
    canvas = Canvas("locked.pdf", encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(50, 800, "plan")
    (page,) = Desk(tmp_path).read(canvas.getpdfdata())
    assert (page.unreadable, page.ocr) == (Unreadable.ENCRYPTED, None)
    assert not calls.exists()

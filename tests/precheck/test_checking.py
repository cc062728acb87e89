"""Documents on disk, judged: their items, year, text and lacks; doubt stays doubt, and nothing is said of a website."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import documents
import pdf_writer
import pytest

from oit_checker.checklist import load_checklist
from oit_checker.config import ReadLimits
from oit_checker.errors import UsageError
from oit_checker.model.check import CheckedDocument, CheckReport, TextQuality
from oit_checker.model.evidence import GapKind, ItemStatus, WarningKind
from oit_checker.precheck import CheckOptions, check_files
from reports.check_json import dump

NOW = datetime(2026, 3, 2, tzinfo=UTC)
Source = Callable[..., str]


def check(*paths: Path, item: str | None = None, **options: object) -> CheckReport:
    chosen = CheckOptions(item=item, **options)  # type: ignore[arg-type]
    return check_files(paths, load_checklist("nacc-2569"), now=NOW, options=chosen)


def write(folder: Path, name: str, body: bytes) -> Path:
    place = folder / name
    place.write_bytes(body)
    return place


def only(report: CheckReport) -> CheckedDocument:
    (document,) = report.documents
    return document


def statuses(report: CheckReport) -> dict[str, ItemStatus]:
    return {finding.code: finding.status for finding in report.items}


def test_a_whole_document_names_its_item_year_and_parts(tmp_path: Path, source: Source) -> None:
    report = check(write(tmp_path, "25.docx", documents.to_docx(source("o25"))))
    document = only(report)
    assert report.outcome == "whole"
    assert [(item.code, item.named_by) for item in document.answers] == [("O25", "title")]
    assert (document.fiscal_year, document.fiscal_year_basis) == (2569, "title")
    assert document.text_quality is TextQuality.GOOD
    parts = report.items[0].evidence[0].components
    assert all(part.snippet for part in parts if part.status == "found")


def test_what_lacks_is_told_with_advice_and_without_a_word_of_links(tmp_path: Path, source: Source) -> None:
    text = source("o25").replace("ผู้รับผิดชอบ", "หมายเหตุ").replace("| งานพัสดุ |", "| - |")
    report = check(write(tmp_path, "o25.docx", documents.to_docx(text)))
    (finding,) = report.items
    assert (report.outcome, finding.status) == ("lacking", ItemStatus.INCOMPLETE)
    gap = next(gap for gap in finding.gaps if not gap.advisory)
    assert gap.component == "O25.owner"
    assert gap.advice
    said = " ".join(f"{gap.message} {gap.advice}" for gap in finding.gaps)
    assert "ลิงก์" not in said
    assert "เว็บไซต์" not in said


def test_parts_may_be_spread_over_the_files_of_one_item(tmp_path: Path, source: Source) -> None:
    first = write(tmp_path, "criteria.pdf", documents.to_pdf(source("o13-criteria")))
    second = write(tmp_path, "plan.pdf", documents.to_pdf(source("o13")))
    assert statuses(check(first, item="O13")) == {"O13": ItemStatus.INCOMPLETE}
    together = check(first, second, item="O13")
    assert (together.outcome, statuses(together)) == ("whole", {"O13": ItemStatus.PASS})


def test_last_years_document_is_outdated_even_beside_a_whole_one(tmp_path: Path, source: Source) -> None:
    new = write(tmp_path, "new.docx", documents.to_docx(source("o25")))
    old = write(tmp_path, "old.docx", documents.to_docx(source("o25", year=2568)))
    alone = check(old)
    assert statuses(alone) == {"O25": ItemStatus.OUTDATED}
    assert "2568" in alone.items[0].gaps[0].message
    both = check(new, old)
    assert (both.outcome, statuses(both)) == ("lacking", {"O25": ItemStatus.PASS})
    assert [document.answers[0].status for document in both.documents] == [ItemStatus.PASS, ItemStatus.OUTDATED]


def test_a_document_of_another_kind_is_no_evidence_of_the_item_asked_for(tmp_path: Path, source: Source) -> None:
    report = check(write(tmp_path, "report.pdf", documents.to_pdf(source("o24"))), item="O23")
    document = only(report)
    assert statuses(report) == {"O23": ItemStatus.MISSING}
    assert document.answers == ()
    assert document.nearest[0].reason
    assert "เว็บไซต์" not in report.items[0].gaps[0].message + report.items[0].gaps[0].advice


def test_a_document_of_no_item_says_so_with_the_nearest(tmp_path: Path) -> None:
    text = "# บันทึกการเดินทางไปราชการ\nเดินทางไปจังหวัดเชียงใหม่เพื่อประชุมประจำเดือน\n"
    report = check(write(tmp_path, "o25-trip.docx", documents.to_docx(text)))
    document = only(report)
    assert (report.outcome, document.answers, report.items) == ("lacking", (), ())
    assert ("O25", "code") in [(item.code, item.named_by) for item in document.nearest]
    assert any("--item" in advice for advice in document.advice)


def test_the_title_of_a_document_speaks_before_its_signature(tmp_path: Path, source: Source) -> None:
    text = source("o20").replace("\n", "\nผู้บริหารสูงสุด\n", 1)
    document = only(check(write(tmp_path, "no-gift.docx", documents.to_docx(text))))
    assert [item.code for item in document.answers] == ["O20"]


def test_a_scan_stays_in_doubt_and_is_told_how_to_mend(tmp_path: Path) -> None:
    name = "แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2569.pdf"
    report = check(write(tmp_path, name, pdf_writer.scan()))
    document = only(report)
    assert [(item.code, item.named_by) for item in document.answers] == [("O23", "file_name")]
    assert statuses(report) == {"O23": ItemStatus.REVIEW}
    assert document.text_quality is TextQuality.SCANNED
    assert any("OCR" in advice for advice in document.advice)


def test_what_only_the_website_shows_is_not_called_missing(tmp_path: Path) -> None:
    text = (
        "# ข้อมูลการติดต่อและช่องทางการสอบถาม\n"
        "ที่อยู่ เลขที่ 1 ถนนตัวอย่าง ตำบลตัวอย่าง อำเภอเมือง จังหวัดเชียงใหม่ 50000\n"
        "โทร 053-281-810 อีเมล saraban@example.go.th\n"
    )
    report = check(write(tmp_path, "contact.docx", documents.to_docx(text)), item="O3")
    (finding,) = report.items
    assert finding.status is ItemStatus.REVIEW
    assert not [gap for gap in finding.gaps if not gap.advisory]
    assert any("O3" in sentence and "เว็บไซต์" in sentence for sentence in report.not_judged)


def test_words_of_a_document_do_not_prove_what_only_the_website_shows(tmp_path: Path, source: Source) -> None:
    report = check(write(tmp_path, "channel.docx", documents.to_docx(source("o17"))))
    assert statuses(report) == {"O17": ItemStatus.REVIEW}


def test_headings_alone_never_pass_an_item(tmp_path: Path, source: Source) -> None:
    opening = "# เอกสารประกอบการประชุมประจำเดือน\n" + "ที่ประชุมรับทราบเรื่องเพื่อพิจารณาตามลำดับ " * 6
    text = source("o25").replace("# การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร", opening, 1)
    place = write(tmp_path, "meeting.docx", documents.to_docx(text))
    report = check(place)
    assert [(item.code, item.named_by) for item in only(report).answers] == [("O25", "headings")]
    assert (report.outcome, statuses(report)) == ("lacking", {"O25": ItemStatus.REVIEW})
    assert "ชื่อเอกสาร" in (report.items[0].reason or "")
    assert statuses(check(place, item="O25")) == {"O25": ItemStatus.PASS}


def locked_pdf(password: str = "secret") -> bytes:
    """A PDF that asks for a password; an empty one opens for all, and only changing it is forbidden."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    page = Canvas(out, encrypt=StandardEncryption(password, ownerPassword="owner", canModify=0))
    page.drawString(50, 800, "Annual action plan of the agency")
    page.save()
    return out.getvalue()


def signed_pdf() -> bytes:
    """A PDF that says it is signed: its form holds a signature that may not be broken."""
    form = b"/Type /Catalog /AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T (s) /V << /Type /Sig >> >>] >>"
    return documents.to_pdf("# แผน\nโครงการ\n").replace(b"/Type /Catalog", form)


@pytest.mark.parametrize("body", [locked_pdf(password=""), signed_pdf()], ids=["changing forbidden", "signed"])
def test_a_pdf_that_opens_for_everyone_is_read(body: bytes, tmp_path: Path) -> None:
    assert only(check(write(tmp_path, "a.pdf", body))).text_quality is TextQuality.GOOD


@pytest.mark.parametrize(
    ("name", "body", "unreadable", "told"),
    [
        pytest.param("a.pdf", b"", "empty", "ไม่มีเนื้อหา", id="zero bytes"),
        pytest.param("a.pdf", b"%PDF-1.7 cut", "corrupt", "ไฟล์นี้เสีย", id="damaged"),
        pytest.param("a.pdf", locked_pdf(), "encrypted", "รหัสผ่าน", id="locked"),
        pytest.param("a.rar", b"Rar!\x1a\x07\x00", "archive", "แตกไฟล์", id="rar"),
        pytest.param("a.bin", b"\x00\x01\x02", "unknown_format", "PDF", id="unknown"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe0 cut", "corrupt", "ไฟล์นี้เสีย", id="damaged picture"),
        pytest.param("a.txt", b"x" * 3000, "too_big", "ลดขนาด", id="over the limit"),
    ],
)
def test_a_bad_file_is_told_with_what_to_do_and_stops_no_other(
    name: str, body: bytes, unreadable: str, told: str, tmp_path: Path
) -> None:
    bad = write(tmp_path, name, body)
    good = write(tmp_path, "good.csv", documents.to_csv("# แผน\n| ก | ข |\n| 1 | 2 |\n"))
    report = check(bad, good, read_limits=ReadLimits(max_file_bytes=2500))
    first, second = report.documents
    assert first.unreadable == unreadable
    assert first.text_quality is not TextQuality.GOOD
    assert any(told in advice for advice in first.advice)
    assert second.unreadable is None


def test_a_program_is_no_document_and_is_not_read(tmp_path: Path) -> None:
    report = check(write(tmp_path, "setup.EXE", b"MZ\x90 hello"))
    assert report.documents == ()
    assert [fault.message for fault in report.faults] == ["เป็นไฟล์โปรแกรม ไม่ใช่เอกสาร"]


def test_documents_in_a_zip_are_judged_one_by_one_and_together(tmp_path: Path, source: Source) -> None:
    body = documents.packed(
        {
            "criteria.pdf": documents.to_pdf(source("o13-criteria")),
            "plan.pdf": documents.to_pdf(source("o13")),
            "inner.zip": documents.packed({"a.txt": b"text"}),
        }
    )
    report = check(write(tmp_path, "o13.zip", body), item="O13")
    assert [Path(document.name).name for document in report.documents] == [
        "o13.zip › criteria.pdf",
        "o13.zip › plan.pdf",
        "o13.zip › inner.zip",
    ]
    assert statuses(report) == {"O13": ItemStatus.PASS}
    assert report.documents[2].unreadable == "archive"


def test_an_archive_over_the_limit_leaves_a_doubt(tmp_path: Path, source: Source) -> None:
    files = {"criteria.pdf": documents.to_pdf(source("o13-criteria")), "plan.pdf": documents.to_pdf(source("o13"))}
    place = write(tmp_path, "o13.zip", documents.packed(files))
    report = check(place, item="O13", read_limits=ReadLimits(max_archive_files=1))
    assert statuses(report) == {"O13": ItemStatus.REVIEW}
    assert [Path(document.name).name for document in report.documents] == ["o13.zip › criteria.pdf", "o13.zip"]


def test_a_promise_of_content_passes_nothing(tmp_path: Path) -> None:
    text = "# แผนปฏิบัติการป้องกันการทุจริต\nประจำปีงบประมาณ พ.ศ. 2569 โครงการ งบประมาณ ระยะเวลา\nอยู่ระหว่างจัดทำข้อมูล\n"
    report = check(write(tmp_path, "plan.pdf", documents.to_pdf(text)))
    assert ItemStatus.PASS not in statuses(report).values()
    assert [warning.kind for warning in only(report).warnings] == [WarningKind.ONLY_PLACEHOLDER]


def test_a_table_file_beside_a_pdf_is_its_twin(tmp_path: Path, source: Source) -> None:
    write(tmp_path, "sum.pdf", documents.to_pdf(source("o12")))
    alone = only(check(tmp_path))
    assert (alone.machine_readable_twin, alone.twin_advised) == (None, True)
    write(tmp_path, "sum.xlsx", documents.to_xlsx(source("o12")))
    twins = check(tmp_path)
    assert twins.outcome == "whole"
    pdf, xlsx = twins.documents
    assert (Path(pdf.machine_readable_twin or "").name, pdf.twin_advised) == ("sum.xlsx", False)
    assert (xlsx.machine_readable, xlsx.machine_readable_twin, xlsx.twin_advised) == (True, None, False)


def test_the_agencys_name_tells_its_kind_and_a_neighbours_document(tmp_path: Path, source: Source) -> None:
    text = source("o25", agency="เทศบาลตำบลบ้านเหนือ")
    report = check(write(tmp_path, "o25.docx", documents.to_docx(text)), agency_name="เทศบาลตำบลห้วยใส")
    assert report.agency_kind == "local_government"
    assert [warning.kind for warning in only(report).warnings] == [WarningKind.OTHER_AGENCY]
    assert statuses(report) == {"O25": ItemStatus.REVIEW}


def test_nothing_to_read_is_bad_input(tmp_path: Path) -> None:
    report = check(tmp_path / "nowhere")
    assert (report.outcome, report.documents) == ("bad_input", ())
    assert report.faults[0].advice


def test_a_fault_beside_a_whole_document_is_still_bad_input(tmp_path: Path, source: Source) -> None:
    report = check(tmp_path / "nowhere", write(tmp_path, "o25.docx", documents.to_docx(source("o25"))))
    assert (report.outcome, statuses(report)) == ("bad_input", {"O25": ItemStatus.PASS})


def test_with_files_left_unread_nothing_is_called_whole(tmp_path: Path, source: Source) -> None:
    first = write(tmp_path, "1.docx", documents.to_docx(source("o25")))
    write(tmp_path, "2.docx", documents.to_docx("ประกาศ"))
    assert check(first, most_files=1).outcome == "whole"
    report = check(tmp_path, most_files=1)
    assert (report.outcome, statuses(report)) == ("lacking", {"O25": ItemStatus.PASS})
    assert any("ยังไม่ได้อ่านอีก 1 ไฟล์" in said for said in report.not_judged)


def test_an_item_that_the_checklist_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="O99"):
        check(tmp_path, item="O99")


def test_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    for number in range(10):
        write(tmp_path, f"{number}.txt", b"text")
    told: list[tuple[int, int]] = []
    check_files([tmp_path], load_checklist("nacc-2569"), now=NOW, on_progress=lambda *count: told.append(count))
    assert told == [(8, 10), (10, 10)]


def test_a_word_file_with_macros_is_read_and_warned_of(tmp_path: Path, source: Source) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(io.BytesIO(documents.to_docx(source("o25")))) as old:
        files = {name: old.read(name) for name in old.namelist()}
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        plain, b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    files["word/vbaProject.bin"] = b"program"
    report = check(write(tmp_path, "o25.docm", documents.packed(files)))
    assert statuses(report) == {"O25": ItemStatus.PASS}
    assert [warning.kind for warning in only(report).warnings] == [WarningKind.MACROS]


def test_no_citizen_number_is_repeated_of_a_file(tmp_path: Path, source: Source) -> None:
    number = "1-9990-00000-01-7"
    text = source("o25").replace("งานพัสดุ", f"งานพัสดุ {number}")
    report = check(write(tmp_path, f"o25 {number}.docx", documents.to_docx(text)))
    told = dump(report).decode()
    assert number not in told
    assert number.replace("-", "") not in told
    assert "1-xxxx-xxxxx-01-7" in only(report).name


def test_it_is_told_where_nobody_looked_whose_a_document_is(tmp_path: Path) -> None:
    path = write(tmp_path, "plan.docx", documents.to_docx("# แผนปฏิบัติการป้องกันการทุจริต\nประจำปีงบประมาณ พ.ศ. 2569\n"))
    assert any("--agency" in said for said in check(path, item="O23").not_judged)
    assert not any("--agency" in said for said in check(path, item="O23", agency_name="เทศบาลตำบลทุ่งแก้ว").not_judged)


def test_a_file_that_asks_for_a_password_is_none_to_the_public(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("locked.pdf", encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(72, 720, "plan")
    report = check(write(tmp_path, "locked.pdf", canvas.getpdfdata()), item="O23")
    (finding,) = report.items
    assert finding.status is ItemStatus.UNREACHABLE
    assert [(gap.kind, "รหัสผ่าน" in gap.advice) for gap in finding.gaps if not gap.advisory] == [
        (GapKind.NOT_PUBLIC, True)
    ]

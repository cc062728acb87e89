"""Documents inside a zip: read within limits, named as they were packed, and never more certain than they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from oit_checker.documents.archive import ArchiveLimits, Member, member_of, unpacked
from oit_checker.documents.extract import extract
from oit_checker.model.page import Page, PageKind, Unreadable

URL = "https://www.example.go.th/files/plans.zip"
ROOMY = ArchiveLimits(max_files=40, max_bytes=1_000_000)


def packed(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, body in entries:
            parcel.writestr(name, body)
    return out.getvalue()


def read(body: bytes, limits: ArchiveLimits | None = ROOMY) -> Page:
    return extract(body, url=URL, media_type="application/zip", archive=limits)


def as_typed_in_thai_windows(name: str) -> bytes:
    """A zip whose only name stands in the code page of Thai Windows, without a word about it."""
    stand_in = "X" * len(name)
    return packed((stand_in, b"text")).replace(stand_in.encode(), name.encode("cp874"))


def locked() -> bytes:
    """A zip that says of its only member that a password is needed."""
    body = bytearray(packed(("plan.txt", b"secret")))
    body[body.index(b"PK\x03\x04") + 6] |= 1
    body[body.index(b"PK\x01\x02") + 8] |= 1
    return bytes(body)


def test_each_document_is_a_page_under_its_own_name(pdf: Callable[..., bytes]) -> None:
    page = read(packed(("2569/แผน.pdf", pdf(("แผนป้องกัน",))), ("รายงาน.csv", "เดือน,จำนวน\nตุลาคม,2".encode())))
    assert (page.kind, page.unreadable, page.cut) == (PageKind.ARCHIVE, Unreadable.ARCHIVE, False)
    assert [inner.kind for inner in page.inner] == [PageKind.PDF, PageKind.CSV]
    assert page.inner[0].passages[0].text == "แผนป้องกัน"
    assert page.inner[1].url == f"{URL}#%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99.csv"


def test_an_archive_inside_an_archive_stays_closed() -> None:
    page = read(packed(("inner.zip", packed(("plan.txt", b"plan"))), ("old.rar", b"Rar!\x1a\x07\x00")))
    assert [inner.unreadable for inner in page.inner] == [Unreadable.ARCHIVE, Unreadable.ARCHIVE]
    assert all(not inner.inner for inner in page.inner)


def test_what_is_no_document_is_no_evidence() -> None:
    names = ("__MACOSX/._plan.txt", ".hidden.txt", "~$plan.docx", "Thumbs.db", "setup.exe", "folder/")
    assert unpacked(packed(*((name, b"x") for name in names)), ROOMY).members == ()


@pytest.mark.parametrize(
    ("limits", "read_names", "left_out"),
    [
        pytest.param(ArchiveLimits(2, 1_000_000), ["a.txt", "b.txt"], 1, id="number of files"),
        pytest.param(ArchiveLimits(40, 25), ["a.txt", "b.txt"], 1, id="unpacked bytes"),
        pytest.param(ArchiveLimits(40, 30), ["a.txt", "b.txt", "c.txt"], 0, id="just enough"),
    ],
)
def test_limits_hold_and_say_so(limits: ArchiveLimits, read_names: list[str], left_out: int) -> None:
    body = packed(*((name, b"0123456789") for name in ("a.txt", "b.txt", "c.txt")))
    found = unpacked(body, limits)
    assert ([member.name for member in found.members], found.left_out) == (read_names, left_out)
    assert read(body, limits).cut is (left_out > 0)


def test_a_bomb_is_unpacked_no_further_than_the_limit() -> None:
    found = unpacked(packed(("bomb.txt", b"0" * 50_000_000)), ROOMY)
    assert (found.members, found.left_out) == ((), 1)


def test_a_password_is_told() -> None:
    assert unpacked(locked(), ROOMY).members == (Member("plan.txt", trouble=Unreadable.ENCRYPTED),)
    assert [inner.unreadable for inner in read(locked()).inner] == [Unreadable.ENCRYPTED]


def test_a_damaged_member_costs_only_itself() -> None:
    body = packed(("good.txt", "แผนปฏิบัติการ".encode()), ("bad.txt", "รายงานผลการดำเนินงาน".encode()))
    broken = bytearray(body)
    place = body.index(b"bad.txt") + len("bad.txt") + 2
    broken[place : place + 4] = b"\xff\xff\xff\xff"
    assert [inner.unreadable for inner in read(bytes(broken)).inner] == [None, Unreadable.CORRUPT]


def test_names_of_thai_windows_are_mended() -> None:
    assert unpacked(as_typed_in_thai_windows("แผนปฏิบัติการ.txt"), ROOMY).members[0].name == "แผนปฏิบัติการ.txt"


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        pytest.param(packed(), Unreadable.EMPTY, id="nothing in it"),
        pytest.param(packed(("setup.exe", b"MZ")), Unreadable.ARCHIVE, id="no document in it"),
        pytest.param(packed(("a.txt", b"text"))[:-30], Unreadable.CORRUPT, id="cut short"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", Unreadable.ARCHIVE, id="7z"),
    ],
)
def test_an_archive_without_documents_says_why(body: bytes, trouble: Unreadable) -> None:
    page = read(body)
    assert (page.unreadable, page.inner) == (trouble, ())


def test_without_limits_it_is_not_opened() -> None:
    page = read(packed(("plan.txt", b"plan")), None)
    assert (page.unreadable, page.inner) == (Unreadable.ARCHIVE, ())


def test_a_document_that_is_not_packed_smaller_does_not_make_the_archive_a_pdf(pdf: Callable[..., bytes]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as parcel:
        parcel.writestr("plan.pdf", pdf(["แผนปฏิบัติการป้องกันการทุจริต"]))
    page = read(out.getvalue())
    assert (page.kind, len(page.inner)) == (PageKind.ARCHIVE, 1)


def test_one_member_is_had_by_its_name() -> None:
    body = packed(("a/plan.pdf", b"one"), ("b/plan.pdf", b"two"), ("note.exe", b"no document"))
    assert member_of(body, "b/plan.pdf", 3) == b"two"
    assert member_of(body, "b/plan.pdf", 2) is None
    assert member_of(body, "plan.pdf", 3) is None
    assert member_of(body, "note.exe", 99) is None
    assert member_of(b"no zip", "a/plan.pdf", 3) is None
    assert member_of(locked(), "plan.txt", 99) is None

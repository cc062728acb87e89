"""What is open to everybody at a service, read where the service hands out its bytes.

The viewer's answer, judged before, says whether the public may look; the bytes come from another address. Where they do
not come (robots.txt, a quota, downloads switched off, a page in between), the evidence opens and is not read: a doubt,
never a gap, and never a pass by the words of the viewer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from oit_checker.fetch import Ask, Fetcher
from oit_checker.model.evidence import Verification
from oit_checker.model.labels import CLOUD_SERVICE
from oit_checker.model.page import Failure, Fetched, Page, Unreadable
from oit_checker.patterns import regex
from oit_checker.verify import Checked, Verdict
from oit_checker.verify.cloud import recognise
from oit_checker.verify.cloud.parts import Kind, Shared
from oit_checker.verify.files import is_html
from oit_checker.verify.link import classify

MOST_FILES_PER_FOLDER = 40
"""Files of one shared folder that are looked at for an item; more leave a doubt."""
MOST_TRIES = 2
"""Turns at the addresses that hand out the bytes of one thing."""

Body = Callable[[str], bytes]
_V = Verification
_NOT_READ = "แต่โปรแกรมไม่เห็นเนื้อหา โปรดเปิดดูด้วยตนเอง"
_MAY_COME_LATER = frozenset({Failure.TIMEOUT, Failure.CONNECT})
_REFUSED = frozenset({_V.LOGIN_REQUIRED, _V.FORBIDDEN, _V.NOT_FOUND, _V.GONE, _V.SOFT_404})
_LISTING = regex(rb"class=[\"'][^\"']*\bflip-entries\b")
_ENTRY = regex(rb"class=[\"'][^\"']*\bflip-entry(?![\w-])")


def read_contents(seen: Mapping[str, Checked], *, fetcher: Fetcher, body: Body) -> dict[str, Checked]:
    """What `seen` becomes where it is of a known service: with the file's own bytes, or marked as not read.

    Keyed as `seen`; addresses that need nothing are left out. Each address that hands out bytes is asked once in a
    turn, however many links lead to it.
    """
    changed: dict[str, Checked] = {}
    waiting: dict[str, Shared] = {}
    for key, checked in seen.items():
        shared = _to_be_read(checked, body)
        if shared is None:
            continue
        if checked.verdict.verification.opens:
            changed[key] = _unread(checked)
        if shared.read_at:
            waiting[key] = shared
    for turn in range(MOST_TRIES):
        asks = {key: place for key, shared in waiting.items() if (place := _place(shared, turn)) is not None}
        answers = fetcher.fetch([Ask(place) for place in dict.fromkeys(asks.values())]) if asks else {}
        for key, place in asks.items():
            now, settled = _as_answered(seen[key], waiting[key], answers[place], body)
            if now is not None:
                changed[key] = now
            if settled:
                del waiting[key]
    return changed


def files_of_folder(page: Page) -> Page:
    """A folder's list as a page that only leads on: the names of its files are no contents of its own."""
    trouble = None if page.links else Unreadable.VIEWER_ONLY
    if len(page.links) > MOST_FILES_PER_FOLDER:
        trouble = Unreadable.MANY_FILES
    return replace(page, passages=(), tables=(), pictures=0, fields=0, unreadable=trouble)


def _to_be_read(checked: Checked, body: Body) -> Shared | None:
    """The shared thing whose words are not in the answer itself; None where the answer is to be read as it is."""
    fetched = checked.fetched
    found = [shared for url in (fetched.final_url, fetched.url) if (shared := recognise(url)) is not None]
    if not found:
        return None
    told = [shared for shared in found if shared.read_at] or [s for s in found if s.kind is not Kind.OTHER] or found
    shared = told[0]
    if not checked.verdict.verification.opens:
        return shared if fetched.failure is Failure.ROBOTS and shared.read_at else None
    if shared.kind is Kind.PAGE or (shared.kind is Kind.POINTER and recognise(fetched.final_url) is None):
        return None
    return shared if _is_page(fetched, body) else None


def _place(shared: Shared, turn: int) -> str | None:
    return shared.read_at[min(turn, len(shared.read_at) - 1)] if shared.read_at else None


def _as_answered(viewer: Checked, shared: Shared, answer: Fetched, body: Body) -> tuple[Checked | None, bool]:
    """What the answer of a reading address makes of the viewer's, and whether no further turn is needed."""
    verdict = _verdict(answer, body)
    outcome = verdict.verification
    if outcome.opens and not _is_page(answer, body):
        return read_behind(viewer, answer, verdict), True
    shows = outcome.opens or outcome is _V.EMPTY  # a list of no files is a blank page
    if shows and shared.kind is Kind.FOLDER and answer.body_sha256 is not None:
        return _as_folder(viewer, answer, body(answer.body_sha256)), True
    if outcome in {_V.EMPTY, _V.CORRUPT} and not _is_page(answer, body):
        return replace(read_behind(viewer, answer, verdict), verdict=verdict), False
    settled = outcome.opens or (len(shared.read_at) == 1 and answer.failure not in _MAY_COME_LATER)
    if not viewer.verdict.verification.opens:
        return None, settled
    if outcome in {_V.RATE_LIMITED, _V.BLOCKED}:
        return replace(viewer, verdict=verdict), True
    return _unread(viewer, _why_unread(CLOUD_SERVICE[shared.service], answer, verdict)), settled


def read_behind(viewer: Checked, answer: Fetched, verdict: Verdict) -> Checked:
    """The file's bytes under the address that the agency gave; the way there is the viewer's."""
    shown = viewer.fetched
    opened = viewer.verdict.verification.opens
    fetched = replace(
        answer,
        url=shown.url,
        final_url=shown.final_url if opened else shown.url,
        redirects=shown.redirects if opened else (),
        attempts=shown.attempts,
    )
    told = replace(viewer.verdict, note=_with(viewer.verdict.note, verdict.note)) if opened else Verdict(_V.OK, "เปิดได้")
    return Checked(fetched, told)


def _as_folder(viewer: Checked, answer: Fetched, raw: bytes) -> Checked:
    """A list of files; none where the service shows an empty one; a doubt where it shows no list at all."""
    if _ENTRY.search(raw) is not None:
        return replace(read_behind(viewer, answer, Verdict(_V.OK, "เปิดได้")), lists=True)
    if _LISTING.search(raw) is not None and not answer.truncated:
        return replace(viewer, verdict=Verdict(_V.EMPTY, "เปิดโฟลเดอร์ได้แต่ไม่มีไฟล์ที่บุคคลทั่วไปเห็น"))
    return _unread(viewer, "โปรแกรมไม่เห็นรายชื่อไฟล์ในโฟลเดอร์นี้")


def _unread(viewer: Checked, why: str | None = None) -> Checked:
    """It answers, and that is all that was seen of it."""
    seen = viewer.verdict
    told = replace(seen, message=f"{seen.message} {_NOT_READ}", note=_with(seen.note, why))
    return replace(viewer, verdict=told, unread=Unreadable.VIEWER_ONLY)


def _why_unread(service: str, answer: Fetched, verdict: Verdict) -> str:
    if answer.failure in {Failure.BUDGET, Failure.NOT_RECORDED}:
        return f"รอบตรวจนี้ไม่ได้ดาวน์โหลดไฟล์จาก {service} (หมดเวลา ครบจำนวนที่กำหนด หรือไม่มีในข้อมูลที่บันทึกไว้)"
    if answer.failure is Failure.ROBOTS:
        return f"robots.txt ของ {service} ไม่อนุญาตให้โปรแกรมดาวน์โหลดไฟล์นี้ จึงยังไม่ได้อ่านเนื้อหา"
    if verdict.verification.opens and verdict.note is not None:
        return verdict.note
    if verdict.verification in _REFUSED or answer.http_status == 403:
        return f"เปิดดูใน {service} ได้ แต่ดาวน์โหลดไม่ได้ (ผู้เผยแพร่อาจปิดการดาวน์โหลดไว้) จึงยังไม่ได้อ่านเนื้อหา"
    return f"โปรแกรมดาวน์โหลดไฟล์จาก {service} ไม่สำเร็จ จึงยังไม่ได้อ่านเนื้อหา"


def _verdict(answer: Fetched, body: Body) -> Verdict:
    raw = body(answer.body_sha256) if answer.body_sha256 else None
    return classify(answer, raw, expects_document=False, missing_page=None)


def _is_page(fetched: Fetched, body: Body) -> bool:
    if fetched.body_sha256 is None:
        return "html" in (fetched.media_type or "html")
    return is_html(body(fetched.body_sha256), fetched.media_type)


def _with(*notes: str | None) -> str | None:
    return " · ".join(dict.fromkeys(note for note in notes if note)) or None

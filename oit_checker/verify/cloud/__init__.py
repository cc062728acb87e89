"""Evidence kept on services outside the website: what an address shares there, and what their answers mean.

One file for each provider: `recognise` (from the address alone: which thing, and where its bytes are) and `judge` (what
the provider's own pages say). `contents` reads what is open to everybody. Nothing here asks the web itself.
"""

from __future__ import annotations

from functools import lru_cache

from oit_checker.fetch.robots import UNREACHABLE
from oit_checker.model.cloud import SERVICE_HOSTS, CloudService
from oit_checker.model.evidence import Verification
from oit_checker.model.labels import CLOUD_SERVICE
from oit_checker.model.page import Failure, Fetched
from oit_checker.networks import bare_host
from oit_checker.urls import host_of
from oit_checker.verify import Verdict
from oit_checker.verify.cloud.dropbox import DROPBOX
from oit_checker.verify.cloud.google import GOOGLE
from oit_checker.verify.cloud.microsoft import MICROSOFT
from oit_checker.verify.cloud.parts import Answer, Kind, Shared, address_of
from oit_checker.verify.cloud.short_links import SHORT_LINKS, target_of
from oit_checker.verify.cloud.shows import SHOWS
from oit_checker.verify.look import Look

__all__ = ["in_fairness", "judge", "recognise", "same_thing", "service_of"]

PROVIDERS = (GOOGLE, MICROSOFT, DROPBOX, *SHOWS, SHORT_LINKS)
_V = Verification
_OUT_OF_REACH = frozenset(
    {_V.DNS_ERROR, _V.CONNECTION_ERROR, _V.TLS_ERROR, _V.TIMEOUT, _V.SERVER_ERROR, _V.REDIRECT_LOOP}
)
_OWN_NAMES = ("sharepoint.com",)
"""Where each organisation has a host of its own, which may really not exist."""
_MOST_SHOWN = 160


@lru_cache(maxsize=8192)
def recognise(url: str) -> Shared | None:
    """What `url` shares at one of the known services; None for every other address."""
    address = address_of(url)
    if address is None:
        return None
    return next((shared for provider in PROVIDERS if (shared := provider.recognise(address)) is not None), None)


def same_thing(url: str) -> str:
    """One name for all spellings of one shared thing; any other address is its own.

    >>> same_thing("https://drive.google.com/open?id=1AbCdEfGhIjKl") == same_thing(
    ...     "https://drive.google.com/file/d/1AbCdEfGhIjKl/view?usp=sharing"
    ... )
    True
    """
    shared = recognise(url)
    if shared is None or shared.id is None:
        return url
    # One file has the same id in Drive and in the editor that shows it.
    google = shared.service in {CloudService.GOOGLE_DRIVE, CloudService.GOOGLE_DOCS}
    return f"{'google' if google else shared.service.value}:{shared.id}"


def service_of(url: str, final_url: str) -> CloudService | None:
    """The service on which a link's evidence is kept; for a short link that of its target, else the shortener."""
    for place in (final_url, url):
        shared = recognise(place)
        if shared is not None:
            return shared.service
    return None


def judge(fetched: Fetched, body: bytes, look: Look | None) -> Verdict | None:
    """The verdict that a known service's own pages give; None where the general rules decide."""
    if recognise(fetched.url) is None and recognise(fetched.final_url) is None:
        return None
    answer = Answer(fetched, body, look)
    return next((verdict for provider in PROVIDERS if (verdict := provider.judge(answer)) is not None), None)


def in_fairness(fetched: Fetched, verdict: Verdict) -> Verdict:
    """The general verdict, where an address is of a known service: our own blindness is no fault of the agency's."""
    pointer, place = recognise(fetched.url), recognise(fetched.final_url)
    if pointer is None and place is None:
        return _unless_cut_off(fetched, verdict)
    by_rule = fetched.failure is Failure.ROBOTS and not (fetched.note or "").startswith(UNREACHABLE)
    if by_rule and verdict.verification is _V.NOT_CHECKED:
        return _kept_out(pointer or place)
    host = bare_host(host_of(fetched.final_url))
    fails = not verdict.verification.opens and not verdict.verification.is_our_limit
    if fails and Kind.SHOW in {shared.kind for shared in (pointer, place) if shared is not None}:
        return _unseen(verdict, f"{host} แสดงต่อโปรแกรมไม่เหมือนที่แสดงต่อคน")
    if place is not None and verdict.verification in _OUT_OF_REACH and not host.endswith(_OWN_NAMES):
        return _unseen(verdict, f"เครื่องที่ตรวจติดต่อบริการ {host} ไม่ได้")
    if pointer is not None and pointer.kind is Kind.POINTER:
        return _of_pointer(fetched, verdict)
    return verdict


def _unless_cut_off(fetched: Fetched, verdict: Verdict) -> Verdict:
    """The verdict, but where a service that everybody knows does not answer: no agency mistyped or broke that."""
    host = bare_host(host_of(fetched.final_url))
    is_cut_off = verdict.verification in _OUT_OF_REACH and host.removeprefix("www.") in SERVICE_HOSTS
    return _unseen(verdict, f"เครื่องที่ตรวจติดต่อบริการ {host} ไม่ได้") if is_cut_off else verdict


def _kept_out(shared: Shared | None) -> Verdict:
    who = CLOUD_SERVICE[shared.service] if shared is not None else "บริการนี้"
    why = f"robots.txt ของ {who} ไม่อนุญาตให้โปรแกรมเปิด ซึ่งไม่ใช่ข้อบกพร่องของหน่วยงาน"
    return Verdict(_V.NOT_CHECKED, f"ไม่ได้ตรวจ เพราะ {why} โปรดเปิดลิงก์ด้วยตนเอง")


def _unseen(verdict: Verdict, why: str) -> Verdict:
    return Verdict(_V.NOT_CHECKED, f"{why} ({verdict.message}) โปรดเปิดลิงก์ด้วยตนเอง", verdict.note)


def _of_pointer(fetched: Fetched, verdict: Verdict) -> Verdict:
    target = target_of(fetched)
    if target is None:
        return _unseen(verdict, "ลิงก์ย่อแสดงหน้าคั่น ไม่ได้ส่งต่อไปยังหลักฐาน") if verdict.verification.opens else verdict
    where = f"ลิงก์ย่อส่งต่อไปที่ {target if len(target) <= _MOST_SHOWN else target[: _MOST_SHOWN - 1] + '…'}"
    if verdict.verification.opens:
        return Verdict(verdict.verification, verdict.message, " · ".join(filter(None, (verdict.note, where))))
    return Verdict(verdict.verification, f"{verdict.message} ({where})", verdict.note)

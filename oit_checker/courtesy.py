"""How the websites were treated, told from what was recorded: nothing here remembers the run itself.

So a kept snapshot that is judged again tells the same. What an older snapshot did not record is left untold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from oit_checker.fetch.allowance import TOO_MANY
from oit_checker.model.page import AS_CRAWLED, Failure, Fetched, Sent, Slowing
from oit_checker.model.report import Busiest, Courtesy, SlowedHost
from oit_checker.model.run import Limits
from oit_checker.snapshot import Manifest
from oit_checker.urls import host_of

WINDOW_S = 10
_BUSY = frozenset({429, 503})
_PER_FILE = {"drive.google.com": " (ไฟล์หนึ่งใน Google Drive ใช้ 2 ที่อยู่ คือหน้าที่แสดงและที่ดาวน์โหลด)"}
_WITHHELD = (Failure.ROBOTS, Failure.BUDGET)


@dataclass(frozen=True, slots=True)
class _Deed:
    """One request as far as it is known; seconds is None where only the time of its answer is."""

    at: datetime
    seconds: float | None
    host: str
    address: str


def courtesy_of(
    manifest: Manifest, crawled: Iterable[Fetched], verified: Sequence[Fetched], offered: Collection[str]
) -> Courtesy:
    """The courtesy section.

    crawled are the crawl's answers, verified those of verification in the order in which they came, and offered the
    addresses that were to be verified (verification also asks some that nobody offers).
    """
    deeds: list[_Deed] = []
    slowed: list[Sent] = []
    for fetched in crawled:  # once, and none of them kept: there may be thousands
        deeds += _deeds(fetched)
        slowed += _as_slowed(fetched)
    verified = [fetched for fetched in verified if fetched.note != AS_CRAWLED]  # asked for by the crawl, once
    checks = [deed for fetched in verified for deed in _deeds(fetched)]
    sent = [mark for fetched in verified for mark in fetched.sent]
    times = [deed.at for deed in (*deeds, *checks)]
    return Courtesy(
        user_agent=manifest.user_agent,
        crawl_requests=manifest.requests,
        verification_requests=len(checks),
        bytes_downloaded=manifest.bytes_downloaded + sum(_bytes(fetched) for fetched in verified),
        first_request_at=min([manifest.started_at, *times]) if times else None,
        last_request_at=max(times).astimezone(manifest.started_at.tzinfo) if times else None,
        crawl_busiest=_busiest(deeds, manifest.limits),
        verification_busiest=_busiest(checks, manifest.limits),
        not_modified=manifest.not_modified + sum(mark.status == 304 for mark in sent),
        slowed=_slowed([*sent, *slowed]),
        crawl_skipped=dict(sorted(manifest.skipped.items())),
        verification_skipped=_withheld(verified, offered),
    )


def _deeds(fetched: Fetched) -> list[_Deed]:
    """The requests behind an answer; of an answer without a record of them, its last."""
    if fetched.sent:
        return [_Deed(mark.at, mark.seconds, mark.host, mark.address) for mark in fetched.sent]
    if fetched.http_status is None:
        return []
    return [_Deed(fetched.fetched_at, None, host_of(fetched.final_url), "")]


def _bytes(fetched: Fetched) -> int:
    return sum(mark.body_bytes for mark in fetched.sent) if fetched.sent else fetched.body_bytes


def _busiest(deeds: Iterable[_Deed], limits: Limits) -> Busiest | None:
    """The host or IP address with the most requests in a window; the same counts for all that share an address."""
    by_place: dict[str, list[_Deed]] = defaultdict(list)
    for deed in deeds:
        for place in dict.fromkeys(filter(None, (deed.host, deed.address))):
            by_place[place].append(deed)
    if not by_place:
        return None
    counts = {place: _most_in_window([deed.at for deed in those]) for place, those in by_place.items()}
    place = max(counts, key=lambda name: counts[name])
    known = all(deed.seconds is not None for those in by_place.values() for deed in those)
    return Busiest(
        host=place,
        requests=counts[place],
        allowed=limits.rate * WINDOW_S if limits.rate else None,
        at_once=max(map(_most_at_once, by_place.values())) if known else None,
        allowed_at_once=limits.at_once if known and limits.rate else None,
    )


def _most_in_window(times: Iterable[datetime]) -> int:
    ordered = sorted(times)
    window, first, most = timedelta(seconds=WINDOW_S), 0, 0
    for last, time in enumerate(ordered):
        while time - ordered[first] >= window:
            first += 1
        most = max(most, last - first + 1)
    return most


def _most_at_once(deeds: Iterable[_Deed]) -> int:
    steps = [(deed.at, 1) for deed in deeds]
    steps += [(deed.at + timedelta(seconds=deed.seconds or 0.0), -1) for deed in deeds]
    count = most = 0
    for _, step in sorted(steps):  # an end at the same time comes before a beginning
        count += step
        most = max(most, count)
    return most


def _as_slowed(fetched: Fetched) -> Iterable[Sent]:
    """An answer of the crawl that asked us to slow down."""
    if fetched.http_status in _BUSY and not fetched.sent:
        why: Slowing = "retry_after" if "retry-after" in fetched.headers else "busy"
        yield Sent(fetched.fetched_at, 0.0, host_of(fetched.final_url), "", fetched.http_status, 0, 0.0, why)


def _slowed(marks: Iterable[Sent]) -> tuple[SlowedHost, ...]:
    """Each host once for each reason, with the longest time that it asked for."""
    longest: dict[tuple[str, str], SlowedHost] = {}
    for mark in marks:
        if not mark.why:
            continue
        known = longest.get((mark.host, mark.why))
        if known is None or mark.pause_s > known.pause_s:
            longest[mark.host, mark.why] = SlowedHost(mark.host, mark.why, round(mark.pause_s, 1))
    return tuple(longest[key] for key in sorted(longest))


def foreign_notes(verified: Iterable[Fetched]) -> tuple[str, ...]:
    """In Thai, of which hosts outside the website not all addresses were asked, because there were too many."""
    latest = {fetched.url: fetched for fetched in verified}
    left = [one for one in latest.values() if one.failure is Failure.BUDGET and (one.note or "").startswith(TOO_MANY)]
    counts = Counter(host_of(one.url) for one in left)
    most = {host_of(one.url): (one.note or "").rpartition(" ")[2] for one in left}
    return tuple(
        f"เปิดที่อยู่ของ {host} ครบ {most[host]} แห่งที่กำหนดต่อรอบแล้ว จึงไม่ได้เปิดอีก {count:,} แห่ง{_PER_FILE.get(host, '')} "
        "ข้อที่ใช้หลักฐานเหล่านี้ต้องให้เจ้าหน้าที่เปิดดูเอง"
        for host, count in sorted(counts.items())
    )


def _withheld(verified: Iterable[Fetched], offered: Collection[str]) -> dict[str, int]:
    """How many addresses were not asked in the end, by the rule that forbade it."""
    latest = {fetched.url: fetched.failure for fetched in verified if fetched.url in offered}
    counts = Counter(str(failure) for failure in latest.values() if failure in _WITHHELD)
    return dict(sorted(counts.items()))

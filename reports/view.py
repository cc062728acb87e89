"""The report in reading order: what every form shows, and in which order. Pure.

Groups are the sub-indicators with their items in checklist order; the to-do
list is ordered by what an officer gains first, then by what costs least. Links that
do not open though the item passes stand at its end: visitors meet them all the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from oit_checker.model.evidence import Evidence, Finding, GapKind, ItemStatus, LinkCheck
from oit_checker.model.labels import MATCHED_WHERE
from oit_checker.model.report import GapReport, IndicatorScore, SubIndicatorScore
from oit_checker.patterns import regex
from reports.lacks import Lack, lacks_of
from reports.notices import Notice, notices_of
from reports.plain import readable_url
from reports.words import LOOK, STATUS_ACTION, document_name

_ADDRESS = regex(r"https?://[^\s“”]+")

EFFORT: tuple[ItemStatus, ...] = (
    ItemStatus.REVIEW,
    ItemStatus.UNREACHABLE,
    ItemStatus.INCOMPLETE,
    ItemStatus.OUTDATED,
    ItemStatus.MISSING,
)
"""From a look at a page, over mending a link, to writing and publishing a new document."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item: its finding, what it would add, and its gaps by weight.

    points are the OIT points it adds when it passes; counted is False for a
    provisional item that no mean contains.
    """

    finding: Finding
    points: float
    counted: bool
    binding: tuple[Lack, ...]
    advisory: tuple[Lack, ...]

    @property
    def passes(self) -> bool:
        return self.finding.status is ItemStatus.PASS

    @property
    def to_mend(self) -> tuple[Lack, ...]:
        """What decides; of an item that passes the links that do not open."""
        if not self.passes:
            return self.binding
        return tuple(lack for lack in self.advisory if lack.kind is GapKind.BROKEN_LINK)

    @property
    def first_step(self) -> str:
        """The one sentence to begin with; an item that a person must look at says why."""
        if self.finding.status is ItemStatus.REVIEW:
            return self._why_look()
        return next((lack.advice for lack in self.to_mend[:1] if lack.advice), STATUS_ACTION[self.finding.status])

    @property
    def cause(self) -> str:
        """What stands in the item's place, or which link of one that passes is dead; empty where there is nothing."""
        first = next(iter(self.to_mend), None)
        if first is not None and self.passes:
            return first.message
        told = first is not None and first.kind is GapKind.MISSING and not first.message.startswith("ไม่พบ")
        return first.message if first is not None and told else ""

    @property
    def address(self) -> str:
        """Where to begin: the first address of a lack, of the evidence, or in the reason; empty where there is none."""
        told = self.to_mend[0].url if self.to_mend and self.finding.status is not ItemStatus.REVIEW else ""
        return told or next((piece.url for piece in self.finding.evidence), "") or self._address_in_reason()

    def _address_in_reason(self) -> str:
        address = _ADDRESS.search(self.finding.reason or "")
        return address[0] if address else ""

    def _why_look(self) -> str:
        reason = self.finding.reason
        if not reason:
            return LOOK
        return f"{reason} {LOOK}" if self.finding.evidence and "โปรด" not in reason else reason


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-indicator; score is None where none of its items is counted."""

    code: str
    name: str
    score: SubIndicatorScore | None
    rows: tuple[Row, ...]

    @property
    def passed(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.passes)

    @property
    def lacking(self) -> tuple[Row, ...]:
        """Rows that cost marks: counted, and not passed."""
        return tuple(row for row in self.rows if row.counted and not row.passes)

    @property
    def uncounted(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.counted)


@dataclass(frozen=True, slots=True)
class Chapter:
    """An indicator and its sub-indicators; None collects those that belong to no indicator of the score."""

    indicator: IndicatorScore | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Crumb:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class View:
    """A report as it is read; broken links are the site's, unseen ones are ours.

    link_words holds what the check said of each link that does not open, by its address. counts are those of all items,
    scored those of the items that some mean contains; where none does, the same.
    """

    report: GapReport
    chapters: tuple[Chapter, ...]
    to_do: tuple[Row, ...]
    counts: dict[ItemStatus, int]
    scored: dict[ItemStatus, int]
    broken: tuple[LinkCheck, ...]
    unseen: tuple[LinkCheck, ...]
    opening: tuple[LinkCheck, ...]
    notices: tuple[Notice, ...]
    link_words: dict[str, str]

    @property
    def groups(self) -> tuple[Group, ...]:
        return tuple(group for chapter in self.chapters for group in chapter.groups)

    @property
    def uncounted(self) -> tuple[str, ...]:
        """Codes of items that no mean contains."""
        return tuple(row.finding.code for group in self.groups for row in group.uncounted)

    @property
    def has_score(self) -> bool:
        """A failed run saw nothing, so it has no estimate to show."""
        return self.report.run.outcome != "failed" and bool(self.report.score.indicators)


def view_of(report: GapReport) -> View:
    groups = _groups(report)
    rows = [row for group in groups for row in group.rows]
    seen = Counter(finding.status for finding in report.items)
    scored = Counter(row.finding.status for row in rows if row.counted) or seen
    return View(
        report=report,
        chapters=_chapters(report, groups),
        to_do=_to_do([row for row in rows if not _was_not_reached(row, report)]),
        counts={status: seen[status] for status in ItemStatus},
        scored={status: scored[status] for status in ItemStatus},
        broken=tuple(link for link in report.links if not (link.verification.opens or link.verification.is_our_limit)),
        unseen=tuple(link for link in report.links if link.verification.is_our_limit),
        opening=tuple(link for link in report.links if link.verification.opens),
        notices=notices_of(report),
        link_words={link.url: link.message for link in report.links if link.message and not link.verification.opens},
    )


def crumbs(evidence: Evidence) -> tuple[Crumb, ...]:
    """The clicks from the home page, each with a word for it: หน้าแรก, addresses, and the link's own text at the end."""
    last = len(evidence.path) - 1
    home_host = _host(evidence.path[0]) if evidence.path else ""
    labels = [_page_label(url, home_host) for url in evidence.path]
    if labels:
        labels[-1] = document_name(evidence) if evidence.link_text.strip() else labels[-1]
        labels[0] = "หน้าแรก" if last else labels[0]
    return tuple(Crumb(label, url) for label, url in zip(labels, evidence.path, strict=True))


def matched_words(evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Each phrase once, with the Thai names of all places where it stood."""
    places: dict[str, list[str]] = {}
    for match in evidence.matched:
        place = MATCHED_WHERE.get(match.where, match.where)
        if place not in places.setdefault(match.phrase, []):
            places[match.phrase].append(place)
    return tuple((phrase, " ".join(found)) for phrase, found in places.items())


def _groups(report: GapReport) -> tuple[Group, ...]:
    scores = {sub.code: sub for sub in report.sub_indicators}
    codes = dict.fromkeys([*scores, *(finding.sub_indicator for finding in report.items)])
    return tuple(
        Group(
            code=code,
            name=scores[code].name if code in scores else "",
            score=scores.get(code),
            rows=tuple(_row(it, scores.get(code)) for it in report.items if it.sub_indicator == code),
        )
        for code in codes
    )


def _row(finding: Finding, sub: SubIndicatorScore | None) -> Row:
    counted = sub is not None and finding.code in sub.item_codes
    return Row(
        finding=finding,
        points=sub.points_per_item if sub and counted and finding.status is not ItemStatus.PASS else 0.0,
        counted=counted,
        binding=lacks_of(finding, advisory=False),
        advisory=lacks_of(finding, advisory=True),
    )


def _chapters(report: GapReport, groups: tuple[Group, ...]) -> tuple[Chapter, ...]:
    """Sub-indicators belong to the indicator whose code stands before their last dot: 9.1 to 9."""
    known = {indicator.code for indicator in report.score.indicators}
    chapters = [
        Chapter(indicator, tuple(group for group in groups if group.code.rpartition(".")[0] == indicator.code))
        for indicator in report.score.indicators
    ]
    others = tuple(group for group in groups if group.code.rpartition(".")[0] not in known)
    return tuple(chapter for chapter in (*chapters, Chapter(None, others)) if chapter.groups)


def _to_do(rows: list[Row]) -> tuple[Row, ...]:
    open_rows = [row for row in rows if not row.passes]
    gained = sorted(open_rows, key=lambda row: (-row.points, EFFORT.index(row.finding.status), len(row.binding)))
    return (*gained, *(row for row in rows if row.passes and row.to_mend))


def _was_not_reached(row: Row, report: GapReport) -> bool:
    """Whether nothing is known of an item but that the run failed or ended before it: told once, as the run's end."""
    finding = row.finding
    if report.run.outcome == "failed":
        return True
    return finding.status is ItemStatus.REVIEW and not finding.evidence and finding.reason == report.run.reason


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _page_label(url: str, home_host: str) -> str:
    """The address without the part that every page of the site shares."""
    host = _host(url)
    shown = readable_url(url)
    if host and host == home_host:
        return shown.partition(readable_url(host))[2] or "/"
    return shown

"""What an item still lacks, as it is read: what would be said twice is said once, with every address. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from oit_checker.model.evidence import Evidence, Finding, Gap, GapKind
from oit_checker.patterns import regex
from reports.words import document_name, says_little

_LINK_FAULTS = {GapKind.BROKEN_LINK, GapKind.NOT_PUBLIC}
_BLANK = "“{}”"
_NAMED = regex("“.+”", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing to mend. found_on is the page that offers a link which does not open."""

    kind: GapKind
    message: str
    advice: str
    urls: tuple[str, ...]
    quote: str | None = None
    found_on: str | None = None

    @property
    def url(self) -> str:
        """The first address, empty where there is none."""
        return self.urls[0] if self.urls else ""


def lacks_of(finding: Finding, *, advisory: bool) -> tuple[Lack, ...]:
    """The gaps that decide, or those that only advise; what differs only in a name or an address is joined."""
    gaps = [gap for gap in finding.gaps if gap.advisory is advisory]
    told = _same_words_once(_told(joined, finding) for joined in _same_place_once(gaps, finding))
    return tuple(_same_year_once(told))


def _same_place_once(gaps: Iterable[Gap], finding: Finding) -> list[Gap]:
    """Gaps of one address whose sentences differ in the component's name alone become one that names them all."""
    labels = {part.id: part.label for piece in finding.evidence for part in piece.components}
    named: dict[tuple[object, ...], tuple[Gap, list[str]]] = {}
    for gap in gaps:
        label = labels.get(gap.component or "", "")
        message, advice = (_blanked(text, label) for text in (gap.message, gap.advice))
        first = replace(gap, message=message, advice=advice)
        names = named.setdefault((gap.kind, gap.url, gap.quote, message, advice), (first, []))[1]
        if label and label not in names:
            names.append(label)
    return [_filled(gap, names) for gap, names in named.values()]


def _blanked(text: str, label: str) -> str:
    return text.replace(f"“{label}”", _BLANK) if label else text


def _filled(gap: Gap, labels: list[str]) -> Gap:
    names = " ".join(f"“{label}”" for label in labels)
    if not names:
        return gap
    return replace(gap, message=gap.message.replace(_BLANK, names), advice=gap.advice.replace(_BLANK, names))


def _told(gap: Gap, finding: Finding) -> Lack:
    piece = next((it for it in finding.evidence if gap.url and gap.url in {it.url, it.final_url}), None)
    link_fault = gap.kind in _LINK_FAULTS
    return Lack(
        kind=gap.kind,
        message=_well_named(gap.message, piece),
        advice=_well_named(gap.advice, piece),
        urls=(gap.url,) if gap.url else (),
        quote=None if link_fault else gap.quote,
        found_on=piece.found_on if piece and link_fault and piece.found_on else None,
    )


def _well_named(text: str, piece: Evidence | None) -> str:
    """A document called by no more than “ดาวน์โหลด” is called by its file as well."""
    if piece is None or not says_little(piece.link_text):
        return text
    return text.replace(f"“{piece.link_text.strip()}”", f"“{document_name(piece)}”")


def _same_words_once(lacks: Iterable[Lack]) -> list[Lack]:
    """The same words about several addresses are said once."""
    once: dict[tuple[object, ...], Lack] = {}
    for lack in lacks:
        key = (lack.kind, lack.message, lack.advice, lack.quote, lack.found_on)
        before = once.get(key)
        once[key] = lack if before is None else replace(before, urls=tuple(dict.fromkeys((*before.urls, *lack.urls))))
    return list(once.values())


def _same_year_once(lacks: Iterable[Lack]) -> list[Lack]:
    """Documents of the same wrong year become one lack, which names the first and counts the others."""
    alike: dict[tuple[object, ...], list[Lack]] = {}
    for place, lack in enumerate(lacks):
        is_year = lack.kind is GapKind.WRONG_YEAR and _NAMED.search(lack.message) is not None
        key = (_NAMED.sub(_BLANK, lack.message), lack.advice) if is_year else (place,)
        alike.setdefault(key, []).append(lack)
    return [_counted(same) for same in alike.values()]


def _counted(same: list[Lack]) -> Lack:
    first = same[0]
    if len(same) == 1:
        return first
    message = _NAMED.sub(lambda named: f"{named[0]} และอีก {len(same) - 1:,} รายการ", first.message)
    return replace(first, message=message, urls=tuple(dict.fromkeys(url for lack in same for url in lack.urls)))

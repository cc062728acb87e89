"""Numbers and titles of a list put right: misprints, lists printed twice, and which instrument numbers them so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from oit_checker.match.hub_lines import Line
from oit_checker.match.hub_openers import FEWEST_ITEMS, Opener
from oit_checker.match.hub_runs import Found, Run
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN, HubBlock, HubEntry, Prefix
from oit_checker.match.hub_unlinked import is_unlinked_list
from oit_checker.match.hub_words import ALIKE, SURE
from oit_checker.match.hub_years import Years
from oit_checker.model.page import Link

_FEWEST_COLUMNS = 2
_FEWEST_OF_A_SUB_INDICATOR = 2
_LEAST_KNOWN = 0.5
_SAME_LINKS = 0.8
_PLAINLY_ANOTHER = 0.1


def correct_misprints(run: Run, titles: Titles) -> None:
    """Where the title says plainly that a code is misprinted, give the opener the right number.

    The right number must be missing on the page and stand between those of the
    neighbours.
    """
    instrument = titles.instrument_of([(one.prefix, one.number, one.title) for one in run.openers])
    if instrument == UNKNOWN:
        return
    for place, opener in enumerate(run.openers):
        number = titles.number_in(instrument, opener.prefix, opener.title) if opener.title else None
        if number is None or (opener.prefix, number) in run.keys or not _stands_between(run.openers, place, number):
            continue
        as_printed = titles.likeness_at(instrument, opener.prefix, opener.number, opener.title)
        if titles.likeness_at(instrument, opener.prefix, number, opener.title) - as_printed > _PLAINLY_ANOTHER:
            opener.number, opener.misprinted = number, True


def by_column(run: Run, years: Years) -> list[Run]:
    """Split a table that has a column of links for each year into a list for each year."""
    labels = {
        label.be: label for one in run.found for anchor in one.links if (label := years.column(anchor)) is not None
    }
    if len(labels) < _FEWEST_COLUMNS:
        return [run]
    split = []
    for be in (None, *labels):
        found = [
            Found(
                one.opener,
                {anchor: of for anchor, of in one.links.items() if _column_year(anchor, years) == be},
                one.group,
            )
            for one in run.found
        ]
        if be is not None or any(one.links for one in found):
            split.append(Run(run.label if be is None else labels[be], run.openers, found))
    return split


def _column_year(anchor: HtmlElement, years: Years) -> int | None:
    label = years.column(anchor)
    return label.be if label is not None else None


def _stands_between(openers: Sequence[Opener], place: int, number: int) -> bool:
    before = openers[place - 1].number if place else 0
    after = openers[place + 1].number if place + 1 < len(openers) else number + 1
    return before < number < after


def merge_runs(runs: Sequence[Run]) -> list[Run]:
    """Join lists of the same year that stand on the page twice: contents above sections, a table and cards."""
    merged: list[Run] = []
    for run in runs:
        twin = next((one for one in merged if _is_same_list(one, run)), None)
        if twin is None:
            merged.append(run)
        else:
            known = _pairs(twin)
            twin.label = twin.label or run.label
            twin.openers += run.openers
            twin.found += [_without(known, one) for one in run.found]
    return merged


def _is_same_list(one: Run, other: Run) -> bool:
    here, there = one.year, other.year
    if here is not None and here == there:
        return True
    if (here is not None and there is not None) or len(one.keys & other.keys) < FEWEST_ITEMS:
        return False
    if not one.has_links or not other.has_links:
        return True
    smaller, larger = sorted((_pairs(one), _pairs(other)), key=len)
    return len(smaller & larger) >= _SAME_LINKS * len(smaller)


def _without(known: set[tuple[str, int, str]], found: Found) -> Found:
    """The links of an item that its twin does not have already."""
    fresh = {
        anchor: tuple(link for link in links if (*found.opener.key, link.href) not in known)
        for anchor, links in found.links.items()
    }
    return replace(found, links={anchor: links for anchor, links in fresh.items() if links})


def _pairs(run: Run) -> set[tuple[str, int, str]]:
    return {(*one.opener.key, link.href) for one in run.found for links in one.links.values() for link in links}


def block_of(run: Run, lines: Sequence[Line], titles: Titles, *, about_ita: bool) -> Iterator[HubBlock]:
    """The block, or blocks where the prefixes differ, that a run makes; none where it is no list of items."""
    prefixes: dict[Prefix, list[Found]] = {}
    for found in run.found:
        prefixes.setdefault(found.opener.prefix, []).append(found)
    for prefix, of_prefix in prefixes.items():
        numbered, notes = _entries(of_prefix, titles)
        entries = tuple(entry for _, entry in numbered)
        pairs = [(prefix, number, entry.title) for number, entry in numbered]
        instrument = titles.instrument_of(pairs)
        if instrument == UNKNOWN and run.year in {None, titles.checklist.fiscal_year}:
            instrument = titles.instrument_in_order(pairs, is_this_years=run.year is not None)
        is_linked = any(entry.links for entry in entries)
        if not is_linked and not (prefix == "O" and is_unlinked_list(run, lines, instrument, titles)):
            continue
        is_coded = any(found.opener.printed and not found.opener.is_bare for found in of_prefix)
        if not _is_list(prefix, pairs, instrument, titles, is_coded=is_coded, about_ita=about_ita):
            continue
        instrument, remarks = _remarks(prefix, pairs, instrument, run.year, titles)
        if not is_linked:
            notes.append("หน้านี้มีชื่อข้อ แต่ไม่มีลิงก์ไปยังหลักฐานของข้อใดเลย ควรทำลิงก์ให้ครบทุกข้อ")
        heading = run.label.text if run.label is not None else None
        yield HubBlock(run.year, heading, instrument, prefix, entries, (*remarks, *notes))


def _is_list(
    prefix: Prefix,
    pairs: Sequence[tuple[Prefix, int, str]],
    instrument: str,
    titles: Titles,
    *,
    is_coded: bool,
    about_ita: bool,
) -> bool:
    """Whether codes and titles are those of an ITA list, and not numbers that look so."""
    if prefix != "O":
        return len(pairs) >= _FEWEST_OF_A_SUB_INDICATOR
    if not (is_coded or about_ita):
        return False
    sure = [title for _, number, title in pairs if title and titles.any_list_says(prefix, number, title)]
    if len(pairs) < FEWEST_ITEMS:
        return about_ita and len(pairs) == len(sure) == _FEWEST_OF_A_SUB_INDICATOR
    if instrument != UNKNOWN:
        return True
    titled = [title for _, _, title in pairs if title]
    if not titled:
        return about_ita
    known = [title for title in titled if titles.is_known(title, ALIKE)]
    return len(known) >= max(FEWEST_ITEMS, _LEAST_KNOWN * len(titled)) or (about_ita and len(sure) >= FEWEST_ITEMS)


def _entries(found: Sequence[Found], titles: Titles) -> tuple[list[tuple[int, HubEntry]], list[str]]:
    """Entries with their numbers in the order of the page, and what is odd about them.

    A number that stands before two titles which surely are of two topics is two
    entries.
    """
    same: dict[tuple[int, str | None], list[Found]] = {}
    for one in found:
        number, topic = one.opener.number, _topic(one.opener, titles)
        fitting = (key for key in same if key[0] == number and (topic is None or key[1] in {None, topic}))
        same.setdefault(next(fitting, (number, topic)), []).append(one)
    notes = [
        f"หน้านี้พิมพ์เลขข้อ “{one.opener.printed}” ไว้หน้าเรื่อง “{one.opener.title}”"
        f" โปรแกรมถือตามชื่อเรื่อง คือข้อ {_code(one.opener)}"
        for one in found
        if one.opener.misprinted
    ]
    notes += [
        f"หน้านี้พิมพ์เลขข้อ {number} ไว้หน้าเรื่องที่ต่างกัน {count} เรื่อง โปรแกรมจึงเทียบด้วยชื่อเรื่อง"
        for number, count in Counter(number for number, _ in same).items()
        if count > 1
    ]
    return [(number, _entry(of)) for (number, _), of in same.items()], notes


def _topic(opener: Opener, titles: Titles) -> str | None:
    """What a title is surely about; None where that is not known."""
    likely = titles.best(opener.title, "O") if opener.prefix == "O" and opener.title else None
    return likely.known.topic or likely.known.bare if likely is not None and likely.likeness >= SURE else None


def _entry(same: Sequence[Found]) -> HubEntry:
    links: dict[HtmlElement, tuple[Link, ...]] = {}
    for one in same:
        links.update(one.links)
    first = same[0].opener
    title = next(
        (one.opener.title for one in same if one.opener.title and not one.opener.title.endswith(("...", "…"))), ""
    )
    title = title or next((one.opener.title for one in same if one.opener.title), "")
    printed = next((one.opener.printed for one in same if one.opener.printed), None)
    group = next((one.group for one in same if one.group), None)
    is_told = printed is not None or all(one.opener.is_placed for one in same)
    code = _code(first) if is_told else None
    text = tuple(dict.fromkeys(line for one in same for line in one.text))
    pictures, fields = max(one.pictures for one in same), max(one.fields for one in same)
    own = tuple(link for of in links.values() for link in of)
    return HubEntry(code, printed, title, own, group, text, pictures, fields)


def _code(opener: Opener) -> str:
    return f"{opener.prefix}{opener.number}"


def _remarks(
    prefix: Prefix, pairs: Sequence[tuple[Prefix, int, str]], instrument: str, year: int | None, titles: Titles
) -> tuple[str, tuple[str, ...]]:
    """The instrument that numbers the list, and what an officer should know about it."""
    checklist = titles.checklist
    if prefix != "O":
        instrument = titles.only_list(prefix) if instrument == UNKNOWN else instrument
        name = titles.name_of(instrument) or f"แบบ {prefix}"
        return instrument, (f"หน้านี้เป็นรายการของ{name} ไม่ใช่แบบวัด OIT จึงไม่นำมาเทียบกับข้อใด",)
    untitled = not any(title for _, _, title in pairs)
    if untitled and year == checklist.fiscal_year and max(number for _, number, _ in pairs) <= len(checklist.items):
        return checklist.id, ("หน้านี้มีแต่เลขข้อ ไม่มีชื่อเรื่อง โปรแกรมจึงถือตามเลขข้อของปีที่หน้านี้ระบุ",)
    if instrument == checklist.id:
        return instrument, ()
    if instrument == UNKNOWN:
        return instrument, ("ไม่รู้จักเลขข้อของรายการในหน้านี้ โปรแกรมจึงเทียบด้วยชื่อเรื่อง",)
    announced = f"หน้านี้ระบุปี {year} แต่" if year == checklist.fiscal_year else ""
    return instrument, (f"{announced}รายการใช้เลขข้อของ{titles.name_of(instrument)} โปรแกรมจึงเทียบด้วยชื่อเรื่อง",)

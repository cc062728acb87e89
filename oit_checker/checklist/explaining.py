"""An item or a check, told to a person: what is asked, from which year, by which words, and how sure we are.

An officer reads what has to be shown, and by what it is told; names of checks, parameters and all the words are for
whoever corrects the checklist, and stand there only when they are asked for.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from oit_checker.checklist.asking import items_for
from oit_checker.checklist.hows import how
from oit_checker.checks import CHECKS
from oit_checker.errors import ChecklistError
from oit_checker.model.checklist import Basis, Checklist, Combination, Component, EvidenceYear, Item, Way
from oit_checker.model.labels import AGENCY_KIND, DOCUMENT_KIND

_WIDTH = 100
_FIRST_WORDS = 5
_BASIS = {
    Basis.QUOTED: "ยกจากคู่มือของปีนี้คำต่อคำ",
    Basis.CONFIRMED: "มีแหล่งยืนยันสองแหล่งขึ้นไป",
    Basis.TITLE: "ชื่อข้อที่ประกาศระบุไว้",
    Basis.ONE_SOURCE: "มีแหล่งเดียว",
    Basis.INFERRED: "อนุมาน",
}
_TITLE = {"confirmed": "มีแหล่งยืนยันสองแหล่งขึ้นไป", "one-source": "มีแหล่งเดียว", "inferred": "อนุมาน"}
_PARTS = {"this-year": "มีแหล่งของปีนี้", "carried-over": "ยกมาจากปีอื่นหรือเครื่องมือพี่น้อง ควรเทียบกับคู่มือของปีนี้"}


def explain_item(checklist: Checklist, typed: str, *, verbose: bool = False) -> str:
    """Return what an item asks, in Thai, for the terminal; where words name several, their codes and titles.

    typed is a code in any spelling, or words of the title. verbose: with all words, and the names that the checklist
    file has. Raises ChecklistError where no item answers to it.
    """
    items = items_for(checklist, typed)
    if len(items) > 1:
        told = "\n".join(f"  {item.code} {item.title_th}" for item in items)
        return f"มี {len(items)} ข้อที่เกี่ยวกับ “{typed}” ในแบบวัด {checklist.id} โปรดระบุรหัสข้อ\n{told}"
    return "\n".join(_lines(checklist, items[0], verbose)).rstrip()


def explain_check(name: str) -> str:
    """Return the manual page of a kind of check; raises ChecklistError for one that does not exist."""
    check = CHECKS.get(name)
    if check is None:
        raise ChecklistError(f"ไม่มีวิธีตรวจชื่อ “{name}”", remedy=f"วิธีตรวจที่มี: {', '.join(CHECKS)}")
    page = inspect.getdoc(inspect.getmodule(check)) or ""
    told = f"{name}: โปรแกรมดูว่า{how(name)} รายละเอียดสำหรับผู้แก้ไขรายการตรวจเป็นภาษาอังกฤษ"
    return f"{told}\n\n{inspect.getdoc(check) or ''}\n\n{page}".strip()


def _lines(checklist: Checklist, item: Item, verbose: bool) -> Iterator[str]:
    sub = next((sub.title_th for sub in checklist.sub_indicators if sub.code == item.sub_indicator), "")
    yield f"{item.code} {item.title_th}"
    if verbose:
        yield f"{item.title_en}"
    if item.title_as_published:
        yield f"ชื่อที่เผยแพร่: {item.title_as_published}"
    yield ""
    yield f"แบบวัด            {checklist.title_th}"
    yield f"ตัวชี้วัดย่อย       {item.sub_indicator} {sub}"
    span = " (แผนหลายปีที่คลุมปีนี้ใช้ได้)" if item.covers_years else ""
    yield f"ปีของหลักฐาน      {_year(item.evidence_year, checklist)}{span}"
    if item.document_kinds:
        yield f"ชนิดเอกสาร        {' · '.join(DOCUMENT_KIND[kind] for kind in item.document_kinds)}"
    yield f"ชื่อข้อ            {_TITLE[item.title_confidence]}"
    yield f"องค์ประกอบ        {_PARTS[item.components_confidence]}"
    if item.provisional:
        yield "ข้อชั่วคราว        ยังไม่แน่ว่าเป็นข้อที่ประเมินในปีนี้ ไม่นับคะแนนเว้นแต่สั่งให้นับ"
    yield from _components(checklist, item, verbose)
    yield from _words(item, verbose)
    yield from _sources(checklist, item)
    for note in item.notes:
        yield f"หมายเหตุ: {note}"
    if not verbose:
        yield f"ดูคำที่ใช้หาและวิธีตรวจทั้งหมด: oit-checker explain {item.code} --verbose"


def _components(checklist: Checklist, item: Item, verbose: bool) -> Iterator[str]:
    binding = [part for part in item.components if part.required and part.basis.is_binding]
    doubted = [part for part in item.components if part.required and not part.basis.is_binding]
    advice = [part for part in item.components if part not in (*binding, *doubted)]
    for title, parts in (
        ("องค์ประกอบที่ต้องมี (ขาดแล้วข้อนี้ไม่ครบ)", binding),
        ("องค์ประกอบที่คู่มืออาจกำหนดให้มี (ขาดแล้วต้องให้เจ้าหน้าที่ตรวจ)", doubted),
        ("องค์ประกอบที่ควรมี (เป็นคำแนะนำ ไม่ใช้ตัดสินว่าไม่ครบ)", advice),
    ):
        if parts:
            yield ""
            yield title
        for number, part in enumerate(parts, 1):
            yield from _component(number, part, checklist, verbose)


def _component(number: int, part: Component, checklist: Checklist, verbose: bool) -> Iterator[str]:
    about = [_BASIS[part.basis]]
    if part.evidence_year is not None:
        about.append(_year(part.evidence_year, checklist))
    if part.applies_to:
        about.append(f"เฉพาะ{' '.join(AGENCY_KIND[kind] for kind in part.applies_to)}")
    if not part.required:
        about.append("ไม่บังคับ")
    yield f"  {number}. {part.label_th}" + (f"  [{part.id}]" if verbose else "")
    yield f"     {' · '.join(about)}"
    yield from _checks(part) if verbose else _in_brief(part)
    if part.in_pictures:
        yield "     มักแสดงเป็นภาพ ถ้ามีภาพแต่ไม่พบคำ ให้เจ้าหน้าที่ดู"
    if part.advice_th:
        yield f"     {part.advice_th}"


def _in_brief(part: Component) -> Iterator[str]:
    """What the program looks at, and the first of the words; another way of showing the same is only named."""
    hows = dict.fromkeys((how(part.check), *(how(way.check) for way in part.or_ if not way.unsure)))
    yield from _wrapped("โปรแกรมดูว่า: ", [" หรือ".join(hows)], "     ")
    yield from _wrapped("คำที่ใช้: ", _some(part.keywords, False), "     ")


def _checks(part: Component) -> Iterator[str]:
    yield from _wrapped(f"วิธีดู {part.check}{_given(part)}: ", part.keywords, "     ")
    for way in part.or_:
        unsure = " (พบแล้วให้เจ้าหน้าที่ดู)" if way.unsure else ""
        words = way.keywords or way.with_.get("labels", ())
        yield from _wrapped(f"หรือ {way.check}{_given(way)}{unsure}: ", words, "     ")


def _given(part: Component | Way) -> str:
    given = ", ".join(f"{name}={value}" for name, value in part.with_.items() if not isinstance(value, list))
    return f" ({given})" if given else ""


def _words(item: Item, verbose: bool) -> Iterator[str]:
    words = item.keywords
    yield ""
    yield "คำที่ใช้หา"
    yield from _wrapped("ชัดเจน: ", _some(words.strong, verbose), "  ")
    for combination in words.combined if verbose else ():
        yield from _combined(combination)
    if verbose:
        yield from _wrapped("ประกอบ: ", words.weak, "  ")
    yield from _wrapped("คล้ายแต่ไม่ใช่ข้อนี้: ", _some(words.negative, verbose), "  ")


def _some(words: Sequence[str], verbose: bool) -> Sequence[str]:
    """All words, or the first of them and how many there are besides."""
    more = len(words) - _FIRST_WORDS
    return words if verbose or more <= 0 else (*words[:_FIRST_WORDS], f"และอีก {more:,} คำ")


def _combined(combination: Combination) -> Iterator[str]:
    """One line for a combination: its words in order, and what must not stand beside them."""
    told = " … ".join("/".join(group) for group in combination.words)
    without = f" (ไม่มีคำว่า {' '.join(combination.without)})" if combination.without else ""
    only = " ทั้งข้อความ" if combination.whole else ""
    yield from wrap(f"คำหลักตามด้วยเรื่อง{only}: {told}{without}", _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _sources(checklist: Checklist, item: Item) -> Iterator[str]:
    named = [*item.sources, *(source for part in item.components for source in part.sources)]
    yield ""
    yield "แหล่งที่มา"
    for source in dict.fromkeys(named):
        yield f"  [{source}] {checklist.source_registry[source]}"


def _wrapped(head: str, words: Iterable[str], indent: str) -> Iterator[str]:
    """Words of one kind on lines of readable length; a word is never broken."""
    text = "\xa0· ".join(word.replace(" ", "\xa0") for word in words)
    if text:
        lines = wrap(head.replace(" ", "\xa0") + text, _WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"{indent}{'  ' if number else ''}{line}".replace("\xa0", " ") for number, line in enumerate(lines))
    elif head.startswith(("วิธีดู", "หรือ ")):
        yield f"{indent}{head.rstrip(': ')}"


def _year(asked: EvidenceYear, checklist: Checklist) -> str:
    year = asked.seen_from(checklist.year)
    return f"ปีงบประมาณ พ.ศ. {year.be}" if year is not None else "ปีใดก็ได้ที่ยังใช้อยู่"

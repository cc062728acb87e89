"""Kinds of component checks: one small file each, and a registry written by hand.

`look` asks one component of one page. What could not be read is never "not found", and what OCR read can only be found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from oit_checker.checks.about import about
from oit_checker.checks.amounts import amounts
from oit_checker.checks.blank_columns import as_doubt, blank_heads, with_empty_column, without_words_of
from oit_checker.checks.clause import clause
from oit_checker.checks.clauses_under import clauses_under
from oit_checker.checks.contact import address, any_contact, email, phone
from oit_checker.checks.counts import counts
from oit_checker.checks.dated_deed import dated_deed
from oit_checker.checks.dated_in_year import dated_in_year
from oit_checker.checks.drawn import drawn
from oit_checker.checks.duration import duration
from oit_checker.checks.each_judged import each_judged
from oit_checker.checks.each_row import unless_untold
from oit_checker.checks.each_told import each_told
from oit_checker.checks.early import unless_early
from oit_checker.checks.first_column import first_column
from oit_checker.checks.fiscal_year import fiscal_year
from oit_checker.checks.keywords import keywords
from oit_checker.checks.labelled import labelled
from oit_checker.checks.link_to import link_to
from oit_checker.checks.machine_readable import machine_readable
from oit_checker.checks.matter import Matter
from oit_checker.checks.months import months
from oit_checker.checks.named_after import named_after
from oit_checker.checks.named_over import named_over
from oit_checker.checks.news import news
from oit_checker.checks.not_titled import called_otherwise
from oit_checker.checks.observation import Check, Observation, absent
from oit_checker.checks.own_post import own_post
from oit_checker.checks.owner import owner
from oit_checker.checks.period import period
from oit_checker.checks.person_names import names_anybody, person_names, shows_portraits
from oit_checker.checks.pictured_apart import may_be_in_pictures
from oit_checker.checks.pictures import pictures
from oit_checker.checks.places import TITLES
from oit_checker.checks.progress import progress
from oit_checker.checks.rated import rated
from oit_checker.checks.result_column import result_column
from oit_checker.checks.results_of_year import results_of_year
from oit_checker.checks.signed import signed
from oit_checker.checks.spanning import spanning
from oit_checker.checks.steps import steps
from oit_checker.checks.summed_up import summed_up
from oit_checker.checks.sure_parts import why_unsure
from oit_checker.checks.table_columns import table_columns
from oit_checker.checks.titled import titled
from oit_checker.checks.told_cell import with_told_cell
from oit_checker.checks.told_under import told_under
from oit_checker.checks.topic import topic
from oit_checker.checks.totals import totals
from oit_checker.checks.undone import asks_for_results
from oit_checker.checks.unfilled import unless_unfilled
from oit_checker.checks.units import units
from oit_checker.checks.ways import ways
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.labels import BY_ALT, BY_OCR, DAMAGED_TEXT, IN_PICTURES, UNREADABLE
from oit_checker.model.page import Unreadable
from oit_checker.model.year import FiscalYear

CHECKS: dict[str, Check] = {
    name: cast(Check, check)
    for name, check in {
        "about": about,
        "address": address,
        "amounts": amounts,
        "any_contact": any_contact,
        "clause": clause,
        "clauses_under": clauses_under,
        "counts": counts,
        "dated_deed": dated_deed,
        "dated_in_year": dated_in_year,
        "drawn": drawn,
        "duration": duration,
        "each_judged": each_judged,
        "each_told": each_told,
        "email": email,
        "first_column": first_column,
        "fiscal_year": fiscal_year,
        "keywords": keywords,
        "labelled": labelled,
        "link_to": link_to,
        "machine_readable": machine_readable,
        "months": months,
        "named_after": named_after,
        "named_over": named_over,
        "news": news,
        "own_post": own_post,
        "owner": owner,
        "period": period,
        "person_names": person_names,
        "phone": phone,
        "pictures": pictures,
        "progress": progress,
        "rated": rated,
        "result_column": result_column,
        "results_of_year": results_of_year,
        "signed": signed,
        "spanning": spanning,
        "steps": steps,
        "summed_up": summed_up,
        "table_columns": table_columns,
        "titled": titled,
        "topic": topic,
        "told_under": told_under,
        "totals": totals,
        "units": units,
        "ways": ways,
    }.items()
}


# Checks that ask what a file is and links to: pictures of text hide nothing of that, and OCR reads nothing of it.
_OF_THE_FILE = frozenset(("machine_readable",))
_PICTURES = frozenset((Unreadable.NO_TEXT_LAYER, Unreadable.GARBAGE_TEXT, Unreadable.IMAGE_ONLY, Unreadable.BLANK))


def look(component: Component, matter: Matter, *, wanted: FiscalYear | None) -> ComponentResult:
    """Ask one component of one page; wanted is the year its evidence must be of, None where any will do."""
    page = matter.page
    if (other := called_otherwise(component, page)) is not None:
        return _result(component, other)
    if component.check in _OF_THE_FILE and not page.cut and (page.unreadable is None or page.unreadable in _PICTURES):
        return _result(component, _asked(component, matter, wanted))
    if page.unreadable is not None:
        seen = Observation(ComponentStatus.UNREADABLE, note=UNREADABLE[page.unreadable])
    else:
        told = with_empty_column(_asked(component, matter, wanted), component, matter)
        told = _unless_nobody(_unless_damaged(told, component, matter, wanted), component, matter)
        told = unless_unfilled(unless_untold(told, component, matter), component, matter)
        told = unless_early(told, matter) if component.of_half_year else told
        seen = with_told_cell(_doubted(told, component, matter), component, matter)
    is_read = seen.status is ComponentStatus.FOUND or (seen.status is ComponentStatus.NOT_FOUND and seen.parts)
    if is_read or matter.scanned is None:
        return _result(component, seen)
    # What OCR read may show the component. It proves no lack: the doubt of the page stands where it does not.
    in_scan = _asked_of_scan(component, matter, matter.scanned, wanted)
    if in_scan.status is ComponentStatus.FOUND:
        return _result(component, replace(in_scan, place=_by_ocr(in_scan.place)), by_ocr=True)
    denied = next((one for one in (seen, in_scan) if one.status is ComponentStatus.UNREADABLE and one.snippet), None)
    if denied is not None:
        return _result(component, denied)
    why = f"{DAMAGED_TEXT} " if page.damaged and not page.partly_unreadable else ""
    return _result(component, replace(seen, note=f"{why}{BY_OCR} แล้วยังไม่พบ ซึ่งอาจอ่านผิด โปรดเปิดดู"))


def _asked(component: Component, matter: Matter, wanted: FiscalYear | None) -> Observation:
    """What is seen of a component; unclear where it is seen in nothing but what the page may not show."""
    seen = _seen(component, matter, wanted)
    if seen.status is not ComponentStatus.FOUND or matter.in_plain_sight is None:
        return seen
    plainly = _seen(component, matter.in_plain_sight, wanted)
    if plainly.status is not ComponentStatus.NOT_FOUND:
        return plainly
    if component.in_pictures:  # a chart or portrait is the matter itself, and its alt says which it is
        pictured = _seen(component, matter.without_closed, wanted)
        if pictured.status is ComponentStatus.FOUND:
            return replace(pictured, place=f"{pictured.place or ''} ({BY_ALT})".strip())
    return _unclear(seen, why_unsure(matter.page)) or seen


def _asked_of_scan(component: Component, matter: Matter, scan: Matter, wanted: FiscalYear | None) -> Observation:
    """What OCR shows of a component; heads of columns that the page's own layout tells as blank show nothing."""
    heads = blank_heads(component, matter) if matter.page.damaged else []
    seen = _asked(without_words_of(heads, component) if heads else component, scan, wanted)
    if not heads or seen.status is ComponentStatus.FOUND or matter.scanned_pictures is None:
        return seen
    pictured = _asked(component, matter.scanned_pictures, wanted)
    return pictured if pictured.status is ComponentStatus.FOUND else seen


def _seen(component: Component, matter: Matter, wanted: FiscalYear | None) -> Observation:
    """What the check sees; unclear, with the words, where these stand and the text around them speaks against them."""
    params: dict[str, Any] = component.with_
    check = CHECKS[component.check]
    seen = check(component, matter, wanted, **params)
    if seen.status is ComponentStatus.FOUND and matter.without_unclear_heads is not None:
        clear = check(component, matter.without_unclear_heads, wanted, **params)
        said = "มีหัวคอลัมน์ของเรื่องนี้ แต่ทุกแถวของตารางมีข้อมูลน้อยกว่าจำนวนคอลัมน์ จึงบอกไม่ได้ว่าคอลัมน์ใดว่าง"
        return seen if clear.status is ComponentStatus.FOUND else _unclear(seen, said) or seen
    if seen.status is ComponentStatus.FOUND and asks_for_results(component.keywords):
        return _if_undone(seen, matter, wanted)
    if seen.status is not ComponentStatus.NOT_FOUND:
        return seen
    if seen.snippet is not None:  # the check quotes what is there, and says why it does not count
        return replace(seen, snippet=None, place=None)
    if (shown := _otherwise(component, matter, wanted, unsure=False)) is not None:
        return shown
    if matter.denies_any(component.keywords):
        said = "มีถ้อยคำของเรื่องนี้ แต่ข้อความบอกว่ายังไม่มีข้อมูล ยังไม่ได้กรอก หรือเป็นเพียงรายการที่ต้องแสดง"
        return _unclear(check(component, matter.at_its_word, wanted, **params), said) or seen
    if params.get("not_beside"):
        said = "มีถ้อยคำของเรื่องนี้ แต่ในหน้าหรือหัวข้อเดียวกันมีถ้อยคำของเอกสารอีกประเภทหนึ่ง จึงตัดสินแทนไม่ได้"
        loosely = _unclear(check(component, matter.heeding_only_what_is_close, wanted, **params), said)
        if loosely is not None:
            return loosely
    if seen.note is not None:  # the check says why the thing is not there
        return seen
    return _otherwise(component, matter, wanted, unsure=True) or seen


def _otherwise(component: Component, matter: Matter, wanted: FiscalYear | None, *, unsure: bool) -> Observation | None:
    """What the first of the component's other ways shows, or leaves to a person; None where none sees anything."""
    for way in component.or_:
        if way.unsure is not unsure:
            continue
        asked = component.model_copy(update={"check": way.check, "with_": way.with_, "keywords": way.keywords})
        seen = CHECKS[way.check](asked, matter, wanted, **way.with_)
        if seen.status is ComponentStatus.NOT_FOUND:
            continue
        return _unclear(seen, "มีถ้อยคำที่อาจเป็นเรื่องนี้หรือเรื่องอื่น จึงตัดสินแทนไม่ได้") if unsure else seen
    return None


def _if_undone(seen: Observation, matter: Matter, wanted: FiscalYear | None) -> Observation:
    """A doubt, with the words, where all that the text says of results is that nothing has been done."""
    undone = matter.only_undone(wanted)
    if undone is None:
        return seen
    note = f"ผลที่แสดงมีเพียงว่ายังไม่ได้ดำเนินการหรือยังไม่แล้วเสร็จ: “{undone.snippet}” โปรดเปิดดู และเพิ่มผลของรายการที่ดำเนินการแล้ว หากมี"
    return Observation(ComponentStatus.UNREADABLE, undone.snippet, undone.place, note)


def _unclear(loosely: Observation, said: str) -> Observation | None:
    """A doubt with the words, where a second look, which heeds less of what stands around, finds the thing."""
    if loosely.status is not ComponentStatus.FOUND:
        return None
    note = f"{said}: “{loosely.snippet}” โปรดเปิดดู"
    return Observation(ComponentStatus.UNREADABLE, loosely.snippet, loosely.place, note)


def _by_ocr(place: str | None) -> str:
    return f"{place} ({BY_OCR})" if place else BY_OCR


def _unless_damaged(seen: Observation, component: Component, matter: Matter, wanted: FiscalYear | None) -> Observation:
    """What is seen where tone marks are left out, if a font lies about its marks and nothing was seen with them."""
    if seen.status is not ComponentStatus.NOT_FOUND or matter.without_tones is None:
        return seen
    loosely = _asked(component, matter.without_tones, wanted)
    return loosely if loosely.status is ComponentStatus.FOUND else seen


def _unless_nobody(seen: Observation, component: Component, matter: Matter) -> Observation:
    """A post that stands in the title of a page which names nobody is what the page is to hold."""
    is_title = component.beside_names and seen.status is ComponentStatus.FOUND and seen.place in TITLES
    return absent("มีแต่ชื่อเรื่อง ไม่พบชื่อบุคคลในหน้านี้") if is_title and not names_anybody(matter) else seen


def _doubted(seen: Observation, component: Component, matter: Matter) -> Observation:
    """Turn "not found" into "unreadable" where a part of the evidence could not be read."""
    page = matter.page
    if seen.status is not ComponentStatus.NOT_FOUND:
        return seen
    if page.partly_unreadable:
        pages = ", ".join(map(str, page.partly_unreadable[:6]))
        return _unread(seen, f"ไม่พบในหน้าที่อ่านได้ และหน้า {pages} อ่านเป็นข้อความไม่ได้")
    if page.damaged and not seen.parts:  # what has told some of its months was read
        if (blank := as_doubt(seen, component, matter)) is not None:
            return blank
        pages = ", ".join(map(str, page.damaged[:6]))
        return _unread(seen, f"ไม่พบ แต่แบบอักษรของหน้า {pages} ทำให้สระและวรรณยุกต์บางตัวอ่านผิด จึงอาจมีอยู่ โปรดเปิดดู")
    if page.cut:
        return _unread(seen, "ไม่พบในส่วนที่อ่าน เอกสารยาวเกินขนาดที่กำหนด")
    if may_be_in_pictures(component, matter) and not (component.beside_names and shows_portraits(matter)):
        return _unread(seen, f"{seen.note} นอกนั้น{IN_PICTURES}" if seen.note else IN_PICTURES)
    return seen


def _unread(seen: Observation, note: str) -> Observation:
    return replace(seen, status=ComponentStatus.UNREADABLE, note=note)


def _result(component: Component, seen: Observation, *, by_ocr: bool = False) -> ComponentResult:
    return ComponentResult(
        id=component.id,
        label=component.label_th,
        required=component.required,
        status=seen.status,
        snippet=seen.snippet,
        place=seen.place,
        basis=component.basis.value,
        note=seen.note,
        parts=seen.parts,
        due=seen.due,
        by_ocr=by_ocr,
    )

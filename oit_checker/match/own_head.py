"""Who heads an agency, by its own name: of สำนักงานแรงงานจังหวัดดอนทราย it is แรงงานจังหวัดดอนทราย, of a university อธิการบดี.

Every ministry has offices in each province, so no list of posts holds them all. And where a body's name tells what its
head is called, the head of one of its parts (คณบดี, ผู้อำนวยการกอง) is not its head. The checklist says which component
asks for the head (a way with the check own_post); the name is that of the agency whose site is looked at.
"""

from __future__ import annotations

import re

from oit_checker.model.checklist import Checklist, Component, Item, Way
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

OWN_POST = "own_post"
_OFFICE = regex(
    r"(?:สำนักงาน|ที่ทำการ)\s?(?P<field>[ก-๎]{2,40}?)\s?(?P<of>(?:ประจำ)?(?:จังหวัด|อำเภอ)|พื้นที่)\s?(?P<place>[ก-ฮเ-ไ][ก-๎]+)?"
)
# Bodies that have an office, and are no field of one: their heads are called otherwise.
_BODY = regex(r"คณะ|สภา|กองทุน|ศาล|เขต|ปลัด|ศูนย์|สถาบัน|การเลือกตั้ง")
# Offices whose heads are not called by the field itself.
_CALLED = {
    "พัฒนาชุมชน": "พัฒนาการ",
    "ที่ดิน": "เจ้าพนักงานที่ดิน",
    "ปกครอง": "ปลัด",
    "ส่งเสริมการปกครองท้องถิ่น": "ท้องถิ่น",
}

# How the head of a body is called whose name begins so; ผู้บริหารสูงสุด is the head of any.
_ANY_HEAD = "ผู้บริหารสูงสุด"
_UNIVERSITY = r"มหาวิทยาลัย(?!.*(?:คณะ|สำนัก|สถาบัน|ศูนย์|วิทยาเขต|โรงพยาบาล|\sวิทยาลัย))"
_HEADS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(_UNIVERSITY), ("อธิการบดี", "Rector", "President")),
    (re.compile(r"(?:สำนักงาน)?จังหวัด(?!ทหาร)"), ("ผู้ว่าราชการ", "ผวจ", "Governor")),
    (re.compile(r"(?:ที่ว่าการ|ที่ทำการปกครอง)?อำเภอ"), ("นายอำเภอ",)),
    (re.compile(r"เทศบาล|ท[ตมน]\."), ("นายกเทศ", "นายก ท", "Mayor")),
    (re.compile(r"องค์การบริหารส่วนตำบล|อบต"), ("นายกองค์การ", "นายก อบต")),
    (re.compile(r"องค์การบริหารส่วนจังหวัด|อบจ"), ("นายกองค์การ", "นายก อบจ")),
    (re.compile(r"กระทรวง"), ("ปลัดกระทรวง", "รัฐมนตรี", "Minister", "Permanent Secretary")),
    (
        re.compile(r"กรม(?!ธรรม์|ราช|ทหาร|พล|การทหาร)"),
        ("อธิบดี", "เจ้ากรม", "ผู้บัญชาการ", "Director General", "Director-General"),
    ),
)


def own_posts(name: str | None) -> tuple[str, ...]:
    """The posts by which the head of such an office may be called; none for an agency of another kind.

    >>> own_posts("สำนักงานคลังจังหวัดดอนทราย")[:2]
    ('คลังจังหวัด', 'คลังจังหวัดดอนทราย')
    """
    office = _OFFICE.match(squeeze(name or ""))
    if office is None or _BODY.match(office["field"]):
        return ()
    field, of, place = office["field"], office["of"], office["place"]
    posts = (f"{_CALLED.get(field, field)}{of}", f"หัวหน้าสำนักงาน{field}{of}")
    return (*(told for post in posts for told in ((post, post + place) if place else (post,))), "หัวหน้าสำนักงาน")


def heads_of(name: str | None) -> tuple[str, ...]:
    """Words of which one stands in every title of the head of a body of that name; none where any title may be.

    >>> heads_of("กรมการตัวอย่าง")[0]
    'อธิบดี'
    """
    squeezed = squeeze(name or "")
    return next((words for begins, words in _HEADS if begins.match(squeezed)), ())


def with_own_posts(checklist: Checklist, name: str | None) -> Checklist:
    """The checklist as it is asked of one agency: what asks for its head knows what the head is called."""
    posts, heads = own_posts(name), heads_of(name)
    if not posts and not heads:
        return checklist
    return checklist.model_copy(update={"items": tuple(_of_item(item, posts, heads) for item in checklist.items)})


def _of_item(item: Item, posts: tuple[str, ...], heads: tuple[str, ...]) -> Item:
    if not any(map(_asks_for_head, item.components)):
        return item
    return item.model_copy(update={"components": tuple(_of_component(one, posts, heads) for one in item.components)})


def _asks_for_head(component: Component) -> bool:
    return any(way.check == OWN_POST for way in component.or_)


def _of_component(component: Component, posts: tuple[str, ...], heads: tuple[str, ...]) -> Component:
    if not _asks_for_head(component):
        return component
    words = (_ANY_HEAD, *heads) if heads else ("",)
    called = tuple(keyword for keyword in component.keywords if any(word in keyword for word in words))
    return component.model_copy(update={"or_": tuple(_of_way(way, posts) for way in component.or_), "keywords": called})


def _of_way(way: Way, posts: tuple[str, ...]) -> Way:
    return way.model_copy(update={"keywords": posts}) if way.check == OWN_POST else way

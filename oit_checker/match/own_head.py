"""Who heads a provincial or district office, by its own name: of สำนักงานแรงงานจังหวัดดอนทราย it is แรงงานจังหวัดดอนทราย.

Every ministry has such offices in each province, so no list of posts holds them all. The checklist says which component
asks for the head (a way with the check own_post); the posts come from the name of the agency whose site is looked at.
"""

from __future__ import annotations

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


def with_own_posts(checklist: Checklist, name: str | None) -> Checklist:
    """The checklist as it is asked of one agency: ways that ask for its head know what the head is called."""
    posts = own_posts(name)
    if not posts:
        return checklist
    return checklist.model_copy(update={"items": tuple(_of_item(item, posts) for item in checklist.items)})


def _of_item(item: Item, posts: tuple[str, ...]) -> Item:
    if not any(way.check == OWN_POST for component in item.components for way in component.or_):
        return item
    return item.model_copy(update={"components": tuple(_of_component(one, posts) for one in item.components)})


def _of_component(component: Component, posts: tuple[str, ...]) -> Component:
    return component.model_copy(update={"or_": tuple(_of_way(way, posts) for way in component.or_)})


def _of_way(way: Way, posts: tuple[str, ...]) -> Way:
    return way.model_copy(update={"keywords": posts}) if way.check == OWN_POST else way

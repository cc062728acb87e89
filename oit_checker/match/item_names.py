"""Lines that only name what an item must show: a checklist, a to-do list, the head of a form, a sentence of contents.

"ขั้นตอน ระยะเวลา ผู้รับผิดชอบ" names three things and tells none of them. A line is a bare name where, besides the
names, nothing is left in it but words that join them; figures, results (แล้ว, ไม่มี) and further words tell something.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from oit_checker.model.checklist import Item
from oit_checker.patterns import regex
from oit_checker.thai.longest import LongestWords, between
from oit_checker.thai.text import fold

ENOUGH = 3  # different names that make a list of contents
LONGEST = 600  # folded letters; a longer passage is told, whatever it names
LONGEST_ASIDE = 260  # the same of a remark on where the matter is to be had
_MANY_FIGURES = 5  # a line of so many, years among them, tells something
_SMALL_REST = 8  # folded letters beside the names that tell nothing
_SHARE = 0.25  # the same, as a share of the line
_SHARE_ASIDE = 0.5  # beside words that say where the matter is, or that somebody shall write it
# Keywords that answer: what became of a thing, who does it, how long it takes.
_ANSWERS = regex(
    fold(
        r"แล้ว|เสร็จ|ได้ดำเนิน|บรรลุ|^ไม่(?!ควร|พึง)|^มี|^จัด|^ดำเนินการจัด|ทันที|ครึ่ง|^ศูนย์|^กลุ่ม|^สำนัก|^กอง|คณะกรรมการ|นิติกร|ประชาชน|ชาวบ้าน|ราษฎร"
        r"|ผู้ปกครอง|นักเรียน|ผู้ประกอบการ|ชุมชน|\d"
    )
)
_NUMBERING = regex(
    r"^(?:[\[\](){}☐□✓•●○▪*·o>\-]*(?:(?:ข้อ(?:ที่)?)?\(?\d{1,2}(?:\.\d{1,2})*[.)\]]?)?(?:[ก-ฮ][.)])?[\[\]☐□✓ ]*)"
)
_YEARS = regex(
    fold(r"(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.ศ\.)?\(?25\d\d(?:-25\d\d)?\)?|\d{1,2}ปี|\(?(?:พ\.ศ\.)?25\d\d-25\d\d\)?")
)
_MONTHS = regex(
    fold(
        r"(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)(?:คม|ยน|พันธ์)|[ตมกพธสก][คยพม]?\.[คยพ]\.|(?:เม|มี|มิ)\.[คยพ]\."
    )
)
# Words that join names, and those that all documents of a field share: neither tells anything.
_JOINING_WORDS = """
    ความเสี่ยง ทุจริต ประพฤติมิชอบ ป้องกัน ร้องเรียน จัดซื้อจัดจ้าง พัสดุ ทรัพยากร บุคคล โครงการ กิจกรรม มาตรการ แผน คู่มือ
    ดำเนินการ ดำเนินงาน ดำเนิน บริการ เจ้าหน้าที่ ยุทธศาสตร์
    และ หรือ ของ การ ที่ ใน ตาม รายงาน ผล ราย แต่ละ ได้แก่ ประกอบด้วย มี เป็น ข้อมูล
    รายละเอียด ดังนี้ ดังต่อไปนี้ เกี่ยวกับ เกี่ยวข้อง หน่วยงาน ปีก่อน ปี ประจำ ประเมิน
    งบประมาณ ทั้ง ครอบคลุม สรุป แสดง ระบุ ต้อง ให้ ด้าน งาน จำนวน กรณี โดย เพื่อ กับ ถึง
    จาก ต่อ แยก วิธี ถ้า ครบ ทุก อย่าง น้อย เรื่อง พร้อม ด้วย หัวข้อ องค์ประกอบ รายการ
    ลำดับ หมายเหตุ ชื่อ ประเด็น แบบ คือ อื่น ๆ ภายใน สำหรับ จะ
"""
_JOINING = LongestWords(map(fold, _JOINING_WORDS.split()))
_TOLD = regex(fold(r"แล้ว|เสร็จสิ้น|ได้ดำเนิน|ไม่(?!ควร|พึง)|บรรลุ|จัดขึ้น"))
_ONLY_IF = regex(fold(r"\([^)]{0,10}?(?:ถ้า|หาก|กรณี|ไม่มีต้อง|ไม่มีให้)[^)]*\)"))  # (ไม่มีต้องระบุว่าไม่มี)
_OWN_WORDS = 3  # different words of one thing, none of them its name: วินัย, ยกย่อง, ดีเด่น tell of rewards
_NUMBER = regex(r"\d[\d,.]*")
_LETTERS = regex(r"[^ก-๎a-z]+")
# Who wants to see it has to ask for it: it is not on the web.
_ASIDE = regex(
    fold(
        r"ขอรับ[^¦]{0,24}?(?:ได้)?ที่|ติดต่อ(?:ขอ|รับ)|ให้ติดต่อ|(?:จัด)?เก็บ(?:รักษา)?ไว้(?:ที่|ใน|ณ)?|[ก-๎]{2,24}เก็บไว้|(?:ขอ)?ดู(?:รายละเอียด|เอกสาร|ข้อมูล|เล่ม)?"
        r"(?:เพิ่มเติม)?ได้ที่(?:สำนัก|กอง|ฝ่าย|งาน|กลุ่ม|ห้อง|ที่ทำการ|หน่วย|ศูนย์ข้อมูล)"
        r"|(?:ยัง)?ไม่(?:ได้)?แนบ|(?:ตาม|ดัง|ปรากฏใน)(?:เอกสาร|ไฟล์|รายละเอียด|สิ่งที่)(?:ที่)?(?:ส่งมา|แนบ)|อยู่(?:ที่|ใน)(?:แฟ้ม|ตู้|เครื่อง)"
        r"|(?:จะ|เพื่อ)(?:นำ(?:มา)?|ได้)?(?:เผยแพร่|รายงาน|แจ้ง|ประกาศ|ลง)[^¦]{0,20}?(?:ต่อไป|ภายหลัง|ให้ทราบ|เร็ว)"
    )
)
_WHERE = regex(rf"(?:{_ASIDE.pattern})[ก-๎]{{0,24}}")
# What is said to those who shall write it.
_TO_STAFF = regex(
    fold(
        r"ให้(?:เจ้าหน้าที่|ผู้รับผิดชอบ|ผู้จัดทำ|ทุก(?:กอง|ส่วน|ฝ่าย|งาน|หน่วย)|แต่ละ(?:กอง|ส่วน|ฝ่าย|งาน|หน่วย)|หน่วยงาน|ส่วนราชการ|งาน|กอง|สำนัก)[^¦]{0,20}?"
        r"(?:จัดทำ|แสดง|ระบุ|เพิ่ม|ใส่|เขียน|กรอก|เผยแพร่|นำลง|จัดเตรียม|ส่งข้อมูล)"
        r"|(?:หน่วยงาน|เอกสาร|รายงาน|แผน|คู่มือ|หน้า(?:เว็บ|นี้)?|ข้อนี้|เนื้อหา|ข้อมูล)[^¦]{0,12}?(?:ต้อง|ควร|พึง)(?:จะ)?(?:มี|แสดง|ระบุ|ประกอบ|เผยแพร่)"
        r"|^[^ก-๎]*(?:ต้อง|ควร|พึง)(?:จะ)?(?:มี|แสดง|ระบุ|ประกอบ|เผยแพร่)|^[^ก-๎]*(?:โปรด|กรุณา|ให้)(?:ระบุ|ใส่|กรอก|เพิ่ม|เขียน|แสดง)|สิ่งที่ต้อง(?:ทำ|มี|แสดง|เตรียม)"
    )
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a line says: of how many things the names stand in it, and whether it tells anything beside them.

    is_aside: it says of several that they are to be had elsewhere, or that somebody shall write them.
    """

    things: int
    is_bare: bool
    is_aside: bool


@lru_cache(maxsize=4096)  # the items of a page ask one after the other
def _without_number(text: str) -> str:
    return _ONLY_IF.sub("", _NUMBERING.sub("", fold(text), count=1))


def _without_years(rest: str) -> str:
    return _YEARS.sub(" ", rest) if "25" in rest or "ปี" in rest else rest


def _says_little(rest: str, folded: str) -> bool:
    """Whether hardly anything but months and words that join names is left beside the names of a line."""
    undated = _MONTHS.sub(" ", rest)
    letters = len(_LETTERS.sub("", between(undated, _JOINING.spans(undated))))
    return letters <= max(_SMALL_REST, _SHARE * len(folded))


def _is_aside(folded: str, rest: str) -> bool:
    """Whether a line says where to get what it names, or tells staff to write it, and hardly anything else."""
    if len(_LETTERS.sub("", _WHERE.sub("", rest))) > _SHARE_ASIDE * len(folded):
        return False
    figures = len(_NUMBER.findall(rest))
    return _TO_STAFF.search(folded) is not None or (figures < ENOUGH - 1 and _ASIDE.search(folded) is not None)


class ItemNames:
    """The names of one item and of what it must show."""

    def __init__(self, item: Item) -> None:
        self._item = item

    def named(self, text: str) -> Named | None:
        """What a line says, None where it names nothing of the item."""
        folded = _without_number(text)
        if not folded or len(folded) > LONGEST:
            return None
        spans = self._index.spans(folded)
        if not spans or len(_NUMBER.findall(folded)) > _MANY_FIGURES:
            return None
        found = {folded[start:end] for start, end in spans}
        things = {thing for name in found for thing in self._things[name]}
        rest = _without_years(between(folded, spans))
        is_aside = len(found) >= ENOUGH and len(things) > 1 and len(folded) <= LONGEST_ASIDE and _is_aside(folded, rest)
        has_figure = any(map(str.isdigit, rest))
        is_bare = not has_figure and _says_little(rest, folded) and not self._tells(folded, found)
        return Named(len(things), is_bare, is_aside)

    def _tells(self, folded: str, found: set[str]) -> bool:
        """Whether a line of names tells something without a figure: what was done or is not, words of one thing."""
        if _TOLD.search(self._labels.sub("", folded)):
            return True
        own = Counter(thing for name in found if name not in self._named for thing in self._things[name])
        return any(count >= _OWN_WORDS for count in own.values())

    @cached_property
    def _named(self) -> str:
        """The item's title and all labels: a word that stands in them is a name."""
        return "¦".join(map(fold, (self._item.title_th, *(part.label_th for part in self._item.components))))

    @cached_property
    def _labels(self) -> re.Pattern[str]:
        labels = (self._item.title_th, *(component.label_th for component in self._item.components))
        return re.compile("|".join(re.escape(fold(label)) for label in sorted(labels, key=len, reverse=True)))

    @cached_property
    def _things(self) -> dict[str, frozenset[str]]:
        """Each name, folded, with the things that it may name; the item itself is one."""
        item = self._item
        named: dict[str, set[str]] = {}
        for title in (item.title_th, item.title_as_published or "", *item.keywords.strong):
            named.setdefault(fold(title), set()).add(item.code)
        for component in item.components:
            label = fold(component.label_th)
            for name in (*re.split(r"[/(),]|: | และ", component.label_th), *component.keywords):
                if len(fold(name)) > 2 and not _ANSWERS.search(fold(name)):
                    named.setdefault(fold(name), set()).add(component.id)
            named.setdefault(label, set()).add(component.id)
        return {name: frozenset(things) for name, things in named.items() if name}

    @cached_property
    def _index(self) -> LongestWords:
        return LongestWords(self._things)

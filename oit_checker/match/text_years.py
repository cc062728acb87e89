"""The years that a document's text names as its own."""

from __future__ import annotations

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.matter import Matter
from oit_checker.match.others_years import is_of_another_thing
from oit_checker.model.checklist import Item
from oit_checker.patterns import regex
from oit_checker.thai.dates import YearMention
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import follows

# แผนกลยุทธ์มหาวิทยาลัย… ระยะ 5 ปี (พ.ศ. 2566-2570): a plan that tells how long it is, right before the years.
_PLAN_OF_YEARS = regex(
    r"แผน(?P<name>[^|¦.;:]{0,90}?)\(?\s*ระยะ(?:เวลา)?\s*(?P<years>\d{1,2})\s*ปี[\s(]*(?:ของ|ระหว่าง|ตั้งแต่)?[\s(]*(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*\Z"
)
# Plans of others that an own one answers to, and plans for a part of the work alone.
_OF_OTHERS = regex(
    r"(?<!ธรรม)ชาติ|แม่บท|ปฏิรูป|แผ่นดิน|บุคลากร|บุคคล|อัตรากำลัง|ดิจิทัล|สารสนเทศ|ทุจริต|ความเสี่ยง|จัดซื้อ|พัสดุ|งบประมาณ|ภาษี"
)
_CITED = regex(r"(?:ตาม|สอดคล้อง(?:กับ)?|ภายใต้|เชื่อมโยง(?:กับ)?|กรอบ|รองรับ|ถ่ายทอด|ทบทวน|ยกเลิก|แทน|เดิม)\s*\Z")
_FIRST_YEAR = regex(r"25\d\d *(?:-|–|—|~|ถึง) *(?:พ\.ศ\. *)?\d{2,4}\Z")
_LEAD = 140  # letters before a span in which its plan is named


def dated_chunks(item: Item, matter: Matter) -> list[tuple[Chunk, YearMention]]:
    """The years of a text with where they stand; those of the results that an item analyses are left out."""
    others = item.year_not_after
    return [(chunk, year) for chunk, year in matter.years if not is_of_another_thing(chunk.text, year, others)]


def years_of_text(item: Item, matter: Matter) -> list[YearMention]:
    """The years of a text; a span only where the item's own words lead to it: a plan cites those of others.

    Where a plan of several years is due, one that tells its length before its years is the item's too, by any name.
    """
    own = (item.title_th, *item.keywords.strong)
    return [
        year
        for chunk, year in dated_chunks(item, matter)
        if year.form != "span"
        or follows(chunk.text, year.start, own)
        or (item.spans_years and _is_of_a_plan(chunk.text, year))
    ]


def _is_of_a_plan(text: str, span: YearMention) -> bool:
    """Whether a span of years is that of a plan that says so many years just before."""
    # A year takes the words before it with it, also the ปี of "ระยะ 5 ปี (พ.ศ. 2566 …".
    lead = _FIRST_YEAR.split(arabic_digits(text[max(0, span.start - _LEAD) : span.end]))[0]
    plan = _PLAN_OF_YEARS.search(lead)
    if plan is None or span.last_be is None or _OF_OTHERS.search(plan["name"]) or _CITED.search(lead[: plan.start()]):
        return False
    return span.last_be - span.be + 1 == int(plan["years"])

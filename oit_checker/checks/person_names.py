"""Names of persons: a title or rank and a Thai name.

min_count   how many different names must stand there (default 2)

FOUND       นายตัวอย่าง หนึ่ง นายกเทศมนตรี · นางสาวตัวอย่าง สอง รองนายกเทศมนตรี
NOT FOUND   a text that can be read and names offices only: นายกเทศมนตรี นายอำเภอ
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear

_RANKS = (
    r"นางสาว|น\.ส\.|นาง|นาย(?!ก|อำเภอ|ทะเบียน|จ้าง|หน้า|ทหาร|แพทย์(?!\s*[ก-ฮเ-ไ]+\s+[ก-ฮเ-ไ]))|ดร\.|ผศ\.|รศ\.|ศ\.|นพ\.|พญ\.|ว่าที่\s?ร้อย|"
    r"พล\S{1,12}\s|พัน\S{1,8}\s|ร้อย\S{1,8}\s|จ่าสิบ\S{1,6}|สิบ\S{1,6}\s|พ\.[ตจ]\.[ตทอ]\.|ม\.[รล]\.|หม่อม\S{2,10}"
)
_NAME = re.compile(rf"(?:{_RANKS})\s*(?P<name>[ก-ฮเ-ไ][ก-๎]{{1,24}}\s+[ก-ฮเ-ไ][ก-๎]{{1,29}})")


def person_names(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 2) -> Observation:
    """Count the different names; the first is quoted."""
    names: dict[str, Place] = {}
    for chunk in matter.chunks:
        for seen in _NAME.finditer(chunk.text):
            names.setdefault(seen["name"], matter.quote(chunk, seen.start(), seen.end()))
    if len(names) < max(min_count, 1):
        return absent(f"พบชื่อบุคคล {len(names)} คน" if names else None)
    first = next(iter(names.values()))
    return found(first.snippet, first.place, f"พบชื่อบุคคล {len(names)} คน")

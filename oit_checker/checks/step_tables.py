"""What the heads of a table say of its rows: steps in their order, or services of which each has steps of its own."""

from __future__ import annotations

from oit_checker.model.page import Table
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_ORDER_DETAIL_TIME = (
    regex(r"(?:ลำดับ|ที่|ข้อ)(?:ที่)?$"),
    regex(r"(?:รายละเอียด|กิจกรรม|การดำเนินการ|การปฏิบัติ|สิ่งที่(?:ต้อง)?ทำ)(?!.*(?:บริการ|งาน))"),
    regex(r"(?:ระยะ)?เวลา|ใช้เวลา"),
)
# In a list of services each row has its own name, fee and papers: rows one after another are no steps of one of them.
_OF_A_SERVICE = regex(r"(?:ชื่อ|ประเภท|รายการ)?(?:งาน|บริการ|เรื่อง)(?!ที่ต้อง|ที่ทำ)")
_PER_SERVICE = regex(r"ค่าธรรมเนียม|ค่าบริการ|ค่าใช้จ่าย|เอกสาร|หลักฐาน|เสีย(?:เงิน|ค่า)|จ่ายเท่า")


def orders_details(table: Table) -> bool:
    """Whether its columns are order, detail and time; a list of services with their times has names for detail."""
    heads = [squeeze(head) for head in table.header]
    return all(any(map(wanted.match, heads)) for wanted in _ORDER_DETAIL_TIME)


def lists_services(table: Table) -> bool:
    """Whether each row is a service of its own, with a fee or papers to bring, and no column tells steps."""
    heads = [squeeze(head) for head in table.header]
    return bool(heads) and any(map(_OF_A_SERVICE.match, heads)) and any(map(_PER_SERVICE.match, heads))

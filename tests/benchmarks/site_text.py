"""Titles, words and pieces of markup of which the made site's pages consist; drawn from a generator that is seeded."""

from __future__ import annotations

import random

TITLES = (
    "โครงสร้าง หน้าที่และอำนาจ",
    "ข้อมูลผู้บริหาร",
    "ข้อมูลการติดต่อและช่องทางการสอบถาม",
    "ข่าวประชาสัมพันธ์",
    "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน",
    "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี",
    "รายงานผลการดำเนินงานประจำปี",
    "คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่",
    "คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ",
    "ระบบการให้บริการผ่านช่องทางออนไลน์ (E-Service)",
    "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน",
    "รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุของหน่วยงาน",
    "หลักเกณฑ์และแผนการบริหารและพัฒนาทรัพยากรบุคคล",
    "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล",
    "ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม",
    "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
    "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
    "ข้อมูลสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
    "ผลการเปิดโอกาสให้มีส่วนร่วมในการดำเนินงาน",
    "การขับเคลื่อนนโยบาย No Gift Policy จากการปฏิบัติหน้าที่",
    "การประเมินความเสี่ยงการทุจริตในหน่วยงานภาครัฐ",
    "รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริตของหน่วยงาน",
    "แผนปฏิบัติการป้องกันการทุจริต",
    "รายงานผลการดำเนินการป้องกันการทุจริต",
    "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร",
)
WORDS = (  # noqa: SIM905
    "การ ดำเนินงาน ประจำปี แผน พัฒนา ท้องถิ่น รายงาน ผล งบประมาณ สำนักงาน ป้องกัน ทุจริต คู่มือ ประชาชน เรื่อง โครงการ "
    "จัดซื้อ จัดจ้าง พัสดุ ข้อมูล หน่วยงาน ที่ ของ และ ให้ เป็น ได้ มี ตาม ใน น้ำ ผู้บริหาร เจ้าหน้าที่ กิจกรรม สถิติ ประกาศ "
    "นโยบาย พ.ศ. ๒๕๖๙ ปีงบประมาณ ม.ค. ๑๕ เม.ย. จริยธรรม ประเมิน ความโปร่งใส ตำบล เทศบาล ประชุม คณะกรรมการ ระยะเวลา"
).split()


def sentence(rng: random.Random, parts: int) -> str:
    return " ".join("".join(rng.choices(WORDS, k=rng.randint(3, 9))) for _ in range(parts))


def title(rng: random.Random, *, decoys: bool) -> str:
    words = rng.choice(TITLES) if decoys and rng.random() < 0.25 else sentence(rng, 1)[:60]
    return f"{words} ปี {rng.randint(2565, 2569)}" if rng.random() < 0.4 else words


def paragraph(rng: random.Random) -> bytes:
    named = f" {rng.choice(TITLES)} " if rng.random() < 0.3 else " "
    text = sentence(rng, rng.randint(3, 9)) + named + sentence(rng, rng.randint(3, 8))
    return f'<p style="text-align: justify"><span class="tx">{text}</span></p>\n'.encode()


def row(rng: random.Random) -> bytes:
    day = f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(2565, 2569)}"
    price = f"{rng.randint(10_000, 9_000_000):,}.00"
    return f"<tr><td>{sentence(rng, 2)}</td><td>{price}</td><td>เฉพาะเจาะจง</td><td>{day}</td></tr>\n".encode()


def script(rng: random.Random, size: int) -> bytes:
    lines = (f'var v{k}={{"id":{rng.randrange(1 << 30)},"url":"\\/wp-json\\/v{k}"}};\n' for k in range(size // 45))
    return f"<script>\n{''.join(lines)}</script>\n".encode()

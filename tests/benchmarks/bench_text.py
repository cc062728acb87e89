"""How fast text is folded, phrases are found and years are read; run it by name, it prints figures.

    python tests/benchmarks/bench_text.py

Made pages of about 42 kB UTF-8, seeded; CPU time, the best of five; MB are of UTF-8.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from oit_checker.thai.codes import item_codes
from oit_checker.thai.dates import year_mentions
from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold

WORDS = (  # noqa: SIM905
    "การ ดำเนินงาน ประจำปี แผน พัฒนา ท้องถิ่น รายงาน ผล งบประมาณ สำนักงาน ป้องกัน ทุจริต คู่มือ ประชาชน เรื่อง ร้องเรียน "
    "จัดซื้อ จัดจ้าง พัสดุ ข้อมูล หน่วยงาน ที่ ของ และ ให้ เป็น ได้ มี ตาม ใน น้ำ ผู้บริหาร เจ้าหน้าที่ โครงสร้าง สถิติ "
    "นโยบาย No Gift Policy E-Service ITA พ.ศ. ๒๕๖๙ 2568 ปีงบประมาณ ม.ค. ๑๕ เม.ย. จริยธรรม ประเมิน ความโปร่งใส"
).split()
PAGES = 60
PAGE_CHARACTERS = 16_000


def made_pages(seed: int = 7) -> list[str]:
    rng = random.Random(seed)
    pages = []
    for _ in range(PAGES):
        text = ""
        while len(text) < PAGE_CHARACTERS:
            text += "".join(rng.choices(WORDS, k=rng.randint(4, 12))) + rng.choice((" ", "\n", "\xa0", " – "))
        pages.append(text)
    return pages


def made_phrases(count: int, seed: int = 11) -> list[str]:
    rng = random.Random(seed)
    phrases: dict[str, None] = {}
    while len(phrases) < count:
        phrases["".join(rng.choices(WORDS, k=rng.randint(3, 6)))] = None
    return list(phrases)


def report(name: str, pages: list[str], work: Callable[[str], object]) -> None:
    best = float("inf")
    for _ in range(5):
        begun = time.process_time()
        for page in pages:
            work(page)
        best = min(best, time.process_time() - begun)
    size = sum(len(page.encode()) for page in pages)
    print(f"{name:36s} {size / best / 1e6:8.1f} MB/s {best / len(pages) * 1e6:9.0f} µs/page")


def main() -> None:
    pages = made_pages()
    report("fold", pages, fold)
    report("fold, one rare character a page", ["✓" + page for page in pages], fold)
    report("fold_mapped", pages, fold_mapped)
    for count in (600, 6000):
        index = PhraseIndex(made_phrases(count))
        report(f"fold + find, {count} phrases", pages, lambda page, index=index: index.find(fold(page)))
        report(f"fold + present, {count} phrases", pages, lambda page, index=index: index.present(fold(page)))
    report("year_mentions", pages, year_mentions)
    report("item_codes", pages, item_codes)


if __name__ == "__main__":
    main()

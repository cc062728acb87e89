"""A small checklist, and a way to write one to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SMALL = """\
schema: oit-checklist/1
id: small-2569
instrument: small
title_th: แบบวัดเล็ก ประจำปีงบประมาณ พ.ศ. {year}
title_en: A small list
fiscal_year: 2569
fiscal_year_start: "2025-10-01"
fiscal_year_end: "2026-09-30"
status: draft
notes: ["ผลของปี {previous}"]
scoring:
  item_values: [0, 100]
  sub_indicator: mean_of_items
  indicator: mean_of_sub_indicators
  oit: mean_of_indicators
  ita_weights: {iit: 30, eit: 30, oit: 40}
indicators:
  - {code: "9", title_th: การเปิดเผยข้อมูล, sub_indicators: ["9.1"]}
sub_indicators:
  - {code: "9.1", title_th: ข้อมูลพื้นฐาน}
source_registry:
  manual: a manual
items:
  - code: O1
    title_th: แผนปฏิบัติการป้องกันการทุจริต
    title_en: Plan
    title_confidence: confirmed
    topics: [ac_plan]
    sub_indicator: "9.1"
    evidence_year: current
    components_confidence: this-year
    components:
      - id: projects
        label_th: โครงการ
        required: true
        basis: quoted
        keywords: [โครงการ]
      - id: period
        label_th: ช่วงเวลา
        required: true
        basis: confirmed
        check: months
        with: {min_months: 2}
    keywords:
      strong: ["แผนปฏิบัติการป้องกันการทุจริต ปี {year}"]
      negative: [รายงานผล]
    sources: [manual]
"""


@pytest.fixture
def small() -> str:
    """The text of a small checklist without a fault."""
    return SMALL


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        place = tmp_path / "own.yaml"
        place.write_text(text, encoding="utf-8")
        return place

    return write

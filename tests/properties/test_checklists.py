"""A checklist file of any content is used, or refused with its path, a place and a remedy; nothing else is raised."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oit_checker.checklist.loading import available, build, load_checklist, text_of
from oit_checker.errors import ChecklistError

STEADY = settings(derandomize=True, deadline=None, max_examples=100)
PATH = "own.yaml"
TEXT = """\
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
      - {id: projects, label_th: โครงการ, required: true, basis: quoted, keywords: [โครงการ]}
      - {id: period, label_th: ช่วงเวลา, required: true, basis: confirmed, check: months, with: {min_months: 2}}
    keywords:
      strong: ["แผนปฏิบัติการป้องกันการทุจริต ปี {year}"]
      negative: [รายงานผล]
    sources: [manual]
"""
odd = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        2569,
        10**30,
        1.5,
        float("nan"),
        "",
        " ",
        "{year}",
        "{x}",
        "O1",
        "2569-03-02",
        [],
        [[]],
        {},
        {"a": 1},
    ]
) | st.text(max_size=5)
yaml_pieces = st.sampled_from(
    [
        "? [a]\n: b\n",
        "&a [*a]",
        "*a",
        "2025-02-30",
        "!!int x",
        "!!binary x",
        "!!python/object:os.system x",
        "\t",
        "<<: 1\n",
        "- ",
        ": ",
        "---\n",
        "'",
        '"\\ud800"',
        "{",
        "[",
        "\x07",
        "%YAML 9\n",
        "0x",
        "1:99:99",
        "!!set {a}",
        "!!timestamp x",
        "2569-01-01T99:99:99Z",
    ]
)


def used_or_refused(text: str) -> None:
    refusal = None
    try:
        build(text, PATH)
    except ChecklistError as refused:
        refusal = refused
    assert refusal is None or (refusal.path == PATH and refusal.problem and refusal.remedy)


def places(value: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [loc, *(place for key, entry in inside for place in places(entry, (*loc, key)))]


@STEADY
@given(st.data())
def test_a_checklist_with_a_changed_field_is_used_or_refused(data: st.DataObject) -> None:
    raw = yaml.safe_load(TEXT)
    *above, last = data.draw(st.sampled_from(places(raw)[1:]))
    holder = raw
    for key in above:
        holder = holder[key]
    change = data.draw(st.sampled_from(["replace", "drop", "add"]))
    if change == "replace":
        holder[last] = data.draw(odd)
    elif change == "drop":
        del holder[last]
    elif isinstance(holder, dict):
        holder[data.draw(st.text(max_size=4) | st.integers() | st.none())] = data.draw(odd)
    used_or_refused(yaml.safe_dump(raw, allow_unicode=True))


@STEADY
@given(st.integers(0, len(TEXT)), st.integers(0, 30), yaml_pieces | st.text(max_size=3))
@example(0, 0, "? [a]\n: b\n")
@example(TEXT.index('"2025-10-01"'), 12, "2025-02-30")
@example(TEXT.index("[ac_plan]"), 9, "&a [*a]")
def test_a_checklist_with_a_changed_text_is_used_or_refused(place: int, dropped: int, put: str) -> None:
    used_or_refused(TEXT[:place] + put + TEXT[place + dropped :])


def test_every_shipped_checklist_is_the_same_when_written_and_read_again() -> None:
    for name in available():
        text, path = text_of(name)
        again = yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=False)
        assert build(again, path) == load_checklist(name) == build(text, path)

"""A list that names the items and links none of them: this year's list all the same, or words about the items."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from oit_checker.match.hub_lines import Line
from oit_checker.match.hub_runs import Run
from oit_checker.match.hub_titles import Titles
from oit_checker.patterns import regex

_MOST = 0.6
_LINES_ABOVE = 6
_FEWEST_FIGURES = 3
_CLICKED = frozenset(("a", "button", "input", "select", "iframe", "embed", "object"))
_ABOUT_ITEMS = regex(
    r"ผลการประเมิน|ผลคะแนน|คะแนน|ผู้รับผิดชอบ|รับผิดชอบ|มอบหมาย|กำหนดส่ง|ภายในวันที่|คำอธิบาย|คู่มือการประเมิน|แบบสำรวจ"
)
_FIGURE = regex(r"[0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]+)?\s*%?\Z")


def is_unlinked_list(run: Run, lines: Sequence[Line], instrument: str, titles: Titles) -> bool:
    """Whether a list without any link is the agency's list of this year, so that it may be told what it lacks.

    It names most items under this year. A table of scores, of who answers for which item or of what an item asks
    for names them too: those say so above or in their columns, or have figures. What a button without an address
    opens only a script knows; then we cannot say that there is no link.
    """
    checklist = titles.checklist
    if instrument != checklist.id or run.year != checklist.fiscal_year or len(run.keys) < _MOST * len(checklist.items):
        return False
    own = [opener.line for opener in run.openers]
    first, last = own[0].index, own[-1].index
    titled = {line.index for line in own}
    beside = [line.text for line in lines[max(first - _LINES_ABOVE, 0) : last + 1] if line.index not in titled]
    titles_said = {opener.title for opener in run.openers}
    about = any(_ABOUT_ITEMS.search(text) for text in beside if text not in titles_said)
    figures = sum(1 for line in lines[first:last] if line.index not in titled and _FIGURE.match(line.text))
    holder = next((one for one in own[0].above if all(one in line.above for line in own)), None)
    return not about and figures < _FEWEST_FIGURES and holder is not None and not _can_be_clicked(holder)


def _can_be_clicked(holder: HtmlElement) -> bool:
    return any(
        element.tag in _CLICKED or element.get("onclick") or element.get("role") == "button"
        for element in holder.iter()
        if isinstance(element.tag, str)
    )

"""October to September in a line: a whole fiscal year, and no list of a month, though it says เดือน before a month."""

from __future__ import annotations

from oit_checker.patterns import regex

_BE = r"(?:พ\.?ศ\.?)?(?:25)?"
_SPAN = regex(
    rf"(?P<each>ราย|ประจา|รอบ|ทุก|แต่ละ)?(?P<first>เดือน)?(?:ตุลาคม|ต\.?ค\.?)(?:{_BE}(?P<year>\d\d))?"
    rf"(?:-+|ถึง|จนถึง)(?:วันที่)?(?:30)?(?P<last>เดือน)?(?:กันยายน|ก\.?ย\.?){_BE}(?P<year2>\d\d)(?!\d)"
)


def months_of_whole_year(folded: str) -> frozenset[int]:
    """Where เดือน stands in a folded line only because the first or last month of a fiscal year follows it.

    ตั้งแต่เดือนตุลาคม 2567 – กันยายน 2568 is a year; ประจำเดือนตุลาคม 2567 – กันยายน 2568 is its months one by one.
    """
    starts: set[int] = set()
    for span in _SPAN.finditer(folded):
        is_one_year = span["year"] is None or int(span["year2"]) == int(span["year"]) + 1
        if is_one_year and span["each"] is None:
            starts.update(span.start(word) for word in ("first", "last") if span[word])
    return frozenset(starts)

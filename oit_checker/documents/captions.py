"""Where the captions of a sheet end and its table begins."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.documents.table_heads import Cells, depth_of

_CAPTION_CELLS = 2  # of a line above a table
_MOST_PAIRS = 3  # such lines; more are a table of two columns


def split_captions(
    rows: Sequence[tuple[str, ...]], cells: Sequence[Cells] = ()
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Lines of a single filled cell above the table are its captions: "แผนการจัดซื้อจัดจ้าง ปี 2569".

    So are a few of two cells above a head that is wider: "แบบ สขร.1 | หน้า 1/2", "ปีงบประมาณ พ.ศ. | 2569"; not where the
    wider line is the second one of their own head: "เดือน | จำนวนเรื่อง" over "ทั้งหมด | แล้วเสร็จ". cells are as for a table.
    """
    captions: list[str] = []
    head = _wide_head(rows)
    for place, row in enumerate(rows):
        filled = [cell for cell in dict.fromkeys(row) if cell]
        if len(filled) > (_CAPTION_CELLS if place < head else 1):
            return captions, list(rows[place:])
        if len(filled) > 1 and depth_of(rows[place:], cells[place:]) > 1:
            return captions, list(rows[place:])
        if filled:
            captions.append(" ".join(filled))
    return captions, []


def _wide_head(rows: Sequence[tuple[str, ...]]) -> int:
    """Where the first row of a wider table stands; 0 where figures, or more than a few lines of two cells, precede."""
    pairs = 0
    for place, row in enumerate(rows):
        filled = [cell for cell in dict.fromkeys(row) if cell]
        if len(filled) > _CAPTION_CELLS:
            return place
        pairs += len(filled) > 1
        if pairs > _MOST_PAIRS or (len(filled) > 1 and filled[0][0].isdigit()):
            return 0
    return 0

"""What a reader sees of a Word file, in its order: in controls, text boxes, tracked changes, heads and feet too.

python-docx gives the runs that lie directly in paragraphs that lie directly in the body. Offices type titles into text
boxes and cover-page controls, years into running heads, and send files with their changes tracked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag")))
"""Elements around blocks, rows, cells or runs that a reader does not see."""
_GONE = frozenset((qn("w:del"), qn("w:moveFrom"), f"{_MARKUP}Fallback"))
_BOX = qn("w:txbxContent")
_TEXT = qn("w:t")
_UNSEEN = tuple(map(qn, ("w:vanish", "w:strike", "w:dstrike")))
"""Marks of a run that is hidden, or struck out."""
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_RUN, _OFF = qn("w:r"), frozenset(("0", "false", "off"))
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")

Row = tuple[str, ...]


def blocks_of(element: Any) -> Iterator[Any]:
    """The paragraphs and tables in a body, cell, head or text box; those of a text box before its own paragraph."""
    for child in _inside(element, (_PARAGRAPH, _TABLE)):
        if child.tag == _PARAGRAPH:
            for box in _boxes(child):
                yield from blocks_of(box)
        yield child


def is_table(block: Any) -> bool:
    return bool(block.tag == _TABLE)


def text_of(element: Any) -> str:
    """The text that is shown in a paragraph, without what is hidden or struck out, was deleted, or stands in boxes."""
    return "".join(_texts(element))


def runs_of(paragraph: Any) -> Iterator[tuple[str, bool]]:
    """The text of each run, and whether it is set bold."""
    for run in paragraph.iter(_RUN):
        if _is_unseen(run):
            continue
        bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
        yield text_of(run), bold is not None and bold.get(qn("w:val")) not in {"0", "false"}


def cells_of(table: Any) -> Iterator[list[Any]]:
    """The cells of each row, one for each column; one that is merged stands in all of its columns and rows."""
    above: list[Any] = []
    for row in _inside(table, (_ROW,)):
        if row.find(f"{qn('w:trPr')}/{qn('w:hidden')}") is not None:
            continue
        cells: list[Any] = []
        for cell in _inside(row, (_CELL,)):
            shown = above[len(cells)] if _goes_on(cell) and len(cells) < len(above) else cell
            cells += [shown] * _columns(cell)
        yield cells
        above = cells


def text_in(cell: Any) -> str:
    """All text of a cell, of tables inside it too."""
    parts = (
        " ".join(text_in(inner) for row in cells_of(block) for inner in dict.fromkeys(row))
        if is_table(block)
        else text_of(block)
        for block in blocks_of(cell)
    )
    return "\n".join(filter(None, parts))


def heads_of(document: Any) -> list[Any]:
    """The running heads of the first section: that of its first page, and that of the pages after it."""
    section = document.sections[0] if len(document.sections) else None
    return [] if section is None else _own(section.first_page_header, section.header)


def feet_of(document: Any) -> list[Any]:
    section = document.sections[0] if len(document.sections) else None
    return [] if section is None else _own(section.first_page_footer, section.footer)


def _own(*parts: Any) -> list[Any]:
    return [part._element for part in parts if not part.is_linked_to_previous]


def _inside(element: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tags)


def _boxes(paragraph: Any) -> list[Any]:
    """The text boxes of a paragraph; Word writes each a second time, for programs that do not know the first form."""
    boxes = list(paragraph.iter(_BOX))
    first = [box for box in boxes if not any(outer.tag in _GONE for outer in box.iterancestors())]
    return [box for box in first or boxes if not any(outer.tag == _BOX for outer in box.iterancestors())]


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _GONE and child.tag != _BOX and child.tag != qn("w:pPr") and not _is_unseen(child):
            yield from _texts(child)


def unseen_in(element: Any) -> str:
    """The words of runs that are hidden or struck out."""
    return " ".join(text for run in element.iter(_RUN) if _is_unseen(run) and (text := text_of(run)))


def _is_unseen(element: Any) -> bool:
    looks = element.find(qn("w:rPr")) if element.tag == _RUN else None
    marks = (looks.find(name) for name in _UNSEEN) if looks is not None else ()
    return any(mark is not None and mark.get(qn("w:val")) not in _OFF for mark in marks)


def _goes_on(cell: Any) -> bool:
    """Whether a cell is the lower part of one that is merged downwards."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) != "restart"


def _columns(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    number = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(int(number), 60) if number.isdigit() else 1

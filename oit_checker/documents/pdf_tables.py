"""The tables of a PDF, read by position over all its pages, and the names of columns that nobody has filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from oit_checker.documents.header_lines import columns_of
from oit_checker.documents.pdf_cells import Grid, Head, Row
from oit_checker.empty_columns import empty_columns
from oit_checker.model.page import Table
from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.text import all_places, fold

MOST_OF_DOCUMENT = 20_000
"""Cells of one document that are kept; a table that goes on beyond is not told."""
_LEAST_FILLED = 1  # columns of a table in which something stands
_LEAST_IN_COMMON = 2  # names by which a head is known where it is repeated

Parts = tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Kept:
    """A table so far: where it began, the parts of its head, its rows, and the pages on which its head stands."""

    page_no: int
    head: Head
    rows: list[Row]
    headed: list[int] = field(default_factory=list)
    is_whole: bool = True

    @property
    def table(self) -> Table:
        return Table(self.head.names, tuple(self.rows), page_no=self.page_no)

    def empty(self) -> set[int]:
        """The columns in which nothing stands; none where the table is not known to its end, or has hardly any rows."""
        filled = sum(any(column) for column in zip(*self.rows, strict=True))
        if not self.is_whole or filled < _LEAST_FILLED:
            return set()
        return {column for column, _ in empty_columns(self.table)}


class TableReader:
    """Takes the tables of page after page; one that goes on over the page, with or without its head, is one table."""

    def __init__(self, most_cells: int = MOST_OF_DOCUMENT) -> None:
        self._kept: list[_Kept] = []
        self._open: _Kept | None = None
        self._left = most_cells

    def take(self, page_no: int, grids: Sequence[Grid]) -> None:
        """The tables of a page in order, from the top."""
        going_on, self._open = self._open, None
        for number, grid in enumerate(grids):
            self._open = self._take(page_no, grid, going_on if number == 0 else None)

    def pass_over(self) -> None:
        """A page on which nothing can be told: what goes on there is not known to its end."""
        if self._open is not None:
            self._open.is_whole = False
        self._open = None

    def tables(self) -> tuple[Table, ...]:
        """All tables that are known to their end."""
        return tuple(kept.table for kept in self._kept if kept.is_whole)

    def blank_names(self, page_no: int, names: Sequence[str]) -> frozenset[str]:
        """Of the names of a head on a page those of columns in which nothing stands in any table with that head."""
        heads = [kept for kept in self._kept if page_no in kept.headed and _holds(kept.head, names)]
        blank = [frozenset(name for name in names if _is_only_of(name, kept.head, kept.empty())) for kept in heads]
        return frozenset.intersection(*blank) if blank else frozenset()

    def empty(self, page_no: int) -> Iterator[tuple[Parts, frozenset[str]]]:
        """For each head on a page: its parts, and those that only name columns in which nothing stands."""
        for kept in self._kept:
            empty = kept.empty() if page_no in kept.headed else set()
            if empty:
                parts = kept.head.parts
                of_filled = {part for column, own in enumerate(parts) if column not in empty for part in own}
                yield parts, frozenset(part for column in empty for part in parts[column]) - of_filled

    def _take(self, page_no: int, grid: Grid, going_on: _Kept | None) -> _Kept | None:
        head = grid.head()
        if going_on is not None:
            is_repeated = head is not None and _same(head.names, going_on.head.names)
            is_other = head is not None and not is_repeated and bool(columns_of(" ".join(head.names)))
            rows = None if is_other else grid.rows_under(going_on.head.edges, head.below if head and is_repeated else 0)
            if rows is not None:
                self._add(going_on, rows)
                going_on.headed += [page_no] if is_repeated else []
                return going_on
        rows = grid.rows_under(head.edges, head.below) if head is not None else None
        if head is None or rows is None:
            return None
        kept = _Kept(page_no, head, [], [page_no])
        self._kept.append(kept)
        self._add(kept, rows)
        return kept

    def _add(self, kept: _Kept, rows: Sequence[Row]) -> None:
        self._left -= len(rows) * len(kept.head.parts)
        if self._left < 0:
            kept.is_whole = False
            kept.rows = []
        elif kept.is_whole:
            kept.rows += rows


def without_parts(lines: Sequence[str], parts: Parts, cut: Iterable[str]) -> list[str]:
    """The lines of a page without some names of a table's head; each is told by what stands next to it in the head."""
    text = "\n".join(lines)
    mapped = fold_mapped(text)
    order = [fold(part) for part in dict.fromkeys(chain.from_iterable(parts))]
    spans: list[tuple[int, int]] = []
    for name in map(fold, cut):
        beside = _edges_beside(name, order, mapped.text)
        places = ((_far_from(beside, at, at + len(name)), at) for at in all_places(mapped.text, name))
        _, nearest = min(places, default=(0, -1))
        spans += [mapped.span(nearest, nearest + len(name))] if nearest >= 0 else []
    for start, end in spans:
        blank = "".join(char if char == "\n" else " " for char in text[start:end])
        text = text[:start] + blank + text[end:]
    return text.split("\n")


def _holds(head: Head, names: Iterable[str]) -> bool:
    text = fold(" ".join(head.names))
    return all(fold(name) in text for name in names)


def _is_only_of(name: str, head: Head, columns: Collection[int]) -> bool:
    """Whether a name stands over some of these columns of a head, and over no other."""
    over = {column for column, parts in enumerate(head.names) if fold(name) in fold(parts)}
    return bool(over) and over <= set(columns)


def _edges_beside(name: str, order: Sequence[str], text: str) -> list[int]:
    """Where the names before and after one in a head end and begin in a folded text."""
    pairs = list(pairwise(order))
    ends = [at + len(before) for before, after in pairs if after == name for at in all_places(text, before)]
    return ends + [at for before, after in pairs if before == name for at in all_places(text, after)]


def _far_from(edges: Sequence[int], start: int, end: int) -> int:
    return min((min(abs(start - edge), abs(end - edge)) for edge in edges), default=0)


def _same(one: Row, other: Row) -> bool:
    """Whether a head is the other once more."""
    if len(one) != len(other):
        return False
    same = sum(bool(a) and fold(a) == fold(b) for a, b in zip(one, other, strict=True))
    return same >= _LEAST_IN_COMMON and 2 * same > sum(map(bool, other))

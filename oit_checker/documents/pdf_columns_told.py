"""Columns of a PDF's tables that nobody has filled in, by two readings: cells between lines, and places of text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from oit_checker.documents.header_lines import Head
from oit_checker.documents.pdf_columns import ColumnWatch
from oit_checker.documents.pdf_grid import grids_of
from oit_checker.documents.pdf_open_tables import OpenTableReader
from oit_checker.documents.pdf_places import Placed
from oit_checker.documents.pdf_tables import TableReader
from oit_checker.model.page import Table


@dataclass(frozen=True, slots=True)
class Columns:
    """What is told of columns: of tables whose cells stand between lines by their cells, of others by their heads."""

    reader: TableReader = field(default_factory=TableReader)
    watch: ColumnWatch = field(default_factory=ColumnWatch)
    without_lines: OpenTableReader = field(default_factory=OpenTableReader)

    def look(
        self, page: Any, placed: Placed, raw: str, page_no: int, heads: tuple[Head, ...], *, is_good: bool
    ) -> None:
        """Look at one page; raw is empty where places in its text are not known, is_good tells that it can be read."""
        grids = grids_of(placed) if is_good and not page.get_rotation() else None
        if grids is None:
            self.reader.pass_over()
        else:
            self.reader.take(page_no, grids)
        ruled = [place for grid in grids or () if (place := grid.head_place()) is not None]
        self.watch.look(page, placed, raw, page_no, heads, ruled)
        self.without_lines.look(placed, raw if grids is not None else "", page_no)

    def tables(self) -> tuple[Table, ...]:
        """The tables of which the cells are known, between lines or by their places."""
        return (*self.reader.tables(), *self.without_lines.tables())

    def empty(self, page_no: int, head: Head) -> tuple[str, ...]:
        """The names of a head's columns that nobody has filled in: by their places, else by the cells of the table."""
        by_places, by_cells = self.watch.empty(page_no, head), self.reader.blank_names(page_no, head.names)
        decided = self.watch.decided(page_no, head)
        return tuple(name for name in head.names if name in (by_places if name in decided else by_cells))

    def disputed(self, page_no: int, head: Head) -> tuple[str, ...]:
        """The names of columns whose cells are all blank, though text seems to stand below: a person must look."""
        blank = self.reader.blank_names(page_no, head.names) - set(self.empty(page_no, head))
        return tuple(name for name in head.names if name in blank)

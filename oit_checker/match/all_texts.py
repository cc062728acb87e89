"""All that a document says, wherever in it."""

from __future__ import annotations

from collections.abc import Iterator

from oit_checker.model.page import Page


def all_texts(page: Page) -> Iterator[str]:
    """Its title, its passages and the cells of its tables."""
    yield page.title or ""
    yield from (passage.text for passage in page.passages)
    yield from (cell for table in page.tables for row in (table.header, *table.rows) for cell in row)

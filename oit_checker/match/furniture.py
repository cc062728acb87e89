"""What stands on most pages of a site alike: its furniture (footer, banners), which no page shows as its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from oit_checker.model.page import Link, Page, Passage, Table
from oit_checker.thai.text import squeeze

FEWEST_PAGES = 3
SAMPLE = 12


@dataclass(frozen=True, slots=True)
class Furniture:
    """Texts, tables and link addresses that most pages repeat, and how many pictures and form fields each page has."""

    texts: frozenset[str] = frozenset()
    tables: frozenset[Table] = frozenset()
    links: frozenset[tuple[str, str]] = frozenset()
    pictures: int = 0
    fields: int = 0

    def without(self, page: Page) -> Page:
        """The page without the furniture."""
        if not self.texts and not self.links:
            return page
        return replace(
            page,
            passages=tuple(passage for passage in page.passages if _text(passage) not in self.texts),
            tables=tuple(table for table in page.tables if table not in self.tables),
            links=tuple(link for link in page.links if _key(link) not in self.links),
            pictures=max(0, page.pictures - self.pictures),
            fields=0 if page.fields <= self.fields else page.fields,
        )


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """Say what most of the pages have in common; nothing can be said from fewer than FEWEST_PAGES."""
    if len(pages) < FEWEST_PAGES:
        return Furniture()
    most = max(FEWEST_PAGES, (len(pages) + 1) // 2)
    texts = Counter(text for page in pages for text in {_text(passage) for passage in page.passages})
    tables = Counter(table for page in pages for table in set(page.tables))
    links = Counter(key for page in pages for key in {_key(link) for link in page.links})
    return Furniture(
        frozenset(text for text, count in texts.items() if count >= most),
        frozenset(table for table, count in tables.items() if count >= most),
        frozenset(key for key, count in links.items() if count >= most),
        min(page.pictures for page in pages),
        min(page.fields for page in pages),
    )


def _text(passage: Passage) -> str:
    return squeeze(passage.text)


def _key(link: Link) -> tuple[str, str]:
    return link.url, squeeze(link.text)

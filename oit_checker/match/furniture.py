"""What stands on most pages of a site alike: its furniture (footer, banners), which no page shows as its own.

Furniture is a passage in its place: where a page says the words of a menu once more than other pages do, that is its
own heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median_low

from oit_checker.model.page import Link, Page, Passage, Table
from oit_checker.thai.text import squeeze

FEWEST_PAGES = 3
SAMPLE = 12


@dataclass(frozen=True, slots=True)
class Furniture:
    """Texts, tables and link addresses that most pages repeat, and how many pictures and form fields each page has.

    texts tell how many times a page has each.
    """

    texts: Mapping[str, int] = field(default_factory=dict)
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
            passages=tuple(self._own(page.passages)),
            tables=tuple(table for table in page.tables if table not in self.tables),
            links=tuple(link for link in page.links if _key(link) not in self.links),
            pictures=max(0, page.pictures - self.pictures),
            fields=0 if page.fields <= self.fields else page.fields,
        )

    def _own(self, passages: Sequence[Passage]) -> Iterator[Passage]:
        texts = [_text(passage) for passage in passages]
        places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            if text in self.texts:
                places.setdefault(text, []).append(place)
        followed = {place for place, text in enumerate(texts[1:]) if text not in self.texts}
        kept: set[int] = set()
        for text, where in places.items():
            if (more := len(where) - self.texts[text]) > 0:  # a heading, or what stands right above the page's matter
                where.sort(key=lambda place: (not passages[place].is_heading, place not in followed))
                kept.update(where[:more])
        return (passage for place, passage in enumerate(passages) if texts[place] not in self.texts or place in kept)


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """Say what most of the pages have in common; nothing can be said from fewer than FEWEST_PAGES."""
    if len(pages) < FEWEST_PAGES:
        return Furniture()
    most = max(FEWEST_PAGES, (len(pages) + 1) // 2)
    texts: dict[str, list[int]] = {}
    for page in pages:
        for text, times in Counter(map(_text, page.passages)).items():
            texts.setdefault(text, []).append(times)
    tables = Counter(table for page in pages for table in set(page.tables))
    links = Counter(key for page in pages for key in {_key(link) for link in page.links})
    return Furniture(
        {text: median_low(times) for text, times in texts.items() if len(times) >= most},
        frozenset(table for table, count in tables.items() if count >= most),
        frozenset(key for key, count in links.items() if count >= most),
        min(page.pictures for page in pages),
        min(page.fields for page in pages),
    )


def _text(passage: Passage) -> str:
    return squeeze(passage.text)


def _key(link: Link) -> tuple[str, str]:
    return link.url, squeeze(link.text)

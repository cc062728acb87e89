"""Whether a web page shows something itself, only leads on to files, or holds nothing but its title."""

from __future__ import annotations

from enum import StrEnum

from oit_checker.model.page import Page, PageKind
from oit_checker.thai.text import squeeze

FEW_LETTERS = (
    80  # own words of a page below which it shows nothing itself; an address with a telephone number is longer
)


class Substance(StrEnum):
    """CONTENT shows something itself; COVER only leads on; HOLLOW holds a title and nothing to go on to."""

    CONTENT = "content"
    COVER = "cover"
    HOLLOW = "hollow"


def substance_of(page: Page, home: Page | None) -> Substance:
    """Say what a page is worth by itself; home is the site's home page, whose words a thin page repeats."""
    if page.kind is not PageKind.HTML or page.unreadable is not None or page.tables or page.fields:
        return Substance.CONTENT
    repeated = (
        {squeeze(passage.text) for passage in home.passages} if home is not None and home.url != page.url else set()
    )
    at_home = {link.url for link in home.links} if home is not None else set()
    links = [link for link in page.links if link.url and not link.in_menu and link.url not in {page.url, *at_home}]
    own = {squeeze(passage.text) for passage in page.passages if not passage.is_heading}
    of_links = {squeeze(link.text) for link in page.links}
    letters = sum(len(text) for text in own - of_links)
    if letters >= FEW_LETTERS and sum(len(text) for text in own - of_links - repeated) >= min(
        FEW_LETTERS, letters // 4
    ):
        return Substance.CONTENT
    if page.pictures:
        return Substance.CONTENT
    return Substance.COVER if links else Substance.HOLLOW

"""What an agency's own ITA list says: which title, under which code, with which links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oit_checker.model.page import Link

Prefix = Literal["O", "MOIT", "EB"]
UNKNOWN = "unknown"
"""The instrument of a list that no known list explains."""


@dataclass(frozen=True, slots=True)
class HubEntry:
    """One line of the list.

    code is canonical in the list's own numbering (O10, MOIT2) and corrected where
    the page misprints it; code_printed is what the page shows ("010", "OIT 1").
    Both are None where only a title stands; where a shortened title tells the code
    by its place in the list, only code_printed is. group is the heading above. text is
    what the list itself tells under the item, outside links (an address in an
    accordion panel), pictures how many it shows there, fields how many a form for visitors has there.
    """

    code: str | None
    code_printed: str | None
    title: str
    links: tuple[Link, ...]
    group: str | None = None
    text: tuple[str, ...] = ()
    pictures: int = 0
    fields: int = 0


@dataclass(frozen=True, slots=True)
class HubBlock:
    """The list of one year.

    fiscal_year is None where nothing names it; heading are the words that do.
    instrument is the id of the known list whose numbering the block follows: the
    checklist's own id, the id of one of its other lists, or "unknown". notes are
    Thai sentences for the officer.
    """

    fiscal_year: int | None
    heading: str | None
    instrument: str
    prefix: Prefix
    entries: tuple[HubEntry, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hub:
    """A page on which the agency lists its items, one block per year.

    by_choice: it stood so after something was chosen on it that its address does not carry.
    """

    url: str
    title: str | None
    blocks: tuple[HubBlock, ...]
    by_choice: bool = False

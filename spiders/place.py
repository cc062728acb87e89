"""A page that is to be asked for, as the queue and all who hand it on know it."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A page to ask for.

    key is the same for all spellings of its address; late: its shape has had its share. doubtful: nothing but pages
    without a word of their own led to it so far.
    """

    url: str
    key: str
    depth: int
    parent: str | None
    score: int
    late: bool = False
    doubtful: bool = False

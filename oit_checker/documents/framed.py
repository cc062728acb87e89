"""The menus, header and footer of a page: which passages are theirs, and what they tell of how to reach its owner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from oit_checker.model.page import Passage
from oit_checker.patterns import regex

_REACHES = regex(r"@|โทร|ถนน|หมู่|\btel|\d{3}|[๐-๙]{3}", re.IGNORECASE)
_MOST_LINES = 40


@lru_cache(maxsize=64)  # the pages of a site have one header and one footer
def may_reach(text: str) -> bool:
    """Whether a text may tell how to reach somebody: an e-mail address, a telephone, a postal code, a street."""
    return _REACHES.search(text) is not None


def lines_that_reach(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages of a frame that may tell how to reach the owner of the page."""
    return tuple(islice((passage for passage in passages if may_reach(passage.text)), _MOST_LINES))


def with_frame_marked(whole: Iterable[Passage], content: Iterable[Passage]) -> Iterator[Passage]:
    """The passages of a page that has next to no text; those that it has only in its frame are marked.

    content are its passages without menus, header and footer.
    """
    own = Counter(passage.text for passage in content)
    for passage in whole:
        if own[passage.text]:
            own[passage.text] -= 1
            yield passage
        else:
            yield replace(passage, in_frame=True)

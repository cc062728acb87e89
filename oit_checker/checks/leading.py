"""The headings that lead to what stands below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oit_checker.checks.chunks import Chunk


def leading(chunk: Chunk, fold: Callable[[str], str], other: Sequence[str]) -> list[str]:
    """The folded headings over a chunk, the nearest first.

    A heading speaks for all that stands below it, unless one between says that another thing begins (other, folded):
    under หลักเกณฑ์การบริหารงานบุคคล the part called แผนพัฒนาบุคลากร holds a plan.
    """
    between = fold(chunk.text) if chunk.is_heading else ""
    headings = list[str]()
    for text in dict.fromkeys((chunk.heading or "", *reversed(chunk.above))):
        if any(word in between for word in other):
            break
        between = fold(text)
        headings.append(between)
    return headings

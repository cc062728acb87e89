"""Where words stand that make what stands beside them something else, and how far they reach."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.thai.text import fold

ORDER_ENDS = fold("สั่ง ณ วันที่")
"""What an order lays on people ends with its date; the paragraphs after it are their own."""
_APPENDED = fold("แนบท้าย")  # unless the order goes on in a list after its date


@dataclass(frozen=True, slots=True)
class Beside:
    """Where words stand in one part of a page: places in the folded text, those of table heads among them.

    is_sure: they belong to all of the part, being in the heading above it or in the same table. ends are the places
    among them where the date of an order ends it.
    """

    is_sure: bool
    places: tuple[int, ...]
    heads: tuple[int, ...]
    ends: tuple[int, ...] = ()

    def of(self, folded: str, begins: int, start: int) -> tuple[int, ...]:
        """The places of the words that may speak of what stands at `start`, in a paragraph that begins at `begins`.

        None of those of an order that ended in a paragraph before it, unless another one begins between them.
        """
        end = next((at for at in reversed(self.ends) if at < begins), None)
        if end is None or _APPENDED in folded[end:start]:
            return self.places
        later = tuple(at for at in self.places if at > end)
        begins_after = bool(later) and later[0] > start and later[0] not in self.ends
        return () if begins_after else later

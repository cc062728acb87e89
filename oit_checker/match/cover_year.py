"""Last year's document in this year's cover: the cover names a year that nothing inside names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.matter import Matter
from oit_checker.match.title_lines import TITLE_LINES
from oit_checker.match.years import DROWNED, YearFound
from oit_checker.model.page import PageKind
from oit_checker.thai.dates import YearMention
from oit_checker.thai.digits import arabic_digits

_FIRST_PLACES = {"ชื่อเอกสาร", "หน้า 1"}
_OWN = {"fiscal", "year", "month", "quarter"}


def seen_inside(
    found: YearFound, matter: Matter, years: Callable[[], Iterable[tuple[Chunk, YearMention]]]
) -> YearFound:
    """The year of the cover, or none and a doubt where the inside speaks of an earlier one throughout and never of it.

    years gives the years that the text names as its own; it is asked only where the year's figures are nowhere inside.
    """
    inside = _inside(matter)
    if found.be is None or found.basis != "title" or not inside:
        return found
    if any(str(found.be) in arabic_digits(chunk.text) for chunk in inside):
        return found
    kept = {id(chunk) for chunk in inside}
    named = [mention for chunk, mention in years() if id(chunk) in kept]
    if any(mention.be <= found.be <= (mention.last_be or mention.be) for mention in named):
        return found
    earlier = Counter(mention.be for mention in named if mention.form in _OWN and mention.be < found.be)
    be, count = next(iter(earlier.most_common(1)), (None, 0))
    if be is None or count < DROWNED:
        return found
    words = next(mention.quote for mention in named if mention.be == be and mention.form in _OWN)
    doubt = f"ปกระบุ “{found.quote}” แต่เนื้อในกล่าวถึงปี {be} ({count} แห่ง เช่น “{words}”) และไม่กล่าวถึงปี {found.be} เลย"
    return YearFound(None, "none", None, doubt)


def _inside(matter: Matter) -> Sequence[Chunk]:
    """What stands after the first page, or after the title lines where pages are not known; tables are inside."""
    if matter.page.kind is PageKind.HTML:
        return ()
    if matter.page.kind is PageKind.PDF:
        return [chunk for chunk in matter.chunks if chunk.place not in _FIRST_PLACES]
    return matter.chunks[TITLE_LINES + 1 :]

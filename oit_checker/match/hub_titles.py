"""The titles of all lists we know, and which of them a printed title is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from oit_checker.match.hub_types import UNKNOWN, Prefix
from oit_checker.match.hub_words import ALIKE, SURE, alike, bare, likeness, share_of
from oit_checker.model.checklist import Checklist, Item
from oit_checker.patterns import regex

_FEWEST_PAIRS = 3
_LEAST_SHARE = 0.5
_FEWEST_SHORTENED = 5
_LEAST_SHORTENED = 0.4  # under another list's numbers titles of an older year reach 0.1 to 0.2, of the year before 0.5
_PLAINLY = 0.1
_CODE = regex(r"([A-Z]+)0*([0-9]+)\Z")
_REMARK = regex(r"\s*\([^()]*\)\s*\Z")


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """A title of a known list; topic is None where the checklist has no item for it."""

    list_id: str
    prefix: Prefix
    number: int
    title: str
    topic: str | None
    bare: str


@dataclass(frozen=True, slots=True)
class Likely:
    """A known title and how like the printed one it is."""

    known: KnownTitle
    likeness: float


class Titles:
    """All titles of a checklist and its other lists."""

    def __init__(self, checklist: Checklist) -> None:
        self.checklist = checklist
        self.known = tuple(_known_titles(checklist))
        self._by_number: dict[tuple[str, str, int], list[KnownTitle]] = {}
        for known in self.known:
            self._by_number.setdefault((known.list_id, known.prefix, known.number), []).append(known)
        self._of: defaultdict[tuple[str | None, str | None], list[KnownTitle]] = defaultdict(list)
        for known in self.known:
            for key in ((None, None), (None, known.prefix), (known.list_id, known.prefix)):
                self._of[key].append(known)
        self._lists = {(known.list_id, known.prefix): None for known in self.known}
        self._items = {topic: item for item in reversed(checklist.items) for topic in item.topics}
        self._alternatives = self._titles_of_each()
        self._exact = {known.bare: known.topic or known.title for known in self.known if known.bare}
        self._remembered: dict[tuple[str, Prefix | None], Likely | None] = {}

    def best(self, title: str, prefix: Prefix | None = None) -> Likely | None:
        """The known title most like `title`; at equal likeness the checklist's own, then the longest."""
        key = (title, prefix)
        if key not in self._remembered:
            self._remembered[key] = self._best(bare(title), prefix)
        return self._remembered[key]

    def _best(self, printed: str, prefix: Prefix | None) -> Likely | None:
        likely = self._alike(printed, self._of[None, prefix], ALIKE)
        own = self.checklist.id
        return max(likely, key=lambda one: (one.likeness, one.known.list_id == own, len(one.known.bare)), default=None)

    @staticmethod
    def _alike(printed: str, among: Sequence[KnownTitle], least: float) -> Iterator[Likely]:
        return (Likely(among[at], score) for at, score in alike(printed, [known.bare for known in among], least))

    def exactly(self, printed: str) -> str | None:
        """The topic (the title where there is none) of the known title that is letter for letter this bare one."""
        return self._exact.get(printed)

    def is_known(self, title: str, at_least: float = SURE) -> bool:
        likely = self.best(title)
        return likely is not None and likely.likeness >= at_least

    def has_both(self, head: str, part: str) -> bool:
        """Whether a known title begins with one bare text and holds another: a title broken over two lines."""
        return bool(head) and any(known.bare.startswith(head) and part in known.bare for known in self.known)

    def likeness_at(self, list_id: str, prefix: str, number: int, title: str) -> float:
        """How like `title` is to what a list calls its item of that number; 0 where it has no such item."""
        printed = bare(title)
        return max(
            (likeness(printed, known.bare) for known in self._by_number.get((list_id, prefix, number), ())), default=0.0
        )

    def _titles_of_each(self) -> dict[tuple[str, str, int], tuple[str, ...]]:
        """The bare titles, in all lists, of the matter that a list has under a number."""
        own = {item.code: set(item.topics) for item in self.checklist.items}
        named: dict[str, list[str]] = {}
        for known in self.known:
            named.setdefault(known.topic or known.title, []).append(known.bare)
        each: dict[tuple[str, str, int], tuple[str, ...]] = {}
        for (list_id, prefix, number), of in self._by_number.items():
            topics = {known.topic or known.title for known in of}
            if list_id == self.checklist.id:
                topics |= own.get(f"{prefix}{number}", set())
            each[list_id, prefix, number] = tuple(title for topic in sorted(topics) for title in named.get(topic, ()))
        return each

    def closeness_at(self, list_id: str, prefix: str, number: int, title: str) -> float:
        """How far `title` may be a shortened form of what a list has under that number, 0..1."""
        return _closest(bare(title), self._alternatives.get((list_id, prefix, number), ()))

    def closeness_to(self, item: Item, title: str) -> float:
        """How far `title` may be a shortened form of an item's title, 0..1."""
        written = _CODE.match(item.code)
        return self.closeness_at(self.checklist.id, written[1], int(written[2]), title) if written is not None else 0.0

    def any_list_says(self, prefix: str, number: int, title: str) -> bool:
        """Whether some list calls its item of that number so."""
        return any(
            self.likeness_at(list_id, prefix, number, title) >= ALIKE for list_id, of in self._lists if of == prefix
        )

    def number_in(self, list_id: str, prefix: str, title: str) -> int | None:
        """The number under which a list has `title`, where it surely has it."""
        sure = self._alike(bare(title), self._of[list_id, prefix], SURE)
        return max(((one.likeness, one.known.number) for one in sure), default=(0.0, None))[1]

    def instrument_of(self, pairs: Sequence[tuple[str, int, str]]) -> str:
        """The list that explains most (prefix, number, title) pairs, or "unknown".

        At least three titles and half of all must stand under their number; the
        checklist's own list wins a tie.
        """
        titled = [pair for pair in pairs if pair[2]]
        scores: dict[str, float] = {}
        for list_id, prefix in self._lists:
            found = [self.likeness_at(list_id, prefix, number, title) for of, number, title in titled if of == prefix]
            right = [score for score in found if score >= ALIKE]
            if len(right) >= max(_FEWEST_PAIRS, _LEAST_SHARE * len(titled)):
                scores[list_id] = sum(right)
        own = self.checklist.id
        return max(scores, key=lambda one: (scores[one], one == own), default=UNKNOWN)

    def instrument_in_order(self, pairs: Sequence[tuple[str, int, str]], *, is_this_years: bool = True) -> str:
        """The list whose numbers shortened titles follow, or "unknown".

        A short title is weakly like many, but a whole list of them is steadily like one list under its numbers:
        the titles of five items at least must on average stand to two fifths in that list's, and more than in any
        other's. The checklist's own list wins a tie where the page says its year; else it must be plainly the best.
        """
        titled = [pair for pair in pairs if pair[2]]
        if len({pair[1] for pair in titled}) < _FEWEST_SHORTENED:
            return UNKNOWN
        fits: dict[str, float] = {}
        for list_id, prefix in self._lists:
            found = [self.closeness_at(list_id, prefix, number, title) for of, number, title in titled if of == prefix]
            fits[list_id] = sum(found) / len(titled)
        own = self.checklist.id
        best, *others = sorted(fits, key=lambda one: (-fits[one], one != own))
        is_plain = is_this_years or not others or fits[best] - fits[others[0]] >= _PLAINLY
        return best if is_plain and fits[best] >= _LEAST_SHORTENED else UNKNOWN

    def length_of(self, list_id: str) -> int:
        """The highest number of a list of ours."""
        return max((number for of, prefix, number in self._by_number if of == list_id and prefix == "O"), default=0)

    def list_ids(self, prefix: str) -> tuple[str, ...]:
        """The known lists of that prefix."""
        return tuple(list_id for list_id, of in self._lists if of == prefix)

    def name_of(self, list_id: str) -> str | None:
        """The Thai name of one of the other lists, without a remark in brackets at its end."""
        names = (other.name_th for other in self.checklist.other_lists if other.id == list_id)
        return next((_REMARK.sub("", name) for name in names), None)

    def only_list(self, prefix: str) -> str:
        """The id of the one list of a prefix, "unknown" where there are several or none."""
        ids = {other.id for other in self.checklist.other_lists if other.code_prefix == prefix}
        return ids.pop() if len(ids) == 1 else UNKNOWN

    def item_of(self, topic: str) -> Item | None:
        return self._items.get(topic)


@lru_cache(maxsize=32768)
def _closest(printed: str, alternatives: tuple[str, ...]) -> float:
    return max((share_of(printed, known) for known in alternatives), default=0.0)


def _known_titles(checklist: Checklist) -> Iterable[KnownTitle]:
    for item in checklist.items:
        for title in dict.fromkeys(t for t in (item.title_th, item.title_as_published) if t):
            yield from _known(checklist.id, item.code, title, item.topics[0])
    for other in checklist.other_lists:
        for code, (title, topic) in other.titles.items():
            yield from _known(other.id, code, title, topic, other.code_prefix)


def _known(list_id: str, code: str, title: str, topic: str | None, prefix: str | None = None) -> Iterable[KnownTitle]:
    written = _CODE.match(code.replace(" ", "").upper()) or _CODE.match(f"{prefix or 'O'}{code}")
    if written is None:
        return
    kept = cast(Prefix, prefix or written[1])
    if kept in {"O", "MOIT", "EB"}:
        yield KnownTitle(list_id, kept, int(written[2]), title, topic, bare(title))


_REMEMBERED: list[Titles] = []
_MOST_REMEMBERED = 4


def titles_of(checklist: Checklist) -> Titles:
    """The titles of a checklist, made once for the checklists of a run."""
    for titles in _REMEMBERED:
        if titles.checklist is checklist:
            return titles
    titles = Titles(checklist)
    _REMEMBERED.append(titles)
    del _REMEMBERED[:-_MOST_REMEMBERED]
    return titles

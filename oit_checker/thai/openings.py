"""How pages of one site begin alike: what their banner and menu say is folded, and looked through, once for all."""

from __future__ import annotations

import re
from typing import NamedTuple

from oit_checker.thai.phrases import Found, PhraseIndex, phrases_of
from oit_checker.thai.text import fold, letters_alike

# Between a sign of ASCII and a letter there is nothing that the fold could join, order or compose, and no abbreviation,
# but one that ends with the dot.
_SEAM = re.compile(r"[!-\-/-~]\s*(?=[0-9A-Za-zก-ฮ])")
_LEAST = 500  # letters alike; fewer are not worth the trouble
_MOST = 50_000  # letters of the last page that are kept
_OFTEN = 4  # pages on end that begin alike far beyond what is known
_BESIDE = 3  # letters around a phrase that say whether it is a word of its own


class Opening:
    """What pages begin with. Folded is what stands between its first and its last seam, whatever stands around it."""

    def __init__(self, text: str) -> None:
        seams = [seam.end() for seam in _SEAM.finditer(text)] or [0]
        self.text = text
        self.first, self.last = seams[0], seams[-1]
        self.folded = fold(text[self.first : self.last])
        self._found: Found | None = None

    def found(self, index: PhraseIndex) -> Found:
        """The phrases that are found in it, whatever stands around it. For one index only."""
        if self._found is None:
            self._found = {}
            index.collect(self.folded, self._found, 1, len(self.folded) - _BESIDE)
        return self._found


class Told(NamedTuple):
    """What a page tells, folded; where in it the opening begins, if it has one that is known."""

    folded: str
    at: int = 0
    opening: Opening | None = None

    def present(self, index: PhraseIndex) -> tuple[str, ...]:
        """As `index.present`."""
        folded, at, opening = self
        if opening is None or not index.is_local:
            return index.present(folded)
        reach = index.longest + _BESIDE
        found: Found = {}
        index.collect(folded, found, 0, min(at + reach, len(folded)))
        found.update(opening.found(index))
        index.collect(folded, found, max(at + len(opening.folded) - reach, 0), len(folded))
        return phrases_of(found)


class Openings:
    """Folds the texts of a site's pages, one after the other."""

    def __init__(self) -> None:
        self._known: Opening | None = None
        self._last = ""
        self._farther = 0

    def told(self, title: str, text: str) -> Told:
        """`fold` of title and text."""
        known = self._known
        if known is not None and text.startswith(known.text):
            before = fold(f"{title} {text[: known.first]}")
            told = Told(f"{before}{known.folded}{fold(text[known.last :])}", len(before), known)
            self._look_farther(known, text)
        else:
            told = Told(fold(f"{title} {text}"))
            self._learn(text)
        self._last = text[:_MOST]
        return told

    def _look_farther(self, known: Opening, text: str) -> None:
        """Take more for the opening where page after page has twice as much in common."""
        far = 2 * len(known.text)
        self._farther = self._farther + 1 if text[:far] == self._last[:far] else 0
        if self._farther == _OFTEN:
            self._learn(text)

    def _learn(self, text: str) -> None:
        self._farther = 0
        alike = letters_alike(text, self._last)
        if alike >= _LEAST:
            opening = Opening(text[:alike])
            if len(opening.folded) >= _LEAST:
                self._known = opening

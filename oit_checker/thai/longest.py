"""Where the words of a list stand in a text: at each place the longest, and none within another."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

import ahocorasick

_Span = tuple[int, int]


class LongestWords:
    """Finds what `re.finditer` finds for the words joined by |, the longest first; ten times as fast.

    Nothing is dropped by spelling, as `PhraseIndex` does.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word in filter(None, words):
            self._automaton.add_word(word, len(word))
        self._automaton.make_automaton()

    def spans(self, text: str) -> list[_Span]:
        """Where words stand, from left to right."""
        if not len(self._automaton):
            return []
        every = [(end - length + 1, end + 1) for end, length in self._automaton.iter(text)]
        every.sort(key=itemgetter(1), reverse=True)
        every.sort(key=itemgetter(0))
        taken: list[_Span] = []
        at = 0
        for span in every:
            if span[0] >= at:
                taken.append(span)
                at = span[1]
        return taken


def between(text: str, spans: Iterable[_Span]) -> str:
    """The text with a blank for each of the spans."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts.append(text[at:start])
        at = end
    return " ".join((*parts, text[at:]))

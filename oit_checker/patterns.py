"""Patterns that are compiled when they are first asked: of some eight hundred few audits need half."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner")
_ASKED = (*_METHODS, "flags", "groups", "groupindex")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, later: for patterns that stand in a module."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Compiled:
    """Answers as a compiled pattern does, and no later than one: what may be asked of it stands in its slots."""

    __slots__ = ("_as_told", "pattern", *_ASKED)


class _Late(_Compiled):
    """A pattern of which nothing was asked yet."""

    __slots__ = ()

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._as_told = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._as_told)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)

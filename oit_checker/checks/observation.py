"""What a check saw, and the shape that every check has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from oit_checker.checks.matter import Matter
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear


@dataclass(frozen=True, slots=True)
class Observation:
    """status, with the original words, the place they stood in, and a Thai remark where the status says too little.

    parts are those that were seen of what several documents may show together (months), due those that must be there.
    """

    status: ComponentStatus
    snippet: str | None = None
    place: str | None = None
    note: str | None = None
    parts: tuple[str, ...] = ()
    due: tuple[str, ...] = ()


ABSENT = Observation(ComponentStatus.NOT_FOUND)


class Check(Protocol):
    """A kind of check; its further parameters are those that `with:` may name in a checklist."""

    def __call__(
        self, component: Component, matter: Matter, wanted: FiscalYear | None, /, **params: object
    ) -> Observation: ...


def found(
    snippet: str | None,
    place: str | None,
    note: str | None = None,
    parts: tuple[str, ...] = (),
    due: tuple[str, ...] = (),
) -> Observation:
    """The component is there, in these words."""
    return Observation(ComponentStatus.FOUND, snippet, place, note, parts, due)


def absent(note: str | None = None, parts: tuple[str, ...] = (), due: tuple[str, ...] = ()) -> Observation:
    """Text that could be read was looked at, and the component is not in it."""
    return Observation(ComponentStatus.NOT_FOUND, note=note, parts=parts, due=due)

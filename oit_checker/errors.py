"""Our own faults, as exceptions; what a website does wrong is a value and never raised.

OitError
├── UsageError        the officer's input: an address, an option, a folder
├── ChecklistError    a checklist file that cannot be used
├── SnapshotError     a snapshot folder that is absent, foreign or half-written
│   └── SnapshotFullError   it has reached the bytes that it may take
└── ReportError       a gap_report.json that cannot be read, or a form that cannot be made
"""

from __future__ import annotations


class OitError(Exception):
    """What is wrong, where, and what to do next, in Thai; every message is made here, in one shape.

    What another program said of the cause may follow in brackets, in its own language.
    """

    def __init__(self, problem: str, *, path: str = "", where: str = "", remedy: str = "") -> None:
        self.path = path
        self.where = where
        self.problem = problem
        self.remedy = remedy
        place = ": ".join(part for part in (path, where) if part)
        sentence = f"{place}: {problem}" if place else problem
        super().__init__(f"{sentence}\n{remedy}" if remedy else sentence)


class UsageError(OitError):
    """An address, option or folder that cannot be used as given."""


class ChecklistError(OitError):
    """A checklist file that cannot be used; names file, item, field, problem and remedy."""


class SnapshotError(OitError):
    """A snapshot folder that is absent, foreign or half-written."""


class SnapshotFullError(SnapshotError):
    """A snapshot has reached the bytes that it may take on the disk."""


class ReportError(OitError):
    """A gap report that cannot be read, or a form of it that cannot be made."""

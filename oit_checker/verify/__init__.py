"""What a member of the public meets at an address: one of twenty outcomes, each with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.model.evidence import Verification
from oit_checker.model.page import Fetched, Unreadable


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome, a short Thai sentence that says what was seen, and a Thai remark that does not change it.

    staff_only: the door is one for the agency's own people, or asks for a password before it shows anything.
    tells_services: around the door the page names services, and lets anybody register.
    """

    verification: Verification
    message: str
    note: str | None = None
    staff_only: bool = False
    tells_services: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer that counts for an address, and what follows from it.

    unread: it opens for people, and what it shows cannot be read from the answer; a page's words are then a viewer's or
    a shell's, never the evidence's. lists: the answer lists the files of a folder on a service outside the website.
    """

    fetched: Fetched
    verdict: Verdict
    unread: Unreadable | None = None
    lists: bool = False

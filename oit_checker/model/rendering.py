"""Pages made by script: what was opened in a browser, what was not, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

RenderMode = Literal["auto", "never", "always"]


class Lack(StrEnum):
    """Why a page that seems to be made by script was not seen as a browser shows it; most of these are ours."""

    NO_BROWSER = "no_browser"
    NO_DRIVER = "no_driver"
    SWITCHED_OFF = "switched_off"
    PAGES_PER_RUN = "pages_per_run"
    OUT_OF_TIME = "out_of_time"
    NO_START = "no_start"
    """The browser is there and did not start."""
    STUCK = "stuck"
    """Its script runs without end, or the page crashed."""
    NEVER_SETTLES = "never_settles"
    """It changes all the time, or asks for more and more: what it showed by then was taken."""
    MEMORY = "memory"
    TOO_MUCH = "too_much"
    """There is more on it to press, or it loads more, than our limits allow."""
    DIALOGS = "dialogs"
    KEPT_OUT = "kept_out"
    """Some of what it loads robots.txt forbids us, could not be had, or is asked for in a way that we do not use."""
    LEADS_AWAY = "leads_away"
    """It only sends its visitors to another address."""


@dataclass(frozen=True, slots=True)
class Unrendered:
    """A page that was not seen, or not wholly, as a browser shows it.

    signs are the words or markup for which it seems to be made by script. may_hold_items: the link to it or its address
    speaks of the list or of an item, or it is the home page.
    """

    url: str
    why: Lack
    signs: tuple[str, ...] = ()
    may_hold_items: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that was chosen on a page, as a year, and brought what the page had not shown before.

    words are those of the button, tab or option. shown_at is an address that shows the choice when it is opened afresh,
    as was tried; None where none was found: then the page's link does not carry it.
    """

    page: str
    words: str
    shown_at: str | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a run did about pages made by script (หน้าที่แสดงเนื้อหาด้วยสคริปต์).

    pages were opened in a browser (again for each address that was tried), choices are what was chosen there. left are
    pages that were not, or not wholly, seen so; counts tells how many by reason. requests went to websites for what
    these pages load. most_pages is the limit of the run.
    """

    mode: RenderMode = "auto"
    pages: int = 0
    choices: tuple[Choice, ...] = ()
    requests: int = 0
    most_pages: int = 0
    left: tuple[Unrendered, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

"""Everything that an audit does with the bytes of one file, step by step, with the CPU time of each."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from oit_checker.checklist import all_phrases, load_checklist
from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.documents.extract import extract
from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import harvest, page_title, quick_links, visible_text
from oit_checker.judge.status import component_year
from oit_checker.lines import line_of, reader_of
from oit_checker.match.claims import Claims
from oit_checker.match.hub import hub_likelihood, read_hub
from oit_checker.match.kinds import kinds_of_title
from oit_checker.match.subject import subjects_of
from oit_checker.match.substance import substance_of
from oit_checker.match.title_lines import title_lines
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page
from oit_checker.thai.codes import item_codes
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold
from oit_checker.verify.look import look_at
from spiders.seen import Seen

_Got = TypeVar("_Got")
_URL = "https://www.example.go.th/ita/2569/"
_TODAY = date(2026, 4, 30)
_MEDIA_TYPES = {"csv": "text/csv", "text": "text/plain", "html": "text/html; charset=utf-8"}


class Steps:
    """The readers and judges of one checklist."""

    def __init__(self) -> None:
        self._checklist = load_checklist("nacc-2569")
        self._claims = Claims(self._checklist)
        self._index = PhraseIndex(all_phrases(self._checklist), self._checklist.not_in)
        self._seconds: dict[str, float] = {}
        self._step = ""

    def read(self, kind: str, body: bytes) -> dict[str, object]:
        """what (read, raised), step (the last one), cpu and steps (seconds), told (a traceback)."""
        self._seconds = {}
        what, told = "read", ""
        try:
            self._all(kind, body)
        except MemoryError:
            told = "out of memory"
        except BaseException:  # noqa: BLE001 - a panic of a library in Rust is no Exception
            what, told = "raised", traceback.format_exc()
        steps = {step: round(seconds, 2) for step, seconds in self._seconds.items() if seconds > 0.1}
        return {"what": what, "step": self._step, "cpu": sum(self._seconds.values()), "steps": steps, "told": told}

    def _all(self, kind: str, body: bytes) -> None:
        url = f"{_URL}o1.{kind}"
        page = self._timed("extract", lambda: extract(body, url=url, media_type=_MEDIA_TYPES.get(kind)))
        again = self._timed("as json", lambda: reader_of(Page)(line_of(page)))
        assert again == page, "a page read back from JSON is another one"
        self._timed("judge", lambda: self._judge(page))
        if page.kind.value == "html":
            self._as_web_page(body, url)

    def _as_web_page(self, body: bytes, url: str) -> None:
        root = self._timed("parse_html", lambda: parse_html(body, "utf-8"))
        links = self._timed("quick_links", lambda: quick_links(root, url, Seen()))
        self._timed("harvest", lambda: harvest(root, url))
        title = self._timed("page_title", lambda: page_title(root))
        text = self._timed("visible_text", lambda: visible_text(root))
        hits = self._timed("present", lambda: self._index.present(fold(text)))
        self._timed("hub_likelihood", lambda: hub_likelihood(title, url, links, hits, self._checklist))
        self._timed("read_hub", lambda: read_hub(root, url, self._checklist))
        self._timed("look_at", lambda: look_at(body))

    def _judge(self, page: Page) -> None:
        matter = Matter(page, self._index, _TODAY)
        subjects_of(page, self._claims)
        substance_of(page)
        for line in title_lines(page):
            kinds_of_title(line)
            item_codes(line)
        candidate = Candidate("O1", page.url, "", page.title or "", (), (), 0.0)
        for item in self._checklist.items:
            wanted = item.evidence_year.seen_from(self._checklist.year)
            year_of(page, candidate, wanted, text_years=lambda: [mention for _, mention in matter.years])
            for component in item.components:
                look(component, matter, wanted=component_year(component, item, self._checklist.year))

    def _timed(self, step: str, work: Callable[[], _Got]) -> _Got:
        self._step = step
        begun = time.process_time()
        try:
            return work()
        finally:
            self._seconds[step] = time.process_time() - begun

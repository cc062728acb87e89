"""A page that says it is not there while the server says all is well (soft 404).

Two witnesses, either is enough: the page says so itself, prominently; or it is the same page that the host gives for
an address that cannot exist. The home page is never called missing, also where a host answers every unknown address
with its home page; and a page that a script still has to fill cannot be compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from oit_checker.model.page import Fetched
from oit_checker.patterns import regex
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold
from oit_checker.urls import canonical
from oit_checker.verify.homes import is_home
from oit_checker.verify.look import Look

_STRONG = (
    *("ไม่พบหน้า", "ไม่พบเพจ", "ไม่พบเว็บเพจ", "ไม่พบไฟล์", "ไม่พบเอกสาร", "ไม่พบบทความ", "ไม่พบเนื้อหา", "ไม่พบลิงก์"),
    *("ไม่พบ URL", "ไม่พบที่อยู่", "ไม่พบสิ่งที่คุณ", "ไม่พบสิ่งที่ท่าน", "ไม่มีหน้านี้", "ไม่มีหน้าเว็บนี้", "ไม่มีหน้าที่คุณ"),
    *("ไม่มีหน้าที่ท่าน", "หน้านี้ไม่พบ", "หน้าเว็บนี้ไม่พบ", "หน้าที่ต้องการไม่พบ", "หน้านี้ไม่มีอยู่", "หน้านี้ถูกลบ", "หน้าเว็บนี้ถูกลบ"),
    *(
        "page not found",
        "file not found",
        "404 not found",
        "object not found",
        "content not found",
        "article not found",
    ),
    *("page cannot be found", "page can't be found", "page could not be found", "page was not found"),
    *("page does not exist", "page doesn't exist", "page no longer exists", "page you requested"),
    *("page you are looking for", "page you were looking for", "url was not found", "file you have requested does not"),
    *("error 404", "404 error", "http 404", "หน้าที่คุณค้นหาไม่", "หน้าที่ท่านค้นหาไม่"),
)
_WEAK = ("ไม่พบข้อมูล", "ไม่มีข้อมูล", "ไม่พบรายการ", "ไม่พบรายละเอียด", "data not found", "record not found", "no data found")
_NOT_IN = {
    "ไม่พบหน้า": ("ไม่พบหน้ากาก", "ไม่พบหน้าที่และอำนาจ"),
    "ไม่พบข้อมูล": ("ไม่พบข้อมูลการทุจริต", "ไม่พบข้อมูลการร้องเรียน", "ไม่พบข้อมูลเรื่องร้องเรียน"),
    "ไม่มีข้อมูล": ("ไม่มีข้อมูลการทุจริต", "ไม่มีข้อมูลการร้องเรียน", "ไม่มีข้อมูลเรื่องร้องเรียน"),
}
_STRONG_INDEX = PhraseIndex(_STRONG, _NOT_IN)
_WEAK_INDEX = PhraseIndex(_WEAK, _NOT_IN)
_NUMBER = regex(
    r"^\W*(?:error|http|ข้อผิดพลาด|รหัส|oops|ขออภัย)?\W*404\W*(?:error|not found|ไม่พบ.*|ขออภัย.*)?$|^\W*not found\W*$",
    re.IGNORECASE,
)
_SEGMENTS = regex(r"[|–—»«•:]|\s-\s")
_LONGEST_SENTENCE = 120
MOST_PLAIN_BESIDE_TITLE = 1500
_MOST_PLAIN_STRONG = 600
_MOST_PLAIN_WEAK = 200
_COMPLAINTS = "ร้องเรียน"
_SCRIPT_SHELL = 200
_DIGITS = regex(r"[0-9๐-๙]+")
_TOKEN = regex(r"\b(\w*(?:token|csrf|sess|sid|rand|nonce)\w*=|[tv_]=|ver=)[^&]*", re.IGNORECASE)
_MOST_OWN_SHARE = 0.05
_MOST_OWN_CHARS = 15
_MANY_LINKS = 50


@dataclass(frozen=True, slots=True)
class Features:
    """What of a page does not change from visit to visit: texts without digits and without its own address."""

    title: str
    headings: frozenset[str]
    texts: frozenset[str]
    links: frozenset[str]
    pictures: frozenset[str]
    frames: frozenset[str]
    needs_script: bool


@dataclass(frozen=True, slots=True)
class MissingPage:
    """What a host answers, with 200, to an address that cannot exist; title is None where the answer is no page."""

    url: str
    final_url: str
    title: str | None
    features: Features | None

    @property
    def was_sent_on(self) -> bool:
        return canonical(self.final_url) != canonical(self.url)


def missing_page(fetched: Fetched, look: Look | None) -> MissingPage | None:
    """From the answer to a probe; None where the host says properly that it is not there, or gave no answer."""
    if fetched.http_status != 200 or fetched.failure != "none":
        return None
    features = features_of(look, fetched.url) if look is not None else None
    return MissingPage(fetched.url, fetched.final_url, look.title if look else None, features)


def says_not_found(title: str | None, text: str, headings: Sequence[str] = ()) -> str | None:
    """The words with which a page says that it is not there; None where it does not.

    text is what stands outside links. The words count in the title or a heading of a page that has little else to
    say, or in the text of one that has nothing else. "ไม่พบข้อมูล" alone is also what an empty list or a search box
    says; it counts only where it is the title, the first heading or the whole page. Under a title of complaints it may
    be the answer: none came in.
    """
    if len(text) > MOST_PLAIN_BESIDE_TITLE:
        return None
    segments = [part.strip() for part in _SEGMENTS.split(title or "")]
    for sentence in [*segments, *headings]:
        if 0 < len(sentence) <= _LONGEST_SENTENCE and (_NUMBER.match(sentence) or _STRONG_INDEX.search(sentence)):
            return sentence
    for sentence in [*segments[:1], *headings[:1]]:
        if sentence and len(sentence) <= _LONGEST_SENTENCE and _WEAK_INDEX.search(sentence):
            return sentence
    of_complaints = any(_COMPLAINTS in sentence for sentence in (*segments, *headings))
    return _in_short_text(text, is_weak_enough=not of_complaints)


def resembles(page: Features, missing: Features) -> bool:
    """Whether a page is the host's answer to what does not exist: neither shows anything of its own.

    Counters, dates and the address echoed on the page do not count. What has its own title, heading,
    picture, frame or link is a page of its own.
    """
    if page.needs_script or missing.needs_script:
        return False
    if (page.title, page.headings, page.frames) != (missing.title, missing.headings, missing.frames):
        return False
    if not _nearly_same(page.texts, missing.texts):
        return False
    return _few_own(page.links, missing.links) and _few_own(page.pictures, missing.pictures)


def is_answer_to_missing(fetched: Fetched, look: Look, missing: MissingPage | None) -> bool:
    """Whether this page is what the host shows for addresses that do not exist, and is not its home page by address."""
    if missing is None or is_home(fetched.url):
        return False
    sent_on = canonical(fetched.final_url) != canonical(fetched.url)
    if missing.was_sent_on and sent_on and canonical(fetched.final_url) == canonical(missing.final_url):
        return True
    if missing.features is None or _lasting(look.title or "", _echo(fetched.url)) != missing.features.title:
        return False
    return resembles(features_of(look, fetched.url), missing.features)


def features_of(look: Look, url: str) -> Features:
    echo = _echo(url)
    return Features(
        title=_lasting(look.title or "", echo),
        headings=frozenset(filter(None, (_lasting(heading, echo) for heading in look.headings))),
        texts=frozenset(filter(None, (_lasting(text, echo) for text in look.texts))),
        links=frozenset(link for link in map(_bare_link, look.links) if not _echoes(link, echo)),
        pictures=frozenset(map(_bare_link, look.pictures)),
        frames=frozenset(map(_bare_link, look.frames)),
        needs_script=look.has_script and look.is_shorter_than(_SCRIPT_SHELL),
    )


def _in_short_text(text: str, *, is_weak_enough: bool) -> str | None:
    if len(text) <= _MOST_PLAIN_STRONG and (hits := _STRONG_INDEX.search(text)):
        return hits[0].quote
    if is_weak_enough and len(fold(text)) <= _MOST_PLAIN_WEAK and (hits := _WEAK_INDEX.search(text)):
        return hits[0].quote
    return None


def _nearly_same(page: frozenset[str], missing: frozenset[str]) -> bool:
    total = max(sum(map(len, page)), sum(map(len, missing)))
    slack = min(_MOST_OWN_CHARS, _MOST_OWN_SHARE * total)
    return sum(map(len, page - missing)) <= slack and sum(map(len, missing - page)) <= slack


def _few_own(page: frozenset[str], missing: frozenset[str]) -> bool:
    """All the same; on a page with very many links one in fifty may differ, for what a home page draws by lot."""
    own = len(page - missing)
    return own == 0 or (len(page) >= _MANY_LINKS and own * _MANY_LINKS <= len(page))


def _lasting(text: str, echo: tuple[str, ...]) -> str:
    for words in echo:
        text = text.replace(words, "")
    return " ".join(_DIGITS.sub("", text).split())


def _echo(url: str) -> tuple[str, ...]:
    """The forms in which a page repeats its own address, longest first; single short words are no echo."""
    parts = urlsplit(url)
    path, query = parts.path, parts.query
    last = path.rstrip("/").rpartition("/")[2]
    values = [value.partition("=")[2] for value in query.split("&")]
    found = {url, path, query, last, last.rpartition(".")[0], *values}
    forms = {form for part in found for form in (part, unquote(part))}
    return tuple(sorted((form for form in forms if len(form) > 3), key=len, reverse=True))


def _echoes(link: str, echo: tuple[str, ...]) -> bool:
    return any(words in link for words in echo if len(words) > 5)


def _bare_link(link: str) -> str:
    return _TOKEN.sub(r"\1", link.partition("#")[0])

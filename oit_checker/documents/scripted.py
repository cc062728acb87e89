"""Signs that a page shows what it holds only in a browser that runs its scripts (หน้าที่แสดงเนื้อหาด้วยสคริปต์).

One sign alone is common on pages that are read well as they are sent; two are needed. Each quotes what it rests on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, tidy, word_set
from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import visible_text
from oit_checker.documents.year_labels import names_only_a_year
from oit_checker.patterns import regex
from oit_checker.thai.codes import leading_code

ENOUGH = 2
"""So many signs, and a page is opened in a browser."""
LITTLE_TEXT = 200
FEW_LINKS = 3
FEW_ITEMS = 3
_MOST_QUOTED = 80
_LONGEST_LINE = 300
_PROMISED = 20
_LEAST_SCRIPT = 4_000
MOUNT_POINTS = word_set("root app __next __nuxt q-app application app-root main-app react-root vue-app")
"""Ids of the empty elements into which frameworks put a page."""
_MOUNT_POINTS = MOUNT_POINTS | {"svelte"}
_BINDINGS = regex(r"(?:v-for|ng-repeat|ng-app|ng-controller|x-data|v-cloak|hx-get|hx-post|wire:init|data-bind)\Z")
ASKS_FOR_SCRIPT = (
    r"enable\s+javascript|requires?\s+javascript|javascript\s+is\s+(?:disabled|required)|เปิดใช้(?:งาน)?\s*java\s*script"
)
"""How a page asks its reader to switch JavaScript on."""
_ASKS = regex(ASKS_FOR_SCRIPT, re.IGNORECASE)
_LOADING = regex(r"กำลังโหลด|กำลังดาวน์โหลดข้อมูล|กำลังเตรียมข้อมูล|(?:โปรด|กรุณา)รอสักครู่|\bloading\b", re.IGNORECASE)
_TEMPLATE = regex(r"\{\{\s*[\w.$\[\]()| '\"]{1,60}\s*\}\}")
_ASKS_FOR_DATA = regex(
    rb"\bfetch\s*\(|\baxios\b|\.getJSON\s*\(|\$\.(?:ajax|get|post)\s*\(|\)\s*\.load\s*\(|XMLHttpRequest|admin-ajax\.php"
)
_BUNDLE = regex(
    rb"<script[^>]+(?:type\s*=\s*[\"']?module|src\s*=\s*[\"']?[^\"'>\s]*"
    rb"(?:/_next/static/|/_nuxt/|/chunk-vendors|/bundle\.js|/(?:main|app|index|runtime|polyfills)[.-][0-9a-f]{6,}[.\w]*\.m?js))",
    re.IGNORECASE,
)
_INLINE = regex(rb"<script\b(?![^>]*\bsrc\s*=)[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_NUMBERS = regex(r"\d+")
_HAS_SCRIPT = regex(rb"<script", re.IGNORECASE)
_LOADS = ("data-url", "data-remote", "data-ajax", "data-ajax-url", "data-load", "data-src-url", "hx-get", "hx-post")
_CHOICES = word_set("button a li span div label option summary")


class SignKind(StrEnum):
    """What makes a page look made by script."""

    FRAMEWORK = "framework"
    """An empty place into which a framework puts the page, or its marks left in the markup."""
    LITTLE_TEXT = "little_text"
    FEW_LINKS = "few_links"
    LOADING = "loading"
    ASKS_FOR_SCRIPT = "asks_for_script"
    TEMPLATE = "template"
    """Placeholders such as {{ item.title }} that a script was to fill in."""
    ITEMS_WITHOUT_LINKS = "items_without_links"
    SCRIPT_ASKS_FOR_DATA = "script_asks_for_data"
    """A script fetches data, or is far longer than what the page says."""
    YEARS_WITHOUT_LINKS = "years_without_links"
    """Years to choose from, in a list or as tabs, that lead to no address."""
    LOADS_ON_CLICK = "loads_on_click"
    SCRIPTED_MOVE = "scripted_move"
    """It was opened, and its script went on to another address; `signs_of` does not tell this one."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign, and the words or markup that it rests on."""

    kind: SignKind
    quote: str


def may_be_scripted(body: bytes) -> bool:
    """Whether a page has any script at all; quick, to be asked of many pages."""
    return b"<script" in body or _HAS_SCRIPT.search(body) is not None


def signs_of(body: bytes, declared: str | None = None) -> tuple[Sign, ...]:
    """The signs that a browser would show more of a page than its bytes do; none for a page without scripts.

    body is the page as sent, declared the charset of the HTTP header.
    """
    if not may_be_scripted(body):
        return ()
    root = parse_html(body, declared)
    text = visible_text(root)
    found = (
        _framework(root),
        Sign(SignKind.LITTLE_TEXT, text[:_MOST_QUOTED]) if len(text) < LITTLE_TEXT else None,
        _few_links(root),
        _words(SignKind.LOADING, _LOADING, _short_texts(root)),
        _words(SignKind.ASKS_FOR_SCRIPT, _ASKS, [_all_text(part) for part in _noscripts(root)]),
        _words(SignKind.TEMPLATE, _TEMPLATE, [text]),
        _items_without_links(root),
        _script(body, len(text)),
        _years_without_links(root),
        _loads_on_click(root),
    )
    return tuple(sign for sign in found if sign is not None)


def needs_browser(signs: tuple[Sign, ...]) -> bool:
    """Whether so many signs are reason enough to open the page in a browser.

    Little text and few links are one fact twice: a picture with a button on it has both, and needs nothing more.
    """
    kinds = {sign.kind for sign in signs}
    thin = {SignKind.LITTLE_TEXT, SignKind.FEW_LINKS}
    return len(kinds) >= ENOUGH and bool(kinds - thin)


def _framework(root: HtmlElement) -> Sign | None:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("id") in _MOUNT_POINTS and not inner_text(element):
            return Sign(SignKind.FRAMEWORK, f'<{element.tag} id="{element.get("id")}">')
        if element.tag in {"app-root", "router-outlet"} and not inner_text(element):
            return Sign(SignKind.FRAMEWORK, f"<{element.tag}>")
        bound = next((str(name) for name in element.keys() if _BINDINGS.match(str(name))), None)  # noqa: SIM118
        if bound is not None:
            return Sign(SignKind.FRAMEWORK, f"<{element.tag} {bound}>")
    return None


def _few_links(root: HtmlElement) -> Sign | None:
    usable = {
        href
        for link in root.iter("a", "area")
        if (href := (link.get("href") or "").strip()) and not href.lower().startswith(("#", "javascript:"))
    }
    return Sign(SignKind.FEW_LINKS, f"{len(usable)} ลิงก์") if len(usable) < FEW_LINKS else None


def _short_texts(root: HtmlElement) -> list[str]:
    """What stands alone in an element, as "กำลังโหลด…" does; a sentence that has the word in it is none."""
    texts = (tidy(element.text or "") for element in root.iter() if isinstance(element.tag, str))
    return [text for text in texts if 0 < len(text) <= 40]


def _words(kind: SignKind, words: re.Pattern[str], texts: list[str]) -> Sign | None:
    for text in texts:
        found = words.search(text)
        if found is not None:
            return Sign(kind, text[max(0, found.start() - 20) : found.end() + 20][:_MOST_QUOTED])
    return None


def _noscripts(root: HtmlElement) -> list[HtmlElement]:
    return list(root.iter("noscript"))


def _items_without_links(root: HtmlElement) -> Sign | None:
    """Lines with item codes, and hardly one of them has an address to go to, in it or around it."""
    lines, linked = [], 0
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag == "option":
            continue
        text = tidy(element.text or "")
        if not text or len(text) > _LONGEST_LINE or leading_code(text) is None:
            continue
        lines.append(text)
        linked += _has_address(element)
    if len(lines) < FEW_ITEMS or linked * 4 > len(lines):
        return None
    return Sign(SignKind.ITEMS_WITHOUT_LINKS, lines[0][:_MOST_QUOTED])


def _has_address(element: HtmlElement) -> bool:
    """Whether an address stands in the element, or in what is nearest around it and is not the whole list."""
    around = element.getparent()
    places = [element] if around is None else [element, around]
    row = next(element.iterancestors("tr", "li", "details", "article"), None)
    for place in places if row is None else [*places, row]:
        if any(_is_address(link.get("href")) for link in place.iter("a")) and _codes_in(place) < FEW_ITEMS:
            return True
    return any(_is_address(above.get("href")) for above in element.iterancestors("a"))


def _codes_in(place: HtmlElement) -> int:
    return sum(
        isinstance(part.tag, str) and bool(part.text) and leading_code(tidy(part.text)) is not None
        for part in place.iter()
    )


def _is_address(href: str | None) -> bool:
    return bool(href) and not (href or "").strip().lower().startswith(("#", "javascript:"))


def _script(body: bytes, letters: int) -> Sign | None:
    asks = _ASKS_FOR_DATA.search(body)
    if asks is not None:
        return Sign(SignKind.SCRIPT_ASKS_FOR_DATA, asks[0].decode("ascii", "replace").strip())
    bundle = _BUNDLE.search(body)
    if bundle is not None:
        return Sign(SignKind.SCRIPT_ASKS_FOR_DATA, bundle[0].decode("utf-8", "replace")[:_MOST_QUOTED])
    inline = sum(len(script) for script in _INLINE.findall(body))
    if inline >= _LEAST_SCRIPT and inline > _PROMISED * letters:
        return Sign(SignKind.SCRIPT_ASKS_FOR_DATA, f"<script> {inline:,} ไบต์")
    return None


def _years_without_links(root: HtmlElement) -> Sign | None:
    """Two years or more that can be chosen, none of them a link: what they show only a script knows.

    Tabs and panels that are on the page already have an address of their own within it (#pane) that exists.
    """
    here = {element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")}
    years: dict[str, str] = {}
    for element in root.iter():
        if element.tag not in _CHOICES or len(element) > 1 or _leads_somewhere(element, here):
            continue
        if element.tag in {"li", "span", "div"} and not _is_for_clicks(element):
            continue
        text = _all_text(element)
        if 0 < len(text) <= _MOST_QUOTED // 2 and names_only_a_year(text) and len(_NUMBERS.findall(text)) == 1:
            years.setdefault(text, text)
    return Sign(SignKind.YEARS_WITHOUT_LINKS, " · ".join(list(years)[:4])) if len(years) >= ENOUGH else None


def _is_for_clicks(element: HtmlElement) -> bool:
    return bool({"onclick", "role", "data-tab", "data-year", "data-id", *_LOADS} & set(element.keys()))


def _leads_somewhere(element: HtmlElement, here: set[str | None]) -> bool:
    """Whether an element is a link, or opens a panel that stands on the page already."""
    for place in (element, *element.iter("a"), *list(element.iterancestors())[:2]):
        names = ("href", "data-target", "data-bs-target", "value" if place.tag == "option" else "href")
        for name in names:
            address = (place.get(name) or "").strip()
            if address.startswith("#") and len(address) > 1 and address[1:] in here:
                return True
            if _is_address(address) and (name == "href" or "/" in address or "?" in address):
                return True
        controls = place.get("aria-controls")
        if controls in here or place.tag in {"details", "summary"}:
            return True
    return False


def _loads_on_click(root: HtmlElement) -> Sign | None:
    for element in root.iter("a", "button", "div", "li", "section", "summary", "tr"):
        name = next((name for name in _LOADS if element.get(name)), None)
        if name is not None:
            return Sign(SignKind.LOADS_ON_CLICK, f'{name}="{element.get(name)}"'[:_MOST_QUOTED])
    return None


def _all_text(element: HtmlElement) -> str:
    return tidy(" ".join(str(piece) for piece in element.itertext()))

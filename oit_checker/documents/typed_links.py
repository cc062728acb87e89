"""Web addresses that stand on a page as words: typed out in a cell, and not made a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.patterns import regex
from oit_checker.urls import absolute

TYPED = regex(r"(?:https?://|(?<![\w.@/])www\.(?=[\w-]+\.))[^\s<>\"“”‘’\u200b]+", re.IGNORECASE)
_FILE_THEN_THAI = regex(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|zip|rar|jpe?g|png|html?|php)(?=[(（]?[ก-๙])", re.IGNORECASE)
_AFTER = ".,;:!?'*…ฯ•|›»>]}"


def typed_addresses(text: str, page_url: str) -> Iterator[tuple[str, str]]:
    """Each address in a text, as typed and in canonical form; one without a scheme is taken for http.

    Signs that close a sentence or a bracket are no part of it, nor is Thai written right after a file's name.

    >>> list(typed_addresses("ดูที่ www.example.go.th/plan.pdf (ไฟล์)", "https://www.example.go.th/ita"))
    [('www.example.go.th/plan.pdf', 'http://www.example.go.th/plan.pdf')]
    """
    for found in TYPED.finditer(text):
        typed = _ended(found[0])
        url = absolute(page_url, typed if "://" in typed else f"http://{typed}")
        if url is not None:
            yield typed, url


def _ended(typed: str) -> str:
    file = _FILE_THEN_THAI.search(typed)
    typed = typed[: file.end()] if file is not None else typed
    while typed[-1:] and (typed[-1] in _AFTER or (typed[-1] == ")" and typed.count(")") > typed.count("("))):
        typed = typed[:-1]
    return typed

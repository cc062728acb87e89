"""Documents whose link and name tell nothing: the last place to look for an item that nothing else offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from oit_checker.match.candidates import SiteMap
from oit_checker.match.claims import Claims
from oit_checker.match.offer import Offer
from oit_checker.match.subject import subjects_of
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, Match
from oit_checker.model.page import Page
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_generic
from oit_checker.urls import file_name, is_document

KEEP = 20
PageOf = Callable[[str], Page | None]
_TELLS_NOTHING = regex(r"^[\W\d_]*(?:[a-z]{0,6}[\W\d_]*)*$", re.IGNORECASE)


def unnamed_documents(site: SiteMap, claims: Claims, code: str) -> tuple[Candidate, ...]:
    """Documents of the site that no words describe, nearest to the home page first, at most KEEP.

    They are candidates of `code` only until they are read; then their own titles tell.
    """
    found: list[Candidate] = []
    for url, offers in site.offers.items():
        offer = offers[0]
        if is_document(url) and _tells_nothing(url, offers, claims):
            path = (*site.path_to(offer.found_on), url)
            reason = (Match(file_name(url), "url"),)
            link = offer.link
            found.append(Candidate(code, url, offer.found_on, link.text, path, reason, 0.5, link.heading, link.row))
    return tuple(sorted(found, key=lambda c: (len(c.path), c.url))[:KEEP])


def _tells_nothing(url: str, offers: list[Offer], claims: Claims) -> bool:
    name = file_name(url).rsplit(".", 1)[0]
    if not _TELLS_NOTHING.match(name):
        return False
    texts = [text for offer in offers for text in (offer.text, offer.heading, offer.row)]
    return all(is_generic(offer.text) for offer in offers) and not any(claims.of(text) for text in texts if text)


def retitled(item: Item, documents: Iterable[Candidate], page_of: PageOf, claims: Claims) -> Iterator[Candidate]:
    """Those of the documents whose own titles plainly name the item, as its candidates; page_of gives what was read."""
    for document in documents:
        page = page_of(document.url)
        subjects = subjects_of(page, claims) if page is not None else ()
        claim = next((claim for claim in subjects if claim.code == item.code), None)
        if claim is not None:
            matched = claim.matches("title")
            yield replace(document, code=item.code, matched=matched, weight=claim.weight, is_weak=False)

"""What hosts answer to addresses that cannot exist, and where that answer proves a page missing.

A path that cannot exist is proof by itself. A query that cannot exist is none where the script shows the same page
without any query: then it does not read that query, and the page is there (`/structure.html?menu=5`). Only where the
script is the home page, and answers other queries of the kind otherwise, is being shown the home page an answer to
what does not exist (`/index.php?mo=99`); and a script that sends its reader to the home page shows none of its own.
Where the page without query could not be seen, there is doubt and no proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from oit_checker.fetch import Ask, Fetcher
from oit_checker.model.page import Fetched
from oit_checker.urls import canonical
from oit_checker.verify.cloud import recognise
from oit_checker.verify.files import is_html
from oit_checker.verify.homes import is_home
from oit_checker.verify.link import look_of
from oit_checker.verify.probes import QUERY, Kind, kind_of_address, probes_for, without_query
from oit_checker.verify.soft404 import MissingPage, is_answer_to_missing, missing_page, resembles

Body = Callable[[str], bytes]
_NOT_THERE = frozenset({400, 404, 410})


@dataclass(frozen=True, slots=True)
class Impossible:
    """The answers that prove something, by the kind of address."""

    pages: Mapping[Kind, MissingPage]

    def page_for(self, url: str) -> MissingPage | None:
        """What the host of `url` shows instead of it if there is no such page; None where that is not known."""
        found = self.pages.get(kind_of_address(url))
        bare = without_query(url)
        return found if found is not None or is_home(bare) else self.pages.get(kind_of_address(bare))


def ask_impossible(answers: Iterable[Fetched], fetcher: Fetcher, body: Body) -> Impossible:
    """Ask the hosts of the pages among `answers` that opened, and each script in doubt once without its query.

    Known services outside the website say in their own words what is missing (verify/cloud); they are not asked.
    """
    pages = [a for a in answers if a.http_status == 200 and a.body_sha256 and "html" in (a.media_type or "html")]
    opened = [answer for answer in pages if recognise(answer.url) is None]
    probes = probes_for(answer.url for answer in opened)
    if not probes:
        return Impossible({})
    found = fetcher.fetch([Ask(url, "probe") for url in dict.fromkeys(probes.values())])
    shown = {kind: _shown(found[url], body) for kind, url in probes.items()}
    told = {kind: page for kind, page in shown.items() if page is not None}
    doubtful = {kind: without_query(probes[kind]) for kind in told if kind[1] == QUERY}
    bare = _without_query(doubtful.values(), opened, fetcher)
    for kind, url in doubtful.items():
        if not _is_proof(told[kind], bare[url], [a for a in opened if kind_of_address(a.url) == kind], body):
            del told[kind]
    return Impossible(told)


def _without_query(urls: Iterable[str], opened: Iterable[Fetched], fetcher: Fetcher) -> dict[str, Fetched]:
    known = {answer.url: answer for answer in opened}
    unknown = [url for url in dict.fromkeys(urls) if url not in known]
    return {**known, **(fetcher.fetch([Ask(url, "probe") for url in unknown]) if unknown else {})}


def _is_proof(missing: MissingPage, bare: Fetched, of_kind: Iterable[Fetched], body: Body) -> bool:
    """Whether showing `missing` means that there is no such entry; bare is the same script without query."""
    if bare.http_status in _NOT_THERE:
        return True
    shown = _shown(bare, body)
    if shown is None:
        return False
    if not _same(shown, missing):
        return True
    if not is_home(bare.final_url):
        return False
    return not is_home(bare.url) or any(not _is_shown(missing, answer, body) for answer in of_kind)


def _same(page: MissingPage, missing: MissingPage) -> bool:
    if page.features is not None and missing.features is not None and resembles(page.features, missing.features):
        return True
    return canonical(page.final_url) == canonical(missing.final_url)


def _is_shown(missing: MissingPage, answer: Fetched, body: Body) -> bool:
    raw = body(answer.body_sha256) if answer.body_sha256 else b""
    return is_answer_to_missing(answer, look_of(answer, raw), missing)


def _shown(fetched: Fetched, body: Body) -> MissingPage | None:
    raw = body(fetched.body_sha256) if fetched.body_sha256 else b""
    return missing_page(fetched, look_of(fetched, raw) if raw and is_html(raw, fetched.media_type) else None)

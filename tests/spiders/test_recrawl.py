"""A second crawl into the same place: what did not change is neither sent nor read again, and no change is missed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.snapshot import FORMAT, Snapshot

Crawl = Callable[..., Snapshot]
Pages = dict[str, str]
NO_VALIDATORS, ETAG, MODIFIED = "none", "etag", "modified"


class Versioned:
    """A site whose pages can be changed: answers 304 by ETag or Last-Modified, under any Cache-Control."""

    def __init__(self, site: Any, pages: Pages, validators: str = ETAG, cache_control: str = "") -> None:
        self.site, self.validators, self.cache_control = site, validators, cache_control
        self.changes = 0
        self.put(pages)

    def put(self, pages: Pages) -> None:
        self.changes += 1
        for path, body in pages.items():
            self.site.pages[path] = self._answering(body.encode(), self.changes)

    def _answering(self, body: bytes, version: int) -> Callable[[dict[str, str]], Any]:
        own = {"Content-Type": "text/html"}
        if self.cache_control:
            own["Cache-Control"] = self.cache_control
        if self.validators == ETAG:
            own["ETag"] = f'"{version}-{len(body)}"'
        if self.validators == MODIFIED:
            own["Last-Modified"] = f"Mon, 02 Mar 2026 09:00:{version:02d} GMT"

        def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
            asked = (headers.get("If-None-Match"), headers.get("If-Modified-Since"))
            is_same = (own.get("ETag") or own.get("Last-Modified") or "-") in asked
            return (304, own, b"") if is_same else (200, own, body)

        return answer


def links(*paths: str, words: str = "") -> str:
    return words + "".join(f'<p><a href="{path}">หน้า {path}</a></p>' for path in paths)


def seen(snapshot: Snapshot, site: Any) -> dict[str, str]:
    """Body by path, of every page."""
    return {
        record.fetched.final_url.removeprefix(site.url): snapshot.body(record.fetched.body_sha256).decode()
        for record in snapshot.pages()
        if record.fetched.body_sha256
    }


def all_links(snapshot: Snapshot, site: Any) -> set[tuple[str, str]]:
    return {(link.url.removeprefix(site.url), link.text) for record in snapshot.pages() for link in record.links}


SMALL = {"/": links("/a", "/b"), "/a": links("/c"), "/b": links("/c", "/d"), "/c": "ก" * 50, "/d": "ข" * 50}


@pytest.mark.parametrize("cache_control", ["", "no-cache, no-store", "max-age=86400, public"])
@pytest.mark.parametrize("validators", [ETAG, MODIFIED])
def test_an_unchanged_site_sends_nothing_twice(site: Any, crawled: Crawl, validators: str, cache_control: str) -> None:
    Versioned(site, SMALL, validators, cache_control)
    first = crawled(site.url, phrases=["หน้า"])
    expected = (seen(first, site), all_links(first, site), {r.fetched.final_url: r.hits for r in first.pages()})
    again = crawled(site.url, phrases=["หน้า"])
    assert (seen(again, site), all_links(again, site)) == expected[:2]
    assert {r.fetched.final_url: r.hits for r in again.pages()} == expected[2]
    manifest = again.manifest
    assert (manifest.pages, manifest.not_modified, manifest.unchanged, manifest.parsed) == (5, 4, 5, 0)


@pytest.mark.parametrize("cache_control", ["no-cache", "max-age=86400, immutable"])
@pytest.mark.parametrize("validators", [NO_VALIDATORS, ETAG, MODIFIED])
def test_no_change_is_missed(site: Any, crawled: Crawl, validators: str, cache_control: str) -> None:
    rng = random.Random(validators + cache_control)
    paths = [f"/p{n}" for n in range(14)]
    pages = {path: links(*rng.sample(paths, 4), words=f"รุ่น 1 ของ {path}") for path in paths}
    versioned = Versioned(site, {"/": links(*paths[:5]), **pages}, validators, cache_control)
    crawled(site.url)
    changed = rng.sample(paths, 7)
    versioned.put({path: links(*rng.sample(paths, 3), "/new", words=f"รุ่น 2 ของ {path}") for path in changed})
    versioned.put({"/new": links(words="หน้าใหม่")})
    again = crawled(site.url)
    with_memory = (seen(again, site), {url for url, _ in all_links(again, site)})
    fresh = crawled(site.url, fresh=True)
    assert with_memory == (seen(fresh, site), {url for url, _ in all_links(fresh, site)})


def test_what_a_page_was_declared_as_outlives_a_304_that_does_not_say_it(site: Any, crawled: Crawl) -> None:
    """Read by a guess, another one-byte set than Thai is taken at its word by nobody but the server."""
    declared = "application/xhtml+xml; charset=iso-8859-2"

    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if headers.get("If-None-Match") == '"1"':
            return 304, {"ETag": '"1"'}, b""
        return 200, {"ETag": '"1"', "Content-Type": declared}, "<p>Współpraca</p>".encode("iso-8859-2")

    site.links("/", "/a")
    site.pages["/a"] = answer
    for not_modified in range(3):
        page = (snapshot := crawled(site.url)).page(f"{site.url}/a")
        assert page is not None
        assert (page.fetched.http_status, page.fetched.media_type) == (200, "application/xhtml+xml")
        assert page.fetched.charset == "iso-8859-2"
        assert snapshot.manifest.not_modified == min(not_modified, 1)


def test_a_link_is_found_on_the_page_that_still_shows_it(site: Any, crawled: Crawl) -> None:
    """The first page to show a link records it; when that page loses it, the unchanged others must speak for it."""
    versioned = Versioned(site, {"/": links("/a", "/b"), "/a": links("/x", "/z"), "/b": links("/x"), "/x": "ก"})
    assert "/x" in seen(crawled(site.url), site)
    versioned.put({"/a": links("/z", words="ไม่มีลิงก์แล้ว")})
    again = crawled(site.url)
    assert "/x" in seen(again, site)
    found_on = {link.url: r.fetched.final_url for r in again.pages() for link in r.links}
    assert found_on[f"{site.url}/x"] == f"{site.url}/b"


def test_a_page_that_went_is_gone(site: Any, crawled: Crawl) -> None:
    versioned = Versioned(site, SMALL)
    crawled(site.url)
    versioned.put({"/b": links("/c")})
    del site.pages["/d"]
    assert "/d" not in seen(crawled(site.url), site)


def test_a_visitor_counter_is_no_change_and_a_year_is_one(site: Any, crawled: Crawl) -> None:
    visits = iter(range(1000, 9000))
    year = [2568]

    def counted(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        body = f"<p>แผนปฏิบัติการ ปี {year[0]}</p><footer>จำนวนผู้เข้าชม {next(visits):,} ครั้ง</footer>"
        return 200, {"Content-Type": "text/html"}, body.encode()

    site.links("/", "/n")
    site.pages["/n"] = counted
    crawled(site.url)
    assert crawled(site.url).manifest.unchanged == 2
    year[0] = 2569
    again = crawled(site.url)
    assert again.manifest.unchanged == 1
    assert "2569" in seen(again, site)["/n"]


def test_other_words_to_look_for_read_the_pages_again(site: Any, crawled: Crawl) -> None:
    Versioned(site, {"/": links("/a"), "/a": "<p>แผนปฏิบัติราชการ</p>"})
    crawled(site.url, phrases=["หน้า"])
    again = crawled(site.url, phrases=["แผนปฏิบัติราชการ"])
    page = again.page(f"{site.url}/a")
    assert page is not None
    assert again.hits(page) == ("แผนปฏิบัติราชการ",)
    assert again.manifest.not_modified == 1


def test_a_server_that_calls_unchanged_what_it_was_not_asked_about(site: Any, crawled: Crawl) -> None:
    site.links("/", "/a")
    site.pages["/a"] = (304, {"Content-Type": "text/html"}, b"")
    snapshot = crawled(site.url)
    assert set(seen(snapshot, site)) == {"/"}
    assert set(seen(crawled(site.url), site)) == {"/"}


def test_a_body_that_was_lost_is_asked_for_again(site: Any, crawled: Crawl) -> None:
    Versioned(site, SMALL)
    first = crawled(site.url)
    (first.folder / "bodies.pack").write_bytes(b"")
    again = crawled(site.url)
    assert seen(again, site) == SMALL
    assert again.manifest.not_modified == 0


def test_a_crawl_by_another_version_is_set_aside_and_crawled_anew(site: Any, crawled: Crawl) -> None:
    Versioned(site, SMALL)
    first = crawled(site.url)
    manifest = first.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 1', 1))
    again = crawled(site.url)
    assert (again.manifest.outcome, again.manifest.pages, again.manifest.parsed) == ("completed", 5, 5)

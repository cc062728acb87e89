"""Where in the list of pages each record stands, by address in any spelling, and on which way it was reached."""

from __future__ import annotations

import json
from pathlib import Path

from oit_checker.lines import refused_where_damaged, whole_lines
from oit_checker.urls import canonical, page_key

Place = tuple[int, str | None]
"""Where a record begins in the file, and the page that led to it."""


class Places:
    """The places of one list of pages, found when first asked for."""

    def __init__(self, pages: Path) -> None:
        self._pages = pages
        self._places: dict[str, Place] | None = None
        self._shown: dict[str, Place] = {}
        self._paths: dict[str, tuple[str, ...]] = {}

    def forget(self) -> None:
        """The list has grown."""
        self._places = None
        self._paths.clear()

    def find(self, url: str) -> Place | None:
        """The place of the page asked for or arrived at by this address; None where there is none."""
        if self._places is None:
            self._places = self._find_all()
        found = self._places.get(url)
        if found is None:  # perhaps in another spelling
            found = self._places.get(canonical(url)) or self._places.get(page_key(canonical(url)))
        return found

    def find_shown(self, url: str) -> Place | None:
        """The place of the page as a browser shows it; None where it was not opened in one."""
        if self._places is None:
            self._places = self._find_all()
        return self._shown.get(url) or self._shown.get(page_key(canonical(url))) if self._shown else None

    def path_to(self, url: str) -> tuple[str, ...]:
        """The clicks from the home page to a page, itself last; only itself where it is not in the list."""
        if url not in self._paths:
            path = [url]
            place = self.find(url)
            while place is not None and place[1] is not None and place[1] not in path:
                path.append(place[1])
                place = self.find(place[1])
            self._paths[url] = tuple(reversed(path))
        return self._paths[url]

    def _find_all(self) -> dict[str, Place]:
        """The places by address; the first record of an address counts. What a browser shows is kept apart."""
        places: dict[str, Place] = {}
        self._shown.clear()
        offset = 0
        for number, line in enumerate(whole_lines(self._pages), start=1):
            with refused_where_damaged(self._pages, number):
                plain = json.loads(line)
                asked, final = plain["fetched"]["url"], plain["fetched"]["final_url"]
                is_shown = plain["fetched"].get("via") == "browser"
                if is_shown and not (plain.get("choice") and final == plain["parent"]):
                    for name in (asked, final, page_key(asked), page_key(final)):
                        self._shown.setdefault(name, (offset, plain["parent"]))
                if is_shown and not plain.get("choice"):
                    offset += len(line)
                    continue
                for name in (asked, final, page_key(asked), page_key(final)):
                    places.setdefault(name, (offset, plain["parent"]))
            offset += len(line)
        return places

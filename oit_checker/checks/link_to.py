"""A link leads to the thing: a map, a web board, a form, a chat.

words   words of which one stands in the link's text
hosts   parts of an address of which one stands in the link's address (google.com/maps, forms.gle)

The component's keywords in the text count as well.

FOUND       <iframe src="https://www.google.com/maps/embed?…">   (hosts: [google.com/maps])
NOT FOUND   a page without such a link or word
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold


def link_to(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    words: Sequence[str] = (),
    hosts: Sequence[str] = (),
) -> Observation:
    """Look at the page's links, then at its words."""
    folded = [fold(word) for word in words]
    for link in matter.page.links:
        if link.in_menu or not link.url:
            continue
        address = link.url.lower()
        if any(host.lower() in address for host in hosts) or any(word in fold(link.text) for word in folded):
            return found(f"{link.text} ({link.url})" if link.text else link.url, "ลิงก์ในหน้า")
    place = best_place(component, matter)
    return found(place.snippet, place.place) if place is not None else absent()

"""What the agency's lists offer for the items of this year, where several pages name them."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.documents.tree import parse_html
from oit_checker.match.candidates import SiteMap
from oit_checker.match.hub import Hub, read_hub
from oit_checker.match.listed import Listed, offered_by_hubs
from oit_checker.model.checklist import Checklist

HOME = "https://www.example.go.th/"
LINKED = "<tr><td>{code}</td><td>{title}</td><td><a href='/f/{code}.pdf'>เปิดดู</a></td></tr>"
NAMED = "<tr><td>{code}</td><td>{title}</td><td>มี</td></tr>"
TYPED = "<tr><td>{code}</td><td>{title}</td><td>www.example.go.th/f/{code}.pdf</td></tr>"


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist("nacc-2569")


def hub(form: str, checklist: Checklist, title: str = "OIT 2569", path: str = "ita") -> Hub:
    rows = "".join(form.format(code=item.code, title=item.title_th) for item in checklist.items if not item.provisional)
    page = f"<html><head><title>{title}</title></head><body><main><table>{rows}</table></main></body></html>"
    found = read_hub(parse_html(page.encode()), f"{HOME}{path}", checklist)
    assert found is not None
    return found


def offered(hubs: list[Hub], checklist: Checklist) -> Listed:
    site = SiteMap(HOME, ("www.example.go.th",), {}, {}, lambda url: (HOME, url))
    return offered_by_hubs(hubs, checklist, site)


def test_list_without_a_link_names_the_items_and_offers_nothing(checklist: Checklist) -> None:
    listed = offered([hub(NAMED, checklist)], checklist)
    assert listed.empty_codes == {item.code for item in checklist.items if not item.provisional}
    assert listed.this_year == {}
    assert (listed.list_url, listed.whole) == (f"{HOME}ita", False)


@pytest.mark.parametrize("title", ["OIT 2569", "OIT"], ids=["of this year", "without a year"])
def test_names_without_links_say_nothing_beside_a_list_that_has_them(title: str, checklist: Checklist) -> None:
    hubs = [hub(NAMED, checklist, path="names"), hub(LINKED, checklist, title, path="list")]
    listed = offered(hubs, checklist)
    assert listed.empty_codes == set()
    assert listed.whole
    assert {code: [one.url for one in of] for code, of in listed.this_year.items()} == {
        f"O{n}": [f"{HOME}f/O{n}.pdf"] for n in range(1, 26)
    }


def test_typed_address_is_offered_under_the_items_title(checklist: Checklist) -> None:
    listed = offered([hub(TYPED, checklist)], checklist)
    (only,) = listed.this_year["O7"]
    assert (only.url, only.link_text, only.element) == (
        "http://www.example.go.th/f/O7.pdf",
        "รายงานผลการดำเนินงานประจำปี",
        "text",
    )
    assert listed.whole

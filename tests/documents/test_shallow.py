import pytest
from lxml.html import HtmlElement

from oit_checker.documents.shallow import shallow_tree

LINK = '<a href="plan.pdf" class="btn pdf">แผน</a>'


def read(page: str) -> HtmlElement:
    root = shallow_tree(page)
    assert root is not None
    return root


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 3000 + LINK, id="never closed"),
        pytest.param("<div>" * 3000 + LINK + "</div>" * 3000, id="closed"),
        pytest.param("<font><b><i>" * 1500 + LINK, id="three kinds"),
        pytest.param("".join(f"<div><p>{row}" for row in range(3000)) + LINK, id="rows"),
    ],
)
def test_trees_are_shallow(page: str) -> None:
    (link,) = read(page).iter("a")
    assert dict(link.attrib) == {"href": "plan.pdf", "class": "btn pdf"}
    assert link.text == "แผน"
    assert sum(1 for _ in link.iterancestors()) < 150


def test_tables_in_unclosed_rows_stay_whole() -> None:
    page = "".join(f"<div><table><tr><td>{row}</td><td>ก</td></tr></table>" for row in range(300))
    assert [len(table.findall("tr/td")) for table in read(page).iter("table")] == [2] * 300


@pytest.mark.parametrize(
    "head", ["<head><title>ITA</title></head><body>", "<head><title>ITA</title>", "<title>ITA</title>"]
)
def test_content_is_not_in_the_head(head: str) -> None:
    root = read(f'<?xml version="1.0"?><!DOCTYPE html><html lang="th">{head}<p>ก</p></html>')
    (paragraph,) = root.iter("p")
    assert "head" not in {above.tag for above in paragraph.iterancestors()}
    assert root.get("lang") == "th"
    assert [title.text for title in root.iter("title")] == ["ITA"]


def test_comments_and_control_characters_are_left_out() -> None:
    assert read("<p>ก\x01<!-- ข --><?php echo 1 ?>ค</p>").text_content() == "กค"


@pytest.mark.parametrize(
    "page", [pytest.param("<p><![bad[ ]]>", id="marked section"), pytest.param("<p>&#1;", id="sign")]
)
def test_none_where_it_cannot_be_done(page: str) -> None:
    assert shallow_tree(page) is None

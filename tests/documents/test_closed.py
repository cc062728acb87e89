"""What a web page hides: counted where something opens it, doubted where a script may, and left out otherwise."""

import pytest

from oit_checker.documents.html import read_html
from oit_checker.model.page import Page, Unsure

SCRIPT = '<script src="/theme/all.js"></script>'
SHOWN = "<h1>สำนักงานสวนสัตว์ทดลอง</h1><p>ข่าวของสำนักงาน</p>"
WORDS = "โครงการสอนงานพี่เลี้ยงเด็ก"


def read(html: str) -> Page:
    return read_html(f"<html><body>{SHOWN}{html}</body></html>".encode(), url="https://www.example.go.th/")


def doubt(html: str) -> list[Unsure | None]:
    """Why each passage with the words may not be seen; empty where they are not read at all."""
    return [passage.unsure for passage in read(html).passages if WORDS in passage.text]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<div hidden>{WORDS}</div>", id="attribute"),
        pytest.param(f"<section style='DISPLAY: none !important'><p>{WORDS}</p></section>", id="no display"),
        pytest.param(f"<div style='visibility: hidden'><p>{WORDS}</p></div>", id="no visibility"),
        pytest.param(f"<div style='position:absolute; left:-9999px'>{WORDS}</div>", id="off the screen"),
        pytest.param(f"<p style='text-indent:-5000px'>{WORDS}</p>", id="indented off the screen"),
        pytest.param(f"<del><p>{WORDS}</p></del>", id="struck out, all of a paragraph"),
        pytest.param(f"<p>มี <s>{WORDS}</s></p>", id="struck out, in a line"),
        pytest.param(f"<p style='text-decoration:line-through'>{WORDS}</p>", id="struck out by style"),
        pytest.param(f"<div style='font-size:0'><p>{WORDS}</p></div>", id="no size"),
        pytest.param(f"<div style='font-size:0.2px'>{WORDS}</div>", id="a fraction of a dot"),
        pytest.param(f"<div style='color:#fff;background:#FFFFFF'>{WORDS}</div>", id="white on white"),
        pytest.param(f"<p bgcolor='navy'><font color='#000080'>{WORDS}</font></p>", id="navy on navy"),
        pytest.param(f"<p style='color:white'>{WORDS}</p>", id="white on a page without any ground"),
        pytest.param(f"<p style='color:transparent'>{WORDS}</p>", id="no colour"),
    ],
)
def test_what_nobody_can_see_is_not_read(html: str) -> None:
    assert doubt(html) == []
    assert [passage.text for passage in read(html).passages][:2] == ["สำนักงานสวนสัตว์ทดลอง", "ข่าวของสำนักงาน"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<div class='tab-pane' style='display:none'>{WORDS}</div>", id="pane"),
        pytest.param(f"<div id='Collapse2569' hidden>{WORDS}</div>", id="numbered pane"),
        pytest.param(f"<div role='tabpanel' hidden>{WORDS}</div>", id="role"),
        pytest.param(
            f"<div class='collapse modal fade'>{WORDS}</div>", id="hidden by a stylesheet that we do not have"
        ),
        pytest.param(f"<details><summary>ปี 2569</summary><div hidden>x</div><p>{WORDS}</p></details>", id="details"),
        pytest.param(
            f"<a data-toggle='x' href='#b7'>ดู</a><hr><div id='b7' style='display:none'>{WORDS}</div>", id="link to it"
        ),
        pytest.param(f"<button>ปี 2569</button><div style='display:none'>{WORDS}</div>", id="below a button"),
        pytest.param(f"<li><a href='#'>เปิด</a><ul style='display:none'><li>{WORDS}</li></ul></li>", id="below a link"),
        pytest.param(
            f"<script>$('h3').click(function(){{$('.more').slideToggle()}})</script>"
            f"<p class='more' style='display:none'>{WORDS}</p>",
            id="a script names its class",
        ),
        pytest.param(
            f"<img onclick=\"document.getElementById('z1').style.display='block'\"><hr>"
            f"<div id='z1' style='display:none'>{WORDS}</div>",
            id="a click names its id",
        ),
        pytest.param(
            f"<style>.y{{display:none}} .y.on{{display:block}}</style><div class='y'>{WORDS}</div>",
            id="a rule shows it",
        ),
        pytest.param(
            f"<style>@media print{{.y{{display:none}}}}</style><div class='y'>{WORDS}</div>", id="hidden on paper only"
        ),
        pytest.param(
            f"<noscript><style>.y{{display:none}}</style></noscript><div class='y'>{WORDS}</div>",
            id="without scripts only",
        ),
        pytest.param(
            f"<ul><li class='s'>ภาพ</li><li class='s' style='display:none'>{WORDS}</li></ul>",
            id="one of several slides",
        ),
        pytest.param(
            "<p class='q'>ถาม ก</p><div class='d' hidden>ตอบ</div>"
            f"<p class='q'>ถาม ข</p><div class='d' hidden>{WORDS}</div>",
            id="questions and answers",
        ),
        pytest.param(f"<div class='wow' style='visibility:hidden'>{WORDS}</div>", id="comes in as one scrolls"),
        pytest.param(
            f"<div style='display:none'><nav><a href='/'>หน้าแรก</a></nav><p>{WORDS}</p></div>",
            id="the page being loaded",
        ),
        pytest.param(f"<div style='background:#036'><p style='color:#fff'>{WORDS}</p></div>", id="white on blue"),
        pytest.param(f"<div class='hero'><p style='color:#fff'>{WORDS}</p></div>", id="white on what a class gives"),
        pytest.param(
            f"<div style='font-size:0'><span style='font-size:16px'>{WORDS}</span></div>",
            id="gaps closed between boxes",
        ),
        pytest.param(f"<div style='position:relative; left:-20px'>{WORDS}</div>", id="moved a little"),
        pytest.param(f"<p aria-hidden='true'>{WORDS}</p>", id="hidden from screen readers only"),
    ],
)
def test_what_a_click_opens_is_read_like_anything_else(html: str) -> None:
    assert doubt(html + SCRIPT) == [None]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<div style='display:none'>{WORDS}</div>", id="no display"),
        pytest.param(f"<div id='k' hidden>{WORDS}</div>", id="attribute"),
        pytest.param(f"<div style='position:fixed;top:-3000px'>{WORDS}</div>", id="off the screen"),
        pytest.param(f"<style>.old{{display:none}}</style><div class='old'>{WORDS}</div>", id="class"),
        pytest.param(
            f"<div style='color:#fff;background:#fff'><p class='lead'>{WORDS}</p></div>", id="a class may give a colour"
        ),
        pytest.param(f"<div style='font-size:0'><p class='lead'>{WORDS}</p></div>", id="a class may give a size"),
    ],
)
def test_what_a_script_or_class_may_show_is_doubted(html: str) -> None:
    assert doubt(html + SCRIPT) == [Unsure.CLOSED]


def test_rows_that_are_hidden_are_told_apart() -> None:
    rows = "<tr><th>งาน</th><th>คน</th></tr><tr><td>ก</td><td>1</td></tr>"
    page = read(f"<table>{rows}<tr style='display:none'><td>{WORDS}</td><td>2</td></tr></table>{SCRIPT}")
    assert [(table.rows, table.unsure) for table in page.tables] == [
        ((("ก", "1"),), None),
        (((WORDS, "2"),), Unsure.CLOSED),
    ]


def test_a_table_in_a_hidden_part_is_doubted_whole() -> None:
    table = f"<table><tr><th>งาน</th><th>คน</th></tr><tr><td>{WORDS}</td><td>2</td></tr></table>"
    assert [found.unsure for found in read(f"<div hidden>{table}</div>{SCRIPT}").tables] == [Unsure.CLOSED]
    assert read(f"<div hidden>{table}</div>").tables == ()


def test_links_keep_their_words() -> None:
    page = read("<del><a href='/o1.pdf'>แผนงานเดิม</a> คำอธิบาย</del>")
    assert [link.text for link in page.links] == ["แผนงานเดิม"]
    assert "คำอธิบาย" not in " ".join(passage.text for passage in page.passages)


def test_what_a_picture_is_said_to_show_is_no_text_of_the_page() -> None:
    page = read(f"<img src='/photo/a.jpg' alt='{WORDS}'>")
    assert [passage.unsure for passage in page.passages if passage.text == WORDS] == [Unsure.ALT]

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import Environment
from lxml import html
from lxml.html import HtmlElement

from oit_checker.model import labels
from oit_checker.model.evidence import (
    ComponentStatus,
    EvidenceWarning,
    ItemStatus,
    LinkCheck,
    Verification,
    WarningKind,
)
from oit_checker.model.report import GapReport, Projection
from reports import render
from reports.to_html import MOST_LINKS, compile_templates, environment

Ended = Callable[[GapReport, str], GapReport]


def page_of(report: GapReport) -> HtmlElement:
    return html.document_fromstring(render(report, "html").decode("utf-8"))


def text_of(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_nothing_is_left_to_compile(report: GapReport, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = render(report, "html")
    environment.cache_clear()
    compile_templates()
    monkeypatch.setattr("jinja2.Environment.compile", None)
    assert render(report, "html") == expected


def test_templates_are_compiled_once_and_again_when_they_have_changed(
    report: GapReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_anew = Environment.compile
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    environment.cache_clear()
    expected = render(report, "html")
    environment.cache_clear()
    monkeypatch.setattr(Environment, "compile", None)
    assert render(report, "html") == expected
    monkeypatch.setattr(Environment, "compile", compile_anew)
    for file in tmp_path.rglob("*.kept"):
        file.write_bytes(file.read_bytes()[:40])
    environment.cache_clear()
    assert render(report, "html") == expected


def test_every_item_is_shown_with_code_title_and_status(report: GapReport) -> None:
    page = page_of(report)
    for finding in report.items:
        article = page.get_element_by_id(f"item-{finding.code}")
        heading = text_of(article.find(".//h3"))
        assert heading == f"{finding.code} {finding.title}"
        assert labels.ITEM_STATUS[finding.status] in text_of(article.find("header"))
        assert article.get("data-status") == finding.status.value


def test_gaps_come_with_their_advice_and_advisory_ones_apart(report: GapReport) -> None:
    article = page_of(report).get_element_by_id("item-O1")
    binding, advisory = article.xpath('.//ul[contains(@class, "gaps")]')
    assert "ไม่พบคำอธิบายหน้าที่และอำนาจของหน่วยงาน แนะนำ เพิ่มหัวข้อหน้าที่และอำนาจ" in text_of(binding)
    assert "ควรแสดงส่วนงานย่อย" not in text_of(binding)
    assert "ควรแสดงส่วนงานย่อย" in text_of(advisory)
    assert "ข้อความที่พบ: โครงสร้างส่วนราชการเทศบาลตำบลห้วยทราย" in text_of(advisory)


def test_evidence_tells_where_how_it_opens_which_year_and_each_component(report: GapReport) -> None:
    piece = text_of(page_of(report).get_element_by_id("item-O14").find(".//details"))
    for told in (
        "เปิดได้ · PDF",
        "พ.ศ. 2566 จากที่อยู่หรือชื่อไฟล์ report_2566.pdf",
        "หน้าแรก › /ita-2569 › O14 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล",
        "ผู้รับผิดชอบ พบแต่ของปีอื่น · หน้า 3 …ผู้รับผิดชอบ สำนักปลัด…",
    ):
        assert told in piece


def warned(report: GapReport) -> GapReport:
    """The report, its first piece of evidence with a warning that quotes a hostile document."""
    doubt = EvidenceWarning(WarningKind.PLACEHOLDER, "มีข้อความตัวอย่าง", "<b>043-xxx-xxxx</b>")
    first, *others = report.items
    pieces = (replace(first.evidence[0], warnings=(doubt,)), *first.evidence[1:])
    return replace(report, items=(replace(first, evidence=pieces), *others))


def test_a_warning_stands_with_its_evidence_and_quotes(report: GapReport) -> None:
    card = text_of(page_of(warned(report)).get_element_by_id("item-O1"))
    assert "ข้อควรตรวจ: มีข้อความรอเนื้อหาหรือข้อความตัวอย่าง มีข้อความตัวอย่าง <b>043-xxx-xxxx</b>" in card
    assert "ข้อควรตรวจ" not in text_of(page_of(report))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param("O1", "คำอธิบายหน้าที่และอำนาจ ไม่พบ", id="a component that is not there"),
        pytest.param("O1", "ลิงก์ไปยังกฎหมายจัดตั้ง ไม่พบ · ไม่บังคับ", id="one that is not asked for"),
        pytest.param("O1", "ส่วนงานย่อย อ่านไม่ได้ · ยังไม่ยืนยันกับคู่มือ", id="one that is not sure to be asked for"),
        pytest.param("O1", "ไปถึง https://www.huaisai.example.go.th/th/structure/", id="a redirect"),
        pytest.param("O8", "เอกสารเป็นภาพสแกน ไม่มีชั้นข้อความ", id="the reason of a review"),
        pytest.param("O11", "คนละปี: สรุปผลของปีงบประมาณ พ.ศ. 2567", id="a near miss"),
        pytest.param("O11", "/news/2567/ประกาศราคากลาง (ฉบับแก้ไข).pdf", id="a Thai address decoded"),
        pytest.param("O18", "ข้อมูลเปิดระดับ 3 จาก 5", id="open data"),
        pytest.param("O3", "ปีที่กำหนด: ปีใดก็ได้", id="any year"),
        pytest.param("O7", "ปีที่กำหนด: ปีงบประมาณ พ.ศ. 2568", id="the previous year"),
        pytest.param("O26", "ยังไม่นับคะแนน", id="a provisional item"),
    ],
)
def test_what_an_item_tells(report: GapReport, code: str, told: str) -> None:
    assert told in text_of(page_of(report).get_element_by_id(f"item-{code}"))


def test_the_score_is_called_an_estimate_and_doubt_is_told(report: GapReport) -> None:
    score = text_of(page_of(report).get_element_by_id("score"))
    for told in (
        "คะแนน OIT โดยประมาณ 68.34 จาก 100",
        "(2 ข้อ) ผ่านทั้งหมด: 72.51",
        "ผู้ประเมินเป็นผู้ตัดสิน",
        "ผลการประเมินจะได้ไม่เกินระดับ “ผ่าน” แม้คะแนน IIT และ EIT จะเต็ม 100",
    ):
        assert told in score


def test_a_level_that_only_doubt_excludes_is_told_apart(report: GapReport) -> None:
    doubtful = replace(report, score=replace(report.score, levels_open_if_reviewed=("ผ่านดี",)))
    score = text_of(page_of(doubtful).get_element_by_id("score"))
    assert "ไม่เกินระดับ “ผ่าน” แม้คะแนน" in score
    assert "ยังมีโอกาสได้ถึงระดับ “ผ่านดี”" in score


def test_a_level_of_an_unknown_name_is_told_as_lost(report: GapReport) -> None:
    other = replace(report, score=replace(report.score, levels_ruled_out=("AA",)))
    assert "ผลการประเมินจะไม่ถึงระดับ “AA”" in text_of(page_of(other).get_element_by_id("score"))


def test_a_projection_is_shown_with_its_level(report: GapReport) -> None:
    projected = replace(report, score=replace(report.score, projection=Projection(91.07, 84.29, 79.95, "ต้องปรับปรุง")))
    assert "คะแนน ITA โดยประมาณ 79.95 ระดับ “ต้องปรับปรุง”" in text_of(page_of(projected).get_element_by_id("score"))


def test_marks_to_gain_first_come_first(report: GapReport) -> None:
    first = page_of(report).get_element_by_id("to-do").find('.//ol[@class="steps"]/li')
    assert text_of(first).startswith("+8.33 คะแนน O22 ")
    assert "อัปโหลดไฟล์ใหม่ หรือแก้ลิงก์ให้ตรงกับชื่อไฟล์" in text_of(first)


def test_a_partial_run_says_why_and_what_that_means(report: GapReport, cut_short: Ended) -> None:
    banner = page_of(cut_short(report, "partial")).find(".//aside")
    assert "ตรวจได้บางส่วน: ครบเวลา 30 นาที" in text_of(banner)
    assert "ข้อที่ยังไม่พบอาจมีอยู่" in text_of(banner)


def test_a_failed_run_shows_no_score(report: GapReport, cut_short: Ended) -> None:
    page = page_of(cut_short(report, "failed"))
    assert "ไม่มีคะแนน" in text_of(page.get_element_by_id("score"))
    assert "68.34" not in text_of(page)
    assert not page.xpath('//*[@id="to-do"]')


def _two_halves(report: GapReport) -> GapReport:
    """O20 as it passes by two documents, each of which shows a part."""
    o20 = next(finding for finding in report.items if finding.code == "O20")
    whole = o20.evidence[0]
    halves = tuple(
        replace(
            whole,
            url=f"{whole.url}?{n}",
            status=ItemStatus.INCOMPLETE,
            components=tuple(
                part if n == place else replace(part, status=ComponentStatus.NOT_FOUND, snippet=None)
                for place, part in enumerate(whole.components)
            ),
        )
        for n in range(2)
    )
    return replace(report, items=tuple(replace(it, evidence=halves) if it.code == "O20" else it for it in report.items))


def test_documents_that_make_an_item_whole_wear_no_fault(report: GapReport) -> None:
    article = page_of(_two_halves(report)).get_element_by_id("item-O20")
    assert "องค์ประกอบข้อมูลไม่ครบ" not in text_of(article)
    assert "ผู้รับผิดชอบ พบ · หลักฐานที่ 2 · หน้า 3" in text_of(article.find('.//ul[@class="parts"]'))
    pieces = [text_of(piece) for piece in article.findall('.//li[@class="piece"]')]
    assert [piece.split(" O20")[0] for piece in pieces] == ["หลักฐานที่ 1", "หลักฐานที่ 2"]
    assert "องค์ประกอบข้อมูลที่แสดง: หัวข้อหลักของข้อนี้" in pieces[0]
    assert "องค์ประกอบข้อมูลที่แสดง: ผู้รับผิดชอบ" in pieces[1]


def test_a_broken_link_tells_once_where_it_stands_and_what_it_answered(report: GapReport) -> None:
    o22 = next(finding for finding in report.items if finding.code == "O22")
    quoted = replace(o22.gaps[0], quote=f"{o22.evidence[0].link_text} ({o22.evidence[0].found_on})")
    items = tuple(replace(it, gaps=(quoted,)) if it.code == "O22" else it for it in report.items)
    lacks = page_of(replace(report, items=items)).get_element_by_id("item-O22").find('.//ul[@class="gaps"]')
    told = text_of(lacks)
    assert "ข้อความที่พบ" not in told
    assert "ผลการเปิดลิงก์: 404 Not Found" in told
    assert "พบลิงก์นี้ที่หน้า https://www.huaisai.example.go.th/ita-2569" in told


def test_one_cause_of_many_reviews_is_told_on_top(report: GapReport) -> None:
    reason = "หน้า ITA แสดงเนื้อหาด้วยสคริปต์"
    unseen = tuple(
        replace(it, status=ItemStatus.REVIEW, evidence=(), reason=reason) if it.sub_indicator == "9.1" else it
        for it in report.items
    )
    banner = page_of(replace(report, items=unseen)).find(".//aside")
    assert text_of(banner) == f"โปรดทราบ: {reason} (4 ข้อ: O1, O2, O3, O4)"


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        pytest.param(None, "ประเภทหน่วยงาน: ไม่ได้ระบุ ใช้เกณฑ์ทั่วไป", id="nothing says it"),
        pytest.param("given", "องค์กรปกครองส่วนท้องถิ่น (ตามที่ผู้ตรวจระบุ)", id="the officer said it"),
        pytest.param("เทศบาลตำบล", "องค์กรปกครองส่วนท้องถิ่น (จากคำว่า “เทศบาลตำบล”)", id="the site says it"),
    ],
)
def test_the_kind_of_agency_is_told_with_its_ground(report: GapReport, basis: str | None, told: str) -> None:
    page = page_of(replace(report, agency=replace(report.agency, kind_basis=basis)))
    assert f"· {told} ·" in text_of(page.find(".//header"))


def test_a_run_without_a_name_leaves_no_empty_place(report: GapReport) -> None:
    footer = text_of(page_of(replace(report, run=replace(report.run, id=""))).find(".//footer"))
    assert "รอบการตรวจ" not in footer


def test_a_completed_run_has_no_banner(report: GapReport) -> None:
    assert page_of(report).find(".//aside") is None


def test_broken_links_come_before_what_only_we_could_not_open(report: GapReport) -> None:
    section = page_of(report).get_element_by_id("links")
    tables = [text_of(table.find("caption")) for table in section.findall(".//table")]
    assert tables == ["ลิงก์ที่มีปัญหา", "ลิงก์ที่โปรแกรมตรวจไม่ได้", "ลิงก์ที่เปิดได้"]
    assert "เว็บไซต์ปฏิเสธโปรแกรมตรวจ" not in text_of(section.findall(".//table")[0])


def test_a_very_long_list_of_links_is_cut_and_says_so(report: GapReport) -> None:
    many = tuple(
        LinkCheck(
            f"https://a.go.th/{n}", "https://a.go.th/", "", (), Verification.OK, 200, f"https://a.go.th/{n}", 1, ""
        )
        for n in range(MOST_LINKS + 3)
    )
    section = page_of(replace(report, links=many)).get_element_by_id("links")
    assert len(section.findall(".//tbody/tr")) == MOST_LINKS
    assert f"แสดง {MOST_LINKS} ลิงก์แรก" in text_of(section)


def test_what_a_site_wrote_stays_text(report: GapReport) -> None:
    body = render(report, "html").decode("utf-8")
    page = html.document_fromstring(body)
    assert "<script>alert('x')</script>" in text_of(page)
    assert len(page.findall(".//script")) == 1
    assert not page.findall(".//img")
    assert not re.search("[\u202a-\u202e\x07]", body)


def test_only_web_addresses_are_links_and_they_tell_nothing(report: GapReport) -> None:
    links = [a for a in page_of(report).iter("a") if not (a.get("href") or "#").startswith("#")]
    assert links
    for link in links:
        assert re.match(r"https?://[!-~]+$", link.get("href") or "")
        assert link.get("rel") == "noopener noreferrer nofollow"


def test_the_file_needs_nothing_else_and_allows_only_its_own_script(report: GapReport) -> None:
    page = page_of(report)
    assert not page.xpath("//link | //iframe | //object | //script[@src] | //*[@onclick or @onload or @onerror]")
    style = page.find(".//style").text or ""
    assert set(re.findall(r"url\((\w+):", style)) == {"data"}
    assert "@import" not in style
    policy = page.xpath('//meta[@http-equiv="Content-Security-Policy"]')[0].get("content")
    script = page.find(".//script").text or ""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_the_page_is_small_enough_to_mail(report: GapReport) -> None:
    assert len(render(report, "html")) < 400_000


def test_without_a_script_everything_is_open_and_no_button_is_dead(report: GapReport) -> None:
    page = page_of(report)
    assert all(fold.get("open") is not None for fold in page.iter("details"))
    assert all(button.xpath("ancestor::*[@hidden]") for button in page.iter("button"))


def test_a_screen_reader_finds_its_way(report: GapReport) -> None:
    page = page_of(report)
    assert page.get("lang") == "th"
    assert len(page.findall(".//h1")) == len(page.findall(".//main")) == 1
    assert page.find(".//a").get("href") == "#main"
    ids = [element.get("id") for element in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    for reference in page.xpath("//@aria-labelledby"):
        assert reference in ids
    for target in page.xpath('//a[starts-with(@href, "#")]/@href'):
        assert target[1:] in ids
    assert all(th.get("scope") for th in page.iter("th"))
    assert all(table.find("caption") is not None for table in page.iter("table"))
    assert all(svg.get("aria-hidden") == "true" for svg in page.iter("svg"))
    for chip in page.xpath('//*[contains(@class, "code s-")]'):
        assert any(label in text_of(chip) for label in labels.ITEM_STATUS.values())


def test_headings_never_skip_a_level(report: GapReport) -> None:
    levels = [int(heading.tag[1]) for heading in page_of(report).xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_the_draft_checklist_and_its_limits_are_told(report: GapReport) -> None:
    footer = text_of(page_of(report).find(".//footer"))
    assert "oit-checker 0.1.0 · รายการตรวจ nacc-2569 (ฉบับร่าง)" in footer
    assert "รายการตรวจเป็นฉบับร่าง" in footer


def test_the_courtesy_numbers_and_the_hub_are_told(report: GapReport) -> None:
    about = text_of(page_of(report).get_element_by_id("about"))
    for told in (
        "1,412 หน้า",
        "57 ฉบับ",
        "603 ลิงก์",
        "184.2 MB",
        "8 นาที 32 วินาที",
        "รหัส O22 พิมพ์ซ้ำสองครั้ง",
        "20 พฤศจิกายน 2569 เวลา 01.00 น.",
    ):
        assert told in about


def test_an_agency_without_a_name_goes_by_its_host(report: GapReport) -> None:
    page = page_of(replace(report, agency=replace(report.agency, name=None)))
    assert text_of(page.find(".//h1")) == "www.huaisai.example.go.th"


def test_an_empty_report_is_a_page_too(report: GapReport) -> None:
    empty = replace(report, items=(), sub_indicators=(), links=(), hubs=(), score=replace(report.score, indicators=()))
    assert "ไม่มีคะแนน" in text_of(page_of(empty))


@pytest.mark.parametrize("status", list(ItemStatus))
def test_every_status_is_explained(report: GapReport, status: ItemStatus) -> None:
    legend = page_of(report).find('.//dl[@class="legend"]')
    assert labels.ITEM_STATUS[status] in text_of(legend)


def test_the_same_report_gives_the_same_bytes(report: GapReport) -> None:
    assert render(report, "html") == render(report, "html")

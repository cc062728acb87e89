"""The statuses, asked of one small item with two binding components and one that is advice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge import Piece, Situation, judge, piece_status
from oit_checker.model.checklist import Basis, Component, EvidenceYear, Item, Keywords
from oit_checker.model.evidence import (
    PART_OF_YEAR,
    ComponentResult,
    ComponentStatus,
    Evidence,
    Finding,
    GapKind,
    ItemStatus,
    NearMiss,
    Verification,
)
from oit_checker.model.labels import IN_PICTURES
from oit_checker.model.page import Unreadable
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear

YEAR = FiscalYear(2569)
HOSTS = ("www.example.go.th",)
COMPLETED = Situation("completed")
F, N, U = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE


def component(name: str, basis: Basis = Basis.CONFIRMED, **more: object) -> Component:
    return Component.model_validate(
        {"id": name, "label_th": name, "required": True, "basis": basis, "keywords": ("คำค้น",), **more}
    )


def item(*components: Component, year: EvidenceYear = EvidenceYear.CURRENT) -> Item:
    return Item(
        code="O23",
        title_th="แผนปฏิบัติการป้องกันการทุจริต",
        title_en="plan",
        title_confidence="confirmed",
        topics=("ac_plan",),
        sub_indicator="10.2",
        evidence_year=year,
        components_confidence="carried-over",
        components=components or (component("projects"), component("budget"), component("period", Basis.INFERRED)),
        keywords=Keywords(strong=("แผนปฏิบัติการป้องกันการทุจริต",)),
        sources=("s",),
    )


def piece(
    year: int | None = 2569,
    verification: Verification = Verification.OK,
    listed: bool = True,
    unreadable: Unreadable | None = None,
    url: str = "https://www.example.go.th/plan.pdf",
    asked: Item | None = None,
    only_lists: bool = False,
    **seen: ComponentStatus,
) -> Piece:
    asked = asked or item()
    results = tuple(ComponentResult(c.id, c.label_th, c.required, seen.get(c.id, F)) for c in asked.components)
    evidence = Evidence(
        url=url,
        final_url=url,
        found_on="https://www.example.go.th/ita",
        link_text="แผน",
        path=(url,),
        media_type="application/pdf",
        http_status=200 if verification.opens else 404,
        verification=verification,
        fiscal_year=year,
        fiscal_year_basis="title" if year else "none",
        machine_readable=False,
        open_data_stars=1,
        status=ItemStatus.REVIEW,
        confidence=0.9,
        matched=(),
        components=results if verification.opens else (),
    )
    status = piece_status(evidence, asked, YEAR, AgencyKind.CENTRAL, unreadable)
    return Piece(replace(evidence, status=status), listed, only_lists, unreadable)


def finding(*pieces: Piece, situation: Situation = COMPLETED, asked: Item | None = None) -> Finding:
    return judge(asked or item(), pieces, situation, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param([piece()], ItemStatus.PASS, id="opens, right year, whole"),
        pytest.param([piece(year=2568)], ItemStatus.OUTDATED, id="last year's file"),
        pytest.param([piece(year=None)], ItemStatus.REVIEW, id="names no year"),
        pytest.param([piece(budget=N)], ItemStatus.INCOMPLETE, id="a binding component lacks"),
        pytest.param([piece(period=N)], ItemStatus.REVIEW, id="an inferred component fails no item and lets none pass"),
        pytest.param([piece(budget=U)], ItemStatus.REVIEW, id="a component could not be read"),
        pytest.param([piece(unreadable=Unreadable.NO_TEXT_LAYER)], ItemStatus.REVIEW, id="scan"),
        pytest.param([piece(verification=Verification.NOT_FOUND)], ItemStatus.UNREACHABLE, id="dead link"),
        pytest.param([piece(verification=Verification.BLOCKED)], ItemStatus.REVIEW, id="bot wall is our limit"),
        pytest.param([piece(verification=Verification.NOT_CHECKED)], ItemStatus.REVIEW, id="robots.txt is our limit"),
        pytest.param([piece(budget=N), piece(url="b", projects=N)], ItemStatus.PASS, id="spread over two pieces"),
        pytest.param(
            [piece(budget=N), piece(url="b", year=2568)], ItemStatus.INCOMPLETE, id="last year's file mends nothing"
        ),
        pytest.param(
            [piece(budget=N), piece(url="b", verification=Verification.BLOCKED)],
            ItemStatus.REVIEW,
            id="what lacks may stand behind the wall",
        ),
        pytest.param(
            [piece(budget=N), piece(url="b", unreadable=Unreadable.NO_TEXT_LAYER)],
            ItemStatus.REVIEW,
            id="what lacks may stand in the scan",
        ),
        pytest.param(
            [piece(verification=Verification.NOT_FOUND), piece(url="b", listed=False)],
            ItemStatus.PASS,
            id="whole elsewhere on the site",
        ),
        pytest.param(
            [piece(year=None, only_lists=True, projects=N, budget=N), piece(url="b", year=2568)],
            ItemStatus.OUTDATED,
            id="a listing page has no year of its own",
        ),
        pytest.param([], ItemStatus.MISSING, id="nothing"),
    ],
)
def test_status(pieces: list[Piece], expected: ItemStatus) -> None:
    assert finding(*pieces).status is expected


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        pytest.param(Situation("partial", "หมดเวลา"), ItemStatus.REVIEW, id="partial run, list not read"),
        pytest.param(Situation("partial", "หมดเวลา", hub_read=True), ItemStatus.MISSING, id="partial run, list read"),
        pytest.param(Situation("failed", "เข้าเว็บไม่ได้"), ItemStatus.REVIEW, id="failed run"),
        pytest.param(Situation("completed", blind=lambda: "ใช้สคริปต์"), ItemStatus.REVIEW, id="list filled by script"),
        pytest.param(Situation("completed", listed_without_link=True), ItemStatus.MISSING, id="listed without a link"),
    ],
)
def test_nothing_found(situation: Situation, expected: ItemStatus) -> None:
    found = finding(situation=situation)
    assert found.status is expected
    assert (found.reason is not None) == (expected is ItemStatus.REVIEW)


def test_what_is_shown_of_other_years_is_told_where_this_years_list_has_no_link() -> None:
    situation = Situation("completed", listed_without_link=True)
    (older,) = finding(piece(year=2567, listed=False, projects=F, budget=F), situation=situation).gaps
    (nothing,) = finding(situation=situation).gaps
    assert "ยังไม่มีลิงก์ไปยังหลักฐาน ประจำปีงบประมาณ พ.ศ. 2569" in older.message
    assert "เป็นของปีอื่น" in older.message
    assert nothing.message.endswith("ไม่มีลิงก์ไปยังหลักฐาน")


def test_where_we_are_blind_is_asked_only_where_nothing_was_found() -> None:
    def asked() -> str:
        raise AssertionError("asked for nothing")

    assert finding(piece(projects=F, budget=F), situation=Situation("completed", blind=asked)).evidence
    with pytest.raises(AssertionError, match="asked for nothing"):
        finding(situation=Situation("completed", blind=asked))


def test_component_of_another_year_is_looked_for_in_that_year() -> None:
    mixed = item(component("declaration"), component("report", evidence_year=EvidenceYear.PREVIOUS))
    declaration = piece(asked=mixed, declaration=F, report=N)
    report = piece(asked=mixed, url="b", year=2568, declaration=N, report=F)
    assert finding(declaration, report, asked=mixed).status is ItemStatus.PASS
    assert finding(declaration, asked=mixed).status is ItemStatus.INCOMPLETE
    last_years = piece(asked=mixed, year=2568, declaration=F, report=F)
    assert finding(last_years, asked=mixed).status is ItemStatus.OUTDATED


def test_an_outdated_item_says_why_where_each_file_is_of_use_for_a_part_of_any_year() -> None:
    asked = item(component("code", evidence_year=EvidenceYear.ANY), component("team"))
    found = judge(asked, [piece(year=2564, asked=asked)], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert found.status is ItemStatus.OUTDATED
    assert [gap.component for gap in found.gaps if not gap.advisory] == ["team"]


@pytest.mark.parametrize(
    ("bases", "lacking", "status"),
    [
        pytest.param("11", "", ItemStatus.PASS, id="one source each, all found"),
        pytest.param("11", "b", ItemStatus.REVIEW, id="one source each, one lacking"),
        pytest.param("c1", "b", ItemStatus.REVIEW, id="beside a confirmed one, one lacking"),
        pytest.param("c1", "a", ItemStatus.INCOMPLETE, id="the confirmed one lacking"),
        pytest.param("1i", "b", ItemStatus.REVIEW, id="what is only inferred lacking beside what a source states"),
        pytest.param("ii", "b", ItemStatus.REVIEW, id="all inferred, one lacking"),
    ],
)
def test_one_source_alone_neither_fails_an_item_nor_lets_it_pass(bases: str, lacking: str, status: ItemStatus) -> None:
    of = {"1": Basis.ONE_SOURCE, "c": Basis.CONFIRMED, "i": Basis.INFERRED}
    asked = item(*(component(name, of[basis]) for name, basis in zip("ab", bases, strict=True)))
    found = finding(piece(asked=asked, **dict.fromkeys(lacking, N)), asked=asked)
    assert found.status is status
    if status is ItemStatus.REVIEW:
        assert found.reason is not None
        assert f"ยังไม่พบ: {lacking}" in found.reason


@pytest.mark.parametrize(
    ("year", "told"),
    [
        pytest.param(EvidenceYear.CURRENT, "” ประจำปีงบประมาณ พ.ศ. 2569 บนเว็บไซต์หลัก", id="of the year"),
        pytest.param(EvidenceYear.ANY, "” บนเว็บไซต์หลัก", id="of any year"),
    ],
)
def test_what_is_missing_is_named_apart_from_where_it_was_looked_for(year: EvidenceYear, told: str) -> None:
    (gap,) = finding(asked=item(year=year)).gaps
    assert told in gap.message


@pytest.mark.parametrize(
    ("unseen", "reason"),
    [
        pytest.param(None, "โปรแกรมไม่ได้เปิดตรวจ โปรดเปิดลิงก์ด้วยตนเอง", id="not known why"),
        pytest.param("ครบเวลาของรอบตรวจ", "ครบเวลาของรอบตรวจ โปรดเปิดลิงก์ด้วยตนเอง", id="told why"),
        pytest.param(
            "robots.txt ไม่อนุญาต โปรดเปิดลิงก์ด้วยตนเอง", "robots.txt ไม่อนุญาต โปรดเปิดลิงก์ด้วยตนเอง", id="told what to do"
        ),
    ],
)
def test_a_link_that_only_we_could_not_open_is_told_with_its_own_reason(unseen: str | None, reason: str) -> None:
    told = finding(replace(piece(verification=Verification.NOT_CHECKED), unseen=unseen))
    assert told.reason == reason
    (gap,) = told.gaps
    assert gap.message == f"โปรแกรมเปิด “แผน” ไม่ได้: {reason.removesuffix(' โปรดเปิดลิงก์ด้วยตนเอง')} จึงยังตัดสินไม่ได้"


@pytest.mark.parametrize(
    ("kinds", "advice"),
    [
        pytest.param(("plan",), "แล้วแก้ลิงก์ให้ชี้ไปที่ฉบับนั้น", id="a document has a new edition"),
        pytest.param((), "เพิ่มบนเว็บไซต์หลัก", id="news are added"),
    ],
)
def test_what_to_publish_for_the_year_is_told_as_the_item_needs_it(kinds: tuple[str, ...], advice: str) -> None:
    asked = Item.model_validate({**item().model_dump(), "document_kinds": kinds})
    (gap,) = finding(piece(year=2568, asked=asked), asked=asked).gaps
    assert gap.kind is GapKind.WRONG_YEAR
    assert gap.advice.endswith(advice)


def test_a_draft_that_lacks_something_is_told_as_a_draft_too() -> None:
    told = finding(replace(piece(budget=N), doubt="เอกสารระบุว่าเป็นร่าง: “(ร่าง) แผน”"))
    assert told.status is ItemStatus.INCOMPLETE
    assert [gap.kind for gap in told.gaps] == [GapKind.COMPONENT_MISSING, GapKind.DOUBTFUL]
    assert "“(ร่าง) แผน”" in told.gaps[1].message


def test_missing_component_is_told_with_place_and_advice() -> None:
    found = finding(piece(budget=N, period=N))
    told = {(gap.component, gap.advisory) for gap in found.gaps if gap.kind is GapKind.COMPONENT_MISSING}
    assert told == {("budget", False), ("period", True)}
    assert all(gap.advice and gap.url for gap in found.gaps)


def test_rejected_piece_becomes_a_near_miss() -> None:
    near = NearMiss("b", "c", "wrong_kind", "เป็นรายงาน แต่ข้อนี้ต้องเป็นแผน")
    found = finding(replace(piece(url="b"), rejected=near))
    assert found.status is ItemStatus.MISSING
    assert found.near_misses == (near,)
    assert found.evidence == ()


@pytest.mark.parametrize(
    ("half", "status"),
    [
        pytest.param(piece(url="b"), ItemStatus.INCOMPLETE, id="of the year, in the list"),
        pytest.param(piece(2568, url="b"), ItemStatus.MISSING, id="of another year"),
        pytest.param(piece(None, url="b"), ItemStatus.MISSING, id="of no year"),
        pytest.param(piece(url="b", listed=False), ItemStatus.MISSING, id="found somewhere"),
    ],
)
def test_a_report_of_half_a_year_lacks_the_other_half(half: Piece, status: ItemStatus) -> None:
    near = NearMiss("b", "c", PART_OF_YEAR, "ชื่อเอกสารระบุ “รอบ 6 เดือน” แต่ข้อนี้ต้องเป็นรายงานทั้งปี")
    found = finding(replace(half, rejected=near))
    assert found.status is status
    assert "“รอบ 6 เดือน”" in found.gaps[0].message or status is ItemStatus.MISSING
    assert finding(replace(half, rejected=near), piece(url="whole")).status is ItemStatus.PASS


@pytest.mark.parametrize("host", ["192.168.1.10", "10.1.2.3:8080", "intranet.local", "localhost"])
def test_an_address_inside_a_network_is_right_and_still_not_public(host: str) -> None:
    found = finding(piece(url=f"http://{host}/plan.pdf", verification=Verification.INVALID_URL))
    (gap,) = found.gaps
    assert gap.kind is GapKind.NOT_PUBLIC
    assert "เปิดได้เฉพาะเครือข่ายภายใน" in gap.message
    assert "เว็บไซต์หลัก" in gap.advice


def test_an_address_that_is_none_is_called_so() -> None:
    (gap,) = finding(piece(url="https://a b.go.th/plan.pdf", verification=Verification.INVALID_URL)).gaps
    assert gap.kind is GapKind.BROKEN_LINK
    assert "เครือข่ายภายใน" not in gap.message


def test_broken_link_beside_whole_evidence_is_advice() -> None:
    found = finding(piece(), piece(url="b", verification=Verification.NOT_FOUND))
    assert found.status is ItemStatus.PASS
    assert [(gap.kind, gap.advisory) for gap in found.gaps] == [(GapKind.BROKEN_LINK, True)]


@pytest.mark.parametrize(
    ("url", "advisory"),
    [
        pytest.param("https://www.other-agency.example/tell", True, id="another agency's site"),
        pytest.param("https://www.example.go.th/tell", False, id="its own"),
    ],
)
def test_a_dead_link_of_another_agency_is_not_what_an_incomplete_item_lacks(url: str, advisory: bool) -> None:
    whole = item(component("here"), component("lacking"))
    own = piece(asked=whole, lacking=ComponentStatus.NOT_FOUND)
    found = finding(own, piece(url=url, verification=Verification.DNS_ERROR, asked=whole), asked=whole)
    assert found.status is ItemStatus.INCOMPLETE
    assert [gap.advisory for gap in found.gaps if gap.kind is GapKind.BROKEN_LINK] == [advisory]


DOUBT = "ชื่อเอกสาร “แผนปฏิบัติการ” บอกว่าเป็นแผน แต่หัวตาราง “ผลการดำเนินการ” บอกว่าเป็นรายงาน"


def test_a_piece_in_doubt_makes_no_item_pass_and_says_why() -> None:
    found = finding(replace(piece(), doubt=DOUBT))
    assert found.status is ItemStatus.REVIEW
    assert found.reason is not None
    assert found.reason.startswith(DOUBT)


def test_a_piece_in_doubt_does_not_hinder_what_is_whole_without_it() -> None:
    doubted = replace(piece(url="https://www.example.go.th/b.pdf"), doubt=DOUBT)
    assert finding(piece(), doubted).status is ItemStatus.PASS


def test_what_is_whole_only_with_a_piece_in_doubt_is_for_a_person() -> None:
    doubted = replace(piece(url="https://www.example.go.th/b.pdf"), doubt=DOUBT)
    assert finding(piece(budget=N), doubted).status is ItemStatus.REVIEW


def test_a_lack_that_no_doubt_can_mend_stays_a_lack() -> None:
    assert finding(replace(piece(budget=N), doubt=DOUBT)).status is ItemStatus.INCOMPLETE


def monthly(*told: str, year: int = 2569, unreadable: Unreadable | None = None) -> Piece:
    """A monthly file that shows those months, of the two that are due."""
    whole = piece(
        year=year, asked=MONTHLY, unreadable=unreadable, url=f"https://www.example.go.th/{'-'.join(told)}.pdf"
    )
    part = replace(whole.evidence.components[0], status=N, parts=told, due=("ต.ค.", "พ.ย."))
    return replace(whole, evidence=replace(whole.evidence, components=(part,)))


MONTHLY = item(component("months"))


def test_monthly_files_are_whole_together() -> None:
    assert finding(monthly("ต.ค."), monthly("พ.ย."), asked=MONTHLY).status is ItemStatus.PASS


def test_a_month_of_another_year_does_not_help() -> None:
    found = finding(monthly("ต.ค."), monthly("พ.ย.", year=2568), asked=MONTHLY)
    assert found.status is ItemStatus.INCOMPLETE
    assert "ยังขาด: พ.ย." in found.gaps[0].message


def test_a_month_may_stand_in_the_file_that_cannot_be_read() -> None:
    scan = monthly("พ.ย.", unreadable=Unreadable.NO_TEXT_LAYER)
    assert finding(monthly("ต.ค."), scan, asked=MONTHLY).status is ItemStatus.REVIEW


def test_what_makes_a_year_unsure_is_the_reason() -> None:
    found = finding(replace(piece(year=None), year_doubt="ปกระบุปี 2569 แต่เนื้อในกล่าวถึงปี 2568"))
    assert found.status is ItemStatus.REVIEW
    assert found.reason is not None
    assert found.reason.startswith("ปกระบุปี 2569")


def test_words_that_were_read_and_not_believed_are_no_denial() -> None:
    doubted = piece(projects=U)
    components = tuple(replace(c, snippet="โครงการ") if c.status is U else c for c in doubted.evidence.components)
    told = judge(
        item(),
        (replace(doubted, evidence=replace(doubted.evidence, components=components)),),
        COMPLETED,
        year=YEAR,
        kind=AgencyKind.LOCAL_GOVERNMENT,
        hosts=HOSTS,
    )
    assert told.status is ItemStatus.REVIEW
    assert told.reason is not None
    assert "None" not in told.reason


def test_a_cover_whose_file_is_something_else_is_no_evidence() -> None:
    cover = piece(only_lists=True, url="https://www.example.go.th/p")
    file = piece(url="https://www.example.go.th/p.pdf")
    read = replace(file, evidence=replace(file.evidence, found_on="https://www.example.go.th/p"))
    spent = replace(read, rejected=NearMiss(read.evidence.url, read.evidence.found_on, "wrong_kind", "เป็นแผน"))
    assert finding(cover, spent).status is ItemStatus.MISSING
    assert finding(cover, spent, read).status is not ItemStatus.MISSING


def test_what_is_wrong_behind_this_years_own_link_is_told_first() -> None:
    own = piece(url="https://www.example.go.th/own.pdf")
    wrong = replace(own, rejected=NearMiss(own.evidence.url, "", "wrong_kind", "เป็นแผน"))
    told = finding(wrong, piece(year=2567, listed=False, url="https://www.example.go.th/old.pdf"))
    assert told.status is ItemStatus.OUTDATED
    assert told.gaps[0].url == own.evidence.url
    assert "เป็นแผน" in told.gaps[0].message


PAGE = "https://www.example.go.th/p"


def behind(found: Piece, name: str, text: str = "แผน") -> Piece:
    """A piece to which the page PAGE leads by a link with that text."""
    url = f"{PAGE}/{name}"
    return replace(found, evidence=replace(found.evidence, url=url, final_url=url, found_on=PAGE, link_text=text))


def test_a_cover_whose_files_are_all_dead_says_only_which_links_to_mend() -> None:
    cover = piece(only_lists=True, url=PAGE, projects=N, budget=N)
    dead = [behind(piece(verification=Verification.SOFT_404), name) for name in ("show?no=1", "show?no=2")]
    told = finding(cover, *dead)
    assert told.status is ItemStatus.UNREACHABLE
    assert [(gap.kind, gap.url) for gap in told.gaps] == [(GapKind.BROKEN_LINK, one.evidence.url) for one in dead]
    half = finding(cover, dead[0], behind(piece(budget=N), "a.pdf"))
    assert half.status is ItemStatus.INCOMPLETE
    assert GapKind.COMPONENT_MISSING in {gap.kind for gap in half.gaps}


@pytest.mark.parametrize("listed", [True, False])
def test_the_gap_says_that_the_items_own_link_opens_another_document(listed: bool) -> None:
    cover = piece(only_lists=True, url=PAGE, listed=listed)
    other = behind(piece(listed=listed), "a.pdf", "แผนของปีนี้ › เปิดอ่าน")
    rejected = replace(other, rejected=NearMiss(other.evidence.url, PAGE, "wrong_kind", "เป็นรายงาน"))
    told = finding(cover, rejected)
    assert told.status is ItemStatus.MISSING
    assert told.gaps[0].url == other.evidence.url
    assert "เป็นรายงาน" in told.gaps[0].message
    assert ("แผนของปีนี้" in told.gaps[0].message) is not listed


def test_what_search_alone_took_for_the_item_is_no_link_of_its_own() -> None:
    other = piece(listed=False, url="https://www.example.go.th/a.pdf")
    rejected = replace(other, rejected=NearMiss(other.evidence.url, "", "wrong_kind", "เป็นรายงาน"))
    (gap,) = finding(rejected).gaps
    assert "เป็นรายงาน" not in gap.message


def test_a_listed_cover_of_something_else_is_told_before_what_other_places_offer() -> None:
    cover, other = piece(only_lists=True, url=PAGE), behind(piece(), "a.pdf")
    rejected = replace(other, rejected=NearMiss(other.evidence.url, PAGE, "wrong_kind", "เป็นรายงาน"))
    old = piece(year=2567, listed=False, url="https://www.example.go.th/old.pdf")
    assert "เป็นรายงาน" in finding(cover, rejected, old).gaps[0].message
    right = piece(year=2567, url="https://www.example.go.th/own.pdf")
    assert "เป็นรายงาน" not in finding(cover, rejected, right).gaps[0].message


def of_conduct(text: str, year: int, **seen: ComponentStatus) -> Piece:
    found = piece(year=year, asked=CONDUCT, url=f"{PAGE}/{year}.pdf", **seen)
    evidence = replace(found.evidence, link_text=text)
    return replace(
        found, evidence=replace(evidence, status=piece_status(evidence, CONDUCT, YEAR, AgencyKind.CENTRAL, None))
    )


CONDUCT = item(component("จรรยาวิชาชีพ", evidence_year=EvidenceYear.ANY), component("team"), component("training"))


@pytest.mark.parametrize("code", [F, N])
def test_what_may_be_of_any_year_is_told_to_be_of_no_wrong_one(code: ComponentStatus) -> None:
    rules = of_conduct("จรรยาวิชาชีพครู พ.ศ. 2561", 2561, จรรยาวิชาชีพ=code, team=N, training=N)
    course = of_conduct("การอบรมครู", 2567, จรรยาวิชาชีพ=N, team=N, training=F)
    told = finding(rules, course, asked=CONDUCT)
    assert told.status is ItemStatus.INCOMPLETE
    assert [gap.url for gap in told.gaps if gap.kind is GapKind.WRONG_YEAR] == [course.evidence.url]
    assert "“training” ของปีงบประมาณ พ.ศ. 2569" in next(g.advice for g in told.gaps if g.kind is GapKind.WRONG_YEAR)
    assert ("team", False) in {(gap.component, gap.advisory) for gap in told.gaps}


def test_where_every_part_of_the_year_is_shown_for_another_one_the_item_is_outdated() -> None:
    course = of_conduct("การอบรมครู", 2567, จรรยาวิชาชีพ=N, team=F, training=F)
    assert finding(course, asked=CONDUCT).status is ItemStatus.OUTDATED


def test_a_file_of_another_year_behind_a_link_that_names_the_year_is_to_be_replaced() -> None:
    asked = Item.model_validate({**item().model_dump(), "document_kinds": ("plan",)})
    (gap,) = finding(behind(piece(year=2568, asked=asked), "a.pdf", "แผนปี ๒๕๖๙"), asked=asked).gaps
    assert "ลิงก์ระบุปี 2569 แต่ไฟล์ที่เปิดเป็นของปี 2568" in gap.advice


def test_a_cover_behind_which_nothing_was_opened_is_for_a_person() -> None:
    told = finding(piece(only_lists=True, url=PAGE, projects=N, budget=N))
    assert told.status is ItemStatus.REVIEW
    assert [one.status for one in told.evidence] == [ItemStatus.REVIEW]
    assert told.gaps == ()
    assert told.reason is not None


def service(*, login_is_front: bool) -> Item:
    return item(component("system")).model_copy(update={"login_is_front": login_is_front})


def judged(asked: Item, *pieces: Piece) -> Finding:
    return judge(asked, pieces, COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)


def test_a_customers_sign_in_is_the_front_of_a_service_and_for_a_person() -> None:
    door = replace(piece(verification=Verification.LOGIN_REQUIRED), is_front=True)
    finding = judged(service(login_is_front=True), door)
    assert finding.status is ItemStatus.REVIEW
    assert any("ก่อนหน้าเข้าสู่ระบบ" in gap.advice and gap.advisory for gap in finding.gaps)


@pytest.mark.parametrize(("is_service", "advice"), [(True, "บุคคลภายนอกใช้ได้"), (False, "เปิดสิทธิ์")])
def test_any_other_sign_in_keeps_the_public_out(is_service: bool, advice: str) -> None:
    finding = judged(service(login_is_front=is_service), piece(verification=Verification.LOGIN_REQUIRED))
    assert finding.status is ItemStatus.UNREACHABLE
    assert advice in finding.gaps[0].advice


def test_what_shows_nothing_of_the_item_is_the_wrong_paper_and_not_the_wrong_year() -> None:
    assert judged(item(), piece(2568, projects=N, budget=N, period=N)).status is ItemStatus.INCOMPLETE
    assert judged(item(), piece(2568, budget=N, period=N)).status is ItemStatus.OUTDATED


def test_a_component_counts_by_the_year_of_its_own_heading() -> None:
    old = piece(2568)
    own = tuple(replace(result, fiscal_year=2569) for result in old.evidence.components)
    assert judged(item(), old).status is ItemStatus.OUTDATED
    assert judged(item(), replace(old, evidence=replace(old.evidence, components=own))).status is ItemStatus.PASS


def test_what_is_there_of_another_year_is_not_told_as_lacking() -> None:
    of_last_year = component("report", Basis.ONE_SOURCE, evidence_year="previous")
    asked = item(component("projects"), of_last_year)
    here, lacking = (judged(asked, piece(asked=asked, report=status)) for status in (F, N))
    assert (here.status, lacking.status) == (ItemStatus.REVIEW, ItemStatus.REVIEW)
    assert "พบ แต่เป็นของปีอื่น: report" in (here.reason or "")
    assert "ยังไม่พบ" not in (here.reason or "")
    assert "ยังไม่พบ: report" in (lacking.reason or "")


@pytest.mark.parametrize(
    ("note", "advice"),
    [
        ("มีคอลัมน์ “งบ” แต่ไม่มีข้อมูลในคอลัมน์", "กรอกคอลัมน์ “งบ” ให้ครบ"),
        ("มีช่อง “โทร” แต่ไม่ได้กรอก", "กรอกช่อง “โทร” ให้ครบ"),
        ("พบ 7 จาก 10 ยังไม่พบ: การใช้อำนาจ", "เพิ่ม “budget” ส่วนที่ยังขาด (การใช้อำนาจ)"),
        ("พบเพียงบางส่วน", "เพิ่ม “budget”"),
    ],
)
def test_the_advice_names_what_is_to_be_filled_in_or_added(note: str, advice: str) -> None:
    seen = piece(budget=N)
    results = tuple(replace(r, note=note) if r.id == "budget" else r for r in seen.evidence.components)
    finding = judged(item(), replace(seen, evidence=replace(seen.evidence, components=results)))
    gap = next(gap for gap in finding.gaps if gap.component == "budget")
    assert advice in gap.advice


BLANK = "มีคอลัมน์ “ใช้ไป” แต่ไม่มีข้อมูลในคอลัมน์"


def noted(seen: Piece, id: str, **more: object) -> Piece:
    """The same piece, where the result of one component says more."""
    results = tuple(replace(r, **more) if r.id == id else r for r in seen.evidence.components)  # type: ignore[arg-type]
    return replace(seen, evidence=replace(seen.evidence, components=results))


def test_a_blank_column_is_told_where_it_stands() -> None:
    cover, plan = (
        piece(url="https://www.example.go.th/cover.pdf", budget=N),
        noted(piece(budget=N), "budget", note=BLANK),
    )
    gap = next(gap for gap in judged(item(), cover, plan).gaps if gap.component == "budget")
    assert (gap.url, "“ใช้ไป”" in gap.advice) == (plan.evidence.url, True)


@pytest.mark.parametrize(
    ("pieces", "expected", "is_named"),
    [
        pytest.param([noted(piece(period=N), "period", note=BLANK)], ItemStatus.REVIEW, True, id="printed and blank"),
        pytest.param([piece(period=N)], ItemStatus.REVIEW, False, id="not printed at all"),
        pytest.param(
            [noted(piece(period=N), "period", note=BLANK), piece(url="b", budget=N)],
            ItemStatus.PASS,
            False,
            id="told elsewhere",
        ),
        pytest.param(
            [piece(period=N), noted(piece(url="b", projects=N, budget=N, period=N), "period", note=BLANK)],
            ItemStatus.REVIEW,
            False,
            id="a form beside the evidence",
        ),
    ],
)
def test_a_doubt_names_the_column_that_nobody_filled_in(
    pieces: list[Piece], expected: ItemStatus, is_named: bool
) -> None:
    finding = judged(item(), *pieces)
    assert finding.status is expected
    assert ("“ใช้ไป”" in (finding.reason or "")) is is_named


@pytest.mark.parametrize(
    ("link", "parts", "expected"),
    [
        pytest.param("เดือนพฤศจิกายน 2568", ("ต.ค.",), ItemStatus.INCOMPLETE, id="another month behind the link"),
        pytest.param("พ.ย. 68", ("ต.ค.",), ItemStatus.INCOMPLETE, id="in short"),
        pytest.param("สรุปรายเดือน", ("ต.ค.",), ItemStatus.REVIEW, id="a link that says no month"),
        pytest.param("เดือนพฤศจิกายน 2568", ("ต.ค.", "ธ.ค."), ItemStatus.REVIEW, id="a file of several months"),
        pytest.param("เดือนธันวาคม 2568", ("ต.ค.",), ItemStatus.REVIEW, id="that month is not asked"),
        pytest.param("เดือนพฤศจิกายน 2568", (), ItemStatus.REVIEW, id="a file that names no month"),
        pytest.param("เดือนพฤศจิกายน 2568", ("พ.ย.",), ItemStatus.PASS, id="as its link says"),
    ],
)
def test_a_month_whose_file_is_of_another_month_is_a_firm_lack(
    link: str, parts: tuple[str, ...], expected: ItemStatus
) -> None:
    asked = item(component("projects"), component("months", Basis.ONE_SOURCE))
    october = noted(piece(asked=asked, months=N), "months", parts=("ต.ค.",), due=("ต.ค.", "พ.ย."))
    other = noted(
        piece(asked=asked, url="https://www.example.go.th/b.pdf", months=N), "months", parts=parts, due=("ต.ค.", "พ.ย.")
    )
    other = replace(other, evidence=replace(other.evidence, link_text=link))
    finding = judged(asked, october, other)
    assert finding.status is expected
    firm = [gap for gap in finding.gaps if not gap.advisory]
    assert [gap.url for gap in firm] == ([other.evidence.url] if expected is ItemStatus.INCOMPLETE else [])
    assert all(link in gap.advice and "ต.ค." in gap.advice for gap in firm)


def test_a_document_in_another_row_is_to_be_moved() -> None:
    found = replace(piece(listed=False), doubt="พบในช่องของ O22", stands_under="O22")
    finding = judged(item(), found)
    assert finding.status is ItemStatus.REVIEW
    assert any("O22" in gap.advice and "O23" in gap.advice for gap in finding.gaps)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(
            [piece(year=2568, listed=False, projects=N, budget=N, period=N)], ItemStatus.MISSING, id="nothing"
        ),
        pytest.param([piece(year=2568, listed=False, budget=N, period=N)], ItemStatus.OUTDATED, id="a part of it"),
        pytest.param([piece(year=2568, listed=False, projects=U, budget=N)], ItemStatus.OUTDATED, id="unread"),
        pytest.param(
            [piece(budget=N), piece(url="b", year=2568, listed=False, projects=N, budget=N, period=N)],
            ItemStatus.INCOMPLETE,
            id="what this year's evidence says",
        ),
    ],
)
def test_a_page_of_another_year_that_shows_nothing_is_no_outdated_evidence(
    pieces: list[Piece], expected: ItemStatus
) -> None:
    found = finding(*pieces)
    assert found.status is expected
    if expected is ItemStatus.MISSING:
        assert [near.reason for near in found.near_misses] == ["wrong_year"]


def test_a_page_that_announces_is_to_be_filled_and_its_link_is_right() -> None:
    said = "หน้านี้แจ้งว่ายังจัดทำไม่เสร็จ: “แผนอยู่ระหว่างเสนอผู้บริหาร”"
    page = replace(piece(), rejected=NearMiss("https://x.go.th/o23", "https://x.go.th/ita", "not_yet", said))
    empty = replace(piece(), rejected=NearMiss("https://x.go.th/o23", "https://x.go.th/ita", "weak_match", "มีแต่ชื่อ"))
    (gap,) = finding(page).gaps
    assert (gap.kind, gap.message) == (GapKind.MISSING, said)
    assert "จัดทำ" in gap.advice
    assert "ไม่ต้องแก้" in gap.advice
    (wrong, *_) = finding(page, piece(url="b", year=2568, listed=False)).gaps
    assert (wrong.message, "ไม่ต้องแก้" in wrong.advice) == (said, True)
    assert "ไม่ต้องแก้" not in finding(empty).gaps[0].advice


def test_a_page_whose_words_were_read_is_not_called_unreadable() -> None:
    asked = item(component("name"), component("photo"))
    told = piece(asked=asked, name=F, photo=U)
    results = tuple(
        replace(one, note=f"พบชื่อบุคคล 1 คน นอกนั้น{IN_PICTURES}") if one.status is U else one
        for one in told.evidence.components
    )
    read = replace(told, evidence=replace(told.evidence, components=results))
    found = finding(read, asked=asked)
    assert found.status is ItemStatus.REVIEW
    assert found.reason == "ไม่พบในข้อความที่อ่านได้ แต่อาจแสดงเป็นภาพ โปรดเปิดดูว่ามี: photo (พบชื่อบุคคล 1 คน)"


def test_the_page_that_leads_to_the_evidence_is_no_near_miss_for_its_year() -> None:
    way = piece(year=2568, url="https://www.example.go.th/o22", only_lists=True)
    wrong = piece(url="https://www.example.go.th/a.pdf")
    wrong = replace(
        wrong,
        evidence=replace(wrong.evidence, found_on=way.evidence.url),
        rejected=NearMiss(wrong.evidence.url, way.evidence.url, "other_item", "เรื่องอื่น"),
    )
    assert [near.url for near in finding(way, wrong).near_misses] == [wrong.evidence.url]
    alone = piece(year=2568, url="https://www.example.go.th/o22")
    assert [near.reason for near in finding(alone).near_misses] == ["wrong_year"]


def test_of_a_span_of_years_the_whole_is_told_and_no_single_year() -> None:
    old = piece(year=2565)
    quoted = replace(old, evidence=replace(old.evidence, fiscal_year_quote="พ.ศ. 2561 - 2565"))
    found = finding(quoted)
    assert "พ.ศ. 2561 – 2565" in found.near_misses[0].message
    assert "พ.ศ. 2561 – 2565" in found.gaps[0].message
    assert "พ.ศ. 2565 " in finding(old).gaps[0].message

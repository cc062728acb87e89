"""Pages made by script: judged as the same pages sent plainly, and told where only a browser shows them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import scripted

from oit_checker import demo
from oit_checker.checklist import load_checklist
from oit_checker.config import AuditOptions, CrawlLimits
from oit_checker.model.evidence import Finding, ItemStatus, WarningKind
from oit_checker.model.rendering import Lack
from oit_checker.model.report import GapReport
from oit_checker.run import Plan, audit_site, judge_snapshot
from spiders.browser import chromium

CHECKLIST = load_checklist("nacc-2569")
HUB, LAST_YEARS = "/ita/2569.html", "/ita/2568.html"
needs_chromium = pytest.mark.skipif(
    chromium.lack() is not None, reason="no Chromium here: apt-get install chromium-headless-shell, and the extra [js]"
)
FILLS = """
const put = async () => {
  const part = await (await fetch('/part?path=' + encodeURIComponent(location.pathname))).json();
  document.getElementById('app').innerHTML = part;
};
put();
"""


def audit(site: str, folder: Path, **limits: object) -> GapReport:
    plan = Plan(site=site, checklist=CHECKLIST, output=folder, limits=CrawlLimits(max_minutes=3, **limits))  # type: ignore[arg-type]
    return audit_site(plan)


def statuses(report: GapReport) -> dict[str, ItemStatus]:
    return {finding.code: finding.status for finding in report.items}


def item(report: GapReport, code: str) -> Finding:
    return next(finding for finding in report.items if finding.code == code)


def warned(finding: Finding, kind: WarningKind) -> list[str]:
    return [it.message for piece in finding.evidence for it in piece.warnings if it.kind is kind]


@pytest.fixture(scope="module")
def as_sent(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ItemStatus]:
    with demo.serve() as site:
        report = audit(site, tmp_path_factory.mktemp("plain"))
    assert report.run.pages_rendered == 0  # a site of plain pages needs no browser
    assert report.run.rendering is not None
    assert report.run.rendering.counts == {}
    return statuses(report)


def whole_site(path: str, query: Mapping[str, list[str]]) -> scripted.Answer | None:
    """Every page of the demo is an empty shell."""
    if path == "/part":
        return scripted.data(scripted.inside(query["path"][0]))
    return scripted.shell(FILLS) if path == "/" or path.startswith("/ita") or path.endswith(".html") else None


@needs_chromium
def test_a_site_of_one_script_is_judged_as_if_sent_plainly(tmp_path: Path, as_sent: dict[str, ItemStatus]) -> None:
    with scripted.serve(whole_site) as site:
        report = audit(site, tmp_path)
    assert statuses(report) == as_sent
    assert report.run.outcome == "completed"
    assert report.run.pages_rendered > 1
    passed = [finding for finding in report.items if finding.status is ItemStatus.PASS]
    assert all(warned(finding, WarningKind.NEEDS_JAVASCRIPT) for finding in passed)
    again = judge_snapshot(tmp_path / "snapshot", CHECKLIST, AuditOptions())
    assert statuses(again) == as_sent


def only_hub(make: str) -> scripted.Make:
    """The demo as it is, but for its list of the year, which the script `make` fills from /part."""

    def answer(path: str, query: Mapping[str, list[str]]) -> scripted.Answer | None:
        if path == "/part":
            return scripted.data(scripted.inside(query["path"][0]))
        return scripted.shell(make, title="ITA") if path in {HUB, "/ita", "/ita/"} else None

    return answer


CHOOSES = f"""
const app = document.getElementById('app');
app.innerHTML = '<h1>ITA</h1><select id="pick" name="year"><option value="2568">ปีงบประมาณ พ.ศ. 2568</option>'
  + '<option value="2569">ปีงบประมาณ พ.ศ. 2569</option></select><div id="list"></div>';
const pick = document.getElementById('pick');
const show = async () => {{
  const path = pick.value === '2569' ? '{HUB}' : '{LAST_YEARS}';
  document.getElementById('list').innerHTML = await (await fetch('/part?path=' + path)).json();
}};
pick.onchange = show;
const asked = new URLSearchParams(location.search).get('year');
if (asked && CARRIES) pick.value = asked;
show();
"""


@needs_chromium
@pytest.mark.parametrize("carries", [False, True], ids=["no address shows it", "?year= shows it"])
def test_a_year_chosen_in_the_page_is_told_with_the_address_that_shows_it(
    carries: bool, tmp_path: Path, as_sent: dict[str, ItemStatus]
) -> None:
    with scripted.serve(only_hub(CHOOSES.replace("CARRIES", str(carries).lower()))) as site:
        report = audit(site, tmp_path)
    assert statuses(report)["O13"] is as_sent["O13"]
    told = warned(item(report, "O13"), WarningKind.CHOICE_NOT_IN_LINK)
    assert told
    assert all("ปีงบประมาณ พ.ศ. 2569" in message for message in told)
    rendering = report.run.rendering
    assert rendering is not None
    address = f"{site}ita/2569.html?year=2569" if carries else None
    assert [choice.shown_at for choice in rendering.choices if "2569" in choice.words] == [address]
    assert any((address or "ที่อยู่ (URL) ของตนเอง") in message for message in told)


@needs_chromium
def test_what_is_only_told_under_a_choice_is_judged_as_the_page_opens(tmp_path: Path) -> None:
    script = """
    const app = document.getElementById('app');
    app.innerHTML = '<h1>ITA</h1><select id="pick"><option>ปี 2568</option><option>ปี 2569</option></select>'
      + '<div id="list"></div>';
    const show = (year) => {
      const items = ['O1 โครงสร้าง หน้าที่และอำนาจ', 'O2 ข้อมูลผู้บริหาร', 'O3 ข้อมูลการติดต่อและช่องทางการสอบถาม',
        'O4 ข่าวประชาสัมพันธ์', 'O5 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน'];
      document.getElementById('list').innerHTML = year === '2568'
        ? '<p>ไม่มีข้อมูลของปีนี้ในหน้านี้</p><p>โปรดเลือกปี</p><p>ขอบคุณ</p>'
        : items.map((text) => `<h3>${text} ปี 2569</h3><p>${'รายละเอียดของ' + text + ' ทั้งหมดที่เปิดเผย'}</p>`).join('');
    };
    document.getElementById('pick').onchange = (event) => show(event.target.value.slice(-4));
    show('2568');
    """
    with scripted.serve(only_hub(script)) as site:
        report = audit(site, tmp_path)
    own = [piece for finding in report.items for piece in finding.evidence if piece.url.startswith(f"{site}ita/2569")]
    assert all(piece.status is not ItemStatus.PASS for piece in own)


@pytest.mark.parametrize(
    ("render", "lacking", "says"),
    [
        pytest.param("never", None, "--render auto", id="switched off"),
        pytest.param("auto", Lack.NO_BROWSER, "apt-get install chromium", id="no browser"),
        pytest.param("auto", Lack.NO_DRIVER, "oit-checker[js]", id="no driver"),
    ],
)
def test_what_was_not_seen_is_no_gap(
    render: str, lacking: Lack | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if lacking is not None:
        block_chromium(lacking, tmp_path, monkeypatch)
    with scripted.serve(only_hub(FILLS)) as site:
        report = audit(site, tmp_path / "out", render=render)
    assert report.run.pages_rendered == 0
    assert ItemStatus.MISSING not in statuses(report).values()
    assert any(says in note and "สคริปต์" in note for note in report.run.notes)
    assert report.run.rendering is not None
    assert report.run.rendering.left[0].signs


def block_chromium(lacking: Lack, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the browser from the crawling child, or the library that drives it."""
    if lacking is Lack.NO_BROWSER:
        monkeypatch.setenv("PATH", str(folder))
        return
    (folder / "sitecustomize.py").write_text(
        "import sys\nfrom importlib.abc import MetaPathFinder\n"
        "class Without(MetaPathFinder):\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'playwright':\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Without())\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(folder))

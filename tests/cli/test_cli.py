"""The command line as an officer meets it: exit codes, files, messages, settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from oit_checker.demo import serve

ROOT = Path(__file__).parents[2]


def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "oit_checker", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo site, audited once; the folder and what was printed."""
    folder = tmp_path_factory.mktemp("audited")
    with serve() as site:
        done = run("audit", site, "--output", folder, "--format", "html", "--format", "xlsx", "--format", "csv")
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_audit_writes_every_form_and_prints_a_summary(audited: tuple[Path, str]) -> None:
    folder, printed = audited
    assert {path.suffix for path in folder.glob("gap_report.*")} == {".json", ".html", ".xlsx", ".csv"}
    assert "คะแนน OIT โดยประมาณ" in printed
    assert (folder / "snapshot" / "manifest.json").is_file()


def test_the_demo_holds_all_six_statuses(audited: tuple[Path, str]) -> None:
    report = json.loads((audited[0] / "gap_report.json").read_text(encoding="utf-8"))
    statuses = {item["status"] for item in report["items"]}
    assert statuses == {"missing", "unreachable", "outdated", "incomplete", "review", "pass"}
    assert report["run"]["outcome"] == "completed"


def test_judge_makes_the_same_report_byte_for_byte(audited: tuple[Path, str], tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("judge", audited[0] / "snapshot", "--output", tmp_path / name, "--quiet").returncode == 0
    first = (tmp_path / "one" / "gap_report.json").read_bytes()
    assert first == (tmp_path / "two" / "gap_report.json").read_bytes()
    assert first == (audited[0] / "gap_report.json").read_bytes()


def test_report_makes_a_form_again(audited: tuple[Path, str], tmp_path: Path) -> None:
    done = run("report", audited[0] / "gap_report.json", "--format", "html", "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "gap_report.html").read_bytes() == (audited[0] / "gap_report.html").read_bytes()


def test_fail_under_ends_with_one(audited: tuple[Path, str], tmp_path: Path) -> None:
    words = ("judge", audited[0] / "snapshot", "--output", tmp_path, "--quiet")
    assert run(*words, "--fail-under", "99").returncode == 1
    assert run(*words, "--fail-under", "1").returncode == 0


def test_iit_and_eit_give_a_projection(audited: tuple[Path, str], tmp_path: Path) -> None:
    run("judge", audited[0] / "snapshot", "--output", tmp_path, "--quiet", "--iit", "90", "--eit", "80")
    score = json.loads((tmp_path / "gap_report.json").read_text(encoding="utf-8"))["score"]
    assert score["projection"]["ita"] == pytest.approx(0.3 * 90 + 0.3 * 80 + 0.4 * score["oit"], abs=0.006)
    assert score["projection"]["level"]


def test_quiet_prints_nothing(audited: tuple[Path, str], tmp_path: Path) -> None:
    done = run("judge", audited[0] / "snapshot", "--output", tmp_path, "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(("audit",), 2, "SITE", id="no address"),
        pytest.param(("audit", "not a site"), 2, "https://www.example.go.th", id="no web address"),
        pytest.param(
            ("audit", "127.0.0.1:9", "--year", "2570"), 2, "checklist roll 2569 2570", id="year without a list"
        ),
        pytest.param(("audit", "127.0.0.1:9", "--checklist", "nope"), 2, "nacc-2569", id="unknown checklist"),
        pytest.param(
            ("audit", "127.0.0.1:9", "--checklist", "nacc-2568", "--year", "2569"), 2, "2568", id="year and list differ"
        ),
        pytest.param(("audit", "127.0.0.1:9", "--format", "pdf"), 2, "pdf", id="unknown form"),
        pytest.param(("audit", "127.0.0.1:9", "--output", "/proc/nowhere"), 2, "--output", id="unwritable folder"),
        pytest.param(("audit", "127.0.0.1:9", "--contact", "ผู้ดูแล"), 2, "ภาษาอังกฤษ", id="contact in Thai"),
        pytest.param(("judge", "/nowhere"), 2, "no snapshot", id="no snapshot"),
        pytest.param(("report", "/nowhere.json"), 2, "อ่านรายงานไม่ได้", id="no report"),
        pytest.param(("explain", "O99"), 2, "O1 ถึง O26", id="unknown item"),
        pytest.param(("explain", "nonsense"), 2, "จัดซื้อจัดจ้าง", id="unknown words"),
    ],
)
def test_bad_usage_is_told_and_ends_with_two(words: tuple[str, ...], code: int, told: str) -> None:
    done = run(*words)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_that_is_down_ends_with_three_and_calls_nothing_missing(tmp_path: Path) -> None:
    done = run("audit", "http://127.0.0.1:9", "--output", tmp_path, "--quiet")
    assert done.returncode == 3
    report = json.loads((tmp_path / "gap_report.json").read_text(encoding="utf-8"))
    assert report["run"]["outcome"] == "failed"
    assert report["run"]["reason"]
    assert {item["status"] for item in report["items"]} == {"review"}


def test_a_failed_night_leaves_the_last_good_report_and_says_which_is_which(
    audited: tuple[Path, str], tmp_path: Path
) -> None:
    before = (audited[0] / "gap_report.json").read_bytes()
    (tmp_path / "gap_report.json").write_bytes(before)
    site = json.loads(before)["agency"]["url"]  # the demo is not served any more
    done = run("audit", site, "--output", tmp_path)
    assert done.returncode == 3
    assert (tmp_path / "gap_report.json").read_bytes() == before
    assert {path.name for path in tmp_path.glob("gap_report.failed.*")} == {
        "gap_report.failed.json",
        "gap_report.failed.html",
    }
    assert "รายงานเดิมที่ใช้ได้" in done.stdout
    assert "gap_report.failed.json" in done.stdout
    assert "ตัวชี้วัดย่อย" not in done.stdout  # no table of what was not seen
    assert done.stdout.count("เชื่อมต่อกับ") == 1
    assert "เชื่อมต่อกับ" not in done.stderr
    quiet = run("audit", site, "--output", tmp_path, "--quiet")
    assert (quiet.returncode, quiet.stdout) == (3, "")
    assert str(tmp_path / "gap_report.json") in quiet.stderr
    again = run("report", tmp_path / "gap_report.failed.json", "--format", "csv")
    assert again.stdout.strip() == str(tmp_path / "gap_report.failed.csv")


def test_another_websites_report_is_refused_and_stays(audited: tuple[Path, str], tmp_path: Path) -> None:
    report = json.loads((audited[0] / "gap_report.json").read_bytes())
    report["agency"] = {**report["agency"], "name": "อบต.ก", "url": "https://www.a.go.th/", "hosts": ["www.a.go.th"]}
    standing = tmp_path / "gap_report.json"
    standing.write_text(json.dumps(report), encoding="utf-8")
    before = standing.read_bytes()
    for words in (
        ("audit", "http://127.0.0.1:9", "--quiet"),
        ("demo",),
        ("judge", audited[0] / "snapshot"),
        ("report", audited[0] / "gap_report.json"),
    ):
        done = run(*words, "--output", tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "https://www.a.go.th/" in done.stderr
        assert "--output" in done.stderr
        assert standing.read_bytes() == before
    assert not (tmp_path / "snapshot").exists()
    assert run("audit", "http://127.0.0.1:9", "--quiet", "--fresh", "--output", tmp_path).returncode == 3
    assert standing.read_bytes() == before


def test_a_settings_file_and_the_environment_set_options(tmp_path: Path, audited: tuple[Path, str]) -> None:
    (tmp_path / "oit-checker.toml").write_text('[judge]\noutput = "from-file"\nquiet = true\n', encoding="utf-8")
    words = ("judge", audited[0] / "snapshot")
    assert run(*words, cwd=tmp_path).stdout == ""
    assert (tmp_path / "from-file" / "gap_report.json").is_file()
    assert run(*words, cwd=tmp_path, OIT_CHECKER_JUDGE_OUTPUT="from-environment").returncode == 0
    assert (tmp_path / "from-environment" / "gap_report.json").is_file()


@pytest.mark.parametrize("place", ["option", "environment", "file"])
def test_the_contact_is_told_to_every_website_and_in_the_report(tmp_path: Path, place: str) -> None:
    with HTTPServer() as server:
        server.expect_request("/robots.txt").respond_with_data("", content_type="text/plain")
        server.expect_request("/sitemap.xml").respond_with_data("", status=404)
        server.expect_request("/").respond_with_data(
            '<a href="/plan.pdf">O5 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน ปีงบประมาณ พ.ศ. 2569</a>', content_type="text/html"
        )
        words: list[str | Path] = ["audit", f"http://127.0.0.1:{server.port}/", "--output", tmp_path / "out", "--quiet"]
        environment = {"OIT_CHECKER_AUDIT_CONTACT": "ita@example.go.th"} if place == "environment" else {}
        if place == "option":
            words += ["--contact", "ita@example.go.th"]
        if place == "file":
            (tmp_path / "oit-checker.toml").write_text('[audit]\ncontact = "ita@example.go.th"\n', encoding="utf-8")
        done = run(*words, cwd=tmp_path, **environment)
        asked = [(request.path, request.headers) for request, _ in server.log]
    assert done.returncode == 0, done.stderr
    assert {"/robots.txt", "/", "/plan.pdf"} <= {path for path, _ in asked}
    agents = {headers["User-Agent"] for _, headers in asked}
    assert len(agents) == 1
    assert agents.pop().endswith("; contact: ita@example.go.th)")
    assert {headers["From"] for _, headers in asked} == {"ita@example.go.th"}
    report = json.loads((tmp_path / "out" / "gap_report.json").read_text(encoding="utf-8"))
    assert "contact: ita@example.go.th" in report["run"]["courtesy"]["user_agent"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("[audit]\ncolour = 1\n", "colour", id="unknown option"),
        pytest.param("[dance]\n", "dance", id="unknown verb"),
        pytest.param("[audit\n", "TOML", id="no TOML"),
    ],
)
def test_a_wrong_settings_file_is_refused(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "oit-checker.toml").write_text(written, encoding="utf-8")
    done = run("checklist", "list", cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr


def test_json_log_lines_are_json(tmp_path: Path) -> None:
    with serve() as site:
        done = run("audit", site, "--output", tmp_path, "--log-format", "json")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert lines
    assert all("event" in line for line in lines)


def test_a_rolled_checklist_can_be_used(tmp_path: Path) -> None:
    assert run("checklist", "roll", "2569", "2570", "--output", tmp_path / "nacc-2570.yaml").returncode == 0
    done = run("checklist", "validate", tmp_path / "nacc-2570.yaml")
    assert done.returncode == 0, done.stderr
    assert "nacc-2570" in done.stdout

"""An audit says before it begins what becomes of an earlier one in the same folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.cli.standing import standing, tell_standing
from oit_checker.config import CrawlLimits
from oit_checker.demo import serve
from oit_checker.output import write_reports
from oit_checker.run import Plan, audit_site

OTHER = "https://www.example.go.th/"


def plan_of(site: str, output: Path, *, resume: bool = False) -> Plan:
    limits = CrawlLimits(max_minutes=1, max_pages=3)
    return Plan(site=site, checklist=load_checklist("nacc-2569"), output=output, limits=limits, resume=resume)


def test_nothing_to_go_on_with_is_told(tmp_path: Path) -> None:
    assert list(standing(plan_of(OTHER, tmp_path))) == []
    (told,) = standing(plan_of(OTHER, tmp_path, resume=True))
    assert "--resume" in told
    assert "เริ่มตรวจใหม่" in told


def test_the_report_of_another_site_is_replaced_with_a_word(tmp_path: Path) -> None:
    with serve() as site:
        report = audit_site(plan_of(site, tmp_path))
    write_reports(report, tmp_path, ())
    assert list(standing(plan_of(site, tmp_path))) == []
    # Three pages are not all that it knew of: it can be gone on with.
    assert list(standing(plan_of(site, tmp_path, resume=True))) == []
    (told,) = standing(plan_of(OTHER, tmp_path))
    assert site.rstrip("/") in told
    assert OTHER in told


def test_it_is_written_to_stderr_as_everything_else_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = plan_of(OTHER, tmp_path, resume=True)
    tell_standing(plan, quiet=True, log_format="text")
    assert capsys.readouterr() == ("", "")
    tell_standing(plan, quiet=False, log_format="text")
    written = capsys.readouterr()
    assert (written.out, written.err.count("\n")) == ("", 1)
    tell_standing(plan, quiet=False, log_format="json")
    assert "--resume" in json.loads(capsys.readouterr().err)["message"]

"""An audit that was cut short after its verification, and before its report was written, is gone on with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from oit_checker.appraise import Appraiser
from oit_checker.checklist import load_checklist
from oit_checker.config import CrawlLimits
from oit_checker.demo import serve
from oit_checker.model.evidence import ItemStatus
from oit_checker.output import write_reports
from oit_checker.run import Plan, audit_site


def test_an_audit_without_its_report_is_judged_from_what_it_saw(tmp_path: Path) -> None:
    checklist, limits = load_checklist("nacc-2569"), CrawlLimits(max_minutes=1)
    with serve() as site:
        first = audit_site(Plan(site=site, checklist=checklist, output=tmp_path, limits=limits))
    # The site is not there any more: all that is told now was seen before.
    plan = Plan(site=site, checklist=checklist, output=tmp_path, limits=limits, resume=True)
    again = audit_site(plan)
    assert (again.run.outcome, again.run.id) == ("completed", first.run.id)
    assert [(item.code, item.status) for item in again.items] == [(item.code, item.status) for item in first.items]
    write_reports(again, tmp_path, ())
    assert audit_site(plan).run.outcome == "failed"


def test_a_page_on_which_the_program_fails_is_left_to_a_person_and_the_audit_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    appraise = Appraiser.appraise

    def stumble(self: Appraiser, item: Any, candidate: Any, checked: Any, page: Any) -> Any:
        if item.code == "O5" and page is not None and page.unreadable is None:
            raise ZeroDivisionError
        return appraise(self, item, candidate, checked, page)

    monkeypatch.setattr(Appraiser, "appraise", stumble)
    with serve() as site:
        report = audit_site(Plan(site=site, checklist=load_checklist("nacc-2569"), output=tmp_path))
    found = {item.code: item for item in report.items}
    assert (report.run.outcome, found["O5"].status) == ("completed", ItemStatus.REVIEW)
    assert any("โปรแกรมตรวจขัดข้อง" in gap.message for gap in found["O5"].gaps)
    assert sum(item.status is ItemStatus.PASS for item in report.items) > 10
    assert "ZeroDivisionError" in caplog.text

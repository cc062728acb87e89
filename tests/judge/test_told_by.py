"""What is asked of one kind of document is not asked of another: a report need not repeat what the plan says."""

from __future__ import annotations

from oit_checker.judge.status import shows_all
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.site import AgencyKind
from tests.judge.test_finding import component, item


def test_a_report_is_whole_without_what_the_plan_tells() -> None:
    asked = item(component("progress"), component("budget", told_by="plan"))
    shown = [ComponentResult("progress", "progress", required=True, status=ComponentStatus.FOUND)]
    assert shows_all(asked, AgencyKind.CENTRAL, shown, (DocumentKind.REPORT,))
    assert not shows_all(asked, AgencyKind.CENTRAL, shown, (DocumentKind.REPORT, DocumentKind.PLAN))
    assert not shows_all(asked, AgencyKind.CENTRAL, [], (DocumentKind.REPORT,))

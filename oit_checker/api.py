"""The public names.

snapshot = crawl("https://www.example.go.th", into=Path("out/example"))
with HttpFetcher(snapshot, site_hosts=snapshot.manifest.hosts) as fetcher:
    report = audit(snapshot, load_checklist("nacc-2569"), fetcher=fetcher, now=datetime.now(timezone.utc))
for finding in report.items:
    if finding.status is not ItemStatus.PASS:
        print(finding.code, finding.status, [gap.advice for gap in finding.gaps])
Path("out/example.xlsx").write_bytes(render(report, "xlsx"))
"""

from oit_checker.audit import audit
from oit_checker.checklist import load_checklist
from oit_checker.config import AuditOptions
from oit_checker.errors import ChecklistError, OitError, ReportError, SnapshotError, UsageError
from oit_checker.fetch.archive import ArchiveFetcher
from oit_checker.fetch.http import HttpFetcher
from oit_checker.model.check import CheckReport
from oit_checker.model.evidence import Finding, Gap, ItemStatus, Verification
from oit_checker.model.report import GapReport
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear
from oit_checker.precheck import CheckOptions, check_files
from oit_checker.run import Plan, Watch, audit_site, judge_snapshot
from oit_checker.snapshot import Snapshot
from reports import render
from reports.to_json import load as load_report
from spiders.crawl import crawl

__all__ = [
    "AgencyKind",
    "ArchiveFetcher",
    "AuditOptions",
    "CheckOptions",
    "CheckReport",
    "ChecklistError",
    "Finding",
    "FiscalYear",
    "Gap",
    "GapReport",
    "HttpFetcher",
    "ItemStatus",
    "OitError",
    "Plan",
    "ReportError",
    "Snapshot",
    "SnapshotError",
    "UsageError",
    "Verification",
    "Watch",
    "audit",
    "audit_site",
    "check_files",
    "crawl",
    "judge_snapshot",
    "load_checklist",
    "load_report",
    "render",
]

"""The public names, used as the docstring of `oit_checker.api` shows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from oit_checker import api
from oit_checker.demo import serve


def test_ten_lines_audit_a_site(tmp_path: Path) -> None:
    with serve() as site:
        snapshot = api.crawl(site, into=tmp_path / "snapshot")
        with api.HttpFetcher(snapshot, site_hosts=snapshot.manifest.hosts) as fetcher:
            report = api.audit(snapshot, api.load_checklist("nacc-2569"), fetcher=fetcher, now=datetime.now(UTC))
    failing = [finding for finding in report.items if finding.status is not api.ItemStatus.PASS]
    assert [finding.code for finding in report.items] == [f"O{number}" for number in range(1, 27)]
    assert len(report.items) - len(failing) >= 15
    assert all(gap.advice for finding in failing for gap in finding.gaps)
    assert api.render(report, "xlsx").startswith(b"PK")


def test_every_public_name_exists() -> None:
    assert all(hasattr(api, name) for name in api.__all__)
    assert api.__all__ == sorted(api.__all__)

"""Compare the reports of the test sites with their truths.

    python tests/end_to_end/compare.py [site ...]

A truth says for each item: status (or a list where two answers are both defensible, and `why`), the evidence that must
be listed, the fiscal year of that evidence, and gap kinds that must be among those reported. `links` names how single
addresses answer; `never` lists addresses that may not be passed as evidence of anything.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SITES = Path(__file__).parent.parent / "sites"
sys.path.insert(0, str(SITES))

from serving import serve  # noqa: E402

Report = dict[str, Any]
Truth = dict[str, Any]


def site_names() -> list[str]:
    return sorted(path.parent.name for path in SITES.glob("*/truth.yaml"))


def load_truth(place: Path) -> Truth:
    truth: Truth = yaml.safe_load(place.read_text("utf-8"))
    return truth


def run_audit(url: str, out: Path, **options: object) -> Report:
    """Audit a site as an officer would, by the command line, and load its gap report."""
    extra = [word for name, value in options.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    command = [sys.executable, "-m", "oit_checker", "audit", url, "--output", str(out), "--year", "2569", "--quiet"]
    done = subprocess.run(
        [*command, "--max-minutes", "2", *extra], capture_output=True, text=True, timeout=170, check=False
    )
    place = out / "gap_report.json"
    if not place.exists():
        raise AssertionError(f"the audit left no report (exit {done.returncode}):\n{done.stdout}\n{done.stderr}")
    report: Report = json.loads(place.read_text("utf-8"))
    return report


def audit_site(name: str, out: Path) -> tuple[Report, Truth, str]:
    """Serve a site and audit it; returns the report, the truth and the site's home address."""
    truth = load_truth(SITES / name / "truth.yaml")
    with serve(SITES / name) as (url, _):
        return run_audit(url, out, **truth.get("options", {})), truth, url


def differences(report: Report, truth: Truth, home: str) -> list[str]:
    """What the report says otherwise than the truth, one line each."""
    findings = {finding["code"]: finding for finding in report["items"]}
    lines = [line for code, item in truth["items"].items() for line in _item(code, item, findings.get(code), home)]
    lines += _links(report, truth.get("links", {}), home)
    lines += _never(report, {_address(path, home) for path in truth.get("never", [])})
    if report["agency"]["name"] not in (truth["agency"], None):
        lines.append(f"agency: is {report['agency']['name']!r}, should be {truth['agency']!r}")
    if report["agency"].get("kind", truth["kind"]) != truth["kind"]:
        lines.append(f"agency kind: is {report['agency']['kind']}, should be {truth['kind']}")
    return lines


def _address(path: str, home: str) -> str:
    return path if path.startswith("http") else home + path


def _item(code: str, item: dict[str, Any], finding: dict[str, Any] | None, home: str) -> Iterator[str]:
    if finding is None:
        yield f"{code}: is not in the report"
        return
    allowed = [item["status"]] if isinstance(item["status"], str) else item["status"]
    if finding["status"] not in allowed:
        yield f"{code}: is {finding['status']}, should be {' or '.join(allowed)} {_why(finding)}"
        return
    listed = {evidence[key]: evidence for evidence in finding["evidence"] for key in ("url", "final_url")}
    wanted = {path: listed.get(_address(path, home)) for path in item.get("evidence", [])}
    yield from (f"{code}: {path} is not among its evidence" for path, found in wanted.items() if found is None)
    years = {path: found["fiscal_year"] for path, found in wanted.items() if found is not None}
    for path, year in years.items():
        if "fiscal_year" in item and year != item["fiscal_year"]:
            yield f"{code}: {path} is read as of {year}, should be {item['fiscal_year']}"
    lacking = set(item.get("gaps", [])) - {gap["kind"] for gap in finding["gaps"]}
    if lacking:
        yield f"{code}: no gap of kind {', '.join(sorted(lacking))}"


def _why(finding: dict[str, Any]) -> str:
    reason = finding.get("reason") or "; ".join(gap["message"] for gap in finding["gaps"] if not gap.get("advisory"))
    places = " ".join(f"{piece['url']}={piece['status']}" for piece in finding["evidence"])
    return f"({reason or 'no reason given'}) {places}".rstrip()


def _links(report: Report, links: dict[str, str | list[str]], home: str) -> Iterator[str]:
    checked = {link["url"]: link["verification"] for link in report["links"]}
    for path, wanted in links.items():
        allowed = [wanted] if isinstance(wanted, str) else wanted
        found = checked.get(_address(path, home), "not verified at all")
        if found not in allowed:
            yield f"link {path}: is {found}, should be {' or '.join(allowed)}"


def _never(report: Report, forbidden: set[str]) -> Iterator[str]:
    for finding in report["items"]:
        for evidence in finding["evidence"]:
            if evidence["status"] == "pass" and finding["status"] == "pass" and evidence["url"] in forbidden:
                yield f"{finding['code']}: passes by {evidence['url']}, which is no evidence of it"


def main(names: list[str]) -> int:
    total = 0
    for name in names or site_names():
        with tempfile.TemporaryDirectory() as folder:
            try:
                lines = differences(*audit_site(name, Path(folder)))
            except AssertionError as error:
                lines = [str(error)]
        total += len(lines)
        print(f"{name:18} {'as it should be' if not lines else f'{len(lines)} differences'}")
        for line in lines:
            print(f"    {line}")
    return 1 if total else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Each test site, served on loopback and audited by the command line, is judged as its truth says."""

from __future__ import annotations

from pathlib import Path

import compare
import pytest


@pytest.mark.parametrize("name", compare.site_names())
def test_site_is_judged_as_its_truth_says(name: str, tmp_path: Path) -> None:
    lines = compare.differences(*compare.audit_site(name, tmp_path))
    assert not lines, f"{name}:\n" + "\n".join(lines)


def test_demo_is_judged_as_its_truth_says(tmp_path: Path) -> None:
    from oit_checker.demo import serve

    truth = compare.load_truth(compare.SITES / "demo_truth.yaml")
    with serve() as url:
        lines = compare.differences(compare.run_audit(url, tmp_path), truth, url)
    assert not lines, "demo:\n" + "\n".join(lines)

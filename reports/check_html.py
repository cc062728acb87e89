"""A check of documents as one HTML file that needs nothing else, in the looks of the gap report."""

from __future__ import annotations

from oit_checker.model.check import CheckReport
from reports import check_words
from reports.personal import before_publishing
from reports.to_html import environment


def check_to_html(report: CheckReport) -> bytes:
    """The page, UTF-8; the same report gives the same bytes."""
    template = environment().get_template("check.html.j2")
    return template.render(
        report=report, said=check_words, view={"link_words": {}}, before_publishing=before_publishing
    ).encode("utf-8")

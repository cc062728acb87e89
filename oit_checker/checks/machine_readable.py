"""The data can be had as a table file: XLSX, XLS, CSV, JSON or XML.

Takes no parameters. The evidence is such a file itself, or links to one.

FOUND       procurement-2568.xlsx
NOT FOUND   a PDF alone, a scanned one too: no picture hides what kind of file it is
UNREADABLE  a file that does not open, or a page of which only a part was read
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.labels import IN_LINK
from oit_checker.model.page import PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.urls import extension, file_name

_KINDS = {PageKind.XLSX, PageKind.XLS, PageKind.CSV}
_EXTENSIONS = {"xlsx", "xls", "csv", "json", "xml", "ods"}


def machine_readable(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look at the file itself, then at the page's links."""
    page = matter.page
    if page.kind in _KINDS:
        return found(file_name(page.url), "ตัวไฟล์")
    link = next((link for link in page.links if link.url and extension(link.url) in _EXTENSIONS), None)
    return found(link.url, IN_LINK) if link is not None else absent()

"""What `check` says of documents on disk, before they are published: check.json, field for field.

Its items are the audit's own findings. Where a finding names a url, it is the name of a file as it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from oit_checker.model.evidence import EvidenceWarning, Finding, ItemStatus, YearBasis
from oit_checker.model.personal_data import PersonalData
from oit_checker.model.report import ChecklistRef, Generator
from oit_checker.model.site import AgencyKind

CHECK_SCHEMA_VERSION = 1

CheckOutcome = Literal["whole", "lacking", "bad_input"]
"""All documents are whole; something lacks or needs a person; something that was given could not be used at all."""

NamedBy = Literal["asked", "title", "file_name", "headings", "contents", "code"]
"""What ties a document to an item: the officer's --item, or words of the document or of its file's name."""


class TextQuality(StrEnum):
    """What a program, a screen reader or a search finds of the document's text."""

    GOOD = "good"
    PARTLY = "partly"
    SCANNED = "scanned"
    DAMAGED = "damaged"
    NONE = "none"
    """No text for another reason: the file is locked, broken, empty, too big, or of a kind that is not read."""


@dataclass(frozen=True, slots=True)
class ItemNamed:
    """An item that a document answers, or nearly does; reason says in Thai why it is not the answer.

    status is what the document is worth for the item by itself; the finding judges all its documents together.
    """

    code: str
    title: str
    named_by: NamedBy
    quote: str | None = None
    reason: str | None = None
    status: ItemStatus | None = None


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One document. name is as given, archive the zip that holds it. file_kind is a PageKind's value.

    file_bytes is the size of the file on disk: of the archive, for a document inside one.
    unreadable_pages are page numbers without usable text, unreadable why there is no text at all. twin_advised: the
    same data should be published as a table file as well; machine_readable_twin is such a file among those given.
    advice says in Thai what to do with this file; what its items lack stands in the findings. personal_data is what
    should be masked before it is published, ocr_pages the numbers of pages that OCR read.
    """

    name: str
    archive: str | None
    file_bytes: int
    file_kind: str
    page_count: int | None
    document_title: str | None
    document_kind: str | None
    fiscal_year: int | None
    fiscal_year_basis: YearBasis
    fiscal_year_quote: str | None
    text_quality: TextQuality
    unreadable_pages: tuple[int, ...]
    unreadable: str | None
    answers: tuple[ItemNamed, ...]
    nearest: tuple[ItemNamed, ...]
    machine_readable: bool
    machine_readable_twin: str | None
    twin_advised: bool
    warnings: tuple[EvidenceWarning, ...] = ()
    notes: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    personal_data: tuple[PersonalData, ...] = ()
    ocr_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InputFault:
    """Something given on the command line that could not be read at all, and what to do, in Thai."""

    name: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """asked_item is the code given with --item; agency_kind is as given, or told by the agency's name.

    not_judged says in Thai what only the website can show.
    """

    schema_version: int
    generator: Generator
    checklist: ChecklistRef
    checked_at: datetime
    agency_name: str | None
    agency_kind: AgencyKind
    asked_item: str | None
    outcome: CheckOutcome
    documents: tuple[CheckedDocument, ...]
    items: tuple[Finding, ...]
    faults: tuple[InputFault, ...] = ()
    skipped: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()

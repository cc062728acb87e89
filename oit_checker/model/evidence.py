"""From a place to look to a finding about one item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from oit_checker.model.personal_data import PersonalData

YearBasis = Literal["title", "link", "url", "text", "metadata", "none"]


@dataclass(frozen=True, slots=True)
class Match:
    """Why a page is looked at for an item: the words, and where they stood.

    where is link, title, heading, url, text, row or code.
    """

    phrase: str
    where: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place to look for an item's evidence, and the words that say why.

    path are the clicks from the home page, this url last. weight orders
    candidates of one item; it is no probability. from_hub: the agency's own list
    of the asked year names it for this item. told is the text that the list itself
    shows under the item, pictures their number there, fields those of a form for visitors: then the list is the
    evidence.
    member is the name of the document meant, where url is that of an archive.
    is_weak: only a weak word, or a number in the list, led here; the document has to tell what it is.
    """

    code: str
    url: str
    found_on: str
    link_text: str
    path: tuple[str, ...]
    matched: tuple[Match, ...]
    weight: float
    heading: str | None = None
    row: str | None = None
    year_block: str | None = None
    from_hub: bool = False
    element: str = "a"
    told: tuple[str, ...] = ()
    pictures: int = 0
    fields: int = 0
    member: str | None = None
    is_weak: bool = False


class Verification(StrEnum):
    """What a member of the public meets at a URL."""

    OK = "ok"
    REDIRECTED = "redirected"
    NOT_FOUND = "not_found"
    GONE = "gone"
    SOFT_404 = "soft_404"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    DNS_ERROR = "dns_error"
    TLS_ERROR = "tls_error"
    CONNECTION_ERROR = "connection_error"
    REDIRECT_LOOP = "redirect_loop"
    LOGIN_REQUIRED = "login_required"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate_limited"
    BLOCKED = "blocked"
    EMPTY = "empty"
    CORRUPT = "corrupt"
    WRONG_TYPE = "wrong_type"
    INVALID_URL = "invalid_url"
    NOT_CHECKED = "not_checked"

    @property
    def opens(self) -> bool:
        return self in {Verification.OK, Verification.REDIRECTED}

    @property
    def is_our_limit(self) -> bool:
        """Whether only we were kept out; such a link is never counted as broken."""
        return self in {Verification.BLOCKED, Verification.NOT_CHECKED, Verification.RATE_LIMITED}


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """One URL, verified once, however many items offer it. message is a short Thai sentence for officers."""

    url: str
    found_on: str
    link_text: str
    items: tuple[str, ...]
    verification: Verification
    http_status: int | None
    final_url: str
    attempts: int
    message: str


class ComponentStatus(StrEnum):
    FOUND = "found"
    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ComponentResult:
    """What was seen of one component in one piece of evidence; snippet quotes the original words, place says where.

    note is a short Thai remark where the status alone says too little: what is
    still lacking ("ยังไม่พบ: ผู้รับผิดชอบ") or why a person must look. parts are those
    that this evidence shows of a thing that several pieces may show together
    (ต.ค. · พ.ย.), due those that must be there by the day of the audit. by_ocr: it
    was found in a picture, by OCR, and not in text; place says so too. fiscal_year is that of
    its own heading or date, where it is another than the document's; None where it has none of its own.
    """

    id: str
    label: str
    required: bool
    status: ComponentStatus
    snippet: str | None = None
    place: str | None = None
    basis: str = "confirmed"
    note: str | None = None
    parts: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    by_ocr: bool = False
    fiscal_year: int | None = None


def lacking_parts(results: Iterable[ComponentResult]) -> tuple[str, ...] | None:
    """What all results of one component together still lack of its parts; None where no parts are due."""
    told = list(results)
    due = dict.fromkeys(part for result in told for part in result.due)
    shown = {part for result in told for part in result.parts}
    return tuple(part for part in due if part not in shown) if due else None


class ItemStatus(StrEnum):
    """Status of an item or of one piece of its evidence, in the order in which an officer acts on them."""

    MISSING = "missing"
    UNREACHABLE = "unreachable"
    OUTDATED = "outdated"
    INCOMPLETE = "incomplete"
    REVIEW = "review"
    PASS = "pass"  # noqa: S105


class WarningKind(StrEnum):
    """What makes a piece of evidence doubtful though it opens."""

    EMPTY_FILE = "empty_file"
    ONLY_PLACEHOLDER = "only_placeholder"
    PLACEHOLDER = "placeholder"
    BLANK_FORM = "blank_form"
    EMPTY_TABLE = "empty_table"
    LINK_TO_NOTHING = "link_to_nothing"
    LAST_YEARS_FILE = "last_years_file"
    SAME_FILE = "same_file"
    SAME_MONTHS = "same_months"
    """One file is offered as that of several months."""
    OTHER_AGENCY = "other_agency"
    MACROS = "macros"
    UNSEEN = "unseen"
    NEEDS_JAVASCRIPT = "needs_javascript"
    """Only a browser that runs JavaScript shows it."""
    CHOICE_NOT_IN_LINK = "choice_not_in_link"
    """It shows once something was chosen on a page, as a year, and the page's link does not carry the choice."""


@dataclass(frozen=True, slots=True)
class EvidenceWarning:
    """What an officer should look at, in Thai; quote holds the words it rests on, if any.

    It changes no status, except that another agency's document and a form that was left blank make no item pass: that
    is for a person to decide.
    """

    kind: WarningKind
    message: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence with its own status; the contract's `evidence` entry, field for field.

    ocr_pages are the numbers of the pages that OCR read, because they are pictures.
    machine_readable_twin: the address of the same data as a file for programs
    (CSV, JSON, XML, XLSX), offered beside it; None where there is none.
    """

    url: str
    final_url: str
    found_on: str
    link_text: str
    path: tuple[str, ...]
    media_type: str | None
    http_status: int | None
    verification: Verification
    fiscal_year: int | None
    fiscal_year_basis: YearBasis
    machine_readable: bool
    open_data_stars: int
    status: ItemStatus
    confidence: float
    matched: tuple[Match, ...]
    components: tuple[ComponentResult, ...]
    fiscal_year_quote: str | None = None
    document_title: str | None = None
    document_kind: str | None = None
    notes: tuple[str, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    personal_data: tuple[PersonalData, ...] = ()
    machine_readable_twin: str | None = None
    warnings: tuple[EvidenceWarning, ...] = ()


class GapKind(StrEnum):
    MISSING = "missing"
    BROKEN_LINK = "broken_link"
    WRONG_YEAR = "wrong_year"
    COMPONENT_MISSING = "component_missing"
    UNREADABLE = "unreadable"
    OFF_SITE = "off_site"
    NOT_PUBLIC = "not_public"
    DOUBTFUL = "doubtful"
    """It may be no evidence of the item after all: a draft, another agency's, or of another kind."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is still missing (สิ่งที่ยังขาด) and what to do about it (ข้อแนะนำ), in Thai.

    advisory: worth doing, but it does not fail the item by itself. quote holds
    the words on the page that the gap rests on, where there are any.
    """

    kind: GapKind
    url: str | None
    component: str | None
    message: str
    advice: str
    advisory: bool = False
    quote: str | None = None


NOT_YET = "not_yet"
PART_OF_YEAR = "part_of_year"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Something that looked like evidence and is not: wrong_year, wrong_kind, does_not_open, other_item, weak_match.

    not_yet: it is the item's own page, and says that what is due is still being made. part_of_year: it is the item's
    report, and its title says that it covers less than the year.
    """

    url: str
    found_on: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What we can say about one item (ผลรายข้อ); an entry of `items` in the report."""

    code: str
    title: str
    sub_indicator: str
    required_fiscal_year: int | None
    status: ItemStatus
    score: int
    confidence: float
    evidence: tuple[Evidence, ...]
    near_misses: tuple[NearMiss, ...]
    gaps: tuple[Gap, ...]
    provisional: bool = False
    reason: str | None = None

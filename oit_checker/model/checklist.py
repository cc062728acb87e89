"""A checklist (แบบวัด OIT) as people write it: validated, frozen, and strict about misspelt keys."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear

Phrase = Annotated[str, Field(min_length=1)]


class Basis(StrEnum):
    """How sure we are that a component is asked for."""

    CONFIRMED = "confirmed"
    """Two or more independent sources state it for this topic."""
    QUOTED = "quoted"
    """A source quotes this fiscal year's manual word for word."""
    TITLE = "title"
    """The item's own title, as published, names it."""
    ONE_SOURCE = "one-source"
    INFERRED = "inferred"

    @property
    def is_binding(self) -> bool:
        """Whether the lack of such a component may fail an item.

        The lack of one that a single source asks for lets it not pass; what is inferred only advises.
        """
        return self in {Basis.CONFIRMED, Basis.QUOTED, Basis.TITLE}


class EvidenceYear(StrEnum):
    """The year that evidence must belong to, seen from the assessed fiscal year."""

    CURRENT = "current"
    PREVIOUS = "previous"
    ANY = "any"

    def seen_from(self, year: FiscalYear) -> FiscalYear | None:
        """The fiscal year meant when `year` is assessed; None where any will do."""
        if self is EvidenceYear.ANY:
            return None
        return year if self is EvidenceYear.CURRENT else year.previous


class DocumentKind(StrEnum):
    """What a document is, told from its title, headings and table headers."""

    PLAN = "plan"
    REPORT = "report"
    MANUAL = "manual"
    ANNOUNCEMENT = "announcement"
    ORDER = "order"
    STATISTICS = "statistics"
    LAW = "law"
    NEWS = "news"
    MINUTES = "minutes"
    INVITATION = "invitation"
    MEMO = "memo"
    FORM = "form"
    PAGE = "page"
    UNKNOWN = "unknown"


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Combination(_Written):
    """A title told by its head noun and its topic, whatever stands between: รายงาน or ผล … ป้องกัน … ทุจริต.

    words are groups of which one word each stands in this order within one line, at most gap folded letters apart; no
    head noun (`Checklist.head_nouns`) stands before the first, because the first head noun says what a thing is.
    without are words that make the line another thing, wherever they stand in it. whole: the words are all the line
    says, besides years, numbers and the agency's own name (a menu's ติดต่อกรม).
    """

    words: tuple[Annotated[tuple[Phrase, ...], Field(min_length=1)], ...] = Field(min_length=1)
    without: tuple[Phrase, ...] = ()
    gap: int = Field(default=40, ge=0, le=80)
    whole: bool = False


class Keywords(_Written):
    """Words that speak for an item (strong, weak, combined) or for a look-alike (negative).

    A negative word says that a link or title is another item's thing. It counts
    only where no longer strong phrase of the same item covers it: inside
    รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต (strong for the report)
    the plan's name is no look-alike. Whoever matches applies this rule.
    """

    strong: tuple[Phrase, ...] = Field(min_length=1)
    combined: tuple[Combination, ...] = ()
    weak: tuple[Phrase, ...] = ()
    negative: tuple[Phrase, ...] = ()


class Way(_Written):
    """Another way to show a component, asked where the component's own check sees nothing.

    check, with and keywords are as a component's. unsure: what it sees leaves the component to a person, as words do
    that may name the thing and may name another.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    check: str = "keywords"
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    keywords: tuple[Phrase, ...] = ()
    unsure: bool = False


class Component(_Written):
    """One thing the evidence must show (องค์ประกอบข้อมูล).

    id is short in the file (chart) and whole once loaded (O1.chart). check names
    an entry of `oit_checker.checks.CHECKS`; `with` are its parameters. or: further
    ways to show it, asked in turn where the check sees nothing.
    in_pictures: agencies often show this as a picture, so a page that has content
    pictures but no such words must be looked at by a person. pictured_apart: unless the
    caption of each picture has one of these words, by which it shows another thing. beside_names: unless
    the page names persons in words, so that its pictures are their portraits. in_lists: a list of
    links is the thing itself (news), so that titles and link texts prove it too;
    elsewhere they are only what a page claims to hold. in_furniture: what stands on
    every page of the site (an address in the footer) shows it as well. from_home: a link to the evidence from the
    home page or the site's menu shows it. told_by: it is asked of documents of
    this kind; a report need not repeat what the plan says. in_same: the component that the same document must show
    (the sum in a plan is none that stands in the rules beside it). not_titled: words with which the title of another
    thing begins, which shows nothing of it (รับสมัคร: an advert names what it asks of one post). of_half_year: a report
    that says that it ends before March leaves it to a person. each_row: words with which the heads of columns begin
    that must be told in every row that names a thing. each_of: the same for each of the things that the component names
    (who won, at what price, why); an empty column of one is a lack.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    label_th: str
    required: bool
    basis: Basis
    keywords: tuple[Phrase, ...] = ()
    applies_to: tuple[AgencyKind, ...] = ()
    evidence_year: EvidenceYear | None = None
    check: str = "keywords"
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    or_: tuple[Way, ...] = Field(default=(), alias="or")
    in_pictures: bool = False
    pictured_apart: tuple[Phrase, ...] = ()
    beside_names: bool = False
    in_lists: bool = False
    in_furniture: bool = False
    from_home: bool = False
    told_by: DocumentKind | None = None
    in_same: str | None = None
    not_titled: tuple[Phrase, ...] = ()
    of_half_year: bool = False
    each_row: tuple[Phrase, ...] = ()
    each_of: tuple[tuple[Phrase, ...], ...] = ()
    advice_th: str | None = None
    sources: tuple[str, ...] = ()


class Item(_Written):
    """One item (ข้อ) of the checklist.

    topics are stable across years, codes are not. document_kinds are the kinds
    that may serve as evidence; empty means any. covers_years marks plans that
    run for several years and need only cover the asked one. A year right after
    words of year_not_after is another thing's (ผลการประเมิน ITA ปี {previous}).
    spans_years: a plan of one year is another item's. not_of are words by which a
    title says that a document is of a part or a field, not of the whole agency;
    must_name words of which one must stand in the document (ทุจริต). login_is_front: a sign-in that is
    not the staff's own is the usual front of what is asked for (an online service).
    """

    code: str = Field(pattern=r"^[A-Z]{1,5}[0-9]{1,2}$")
    title_th: str
    title_as_published: str | None = None
    title_en: str
    title_confidence: Literal["confirmed", "one-source", "inferred"]
    topics: tuple[str, ...] = Field(min_length=1)
    sub_indicator: str
    evidence_year: EvidenceYear
    covers_years: bool = False
    year_not_after: tuple[Phrase, ...] = ()
    spans_years: bool = False
    not_of: tuple[Phrase, ...] = ()
    must_name: tuple[Phrase, ...] = ()
    login_is_front: bool = False
    provisional: bool = False
    document_kinds: tuple[DocumentKind, ...] = ()
    components_confidence: Literal["this-year", "carried-over"]
    components: tuple[Component, ...] = Field(min_length=1)
    keywords: Keywords
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Indicator(_Written):
    code: str
    title_th: str
    sub_indicators: tuple[str, ...] = Field(min_length=1)


class SubIndicator(_Written):
    code: str
    title_th: str


class Scoring(_Written):
    """How marks are made: item 0 or 100, means of means, decimal half-up."""

    item_values: tuple[int, int]
    sub_indicator: Literal["mean_of_items"]
    indicator: Literal["mean_of_sub_indicators"]
    oit: Literal["mean_of_indicators"]
    ita_weights: dict[Literal["iit", "eit", "oit"], int]


class Level(_Written):
    """A rating level (ระดับผลการประเมิน): the least ITA score, and the least score of every instrument."""

    title_th: str
    ita_min: float
    each_min: float | None = None


class OtherList(_Written):
    """Titles of another year or instrument, by which a hub that is numbered otherwise is recognised.

    titles maps the code as that list prints it to (title, our topic or None).
    """

    id: str
    name_th: str
    code_prefix: str
    titles: dict[str, tuple[str, str | None]]
    source: str


class Checklist(_Written):
    """One instrument in one fiscal year.

    not_in maps a phrase to longer words in which it means something else
    (บาท: บทบาท). head_nouns say of what kind a thing is (แผน, รายงาน, คู่มือ): the
    first in a title decides which `keywords.combined` may speak. {year} and
    {previous} in any phrase, title or note stand for the assessed fiscal year and
    the one before; the loader fills them in.
    """

    schema_id: Literal["oit-checklist/1"] = Field(alias="schema")
    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    instrument: str
    title_th: str
    title_en: str
    fiscal_year: int
    fiscal_year_start: str
    fiscal_year_end: str
    status: Literal["draft", "provisional", "confirmed"]
    notes: tuple[str, ...] = ()
    scoring: Scoring
    levels: tuple[Level, ...] = ()
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    sub_indicators: tuple[SubIndicator, ...] = Field(min_length=1)
    source_registry: dict[str, str] = Field(min_length=1)
    not_in: dict[str, tuple[Phrase, ...]] = Field(default_factory=dict)
    head_nouns: tuple[Phrase, ...] = ()
    group_headings: tuple[Phrase, ...] = ()
    other_lists: tuple[OtherList, ...] = ()
    items: tuple[Item, ...] = Field(min_length=1)

    @property
    def year(self) -> FiscalYear:
        return FiscalYear(self.fiscal_year)

    def item(self, code: str) -> Item | None:
        return next((item for item in self.items if item.code == code), None)

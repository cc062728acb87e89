"""What is quoted of a table is what stands in it, and not only its head."""

from __future__ import annotations

from collections.abc import Callable

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
HEAD = ("กิจกรรม", "ผู้ดูแล", "เวลา")


def quoted(ask: Ask, *rows: tuple[str, ...]) -> str | None:
    page = {"tables": (Table(HEAD, rows),)}
    return ask("keywords", keywords=("ผู้ดูแล",), kind=PageKind.DOCX, page=page).snippet


def test_a_filled_cell_is_quoted_below_its_head(ask: Ask) -> None:
    assert quoted(ask, ("อบรม", "-", "ม.ค."), ("รณรงค์", "กองช่าง", "ก.พ.")) == "ผู้ดูแล: กองช่าง"


def test_where_no_cell_is_filled_the_head_stays(ask: Ask) -> None:
    assert quoted(ask, ("อบรม", "-", "ม.ค."), ("รณรงค์", "-", "ก.พ.")) == " | ".join(HEAD)

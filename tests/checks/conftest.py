"""One check asked of one small page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

Ask = Callable[..., ComponentResult]


@pytest.fixture(scope="session")
def ask() -> Ask:
    """ask(check, *lines, keywords=…, page={fields of Page}, kind=…, **parameters of the check)."""

    def asked(
        check: str,
        *lines: str,
        keywords: tuple[str, ...] = (),
        kind: PageKind = PageKind.HTML,
        page: dict[str, Any] | None = None,
        flags: dict[str, Any] | None = None,
        **params: Any,
    ) -> ComponentResult:
        written = {"id": "O1.x", "label_th": "สิ่งที่ขอ", "required": True, "basis": Basis.CONFIRMED, "check": check}
        component = Component.model_validate({**written, "keywords": keywords, "with": params, **(flags or {})})
        passages = tuple(Passage(line, page_no=1 if kind is PageKind.PDF else None) for line in lines)
        seen = Page(
            **{"url": "https://www.example.go.th/p", "kind": kind, "title": None, "passages": passages, **(page or {})}
        )
        matter = Matter(seen, PhraseIndex([*keywords, "กก"]), date(2026, 4, 30))
        return look(component, matter, wanted=FiscalYear(2569))

    return asked

"""Who we say that we are: told to every website, so nothing may slip into a header."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker import __version__
from oit_checker.config import CONTACT_LENGTH, Politeness
from oit_checker.errors import UsageError

LEAD = f"oit-checker/{__version__} (+checks public disclosure for the agency itself; contact: "
LONGEST = "@example.go.th".rjust(CONTACT_LENGTH, "a")


@pytest.mark.parametrize(
    ("contact", "named", "sender"),
    [
        pytest.param("", "the person who runs it", None, id="nobody"),
        pytest.param("   ", "the person who runs it", None, id="blank"),
        pytest.param("ita@example.go.th", "ita@example.go.th", "ita@example.go.th", id="e-mail"),
        pytest.param("https://example.go.th/ita", "https://example.go.th/ita", None, id="address"),
        pytest.param("mailto:ita@example.go.th", "mailto:ita@example.go.th", None, id="address of a mailbox"),
        pytest.param("http://127.0.0.1:8000/?a=1", "http://127.0.0.1:8000/?a=1", None, id="address with a port"),
        pytest.param("{version}@example.go.th", "{version}@example.go.th", "{version}@example.go.th", id="braces"),
        pytest.param(LONGEST, LONGEST, LONGEST, id="as long as may be"),
    ],
)
def test_contact(contact: str, named: str, sender: str | None) -> None:
    who = Politeness(contact=contact).who
    assert who["User-Agent"] == f"{LEAD}{named})"
    assert who.get("From") == sender


@pytest.mark.parametrize(
    "contact",
    [
        pytest.param("a@b.go.th\r\nX-Evil: 1", id="another header"),
        pytest.param("a@b.go.th\n", id="a line break at the end"),
        pytest.param("ผู้ดูแล@example.go.th", id="Thai letters"),
        pytest.param("a\tb", id="tab"),
        pytest.param("a\x7f", id="control character"),
        pytest.param(f"a{LONGEST}", id="too long"),
        pytest.param("foo", id="a word"),
        pytest.param("IT section, 02-123 4567", id="a telephone number"),
        pytest.param("a b@c", id="spaces"),
        pytest.param("ita@example", id="no domain"),
        pytest.param("javascript:1", id="a script"),
        pytest.param("https://", id="no host"),
        pytest.param("mailto:ita", id="no mailbox"),
    ],
)
def test_what_reaches_nobody_or_fits_into_no_header_is_refused_in_plain_words(contact: str) -> None:
    with pytest.raises(UsageError, match="ข้อมูลติดต่อ") as refused:
        replace(Politeness(), contact=contact)
    assert "โปรดระบุอีเมลหรือที่อยู่เว็บไซต์" in refused.value.remedy
    assert "\n" not in refused.value.where

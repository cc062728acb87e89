"""The text and the address of the link that shows a component."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge.doors import door_of
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import IN_LINK
from tests.judge.test_finding import component, item, piece

SHOWN = replace(piece(asked=item(component("system"))).evidence.components[0], place=IN_LINK)


@pytest.mark.parametrize(
    ("snippet", "door"),
    [
        ("จองคิว (https://a.go.th/q)", ("จองคิว", "https://a.go.th/q")),
        ("https://a.go.th/q", ("", "https://a.go.th/q")),
        ("ระบบ (https://a.go.th/x_(1)/)", ("ระบบ", "https://a.go.th/x_(1)/")),
        ("https://a.go.th/x_(1)", ("", "https://a.go.th/x_(1)")),
        ("จอง\nคิว (ใหม่) (https://a.go.th/q)", ("จอง\nคิว (ใหม่)", "https://a.go.th/q")),
        ("ประมวลจริยธรรม", None),
        (None, None),
    ],
)
def test_the_door_of_a_component(snippet: str | None, door: tuple[str, str] | None) -> None:
    assert door_of(replace(SHOWN, snippet=snippet)) == door


def test_words_and_what_is_not_found_have_no_door() -> None:
    shown = replace(SHOWN, snippet="จองคิว (https://a.go.th/q)")
    assert door_of(replace(shown, place="ในเนื้อหา")) is None
    assert door_of(replace(shown, status=ComponentStatus.UNREADABLE)) is None

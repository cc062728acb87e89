"""An officer names the kind of agency in Thai, in short, or as the report does."""

from __future__ import annotations

import pytest
import typer

from oit_checker.cli.agency_kinds import MEANINGS, THAI_NAMES, agency_kind
from oit_checker.model.site import AgencyKind


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        *((kind.value, kind) for kind in AgencyKind),
        ("อบต", AgencyKind.LOCAL_GOVERNMENT),
        ("อบต.", AgencyKind.LOCAL_GOVERNMENT),
        ("อ.บ.จ.", AgencyKind.LOCAL_GOVERNMENT),
        ("เทศบาลตำบล", AgencyKind.LOCAL_GOVERNMENT),
        (" จังหวัด ", AgencyKind.PROVINCE),
        ("กรม", AgencyKind.CENTRAL),
        ("Local_Government", AgencyKind.LOCAL_GOVERNMENT),
    ],
)
def test_a_kind_is_understood(typed: str, kind: AgencyKind) -> None:
    assert agency_kind(typed) is kind


def test_every_kind_has_a_thai_name_that_is_shown_with_its_meaning() -> None:
    assert set(THAI_NAMES) == set(AgencyKind)
    assert all(f"={kind.value}" in MEANINGS for kind in AgencyKind)


@pytest.mark.parametrize("typed", ["", "tambon", "โรงเรียน"])
def test_another_word_is_refused_with_the_choices(typed: str) -> None:
    with pytest.raises(typer.BadParameter, match="รัฐวิสาหกิจ"):
        agency_kind(typed)

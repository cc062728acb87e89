from __future__ import annotations

import pytest

from oit_checker.privacy.hiding import hidden, secrets_in, without_secrets


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        pytest.param("123-4-56789-0", "บัญชี 1234567890 ค่ะ", "บัญชี xxxxxxxx90 ค่ะ", id="other groups"),
        pytest.param("081-234-5678", "โทร ๐๘๑-๒๓๔-๕๖๗๘", "โทร xxx-xxx-xx78", id="thai digits"),
        pytest.param("บ้านเลขที่ 12/3 หมู่", "บ้านเลขที่ ๑๒/๓ หมู่ 4", "บ้านเลขที่ xx/x หมู่ 4", id="a house"),
        pytest.param("บ้านเลขที่ 12 หมู่", "บ้านเลขที่ 123 หมู่ 4", "บ้านเลขที่ 123 หมู่ 4", id="another house"),
        pytest.param("081-234-5678", "สำนักงาน 081-234-5679", "สำนักงาน 081-234-5679", id="another number"),
    ],
)
def test_only_what_was_found_is_hidden(value: str, text: str, expected: str) -> None:
    assert without_secrets(text, secrets_in(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("123-4-56789-0", "xxx-x-xxxx9-0"), ("อยู่บ้านเลขที่ 12/3  หมู่", "อยู่บ้านเลขที่ xx/x หมู่")],
)
def test_a_hidden_value_keeps_its_shape(value: str, expected: str) -> None:
    assert hidden(value) == expected

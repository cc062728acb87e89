import pytest

from oit_checker.thai import assessment
from oit_checker.thai.assessment import speaks_of_assessment


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("ITA 2569", True),
        ("/oit-2569", True),
        ("İTA", True),
        ("oıt", True),
        ("การประเมินคุณธรรมและความโปร่งใส", True),
        ("การเปิดเผยข้อมูลสาธารณะ", True),
        ("digital", False),
        ("คุณธรรม จริยธรรม", False),
        ("เปิดเผยราคากลาง", False),
        ("", False),
    ],
)
def test_what_is_told_quickly_is_what_is_told_at_length(text: str, speaks: bool) -> None:
    assert speaks_of_assessment(text) is speaks
    assert (assessment._SAID.search(text) is not None) is speaks

"""Personal data in evidence, told without the data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PersonalDataKind(StrEnum):
    CITIZEN_NUMBER = "citizen_number"
    BANK_ACCOUNT = "bank_account"
    MOBILE_NUMBER = "mobile_number"
    HOME_ADDRESS = "home_address"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Personal data (ข้อมูลส่วนบุคคล) in a piece of evidence that should not be public; it never changes a status.

    place says where in Thai; page_no starts at 1, sheet is a sheet's name. masked
    and context show the first one without its digits; count is how many different
    ones stand there.
    """

    kind: PersonalDataKind
    place: str
    masked: str
    context: str
    count: int = 1
    page_no: int | None = None
    sheet: str | None = None

"""Dates and years in text, in file names and in addresses, each with the words it was read from."""

from __future__ import annotations

from oit_checker.thai.months import DateMention, thai_dates
from oit_checker.thai.name_years import year_mentions_in_name
from oit_checker.thai.year_mention import DATES_NOTHING, YearForm, YearMention
from oit_checker.thai.years import year_mentions

__all__ = [
    "DATES_NOTHING",
    "DateMention",
    "YearForm",
    "YearMention",
    "thai_dates",
    "year_mentions",
    "year_mentions_in_name",
]

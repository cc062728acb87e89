"""Fiscal years (ปีงบประมาณ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRST_BE = 2400
LAST_BE = 2700


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """A Thai government fiscal year (ปีงบประมาณ), named by its Buddhist-era year.

    FY 2569 runs from 1 October 2025 to 30 September 2026, both days included:
    it is named after the calendar year in which it ends.

    Source: the budget-procedure law's definition of ปีงบประมาณ, as told at
    https://library.parliament.go.th/th/radioscript/rr2563-oct1
    """

    be: int

    def __post_init__(self) -> None:
        if not FIRST_BE <= self.be <= LAST_BE:
            raise ValueError(f"{self.be} is not a Buddhist-era year (พ.ศ.); did you mean {self.be + 543}?")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def start(self) -> date:
        """1 October, the first day."""
        return date(self.be - 544, 10, 1)

    @property
    def end(self) -> date:
        """30 September, the last day."""
        return date(self.be - 543, 9, 30)

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.end < today

    @property
    def previous(self) -> FiscalYear:
        return FiscalYear(self.be - 1)

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year that holds `day`: 15 October 2025 belongs to FY 2569."""
        return cls(day.year + 543 + (1 if day.month >= 10 else 0))

"""Checklists (แบบวัด OIT): read from YAML, refused with a remedy where they are wrong, rolled on, explained."""

from __future__ import annotations

from oit_checker.checklist.asking import code_of, items_for
from oit_checker.checklist.explaining import explain_check, explain_item
from oit_checker.checklist.loading import all_phrases, available, checklist_for_year, load_checklist
from oit_checker.checklist.rolling import roll

__all__ = [
    "all_phrases",
    "available",
    "checklist_for_year",
    "code_of",
    "explain_check",
    "explain_item",
    "items_for",
    "load_checklist",
    "roll",
]

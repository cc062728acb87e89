"""Thai digits."""

from __future__ import annotations

from oit_checker.patterns import regex

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = str.maketrans(_THAI, "0123456789")
_ANY = regex(f"[{_THAI}]")


def arabic_digits(text: str) -> str:
    """`text` with ๐-๙ written 0-9; nothing else changes, so places in the text stay."""
    # Most texts have none of these, and to look costs a tenth of a translation.
    return text.translate(_ARABIC) if _ANY.search(text) else text

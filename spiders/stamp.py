"""What tells one run from another: its time, as Thai officers read it, and its name."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta, timezone

BANGKOK = timezone(timedelta(hours=7))


def now() -> datetime:
    """The time in Bangkok, in whole seconds."""
    return datetime.now(UTC).astimezone(BANGKOK).replace(microsecond=0)


def new_run_id() -> str:
    """A name that no other run has and that sorts by time: `20261120T010000Z-9f86d081884c`."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(6)}"

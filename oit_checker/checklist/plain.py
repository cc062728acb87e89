"""Files of checklists as plain lists and dicts; of those that ship with the tool, what was kept of them.

To read their YAML, three quarters of a megabyte, takes thirty times as long as to read what was kept.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from oit_checker.compiled import keep, kept, maker

SHIPPED: Traversable = files("checklists")
_READING = str(Path(__file__).with_name("reading.py"))


def read_plain(text: str, path: str) -> dict[str, Any]:
    """The mapping that the YAML text of a checklist or of other lists holds, its years filled in.

    path is how errors name it. Raises ChecklistError.
    """
    from oit_checker.checklist.reading import fill_years, read_yaml, refuse_dates  # late: what is kept needs no YAML

    raw = read_yaml(text, path)
    refuse_dates(raw, path)
    be = raw.get("fiscal_year")
    return fill_years(raw, be, path) if isinstance(be, int) else raw


@cache
def shipped(file_name: str) -> dict[str, Any]:
    """What `read_plain` reads in a file that ships with the tool."""
    file = SHIPPED / file_name
    body = file.read_bytes()
    mark = sha256(maker(_READING).encode() + body).digest()
    before = kept(str(file))
    if before.startswith(mark):
        with suppress(ValueError, EOFError, TypeError):
            known: dict[str, Any] = marshal.loads(before[len(mark) :])  # noqa: S302 (trusted as the code beside it is)
            return known
    made = read_plain(body.decode("utf-8"), f"checklists/{file_name}")
    keep(str(file), mark + marshal.dumps(made))
    return made

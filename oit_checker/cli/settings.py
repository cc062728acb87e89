"""What a TOML file may set: any option of any verb, under the verb's name.

    [audit]
    output = "out"
    rate = 1
    format = ["html", "xlsx"]

The command line beats the environment (OIT_CHECKER_AUDIT_RATE=1), which beats the file.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from typer.core import TyperGroup

from oit_checker.errors import UsageError

DEFAULT_FILE = Path("oit-checker.toml")


def default_map(group: TyperGroup, path: Path | None) -> dict[str, Any]:
    """Read a settings file into defaults for click.

    path None: oit-checker.toml in the current folder, if there is one. Raises
    UsageError for a file that cannot be read, and for a verb or option that does not exist.
    """
    if path is None and not DEFAULT_FILE.is_file():
        return {}
    file = path or DEFAULT_FILE
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise UsageError("อ่านไฟล์ตั้งค่าไม่ได้", path=str(file), remedy=str(fault.strerror or "")) from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise UsageError(f"ไฟล์ตั้งค่าไม่อยู่ในรูปแบบ TOML: {fault}", path=str(file)) from fault
    return {verb: _options(group, verb, given, file) for verb, given in written.items()}


def _options(group: TyperGroup, verb: str, given: object, file: Path) -> dict[str, Any]:
    command = group.commands.get(verb)
    if command is None or not isinstance(given, dict):
        known = ", ".join(sorted(group.commands))
        raise UsageError(f"ไม่มีคำสั่ง “{verb}”", path=str(file), remedy=f"คำสั่งที่มี: {known}")
    names = {
        option.removeprefix("--"): parameter.name
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and parameter.name is not None
    }
    unknown = [key for key in given if key.replace("_", "-") not in names]
    if unknown:
        remedy = f"ตัวเลือกที่มี: {', '.join(sorted(names))}"
        raise UsageError(f"ไม่มีตัวเลือก “{unknown[0]}”", path=str(file), where=f"[{verb}]", remedy=remedy)
    return {names[key.replace("_", "-")] or "": value for key, value in given.items()}

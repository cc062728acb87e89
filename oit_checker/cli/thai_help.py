"""Help in Thai: what typer says of a command and its options, in the words and the order of an officer.

Names and defaults stay as they are typed. An option and what it does stand on lines of their own, as Thai has no spaces
at which a narrow column could be broken.
"""

from __future__ import annotations

import inspect
from typing import Any

from typer.core import TyperCommand, TyperGroup

from oit_checker.patterns import regex

_HELP = "แสดงคำอธิบายนี้"
_TYPES = (
    (regex(r"<list\[(.+?)\]>"), r"<\1>"),
    (regex(r"<(?:int|float)(?: range)?>"), "N"),
    (regex(r"<(?:str|path)>"), "TEXT"),
    (regex(r"<(.+\|.+)>"), r"\1"),
)
_EXTRAS = regex(r"\s*\[([^\[\]]*)\]\Z")
_WORDS = (
    (regex(r"default: (.+)"), r"ค่าเริ่มต้น \1"),
    (regex(r"required"), "ต้องระบุ"),
    (regex(r"x>=(.+)"), r"ไม่น้อยกว่า \1"),
    (regex(r"x<=(.+)"), r"ไม่เกิน \1"),
    (regex(r"(.+)<=x<=(.+)"), r"\1 ถึง \2"),
)


class _Thai:
    """How a command is explained; goes before typer's own class."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(ctx.command.collect_usage_pieces(ctx))
        formatter.write(f"วิธีใช้: {ctx.command_path} {pieces}\n")

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        said = inspect.cleandoc(ctx.command.help or "")
        formatter.write("".join(f"\n  {line}" for line in said.splitlines()) + "\n")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        sections: dict[str, list[tuple[str, str]]] = {"สิ่งที่ต้องระบุ": [], "ตัวเลือก": [], "คำสั่ง": []}
        for param in ctx.command.get_params(ctx):
            is_argument = param.param_type_name == "argument"
            name, said = param.get_help_record(ctx) or ("", "")
            sections["สิ่งที่ต้องระบุ" if is_argument else "ตัวเลือก"].append((_plain(name), _said(said)))
        for name, command in getattr(ctx.command, "commands", {}).items():
            sections["คำสั่ง"].append((name, (command.help or "").partition("\n")[0]))
        for title, rows in sections.items():
            if rows:
                formatter.write(f"\n{title}:\n" + "".join(f"  {name}\n      {said}\n" for name, said in rows))

    def get_help_option(self, ctx: Any) -> Any:
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP
        return option


class ThaiCommand(_Thai, TyperCommand):
    """A command that explains itself in Thai."""


class ThaiGroup(_Thai, TyperGroup):
    """A group of commands that explains itself in Thai."""


def _plain(name: str) -> str:
    for shape, plain in _TYPES:
        name = shape.sub(plain, name)
    return name


def _said(said: str) -> str:
    """What an option does, and what typer adds of defaults and bounds; the name in the environment is in the README."""
    found = _EXTRAS.search(said)
    if found is None:
        return said
    told = [_extra(part) for part in found[1].split("; ") if not part.startswith("env var: ")]
    rest = _said(said[: found.start()])
    return f"{rest} ({', '.join(told)})" if told else rest


def _extra(part: str) -> str:
    for shape, words in _WORDS:
        if shape.fullmatch(part):
            return shape.sub(words, part)
    return part

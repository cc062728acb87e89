"""What a mistyped command line is answered with: what cannot be used, what was probably meant, and what to do next."""

from __future__ import annotations

import difflib
from typing import Any

from oit_checker.patterns import regex

_INTEGER, _NUMBER = "ต้องเป็นเลขจำนวนเต็ม", "ต้องเป็นตัวเลข"
_WHY = (
    (regex(r"valid integer"), _INTEGER),
    (regex(r"valid number"), _NUMBER),
    (regex(r"greater than or equal to ([\d.]+)"), r"ต้องไม่น้อยกว่า \1"),
    (regex(r"less than or equal to ([\d.]+)"), r"ต้องไม่เกิน \1"),
    (regex(r"is not in the range ([\d.]+)<=x<=([\d.]+)"), r"ต้องอยู่ระหว่าง \1 ถึง \2"),
    (regex(r"'([^']*)' is not one of (.+?)\.?\Z"), r"“\1” ไม่มีให้เลือก เลือกได้เฉพาะ \2"),
    (regex(r"expected (?:one of )?((?:'[^']+'(?:, | or )?)+)"), r"เลือกได้เฉพาะ \1"),
)
_COMMAND = regex(r"No such command '(.+?)'")
_EXTRA = regex(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)")
_THAI = regex(r"[ก-๙]{3}")
_OPTION = regex(r"-{1,2}[A-Za-z][\w-]*")
_EXAMPLES = {
    "audit": "https://www.example.go.th",
    "check": "plans/",
    "judge": "out/snapshot",
    "report": "out/gap_report.json",
    "explain": "O25",
    "show": "O25",
    "validate": "checklists/nacc-2569.yaml",
    "roll": "2569 2570",
}


def refusal(fault: Any) -> str:
    """The Thai answer to a fault that typer found in the command line."""
    context = fault.ctx
    path = context.command_path if context is not None else "oit-checker"
    problem, remedy = _told(fault, context)
    return "\n".join(part for part in (problem, remedy, f"ดูวิธีใช้ทั้งหมด: {path} --help") if part)


def _told(fault: Any, context: Any) -> tuple[str, str]:
    message = str(fault.message or "")
    match type(fault).__name__:
        case "NoSuchOption":
            return f"ไม่มีตัวเลือก {_shown(fault.option_name)}", _meant(fault.option_name, _options(context))
        case "MissingParameter":
            return f"ยังไม่ได้ระบุ {_name(fault)}{_about(fault)}", _example(context)
        case "BadParameter":
            return f"ค่าของ {_name(fault)} ใช้ไม่ได้: {_why(message)}", ""
        case "BadOptionUsage":
            is_flag = "does not take a value" in message
            problem = "ใช้โดยไม่มีค่าตามหลัง" if is_flag else "ต้องมีค่าตามหลัง"
            return f"ตัวเลือก {fault.option_name} {problem}", ""
    if found := _COMMAND.search(message):
        known = list(getattr(context.command, "commands", {})) if context is not None else []
        return f"ไม่มีคำสั่ง {_shown(found[1])}", _meant(found[1], known) or f"คำสั่งที่มี: {', '.join(known)}"
    if found := _EXTRA.search(message):
        return f"มีคำเกินมา: {_shown(found[1])}", 'ตรวจการเว้นวรรค ชื่อที่มีเว้นวรรคให้ใส่เครื่องหมายคำพูด เช่น "แผน 2569.pdf"'
    return "คำสั่งใช้ไม่ได้ตามที่พิมพ์", _shown(message)


def _shown(typed: str) -> str:
    return f"“{''.join(sign if sign.isprintable() else ' ' for sign in typed)}”"


def _name(fault: Any) -> str:
    """The name as it is typed: the option, or the argument as the help shows it."""
    param = fault.param
    if param is None:
        found = _OPTION.search(str(fault.message))
        return found[0] if found else "สิ่งที่ระบุ"
    return str(param.opts[-1]) if param.param_type_name == "option" else str(param.metavar or param.name.upper())


def _about(fault: Any) -> str:
    said = getattr(fault.param, "help", None)
    return f" ({said})" if said else ""


def _example(context: Any) -> str:
    shown = _EXAMPLES.get(context.command.name) if context is not None else None
    return f"ตัวอย่าง: {context.command_path} {shown}" if shown else ""


def _options(context: Any) -> list[str]:
    return [name for param in context.command.get_params(context) for name in param.opts] if context is not None else []


def _meant(typed: str, known: list[str]) -> str:
    near = difflib.get_close_matches(typed, known, n=2, cutoff=0.6)
    return f"หมายถึง {' หรือ '.join(near)} ใช่หรือไม่" if near else ""


def _why(message: str) -> str:
    if _THAI.search(message):  # our own words
        return message
    for shape, words in _WHY:
        if found := shape.search(message):
            return found.expand(words).replace("'", "")
    return "ไม่ใช่ค่าที่รับได้"

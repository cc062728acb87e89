"""What the officer named → files to read; what cannot be used is told and stops nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from oit_checker.extensions import DOCUMENT_EXTENSIONS
from oit_checker.model.check import InputFault
from oit_checker.patterns import regex
from oit_checker.thai.decode import decode

_HIDDEN = regex(r"\.|~\$|thumbs\.db\Z|desktop\.ini\Z", re.IGNORECASE)
_MORE_ENDINGS = frozenset(("htm", "html", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp"))
_PROGRAMS = frozenset(("exe", "dll", "com", "msi", "bat", "cmd", "sh", "ps1", "vbs", "js", "jar", "lnk", "iso", "apk"))
_CHOOSE_AGAIN = "ตรวจชื่อไฟล์หรือโฟลเดอร์แล้วสั่งตรวจอีกครั้ง"
_NAME_A_DOCUMENT = "ระบุโฟลเดอร์ที่มีไฟล์ PDF, Word, Excel หรือ CSV หรือระบุชื่อไฟล์โดยตรง"


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file to read: its place, its name as the officer knows it, and a web-like address for the engine."""

    path: Path
    name: str
    url: str


@dataclass(slots=True)
class Collected:
    """files in the order given, each once; skipped are names in folders that are no documents."""

    files: list[FileFound] = field(default_factory=list)
    faults: list[InputFault] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    left_out: int = 0


def collect(paths: Sequence[Path], *, most: int) -> Collected:
    """Files as named, and the documents in folders as named, deeper folders included; hidden ones are left out.

    Links to folders inside a folder are not followed, so that no circle is walked.
    """
    found = Collected()
    seen: set[Path] = set()
    for path in paths:
        for file in _of_argument(path, found):
            place = file.resolve()
            if place in seen:
                continue
            seen.add(place)
            if len(found.files) < most:
                found.files.append(FileFound(file, shown_name(file), _url(file)))
            else:
                found.left_out += 1
    return found


def shown_name(path: Path) -> str:
    """The name as typed; a name of an old Thai system in its own code page is decoded."""
    name = path.as_posix()
    try:
        name.encode()
    except UnicodeEncodeError:
        return decode(os.fsencode(name), "cp874").text
    return name


def read_fault(name: str, fault: OSError) -> InputFault:
    """Why a file or folder cannot be opened, and what to do."""
    if isinstance(fault, FileNotFoundError):
        return InputFault(name, "ไม่พบไฟล์หรือโฟลเดอร์นี้", _CHOOSE_AGAIN)
    if isinstance(fault, PermissionError):
        return InputFault(name, "ไม่มีสิทธิ์เปิดอ่านไฟล์หรือโฟลเดอร์นี้", "ขอสิทธิ์อ่านจากเจ้าของไฟล์ หรือคัดลอกมาไว้ในโฟลเดอร์ของท่านก่อน")
    return InputFault(name, f"เปิดอ่านไม่ได้ ({fault.strerror or fault})", "ลองเปิดด้วยโปรแกรมปกติ แล้วบันทึกเป็นไฟล์ใหม่")


def _of_argument(path: Path, found: Collected) -> Iterator[Path]:
    name = shown_name(path)
    try:
        if path.is_dir():
            yield from _in_folder(path, found)
            return
        path.stat()
        is_file = path.is_file()
    except (OSError, ValueError) as fault:
        found.faults.append(read_fault(name, fault if isinstance(fault, OSError) else FileNotFoundError()))
        return
    if is_file and path.suffix.lstrip(".").lower() in _PROGRAMS:
        found.faults.append(InputFault(name, "เป็นไฟล์โปรแกรม ไม่ใช่เอกสาร", _NAME_A_DOCUMENT))
    elif is_file:
        yield path
    else:
        found.faults.append(InputFault(name, "ไม่ใช่ไฟล์เอกสาร (เป็นอุปกรณ์หรือช่องทางของระบบ)", _CHOOSE_AGAIN))


def _in_folder(folder: Path, found: Collected) -> Iterator[Path]:
    documents = 0
    faults = len(found.faults)

    def note(fault: OSError) -> None:
        found.faults.append(read_fault(shown_name(Path(str(fault.filename or folder))), fault))

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not _HIDDEN.match(name))
        for name in sorted(name for name in names if not _HIDDEN.match(name)):
            path = Path(place, name)
            if _looks_like_document(name) and path.is_file():
                documents += 1
                yield path
            else:
                found.skipped.append(shown_name(path))
    if not documents and len(found.faults) == faults:
        found.faults.append(InputFault(shown_name(folder), "ในโฟลเดอร์นี้ไม่มีเอกสาร", _NAME_A_DOCUMENT))


def _looks_like_document(name: str) -> bool:
    end = name.rpartition(".")[2].strip().lower()
    return end in DOCUMENT_EXTENSIONS or end in _MORE_ENDINGS


def _url(path: Path) -> str:
    return "file:///" + quote(os.fsencode(path.as_posix().lstrip("/")))

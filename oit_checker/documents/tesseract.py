"""The OCR program: Tesseract, if this machine has it, with its Thai data.

It is no part of the installation; `find_engine` asks for it when the first page needs it, and never before.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

from oit_checker.model.page import OcrLack

PROGRAM = "tesseract"
PSM = 4  # one column of text in letters of many sizes: a letter with its head, a table row by row
DPI = 200
_PROBE_S = 15.0
_THAI, _ENGLISH = "tha", "eng"


@dataclass(frozen=True, slots=True)
class Engine:
    """A Tesseract that reads Thai: its path, and the languages to ask for (English beside Thai where it is there)."""

    path: str
    languages: str

    @property
    def settings(self) -> str:
        """What the text of a page depends on, beside the page."""
        return f"{self.languages} psm {PSM} {DPI} dpi"


SETTINGS = Engine(PROGRAM, f"{_THAI}+{_ENGLISH}").settings
"""The settings of a machine that has everything."""


class OcrFailedError(Exception):
    """Tesseract crashed, or was ended because it took too long; raised and caught within the worker."""

    def __init__(self, lack: OcrLack) -> None:
        self.lack = lack
        super().__init__(lack.value)


def find_engine() -> Engine | OcrLack:
    """The OCR program on PATH, or what of it is missing. Starts it once, to ask for its languages."""
    path = shutil.which(PROGRAM)
    if path is None:
        return OcrLack.NOT_INSTALLED
    try:
        answer = subprocess.run(  # noqa: S603 - the program that PATH names
            [path, "--list-langs"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PROBE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return OcrLack.NOT_INSTALLED
    known = {line.strip() for line in (answer.stdout + b"\n" + answer.stderr).decode("utf-8", "replace").splitlines()}
    if _THAI not in known:
        return OcrLack.NO_THAI
    return Engine(path, f"{_THAI}+{_ENGLISH}" if _ENGLISH in known else _THAI)


def recognised(picture: bytes, engine: Engine, seconds: float) -> str:
    """The text of a picture (PGM). Raises OcrFailedError where it takes longer than seconds, or the program fails.

    One thread only: several on a busy machine wait for one another and take twelve times as long.
    """
    try:
        answer = subprocess.run(  # noqa: S603 - as find_engine found it
            [engine.path, "stdin", "stdout", "-l", engine.languages, "--psm", str(PSM), "--dpi", str(DPI)],
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as slow:
        raise OcrFailedError(OcrLack.TOO_SLOW) from slow
    except OSError as fault:
        raise OcrFailedError(OcrLack.FAILED) from fault
    if answer.returncode:
        raise OcrFailedError(OcrLack.FAILED)
    return answer.stdout.decode("utf-8", "replace")

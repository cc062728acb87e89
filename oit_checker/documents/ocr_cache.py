"""What OCR read, kept by the document's bytes, page and settings, so that nothing is read twice."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from pathlib import Path

from oit_checker.lines import line_of, reader_of, whole_lines

FILE = "ocr.jsonl"


@dataclass(frozen=True, slots=True)
class KeptText:
    """The text of one page (number from 1) of the document with that SHA-256; is_blank: white paper."""

    sha256: str
    page: int
    settings: str
    text: str = ""
    is_blank: bool = False


class OcrCache:
    """A file of KeptText lines beside a snapshot's bodies; the file is first looked at when something is asked for.

    It holds nothing that cannot be read again: a damaged line is passed over, and a folder that cannot be written to
    is no fault. Pages on which OCR failed are not kept; they are tried anew.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._known: dict[tuple[str, int, str], KeptText] | None = None
        self._lock = threading.Lock()

    def get(self, sha256: str, page: int, settings: str) -> KeptText | None:
        with self._lock:
            return self._all().get((sha256, page, settings))

    def put(self, kept: KeptText) -> None:
        with self._lock:
            self._all()[kept.sha256, kept.page, kept.settings] = kept
            with contextlib.suppress(OSError), self._file.open("ab") as out:
                out.write(line_of(kept))

    def _all(self) -> dict[tuple[str, int, str], KeptText]:
        if self._known is None:
            self._known = {}
            with contextlib.suppress(OSError):
                for line in whole_lines(self._file):
                    self._learn(self._known, line)
        return self._known

    @staticmethod
    def _learn(known: dict[tuple[str, int, str], KeptText], line: bytes) -> None:
        with contextlib.suppress(ValueError):
            kept: KeptText = reader_of(KeptText)(line)
            known[kept.sha256, kept.page, kept.settings] = kept

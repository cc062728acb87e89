"""What OCR read, kept by the document's bytes, page and settings, so that nothing is read twice."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from pathlib import Path

from oit_checker.errors import SnapshotError
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


_Texts = dict[tuple[str, int, str], KeptText]


class OcrCache:
    """A file of KeptText lines beside a snapshot's bodies; the file is first looked at when something is asked for.

    earlier is the folder of the crawl before, which goes when this one is whole: what is asked for and found there is
    kept here too. The file holds nothing that cannot be read again: a damaged line is passed over, and a folder that
    cannot be written to is no fault. Pages on which OCR failed are not kept; they are tried anew.
    """

    def __init__(self, folder: Path, earlier: Path | None = None) -> None:
        self._file = folder / FILE
        self._earlier_file = earlier / FILE if earlier is not None else None
        self._known: _Texts | None = None
        self._earlier: _Texts = {}
        self._lock = threading.Lock()

    def get(self, sha256: str, page: int, settings: str) -> KeptText | None:
        with self._lock:
            key = (sha256, page, settings)
            known = self._all()
            if key not in known and key in self._earlier:
                self._keep(self._earlier[key])
            return known.get(key)

    def put(self, kept: KeptText) -> None:
        with self._lock:
            self._keep(kept)

    def _keep(self, kept: KeptText) -> None:
        self._all()[kept.sha256, kept.page, kept.settings] = kept
        with contextlib.suppress(OSError), self._file.open("ab") as out:
            out.write(line_of(kept))

    def _all(self) -> _Texts:
        if self._known is None:
            self._known = _texts_in(self._file)
            self._earlier = _texts_in(self._earlier_file) if self._earlier_file is not None else {}
            with contextlib.suppress(OSError):
                _end_last_line(self._file)
        return self._known


def _texts_in(path: Path) -> _Texts:
    known: _Texts = {}
    with contextlib.suppress(OSError, SnapshotError):
        for line in whole_lines(path):
            with contextlib.suppress(ValueError):
                kept: KeptText = reader_of(KeptText)(line)
                known[kept.sha256, kept.page, kept.settings] = kept
    return known


def _end_last_line(path: Path) -> None:
    """End the line that an audit which was killed left half written, so that the next one does not grow from it."""
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb+") as out:
        out.seek(-1, 2)
        if out.read(1) != b"\n":
            out.write(b"\n")

"""What OCR makes of one scanned page: known to all who ask for it, read only by the worker (see `scan`)."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.model.page import OcrLack


@dataclass(frozen=True, slots=True)
class ScanText:
    """What one page gave: its text (empty where no words were found), or is_blank, or a lack."""

    text: str = ""
    is_blank: bool = False
    lack: OcrLack | None = None

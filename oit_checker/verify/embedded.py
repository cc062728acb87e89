"""What becomes of a page that holds nothing but one file, once that file was asked for.

The public sees the file; so its bytes are read, under the address that the agency gave. Where they do not come, the
page opens and is not read: a doubt, never a gap, and the page's few words are never the evidence's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from oit_checker.model.page import Unreadable
from oit_checker.patterns import regex
from oit_checker.verify import Checked
from oit_checker.verify.cloud.contents import read_behind
from oit_checker.verify.files import is_html

_TO_FILL_IN = regex(rb"<(?:form|input|textarea|select)\b", re.IGNORECASE)
_MOST_SHOWN = 160


def as_its_file(viewer: Checked, held: Checked, body: Callable[[str], bytes]) -> Checked:
    """The viewer's answer with the bytes of the file that it holds, or marked as not read.

    held is the answer at the file's own address. A page with a form in it is a service to use, and stays as it is.
    """
    sha256 = held.fetched.body_sha256
    raw = body(sha256) if sha256 is not None else b""
    opens = held.verdict.verification.opens
    if opens and held.unread is None and raw and not is_html(raw, held.fetched.media_type):
        file = replace(held.verdict, note=f"หน้านี้มีแต่ไฟล์ที่ฝังไว้ จึงอ่านไฟล์นั้น: {_shown(held.fetched.url)}")
        return read_behind(viewer, held.fetched, file)
    if opens and _TO_FILL_IN.search(raw) is not None:
        return viewer
    why = "เป็นหน้าเว็บที่โปรแกรมอ่านเนื้อหาไม่ได้" if opens else held.verdict.message
    note = f"หน้านี้มีแต่ไฟล์ที่ฝังไว้ ซึ่งโปรแกรมยังไม่ได้อ่าน ({_shown(held.fetched.url)}): {why}"
    told = replace(viewer.verdict, note=" · ".join(filter(None, (viewer.verdict.note, note))))
    return replace(viewer, verdict=told, unread=Unreadable.VIEWER_ONLY)


def _shown(url: str) -> str:
    return url if len(url) <= _MOST_SHOWN else f"{url[: _MOST_SHOWN - 1]}…"

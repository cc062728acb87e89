"""What a run did about pages made by script, as a row for the reports. Pure."""

from __future__ import annotations

from oit_checker.model.labels import RENDER_LACK
from oit_checker.model.rendering import Lack, Rendering

NAME = "เปิดด้วยเบราว์เซอร์"


def rendered_rows(rendering: Rendering | None) -> tuple[tuple[str, str], ...]:
    """Name and text: how many times pages were opened, with how many requests, and how many were not seen whole.

    Nothing for a run that met no such page, or that did not record it.
    """
    if rendering is None or not (rendering.pages or rendering.counts):
        return ()
    parts = []
    if rendering.pages:
        parts.append(f"{rendering.pages:,} ครั้ง (ไม่เกิน {rendering.most_pages:,}) ใช้ {rendering.requests:,} คำขอ")
    counts = {lack: rendering.counts.get(lack, 0) for lack in Lack}
    parts += [f"ไม่เห็นหรือเห็นไม่ครบ {n:,} หน้า เพราะ{RENDER_LACK[lack]}" for lack, n in counts.items() if n]
    return ((NAME, " · ".join(parts)),)

"""What an officer sees while an audit runs: a line that counts, or JSON log lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from oit_checker.cli import EXIT_INTERRUPTED
from oit_checker.run import Watch

if TYPE_CHECKING:
    from spiders.job import Progress

_STAGES = {
    "verify": "เปิดตรวจลิงก์หลักฐาน",
    "read": "อ่านหลักฐาน",
    "ocr": "อ่านหน้าที่เป็นภาพด้วย OCR",
    "stopped": "หยุดสำรวจแล้ว จะตรวจลิงก์ของสิ่งที่พบต่อ (กด Ctrl+C อีกครั้งเพื่อเลิก): สำรวจแล้ว",
}

_STOPPED = (
    "หยุดแล้ว สิ่งที่สำรวจได้อยู่ในโฟลเดอร์ snapshot ทำต่อจากเดิมได้ด้วยคำสั่งเดิมโดยเติม --resume หรือตัดสินจากสิ่งที่มีอยู่ด้วย oit-checker judge"
)


@contextmanager
def watching(*, quiet: bool, log_format: str) -> Iterator[Watch]:
    """A Watch that writes to stderr: nothing, JSON lines, a live line on a terminal, or a plain line now and then."""
    try:
        if log_format == "json":
            yield _json_watch()
        elif quiet:
            yield Watch()
        else:
            with _live_line() as watch:
                yield watch
    except KeyboardInterrupt:
        print(_STOPPED, file=sys.stderr)  # noqa: T201
        sys.exit(EXIT_INTERRUPTED)


def json_log() -> Any:
    """A logger that writes one JSON object a line to stderr."""
    import structlog

    structlog.configure(
        processors=[
            _without_citizen_numbers,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    return structlog.get_logger()


def _without_citizen_numbers(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Addresses of a website may hold citizen numbers, which no log line repeats."""
    from oit_checker.privacy import mask

    return {name: mask(said) if isinstance(said, str) else said for name, said in event.items()}


def _json_watch() -> Watch:
    log = json_log()

    def on_crawl(progress: Progress, items: int) -> None:
        log.info(
            "crawling",
            pages=progress.pages,
            queued=progress.queued,
            documents=progress.documents,
            links=progress.links,
            items=items,
        )

    def on_audit(stage: str, count: int, total: int) -> None:
        log.info(stage, count=count, total=total)

    return Watch(on_crawl, on_audit)


@contextmanager
def _live_line() -> Iterator[Watch]:
    from rich.console import Console
    from rich.status import Status

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_watch(console)
        return
    with Status("กำลังเริ่มสำรวจเว็บไซต์ …", console=console) as status:
        yield Watch(
            lambda progress, items: status.update(_crawl_line(progress, items)),
            lambda stage, count, total: status.update(_audit_line(stage, count, total)),
        )


def _plain_watch(console: Any) -> Watch:
    """For logs: a line whenever a hundred more pages were seen, and one per stage."""
    told = -1

    def on_crawl(progress: Progress, items: int) -> None:
        nonlocal told
        if progress.pages // 100 > told:
            told = progress.pages // 100
            console.print(_crawl_line(progress, items), soft_wrap=True)

    return Watch(on_crawl, lambda stage, count, total: console.print(_audit_line(stage, count, total), soft_wrap=True))


def _crawl_line(progress: Progress, items: int) -> str:
    return (
        f"สำรวจเว็บไซต์: {progress.pages:,} หน้า · รอคิว {progress.queued:,} · เอกสาร {progress.documents:,}"
        f" · ลิงก์ {progress.links:,} · พบคำของ {items} ข้อ"
    )


def _audit_line(stage: str, count: int, total: int) -> str:
    return f"{_STAGES.get(stage, stage)} {count:,} รายการ (รวม {total:,})"

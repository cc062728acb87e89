"""The output folder: held by one audit at a time, written whole or not at all, never robbed of its last good report.

gap_report.* is the report of the last run that could see the website. A run that failed leaves such a report standing
and writes its own beside it as gap_report.failed.*, until a run that could see the website removes that. Where no
report stands yet, or only that of a failed run, the failed one is gap_report.* itself.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from oit_checker.changes import changes_since
from oit_checker.demo import AGENCY as DEMO
from oit_checker.errors import ReportError, UsageError
from oit_checker.model.check import CheckReport
from oit_checker.model.report import GapReport
from oit_checker.urls import host_of, is_private_address, same_site
from reports import FORMS, render
from reports.check_html import check_to_html
from reports.check_json import dump as dump_check
from reports.to_json import load

REPORT, FAILED_REPORT, CHECK = "gap_report", "gap_report.failed", "check"
_LOCK = ".oit-checker.lock"
_NO_LOCKS_HERE = frozenset((errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP))


def prepare_output(folder: Path) -> Path:
    """Make the output folder. Raises UsageError where it cannot be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".oit-checker-write-test"
        probe.write_bytes(b"")
        probe.unlink(missing_ok=True)
    except OSError as fault:
        raise UsageError(
            f"เขียนลงโฟลเดอร์ผลลัพธ์ไม่ได้ ({fault.strerror or fault})",
            path=str(folder),
            remedy="โปรดระบุโฟลเดอร์อื่นด้วย --output",
        ) from fault
    return folder


@contextlib.contextmanager
def hold(folder: Path) -> Iterator[Path]:
    """Keep every other audit out of the output folder while the block runs; the same thread may hold it twice.

    The system itself lets go of the lock when the process ends, however it ends; the empty file that stays behind
    means nothing. Where a file system knows no locks, the folder is used without one. Raises UsageError where another
    audit holds the folder, and as `prepare_output` does.
    """
    lock = FileLock(prepare_output(folder) / _LOCK, timeout=0, is_singleton=True)
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(lock)
        except Timeout as busy:
            raise UsageError(
                "มีการตรวจอีกรายการกำลังใช้โฟลเดอร์นี้อยู่",
                path=str(folder),
                remedy="โปรดรอให้เสร็จแล้วสั่งใหม่ หรือระบุโฟลเดอร์อื่นด้วย --output",
            ) from busy
        except OSError as fault:
            if fault.errno not in _NO_LOCKS_HERE:
                raise UsageError(f"จองโฟลเดอร์ผลลัพธ์ไม่ได้ ({fault.strerror or fault})", path=str(folder)) from fault
        _sweep(folder)
        yield folder


def standing_report(folder: Path) -> GapReport | None:
    """The report that stands in the folder; None where there is none, or none that this version can read."""
    try:
        return load((folder / f"{REPORT}.json").read_bytes())
    except (OSError, ReportError):
        return None


def refuse_others_report(folder: Path, hosts: Sequence[str], remedy: str) -> None:
    """Raise UsageError where the report of another website stands in the folder; hosts are those of this one.

    That of a failed run, and that of the demo, protects nothing.
    """
    standing = standing_report(folder)
    if standing is None or standing.run.outcome == "failed" or _is_demo(standing):
        return
    known = {*standing.agency.hosts, host_of(standing.agency.url)}
    if known.isdisjoint(hosts):
        raise UsageError(f"โฟลเดอร์นี้มีรายงานของเว็บไซต์อื่นอยู่แล้ว คือ {standing.agency.url}", path=str(folder), remedy=remedy)


def hosts_of(site: str) -> tuple[str, ...]:
    """The host names under which the website at an address may be known: with and without www."""
    host = host_of(site)
    return host, host.removeprefix("www."), f"www.{host}"


def with_changes(report: GapReport, folder: Path) -> GapReport:
    """The report with what changed since the one that stands in the folder, where the two can be compared."""
    standing = standing_report(folder)
    if standing is None or not any(same_site(url, report.agency.hosts) for url in _addresses(standing)):
        return report
    return replace(report, changes=changes_since(standing, report))


def write_reports(report: GapReport, folder: Path, forms: Sequence[str]) -> list[Path]:
    """Write gap_report.json and the other forms asked for; returns what was written, JSON first.

    Forms of an earlier report in the same folder are removed, so that no two reports stand side by side under one
    name. A failed run is written as gap_report.failed.* where a better report stands.
    """
    name = FAILED_REPORT if report.run.outcome == "failed" and _has_seen_more(folder) else REPORT
    written = _replaced(folder, name, _rendered(report, ("json", *forms)), FORMS)
    if name == REPORT:
        _remove(folder / f"{FAILED_REPORT}.{form}" for form in FORMS)
    return written


def write_forms(report: GapReport, folder: Path, forms: Sequence[str], name: str = REPORT) -> list[Path]:
    """Write the forms asked for, each once, and leave the others alone; returns what was written."""
    return _replaced(folder, name, _rendered(report, forms), ())


def write_check(report: CheckReport, folder: Path, forms: Sequence[str]) -> list[Path]:
    """Write check.json and the other forms asked for; those of an earlier check in the same folder are removed."""
    makers = {"json": dump_check, "html": check_to_html}
    return _replaced(folder, CHECK, {form: makers[form](report) for form in dict.fromkeys(("json", *forms))}, makers)


def _rendered(report: GapReport, forms: Sequence[str]) -> dict[str, bytes]:
    return {str(form): render(report, form) for form in dict.fromkeys(forms)}


def _replaced(
    folder: Path, name: str, bodies: Mapping[str, bytes], known: Sequence[str] | Mapping[str, object]
) -> list[Path]:
    """Put whole files in the place of the earlier ones: all are on the disk before the first takes its place.

    Of the known forms, those that were not made are removed. The first, JSON, takes its place last: where it is new,
    the others are.
    """
    paths = {folder / f"{name}.{form}": body for form, body in bodies.items()}
    parts = {path: folder / f".{path.name}.{os.getpid()}.part" for path in paths}
    try:
        for path, body in paths.items():
            _write(parts[path], body)
        for path in list(paths)[:0:-1]:
            parts[path].replace(path)
        _remove(folder / f"{name}.{form}" for form in known if form not in bodies)
        for path in list(paths)[:1]:
            parts[path].replace(path)
    except OSError as fault:
        raise UsageError(
            f"เขียนรายงานไม่ได้ ({fault.strerror})",
            path=str(fault.filename2 or fault.filename or folder),
            remedy="รายงานเดิมในโฟลเดอร์ยังอยู่ โปรดตรวจว่าดิสก์ยังมีที่ว่างและเขียนไฟล์ได้ แล้วสั่งใหม่ หรือระบุโฟลเดอร์อื่นด้วย --output",
        ) from fault
    finally:
        _remove(parts.values())
    return list(paths)


def _write(part: Path, body: bytes) -> None:
    with part.open("wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """What a killed run left half written."""
    for part in folder.glob(f".{REPORT}.*.part"):
        with contextlib.suppress(OSError):
            part.unlink()


def _has_seen_more(folder: Path) -> bool:
    """Whether a report stands that is not known to be that of a failed run."""
    if not any((folder / f"{REPORT}.{form}").exists() for form in FORMS):
        return False
    standing = standing_report(folder)
    return standing is None or standing.run.outcome != "failed"


def _is_demo(report: GapReport) -> bool:
    return report.agency.name == DEMO and is_private_address(host_of(report.agency.url).partition(":")[0])


def _addresses(report: GapReport) -> tuple[str, ...]:
    return (report.agency.url, *(f"https://{host}/" for host in report.agency.hosts))

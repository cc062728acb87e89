"""What an earlier audit left in the output folder: another website's report is kept, the rest is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from oit_checker.errors import SnapshotError
from oit_checker.output import hosts_of, refuse_others_report
from oit_checker.run import Plan, can_go_on
from oit_checker.snapshot import Snapshot
from oit_checker.urls import host_of, same_site, site_url


def refuse_another_site(plan: Plan) -> None:
    """Raise UsageError where the report of another website stands in the folder, unless all is to be made afresh."""
    site = site_url(plan.site)
    if not plan.fresh:
        elsewhere = f"{plan.output}-{host_of(site).removeprefix('www.').replace(':', '-')}"
        remedy = f"โปรดระบุโฟลเดอร์อื่น เช่น --output {elsewhere} หรือหากไม่ต้องการรายงานเดิมแล้ว สั่งใหม่โดยเติม --fresh"
        refuse_others_report(plan.output, (*hosts_of(site), *plan.hosts), remedy)


def tell_standing(plan: Plan, *, quiet: bool, log_format: str) -> None:
    """Write to stderr, a line each, that there is nothing to go on with, or that what was seen of another is lost."""
    if quiet:
        return
    for told in standing(plan):
        if log_format == "json":
            from oit_checker.cli.watching import json_log

            json_log().warning("notice", message=told)
        else:
            typer.echo(told, err=True)


def standing(plan: Plan) -> Iterator[str]:
    """The lines, in Thai. Raises UsageError where the plan's site is no web address."""
    site, folder = site_url(plan.site), plan.output / "snapshot"
    earlier = _site_in(folder)
    if earlier is not None and not same_site(site, (host_of(earlier),)):
        replaced = f"สิ่งที่เก็บไว้จากการตรวจ {earlier} ในโฟลเดอร์ {plan.output} จะถูกแทนที่ด้วยของ {site}"
        yield f"{replaced} หากต้องการเก็บไว้ ครั้งต่อไปโปรดระบุโฟลเดอร์อื่นด้วย --output"
    if plan.resume and not can_go_on(folder, site, plan.checklist):
        yield f"ไม่มีการตรวจที่ค้างอยู่ในโฟลเดอร์ {plan.output} ให้ทำต่อ (--resume) จึงเริ่มตรวจใหม่ตั้งแต่ต้น"


def _site_in(folder: Path) -> str | None:
    """The site of the snapshot that stands there; None where there is none that can be read."""
    begun = Snapshot.begun(folder)
    if begun is not None:
        return begun.site
    try:
        return Snapshot.open(folder).manifest.site
    except SnapshotError:
        return None

"""Documents that are made to fill the memory of the whole audit, many at once: its processes stay within 400 MB."""

from __future__ import annotations

import itertools
import json
import random
import re
import socket
import sys
from pathlib import Path

import pytest
from evil import Asked, Evil, answer, endless, page
from peak import audit_peak_mb

from oit_checker.checklist import load_checklist
from oit_checker.config import Politeness

MOST_MB = 400
NOISE = random.Random(2569).randbytes(1_000_000)
ROW = '"จัดซื้อวัสดุสำนักงาน","วิธีเฉพาะเจาะจง","12,500.00","บริษัท ตัวอย่าง จำกัด"\n'

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PSS is told by Linux only")


def listed(evil: Evil, addresses: list[str]) -> None:
    """An ITA page of the year that offers these addresses, item by item."""
    evil.pages["/"] = page('<h1>เทศบาลตำบลตัวอย่าง</h1><a href="/ita">OIT ปี 2569</a>', "เทศบาลตำบลตัวอย่าง")
    items = itertools.cycle(load_checklist("nacc-2569").items)
    rows = "".join(
        f'<h3>{item.code} {item.title_th}</h3><p><a href="{address}">{item.title_th} ปี 2569</a></p>'
        for item, address in zip(items, addresses, strict=False)
    )
    evil.pages["/ita"] = page(f"<h1>OIT ปีงบประมาณ พ.ศ. 2569</h1>{rows}", "OIT 2569")


def opened(output: Path) -> int:
    report = json.loads((output / "gap_report.json").read_bytes())
    return sum(link["verification"] in {"ok", "redirected", "corrupt"} for link in report["links"])


def test_endless_documents_of_many_other_hosts(evil: Evil, tmp_path: Path) -> None:
    listed(evil, [f"http://127.0.1.{number}:{evil.port}/{number}.pdf" for number in range(1, 41)])
    evil.pages.update(
        {f"/{number}.pdf": endless(b"%PDF-1.7\n" + NOISE, kind="application/pdf") for number in range(41)}
    )
    done, peak_mb = audit_peak_mb(evil.url, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert opened(tmp_path) > 0
    assert peak_mb < MOST_MB


def test_many_huge_tables(evil: Evil, tmp_path: Path) -> None:
    listed(evil, [f"/{number}.csv" for number in range(40)])
    table = (ROW * (39_000_000 // len(ROW.encode()))).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: {len(table) + 9}\r\nConnection: close\r\n\r\n"

    def send(asked: Asked, connection: socket.socket) -> None:
        connection.sendall(head.encode() + f"{asked.target:>9}".encode())
        connection.sendall(table)

    evil.pages.update({f"/{number}.csv": send for number in range(40)})
    done, peak_mb = audit_peak_mb(evil.url, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert opened(tmp_path) == 40
    assert peak_mb < MOST_MB


def test_thousands_of_links_to_one_file_host(evil: Evil, tmp_path: Path) -> None:
    """Most of them are left out, and told as what we did not look at; what is asked is the limit of one host."""
    elsewhere = f"http://127.0.1.1:{evil.port}"
    listed(evil, [f"{elsewhere}/{number}.pdf" for number in range(3_000)])
    name = re.compile(r"/\d+\.pdf")
    evil.otherwise = lambda asked: answer(b"%PDF-1.4", kind="application/pdf") if name.fullmatch(asked.path) else None
    done, peak_mb = audit_peak_mb(evil.url, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads((tmp_path / "gap_report.json").read_bytes())
    asked = {target for target in evil.asked if name.fullmatch(target)}
    assert 0 < len(asked) <= Politeness().most_foreign
    left_out = [link for link in report["links"] if link["verification"] == "not_checked"]
    assert len(left_out) == len(report["links"]) - len(asked)
    assert peak_mb < MOST_MB

"""Pages read beside the crawl are read as they are here, and nothing is lost where the process beside is gone."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from dataclasses import replace

import pytest

from oit_checker.config import CrawlLimits, Politeness
from spiders import reading
from spiders.job import Job
from spiders.page_reader import PageReader, ReadPage
from spiders.reading import ReadBeside, ReadHere, Reading, reading_beside

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is a page read beside")

HOME = "https://www.bannoi.go.th/"
PHRASES = ("แผนปฏิบัติการ", "รายงานผล")
MENU = '<ul><li><a href="/plan">แผนปฏิบัติการ</a></li><li><a href="/ita">ITA 2569</a></li></ul>'
PAGES = [
    f"<title>หน้าแรก</title><body>{MENU}<p>ยินดีต้อนรับ</p></body>",
    f'<title>แผน</title><body>{MENU}<p>แผนปฏิบัติการ 2569 <a href="/plan.pdf">ไฟล์แผน</a></p></body>',
    f"<title>แผน</title><body>{MENU}<p>แผนปฏิบัติการ 2569 <a href='/plan.pdf'>ไฟล์แผน</a></p></body>",
    f'<title>ITA</title><body>{MENU}<h2>ปี 2569</h2><p><a href="/o8.pdf">รายงานผล</a></p></body>',
]
JOB = Job(HOME, "out", ("www.bannoi.go.th",), CrawlLimits(), Politeness(rate=0), PHRASES, ())


async def _read_all(reading: Reading, kill_before: int | None = None) -> list[ReadPage]:
    """All pages at once, as answers come; the process beside is killed before the page of that number is asked for."""
    asked = []
    for number, page in enumerate(PAGES):
        if number == kill_before and isinstance(reading, ReadBeside):
            await reading.settled()
            os.kill(reading._child, signal.SIGKILL)
        asked.append(asyncio.ensure_future(reading.read(f"{HOME}{number}", page.encode(), "utf-8")))
        await asyncio.sleep(0)
    await reading.settled()
    return [await one for one in asked]


def _beside(kill_before: int | None = None) -> list[ReadPage]:
    beside = ReadBeside(PHRASES)
    try:
        return asyncio.run(asyncio.wait_for(_read_all(beside, kill_before), 60))
    finally:
        beside.end()


def test_pages_read_beside_are_read_as_here() -> None:
    here = asyncio.run(_read_all(ReadHere(PageReader(PHRASES))))

    assert _beside() == here
    assert [[link.url for link in page.links] for page in here] == [
        [f"{HOME}plan", f"{HOME}ita"],
        [f"{HOME}plan.pdf"],
        [],
        [f"{HOME}o8.pdf"],
    ]
    assert [page.has_new_text for page in here] == [True, True, False, True]


def test_a_page_is_read_here_where_the_process_beside_died() -> None:
    read = _beside(kill_before=2)

    assert [page.title for page in read] == ["หน้าแรก", "แผน", "แผน", "ITA"]
    assert f"{HOME}o8.pdf" in {link.url for link in read[3].links}
    assert read[1].hits == read[2].hits != ""


def test_a_page_is_read_here_where_the_process_beside_dies_in_mid_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer_by_half(talk: socket.socket, _reader: PageReader) -> None:
        talk.recv(1)
        talk.sendall((1000).to_bytes(4, "big") + b"half of it")
        os._exit(0)

    monkeypatch.setattr(reading, "_serve", answer_by_half)

    assert [page.title for page in _beside()] == ["หน้าแรก", "แผน", "แผน", "ITA"]


def test_settled_waits_for_what_was_handed_over() -> None:
    async def order() -> list[str]:
        said: list[str] = []
        beside = ReadBeside(PHRASES)

        async def read() -> None:
            await beside.read(HOME, PAGES[0].encode(), "utf-8")
            said.append("read")

        first = asyncio.ensure_future(read())
        await asyncio.sleep(0)
        await beside.settled()
        said.append("settled")
        await first
        beside.end()
        return said

    assert asyncio.run(order()) == ["read", "settled"]


def test_the_process_beside_ends_with_the_crawl() -> None:
    beside = ReadBeside(PHRASES)
    beside.end()

    with pytest.raises(ProcessLookupError):
        os.kill(beside._child, 0)


@pytest.mark.parametrize(
    "job",
    [
        replace(JOB, politeness=Politeness(rate=2)),
        replace(JOB, previous="out/previous"),
        replace(JOB, resumes=True),
    ],
    ids=["polite", "known before", "gone on with"],
)
def test_pages_are_read_here_where_time_is_no_matter_or_earlier_pages_count(job: Job) -> None:
    assert reading_beside(job) is None


def test_pages_are_read_here_on_a_machine_of_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading.os, "sched_getaffinity", lambda _: {0})

    assert reading_beside(JOB) is None

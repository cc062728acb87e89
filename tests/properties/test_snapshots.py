"""What a crawl writes down is read back as it was, whatever a site sent; a line that was cut short is left out."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.errors import SnapshotError
from oit_checker.lines import line_of, reader_of
from oit_checker.model.page import Failure, Fetched, Link
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.snapshot.records import packed_places

STEADY = settings(derandomize=True, deadline=None, max_examples=80)
words = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["แผน\n2569", '"\\', "\u2028\x85\r\x00"]
)
perhaps = st.none() | words
counts = st.integers(0, 2**40)
links = st.builds(Link, words, words, words, perhaps, perhaps, perhaps, words, st.booleans())
answers = st.builds(
    Fetched,
    words,
    words,
    st.none() | st.integers(100, 599),
    perhaps,
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(Failure),
    perhaps,
    counts,
    st.none() | counts,
    st.booleans(),
    st.dictionaries(words, words, max_size=3),
    st.lists(words, max_size=3).map(tuple),
    st.integers(0, 9),
    words,
    perhaps,
)
records = st.builds(
    PageRecord,
    answers,
    st.integers(0, 99),
    perhaps,
    perhaps,
    st.lists(links, max_size=3).map(tuple),
    st.lists(st.integers(0, 2**32 - 1), max_size=3).map(packed_places),
    perhaps,
)


@STEADY
@given(answers | records)
def test_a_line_is_read_back_as_it_was_written(value: Fetched | PageRecord) -> None:
    line = line_of(value)
    assert line.count(b"\n") == 1
    assert reader_of(type(value))(line) == value


@STEADY
@given(st.lists(records, max_size=4), st.lists(answers, max_size=3), st.data())
def test_a_crawl_is_read_back_and_a_cut_line_left_out(
    pages: Sequence[PageRecord], checks: Sequence[Fetched], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        snapshot = Snapshot.create(Path(folder) / "s")
        for record in pages:
            snapshot.add_page(record)
        snapshot.record_checks(checks)
        assert list(snapshot.pages()) == list(pages)
        assert list(snapshot.checks()) == list(checks)
        for record in pages:
            first = next(other for other in pages if record.fetched.url in {other.fetched.url, other.fetched.final_url})
            assert snapshot.page(record.fetched.url) in pages or first is not record
        lines = snapshot.folder / "pages.jsonl"
        whole = lines.read_bytes()
        cut = data.draw(st.integers(0, len(whole)))
        lines.write_bytes(whole[:cut])
        assert list(Snapshot.resume(snapshot.folder).pages()) == list(pages[: whole[:cut].count(b"\n")])


@STEADY
@given(st.binary(max_size=60))
def test_a_line_of_something_else_is_refused(line: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        snapshot = Snapshot.create(Path(folder) / "s")
        (snapshot.folder / "pages.jsonl").write_bytes(line.replace(b"\n", b"") + b"\n")
        with pytest.raises(SnapshotError):
            list(snapshot.pages())


@STEADY
@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_times_are_kept(now: datetime, finished_at: datetime) -> None:
    with tempfile.TemporaryDirectory() as folder:
        snapshot = Snapshot.create(Path(folder) / "s")
        snapshot.note_finished(now, finished_at)
        assert snapshot.finished() == (now, finished_at)

"""Measure whole processes beside one another: CPU, memory, wall time, and a markdown table of them.

CPU is user and system time of a process and of all its children (os.wait4). Two peaks of memory are told: that of the
largest single process, as the system kept it, and that of the process and all below it together, sampled ten times a
second (pages that processes share are counted in each). Runs on Linux and macOS.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psutil
from site_log import Asked

HERE = Path(__file__).resolve().parent
AUDIT = (sys.executable, "-m", "oit_checker", "audit")
JUDGE = (sys.executable, "-m", "oit_checker", "judge")
_SAMPLE_S = 0.1
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took: seconds, and MB (10^6 bytes)."""

    wall_s: float
    cpu_s: float
    largest_mb: float
    tree_mb: float


class MeasuringError(Exception):
    """A measured process ended as it should not; the message holds its last words."""


def measure(command: Sequence[str], *, limit_s: float = 1800.0, one_core: bool = False) -> Cost:
    """Run a command to its end. Raises MeasuringError where it fails or takes longer than limit_s.

    one_core: it runs on the first core that we may use, where the program taskset is to be had.
    """
    pinned = ["taskset", "-c", _first_core()] if one_core and shutil.which("taskset") else []
    with tempfile.TemporaryFile() as said:
        began = perf_counter()
        process = subprocess.Popen([*pinned, *command], stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        with _watched(process.pid, limit_s) as tree:
            _, status, usage = os.wait4(process.pid, 0)
        wall_s = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise MeasuringError(
                f"{command}: exit {process.returncode}: {said.read()[-2000:].decode(errors='replace')}"
            )
    largest_mb = usage.ru_maxrss * _MAXRSS_UNIT / 1e6
    return Cost(wall_s, usage.ru_utime + usage.ru_stime, largest_mb, max(tree.peak / 1e6, largest_mb))


@dataclass(slots=True)
class _Tree:
    peak: int = 0


@contextmanager
def _watched(pid: int, limit_s: float) -> Iterator[_Tree]:
    """Sample the memory of a process and all below it; they are killed when limit_s is over."""
    tree, done = _Tree(), threading.Event()
    ends_at = perf_counter() + limit_s

    def watch() -> None:
        while not done.wait(_SAMPLE_S):
            tree.peak = max(tree.peak, tree_bytes(pid))
            if perf_counter() > ends_at:
                kill_tree(pid)
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield tree
    finally:
        done.set()
        thread.join()


def tree_of(pid: int) -> list[psutil.Process]:
    """A process and all below it; empty where it is no more."""
    try:
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def tree_bytes(pid: int) -> int:
    total = 0
    for process in tree_of(pid):
        try:
            total += process.memory_info().rss
        except psutil.Error:
            continue
    return total


def kill_tree(pid: int) -> None:
    """Kill a process and all below it at once, as a power failure would: none is told, none can start another."""
    stopped: set[int] = set()
    while new := [process for process in tree_of(pid) if process.pid not in stopped]:
        for process in new:
            stopped.add(process.pid)
            _quietly(process.suspend)
    for process in tree_of(pid):
        _quietly(process.kill)


def _quietly(act: Callable[[], object]) -> None:
    try:
        act()
    except psutil.NoSuchProcess:
        return


class Site:
    """A running `big_site.py`."""

    def __init__(self, url: str) -> None:
        self.url = url

    def log(self) -> list[Asked]:
        return [Asked(*entry) for entry in self._get("-/log")]

    def reset(self) -> None:
        self._get("-/reset")

    def turn_to(self, run: int) -> None:
        """Let half of the pages change, from one run to the next."""
        self._get(f"-/run?{run}")

    def _get(self, target: str) -> list[list[object]]:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.url + target, timeout=60) as answer:
            told: list[list[object]] = json.load(answer)
            return told


@contextmanager
def serving(*options: str) -> Iterator[Site]:
    """A `big_site.py` with these options, in a process of its own, while the block runs."""
    command = [sys.executable, str(HERE / "big_site.py"), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield Site(server.stdout.readline().strip())
        finally:
            server.terminate()


def audit_command(site: Site, output: Path, *more: str) -> list[str]:
    """An audit as fast as it goes, of as many pages as there are."""
    return [*AUDIT, site.url, "--rate", "0", "--max-pages", "1000000", "--quiet", "--output", str(output), *more]


def crawl_ended_at(output: Path) -> float:
    """When the crawl in an audit's output folder ended (seconds since the epoch), to tell it from verification."""
    return (output / "snapshot" / "manifest.json").stat().st_mtime


def spread(values: Sequence[float], form: str = "{:.2f}") -> str:
    """The median, and the least and the most where there are several."""
    middle = form.format(statistics.median(values))
    return middle if len(values) == 1 else f"{middle} ({form.format(min(values))}–{form.format(max(values))})"


def print_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    print("| " + " | ".join(header) + " |")
    print("|---" * len(header) + "|")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")


def note(text: str) -> None:
    """Say on stderr what is going on."""
    print(text, file=sys.stderr, flush=True)


def _first_core() -> str:
    return str(min(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else "0"

"""The most memory that a process and all below it held at once, pages that they share counted once (Linux only)."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import psutil

_EVERY_S = 0.1
_HOME = Path(__file__).parents[2]


def audit_peak_mb(site: str, output: Path, *more: str) -> tuple[subprocess.CompletedProcess[bytes], float]:
    """Audit a site in a process of its own; the ended process, and the peak of its tree in MB (10^6 bytes)."""
    command = [sys.executable, "-m", "oit_checker", "audit", site, "--output", str(output), "--quiet", *more]
    with subprocess.Popen(command, cwd=_HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        peak, done = [0], threading.Event()

        def watch() -> None:
            while not done.wait(_EVERY_S):
                peak.append(max(peak.pop(), _tree_bytes(process.pid)))

        thread = threading.Thread(target=watch, daemon=True)
        thread.start()
        out, err = process.communicate()
        done.set()
        thread.join()
    return subprocess.CompletedProcess(command, process.returncode, out, err), peak[0] / 1e6


def _tree_bytes(pid: int) -> int:
    total = 0
    try:
        top = psutil.Process(pid)
        processes = [top, *top.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total

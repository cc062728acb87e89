"""Processes of this very program: how a further one is begun, with our own interpreter and module, and how one ends."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable
from pathlib import Path

import oit_checker

READY = b"ready\n"
"""What a process that is asked over its pipes says as soon as it can be asked."""
_HOME = str(Path(oit_checker.__file__).resolve().parent.parent)


def command_of(module: str, *arguments: str) -> list[str]:
    """What runs a module of ours; nothing in the folder we happen to stand in can take its place (-P)."""
    return [sys.executable, "-P", "-m", module, *arguments]


def environment(**more: str) -> dict[str, str]:
    """Our own environment, in which the process finds the packages where we found them."""
    paths = [_HOME, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **more}


def run_and_end(main: Callable[[], None]) -> None:
    """Run what this process is there for; what Python would then tidy up, object by object, ends with the process.

    All else is as ever: the exit code, what was printed, what is registered for the end, and how a fault is told.
    """
    ended: list[int] = []
    atexit.register(_leave, ended)  # first, and so called last
    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            ended.append(end.code or 0)
        raise
    ended.append(0)


def _leave(ended: list[int]) -> None:
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):  # nobody listens any more, which Python has its own way to tell
        return
    if ended:
        os._exit(ended[0])

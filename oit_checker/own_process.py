"""A further process of this very program: our own interpreter, our own module, found where we were found."""

from __future__ import annotations

import os
import sys
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

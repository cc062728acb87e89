"""What is made of a file that ships with the tool, kept where and as Python keeps its own compiled modules.

It is made when first needed and kept beside the file; where nothing can be written it is made each time.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

from oit_checker import __version__


def maker(module: str) -> str:
    """Names what makes it: this release, and the file of the module that does so, which in a clone may be edited."""
    try:
        return f"{__version__} {Path(module).stat().st_mtime_ns}"
    except OSError:
        return __version__


def kept(source: str) -> bytes:
    """What is kept of the file `source`, or nothing. Whether it still is true of the file is the caller's to see."""
    try:
        return _place(source).read_bytes()
    except OSError:
        return b""


def keep(source: str, made: bytes) -> None:
    """Keep what was made of `source`: whole or not at all, however many audits do so at once."""
    if sys.dont_write_bytecode:
        return
    place = _place(source)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as half:
            try:
                half.write(made)
                half.flush()
            except OSError:
                Path(half.name).unlink()
                raise
        Path(half.name).chmod(0o644)
        Path(half.name).replace(place)


def _place(source: str) -> Path:
    """__pycache__/nacc-2569.yaml.cpython-311.kept: beside the file, or where else Python was told to keep its own."""
    return Path(cache_from_source(f"{source}.py")).with_suffix(".kept")

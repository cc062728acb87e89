from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest


@pytest.fixture
def nearly_full() -> Callable[[Path, int], AbstractContextManager[None]]:
    """A disk on which a file can grow by so many bytes only: a write is taken in part, as by a full disk."""

    resource = pytest.importorskip("resource", reason="Windows has no such limit")

    @contextmanager
    def limited(path: Path, bytes_left: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + bytes_left, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited

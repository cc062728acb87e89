"""The crawling child as its parent sees it: a process with a pipe each way, perhaps started before it is wanted."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from oit_checker.own_process import command_of, environment


class Child:
    """A crawler that has started, and begins its work once it is told its job on stdin."""

    def __init__(self) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `end`)
        self.process = subprocess.Popen(  # noqa: S603 (our own interpreter and our own module)
            command_of("spiders"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=environment(),
            # Its own group: Ctrl-C reaches it once, through us.
            start_new_session=True,
        )

    def end(self) -> str:
        """See that it is gone, and what it held with it; returns the last line it wrote to stderr."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in filter(None, (self.process.stdin, self.process.stdout)):
            pipe.close()
        with self._errors as said:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""


_waiting: list[Child] = []


@contextmanager
def waiting_child() -> Iterator[None]:
    """While it lasts a child stands ready for the next crawl: it loads Scrapy while the rest is still being read.

    Where no crawl wants it, it is gone at the end.
    """
    child = Child()
    _waiting.append(child)
    try:
        yield
    finally:
        if child in _waiting:
            _waiting.remove(child)
            child.end()


def any_child() -> Child:
    """The child that stands ready, else a new one."""
    return _waiting.pop() if _waiting else Child()

"""A child process that reads documents, seen from its parent: started, asked, and ended when it takes too long."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable
from typing import Any

from oit_checker.config import ReadLimits
from oit_checker.errors import OitError
from oit_checker.model.page import Unreadable
from oit_checker.own_process import READY, command_of, environment

_OUT_OF_MEMORY = frozenset((int(signal.SIGABRT), 9))
_SECONDS_TO_DIE = 5.0
_WORKER_MODULE = "oit_checker.documents.worker"

Give = Callable[[], contextlib.AbstractContextManager[bytes]]
"""Hands out the bytes of a document, held for as long as it is open."""


class WorkerProcess:
    """One child process and the pipes to it."""

    def __init__(self, limits: ReadLimits) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and our own module)
            command_of(_WORKER_MODULE, str(limits.memory_mb)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(OMP_THREAD_LIMIT="1"),
            start_new_session=True,
        )
        self.is_alive = self._process.stdout is not None and self._process.stdout.readline() == READY
        if not self.is_alive:
            self.end()
            raise OitError(
                "เปิดโปรแกรมย่อยสำหรับอ่านเอกสารไม่ได้ (the process that reads documents does not start)",
                remedy=f"เพิ่มหน่วยความจำให้เกิน {limits.memory_mb} MB หรือตรวจว่าเครื่องนี้ปิดโปรแกรมที่เปิดใหม่เพราะเหตุใด",
            )

    def ask(self, head: dict[str, Any], give: Give, seconds: float) -> bytes | Unreadable:
        """The answer as JSON, or why there is none: out of time, or the worker died of the file."""
        overdue = threading.Event()

        def stop() -> None:
            overdue.set()
            self._kill()

        clock = threading.Timer(seconds, stop)
        try:
            with give() as body:
                clock.start()
                self._send(head, body)
                del body
            answer = self._answer()
        except (OSError, ValueError):
            self.is_alive = False
            return Unreadable.TOO_SLOW if overdue.is_set() else self._cause_of_death()
        finally:
            clock.cancel()
        self.is_alive = self.is_alive and not overdue.is_set()
        return answer

    def _cause_of_death(self) -> Unreadable:
        """A process that gets no more memory ends itself (SIGABRT), or is ended by the machine (SIGKILL)."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            if -self._process.wait(_SECONDS_TO_DIE) in _OUT_OF_MEMORY:
                return Unreadable.TOO_BIG
        return Unreadable.READER_FAILED

    def end(self) -> None:
        self._kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _kill(self) -> None:
        """End the worker, and the OCR program that it may have started."""
        if self._process.poll() is None and hasattr(os, "killpg"):
            with contextlib.suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _send(self, head: dict[str, Any], body: bytes) -> None:
        if self._process.stdin is None:
            raise OSError("the worker has no pipes")
        self._process.stdin.write(json.dumps({**head, "bytes": len(body)}).encode() + b"\n")
        self._process.stdin.write(body)
        self._process.stdin.flush()

    def _answer(self) -> bytes:
        receive = self._process.stdout
        if receive is None:
            raise OSError("the worker has no pipes")
        length, is_spent = map(int, receive.readline().split())
        answer = receive.read(length)
        if len(answer) < length:
            raise OSError("the worker ended while it answered")
        self.is_alive = not is_spent
        return answer

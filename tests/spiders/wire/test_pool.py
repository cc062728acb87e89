"""Connections to a server that answers as the test says."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from unittest.mock import Mock

import pytest
import trustme

from spiders.wire.connection import LOST, STOPPED, BrokenOffError, Came, Connection, UnansweredError
from spiders.wire.head import MOST_HEAD_BYTES, NonsenseError
from spiders.wire.pool import Origin, Pool

HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
OK = HTML + b"Content-Length: 3\r\n\r\nabc"
ASK = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Bounds:
    most: int = 1_000_000
    is_page: bool = True
    came: int = 0

    def stop_at_head(self, content_type: bytes, disposition: bytes) -> bool:
        return self.is_page and content_type != b"text/html"

    def stop_after(self, data: bytes) -> bool:
        self.came += len(data)
        return self.came > self.most


@dataclass
class Server:
    """Gives the answers in turn, whatever the connection; None: it closes. connections counts those opened."""

    answers: list[bytes | None]
    connections: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                answer = self.answers.pop(0)
                if answer is None:
                    break
                writer.write(answer)
                if b"Content-Length" not in answer and b"chunked" not in answer:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        writer.close()


async def resolve(_: str) -> list[str]:
    return ["127.0.0.1"]


def asked(
    server: Server, *, times: int = 1, bounds: Bounds | None = None, tls: ssl.SSLContext | None = None, keep: int = 4
) -> list[Came | BaseException]:
    """What comes of asking one time after the other."""

    async def ask() -> list[Came | BaseException]:
        async with await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=tls) as listening:
            pool = Pool(resolve, keep)
            origin = Origin(tls is not None, "www.example.go.th", listening.sockets[0].getsockname()[1])
            came = []
            for _ in range(times):
                asking = pool.ask(origin, ASK, bounds or Bounds(), may_repeat=True)
                came += await asyncio.gather(asking, return_exceptions=True)
                await asyncio.sleep(0.01)
            pool.close()
            return came

    return asyncio.run(asyncio.wait_for(ask(), 10))


def one(*answers: bytes | None, bounds: Bounds | None = None) -> Came:
    (came,) = asked(Server(list(answers)), bounds=bounds)
    if isinstance(came, BaseException):
        raise came
    return came


def test_a_connection_is_used_again() -> None:
    server = Server([OK, OK, OK])
    came = asked(server, times=3)
    assert [answer.body for answer in came if isinstance(answer, Came)] == [b"abc"] * 3
    assert server.connections == 1


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"), id="the server says so"),
        pytest.param(OK + b"HTTP/1.1 200 OK", id="more than one answer came"),
        pytest.param(HTML + b"\r\nabc", id="the body ends with it"),
    ],
)
def test_a_connection_that_is_at_its_end_is_not(first: bytes) -> None:
    server = Server([first, OK])
    came = asked(server, times=2)
    assert [answer.body for answer in came if isinstance(answer, Came)] == [b"abc"] * 2
    assert server.connections == 2


def test_no_connection_is_kept_beyond_the_most() -> None:
    server = Server([OK, OK])
    asked(server, times=2, keep=0)
    assert server.connections == 2


def test_a_kept_connection_that_the_server_closed_is_no_failure() -> None:
    server = Server([OK, None, OK])
    came = asked(server, times=2)
    assert [answer.body for answer in came if isinstance(answer, Came)] == [b"abc"] * 2


def test_a_new_connection_that_the_server_closed_is_one() -> None:
    with pytest.raises(UnansweredError):
        one(None, OK)


def test_answers_before_the_answer_are_skipped() -> None:
    assert one(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK).body == b"abc"


@pytest.mark.parametrize(
    ("answer", "body", "flags"),
    [
        (OK, b"abc", ()),
        (OK.replace(b"3", b"9"), b"abc", (LOST,)),
        (HTML + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nx\r\n", b"abc", (LOST,)),
        (HTML + b"\r\nabc", b"abc", ()),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 3\r\n\r\nabc", b"", (STOPPED,)),
    ],
)
def test_what_is_missing_is_told(answer: bytes, body: bytes, flags: tuple[str, ...]) -> None:
    async def cut_short(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    server = Server([])
    server.serve = cut_short  # type: ignore[method-assign]
    (came,) = asked(server)
    assert isinstance(came, Came)
    assert (came.body, came.flags) == (body, flags)


def test_a_body_beyond_its_bound_is_let_be() -> None:
    answer = HTML + b"Content-Length: 2000000\r\n\r\n" + b"x" * 2_000_000
    bounds = Bounds(most=10_000)
    came = one(answer, bounds=bounds)
    assert came.flags == (STOPPED,)
    assert 10_000 < len(came.body) == bounds.came < 1_500_000


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nA: b\r\n", BrokenOffError, id="cut short"),
        pytest.param(b"good morning\n\n", NonsenseError, id="no answer"),
        pytest.param(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 50_000, NonsenseError, id="headers without end"),
        pytest.param(b"HTTP/1.1 103 X\r\nA: b\r\n\r\n" * 12_000, NonsenseError, id="answers before the answer"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA: " + b"x" * MOST_HEAD_BYTES, NonsenseError, id="a header without end"),
    ],
)
def test_a_head_that_makes_no_sense(answer: bytes, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        one(answer)


def test_a_certificate_that_nobody_trusts() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("other.example.go.th").configure_cert(context)
    server = Server([OK, OK])
    came = asked(server, times=2, tls=context)
    assert [answer.body for answer in came if isinstance(answer, Came)] == [b"abc"] * 2
    assert server.connections == 1


def test_another_address_is_tried_where_the_first_one_is_dead() -> None:
    async def both() -> int:
        async def resolve_two(_: str) -> list[str]:
            return ["127.0.0.2", "127.0.0.1"]

        async with await asyncio.start_server(Server([OK]).serve, "127.0.0.1", 0) as listening:
            origin = Origin(False, "www.example.go.th", listening.sockets[0].getsockname()[1])
            return (await Pool(resolve_two, 1).ask(origin, ASK, Bounds(), may_repeat=True)).status

    assert asyncio.run(both()) == 200


@pytest.mark.filterwarnings("ignore:ssl.OP_NO:DeprecationWarning")
def test_a_server_that_speaks_an_old_tls_is_read() -> None:
    authority = trustme.CA()
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("www.example.go.th").configure_cert(old)
    old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    old.options |= ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3
    (came,) = asked(Server([OK]), tls=old)
    assert isinstance(came, Came), came
    assert came.body == b"abc"


@pytest.mark.parametrize(
    ("fault", "flags"),
    [pytest.param(None, (), id="closed"), pytest.param(ConnectionResetError(), (LOST,), id="broken off")],
)
def test_a_body_that_ends_with_the_connection_is_whole_where_it_was_closed(
    fault: Exception | None, flags: tuple[str, ...]
) -> None:
    async def hear() -> Came:
        connection = Connection()
        connection.connection_made(Mock())
        asking = asyncio.create_task(connection.ask(ASK, Bounds()))
        await asyncio.sleep(0)
        connection.data_received(HTML + b"\r\nabc")
        connection.connection_lost(fault)
        return await asking

    came = asyncio.run(hear())
    assert (came.body, came.flags) == (b"abc", flags)

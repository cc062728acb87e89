"""Scrapy's responses in our words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy.http import Response

from oit_checker.codings import can_unpack, codings_of, unpacked
from oit_checker.model.page import Failure, Fetched
from oit_checker.patterns import regex
from spiders.hosts import Ask
from spiders.troubles import is_wall

PACKED = "application/octet-stream"
"""What a page counts as that was packed in a way that cannot be undone here."""
HTML = frozenset({"text/html", "application/xhtml+xml", ""})
_KEPT = {
    b"Etag": "etag",
    b"Last-Modified": "last-modified",
    b"Content-Type": "content-type",
    b"Content-Disposition": "content-disposition",
    b"Content-Encoding": "content-encoding",
    b"Content-Length": "content-length",
    b"Server": "server",
    b"Retry-After": "retry-after",
    b"Cf-Mitigated": "cf-mitigated",
}
"""The headers that are looked at, as Scrapy spells them and as we do."""
_REFUSALS = frozenset((403, 429, 503))
_LONGEST_NUMBER = 15
_CHARSET = regex(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response unpacked: body as far as our cap, headers that are looked at, and what the server declared."""

    status: int
    headers: dict[str, str]
    body: bytes
    truncated: bool
    media_type: str
    charset: str | None
    declared_bytes: int | None

    @property
    def is_html(self) -> bool:
        if self.media_type not in HTML or self.is_attachment:
            return False
        return bool(self.media_type) or self.body.lstrip()[:1] == b"<"

    @property
    def is_attachment(self) -> bool:
        return self.headers.get("content-disposition", "").strip().lower().startswith("attachment")

    @property
    def is_wall(self) -> bool:
        return is_wall(self.status, self.headers, self.body)

    @property
    def is_refusal(self) -> bool:
        """Whether the website turns us away, for now or for good."""
        return self.status in _REFUSALS or self.is_wall

    def fetched(self, ask: Ask, final_url: str | None = None, note: str | None = None) -> Fetched:
        """The answer as the snapshot keeps it; the body is named later, where there is one."""
        return Fetched(
            url=ask.place.url,
            final_url=final_url or ask.url,
            http_status=self.status,
            media_type=self.media_type or None,
            fetched_at=datetime.now(UTC),
            body_bytes=len(self.body),
            declared_bytes=self.declared_bytes,
            truncated=self.truncated,
            headers={name: value for name, value in self.headers.items() if name != "content-type"},
            redirects=ask.hops,
            attempts=ask.attempt,
            note=note,
            charset=self.charset,
        )


def read_answer(response: Response, most: int) -> Answer:
    """Unpack a response; the body is cut at `most` bytes."""
    headers = {
        name: _text(values[-1]) for raw, values in response.headers.items() if (name := _KEPT.get(raw)) and values
    }
    content_type = headers.get("content-type", "")
    charset = _CHARSET.search(content_type)
    codings = codings_of(headers.pop("content-encoding", ""))
    is_foreign = not can_unpack(codings)
    body, cut = unpacked(b"" if is_foreign else response.body, codings, most)
    length = headers.pop("content-length", "")
    return Answer(
        status=response.status,
        headers=headers,
        body=body,
        truncated=cut or "dataloss" in response.flags or ("download_stopped" in response.flags and bool(body)),
        media_type=PACKED if is_foreign else content_type.partition(";")[0].strip().lower(),
        charset=charset[1] if charset is not None else None,
        declared_bytes=whole_number(length),
    )


def lost(ask: Ask, failure: Failure, note: str | None = None) -> Fetched:
    """No answer at all, as the snapshot keeps it."""
    return Fetched(
        url=ask.place.url,
        final_url=ask.url,
        http_status=None,
        media_type=None,
        fetched_at=datetime.now(UTC),
        failure=failure,
        redirects=ask.hops,
        attempts=ask.attempt,
        note=note,
    )


def header(response: Response, name: str) -> str:
    """The last header of that name as text; empty where there is none."""
    return _text(response.headers.get(name) or b"")


def _text(raw: bytes) -> str:
    # Thai servers put raw UTF-8 or Windows-874 into headers.
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp874", "replace")


def whole_number(text: str) -> int | None:
    """A header's number; None for anything else, as ² or a number of a thousand digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else None


def cookies(response: Response) -> str:
    """The cookies that an answer sets, as a Cookie header would send them back."""
    pairs = (line.partition(b";")[0].strip().decode("latin-1") for line in response.headers.getlist("Set-Cookie"))
    return "; ".join(pair for pair in pairs if "=" in pair)

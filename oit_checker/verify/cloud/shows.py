"""What only a browser puts together: Facebook, YouTube, Canva and flipbooks.

Their pages reach a program as a shell: a login, a notice that JavaScript is needed, or nothing. None of its words are
the evidence's, so what opens is not read, and what does not open for a program may well open for people: neither a
pass nor a gap ever rests on it (sure).
"""

from __future__ import annotations

from oit_checker.model.cloud import FLIPBOOK_HOSTS, CloudService
from oit_checker.verify import Verdict
from oit_checker.verify.cloud.parts import Address, Answer, Kind, Provider, Shared

_FACEBOOK = ("facebook.com", "fb.com", "fb.me", "fb.watch")
_VIDEO_PAGES = frozenset({"embed", "shorts", "live", "v"})


def facebook(address: Address) -> Shared | None:
    return Shared(CloudService.FACEBOOK, Kind.SHOW) if address.on(*_FACEBOOK) else None


def youtube(address: Address) -> Shared | None:
    """One video has many spellings: watch?v=, youtu.be/, embed/, shorts/, live/."""
    if address.host == "youtu.be" and address.segments:
        return Shared(CloudService.YOUTUBE, Kind.SHOW, address.segments[0])
    if not address.on("youtube.com", "youtube-nocookie.com", "youtu.be"):
        return None
    return Shared(CloudService.YOUTUBE, Kind.SHOW, address.fields.get("v") or address.after(*_VIDEO_PAGES))


def canva(address: Address) -> Shared | None:
    if not address.on("canva.com", "canva.site"):
        return None
    return Shared(CloudService.CANVA, Kind.SHOW, address.after("design"))


def flipbook(address: Address) -> Shared | None:
    """Two names in the path tell a book: online.anyflip.com/abcde/fghi/mobile/index.html is anyflip.com/abcde/fghi."""
    domain = next((domain for domain in FLIPBOOK_HOSTS if address.on(domain)), None)
    if domain is None:
        return None
    book = "/".join(address.segments[:2]) if len(address.segments) > 1 and domain != "issuu.com" else None
    return Shared(CloudService.FLIPBOOK, Kind.SHOW, f"{domain}/{book}" if book else None)


def judge(_answer: Answer) -> Verdict | None:
    """Nothing that the shell says decides."""
    return None


SHOWS = tuple(Provider(recognise, judge) for recognise in (facebook, youtube, canva, flipbook))

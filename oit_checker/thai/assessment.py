"""The words by which agencies call the assessment (ITA) and their list for it, and the hosts on which that list stands.

`ita.agency.go.th` belongs to www.agency.go.th. Any other host may be that of another agency: sisters under one ministry
(x.moph.go.th, y.moph.go.th), the ministry itself, a national system.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from oit_checker.networks import bare_host
from oit_checker.patterns import regex

_SAID = regex(r"(?<![a-z])(?:ita|oit)(?![a-z])|คุณธรรมและความโปร่งใส|เปิดเผยข้อมูลสาธารณะ", re.IGNORECASE)
_SUBDOMAIN = regex(r"(?<![a-z])(?:ita|oit)(?![a-z])|transparency", re.IGNORECASE)
NATIONAL = frozenset({"itas.nacc.go.th", "www.nacc.go.th", "nacc.go.th", "pacc.go.th", "www.pacc.go.th"})
"""The national systems, not the agency's own disclosure."""
_NEVER_A_LIST = (
    *("facebook.com", "fb.com", "youtube.com", "youtu.be", "line.me", "lin.ee", "canva.com", "tiktok.com", "x.com"),
    *("twitter.com", "forms.gle", "nacc.go.th", "pacc.go.th"),
)


def speaks_of_assessment(*texts: str | None) -> bool:
    """Whether one of the texts (a title, an address, words of a link) speaks of the ITA or its list.

    >>> speaks_of_assessment("ข่าว", "ITA2569"), speaks_of_assessment("digital", None)
    (True, False)
    """
    return any(text and _may_say(text) and _SAID.search(text) for text in texts)


def _may_say(text: str) -> bool:
    """Whether `_SAID` may match, told ten times as fast; the last two are what else is an i where case is ignored."""
    low = text.lower()
    return "ita" in low or "oit" in low or "คุณธรรม" in low or "เปิดเผย" in low or "\u0131" in low or "i\u0307" in low


def is_own_subdomain(host: str, hosts: Collection[str]) -> bool:
    """Whether a host is a sub-domain of one of the site's own that is called after the ITA.

    >>> is_own_subdomain("ita.dep.go.th", ["www.dep.go.th"]), is_own_subdomain("news.dep.go.th", ["www.dep.go.th"])
    (True, False)
    """
    name = bare_host(host)
    for own in {bare_host(one).removeprefix("www.") for one in hosts}:
        if "." in own and name.endswith(f".{own}"):
            return _SUBDOMAIN.search(name.removesuffix(f".{own}")) is not None
    return False


def is_named_list(words: str, host: str) -> bool:
    """Whether the words of a link to another host say that the ITA list stands there; national systems hold none."""
    name = bare_host(host)
    if any(name == never or name.endswith(f".{never}") for never in _NEVER_A_LIST):
        return False
    return speaks_of_assessment(words)

"""Short links: what counts is where they lead, so the report names it.

How sure: they answer with a redirect, which is followed like any other (sure). Some put a page of advertisement or a
warning in between; it is no evidence, whatever it says (sure).
"""

from __future__ import annotations

from oit_checker.model.cloud import SHORT_LINK_HOSTS, CloudService
from oit_checker.model.page import Fetched
from oit_checker.verify import Verdict
from oit_checker.verify.cloud.parts import Address, Answer, Kind, Provider, Shared, address_of


def recognise(address: Address) -> Shared | None:
    return Shared(CloudService.SHORT_LINK, Kind.POINTER) if address.on(*SHORT_LINK_HOSTS) else None


def judge(_answer: Answer) -> Verdict | None:
    """What stands at the end of the way decides, by its own rules."""
    return None


SHORT_LINKS = Provider(recognise, judge)


def target_of(fetched: Fetched) -> str | None:
    """The first address outside the shortener to which a short link leads; None where it leads nowhere."""
    for hop in (*fetched.redirects, fetched.final_url):
        address = address_of(hop)
        if address is not None and not address.on(*SHORT_LINK_HOSTS):
            return hop
    return None

"""A link to a map or a chat that only we could not open: it may leave that in doubt, and nothing else."""

from __future__ import annotations

import re

from oit_checker.model.checklist import Component
from oit_checker.model.evidence import Evidence
from oit_checker.networks import is_map_address
from oit_checker.patterns import regex

# Addresses at which somebody answers, and nothing is written.
_CHAT = regex(
    r"https?://(?:m\.me|(?:www\.)?messenger\.com|page\.line\.me|line\.me/(?:ti|R/ti)|wa\.me|t\.me)(?=[/?#]|$)",
    re.IGNORECASE,
)


def is_map(evidence: Evidence) -> bool:
    """Whether the link can lead to a map alone."""
    return is_map_address(evidence.url)


def shows_little(evidence: Evidence) -> bool:
    """Whether the link can lead to a map or a chat alone."""
    return is_map(evidence) or _CHAT.match(evidence.url) is not None


def could_show(evidence: Evidence, component: Component) -> bool:
    """Whether what stands at an address that was not seen could show the component; a map only what asks for maps."""
    if not shows_little(evidence):
        return True
    hosts = component.with_.get("hosts", ())
    return isinstance(hosts, (list, tuple)) and any(str(host).lower() in evidence.url.lower() for host in hosts)

"""An agency and its main website."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgencyKind(StrEnum):
    """Kinds of agency that the checklists tell apart; `applies_to` in a checklist names them."""

    CENTRAL = "central"
    LOCAL_GOVERNMENT = "local_government"
    PROVINCE = "province"
    UNIVERSITY = "university"
    STATE_ENTERPRISE = "state_enterprise"
    PUBLIC_ORGANIZATION = "public_organization"


@dataclass(frozen=True, slots=True)
class Agency:
    """Who is audited.

    name is None where the site does not say it; hosts are the host names (with
    port where it is not the scheme's own) that count as the main website.
    kind_basis tells why kind is what it is: "given" or the words on the site.
    """

    name: str | None
    url: str
    hosts: tuple[str, ...]
    kind: AgencyKind = AgencyKind.CENTRAL
    kind_basis: str | None = None

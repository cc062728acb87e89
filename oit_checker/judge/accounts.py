"""The front of an account on a social network, linked beside the evidence, proves nothing of an item."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from oit_checker.judge.status import Piece
from oit_checker.model.cloud import SOCIAL_HOSTS
from oit_checker.urls import host_of, registered_domain


def without_bare_accounts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces by which an item is judged: no account of which our program sees nothing, where other evidence opens.

    A single post may be the evidence itself, and stays: a person must look at it.
    """
    if not any(piece.evidence.verification.opens and not piece.only_lists for piece in pieces):
        return list(pieces)
    return [piece for piece in pieces if not _is_bare_account(piece)]


def _is_bare_account(piece: Piece) -> bool:
    evidence = piece.evidence
    is_social = registered_domain(host_of(evidence.url)) in SOCIAL_HOSTS
    return evidence.verification.is_our_limit and is_social and _is_front(evidence.url)


def _is_front(url: str) -> bool:
    """Whether an address names an account and nothing in it: /name, /profile.php?id=…, /pages/name/123, /@name."""
    address = urlsplit(url)
    parts = [part for part in address.path.split("/") if part]
    if parts[:1] in (["pages"], ["people"], ["channel"], ["c"], ["user"]):
        return len(parts) <= 3
    is_post = len(parts) > 1 or bool(address.query and parts[:1] != ["profile.php"])
    return not is_post and parts[:1] not in (["permalink.php"], ["photo.php"], ["story.php"], ["watch"], ["share"])

"""The box to sign in that many content systems show beside every page: it closes none of them."""

from __future__ import annotations

from oit_checker.snapshot import Snapshot
from oit_checker.urls import host_of
from oit_checker.verify.link import look_of


def hosts_with_box(snapshot: Snapshot) -> frozenset[str]:
    """The host of the site's home page, where that page asks for a password beside what it shows; none else."""
    home = snapshot.manifest.home or snapshot.manifest.site
    record = snapshot.page(home)
    if record is None or record.fetched.body_sha256 is None:
        return frozenset()
    look = look_of(record.fetched, snapshot.body(record.fetched.body_sha256))
    return frozenset((host_of(record.fetched.final_url),)) if look.password else frozenset()

"""The front of an account on a social network beside the evidence: it decides nothing, a single post may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge import Piece
from oit_checker.judge.accounts import without_bare_accounts
from oit_checker.model.evidence import GapKind, ItemStatus, Verification
from tests.judge.test_finding import F, N, finding, piece

BLOCKED = Verification.NOT_CHECKED


@pytest.mark.parametrize(
    ("url", "stays"),
    [
        pytest.param("https://www.facebook.com/muang.pla", False, id="an account"),
        pytest.param("https://th-th.facebook.com/profile.php?id=10001", False, id="an account by its number"),
        pytest.param("https://www.youtube.com/@muangpla", False, id="a channel"),
        pytest.param("https://www.facebook.com/muang.pla/posts/778", True, id="a post"),
        pytest.param("https://www.facebook.com/photo.php?fbid=5", True, id="a photograph"),
        pytest.param("https://www.youtube.com/watch?v=abc", True, id="a film"),
        pytest.param("https://drive.google.com/file/d/abc/view", True, id="a file"),
    ],
)
def test_only_the_front_of_an_account_is_left_out(url: str, stays: bool) -> None:
    own, account = piece(), piece(verification=BLOCKED, url=url)
    assert without_bare_accounts([own, account]) == ([own, account] if stays else [own])
    assert without_bare_accounts([account]) == [account]


def test_a_cover_is_no_other_evidence() -> None:
    pieces = [piece(only_lists=True), piece(verification=BLOCKED, url="https://www.facebook.com/muang.pla")]
    assert without_bare_accounts(pieces) == pieces


def told(url: str, other: Piece) -> tuple[ItemStatus, str]:
    blocked = replace(piece(verification=BLOCKED, url=url), unseen="โปรแกรมเปิดไม่ได้")
    found = finding(other, blocked)
    assert GapKind.UNREADABLE in {gap.kind for gap in found.gaps} or found.status is ItemStatus.PASS
    return found.status, found.reason or ""


def test_the_other_evidence_decides() -> None:
    account, post = "https://www.facebook.com/muang.pla", "https://www.facebook.com/muang.pla/posts/778"
    assert told(account, piece(budget=N)) == (ItemStatus.INCOMPLETE, "")
    assert told(account, piece(budget=F))[0] is ItemStatus.PASS
    status, reason = told(post, piece(budget=N))
    assert status is ItemStatus.REVIEW
    assert "ยังไม่แสดง: budget" in reason
    assert "โปรแกรมเปิดไม่ได้" in reason

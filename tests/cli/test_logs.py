"""Log lines and messages repeat no citizen number, wherever a website has put one. The number is made up."""

from __future__ import annotations

import json

import pytest

from oit_checker import cli
from oit_checker.cli.watching import json_log, watching
from oit_checker.errors import UsageError

NUMBER, MASKED = "3109990000127", "3-xxxx-xxxxx-12-7"


def test_a_log_line_masks_it(capsys: pytest.CaptureFixture[str]) -> None:
    json_log().info("link_checked", url=f"https://x.go.th/{NUMBER}.pdf", ms=12)
    told = json.loads(capsys.readouterr().err)
    assert (told["url"], told["ms"], told["event"]) == (f"https://x.go.th/{MASKED}.pdf", 12, "link_checked")


def test_a_message_masks_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**_: object) -> None:
        raise UsageError(f"cannot read https://x.go.th/{NUMBER}.pdf")

    monkeypatch.setattr("oit_checker.cli.app.app", fails)
    with pytest.raises(SystemExit):
        cli.main()
    told = capsys.readouterr().err
    assert MASKED in told
    assert NUMBER not in told


def test_who_stops_an_audit_is_told_first_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, watching(quiet=True, log_format="text"):
        raise KeyboardInterrupt
    assert ended.value.code == cli.EXIT_INTERRUPTED
    told = capsys.readouterr().err
    assert 0 < told.find("--resume") < told.find("oit-checker judge")

"""A further process of ours runs our own code, wherever we stand."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from oit_checker.own_process import command_of, environment

WORKER = "oit_checker.documents.worker"


def test_nothing_in_the_folder_we_stand_in_is_run(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a stranger')")
    ended = subprocess.run(command_of(WORKER, "1024"), cwd=tmp_path, env=environment(), input=b"", capture_output=True)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_what_we_were_told_of_paths_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/theirs")
    told = environment(OMP_THREAD_LIMIT="1")
    assert told["PYTHONPATH"].endswith(":/theirs")
    assert told["OMP_THREAD_LIMIT"] == "1"

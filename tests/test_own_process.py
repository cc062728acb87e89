"""A further process of ours runs our own code, wherever we stand."""

from __future__ import annotations

import subprocess
import sys
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


ENDING = """
import atexit, sys
from oit_checker.own_process import run_and_end
class Kept:
    def __del__(self): print("tidied up")
kept = Kept()
atexit.register(print, "registered before")
def main():
    atexit.register(print, "registered")
    {last}
run_and_end(main)
"""


@pytest.mark.parametrize(
    ("last", "code"), [("pass", 0), ("sys.exit()", 0), ("sys.exit(3)", 3), ("sys.exit(True)", 1)], ids=str
)
def test_a_process_that_is_done_ends_with_its_code_and_tidies_nothing_up(last: str, code: int) -> None:
    ended = subprocess.run([sys.executable, "-c", ENDING.format(last=last)], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "registered\n", "")


@pytest.mark.parametrize(
    ("last", "told"), [("sys.exit('why')", "why"), ("raise ValueError('why')", "ValueError: why")], ids=str
)
def test_a_process_that_fails_tells_why(last: str, told: str) -> None:
    ended = subprocess.run([sys.executable, "-c", ENDING.format(last=last)], capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == told
    assert "registered\n" in ended.stdout


def test_a_process_to_which_nobody_listens_ends_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    asked = subprocess.Popen([sys.executable, "-c", ENDING.format(last="pass")], stdout=subprocess.PIPE)
    assert asked.stdout is not None
    asked.stdout.close()
    assert asked.wait() == 120

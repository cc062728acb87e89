from collections.abc import Callable
from pathlib import Path

import pytest

from oit_checker.documents import tesseract
from oit_checker.documents.tesseract import Engine, OcrFailedError, find_engine, recognised
from oit_checker.model.page import OcrLack

FakeTesseract = Callable[..., Path]


def test_without_the_program_there_is_no_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_engine() is OcrLack.NOT_INSTALLED


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        pytest.param("eng\\ntha", "tha+eng", id="Thai and English"),
        pytest.param("tha", "tha", id="Thai alone"),
        pytest.param("eng\\nosd", OcrLack.NO_THAI, id="no Thai data"),
    ],
)
def test_the_languages_are_asked_for(languages: str, expected: str | OcrLack, fake_tesseract: FakeTesseract) -> None:
    fake_tesseract(languages=languages)
    found = find_engine()
    assert (found.languages if isinstance(found, Engine) else found) == expected


def test_a_program_that_does_not_answer_counts_as_absent(
    fake_tesseract: FakeTesseract, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_tesseract().with_name("tesseract").write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr(tesseract, "_PROBE_S", 0.2)
    assert find_engine() is OcrLack.NOT_INSTALLED


def test_the_text_is_what_the_program_prints_and_it_runs_on_one_thread(fake_tesseract: FakeTesseract) -> None:
    calls = fake_tesseract("echo แผนปฏิบัติการ")
    engine = find_engine()
    assert isinstance(engine, Engine)
    assert recognised(b"P5 1 1 255\n\x00", engine, 30.0) == "แผนปฏิบัติการ\n"
    assert calls.read_text().splitlines()[-1].startswith("1 stdin stdout -l tha+eng ")


@pytest.mark.parametrize(
    ("does", "lack"),
    [
        pytest.param("exec sleep 60", OcrLack.TOO_SLOW, id="hangs"),
        pytest.param("exit 3", OcrLack.FAILED, id="fails"),
        pytest.param("kill -SEGV $$", OcrLack.FAILED, id="crashes"),
    ],
)
def test_a_program_that_misbehaves_is_a_lack(does: str, lack: OcrLack, fake_tesseract: FakeTesseract) -> None:
    path = fake_tesseract(does).with_name("tesseract")
    with pytest.raises(OcrFailedError) as failed:
        recognised(b"P5 1 1 255\n\x00", Engine(str(path), "tha"), 1.0)
    assert failed.value.lack is lack


def test_a_program_that_is_gone_is_a_lack(tmp_path: Path) -> None:
    with pytest.raises(OcrFailedError) as failed:
        recognised(b"", Engine(str(tmp_path / "tesseract"), "tha"), 1.0)
    assert failed.value.lack is OcrLack.FAILED

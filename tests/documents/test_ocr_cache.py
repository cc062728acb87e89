from pathlib import Path

from oit_checker.documents.ocr_cache import FILE, KeptText, OcrCache

KEPT = KeptText("ab" * 32, 3, "tha", "แผน\nปี")
BLANK = KeptText("ab" * 32, 4, "tha", is_blank=True)


def test_what_is_kept_is_there_for_the_next_run(tmp_path: Path) -> None:
    first = OcrCache(tmp_path)
    first.put(KEPT)
    first.put(BLANK)
    again = OcrCache(tmp_path)
    assert again.get(KEPT.sha256, 3, "tha") == KEPT == first.get(KEPT.sha256, 3, "tha")
    assert again.get(KEPT.sha256, 4, "tha") == BLANK
    assert again.get(KEPT.sha256, 5, "tha") is None
    assert again.get(KEPT.sha256, 3, "tha+eng") is None


def test_nothing_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    assert OcrCache(tmp_path).get(KEPT.sha256, 1, "tha") is None
    assert not list(tmp_path.iterdir())


def test_a_damaged_line_is_passed_over(tmp_path: Path) -> None:
    OcrCache(tmp_path).put(KEPT)
    with (tmp_path / FILE).open("ab") as out:
        out.write(b'{"sha256": 1}\n[]\nno json\n{"sha256": "ha')
    assert OcrCache(tmp_path).get(KEPT.sha256, 3, "tha") == KEPT


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    cache = OcrCache(tmp_path / "absent")
    cache.put(KEPT)
    assert cache.get(KEPT.sha256, 3, "tha") == KEPT


def test_a_line_left_half_written_takes_no_other_with_it(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"sha256": "ha')
    OcrCache(tmp_path).put(KEPT)
    assert OcrCache(tmp_path).get(KEPT.sha256, 3, "tha") == KEPT


def test_what_the_crawl_before_had_read_is_taken_over_when_asked_for(tmp_path: Path) -> None:
    own, earlier = tmp_path / "s", tmp_path / "s.previous"
    for folder in (own, earlier):
        folder.mkdir()
    OcrCache(earlier).put(KEPT)
    OcrCache(earlier).put(BLANK)
    assert OcrCache(own, earlier).get(KEPT.sha256, 3, "tha") == KEPT
    assert OcrCache(own).get(KEPT.sha256, 3, "tha") == KEPT
    assert OcrCache(own).get(BLANK.sha256, 4, "tha") is None


def test_a_crawl_before_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    assert OcrCache(tmp_path, tmp_path / "gone").get(KEPT.sha256, 3, "tha") is None

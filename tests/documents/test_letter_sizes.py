from statistics import median_low

import pytest

from oit_checker.documents import letter_sizes


@pytest.mark.parametrize(
    "sizes",
    [
        [],
        [0.0],
        [12.0],
        [12.0, 0.0],
        [10.0, 12.0],
        [0.0, 0.0, 9.0],
        [16.0, 16.0, 16.0, 8.0, 9.0],
        [8.0, 9.0, 16.0, 16.0],
        [8.0] * 5 + [16.0] * 6,
        [0.0] * 7 + [5.0, 6.0],
        [3.0, 1.0, 2.0, 2.0, 1.0],
    ],
)
def test_the_size_of_most_letters_is_the_median_of_all(sizes: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_sizes, "size_at", lambda _, place: sizes[place])
    known = [size for size in sizes if size]
    assert letter_sizes._size_of_most(None, range(len(sizes))) == (median_low(known) if known else 0.0)

"""What a look says of a page is the same however far it had walked before."""

from __future__ import annotations

import pytest

from oit_checker.verify.look import look_at

WORDS = "แผนปฏิบัติราชการ ประจำปี "
PAGES = {
    "nothing": "",
    "links alone": "<a href='/a'>แผน</a><select><option>กอง</option></select>",
    "link between words": "<p>ก <a href=/a>ข</a> ค</p>ง<iframe src=/f></iframe><img src=/p>",
    "long": f"<title>แผน</title><h1>แผน</h1>{f'<p>{WORDS}<b>{WORDS}</b></p>' * 40}<a href=/end>ท้าย</a><input>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_part_of_the_walk_says_what_the_whole_says(name: str) -> None:
    whole = look_at(PAGES[name].encode())
    chars, plain = sum(map(len, whole.texts)), len(whole.plain)
    for most in {0, 1, 2, chars - 1, chars, chars + 1, plain - 1, plain, plain + 1, 600} - {-1}:
        look = look_at(PAGES[name].encode())
        assert look.is_shorter_than(most) is (chars < most)
        assert look.says_at_most(most) is (plain <= most)
        assert look.is_shorter_than(most) is (chars < most)
        assert (look.texts, look.plain, look.links, look.frames, look.pictures) == (
            whole.texts,
            whole.plain,
            whole.links,
            whole.frames,
            whole.pictures,
        )


@pytest.mark.parametrize(
    ("page", "asks"),
    [
        pytest.param("<form><input name=user><input type=Password></form>", True, id="a field to fill in"),
        pytest.param(f"<p>{WORDS * 99}</p><div><input type=password></div>", True, id="far below the words"),
        pytest.param("<noscript><input type=password></noscript>", False, id="for who runs no scripts"),
        pytest.param("<input type=text><p>password</p>", False, id="no field asks for it"),
    ],
)
def test_a_field_for_a_password_is_found_wherever_it_can_be_seen(page: str, asks: bool) -> None:
    assert look_at(page.encode()).password is asks


@pytest.mark.parametrize(
    ("page", "blank"),
    [
        pytest.param("<body> </body>", True, id="nothing"),
        pytest.param("<p>ก</p>", False, id="a letter"),
        pytest.param("<input type=hidden>", True, id="a hidden field"),
        pytest.param("<input>", False, id="a field"),
        pytest.param("<img src=/p>", False, id="a picture"),
        pytest.param("<script>go()</script>", False, id="a script"),
    ],
)
def test_a_blank_page_shows_nothing_and_can_show_nothing(page: str, blank: bool) -> None:
    assert look_at(page.encode()).is_blank is blank

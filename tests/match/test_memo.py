from oit_checker.match.memo import PageMemo
from oit_checker.model.page import Page, PageKind


def _page(title: str) -> Page:
    return Page(url="https://example.go.th/a", kind=PageKind.HTML, title=title)


def test_each_page_is_asked_about_once_and_known_by_itself_not_by_its_address() -> None:
    asked: list[str | None] = []
    memo = PageMemo(lambda page: asked.append(page.title) or page.title)
    whole, part = _page("ทั้งหน้า"), _page("ส่วนหนึ่ง")
    assert [memo.of(whole), memo.of(part), memo.of(whole)] == ["ทั้งหน้า", "ส่วนหนึ่ง", "ทั้งหน้า"]
    assert asked == ["ทั้งหน้า", "ส่วนหนึ่ง"]


def test_of_a_bounded_memo_the_page_asked_about_longest_ago_is_asked_about_again() -> None:
    asked: list[str | None] = []
    memo = PageMemo(lambda page: asked.append(page.title), most=2)
    first, second, third = _page("1"), _page("2"), _page("3")
    for page in (first, second, first, third, first, second):
        memo.of(page)
    assert asked == ["1", "2", "3", "2"]

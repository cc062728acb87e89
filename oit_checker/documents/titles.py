"""The title of a paper from its first lines, by the habits of Thai office papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, pairwise, takewhile

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.page_numbers import is_number_line, is_year_alone
from oit_checker.documents.paragraphs import CITES, LONGEST_HEADING, NUMBERED, WIDEST_LINE, join_lines, width
from oit_checker.patterns import regex

_LONGEST_TITLE = 250
_FULL_TITLE = 160
_ONLY_A_KIND = 16
_LARGEST = 0.95  # of the largest size
_SAME = 0.85
_RIGHT_BELOW = 2  # lines
_LINES = 30
_LINES_TO_SUBJECT = 16
_LINES_AFTER_SUBJECT = 6
_PARAGRAPH = 150  # wider than any line of a title: a paragraph of Word that the text begins with
_AT_THE_MARGIN = 0.85
_MONTHS = "มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา"
_LETTERHEAD = regex(
    r"(?:บันทึกข้อความ|ส่วนราชการ|ที่\s|วันที่|โทร|เรียน\s|สำเนา|ส\s?ำ?าเนา|\(?ร่าง\)?\Z|ด่วน|ลับ|เว็บไซต์|https?:|www\.|"
    r"เลม|เล่ม\s|หน้า?\s|ราชกิจจานุเบกษา|เอกสารแนบ|เอกสารหมายเลข|อ้างถึง|สิ่งที่ส่งมาด้วย)"
)
_OF_A_LETTER = regex(
    rf"(?:ที่\s.*(?:/|วันที่)|วันที่\s|ส่วนราชการ|[0-9๐-๙]{{0,2}}\s*(?:{_MONTHS})\S*\s+(?:พ\.ศ\.\s*)?[0-9๐-๙]{{4}}\Z)"
)
_MEMO = "บันทึกข้อความ"
_FIELDS = regex(r"\s(?=(?:เรื่อง|เรียน)(?:\s|\Z))")
"""Between the fields of a memo's head that stand in one line."""
_ISSUED = regex(
    r"(?:ประกาศ(?!\s*ณ)|ค\s?[ำา]\s?า?สั่ง|คำสั่ง|ระเบียบ(?!วาระ)|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ|พระราชบัญญัติ|พระราชกฤษฎีกา|กฎกระทรวง)"
)
_KIND = regex(
    r"[^\u0e00-\u0e7f]{0,8}(?:แบบ|สขร|รายงาน|สรุป|ผลการ|คู่มือ|มาตรการ|มาตรฐาน|แนวทาง|แนวปฏิบัติ|นโยบาย|หลักเกณฑ์|ประมวล|ข้อมูล|สถิติ"
    r"|โครงการ|โครงสร้าง|ระเบียบวาระ|ขั้นตอน|แผน(?!ก(?![ลา]))|การ(?!ไฟฟ้า|ประปา|เคหะ|ยาง|รถไฟ|ทาง|ท่า|กีฬา|นิคม))"
)
"""Begins with the kind of a paper, and not with a body such as การไฟฟ้า… or แผนก…"""
_OF_ANY_PAPER = ("การ", "โครง", "ข้อมูล", "ขั้นตอน")
_SUBJECT = regex(r"เรื่อง(?!ร้อง|ราว|เดิม|ที่|นี้)\s*[:：]?\s*")
_SUBJECT_IN_LINE = regex(_ISSUED.pattern + r".*\sเรื่อง\s")
_BODY = regex(
    r"(?:ด้วย(?!วิธี|ระบบ)|ตาม(?!แผน|มาตรการ|นโยบาย|ยุทธศาสตร์|แบบ|โครงการ)|โดยที่|เพื่อ|อาศัย|เนื่อง|บัดนี้|ข้าพเจ้า|ความเป็นมา|มีผล"
    r"|แบบฟอร์ม|[0-9๐-๙]{1,2}[.)])"
)
"""Begins the text of a paper: "ตามที่ …" does, "ตามแผนปฏิบัติการ …" is the second line of a title."""
_SENTENCE = regex(r"\sได้|มีความประสงค์|จึง|ขอประกาศ")
_TOLD = regex(_SENTENCE.pattern + r"|(?:^|\s)(?:ซึ่ง|ทั้งนี้|โดยได้)|ต่อเนื่องจาก|สืบเนื่อง|เนื่องจาก")
_AGENCY = regex(
    r"(?:องค์การบริหารส่วน|อบต\.|อบจ\.|เทศบาล(?:ตำบล|เมือง|นคร)|เมืองพัทยา|สำนักงาน(?!ผล)|กรม(?!ธรรม์)|กระทรวง|มหาวิทยาลัย|โรงพยาบาล|อำเภอ|จังหวัด)"
)
_AFTER_SUBJECT = regex(r"(?:เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย|ที่\s|วันที่|[-–—_*.…=\s]{3,}\Z)")
_YEAR_LINE = regex(
    r"(?:\(?ประจำ)?ปี(?:งบประมาณ)?\s?(?:พ\.ศ\.?)?\s?[0-9๐-๙]{2,4}|(?:พ\.ศ\.|\()\s?(?:พ\.ศ\.)?\s?[0-9๐-๙]{4}"
)
_BEFORE_A_YEAR = regex(r"(?:ปี(?:\s?งบประมาณ)?|พ\s?\.\s?ศ\s?\.?)\s*\Z")
_BEGINS_WITH_YEAR = regex(r"([2๒][4-6๔-๖][0-9๐-๙]{2})(?![0-9๐-๙.,/])")
_STAMPED = regex(r"(.{10,80}?)\s*\1")
_stamped = lru_cache(maxsize=256)(_STAMPED.search)  # slow, and asked twice of each of the first lines
_THAI = regex("[ก-ฮ]")
_DEED = regex(
    r"(?:แล้ว|เสร็จ|ได้|คิดเป็น)[^|]{0,24}?[0-9๐-๙][0-9๐-๙.,]*\s*(?:ราย|คน|ครั้ง|แห่ง|รุ่น|เรื่อง|ล้านบาท|บาท|%)|คิดเป็นร้อยละ\s*[0-9๐-๙]"
)

_Title = tuple[str, int]
"""A title and how many of the lines it has used up."""


def title_of(
    lines: Sequence[str],
    sizes: Sequence[float] | None = None,
    *,
    are_paragraphs: bool = False,
    table: int | None = None,
) -> str | None:
    """The title of a paper from the lines of its first page, and their letter sizes where they are known.

    What `subject_of` finds; else the lines in the largest letters; else the first lines that are no letterhead. A first
    line that names a kind outranks larger letters lower down, which head a part of the paper. A line right after the
    title that only names the year belongs to it, as does a year that stands alone above it. are_paragraphs: each line
    is one whole, as in Word. table: the line in which the head of a table begins; no title goes on into it.
    """
    lines = with_wrapped_years(lines)
    subject = subject_of(lines)
    if subject:
        return subject
    lines = _with_year_above(lines)
    kept = [(tidy(line), sizes[place] if sizes else 0.0) for place, line in enumerate(lines)]
    telling = [_may_be_title(text) for text, _ in kept]
    above_table = sum(telling[:table])
    kept = list(compress(kept, telling))[:_LINES]
    ends = above_table or len(kept)
    title, used = _largest(kept, ends) or _first([text for text, _ in kept[:ends]], are_paragraphs)
    if used < len(kept):
        title = with_year_below(title, kept[used][0])
    return title[:_LONGEST_TITLE] or None


def with_wrapped_years(lines: Sequence[str]) -> list[str]:
    """The lines, as many as before; a year that the margin parted from its line stands behind that line again.

    A line that is nothing but a year belongs to the one above it, and so does the year with which a line begins below
    one that ends in ปีงบประมาณ or พ.ศ. Years below one another are the heads of columns and are left alone.
    """
    mended = list(map(tidy, lines))
    filled = [place for place, text in enumerate(mended) if text]
    alone = {place for place in filled if is_year_alone(mended[place])}
    for number, (above, place) in enumerate(pairwise(filled)):
        if place in alone:
            if above not in alone and not alone.intersection(filled[number + 2 : number + 3]):
                mended[above], mended[place] = f"{mended[above]} {mended[place]}", ""
        elif _BEFORE_A_YEAR.search(mended[above]) and (year := _BEGINS_WITH_YEAR.match(mended[place])):
            mended[above], mended[place] = f"{mended[above]} {year[1]}", mended[place][year.end() :].strip()
    return mended


def _with_year_above(lines: Sequence[str]) -> list[str]:
    """The lines, a year that stands alone at the top of a cover behind the one that says what the paper is."""
    mended = list(lines)
    filled = [place for place, line in enumerate(mended) if line]
    if len(filled) > 1 and is_year_alone(year := mended[filled[0]]) and not is_year_alone(mended[filled[1]]):
        place = next((place for place in filled[1:_LINES_TO_SUBJECT] if names_kind(mended[place])), filled[1])
        mended[filled[0]] = ""
        if year not in mended[place]:
            mended[place] = f"{mended[place]} {year}"
    return mended


def with_year_below(title: str, below: str) -> str:
    """A title and the line under it, where that only names the year."""
    return f"{title} {below}" if _YEAR_LINE.match(below) else title


def subject_of(lines: Sequence[str]) -> str | None:
    """What a memo, letter, announcement or order is about: "ประกาศ<agency> เรื่อง …", "บันทึกข้อความ เรื่อง …".

    None for other papers, in which เรื่อง is a field among others: below a line that names a kind (รายงาน, แผน), in
    running text, or where no head of such a paper stands before it.
    """
    texts = [text for line in with_wrapped_years(lines) if (text := tidy(line)) and not is_number_line(text)]
    texts = [text for text in texts if not _stamped(text) or _AFTER_SUBJECT.match(text)]
    if any(text.startswith(_MEMO) for text in texts[:2]):
        texts = [part for text in texts for part in (_FIELDS.split(text) if _LETTERHEAD.match(text) else (text,))]
    above = list(takewhile(lambda text: not (_SUBJECT.match(text) or _SUBJECT_IN_LINE.match(text)), texts))
    if len(above) >= min(len(texts), _LINES_TO_SUBJECT) or any(_BODY.match(text) for text in above):
        return None
    line, below = texts[len(above)], texts[len(above) + 1 :]
    found = _SUBJECT.match(line)
    if found is None:
        return None if any(_KIND.match(text) for text in above) else _with_next_lines(line, line, below)
    head = _head(above, below)
    if head is None:
        return None
    if found.end() == len(line) and below:
        line, below = f"{line} {below[0]}", below[1:]
    return _with_next_lines(f"{head} เรื่อง {_SUBJECT.sub('', line, count=1).strip()}".strip(), line, below)


def _head(above: Sequence[str], below: Sequence[str]) -> str | None:
    """What the title begins with; "" for a letter, None where the lines are not the head of a paper with a subject."""
    for place, text in enumerate(above):
        if text.startswith(_MEMO):
            return _MEMO
        if _ISSUED.match(text):
            agency = takewhile(
                lambda line: not (_LETTERHEAD.match(line) or _AFTER_SUBJECT.match(line)), above[place + 1 :]
            )
            return " ".join([text, *agency])[:_FULL_TITLE]
        if _KIND.match(text):
            return None
    is_letter = any(_OF_A_LETTER.match(text) for text in above) or any(text.startswith("เรียน") for text in below[:3])
    return "" if is_letter or all(_LETTERHEAD.match(text) for text in above) else None


def _with_next_lines(title: str, line: str, below: Sequence[str]) -> str:
    """The title with the lines that go on with it.

    All are, where the text of the paper is soon seen to begin; else one that names the year, or the one after a line
    that ran to the margin.
    """
    following = list(takewhile(lambda text: not _begins_text(text), below))
    is_bounded = len(following) < min(len(below), _LINES_AFTER_SUBJECT)
    margin = _AT_THE_MARGIN * min(max(map(width, (line, *below[:_LINES]))), WIDEST_LINE)
    goes_on = is_bounded or width(line) >= margin
    for text in following[:_LINES_AFTER_SUBJECT]:
        is_year = bool(_YEAR_LINE.match(text))
        if not is_year and (not goes_on or len(title) > _FULL_TITLE):
            break
        title = f"{title} {text}" if is_year else join_lines(title, text)
        goes_on = is_bounded
    return title[:_LONGEST_TITLE]


def _begins_text(text: str) -> bool:
    return _ends_title(text) or _SENTENCE.search(text) is not None or width(text) > _PARAGRAPH


def _may_be_title(text: str) -> bool:
    says_something = sum(sign.isalnum() for sign in text) >= 3 and any(sign.isalpha() for sign in text)
    return says_something and not is_number_line(text) and not _stamped(text)


def _largest(kept: Sequence[tuple[str, float]], ends: int) -> _Title | None:
    sizes = sorted(size for _, size in kept if size)
    if not sizes or sizes[-1] < 1.15 * sizes[len(sizes) // 2]:
        return None
    first = next(place for place, (_, size) in enumerate(kept) if size >= _LARGEST * sizes[-1])
    opening = _opening(kept, first)
    if opening is not None:
        return _in_size(kept, opening, kept[opening][1], ends)
    title, used = _in_size(kept, first, sizes[-1], ends)
    if _AGENCY.match(title) and not names_kind(title):
        named = next((place for place in range(used, len(kept)) if not _AGENCY.match(kept[place][0])), None)
        if named is not None and names_kind(kept[named][0]):
            below, used = _in_size(kept, named, kept[named][1], ends)
            title = f"{below} {title}"
    return title, used


def _opening(kept: Sequence[tuple[str, float]], largest: int) -> int | None:
    """The first line, where it says what the paper is and the largest letters, lower down, head a part of it.

    Right below it, larger letters that name a kind themselves are the title: what stands above is a form's number or a
    running head.
    """
    first = next((place for place, (text, _) in enumerate(kept[:largest]) if not _is_above_title(text)), None)
    if first is None or not names_kind(kept[first][0]):
        return None
    is_title = largest - first <= _RIGHT_BELOW and bool(_KIND.match(kept[largest][0]))
    return None if is_title else first


def _is_above_title(text: str) -> bool:
    if not _THAI.search(text):  # the English name of the agency, as a running head
        return True
    return bool(_LETTERHEAD.match(text) or _AGENCY.match(text)) and not names_kind(text)


def names_kind(text: str) -> bool:
    """Whether a line says of which kind its paper is; โครงการ… and the like may be a field or a part of any paper."""
    return bool(_KIND.match(text)) and not text.startswith(_OF_ANY_PAPER)


def _in_size(kept: Sequence[tuple[str, float]], first: int, size: float, ends: int) -> _Title:
    """The lines of about that size from `first` on, and the next ones where these say too little."""
    title, used = "", first
    kept = kept[:ends] if first < ends else kept
    while used < len(kept) and _SAME * size <= kept[used][1] <= size / _SAME and len(title) <= _FULL_TITLE:
        if _is_field(kept[used][0], title) or (title and CITES.match(kept[used][0])):
            break
        title, used = f"{title} {kept[used][0]}".strip(), used + 1
    while len(title) < _ONLY_A_KIND and used < len(kept) and len(kept[used][0]) <= LONGEST_HEADING:
        title, used = f"{title} {kept[used][0]}", used + 1
    return title, used


def _first(lines: Sequence[str], are_paragraphs: bool) -> _Title:
    title, used = "", 0
    for place, line in enumerate(lines):
        if not title and _LETTERHEAD.match(line):
            continue
        if title and (
            len(line) > LONGEST_HEADING or NUMBERED.match(line) or _ends_title(line) or _is_field(line, title)
        ):
            break
        if title and are_paragraphs and (is_told(line) or _is_below_agency(lines[:place], line)):
            break
        title, used = f"{title} {line}".strip(), place + 1
        if len(title) > 120 or len(line) > LONGEST_HEADING:
            break
    return title, used


def is_told(line: str) -> bool:
    """Whether a paragraph is a sentence, and no line of a title."""
    return _TOLD.search(line) is not None


def _is_below_agency(above: Sequence[str], line: str) -> bool:
    """Whether a paragraph stands below the agency that ends a title; places and the year still belong to it."""
    is_ended = bool(above) and bool(_AGENCY.match(above[-1])) and any(_KIND.match(text) for text in above[:-1])
    return is_ended and not (_AGENCY.match(line) or _YEAR_LINE.match(line))


def _ends_title(line: str) -> bool:
    return bool(_BODY.match(line) or _AFTER_SUBJECT.match(line) or CITES.match(line))


def _is_field(line: str, title: str) -> bool:
    """Whether a line such as "เรื่อง ประชาคม", or of what was done, stands below a title that is whole without it."""
    is_other = (_SUBJECT.match(line) and _KIND.match(title)) or _DEED.search(line)
    return len(title) >= _ONLY_A_KIND and bool(is_other)

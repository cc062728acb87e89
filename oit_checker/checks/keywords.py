"""One of the component's keywords stands in the text.

Text is compared in canonical form: spaces, Thai digits, case and damaged vowels
do not matter. A keyword of fewer than five letters (three Latin ones: KPI) is no
proof alone: it counts only beside another keyword of the same component. Links of a web page say what is
to be found there; they do not show it, and do not count.

min_count   how many different keywords must stand there (default 1); a keyword inside
            another one that stands there (สำนัก in สำนักปลัด) is not counted again
after       words of which one must lead to a keyword: shortly before it, in a heading that governs it,
            or in the title of a document (หลักเกณฑ์ before การสรรหา)
not_under   words of headings that begin another thing: no heading over such a one leads to a keyword (แผน)
not_beside  words that say of what stands beside them, in a table, under a heading or close by, that it is something
            else: what an order lays on a team (มีหน้าที่ดังต่อไปนี้) has not been done yet. Farther away on the same
            page or under the same heading they leave it to a person
not_after   words that make what follows them in their clause something else: เคยดำรงตำแหน่ง before รองอธิบดี tells of
            another post, ขอเชิญ before ข้อเสนอแนะ asks for it
not_at_once the same, right before the keyword: เพื่อ before นำไปใช้ tells a purpose
not_in_name words of the name of what is asked for (มีส่วนร่วม): a keyword in such a name (การมีส่วนร่วมของประชาชน) tells
            nothing, unless people are counted behind it
clause_with words of which one must stand in the clause of a keyword: a rise of salary that follows ผลการประเมิน
not_remarked  words close to a keyword by which its clause only finds fault with it: ไม่ทราบขั้นตอน tells no steps
other_side  words of the other of two sides (ไม่ควร beside ควรทำ): one must stand in the text itself, or the keyword name
            both sides over pictures; where it does not, a person looks
whole_post  the keywords are posts: one that is a piece of another's title (รองอธิบดี, เลขานุการนายก) is not it
done        the thing must have been done: จะดำเนินการจัดอบรม, กำหนดจัด, อยู่ระหว่างเตรียมการ is for a person to look at, and
            the name of a team or of an order (แต่งตั้งคณะทำงานส่งเสริมจริยธรรม) is no deed; nor is a text that only
            invites (a word of not_after), and tells of nothing that has happened

FOUND       …มีผู้รับผิดชอบโครงการ คือ สำนักปลัด…            (keyword ผู้รับผิดชอบ)
NOT FOUND   a text that can be read and holds none of the words
UNREADABLE  a scanned page: there is no text to look at; a word far from one of not_beside on the same page; with
            `done`, what is only still to come
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.around import (
    Around,
    any_of,
    in_a_name,
    is_in_longer_post,
    is_to_come,
    names_a_team,
    shows_no_deed,
    unless_led,
    with_in_clause,
    without_in_clause,
)
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import TITLES
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold

_INVITING = ("ขอเชิญ", "เชิญ", "เปิดรับ")
SHORT = 5  # folded letters below which a word is no proof alone
SHORT_LATIN = 3  # the same in Latin letters, which the index finds as words of their own: KPI, SOP


def keywords(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    min_count: int = 1,
    after: Sequence[str] = (),
    not_beside: Sequence[str] = (),
    not_under: Sequence[str] = (),
    not_after: Sequence[str] = (),
    not_at_once: Sequence[str] = (),
    done: bool = False,
    not_in_name: Sequence[str] = (),
    clause_with: Sequence[str] = (),
    whole_post: bool = False,
    other_side: Sequence[str] = (),
    not_remarked: Sequence[str] = (),
) -> Observation:
    """Look for the component's keywords; the longest is quoted."""
    led = any_of(
        unless_led(not_after, not_at_once, by_ocr=matter.by_ocr),
        in_a_name(not_in_name, component.keywords),
        names_a_team if done else None,
        without_in_clause(matter.folded_words(clause_with)),
        with_in_clause(matter.folded_words(not_remarked)),
        is_in_longer_post if whole_post else None,
    )

    def look(*rules: Around | None) -> Place | None:
        return best_place(component, matter, min_count, after, not_beside, any_of(led, *rules), not_under)

    place = look(is_to_come) if done else look()
    to_come = look(lambda *at: not is_to_come(*at)) if done else None
    if to_come is not None and look(is_to_come, shows_no_deed) is None:
        return still_to_come(to_come)  # elsewhere the thing is only named, as in the name of the project
    if place is None:
        return absent()
    if done and _only_invites(matter, not_after):
        return _unclear(place, "ข้อความเป็นคำเชิญหรือการรับสมัคร ไม่พบข้อความว่าจัดแล้ว")
    if other_side and not _shows_other_side(matter, place, other_side):
        return _unclear(place, f"พบเพียงด้านเดียวหรือเพียงชื่อเรื่อง ไม่พบอีกด้าน (เช่น {' '.join(other_side[:2])}) ในเนื้อหา")
    return found(place.snippet, place.place)


def _only_invites(matter: Matter, inviting: Sequence[str]) -> bool:
    """Whether a text invites, and nothing in it says that anything has happened."""
    if not matter.holds(word for word in inviting if word.startswith(_INVITING)):
        return False
    texts = (matter.fold(chunk.text) for chunk in matter.chunks)
    return all(shows_no_deed(text, 0, len(text)) for text in texts)


def _shows_other_side(matter: Matter, place: Place, words: Sequence[str]) -> bool:
    """Whether one of the words stands below the title; a name of both sides over pictures may have them in these."""
    folded = matter.folded_words(words)
    if matter.page.pictures and any(word in matter.fold(place.phrase) for word in folded):
        return True
    told = (chunk for chunk in matter.chunks if not (chunk.is_claim or chunk.is_heading or chunk.place in TITLES))
    title = matter.fold(matter.page.title or "")
    texts = (text for chunk in told if (text := matter.fold(chunk.text)) not in title)  # a way back repeats it
    return any(word in text for text in texts for word in folded)


def _unclear(place: Place, said: str) -> Observation:
    note = f"{said}: “{place.snippet}” โปรดเปิดดู และเพิ่มส่วนที่ขาด หากไม่มี"
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)


def still_to_come(place: Place) -> Observation:
    """A doubt, with the words: the text tells of the thing as of one that is still to be done."""
    note = (
        f"ข้อความบอกว่าจะดำเนินการหรืออยู่ระหว่างเตรียมการ: “{place.snippet}” โปรดเปิดดูว่าดำเนินการแล้วหรือไม่ และเพิ่มผลเมื่อดำเนินการแล้ว"
    )
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)


def best_place(
    component: Component,
    matter: Matter,
    min_count: int = 1,
    after: Sequence[str] = (),
    not_beside: Sequence[str] = (),
    unless: Around | None = None,
    not_under: Sequence[str] = (),
) -> Place | None:
    """The place of the longest keyword, if enough different ones stand in the text; None otherwise.

    unless says of a place that what stands around makes it something else.
    """
    standing: dict[str, Place] = {}
    for keyword in component.keywords:
        place = matter.first(
            keyword,
            in_claims=component.in_lists,
            after=after,
            not_beside=not_beside,
            not_under=not_under,
            unless=unless,
        )
        if place is not None:
            standing.setdefault(fold(keyword), place)
    apart = [word for word in standing if not any(word != other and word in other for other in standing)]
    if len(apart) < min_count or not standing:
        return None
    longest = max(standing, key=len)
    if len(longest) < (SHORT_LATIN if longest.isascii() else SHORT) and len(apart) < 2:
        return None
    return standing[longest]

"""A link leads to the thing: a map, a web board, a form, a chat.

words       words of which one stands in the link's text
hosts       parts of an address of which one stands in the link's address (google.com/maps, forms.gle)
not_hosts   parts of an address that are others' doors (nacc.go.th): such links do not count
pages_only  links to documents do not count, nor to a page of forms to download: a form to print is no online service
also        words of which one must stand on the page or in the link besides
form        a form on the page itself counts: three fields, or room to write or to hand in a file; no search box
shared_hosts  the same of systems of others in which an agency may have a place of its own: they leave it unclear
doors       words count only beside a door on line of the agency's own: a link to complain by, an e-mail address, a
            chat; beside none but other bodies' doors, a post box or a telephone they are no channel. An e-mail address
            to which a sentence with a word of `also` asks to send it is one without them
answered    questions of visitors that staff answered on the page count, but not a list of frequent ones

The component's keywords in the text count as well; with pages_only, those of the page's title and headings
alone leave it unclear, and so do words beside no other link than one to a system for staff, and a short page that
says the service is closed (ปิดปรับปรุงระบบ), or one that has forms printed and leads nowhere.
With pages_only a link that only explains the service (คู่มือ, วิธีใช้, สถิติ) is not it, nor one back to the same page.
Buttons that share a page do not count, nor doors for the agency's own staff: the login of the site's editors,
webmail, intranet, and, with pages_only, what is said to be for staff (สารบรรณ, e-Office, e-GP, สำหรับเจ้าหน้าที่), or all
of a page that speaks to nobody else.

FOUND       <iframe src="https://www.google.com/maps/embed?…">   (hosts: [google.com/maps])
NOT FOUND   a page without such a link or word
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.checks.doors import SHARING, beside_doors, mailbox
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import IN_LINK, IN_PAGE, SAYS_CLOSED
from oit_checker.model.page import Link, Page
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, quote
from oit_checker.urls import is_document, page_key

_STAFF_ONLY = regex(r"wp-login|wp-admin|/admin(?:istrator)?(?:[/?]|$)|webmail|roundcube|/owa(?:[/?]|$)|intranet|cpanel")
_MOST_SAID = 2  # of the words of `also` in a note: the rest are other words for them
# Systems that the agency's own people work with: no service to those who come to it.
_STAFF_ADDRESS = regex(r"e-?office|e-?saraban|gprocurement|[/.]e-?gp\b|e-?laas|gfmis|dpis|hrms|e-?payroll|e-?leave")
_FOR_STAFF = regex(
    r"(?:สำหรับ|เฉพาะ)\s*(?:เจ้าหน้าที่|ผู้ดูแลระบบ|หน่วยงานภายใน|(?:บุคลากร|พนักงาน|ข้าราชการ)(?:ภายใน|ของ|ใน(?:สังกัด|หน่วย)))|รหัสบุคลากร|ลงเวลา|บันทึกเวลา(?:ทำ|ปฏิบัติ)|ภายในหน่วยงาน|สารบรรณ|e-?\s?office|e-?\s?saraban"
    r"|e-?\s?gp(?![a-z])|จัดซื้อจัดจ้างภาครัฐ|intranet|อินทราเน็ต|e-?\s?laas|gfmis|ระบบ(?:การ)?ลา(?![ก-๎])|สลิปเงินเดือน|เงินเดือนออนไลน์|webmail",
    re.IGNORECASE,
)
_FOR_STAFF_FOLDED = regex(_FOR_STAFF.pattern.replace(r"\s*", "").replace(r"\s?", "").replace("ำ", "า"), re.IGNORECASE)
# Who a service is for, or what they come for: a page with such words may hold the staff's door besides.
_FOR_ALL = regex(
    r"ประชาชน|ผู้(?:รับ|ใช้|ขอรับ)บริการ|ผู้มา(?:รับ|ติดต่อ)|ผู้ประกอบ|ผู้ยื่น|ผู้ป่วย|ผู้ปกครอง|ผู้เสียภาษี|นักศึกษา|นักเรียน|นิสิต|เกษตรกร|สมาชิก|บุคคลทั่วไป|บุคคลภายนอก"
    r"|ยื่น|คำร้อง|คำขอ|ขอรับ|ขออนุญาต|จองคิว|การจอง|ชำระ|ร้องเรียน|ลงทะเบียน|ติดตามสถานะ"
)
# "E-Service ดาวน์โหลดแบบฟอร์ม" leads to forms to print, whatever the page is called.
_FORMS_TO_PRINT = regex(r"(?:ดาวน์โหลด|โหลด|download).{0,12}(?:แบบฟอร์ม|แบบคำ|ฟอร์ม|เอกสาร|form)", re.IGNORECASE)
# One may report oneself, an accident or a fault (รายงานตัวออนไลน์); "ขั้นตอน / ยื่นคำขอออนไลน์" leads to the system as well.
_ON_LINE = r"(?:ออนไลน์|online|e-?\s?service)[\W_]*$"
_REPORT = (
    r"รายงาน(?!ตัว|เหตุ(?!การณ์|ผล)|ปัญหา(?!\s*(?:และ|/)?\s*อุปสรรค)|"
    rf"(?!\s*(?:ผล|การ|สรุป|สถิติ|จำนวน|ประจำ|ข้อมูล|ความ|ของ|ประเมิน|วิเคราะห์)).*{_ON_LINE})"
)
_STEPS = rf"ขั้นตอน(?!.*(?:และ|[/|–-])\s*(?:ยื่น|จอง|ชำระ|สมัคร|ลงทะเบียน|แจ้ง|ขอ|เข้า|ใช้).*{_ON_LINE})"
# "คู่มือการใช้งาน E-Service" tells how a service is used; the service itself is elsewhere.
_GUIDE = regex(
    rf"[\W_]*(?:ดาวน์โหลด|download|ดู|อ่าน|คลิก)?\s*(?:คู่มือ|วิธี(?:การ)?(?:ใช้|ยื่น|จอง|สมัคร|ลงทะเบียน|ชำระ|ขอ|ทำ)|{_STEPS}|คำแนะนำ|คำอธิบาย|แนะนำการใช้"
    rf"|วิดีโอ|วีดิทัศน์|คลิปสอน|สถิติ|{_REPORT}|user(?:'s)?\s?(?:manual|guide)|manual|how\s?to|guide)",
    re.IGNORECASE,
)
_PRINTED = regex(
    r"พิมพ์(?:ออกมา|แบบ[ก-๎]{0,20})?\s*(?:แล้ว|และ|เพื่อ)?\s*(?:กรอก[ก-๎]{0,20}\s*(?:แล้ว|และ)?\s*)?(?:นำ)?(?:มา|ไป)?(?:ยื่น|ส่ง)"
    r"|(?:ดาวน์โหลด|โหลด|download)\s*แบบ(?:ฟอร์ม|คำ)",
    re.IGNORECASE,
)
_FREQUENT = regex(r"คำถาม(?:ที่)?(?:พบบ่อย|พบเป็นประจำ|ยอดฮิต)|\bfaqs?\b", re.IGNORECASE)
_ASKING = regex("ถาม|q&a", re.IGNORECASE)
_QUOTED = 80  # letters
_AROUND = 120  # folded letters around a word in which it is told for whom a system is
# "ตอบโดยเจ้าหน้าที่", "เจ้าหน้าที่: …", "A: … (แอดมิน)" beside a question: a printed list of frequent questions has no answerer.
_ANSWERED = regex(
    r"ตอบ(?:กลับ)?\s*โดย|ผู้ตอบ|(?:เจ้าหน้าที่|แอดมิน|admin)\s*(?:ตอบ|ชี้แจง|:)|ตอบ\s*[(:]\s*(?:เจ้าหน้าที่|แอดมิน|admin|จนท)|[(]\s*(?:เจ้าหน้าที่|แอดมิน|admin|จนท\.?)\s*[)]",
    re.IGNORECASE,
)
_QUESTION = regex(r"ถาม|กระทู้|\bq\s*[:.]|ไหม(?:คะ|ครับ|ค่ะ)?|หรือไม่|\?", re.IGNORECASE)
_CLOSED = regex(
    r"(?:(?<!เ)ปิด|งด)\s*(?:เพื่อ\s*)?(?:ปรับปรุง|ให้\s*บริการ|บริการ|ระบบ)"
    r"|(?:ระบบ|เว็บไซต์|หน้านี้)\s*(?:กำลัง|อยู่\s*(?:ใน)?\s*ระหว่าง)(?:การ)?\s*(?:ปรับปรุง|พัฒนา|จัดทำ)"
    r"|(?:กำลัง|อยู่\s*(?:ใน)?\s*ระหว่าง)(?:การ)?\s*(?:ปรับปรุง|พัฒนา)\s*(?:ระบบ|เว็บไซต์|หน้านี้)"
)
SHORT_PAGE = 600  # letters; in a longer page a notice may speak of one service or of one night


def link_to(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    words: Sequence[str] = (),
    hosts: Sequence[str] = (),
    not_hosts: Sequence[str] = (),
    shared_hosts: Sequence[str] = (),
    pages_only: bool = False,
    also: Sequence[str] = (),
    form: bool = False,
    answered: bool = False,
    doors: bool = False,
) -> Observation:
    """Look at the page's links, then at its words."""
    if also and not _says_one_of(matter, also):
        return absent(f"ไม่พบคำว่า {' หรือ '.join(also[:_MOST_SAID])} ในหน้านี้")
    if pages_only and (closed := _closed(matter)) is not None:
        return closed
    of_staff = _system_of_staff(matter) if pages_only else None
    if form and matter.page.fields and of_staff is None:
        return found(f"แบบฟอร์มในหน้า {matter.page.fields} ช่อง", IN_PAGE)
    folded = [fold(word) for word in words]
    elsewhere = (*not_hosts, *shared_hosts)
    for link in matter.page.links:
        if not link.url or link.in_menu or _is_elsewhere(link, elsewhere) or (pages_only and is_document(link.url)):
            continue
        address = link.url.lower()
        said = fold(link.text) if folded else ""
        if not any(host.lower() in address for host in hosts) and not any(map(said.__contains__, folded)):
            continue
        if pages_only and (_leads_nowhere(link, matter) or _FORMS_TO_PRINT.search(link.text)):
            continue
        if pages_only and _is_for_staff(link):
            of_staff = link.text or link.url
            continue
        return found(f"{link.text} ({link.url})" if link.text else link.url, IN_LINK)
    if answered and (answer := _answer(matter)) is not None:
        return found(answer.snippet, answer.place)
    # A button's name, as a link's own text, says where it leads; that is what is asked here.
    named = (matter.body if pages_only else matter).heeding_names
    place = best_place(component, named, unless=_of_staff if pages_only else None)
    if place is not None and of_staff is not None and not _has_other_doors(matter, not_hosts):
        said = f"มีถ้อยคำของบริการ แต่ในหน้าพบเพียงระบบสำหรับเจ้าหน้าที่ (“{of_staff}”) โปรดเปิดดูว่ามีบริการที่ใช้งานได้หรือไม่"
        return _unclear(place, said)
    if place is not None and pages_only and (printed := _only_printed(matter, not_hosts)) is not None:
        said = f"หน้านี้ให้พิมพ์แบบฟอร์มมายื่น (“{printed}”) และไม่มีแบบฟอร์มหรือลิงก์เข้าใช้บริการ โปรดเปิดดูว่าขอรับบริการทางออนไลน์ได้หรือไม่"
        return _unclear(place, said)
    if place is not None and answered and _only_frequent(place, matter, not_hosts):
        said = "หน้านี้แสดงคำถามที่พบบ่อย และไม่มีแบบฟอร์มหรือลิงก์ให้ส่งคำถาม โปรดเปิดดูว่าผู้ใช้ถามได้หรือไม่"
        return _unclear(place, said)
    if place is not None and doors:
        return beside_doors(place, component, matter, not_hosts, shared_hosts)
    if place is not None:
        return found(place.snippet, place.place)
    if doors and (sent_to := mailbox(matter, also, not_hosts)) is not None:
        return sent_to
    if of_staff is not None:
        return absent(f"พบแต่ระบบสำหรับเจ้าหน้าที่ของหน่วยงานเอง (“{of_staff}”) ซึ่งไม่ใช่บริการแก่ผู้รับบริการ")
    return _only_named(component, matter) if pages_only else absent()


def _leads_nowhere(link: Link, matter: Matter) -> bool:
    """Whether a link only explains the service, or leads back to the page on which it stands."""
    return _GUIDE.match(link.text) is not None or _place(link.url) == _place(matter.page.url)


def _place(url: str) -> tuple[str, str]:
    """What an address shows: a page, and what its script shows there by the fragment (#/service, #!/service)."""
    fragment = url.partition("#")[2]
    return page_key(url), fragment.strip("/!") if fragment.startswith(("/", "!")) else ""


def _only_printed(matter: Matter, not_hosts: Sequence[str]) -> str | None:
    """The words by which a page has its forms printed, where nothing on it leads to a service on line."""
    if _has_other_doors(matter, not_hosts):
        return None
    shown = (_PRINTED.search(chunk.text) for chunk in matter.body.chunks if not chunk.is_claim)
    return next((seen[0] for seen in shown if seen is not None), None)


def _only_frequent(place: Place, matter: Matter, not_hosts: Sequence[str]) -> bool:
    """Whether all that speaks of questions is a list of frequent ones, on a page from which nobody can ask."""
    if _ASKING.search(place.phrase) is None or _has_other_doors(matter, not_hosts):
        return False
    return any(_FREQUENT.search(chunk.text) for chunk in matter.chunks if not chunk.is_claim)


def _has_other_doors(matter: Matter, not_hosts: Sequence[str]) -> bool:
    """Whether a link of the page, whatever its words, may lead to a service for the public."""
    doors = (link for link in matter.page.links if link.url and not link.in_menu and link.url != matter.page.url)
    return any(
        not _is_elsewhere(link, not_hosts) and not is_document(link.url) and not _is_for_staff(link) for link in doors
    )


def _is_for_staff(link: Link) -> bool:
    said = " ".join(filter(None, (link.text, link.row)))
    return _STAFF_ADDRESS.search(link.url.lower()) is not None or _FOR_STAFF.search(said) is not None


def _of_staff(folded: str, start: int, end: int) -> bool:
    """Whether the words around a place, in its own run of text, say that the system is for staff."""
    before = folded[max(0, start - _AROUND) : start].rpartition("¦")[2]
    after = folded[end : end + _AROUND].partition("¦")[0]
    return _FOR_STAFF_FOLDED.search(before + folded[start:end] + after) is not None


def _answer(matter: Matter) -> Place | None:
    """Where a member of staff answers a question of a visitor; None where nobody does, or where nobody may ask."""
    shown = [chunk for chunk in matter.chunks if not chunk.is_claim]
    if not any(_QUESTION.search(chunk.text) for chunk in shown) or any(_FREQUENT.search(chunk.text) for chunk in shown):
        return None
    answers = ((chunk, seen) for chunk in shown if (seen := _ANSWERED.search(chunk.text)) is not None)
    first = next(answers, None)
    return matter.quote(first[0], *first[1].span()) if first is not None else None


def _system_of_staff(matter: Matter) -> str | None:
    """The words that say of a page that it is for staff, where no word on it speaks to anybody else."""
    shown = [chunk for chunk in matter.body.chunks if not chunk.is_claim]
    if any(_FOR_ALL.search(chunk.text) for chunk in shown):
        return None
    chunk = next((chunk for chunk in shown if _FOR_STAFF.search(chunk.text)), None)
    return chunk.text[:_QUOTED] if chunk is not None else None


def _closed(matter: Matter) -> Observation | None:
    """A short page that says that the service is closed."""
    shown = [chunk for chunk in matter.body.chunks if not chunk.is_claim]
    if sum(len(chunk.text) for chunk in shown) > SHORT_PAGE:
        return None
    for chunk in shown:
        if (notice := _CLOSED.search(chunk.text)) is not None:
            place = matter.quote(chunk, *notice.span())
            return _unclear(place, f"{SAYS_CLOSED}: “{place.snippet}” โปรดเปิดดูว่าใช้งานได้แล้วหรือไม่")
    return None


def says_closed(page: Page) -> str | None:
    """The words by which a short page without a form says that its service is closed; None where it does not."""
    shown = [passage.text for passage in page.passages if not passage.names_link]
    if page.fields or sum(map(len, shown)) > SHORT_PAGE:
        return None
    notices = ((text, notice) for text in shown if (notice := _CLOSED.search(text)) is not None)
    return next((quote(text, *notice.span()) for text, notice in notices), None)


def _only_named(component: Component, matter: Matter) -> Observation:
    place = best_place(component, matter.heeding_names, unless=_of_staff)
    if place is None:
        return absent()
    return _unclear(place, f"มีแต่ชื่อหน้าหรือหัวข้อ “{place.snippet}” ไม่พบแบบฟอร์มหรือลิงก์เข้าใช้บริการ โปรดเปิดดูว่าใช้งานได้หรือไม่")


def _unclear(place: Place, note: str) -> Observation:
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)


def _is_elsewhere(link: Link, not_hosts: Sequence[str]) -> bool:
    address = link.url.lower()
    is_other = any(part in address for part in (*SHARING, *(host.lower() for host in not_hosts)))
    return is_other or _STAFF_ONLY.search(address) is not None


def _says_one_of(matter: Matter, words: Sequence[str]) -> bool:
    text = fold("¦".join(chunk.text for chunk in matter.chunks))
    return any(fold(word) in text for word in words)

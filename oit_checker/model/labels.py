"""Thai labels of every enum member, once, for command line, web and reports."""

from __future__ import annotations

from oit_checker.model.check import NamedBy, TextQuality
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import ComponentStatus, GapKind, ItemStatus, Verification, WarningKind
from oit_checker.model.page import OcrLack, Unreadable
from oit_checker.model.personal_data import PersonalDataKind
from oit_checker.model.rendering import Lack
from oit_checker.model.site import AgencyKind

ITEM_STATUS: dict[ItemStatus, str] = {
    ItemStatus.MISSING: "ไม่พบการเปิดเผย",
    ItemStatus.UNREACHABLE: "พบลิงก์แต่เปิดไม่ได้",
    ItemStatus.OUTDATED: "ข้อมูลไม่เป็นปีที่กำหนด",
    ItemStatus.INCOMPLETE: "องค์ประกอบข้อมูลไม่ครบ",
    ItemStatus.REVIEW: "ต้องให้เจ้าหน้าที่ตรวจ",
    ItemStatus.PASS: "ผ่าน",
}

# The same statuses where documents were looked at before they are published.
STATUS_OF_FILES: dict[ItemStatus, str] = {
    ItemStatus.MISSING: "ยังไม่มีเอกสารที่ตอบข้อนี้",
    ItemStatus.UNREACHABLE: "เปิดไฟล์ไม่ได้",
    ItemStatus.OUTDATED: "ข้อมูลไม่เป็นปีที่กำหนด",
    ItemStatus.INCOMPLETE: "องค์ประกอบข้อมูลไม่ครบ",
    ItemStatus.REVIEW: "ต้องให้เจ้าหน้าที่ตรวจ",
    ItemStatus.PASS: "พบองค์ประกอบครบ",
}

TEXT_QUALITY: dict[TextQuality, str] = {
    TextQuality.GOOD: "ค้นหาข้อความได้",
    TextQuality.PARTLY: "ค้นหาข้อความได้บางหน้า",
    TextQuality.SCANNED: "เป็นภาพ ค้นหาข้อความไม่ได้",
    TextQuality.DAMAGED: "ข้อความในไฟล์เสีย",
    TextQuality.NONE: "อ่านไม่ได้",
}

NAMED_BY: dict[NamedBy, str] = {
    "asked": "ตามข้อที่ระบุ",
    "title": "จากชื่อเรื่อง",
    "file_name": "จากชื่อไฟล์",
    "headings": "จากหัวข้อและเนื้อหา",
    "contents": "จากเนื้อหา",
    "code": "จากรหัสในชื่อไฟล์",
}

VERIFICATION: dict[Verification, str] = {
    Verification.OK: "เปิดได้",
    Verification.REDIRECTED: "เปิดได้ (ส่งต่อไปยังที่อยู่อื่น)",
    Verification.NOT_FOUND: "ไม่พบหน้าหรือไฟล์นี้",
    Verification.GONE: "หน้าหรือไฟล์นี้ถูกลบแล้ว",
    Verification.SOFT_404: "ไม่มีหน้าหรือไฟล์จริงที่ลิงก์นี้ แม้เว็บไซต์ตอบว่าปกติ",
    Verification.SERVER_ERROR: "เว็บไซต์ขัดข้อง",
    Verification.TIMEOUT: "รอนานเกินไป ไม่ตอบกลับ",
    Verification.DNS_ERROR: "ไม่พบเว็บไซต์ชื่อนี้",
    Verification.TLS_ERROR: "ใบรับรองความปลอดภัยมีปัญหา",
    Verification.CONNECTION_ERROR: "เชื่อมต่อไม่ได้",
    Verification.REDIRECT_LOOP: "ลิงก์ส่งต่อวนกลับมาที่เดิม",
    Verification.LOGIN_REQUIRED: "ต้องเข้าสู่ระบบก่อน",
    Verification.FORBIDDEN: "ไม่อนุญาตให้เข้าถึง",
    Verification.RATE_LIMITED: "เว็บไซต์จำกัดจำนวนครั้งที่เรียก",
    Verification.BLOCKED: "เว็บไซต์ปฏิเสธโปรแกรมตรวจ",
    Verification.EMPTY: "ไฟล์หรือหน้าว่างเปล่า",
    Verification.CORRUPT: "ไฟล์เสีย เปิดอ่านไม่ได้",
    Verification.WRONG_TYPE: "ได้หน้าแจ้งข้อผิดพลาดแทนเอกสาร",
    Verification.INVALID_URL: "ที่อยู่ลิงก์ใช้ไม่ได้",
    Verification.NOT_CHECKED: "โปรแกรมไม่ได้เปิดตรวจ",
}

COMPONENT_STATUS: dict[ComponentStatus, str] = {
    ComponentStatus.FOUND: "พบ",
    ComponentStatus.NOT_FOUND: "ไม่พบ",
    ComponentStatus.UNREADABLE: "อ่านไม่ได้",
}

GAP_KIND: dict[GapKind, str] = {
    GapKind.MISSING: "ไม่พบการเปิดเผย",
    GapKind.BROKEN_LINK: "ลิงก์เปิดไม่ได้",
    GapKind.WRONG_YEAR: "ไม่ตรงปี",
    GapKind.COMPONENT_MISSING: "องค์ประกอบข้อมูล",
    GapKind.UNREADABLE: "อ่านไม่ได้",
    GapKind.OFF_SITE: "อยู่นอกเว็บไซต์หลัก",
    GapKind.NOT_PUBLIC: "บุคคลทั่วไปเข้าไม่ถึง",
    GapKind.DOUBTFUL: "อาจยังใช้เป็นหลักฐานไม่ได้",
}

PERSONAL_DATA: dict[PersonalDataKind, str] = {
    PersonalDataKind.CITIZEN_NUMBER: "เลขประจำตัวประชาชน",
    PersonalDataKind.BANK_ACCOUNT: "เลขที่บัญชีธนาคารของบุคคล",
    PersonalDataKind.MOBILE_NUMBER: "โทรศัพท์มือถือส่วนตัว",
    PersonalDataKind.HOME_ADDRESS: "ที่อยู่บ้านของบุคคล",
}

WARNING: dict[WarningKind, str] = {
    WarningKind.EMPTY_FILE: "ไฟล์ว่างเปล่า",
    WarningKind.ONLY_PLACEHOLDER: "มีแต่ข้อความรอเนื้อหา",
    WarningKind.PLACEHOLDER: "มีข้อความรอเนื้อหาหรือข้อความตัวอย่าง",
    WarningKind.BLANK_FORM: "แบบฟอร์มยังไม่ได้กรอก",
    WarningKind.EMPTY_TABLE: "ตารางไม่มีข้อมูล",
    WarningKind.LINK_TO_NOTHING: "ลิงก์ไฟล์แนบไม่มีปลายทาง",
    WarningKind.LAST_YEARS_FILE: "ไฟล์เดียวกับของปีก่อน",
    WarningKind.SAME_FILE: "ไฟล์เดียวกันใช้หลายข้อ",
    WarningKind.SAME_MONTHS: "ไฟล์เดียวกันใช้หลายเดือน",
    WarningKind.OTHER_AGENCY: "ชื่อหน่วยงานอื่น",
    WarningKind.MACROS: "ไฟล์มีมาโคร",
    WarningKind.UNSEEN: "ไฟล์มีข้อมูลที่ซ่อนไว้",
    WarningKind.NEEDS_JAVASCRIPT: "เห็นได้เฉพาะเมื่อเปิดด้วยเบราว์เซอร์ที่รัน JavaScript",
    WarningKind.CHOICE_NOT_IN_LINK: "ลิงก์ไม่ได้ระบุสิ่งที่ต้องเลือกในหน้า",
}

RENDER_LACK: dict[Lack, str] = {
    Lack.NO_BROWSER: "เครื่องที่ตรวจยังไม่มีเบราว์เซอร์ Chromium",
    Lack.NO_DRIVER: "เครื่องที่ตรวจยังไม่ได้ติดตั้งส่วนเสริมสำหรับเปิดหน้าด้วยเบราว์เซอร์",
    Lack.SWITCHED_OFF: "ผู้ตรวจปิดการเปิดหน้าด้วยเบราว์เซอร์ไว้ (--render never)",
    Lack.PAGES_PER_RUN: "เกินจำนวนหน้าที่เปิดด้วยเบราว์เซอร์ได้ต่อรอบการตรวจ",
    Lack.OUT_OF_TIME: "รอบการตรวจจบก่อนถึงหน้าเหล่านี้",
    Lack.NO_START: "เปิดเบราว์เซอร์ Chromium ของเครื่องที่ตรวจไม่สำเร็จ",
    Lack.STUCK: "สคริปต์ของหน้าค้าง",
    Lack.NEVER_SETTLES: "หน้าเปลี่ยนเนื้อหาไม่หยุดจนหมดเวลา จึงใช้เท่าที่แสดงถึงตอนนั้น",
    Lack.MEMORY: "หน้าใช้หน่วยความจำเกินที่กำหนด",
    Lack.TOO_MUCH: "หน้ามีส่วนที่ต้องกดหรือโหลดเพิ่มเกินจำนวนที่กำหนด จึงใช้เท่าที่เปิดได้",
    Lack.KEPT_OUT: "ส่วนหนึ่งที่หน้าเรียกใช้ถูก robots.txt ห้าม เรียกไม่ได้ หรือเป็นคำขอที่โปรแกรมไม่ส่ง",
    Lack.DIALOGS: "หน้าเปิดกล่องข้อความซ้ำไม่หยุด",
    Lack.LEADS_AWAY: "หน้าส่งต่อไปที่อยู่อื่นด้วยสคริปต์",
}

UNREADABLE: dict[Unreadable, str] = {
    Unreadable.NO_TEXT_LAYER: "เป็นภาพสแกน ค้นหาข้อความไม่ได้",
    Unreadable.GARBAGE_TEXT: "ข้อความในไฟล์เสีย อ่านเป็นคำไม่ได้",
    Unreadable.NEEDS_SCRIPT: "หน้านี้แสดงเนื้อหาด้วยสคริปต์ โปรแกรมจึงไม่เห็นเนื้อหา",
    Unreadable.IMAGE_ONLY: "เป็นรูปภาพ",
    Unreadable.ENCRYPTED: "ตั้งรหัสผ่านไว้",
    Unreadable.CORRUPT: "ไฟล์เสีย",
    Unreadable.EMPTY: "ไม่มีเนื้อหา",
    Unreadable.TOO_SLOW: "อ่านไม่เสร็จในเวลาที่กำหนด",
    Unreadable.TOO_BIG: "ไฟล์ใหญ่หรือซับซ้อนเกินที่โปรแกรมตรวจอ่านได้",
    Unreadable.NEEDS_EXTRA: "ต้องติดตั้งส่วนเสริมเพื่ออ่านไฟล์ชนิดนี้",
    Unreadable.UNKNOWN_FORMAT: "ไม่รู้จักชนิดไฟล์",
    Unreadable.ARCHIVE: "เป็นไฟล์บีบอัดที่โปรแกรมเปิดอ่านไม่ได้หรืออ่านได้ไม่ครบ",
    Unreadable.BLANK: "เป็นภาพสแกนของหน้าว่าง ไม่มีข้อความ",
    Unreadable.VIEWER_ONLY: "อยู่บนบริการภายนอกซึ่งแสดงเนื้อหาในเบราว์เซอร์เท่านั้น โปรแกรมจึงไม่เห็นเนื้อหา",
    Unreadable.MANY_FILES: "โฟลเดอร์มีไฟล์มากกว่าที่โปรแกรมเปิดตรวจ",
    Unreadable.READER_FAILED: "โปรแกรมตรวจขัดข้องขณะอ่านไฟล์นี้ จึงไม่ทราบเนื้อหา",
}

EMPTY_COLUMN = "แต่ไม่มีข้อมูลในคอลัมน์"
"""Said of a component whose column is there and was left blank."""
EMPTY_FIELD = "แต่ไม่ได้กรอก"
"""The same of a label with a place beside it, as of a form."""
NEEDS_PASSWORD = "ไฟล์ตั้งรหัสผ่านไว้ ประชาชนและผู้ประเมินเปิดอ่านไม่ได้"  # noqa: S105
IN_PAGE = "ในหน้า"  # where a component is a form on the page itself
IN_LINK = "ลิงก์ในหน้า"  # where a component is shown by a link that stands on the page
SAYS_CLOSED = "หน้านี้บอกว่าปิดหรือยังไม่พร้อมให้บริการ"
"""Said of a component on a page that speaks of nothing but works on the system."""
BY_OCR = "อ่านจากภาพด้วย OCR"
DAMAGED_TEXT = "ข้อความในไฟล์เสียรูป (แบบอักษรทำให้สระและวรรณยุกต์บางตัวอ่านผิด)"
IN_PICTURES = "อาจแสดงเป็นภาพ โปรดดูด้วยตา"
BY_ALT = "ตามคำบรรยายภาพ"
NOT_READ_BY_OCR = "ยังไม่ได้อ่านภาพ"

OCR_LACK: dict[OcrLack, str] = {
    OcrLack.NOT_INSTALLED: "เครื่องที่ตรวจยังไม่มีโปรแกรมอ่านภาพ (OCR)",
    OcrLack.NO_THAI: "โปรแกรมอ่านภาพ (OCR) ของเครื่องที่ตรวจยังไม่มีข้อมูลภาษาไทย",
    OcrLack.SWITCHED_OFF: "ผู้ตรวจปิดการอ่านภาพ (OCR) ไว้",
    OcrLack.PAGES_PER_FILE: "เกินจำนวนหน้าที่อ่านภาพได้ต่อไฟล์",
    OcrLack.PAGES_PER_RUN: "เกินจำนวนหน้าที่อ่านภาพได้ต่อรอบการตรวจ",
    OcrLack.TOO_SLOW: "อ่านภาพไม่เสร็จในเวลาที่กำหนด",
    OcrLack.FAILED: "โปรแกรมอ่านภาพ (OCR) ขัดข้องกับหน้านี้",
}

CLOUD_SERVICE: dict[CloudService, str] = {
    CloudService.GOOGLE_DRIVE: "Google Drive",
    CloudService.GOOGLE_DOCS: "Google เอกสาร",
    CloudService.GOOGLE_FORMS: "Google ฟอร์ม",
    CloudService.GOOGLE_SITES: "Google Sites",
    CloudService.ONEDRIVE: "OneDrive/SharePoint",
    CloudService.DROPBOX: "Dropbox",
    CloudService.CANVA: "Canva",
    CloudService.FACEBOOK: "Facebook",
    CloudService.YOUTUBE: "YouTube",
    CloudService.FLIPBOOK: "เว็บไซต์หนังสืออิเล็กทรอนิกส์ (flipbook)",
    CloudService.SHORT_LINK: "บริการลิงก์ย่อ",
}

AGENCY_KIND: dict[AgencyKind, str] = {
    AgencyKind.CENTRAL: "ส่วนราชการ",
    AgencyKind.LOCAL_GOVERNMENT: "องค์กรปกครองส่วนท้องถิ่น",
    AgencyKind.PROVINCE: "จังหวัด",
    AgencyKind.UNIVERSITY: "สถาบันอุดมศึกษา",
    AgencyKind.STATE_ENTERPRISE: "รัฐวิสาหกิจ",
    AgencyKind.PUBLIC_ORGANIZATION: "องค์การมหาชน",
}

OUTCOME: dict[str, str] = {
    "completed": "ตรวจครบ",
    "partial": "ตรวจได้บางส่วน",
    "failed": "ตรวจไม่ได้",
}

YEAR_BASIS: dict[str, str] = {
    "title": "จากชื่อเรื่อง",
    "link": "จากข้อความหรือหัวข้อของลิงก์",
    "url": "จากที่อยู่หรือชื่อไฟล์",
    "text": "จากเนื้อหา",
    "metadata": "จากข้อมูลกำกับไฟล์",
    "none": "ไม่พบปีที่ระบุไว้",
}

MATCHED_WHERE: dict[str, str] = {
    "link": "ข้อความของลิงก์",
    "title": "ชื่อเรื่อง",
    "heading": "หัวข้อ",
    "url": "ที่อยู่หรือชื่อไฟล์",
    "text": "เนื้อหา",
    "row": "แถวหรือรายการเดียวกัน",
    "code": "รหัสข้อ",
}

NEAR_MISS: dict[str, str] = {
    "wrong_year": "คนละปี",
    "wrong_kind": "เอกสารคนละประเภท",
    "does_not_open": "เปิดไม่ได้",
    "other_item": "เป็นหลักฐานของข้ออื่น",
    "not_yet": "ยังจัดทำไม่เสร็จ",
    "part_of_year": "รายงานไม่ครบทั้งปี",
    "weak_match": "คำที่ตรงกันน้อยเกินไป",
}

DOCUMENT_KIND: dict[DocumentKind, str] = {
    DocumentKind.PLAN: "แผน",
    DocumentKind.REPORT: "รายงาน",
    DocumentKind.MANUAL: "คู่มือ",
    DocumentKind.ANNOUNCEMENT: "ประกาศ",
    DocumentKind.ORDER: "คำสั่ง",
    DocumentKind.STATISTICS: "สถิติ",
    DocumentKind.LAW: "กฎหมาย",
    DocumentKind.NEWS: "ข่าว",
    DocumentKind.MINUTES: "รายงานการประชุม",
    DocumentKind.INVITATION: "หนังสือเชิญหรือระเบียบวาระการประชุม",
    DocumentKind.MEMO: "บันทึกข้อความ",
    DocumentKind.FORM: "แบบคำขอ",
    DocumentKind.PAGE: "หน้าเว็บ",
    DocumentKind.UNKNOWN: "ไม่ทราบประเภท",
}

CHECKLIST_STATUS: dict[str, str] = {
    "draft": "ฉบับร่าง",
    "provisional": "ฉบับชั่วคราว",
    "confirmed": "ยืนยันแล้ว",
}

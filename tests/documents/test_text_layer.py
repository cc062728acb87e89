import pytest

from oit_checker.documents.text_layer import is_damaged, is_garbage, mended

THAI = "สำนักงานจัดทำแผนปฏิบัติการป้องกันการทุจริตประจำปีงบประมาณ ๒๕๖๙"
ENGLISH = "The Department publishes its annual procurement plan on https://www.example.go.th/plan every October."
FORM = "ข้าพเจ้า (นาย/นาง)................................................................อายุ..........ปี"
TABLE = "1 เหล็ก 16 mm. SD 30 0.0261 ตัน 24,439 637.13 3401 88.66 725.80 | 7 ลบ.ม. - 17.00 - - 30,626.27"


@pytest.mark.parametrize(
    ("text", "garbage"),
    [
        pytest.param(THAI, False, id="thai"),
        pytest.param(ENGLISH, False, id="english"),
        pytest.param(FORM, False, id="a form full of dots"),
        pytest.param(TABLE, False, id="a table of figures"),
        pytest.param(
            "โทรสาร (FAX) 055-000000 http://www.example.go.th Facebook https://facebook.com/ex", False, id="addresses"
        ),
        pytest.param(THAI.replace("ำ", "\uf711า").replace("่", "\uf70a"), False, id="private-use tone marks"),
        pytest.param("'1>@02.@@1พ0@&@3 N1AP อ @1O!N@0อ&Bค3@1# ?P'>&?!>@% O@%@1พ0@&@3O3>@1(", True, id="fonts that lie"),
        pytest.param(
            "1 fl U LU U tJ'l{yl O UA 5 nul rl fl A- n UrUt 0{yt1 taT4u'ryr?,0{:59t0 9lutuu[tuu0u",
            True,
            id="wrong language",
        ),
        pytest.param("\ue123\ue124\ue125 " * 20, True, id="private use of an unknown kind"),
        pytest.param("@#@#>>", False, id="too little to judge"),
    ],
)
def test_is_garbage(text: str, garbage: bool) -> None:
    assert is_garbage(text) is garbage


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("ส านักงานก าหนดค าสั่ง", "สำนักงานกำหนดคำสั่ง", id="sara am split by Word"),
        pytest.param("น ้ า ที ่ประชุม ประจ ำปี ศ ูนย์", "น้ำ ที่ประชุม ประจำปี ศูนย์", id="signs that cannot begin a word"),
        pytest.param("ก ารรับง านจ ากเรา", "การรับงานจากเรา", id="การ, งาน and จาก torn after their first letter"),
        pytest.param("ก าหนดก ากับ จ ากัด จ านวน", "กำหนดกำกับ จำกัด จำนวน", id="words that begin alike have a sara am"),
        pytest.param("ตั้งแต่ ต . ค. 68 ถึง ก .ย . 69", "ตั้งแต่ ต.ค. 68 ถึง ก.ย. 69", id="short months torn at their dots"),
        pytest.param("ต\r\n.\r\nค. 68\r\nก\r\n.\r\nย. 69", "ต.ค. 68\r\nก.ย. 69", id="short months torn into lines"),
        pytest.param("ปีพ . ศ. 2569", "ปีพ.ศ. 2569", id="the name of the era torn at its dots"),
        pytest.param("งานสังคม . ค. ศึกษา", "งานสังคม . ค. ศึกษา", id="the end of a word is no month"),
        pytest.param("ข้อ ก. ข. ค. และ ง.", "ข้อ ก. ข. ค. และ ง.", id="letters that number a list"),
        pytest.param("น้ า", "น้ำ", id="split after a tone mark"),
        pytest.param("สํานักงาน นํ้า", "สำนักงาน น้ำ", id="nikhahit and sara aa"),
        pytest.param("จĠานวน กĖ่ำ Ġาน", "จำนวน ก่ำ Ġาน", id="a foreign letter for the circle of sara am"),
        pytest.param("คลังนĚěาแข็ง ตู\u0111เย็น", "คลังนำแข็ง ตูเย็น", id="foreign signs for a tone mark"),
        pytest.param("เล\uf70aมที่", "เล่มที่", id="private-use tone mark"),
        pytest.param("มา ดู", "มา ดู", id="a word that ends in sara aa"),
        pytest.param("ประกาศ".encode("cp874").decode("latin-1"), "ประกาศ", id="TIS-620 read as Latin-1"),
        pytest.param("café à la carte", "café à la carte", id="French is not Thai"),
    ],
)
def test_mended(text: str, shown: str) -> None:
    assert mended(text) == shown


STAMP = "สํานักงานคณะกรรมการกฤษฎีกา"


def test_a_watermark_is_left_out() -> None:
    stamped = [STAMP, f"{STAMP} {STAMP}"] * 6
    page = "\r\n".join([*stamped, "พระราชบัญญัติตัวอย่าง", f"ออกโดย {STAMP}"])
    assert mended(page).splitlines() == ["พระราชบัญญัติตัวอย่าง", "ออกโดย สำนักงานคณะกรรมการกฤษฎีกา"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["เฉพาะเจาะจง"] * 5 + ["ซื้อวัสดุ"] * 3, id="the same cell in some rows"),
        pytest.param([f"{number} เฉพาะเจาะจง" for number in range(12)], id="cells with something beside them"),
        pytest.param(["-"] * 20, id="nil in every row"),
    ],
)
def test_what_a_table_repeats_stays(lines: list[str]) -> None:
    assert mended("\r\n".join(lines)).splitlines() == lines


@pytest.mark.parametrize(
    ("layer", "damaged"),
    [
        pytest.param(THAI, False, id="sound"),
        pytest.param("สĠานักงาน จĠานวน กĠาหนด", False, id="the circle of sara am alone can be undone"),
        pytest.param("ถังนĚěาแข็ง", True, id="a tone mark is lost with it"),
        pytest.param("ใบสัĕงซือ", True, id="a sign for a tone mark"),
        pytest.param("ผ้้ปกครอง และ ค่่มือ", True, id="tone marks that stand for the vowel under them"),
        pytest.param("ค่่าตอบแทน เดือนที่่สอง ที่่สาม พี่่น้อง", False, id="a typist's doubled marks lose nothing"),
        pytest.param("ผ้้ปกครอง", True, id="one is enough"),
        pytest.param("พันธ์์ไม้", True, id="or the mark of silence"),
        pytest.param("ห้องประชุม Ďvořák ชั้น 2 รุ่น É", False, id="foreign words beside Thai ones"),
    ],
)
def test_a_font_that_lies_about_marks_is_told(layer: str, damaged: bool) -> None:
    assert is_damaged(layer) is damaged

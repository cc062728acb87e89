import pytest

from oit_checker.documents.forms import form_fields
from oit_checker.documents.tree import parse_html

NAME = '<input name="name"><input type="email" name="mail">'
COMPLAINT = f'{NAME}<select name="about"></select><textarea name="words"></textarea>'
TICKS = '<input type="radio"><input type="radio"><input type="radio"><input type="checkbox">'
SEND = "<button>ส่งเรื่อง</button>"


@pytest.mark.parametrize(
    ("html", "fields"),
    [
        pytest.param(f"<form>{COMPLAINT}{SEND}</form>", 4, id="a complaint"),
        pytest.param(f'<form method="post">{NAME}<input type="FILE"><a href="#">ส่ง</a></form>', 3, id="sent by a link"),
        pytest.param(f"<form>{NAME}</form><form>{COMPLAINT}{SEND}</form>", 4, id="the largest"),
        pytest.param(f"<form>{NAME}{SEND}</form>", 0, id="name and mail: a newsletter"),
        pytest.param(
            "<form><input><input type=date><button>นัดหมายตรวจ</button></form>", 2, id="a service by its button"
        ),
        pytest.param("<form><input><input type=password><button>ลงทะเบียน</button></form>", 0, id="a sign-up alone"),
        pytest.param("<form><input type=date><input type=date><button>ค้นหา</button></form>", 0, id="a search by date"),
        pytest.param(
            f"<form>{COMPLAINT}<input type=submit value='Search'><button>ส่ง</button></form>", 4, id="and a search"
        ),
        pytest.param(f"<form>{COMPLAINT}<button>ค้นหา</button><input type=reset value='ล้าง'></form>", 0, id="a search"),
        pytest.param(f'<form role="search">{COMPLAINT}</form>', 0, id="a search by its role"),
        pytest.param(f"<form>{TICKS}<button>ตกลง</button></form>", 0, id="a poll"),
        pytest.param(f'<form action="/wp-comments-post.php">{COMPLAINT}{SEND}</form>', 0, id="comments of a blog"),
        pytest.param('<form><input><input type="password"><input type="checkbox"></form>', 0, id="a login"),
        pytest.param(
            f'<form id="aspnetForm"><input type="hidden"><input><input type="password">{COMPLAINT}{SEND}</form>',
            4,
            id="one form around the page, with a login in it",
        ),
        pytest.param(
            '<form method="post"><input name="n"><textarea name="d"></textarea>' + SEND + "</form>",
            2,
            id="room to write",
        ),
        pytest.param(
            '<form method="post"><textarea></textarea><button>ส่ง</button></form>', 1, id="nothing but room to write"
        ),
        pytest.param(f'<form><input name="id"><input type="file">{SEND}</form>', 2, id="a file to hand in"),
        pytest.param("<form><textarea></textarea><button>ค้นหา</button></form>", 0, id="a search with much room"),
        pytest.param(
            '<form class="login"><input><input type="password"><textarea></textarea></form>',
            0,
            id="a login by its name",
        ),
        pytest.param(
            '<form><input type="email"><textarea id="g-recaptcha-response"></textarea><button>ตกลง</button></form>',
            0,
            id="a box for machines",
        ),
        pytest.param(
            '<form action="/wp-comments-post.php"><textarea></textarea><input type="submit" value="ตั้งคำถาม"></form>',
            1,
            id="comments used for questions",
        ),
        pytest.param(COMPLAINT, 0, id="fields without a form"),
        pytest.param("<p>แบบฟอร์ม</p>", 0, id="none"),
    ],
)
def test_form_fields(html: str, fields: int) -> None:
    assert form_fields(parse_html(html.encode())) == fields

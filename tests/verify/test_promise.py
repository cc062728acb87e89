"""A document promised by headers, and what came in its place."""

from __future__ import annotations

import pytest

from oit_checker.model.evidence import Verification
from tests.verify.test_link import PAGE, answered, verdict

V = Verification
PDF, XLSX = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_THERE = (
    "<br />\n<b>Warning</b>:  readfile(/files/buy68.pdf): failed to open stream: No such file or directory in "
    "<b>/www/download.php</b> on line <b>22</b><br />\n"
)
GET = "https://x.go.th/download.php?id=7"


@pytest.mark.parametrize(
    ("media_type", "disposition", "body", "expected"),
    [
        pytest.param(PDF, "", PAGE, V.WRONG_TYPE, id="a page sent as a pdf"),
        pytest.param(XLSX, "", PAGE, V.WRONG_TYPE, id="a page sent as a workbook"),
        pytest.param("text/html", 'attachment; filename="buy68.pdf"', PAGE, V.WRONG_TYPE, id="to be saved as a pdf"),
        pytest.param("text/html", "inline; filename*=UTF-8''%E0%B8%81.PDF", PAGE, V.WRONG_TYPE, id="shown as a pdf"),
        pytest.param("text/html", "", PAGE, V.OK, id="a page, and nothing else is promised"),
        pytest.param("text/html", "inline", PAGE, V.OK, id="no name"),
        pytest.param("text/html", "attachment; filename=plan.html", PAGE, V.OK, id="a page to be saved"),
        pytest.param("text/html", "attachment; filename=plan.xls", PAGE, V.OK, id="old systems write workbooks so"),
        pytest.param("application/vnd.ms-excel", "", PAGE, V.OK, id="and send them so"),
        pytest.param(PDF, "", "%PDF-1.4 1 0 obj %%EOF", V.OK, id="a pdf"),
        pytest.param(PDF, "", "<br>Notice %PDF-1.4 1 0 obj %%EOF", V.OK, id="a pdf behind a remark of the program"),
        pytest.param("text/html", "", NOT_THERE, V.SERVER_ERROR, id="the file is not there, sent as a page"),
        pytest.param(PDF, "", NOT_THERE, V.SERVER_ERROR, id="sent as a pdf"),
        pytest.param("application/octet-stream", "", NOT_THERE, V.SERVER_ERROR, id="sent as something"),
        pytest.param("application/vnd.ms-excel", "", NOT_THERE, V.SERVER_ERROR, id="sent as an old workbook"),
        pytest.param(
            "text/plain",
            "",
            "Warning: fopen(a): failed to open stream: x in a.php on line 2",
            V.SERVER_ERROR,
            id="as words",
        ),
        pytest.param("text/plain", "", "ข้อมูลเปิด พ.ศ. 2569", V.OK, id="a text"),
        pytest.param(
            "application/octet-stream", "attachment; filename=a.pdf", "No such file", V.CORRUPT, id="words alone"
        ),
        pytest.param("text/html", "", NOT_THERE + PAGE, V.OK, id="a whole page on which a counter warns"),
    ],
)
def test_promised_by_headers(media_type: str, disposition: str, body: str, expected: Verification) -> None:
    headers = {"content-disposition": disposition} if disposition else {}
    assert verdict(answered(GET, media_type=media_type, headers=headers), body) is expected

"""What an address shares, in every spelling that is met on agencies' pages."""

from __future__ import annotations

import pytest

from oit_checker.match.expand import leads_to_document
from oit_checker.model.cloud import SHORT_LINK_HOSTS, CloudService
from oit_checker.verify.cloud import recognise, same_thing, service_of
from oit_checker.verify.cloud.parts import Kind

S = CloudService
ID = "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs"
DRIVE, DOCS = "https://drive.google.com", "https://docs.google.com"
UC = f"{DRIVE}/uc?export=download&id={ID}"
LISTING = f"{DRIVE}/embeddedfolderview?id={ID}"
TENANT = "https://agency-my.sharepoint.com"


@pytest.mark.parametrize(
    "url",
    [
        f"{DRIVE}/file/d/{ID}/view",
        f"{DRIVE}/file/d/{ID}/view?usp=sharing",
        f"{DRIVE}/file/d/{ID}/view?usp=drive_link",
        f"{DRIVE}/file/d/{ID}/preview",
        f"{DRIVE}/file/d/{ID}/edit?usp=sharing&ouid=1&rtpof=true&sd=true",
        f"{DRIVE}/file/d/{ID}",
        f"{DRIVE}/file/u/0/d/{ID}/view",
        f"{DRIVE}/a/agency.go.th/file/d/{ID}/view",
        f"{DRIVE}/open?id={ID}",
        f"{DRIVE}/open?id={ID}&usp=drive_fs",
        f"{DRIVE}/open?usp=forms_web&id={ID}",
        f"{DRIVE}/uc?id={ID}",
        f"{DRIVE}/uc?export=view&id={ID}",
        f"{DRIVE}/u/0/uc?id={ID}&export=download",
        f"{DRIVE}/thumbnail?id={ID}&sz=w1000",
        f"{DOCS}/file/d/{ID}/edit",
        f"{DOCS}/uc?id={ID}",
        f"{DOCS}/open?id={ID}",
        f"https://drive.usercontent.google.com/download?id={ID}&export=download",
        f"https://lh3.googleusercontent.com/d/{ID}=w1000",
    ],
)
def test_one_drive_file_in_all_its_spellings(url: str) -> None:
    shared = recognise(url)
    assert shared is not None
    assert (shared.service, shared.kind, shared.id, shared.read_at[0]) == (S.GOOGLE_DRIVE, Kind.FILE, ID, UC)
    assert same_thing(url) == same_thing(f"{DRIVE}/file/d/{ID}/view")


@pytest.mark.parametrize(
    "url",
    [
        f"{DRIVE}/drive/folders/{ID}",
        f"{DRIVE}/drive/folders/{ID}?usp=sharing",
        f"{DRIVE}/drive/u/0/folders/{ID}",
        f"{DRIVE}/drive/u/1/mobile/folders/{ID}",
        f"{DRIVE}/drive/mobile/folders/{ID}",
        f"{DRIVE}/folderview?id={ID}&usp=sharing",
        f"{DRIVE}/embeddedfolderview?id={ID}",
        f"{DRIVE}/folder/d/{ID}/edit",
        f"{DOCS}/folder/d/{ID}/edit",
    ],
)
def test_one_drive_folder_in_all_its_spellings(url: str) -> None:
    shared = recognise(url)
    assert shared is not None
    assert (shared.kind, shared.id, shared.read_at) == (Kind.FOLDER, ID, (LISTING,))


@pytest.mark.parametrize(
    ("url", "service", "kind", "read_at"),
    [
        (
            f"{DOCS}/document/d/{ID}/edit?usp=sharing",
            S.GOOGLE_DOCS,
            Kind.FILE,
            f"{DOCS}/document/d/{ID}/export?format=docx",
        ),
        (f"{DOCS}/document/u/0/d/{ID}/edit", S.GOOGLE_DOCS, Kind.FILE, f"{DOCS}/document/d/{ID}/export?format=docx"),
        (
            f"{DOCS}/a/agency.go.th/document/d/{ID}/pub",
            S.GOOGLE_DOCS,
            Kind.FILE,
            f"{DOCS}/document/d/{ID}/export?format=docx",
        ),
        (
            f"{DOCS}/spreadsheets/d/{ID}/edit?gid=0",
            S.GOOGLE_DOCS,
            Kind.FILE,
            f"{DOCS}/spreadsheets/d/{ID}/export?format=xlsx",
        ),
        (f"{DOCS}/presentation/d/{ID}/view", S.GOOGLE_DOCS, Kind.FILE, f"{DOCS}/presentation/d/{ID}/export/pdf"),
        (f"{DOCS}/drawings/d/{ID}/edit", S.GOOGLE_DOCS, Kind.FILE, f"{DOCS}/drawings/d/{ID}/export/pdf"),
        (
            f"{DOCS}/spreadsheets/d/e/2PACX-1vRabcdef/pubhtml",
            S.GOOGLE_DOCS,
            Kind.FILE,
            f"{DOCS}/spreadsheets/d/e/2PACX-1vRabcdef/pub?output=xlsx",
        ),
        (f"{DOCS}/document/d/e/2PACX-1vRabcdef/pub", S.GOOGLE_DOCS, Kind.PAGE, None),
        (f"{DOCS}/presentation/d/e/2PACX-1vRabcdef/pub?start=false", S.GOOGLE_DOCS, Kind.SHOW, None),
        (f"{DOCS}/forms/d/e/1FAIpQLSabcdef/viewform", S.GOOGLE_FORMS, Kind.PAGE, None),
        (f"{DOCS}/forms/d/{ID}/edit", S.GOOGLE_FORMS, Kind.PAGE, None),
        ("https://sites.google.com/view/agency/ita", S.GOOGLE_SITES, Kind.PAGE, None),
        ("https://sites.google.com/a/agency.go.th/ita", S.GOOGLE_SITES, Kind.PAGE, None),
        (f"{DRIVE}/drive/my-drive", S.GOOGLE_DRIVE, Kind.OTHER, None),
        (f"{DRIVE}/file/d//view", S.GOOGLE_DRIVE, Kind.OTHER, None),
        (
            f"{DRIVE}/file/d/{ID}/view?usp=sharing&resourcekey=0-aBc_1",
            S.GOOGLE_DRIVE,
            Kind.FILE,
            f"{UC}&resourcekey=0-aBc_1",
        ),
        (f"{TENANT}/:b:/g/personal/x/EaBc?e=4z", S.ONEDRIVE, Kind.FILE, f"{TENANT}/:b:/g/personal/x/EaBc?download=1"),
        ("https://agency.sharepoint.com/:w:/s/ita/EaBc", S.ONEDRIVE, Kind.FILE, "?download=1"),
        (f"{TENANT}/:f:/g/personal/x/EaBc?e=4z", S.ONEDRIVE, Kind.FOLDER, None),
        (f"{TENANT}/personal/x/_layouts/15/onedrive.aspx?id=%2Fa", S.ONEDRIVE, Kind.OTHER, None),
        (f"{TENANT}/personal", S.ONEDRIVE, Kind.OTHER, None),
        ("https://1drv.ms/b/s!AkChxyz?e=abc", S.ONEDRIVE, Kind.FILE, "https://1drv.ms/b/s!AkChxyz?download=1"),
        ("https://1drv.ms/x/c/0a1b/EaBc", S.ONEDRIVE, Kind.FILE, "https://1drv.ms/x/c/0a1b/EaBc?download=1"),
        ("https://1drv.ms/f/s!AkChxyz", S.ONEDRIVE, Kind.FOLDER, None),
        (
            "https://onedrive.live.com/redir?resid=A1%21107&authkey=%21AJx&e=1",
            S.ONEDRIVE,
            Kind.FILE,
            "https://onedrive.live.com/download?resid=A1%21107&authkey=%21AJx",
        ),
        ("https://onedrive.live.com/?authkey=%21AJx&id=A1%21107&cid=A1", S.ONEDRIVE, Kind.OTHER, None),
        ("https://www.dropbox.com/s/abc/plan.pdf?dl=0", S.DROPBOX, Kind.FILE, "/s/abc/plan.pdf?dl=1"),
        (
            "https://www.dropbox.com/scl/fi/abc/plan.pdf?rlkey=k1&st=2&dl=0",
            S.DROPBOX,
            Kind.FILE,
            "/scl/fi/abc/plan.pdf?rlkey=k1&dl=1",
        ),
        ("https://www.dropbox.com/scl/fo/abc/AbC?rlkey=k1", S.DROPBOX, Kind.FOLDER, None),
        ("https://www.dropbox.com/sh/abc/AbC/plan.pdf?dl=0", S.DROPBOX, Kind.FILE, "/sh/abc/AbC/plan.pdf?dl=1"),
        ("https://www.dropbox.com/home", S.DROPBOX, Kind.OTHER, None),
        ("https://www.canva.com/design/DAF1/abc/view?utm_content=DAF1", S.CANVA, Kind.SHOW, None),
        ("https://www.facebook.com/agency/posts/1", S.FACEBOOK, Kind.SHOW, None),
        ("https://m.facebook.com/story.php?id=1", S.FACEBOOK, Kind.SHOW, None),
        ("https://fb.watch/abc", S.FACEBOOK, Kind.SHOW, None),
        ("https://www.youtube.com/watch?v=k4iOBAmYDOA", S.YOUTUBE, Kind.SHOW, None),
        ("https://online.anyflip.com/abcd/efgh/mobile/index.html", S.FLIPBOOK, Kind.SHOW, None),
        ("https://online.pubhtml5.com/abcd/efgh/", S.FLIPBOOK, Kind.SHOW, None),
        ("https://fliphtml5.com/abcd/efgh/basic", S.FLIPBOOK, Kind.SHOW, None),
        *((f"https://{host}/aBc1", S.SHORT_LINK, Kind.POINTER, None) for host in SHORT_LINK_HOSTS),
    ],
)
def test_what_an_address_shares(url: str, service: CloudService, kind: Kind, read_at: str | None) -> None:
    shared = recognise(url)
    assert shared is not None
    assert (shared.service, shared.kind) == (service, kind)
    assert (shared.read_at[0] if shared.read_at else "").endswith(read_at or "")
    assert bool(shared.read_at) is (read_at is not None)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.go.th/file/d/1BxiMVs0XRA5nFMdKv/view",
        "https://www.example.go.th/go?to=https://drive.google.com/open?id=1BxiMVs0XRA5nFMdKv",
        "https://drive.google.com.example.go.th/open?id=1BxiMVs0XRA5nFMdKv",
        "https://www.google.com/maps/embed?pb=1",
        "https://notbit.ly/a",
        "https://[broken",
        "mailto:ita@example.go.th",
    ],
)
def test_other_addresses_are_none_of_these(url: str) -> None:
    assert recognise(url) is None
    assert same_thing(url) == url


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{DRIVE}/file/d/{ID}/view", f"{DOCS}/document/d/{ID}/edit"),
        (f"{DOCS}/spreadsheets/d/{ID}/edit?gid=1", f"{DOCS}/spreadsheets/d/{ID}/export?format=xlsx"),
        ("https://youtu.be/k4iOBAmYDOA?t=3", "https://www.youtube.com/embed/k4iOBAmYDOA?autoplay=1"),
        ("https://anyflip.com/abcd/efgh", "https://online.anyflip.com/abcd/efgh/mobile/index.html"),
        ("https://www.dropbox.com/s/abc/plan.pdf?dl=0", "https://www.dropbox.com/s/abc/plan.pdf?raw=1"),
    ],
)
def test_spellings_of_one_thing(one: str, other: str) -> None:
    assert same_thing(one) == same_thing(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{DRIVE}/file/d/{ID}/view", f"{DRIVE}/file/d/{ID}x/view"),
        ("https://bit.ly/a", "https://bit.ly/b"),
        ("https://1drv.ms/b/s!Aa", "https://1drv.ms/b/s!Ab"),
        ("https://www.facebook.com/a/posts/1", "https://www.facebook.com/a/posts/2"),
        ("https://sites.google.com/view/a", "https://sites.google.com/view/b"),
    ],
)
def test_two_things_stay_two(one: str, other: str) -> None:
    assert same_thing(one) != same_thing(other)


def test_the_service_is_where_a_short_link_leads() -> None:
    assert service_of("https://bit.ly/a", f"{DRIVE}/file/d/{ID}/view") is S.GOOGLE_DRIVE
    assert service_of("https://bit.ly/a", "https://www.other.go.th/plan.pdf") is S.SHORT_LINK
    assert service_of("https://www.example.go.th/a", "https://www.example.go.th/a") is None


def test_scheme_and_port_of_the_link_are_kept() -> None:
    shared = recognise(f"http://docs.google.com:8080/file/d/{ID}/view")
    assert shared is not None
    assert [at.partition("?")[0] for at in shared.read_at] == [
        "http://drive.google.com:8080/uc",
        "http://drive.usercontent.google.com:8080/download",
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{DRIVE}/open?id={ID}", True),
        (f"{TENANT}/:b:/g/personal/x/EaBc", True),
        ("https://bit.ly/a", True),
        ("https://online.anyflip.com/a/b", True),
        ("https://lin.ee/a", False),
        ("https://www.facebook.com/agency", False),
        ("https://www.example.go.th/news", False),
    ],
)
def test_links_that_lead_to_documents(url: str, expected: bool) -> None:
    assert leads_to_document(url) is expected

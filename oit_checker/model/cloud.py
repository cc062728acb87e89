"""Services outside an agency's website on which agencies keep evidence."""

from __future__ import annotations

from enum import StrEnum


class CloudService(StrEnum):
    GOOGLE_DRIVE = "google_drive"
    GOOGLE_DOCS = "google_docs"
    """Documents, sheets, slides and drawings."""
    GOOGLE_FORMS = "google_forms"
    GOOGLE_SITES = "google_sites"
    ONEDRIVE = "onedrive"
    """OneDrive of persons and SharePoint of organisations: the same links, the same sign-in."""
    DROPBOX = "dropbox"
    CANVA = "canva"
    FACEBOOK = "facebook"
    YOUTUBE = "youtube"
    FLIPBOOK = "flipbook"
    SHORT_LINK = "short_link"


FLIPBOOK_HOSTS = ("anyflip.com", "pubhtml5.com", "fliphtml5.com", "flipbookpdf.net", "heyzine.com", "issuu.com")
SHORT_LINK_HOSTS = (
    *("bit.ly", "tinyurl.com", "t.ly", "cutt.ly", "goo.gl", "is.gd", "rb.gy", "ow.ly", "rebrand.ly", "shorturl.at"),
    *("shorturl.asia", "url.in.th", "forms.gle", "qrgo.page.link", "me-qr.com", "t.co", "lin.ee"),
)
SOCIAL_HOSTS = (
    *(
        "facebook.com",
        "fb.com",
        "instagram.com",
        "tiktok.com",
        "x.com",
        "twitter.com",
        "youtube.com",
        "line.me",
        "lin.ee",
    ),
    *("linkedin.com", "threads.net"),
)
"""Hosts on which agencies keep an account; short addresses (fb.watch) lead to one post and are not among them."""
FILE_HOSTS = (
    *("drive.google.com", "docs.google.com", "onedrive.live.com", "1drv.ms", "sharepoint.com", "dropbox.com"),
    *("canva.com", *FLIPBOOK_HOSTS, *(host for host in SHORT_LINK_HOSTS if host != "lin.ee")),
)
"""Hosts (and their subdomains) on which a link, whatever its words, mostly leads to a document."""
SERVICE_HOSTS = frozenset(
    (
        *SOCIAL_HOSTS,
        *("m.me", "messenger.com", "page.line.me", "wa.me", "t.me", "tawk.to", "instagr.am"),
        *("google.com", "google.co.th", "maps.google.com", "maps.google.co.th", "calendar.google.com", "g.page"),
        *("openstreetmap.org", "map.longdo.com", "maps.apple.com", "bing.com", "play.google.com", "apps.apple.com"),
    )
)
"""The very hosts, without www, of services that everybody knows: where one does not answer, we are cut off."""

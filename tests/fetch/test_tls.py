"""Certificates: what a browser refuses is the site's fault, what it mends is a remark."""

from __future__ import annotations

import datetime
import socket
import ssl
from collections.abc import Callable
from typing import Any

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

from oit_checker.config import Politeness
from oit_checker.fetch import Ask
from oit_checker.fetch.http import HttpFetcher
from oit_checker.fetch.tls import MENDED, TlsTrouble, like_a_browser
from oit_checker.model.page import Failure, Fetched

ROOT = trustme.CA()
HOST = "www.example.go.th"


def trusting_root() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ROOT.configure_trust(context)
    return like_a_browser(context)


def serving_with(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def fetch_one(bodies: Any, url: str) -> Fetched:
    async def resolve(_: str) -> list[str]:
        return ["127.0.0.1"]

    web = HttpFetcher(
        bodies,
        Politeness(rate=0, at_once=2, timeout_s=5),
        site_hosts=["127.0.0.1"],
        resolve=resolve,
        make_context=trusting_root,
    )
    return web.fetch([Ask(url)])[url]


def yesterday(days: int) -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days)


def test_a_good_certificate(serve: Callable[..., Any], bodies: Any, raw_answer: Any) -> None:
    with serve({"/": raw_answer(b"x")}, serving_with(ROOT.issue_cert(HOST))) as site:
        got = fetch_one(bodies, site.url("/", host=HOST))
    assert (got.http_status, got.failure, got.note) == (200, Failure.NONE, None)


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        pytest.param(lambda: ROOT.issue_cert(HOST, not_after=yesterday(1)), TlsTrouble.EXPIRED, id="expired"),
        pytest.param(lambda: ROOT.issue_cert("other.example.go.th"), TlsTrouble.WRONG_HOST, id="another name"),
        pytest.param(lambda: trustme.CA().issue_cert(HOST), TlsTrouble.UNKNOWN_ISSUER, id="unknown issuer"),
    ],
)
def test_what_a_browser_refuses(
    serve: Callable[..., Any], bodies: Any, raw_answer: Any, make: Callable[[], trustme.LeafCert], trouble: TlsTrouble
) -> None:
    with serve({"/": raw_answer(b"x")}, serving_with(make())) as site:
        got = fetch_one(bodies, site.url("/", host=HOST))
    assert got.failure is Failure.TLS
    assert (got.note or "").startswith(trouble)


def certificate(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey, **more: Any
) -> x509.Certificate:
    name = lambda words: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])  # noqa: E731
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(yesterday(2))
        .not_valid_after(yesterday(-30))
        .add_extension(x509.BasicConstraints(ca=more.get("ca", False), path_length=None), critical=True)
    )
    if "host" in more:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(more["host"])]), critical=False)
    if "issuer_at" in more:
        place = x509.UniformResourceIdentifier(more["issuer_at"])
        access = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, place)
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
    return builder.sign(by, hashes.SHA256())


def pem_chain(key: ec.EllipticCurvePrivateKey, *chain: x509.Certificate) -> bytes:
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + b"".join(one.public_bytes(serialization.Encoding.PEM) for one in chain)


def server_context(tmp_path: Any, pem: bytes) -> ssl.SSLContext:
    (tmp_path / "server.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem")
    return context


def test_a_self_signed_certificate(serve: Callable[..., Any], bodies: Any, raw_answer: Any, tmp_path: Any) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    alone = certificate(HOST, key, HOST, key, host=HOST)
    with serve({"/": raw_answer(b"x")}, server_context(tmp_path, pem_chain(key, alone))) as site:
        got = fetch_one(bodies, site.url("/", host=HOST))
    assert got.failure is Failure.TLS
    assert (got.note or "").startswith(TlsTrouble.SELF_SIGNED)


@pytest.mark.parametrize("encoding", [serialization.Encoding.DER, serialization.Encoding.PEM], ids=["der", "pem"])
def test_a_missing_intermediate_is_fetched_where_the_leaf_says(
    serve: Callable[..., Any],
    site: Any,
    bodies: Any,
    raw_answer: Any,
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    encoding: serialization.Encoding,
) -> None:
    root_key, middle_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = certificate("Root", root_key, "Root", root_key, ca=True)
    middle = certificate("Middle", middle_key, "Root", root_key, ca=True)
    leaf = certificate(HOST, leaf_key, "Middle", middle_key, host=HOST, issuer_at=site.url("/middle.crt"))
    site.pages["/middle.crt"] = raw_answer(middle.public_bytes(encoding), kind="application/pkix-cert")
    monkeypatch.setitem(globals(), "ROOT", _Anchor(root))
    pages = {"/": raw_answer(b"x"), "/2": raw_answer(b"y")}
    with serve(pages, server_context(tmp_path, pem_chain(leaf_key, leaf))) as secure:
        got = fetch_one(bodies, secure.url("/", host=HOST))
    assert (got.http_status, got.failure) == (200, Failure.NONE)
    assert got.note == MENDED
    assert site.asked.count("/middle.crt") == 1


def test_a_fetched_intermediate_is_no_anchor_of_trust(
    serve: Callable[..., Any], site: Any, bodies: Any, raw_answer: Any, tmp_path: Any
) -> None:
    """The leaf names its issuer, the issuer is to be had, but no root that we trust stands behind it."""
    middle_key, leaf_key, stranger = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    middle = certificate("Middle", middle_key, "Stranger", stranger, ca=True)
    leaf = certificate(HOST, leaf_key, "Middle", middle_key, host=HOST, issuer_at=site.url("/middle.crt"))
    site.pages["/middle.crt"] = raw_answer(middle.public_bytes(serialization.Encoding.DER))
    with serve({"/": raw_answer(b"x")}, server_context(tmp_path, pem_chain(leaf_key, leaf))) as secure:
        got = fetch_one(bodies, secure.url("/", host=HOST))
    assert got.failure is Failure.TLS
    assert (got.note or "").startswith(TlsTrouble.UNKNOWN_ISSUER)
    assert "/middle.crt" in site.asked


def test_plain_http_on_a_secure_port(site: Any, bodies: Any) -> None:
    got = fetch_one(bodies, site.url("/").replace("http:", "https:"))
    assert got.failure is Failure.TLS
    assert (got.note or "").startswith(TlsTrouble.OTHER)


class _Anchor:
    def __init__(self, root: x509.Certificate) -> None:
        self._pem = root.public_bytes(serialization.Encoding.PEM).decode()

    def configure_trust(self, context: ssl.SSLContext) -> None:
        context.load_verify_locations(cadata=self._pem)


def test_a_handshake_that_never_ends_is_a_time_out(bodies: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        web = HttpFetcher(
            bodies, Politeness(rate=0, timeout_s=0.4), site_hosts=["127.0.0.1"], make_context=trusting_root
        )
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        assert web.fetch([Ask(url)])[url].failure is Failure.TIMEOUT

"""Certificates as a browser would take them.

What a browser also refuses (expired, wrong name, self-signed, unknown issuer, no common protocol) is a fault of the
site. What browsers mend is not: a server that leaves out its intermediate certificate names in the leaf where that is
to be had (AIA caIssuers, RFC 5280 section 4.2.2.1), and browsers fetch it there.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from enum import StrEnum

import httpx

from oit_checker.fetch.heard import Target

FetchBytes = Callable[[str], Awaitable[bytes]]
"""Small file at an http address; empty where there is none."""

MENDED = "incomplete certificate chain, mended as browsers do"
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES:kRSA+AESGCM:kRSA+AES:!aNULL:!eNULL"
_LEGACY_SERVER_CONNECT = 0x4
_LONGEST_CHAIN = 3
_NO_TROUBLE = (ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
"""Signs of waiting and of a closed connection, not of a quarrel about certificates."""


class TlsTrouble(StrEnum):
    """Why there was no trusted connection; the member's value opens Fetched.note."""

    EXPIRED = "certificate expired"
    NOT_YET_VALID = "certificate not yet valid"
    SELF_SIGNED = "certificate self-signed"
    WRONG_HOST = "certificate for another name"
    UNKNOWN_ISSUER = "certificate issuer unknown"
    OTHER = "TLS handshake failed"


_BY_VERIFY_CODE = {
    9: TlsTrouble.NOT_YET_VALID,
    10: TlsTrouble.EXPIRED,
    18: TlsTrouble.SELF_SIGNED,
    19: TlsTrouble.SELF_SIGNED,
    2: TlsTrouble.UNKNOWN_ISSUER,
    20: TlsTrouble.UNKNOWN_ISSUER,
    21: TlsTrouble.UNKNOWN_ISSUER,
    62: TlsTrouble.WRONG_HOST,
    64: TlsTrouble.WRONG_HOST,
}


class Trust:
    """The TLS contexts of a run: one for all, and one for each host whose chain was mended."""

    def __init__(self, make: Callable[[], ssl.SSLContext]) -> None:
        self.make = make
        self._plain: ssl.SSLContext | None = None
        self._none = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.mended: dict[str, ssl.SSLContext | None] = {}

    def context(self, target: Target) -> ssl.SSLContext:
        """For http, where none is used, one that trusts nobody: reading all roots takes long."""
        if target.scheme != "https":
            return self._none
        if self._plain is None:
            self._plain = self.make()
        return self.mended.get(target.netloc) or self._plain


def browser_context() -> ssl.SSLContext:
    """Trusts what Mozilla and this machine trust, and speaks with the servers that browsers still speak with.

    Python's own choice of ciphers leaves out RSA key exchange and CBC with SHA-1, with which many old agency servers
    answer every browser; OpenSSL's renegotiation rule likewise.
    """
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return like_a_browser(context)


def like_a_browser(context: ssl.SSLContext) -> ssl.SSLContext:
    context.set_ciphers(_CIPHERS)
    context.options |= _LEGACY_SERVER_CONNECT
    return context


def trouble_of(fault: BaseException) -> tuple[TlsTrouble, str] | None:
    """What TLS trouble lies behind an exception, and its words; None where it was something else."""
    for cause in _causes(fault):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _BY_VERIFY_CODE.get(cause.verify_code, TlsTrouble.OTHER), cause.verify_message
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, _NO_TROUBLE):
            return TlsTrouble.OTHER, cause.reason or str(cause)
    return None


async def mended_context(
    address: str, port: int, name: str, fetch: FetchBytes, *, seconds: float, base: Callable[[], ssl.SSLContext]
) -> ssl.SSLContext | None:
    """A context that also knows the intermediates which the server at `address` left out.

    They are looked up where the leaf says, and trusted no further than to lead to a root of `base`. None where the
    leaf names no issuer to fetch.
    """
    leaf = await _leaf(address, port, name, seconds)
    issuers = [issuer async for issuer in _issuers(leaf, fetch)] if leaf else []
    if not issuers:
        return None
    context = base()
    context.verify_flags &= ~ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
    with contextlib.suppress(ssl.SSLError):
        context.load_verify_locations(cadata=b"".join(issuers))
    return context


def _causes(fault: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = fault
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


async def _leaf(address: str, port: int, name: str, seconds: float) -> bytes | None:
    """The certificate that the server shows, unverified; nothing else is read over this connection."""
    context = like_a_browser(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(address, port, ssl=context, server_hostname=name)
            shown: bytes | None = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
            writer.close()
    except (OSError, TimeoutError):
        return None
    return shown


async def _issuers(leaf: bytes, fetch: FetchBytes) -> AsyncIterator[bytes]:
    certificate = leaf
    for _ in range(_LONGEST_CHAIN):
        address = _issuer_address(certificate)
        if address is None:
            return
        found = _as_der(await fetch(address))
        if found is None:
            return
        yield found
        certificate = found


def _issuer_address(certificate: bytes) -> str | None:
    """Where the certificate's issuer can be fetched over plain http; None for a root or where it is not said."""
    from cryptography import x509
    from cryptography.x509.oid import AuthorityInformationAccessOID, ExtensionOID

    with warnings.catch_warnings(), contextlib.suppress(ValueError, x509.ExtensionNotFound):
        warnings.simplefilter("ignore")
        parsed = x509.load_der_x509_certificate(certificate)
        if parsed.issuer == parsed.subject:
            return None
        access = parsed.extensions.get_extension_for_oid(ExtensionOID.AUTHORITY_INFORMATION_ACCESS).value
        assert isinstance(access, x509.AuthorityInformationAccess)
        for entry in access:
            where = str(entry.access_location.value)
            if entry.access_method == AuthorityInformationAccessOID.CA_ISSUERS and where.startswith("http://"):
                return where
    return None


def _as_der(raw: bytes) -> bytes | None:
    """A certificate file as DER: it comes as DER, PEM or a PKCS #7 bundle (then its first)."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    readers = (x509.load_der_x509_certificate, x509.load_pem_x509_certificate)
    for read in readers:
        with contextlib.suppress(ValueError):
            return read(raw).public_bytes(Encoding.DER)
    with contextlib.suppress(ValueError):
        bundle = pkcs7.load_der_pkcs7_certificates(raw)
        return bundle[0].public_bytes(Encoding.DER) if bundle else None
    return None

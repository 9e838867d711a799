"""A municipality's SAML identity provider: pysaml2, signing by a library instead of a program."""

from __future__ import annotations

import base64
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from saml2 import BINDING_HTTP_REDIRECT
    from saml2.config import IdPConfig
    from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_PERSISTENT, NameID
    from saml2.server import Server
    from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

ENTITY = "https://idp.kommun.example/metadata"
SIGN_ON = "https://idp.kommun.example/sso"
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
METADATA = """<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}">
<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
{keys}
<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="{sign_on}"/>
</md:IDPSSODescriptor></md:EntityDescriptor>"""
KEY = """<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
<ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"""
PAGE = """<!doctype html><html lang="sv"><title>Kommunen</title><body onload="document.forms[0].submit()">
<form method="post" action="{action}"><input type="hidden" name="SAMLResponse" value="{answer}">
<input type="hidden" name="RelayState" value=""></form></body></html>"""


class Signing:
    """Signs what pysaml2 has laid out to be signed."""

    def sign_statement(self, statement: Any, _name: str, key_file: str, node_id: str) -> str:
        root = etree.fromstring(statement if isinstance(statement, bytes) else str(statement).encode())
        xmlsec.tree.add_ids(root, ["ID"])
        [place] = [each for each in root.iter(SIGNATURE) if each.getparent().get("ID") == node_id]
        context = xmlsec.SignatureContext()
        context.key = xmlsec.Key.from_file(key_file, xmlsec.constants.KeyDataFormatPem)
        context.sign(place)
        return str(etree.tostring(root).decode())


class IdentityProvider:
    """Answers whoever the service provider sends, with whatever it is told to say."""

    def __init__(self, folder: Path, service_metadata: str, sign_on: str = SIGN_ON) -> None:
        key, certificate = _key_pair(folder)
        config = IdPConfig().load(
            {
                "entityid": ENTITY,
                "service": {
                    "idp": {
                        "endpoints": {"single_sign_on_service": [(sign_on, BINDING_HTTP_REDIRECT)]},
                        "policy": {"default": {"lifetime": {"minutes": 15}, "name_form": NAME_FORMAT_URI}},
                    }
                },
                "key_file": str(key),
                "cert_file": str(certificate),
                "xmlsec_binary": sys.executable,  # must be there, and is never run
                "metadata": {"inline": [service_metadata]},
            }
        )
        self.certificate = _bare(certificate)
        self.metadata = metadata(self.certificate, sign_on=sign_on)
        self.server = Server(config=config)
        self.server.sec.crypto = Signing()

    def asked_in(self, address: str) -> Any:
        """The request in that address."""
        query = parse_qs(urlsplit(address).query)
        return self.server.parse_authn_request(query["SAMLRequest"][0], BINDING_HTTP_REDIRECT).message

    def answer(self, asked: str, attributes: Mapping[str, str], audience: str | None = None) -> str:
        """The response to the request in that address, as it is posted."""
        request = self.asked_in(asked)
        response = self.server.create_authn_response(
            {name: [value] for name, value in attributes.items()},
            request.id,
            request.assertion_consumer_service_url,
            audience or request.issuer.text,
            name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text="kim"),
            authn={"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"},
            sign_assertion=True,
            sign_response=False,
            sign_alg=SIG_RSA_SHA256,
            digest_alg=DIGEST_SHA256,
        )
        return base64.b64encode(str(response).encode()).decode()


def metadata(*certificates: str, sign_on: str = SIGN_ON) -> str:
    """What a provider that signs with any of those tells of itself."""
    keys = "".join(KEY.format(certificate=each) for each in certificates)
    return METADATA.format(entity=ENTITY, keys=keys, sign_on=sign_on)


@contextmanager
def listening(folder: Path, service_metadata: str, vouched: Mapping[str, str]) -> Iterator[IdentityProvider]:
    """One at an address of its own, which sends whoever comes back by a form that posts itself."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if "SAMLRequest" in self.path else 204)
            self.end_headers()
            if "SAMLRequest" in self.path:
                action = provider.asked_in(self.path).assertion_consumer_service_url
                page = PAGE.format(action=escape(action), answer=provider.answer(self.path, vouched))
                self.wfile.write(page.encode())

        def log_message(self, *_told: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        address = f"http://127.0.0.1:{server.server_port}/sso"
        provider = IdentityProvider(folder, service_metadata, address)
        Thread(target=server.serve_forever).start()
        try:
            yield provider
        finally:
            server.shutdown()


@cache
def some_certificate() -> str:
    """One that a provider may sign with, as metadata tells it."""
    with TemporaryDirectory() as folder:
        return _bare(_key_pair(Path(folder))[1])


def _bare(certificate: Path) -> str:
    return "".join(certificate.read_text(encoding="ascii").splitlines()[1:-1])


def _key_pair(folder: Path) -> tuple[Path, Path]:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "idp.kommun.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.TraditionalOpenSSL
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return folder / "key.pem", folder / "certificate.pem"

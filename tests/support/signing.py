"""People who sign PDFs one after another, with certificates made on the fly, and two readers who check them.

pyHanko signs and judges, poppler's `pdfsig` judges alone. Imported by the tests that sign only: pyHanko
takes more than a second to import.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import io
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.archive.fonts import repair_unicode_maps
from cotaprep_docs.pdf.emit.typefaces import font_name
from cotaprep_docs.pdf.fonts.library import find_face
from tests.support.tools import program

BY_SIGNER = {
    "PDFA2A-SIGNATURE-BYTERANGE-001",
    "PDFA2A-XMP-EXTENSION-FIELDS-001",
    "PDFA2A-XMP-EXTENSION-PROPERTY-DEFINITION-001",
    "PDFA2A-XMP-EXTENSION-PROPERTY-VALUE-SHAPE-001",
    "PDFA2A-XMP-EXTENSION-SCHEMA-NAME-001",
    "PDFA2A-XMP-EXTENSION-SCHEMA-NAMESPACE-001",
    "PDFA2A-XMP-EXTENSION-SCHEMA-PREFIX-001",
    "PDFA2A-XMP-PROPERTY-DEFINITION-001",
}
"""What page-validation finds, and veraPDF does not, once pyHanko has signed.

It wants the bytes of every signature to reach the end of the file, which only the last one's can; and it does
not read the metadata the way pyHanko writes them anew (an address as ``rdf:resource``). See `QuietWriter`.
"""

_START = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_END = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a certificate of their own."""

    name: str
    signer: SimpleSigner


class QuickSigner(SimpleSigner):
    """Signs with a key that was loaded once: pyHanko's own loads it, and checks it at length, each time."""

    def __init__(self, key: rsa.RSAPrivateKey, certificate: asn1_x509.Certificate) -> None:
        private = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(certificate)
        super().__init__(
            signing_cert=certificate,
            signing_key=asn1_keys.PrivateKeyInfo.load(private),
            cert_registry=store,
        )
        self._loaded = key

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        assert digest_algorithm == "sha256"
        return self._loaded.sign(data, padding.PKCS1v15(), hashes.SHA256())


@functools.cache
def person(number: int) -> Person:
    """Return one of the people who sign, each their own issuer."""
    name = f"Persona de prueba {number}"
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number(), _START, _END)
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    own = asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
    return Person(name, QuickSigner(key, own))


class QuietWriter(IncrementalPdfFileWriter):
    """Adds to a file and leaves what it says about itself alone; pyHanko writes its own name into it."""

    def _update_meta(self) -> None:
        pass


def sign(
    data: bytes, field: str, who: Person, stamp: Path, *, certify: bool = False, quiet: bool = False
) -> bytes:
    """Return the PDF signed in a field by incremental update, with a stamp that is drawn there."""
    metadata = PdfSignatureMetadata(
        field_name=field,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        name=who.name,
        certify=certify,
    )
    # A stamp of its own for every signature: a style used twice leaves references that lead nowhere.
    style = StaticStampStyle.from_pdf_file(str(stamp))
    signed = io.BytesIO()
    writer = (QuietWriter if quiet else IncrementalPdfFileWriter)(io.BytesIO(data))
    signer = PdfSigner(metadata, signer=who.signer, stamp_style=style)
    signer.sign_pdf(writer, existing_fields_only=True, output=signed)
    return signed.getvalue()


def sign_all(data: bytes, fields: Sequence[str], stamp: Path) -> bytes:
    """Return the PDF signed in those fields one after another, each by another person."""
    for number, field in enumerate(fields, 1):
        data = sign(data, field, person(number), stamp)
    return data


def draw_stamp(path: Path) -> Path:
    """Draw what a signature shows: a flourish and a line of text, in fonts that are embedded."""
    font = font_name(find_face("Caladea", bold=False, italic=False))
    canvas = Canvas(str(path), pagesize=(180, 54), initialFontName=font, invariant=1, pageCompression=0)
    canvas.setStrokeColorRGB(0.1, 0.2, 0.6)
    canvas.bezier(10, 18, 50, 70, 70, -20, 110, 40)
    canvas.bezier(110, 40, 130, 60, 140, 10, 170, 30)
    canvas.rect(0.5, 0.5, 179, 53)
    canvas.setFont(font, 7)
    canvas.drawString(6, 5, "Firmado electronicamente")
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        repair_unicode_maps(pdf)
        pdf.save(path)
    return path


def fields_of(data: bytes) -> list[str]:
    """Return the names of the signature fields, in their order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = pdf.Root.get("/AcroForm")
        return [] if form is None else [str(field.T) for field in form.Fields]


def judged_by_pyhanko(data: bytes) -> list[PdfSignatureStatus]:
    """Return what pyHanko says of each signature, by its default policy about later changes."""
    signatures = PdfFileReader(io.BytesIO(data)).embedded_signatures
    trust = ValidationContext(trust_roots=[signature.signer_cert for signature in signatures])
    return [validate_pdf_signature(signature, trust) for signature in signatures]


def judged_by_poppler(path: Path) -> list[tuple[str, str]]:
    """Return what `pdfsig` says: field and verdict of each signature."""
    done = subprocess.run(
        [program("pdfsig"), "-nocert", str(path)], check=False, capture_output=True, text=True, timeout=60
    )
    found = re.findall(r"Field Name: (.*?)$.*?(?:Validation: (.*?)$|not signed)", done.stdout, re.M | re.S)
    return [(name, verdict) for name, verdict in found if verdict]

"""An OOXML package (DOCX, XLSX) as parts in memory: read with bounds, written reproducibly.

Container: ECMA-376 Part 2 (Open Packaging Conventions) over ZIP.
"""

from __future__ import annotations

import enum
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from cotaprep_docs.records import record

MAX_PARTS = 5_000
MAX_PART_BYTES = 128 * 1024 * 1024
MAX_TOTAL_BYTES = 256 * 1024 * 1024
MAX_TREE_TAGS = 3_000_000
"""Tags of one part that is parsed as a tree: some 400 MB of memory."""

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MAGIC = b"PK\x03\x04"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"


class PackageFault(enum.Enum):
    """Why a file is not a usable OOXML package; each layer says it in its own words."""

    EMPTY = "empty"
    OLE = "ole"  # password-protected OOXML, or the formats of before 2007
    NOT_ZIP = "not-zip"
    TRUNCATED = "truncated"
    NOT_OOXML = "not-ooxml"
    TOO_LARGE = "too-large"
    BAD_XML = "bad-xml"


class BadPackage(Exception):
    """The bytes are not a usable OOXML package.

    Attributes:
        fault: what is wrong with it.
        part: the part concerned, where one is known.
    """

    def __init__(self, fault: PackageFault, part: str = "") -> None:
        self.fault = fault
        self.part = part
        super().__init__(f"{fault.value} {part}".strip())


@record(slots=True)
class Package:
    """Parts by name without leading slash, as in ``word/document.xml``."""

    parts: dict[str, bytes]

    def xml(self, name: str) -> etree._Element:
        """Return a part parsed.

        Raises:
            KeyError: there is no such part.
            BadPackage: the part is not well-formed XML, or has a document type declaration.
        """
        return parse_xml(self.parts[name], name)

    def xml_or_none(self, name: str) -> etree._Element | None:
        """Return a part parsed, or None where the package has no such part."""
        return self.xml(name) if name in self.parts else None

    def names(self, prefix: str = "") -> Iterator[str]:
        """Yield the names of the parts that start with a prefix, sorted."""
        return (name for name in sorted(self.parts) if name.startswith(prefix))


def parse_xml(data: bytes, part: str = "") -> etree._Element:
    """Return untrusted XML parsed without entities, external subsets or network.

    Comments and processing instructions are left out.

    Raises:
        BadPackage: not well-formed, too large for a tree, or it declares a document type (OOXML forbids it:
            Part 2, 8.1.4).
    """
    if data.count(b"<") > MAX_TREE_TAGS:
        raise BadPackage(PackageFault.TOO_LARGE, part)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadPackage(PackageFault.BAD_XML, part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadPackage(PackageFault.BAD_XML, part)
    return root


def parse_lenient(data: bytes, blank: bytes) -> etree._Element:
    """Return XML that may be ill-formed as far as it can be understood; of nothing, what stands in for it.

    For VML, whose writers close no tags now and then; as `parse_xml`, it resolves and loads nothing.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        return parse_xml(blank)
    return root


def serialize_xml(root: etree._Element) -> bytes:
    """Return a part's bytes: UTF-8, standalone declaration as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_package(data: bytes) -> Package:
    """Return the parts of an OOXML package.

    Raises:
        BadPackage: the bytes are no such package, are damaged, or grow beyond the bounds.
    """
    _check_magic(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Package(_read_parts(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise BadPackage(PackageFault.TRUNCATED) from error
    except (NotImplementedError, RuntimeError) as error:  # odd compression, encrypted member
        raise BadPackage(PackageFault.NOT_OOXML) from error


def _check_magic(data: bytes) -> None:
    if not data:
        raise BadPackage(PackageFault.EMPTY)
    if data.startswith(_OLE_MAGIC):
        raise BadPackage(PackageFault.OLE)
    if not data.startswith(_ZIP_MAGIC):
        raise BadPackage(PackageFault.NOT_ZIP)


def _read_parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_PARTS:
        raise BadPackage(PackageFault.TOO_LARGE)
    parts: dict[str, bytes] = {}
    total = 0
    for info in infos:
        # The declared size may lie: read one byte more than allowed and look.
        limit = min(MAX_PART_BYTES, MAX_TOTAL_BYTES - total)
        with archive.open(info) as member:
            content = member.read(limit + 1)
        if len(content) > limit:
            raise BadPackage(PackageFault.TOO_LARGE, info.filename)
        total += len(content)
        parts[info.filename.lstrip("/").replace("\\", "/")] = content
    if _CONTENT_TYPES not in parts:
        raise BadPackage(PackageFault.NOT_OOXML)
    return parts


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return the package's bytes, the same for the same parts on any machine.

    Members are sorted (content types first, as Word writes them), dated 1980 and stored uncompressed:
    what deflate produces depends on the zlib a machine happens to have.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name != "_rels/.rels", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()

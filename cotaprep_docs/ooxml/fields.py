"""Cached results of fields: what a DOCX shows until Word computes them anew (ECMA-376 Part 1, 17.16.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from cotaprep_docs.ooxml.field_tree import find_fields
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.ooxml.package import parse_xml, read_package, serialize_xml, write_package


def cache_results(docx: bytes, names: Collection[str], result: Callable[[Instruction], str | None]) -> bytes:
    """Return the DOCX with the results of some fields in its body, headers and footers set.

    Args:
        docx: the file.
        names: of the fields, such as ``NUMPAGES``.
        result: gives what a field shows; None leaves it as it is.
    """
    package = read_package(docx)
    sign = re.compile("|".join(rf"\b{name}\b" for name in names).encode())
    for name in list(package.names("word/")):
        if name.endswith(".xml") and sign.search(package.parts[name]):
            root = parse_xml(package.parts[name], name)
            for field in find_fields(root):
                instruction = field.instruction
                shown = result(instruction) if instruction.name in names else None
                if shown is not None:
                    field.set_result(shown)
            package.parts[name] = serialize_xml(root)
    return write_package(package.parts)

"""Notes of cells in a workbook that exists (ECMA-376 Part 1, 18.7; their boxes are VML, Part 4, 19).

A cell has one note: what is added to one that has its own goes before it, in the same box.
"""

from __future__ import annotations

import posixpath
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.package import Package, parse_lenient, parse_xml, serialize_xml
from cotaprep_docs.problems.location import column_number

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VML: Final = "urn:schemas-microsoft-com:vml"
_EXCEL: Final = "urn:schemas-microsoft-com:office:excel"
_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
AUTHOR: Final = "cotaprep-docs"

# What may follow `legacyDrawing` in a sheet, whose parts have an order (18.3.1.99).
_AFTER: Final = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
_SEPARATOR: Final = "\n\n— Nota del libro —\n"
_LINE, _LINE_HEIGHT, _LEAST_HEIGHT, _MOST_HEIGHT = 46, 14, 60, 420
_BLANK_VML: Final = (
    f'<xml xmlns:v="{_VML}" xmlns:o="{_OFFICE}" xmlns:x="{_EXCEL}">'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)


class SheetNotes:
    """The notes of one sheet."""

    def __init__(self, package: Package, part: str, root: etree._Element) -> None:
        """Read the notes there are.

        Args:
            package: the workbook.
            part: the part of the sheet.
            root: the same part, parsed; a sheet without notes is told where its new ones are.
        """
        self._package, self._part, self._root = package, part, root
        folder, name = posixpath.split(part)
        self._rels_part = posixpath.join(folder, "_rels", f"{name}.rels")
        rels = package.xml_or_none(self._rels_part)
        self._rels = rels if rels is not None else etree.Element(f"{{{_PACKAGE_REL}}}Relationships")
        self._comments_part = self._target("/comments")
        self._vml_part = self._legacy_target()
        self._comments = self._read(self._comments_part, _blank_comments())
        # What Excel writes for the buttons of a sheet is not always well-formed.
        self._vml = parse_lenient(package.parts.get(self._vml_part, b""), _BLANK_VML.encode())
        self._space = self._comments.tag.rpartition("}")[0] + "}"
        listed = self._child(self._comments, "commentList")
        self._by_cell = {comment.get("ref", ""): comment for comment in listed}
        self._list = listed
        self._author = self._author_number()

    def add(self, row: int, column: str, text: str) -> None:
        """Add a note to a cell, before the one it has."""
        reference = f"{column}{row}"
        comment = self._by_cell.get(reference)
        if comment is not None:
            own = "".join(t.text or "" for t in comment.iter(f"{self._space}t"))
            _set_text(comment, self._space, f"{text}{_SEPARATOR}{own}" if own else text)
            return
        comment = etree.SubElement(self._list, f"{self._space}comment", ref=reference, authorId=self._author)
        _set_text(comment, self._space, text)
        self._by_cell[reference] = comment
        self._add_box(row, column_number(column), text)

    def save(self) -> None:
        """Put the notes back into the package, with whatever a sheet needs to have its first ones."""
        if not self._comments_part:
            self._comments_part = self._free("xl/comments{}.xml")
            self._relate("comments", self._comments_part)
            self._declare("Override", PartName=f"/{self._comments_part}", ContentType=_COMMENTS_TYPE)
        if not self._vml_part:
            self._vml_part = self._free("xl/drawings/vmlDrawing{}.vml")
            self._declare("Default", Extension="vml", ContentType=_VML_TYPE)
            self._point_at(self._relate("vmlDrawing", self._vml_part))
        self._package.parts[self._comments_part] = serialize_xml(self._comments)
        self._package.parts[self._vml_part] = serialize_xml(self._vml)
        self._package.parts[self._rels_part] = serialize_xml(self._rels)

    def _read(self, part: str, blank: etree._Element) -> etree._Element:
        return self._package.xml(part) if part in self._package.parts else blank

    def _child(self, parent: etree._Element, name: str) -> etree._Element:
        found = parent.find(f"{self._space}{name}")
        return found if found is not None else etree.SubElement(parent, f"{self._space}{name}")

    def _author_number(self) -> str:
        authors = self._comments.find(f"{self._space}authors")
        if authors is None:
            authors = etree.Element(f"{self._space}authors")
            self._comments.insert(0, authors)
        names = [author.text or "" for author in authors]
        if AUTHOR not in names:
            etree.SubElement(authors, f"{self._space}author").text = AUTHOR
            return str(len(names))
        return str(names.index(AUTHOR))

    def _target(self, ending: str) -> str:
        for relation in self._rels:
            if relation.get("Type", "").endswith(ending):
                return self._resolve(relation.get("Target", ""))
        return ""

    def _legacy_target(self) -> str:
        legacy = self._root.find("{*}legacyDrawing")
        wanted = legacy.get(f"{{{_REL}}}id") if legacy is not None else None
        targets: dict[str, str] = {}
        for relation in self._rels:
            targets[relation.get("Id", "")] = relation.get("Target", "")
        return self._resolve(targets[wanted]) if wanted is not None and wanted in targets else ""

    def _resolve(self, target: str) -> str:
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(self._part), target)).lstrip("/")

    def _free(self, pattern: str) -> str:
        number = 1
        while pattern.format(f"Revision{number}") in self._package.parts:
            number += 1
        return pattern.format(f"Revision{number}")

    def _relate(self, kind: str, part: str) -> str:
        taken = {relation.get("Id") for relation in self._rels}
        number = 1
        while f"rIdRevision{number}" in taken:
            number += 1
        etree.SubElement(
            self._rels,
            f"{{{_PACKAGE_REL}}}Relationship",
            Id=f"rIdRevision{number}",
            Type=f"{_REL}/{kind}",
            Target=f"/{part}",
        )
        return f"rIdRevision{number}"

    def _declare(self, tag: str, **attributes: str) -> None:
        types = self._package.xml(_CONTENT_TYPES)
        if all(any(element.get(name) != value for name, value in attributes.items()) for element in types):
            element = etree.Element(f"{{{_TYPES}}}{tag}", attributes)
            types.insert(0 if tag == "Default" else len(types), element)
            self._package.parts[_CONTENT_TYPES] = serialize_xml(types)

    def _point_at(self, relation: str) -> None:
        """Say in the sheet where the boxes of its notes are, in the place the schema gives that."""
        space = self._root.tag.rpartition("}")[0] + "}"
        legacy = etree.Element(f"{space}legacyDrawing", {f"{{{_REL}}}id": relation}, nsmap={"r": _REL})
        for child in self._root:
            if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _AFTER:
                child.addprevious(legacy)
                return
        self._root.append(legacy)

    def _add_box(self, row: int, column: int, text: str) -> None:
        lines = sum(1 + len(line) // _LINE for line in text.split("\n"))
        height = min(_MOST_HEIGHT, max(_LEAST_HEIGHT, 12 + _LINE_HEIGHT * lines))
        number = 1 + len(self._vml.findall(f"{{{_VML}}}shape"))
        shape = etree.SubElement(
            self._vml,
            f"{{{_VML}}}shape",
            {
                "id": f"_x0000_s9{number:05d}",
                "type": "#_x0000_t202",
                "style": f"position:absolute;margin-left:60pt;margin-top:2pt;width:280pt;height:{height}pt;"
                "z-index:1;visibility:hidden",
                "fillcolor": "#fff6d5",
                f"{{{_OFFICE}}}insetmode": "auto",
            },
        )
        etree.SubElement(shape, f"{{{_VML}}}fill", color2="#fff6d5")
        etree.SubElement(shape, f"{{{_VML}}}path", {f"{{{_OFFICE}}}connecttype": "none"})
        box = etree.SubElement(shape, f"{{{_VML}}}textbox", style="mso-direction-alt:auto")
        etree.SubElement(box, "div", style="text-align:left")
        data = etree.SubElement(shape, f"{{{_EXCEL}}}ClientData", ObjectType="Note")
        etree.SubElement(data, f"{{{_EXCEL}}}MoveWithCells")
        etree.SubElement(data, f"{{{_EXCEL}}}SizeWithCells")
        rows = 1 + height // 15
        anchor = f"{column}, 15, {row - 1}, 4, {column + 5}, 15, {row - 1 + rows}, 4"
        for name, value in (
            ("Anchor", anchor),
            ("AutoFill", "False"),
            ("Row", str(row - 1)),
            ("Column", str(column - 1)),
        ):
            etree.SubElement(data, f"{{{_EXCEL}}}{name}").text = value


def _blank_comments() -> etree._Element:
    return parse_xml(f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode())


def _set_text(comment: etree._Element, space: str, text: str) -> None:
    """Write the text of a note as one plain run."""
    for child in list(comment):
        if child.tag == f"{space}text":
            comment.remove(child)
    holder = etree.Element(f"{space}text")
    comment.insert(0, holder)
    run = etree.SubElement(holder, f"{space}r")
    written = etree.SubElement(run, f"{space}t")
    written.text = text
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

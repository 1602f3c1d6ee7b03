"""Signature fields (ISO 32000-1, 12.7.4.5): empty, each drawn by one widget, ready to be signed in turn.

They have the only shape that keeps both standards and every earlier signature while people sign one after
another by incremental update: field and widget are one dictionary, the form says from the start that the
file is only ever added to, and everything a signature touches is an object of its own.
"""

from __future__ import annotations

from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from cotaprep_docs.pdf.tags.marks import Field, Marks

Object = Any  # what pikepdf takes and gives

_PRINTED_AND_LOCKED: Final = 4 + 128
_EXIST_AND_APPEND_ONLY: Final = 3


def write_fields(pdf: pikepdf.Pdf, marks: Marks) -> dict[int, tuple[Field, Object]]:
    """Add the signature fields; return each with its widget, by its place in the structure."""
    written = {field.tag: (field, _write(pdf, field)) for field in marks.fields}
    if written:
        widgets = Array([widget for _, widget in written.values()])
        form = Dictionary(Fields=widgets, SigFlags=_EXIST_AND_APPEND_ONLY)
        pdf.Root.AcroForm = pdf.make_indirect(form)
    return written


def _write(pdf: pikepdf.Pdf, field: Field) -> Object:
    page = pdf.pages[field.page].obj
    left, bottom, right, top = (round(side, 2) for side in field.box)
    blank = pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(right - left, 2), round(top - bottom, 2)]),
        Resources=Dictionary(),
    )
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(field.name),
            TU=String(field.label),
            Rect=Array([left, bottom, right, top]),
            F=_PRINTED_AND_LOCKED,
            P=page,
            AP=Dictionary(N=blank),
        )
    )
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(widget)
    return widget

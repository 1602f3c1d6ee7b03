"""The one pass over a drawn PDF that makes it PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from cotaprep_docs.pdf.archive.fonts import repair_unicode_maps
from cotaprep_docs.pdf.archive.icc import srgb_profile
from cotaprep_docs.pdf.archive.tree import TreeWriter
from cotaprep_docs.pdf.archive.xmp import PRODUCER, packet
from cotaprep_docs.pdf.emit.pdf import Emitted, Metadata
from cotaprep_docs.pdf.tags.element import Element


def conform(emitted: Emitted, root: Element, metadata: Metadata) -> bytes:
    """Return the PDF with its structure, its metadata and its colours declared; always the same bytes."""
    with pikepdf.open(io.BytesIO(emitted.data)) as pdf:
        repair_unicode_maps(pdf)
        TreeWriter(pdf, emitted.marks).write(root)
        _describe(pdf, metadata)
        _declare_colours(pdf)
        return _save(pdf)


def _describe(pdf: pikepdf.Pdf, metadata: Metadata) -> None:
    info = {"Title": metadata.title, "Author": metadata.author, "Subject": metadata.subject}
    info |= {"Creator": PRODUCER, "Producer": PRODUCER}
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({f"/{key}": String(text) for key, text in info.items() if text})
    )
    root = pdf.Root
    root.Lang = String(metadata.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_stream(packet(metadata), Type=Name.Metadata, Subtype=Name.XML)


def _declare_colours(pdf: pikepdf.Pdf) -> None:
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(srgb_profile(), N=3),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _save(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes; nothing is compressed anew, since what deflate gives depends on the machine."""
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        min_version="1.7",
        deterministic_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return buffer.getvalue()

"""Every document of both data sets, signed in all its fields by as many people."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cotaprep_docs.app.documentos import generate
from tests.support.data_sets import all_documents, lectura
from tests.support.signing import (
    BY_SIGNER,
    draw_stamp,
    fields_of,
    judged_by_poppler,
    judged_by_pyhanko,
    sign_all,
)
from tests.support.validators import PROFILES, broken_rules, verapdf


@pytest.mark.verapdf
def test_every_document_keeps_both_standards_and_every_signature(tmp_path: Path) -> None:
    # 54 documents with 140 signature lines: about 45 seconds of a processor, of them 15 to sign, 5 to judge
    # the signatures and 20 for veraPDF. One test, since each of its parts needs all that come before.
    stamp = draw_stamp(tmp_path / "sello.pdf")
    signed: dict[str, int] = {}
    for name, kind, clave in all_documents():
        source = lectura(name)
        workspace = dataclasses.replace(source.workspace, salida=tmp_path / name)
        (made,) = generate(dataclasses.replace(source, workspace=workspace), kind, clave).documentos
        data = made.pdf.read_bytes()
        fields = fields_of(data)
        path = tmp_path / f"{name}-{kind.tipo}-{clave}.pdf"
        path.write_bytes(sign_all(data, fields, stamp))
        signed[path.name] = len(fields)
        valid = [status.bottom_line for status in judged_by_pyhanko(path.read_bytes())]
        assert (path.name, valid) == (path.name, [True] * len(fields))
        assert judged_by_poppler(path) == [(field, "Signature is Valid.") for field in fields]
        assert {rule for _, rule in broken_rules(path.read_bytes())} <= BY_SIGNER
    assert min(signed.values()) >= 1
    assert max(signed.values()) >= 5
    said = verapdf(tmp_path / name for name in signed)
    assert said == {(name, profile): ["true"] for name in signed for profile in PROFILES}

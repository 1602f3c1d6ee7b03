"""Every document of both data sets, signed in all its fields by as many people."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.app.results import Resultado
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
def test_every_document_keeps_both_standards_and_every_signature(
    every_document: dict[tuple[str, str, str], Resultado], tmp_path: Path
) -> None:
    # Some 160 documents with 450 signature lines: about a minute of a processor, a third to sign and a third for
    # veraPDF. One test, since each of its parts needs all that come before.
    stamp = draw_stamp(tmp_path / "sello.pdf")
    signed: list[str] = []
    for key, result in every_document.items():
        data = result.documentos[0].pdf.read_bytes()
        fields = fields_of(data)
        if not fields:
            continue  # nothing to sign; that it conforms is tested with the others
        path = tmp_path / f"{'-'.join(key)}.pdf"
        path.write_bytes(sign_all(data, fields, stamp))
        signed.append(path.name)
        valid = [status.bottom_line for status in judged_by_pyhanko(path.read_bytes())]
        assert (path.name, valid) == (path.name, [True] * len(fields))
        assert judged_by_poppler(path) == [(field, "Signature is Valid.") for field in fields]
        assert {rule for _, rule in broken_rules(path.read_bytes())} <= BY_SIGNER
    assert {len(fields_of((tmp_path / name).read_bytes())) for name in signed} >= {1, 4, 5, 6}
    said = verapdf(tmp_path / name for name in signed)
    assert said == {(name, profile): ["true"] for name in signed for profile in PROFILES}

"""Damaged documents: any attribute may hold anything, any part may be cut; never a traceback."""

from __future__ import annotations

import contextlib
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cotaprep_docs.ooxml.package import write_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.problems.exit_code import UnreadableInput
from tests.pdf.gallery import gallery

_SMALL = (
    "runs",
    "tabs",
    "lists",
    "table_spans",
    "table_heights",
    "table_nested",
    "paragraph_borders",
    "breaks",
    "revisions",
    "contents",
    "captions",
)
_PARTS = {name: gallery()[name].parts() for name in _SMALL}
_VALUES = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "9",
        "99999999999",
        "-99999999999",
        "1e308",
        "nan",
        "inf",
        "ñ",
        "50%",
        "-5cm",
        "true",
        "exact",
    ]
)
_ATTRIBUTE = re.compile(r'="[^"]*"')


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bad_values_and_cut_parts_never_raise(data: st.DataObject) -> None:
    parts = dict(_PARTS[data.draw(st.sampled_from(_SMALL))])
    name = data.draw(
        st.sampled_from(sorted(n for n in parts if n.startswith("word/") and n.endswith(".xml")))
    )
    text = parts[name].decode()
    start = text.index(">")
    for _ in range(data.draw(st.integers(1, 6))):
        places = list(_ATTRIBUTE.finditer(text, start))
        if places:
            place = data.draw(st.sampled_from(places))
            text = f'{text[: place.start()]}="{data.draw(_VALUES)}"{text[place.end() :]}'
    if data.draw(st.booleans()):
        text = text[: data.draw(st.integers(0, len(text)))]
    parts[name] = text.encode()
    with contextlib.suppress(UnreadableInput):
        result = convert(write_package(parts))
        assert result.data.startswith(b"%PDF-")
        assert result.pages >= 1

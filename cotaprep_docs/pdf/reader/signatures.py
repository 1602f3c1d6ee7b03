"""Signature lines: content controls tagged ``firma.…``, wherever in a document Word leaves them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.content import SignatureLine
from cotaprep_docs.pdf.problem_kinds import SIGNATURE_OUTSIDE, SIGNATURE_REPEATED, SIGNATURE_UNPLACED
from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.values import W, child_value
from cotaprep_docs.records import unchecked

Element = etree._Element  # noqa: SLF001 - lxml names its element class so

_PREFIX: Final = "firma."
_BLANK: Final = re.compile(r"[\s_.…·-]*")
_PICTURES: Final = (W + "drawing", W + "pict", W + "object")
_HOLDERS: Final = (W + "p", W + "tc", W + "txbxContent", W + "body")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST: Final = 120  # of a name or an office; what is longer is prose


@unchecked(frozen=True, slots=True)
class _Control:
    tag: str
    label: str
    blank: bool


class SignatureFinder:
    """The signature lines of the body, by the element that holds each: a control in the line, or a paragraph.

    They get their names when they are read, since not all that is written is (``mc:AlternateContent``).
    """

    def __init__(self, body: Element, notices: Notices) -> None:
        self._notices = notices
        self._waiting: dict[Element, list[_Control]] = {}
        self._names: set[str] = set()
        for control in _controls(body):
            self._find(control)

    def _find(self, control: Element) -> None:
        content = control.find(W + "sdtContent")
        if _is_inline(control):
            holder: Element | None = control
            line = next(control.iterancestors(W + "p"), control)
        else:
            holder = _line_among([] if content is None else list(content.iter(W + "p")))
            holder = _paragraph_after(control) if holder is None else holder
            line = control if holder is None else holder
        if holder is None:
            self._notices.add(SIGNATURE_UNPLACED, tag=_tag(control))
            return
        near = _below(line) or _beside(line)
        label = _label(control, _text(holder), near) or f"Firma {_tag(control)[len(_PREFIX) :]}".strip()
        self._waiting.setdefault(holder, []).append(_Control(_tag(control), label, _is_blank(holder)))

    @property
    def any_taken(self) -> bool:
        """Whether any line was read."""
        return bool(self._names)

    def take(self, holder: Element, next_tag: Callable[[], int]) -> Iterator[SignatureLine]:
        """Yield the signature lines that an element holds, each with its place in the structure."""
        for control in self._waiting.pop(holder, ()):
            yield SignatureLine(self._name(control.tag), control.label, next_tag(), blank=control.blank)

    def _name(self, tag: str) -> str:
        """Return a name no other field has: letters and digits only, since a point has a meaning in it."""
        plain = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode()
        base = name = _UNSAFE.sub("_", plain).strip("_")
        number = 1
        while name in self._names:
            number += 1
            name = f"{base}_{number}"
        if number > 1:
            self._notices.add(SIGNATURE_REPEATED, tag=tag, name=name)
        self._names.add(name)
        return name


def note_outside(root: Element, notices: Notices) -> None:
    """Say of each signature line of a header, a footer or a note that it becomes no field."""
    for control in _controls(root):
        notices.add(SIGNATURE_OUTSIDE, tag=_tag(control))


def _controls(root: Element) -> Iterator[Element]:
    return (control for control in root.iter(W + "sdt") if _tag(control).startswith(_PREFIX))


def _tag(control: Element) -> str:
    return child_value(control.find(W + "sdtPr"), "tag")


def _is_inline(control: Element) -> bool:
    above = next(control.iterancestors(*_HOLDERS), None)
    return above is not None and above.tag == W + "p"


def _text(element: Element) -> str:
    return " ".join("".join(text.text or "" for text in element.iter(W + "t")).split())


def _is_blank(element: Element) -> bool:
    return bool(_BLANK.fullmatch(_text(element))) and next(element.iter(*_PICTURES), None) is None


def _line_among(paragraphs: Sequence[Element]) -> Element | None:
    """Return the paragraph that people sign on: the ruled one, else the last blank one above a text."""
    blank = [paragraph for paragraph in paragraphs if _is_blank(paragraph)]
    ruled = next((p for p in blank if "_" in _text(p) or p.find(f"{W}pPr/{W}pBdr") is not None), None)
    if ruled is not None:
        return ruled
    for paragraph, following in itertools.pairwise(paragraphs):
        if paragraph in blank and following not in blank:
            return paragraph
    return next(iter(blank or paragraphs), None)


def _paragraph_after(control: Element) -> Element | None:
    """Return the paragraph that follows a control without any, in the same cell or in the body."""
    after = control.itersiblings(W + "p")
    return next(after, None)


def _below(line: Element) -> list[str]:
    """Return what is printed under a signature line: the first short texts, name and office as a rule."""
    found: list[str] = []
    for element in _following(line):
        text = _text(element)
        if element.tag not in {W + "p", W + "sdt"} or next(_controls(element), None) is not None:
            break
        if len(text) > _LONGEST:
            break
        found += [text] if text else []
    return found[:2]


def _beside(line: Element) -> list[str]:
    """Return what the other cells of the row say, as in a list of names with room to sign beside them."""
    cell = next(line.iterancestors(W + "tc"), None)
    row = None if cell is None else next(cell.iterancestors(W + "tr"), None)
    texts = [] if row is None else [_text(other) for other in row.iter(W + "tc") if other is not cell]
    return [text for text in texts if re.search(r"[^\W\d_]", text) and len(text) <= _LONGEST][:2]


def _following(element: Element) -> Iterator[Element]:
    """Yield what follows in the same cell or in the body, also outside the controls the element is in."""
    yield from element.itersiblings(W + "*")
    parent = element.getparent()
    if parent is not None and parent.tag in {W + "sdtContent", W + "sdt"}:
        yield from _following(parent)


def _label(control: Element, own: str, below: Sequence[str]) -> str:
    """Return who signs: the title of the control or the name in it or under it, and the office under it."""
    title = " ".join(child_value(control.find(W + "sdtPr"), "alias").split())
    name = "" if _BLANK.fullmatch(own) else own
    if not name and below and _agrees(title, below[0]):
        name, below = below[0], below[1:]
    said = f"Firma de {name}" if name and _agrees(title, name) else title
    return ", ".join([said, *below[:1]]) if name and said else said


def _agrees(title: str, name: str) -> bool:
    """Whether a title is about that name: Word keeps no more than the first 64 characters of it."""
    title, name = title.casefold(), name.casefold()
    return not title or name in title or f"firma de {name}".startswith(title)

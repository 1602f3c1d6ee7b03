"""What a sheet and a column are: the one description that writer, reader and column guide share."""

from __future__ import annotations

import dataclasses
import enum
import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import fold_text

MUESTRA = "muestra"
MAX_TEXT = 32_767
"""Characters that a cell of Excel holds."""

_NOT_ALNUM = re.compile(r"[^0-9a-z]+")
_PARENTHESIS = re.compile(r"\([^)]*\)")


class Kind(enum.Enum):
    """What the cells of a column hold."""

    KEY = "clave"
    SESION = "clave de una sesión"
    PERSONA = "clave de una persona"
    REFERENCE = "clave de otra hoja"
    PUNTO = "número de un punto"
    PEOPLE = "claves separadas por comas"
    TEXT = "texto"
    LONG = "texto largo"
    DATE = "fecha"
    MONTH = "mes"
    TIME = "hora"
    INT = "número entero"
    PERCENT = "porcentaje"
    YES_NO = "Sí o No"
    CHOICE = "lista"
    VOTES = "una columna por persona con voto"


@record(frozen=True, slots=True)
class Choices:
    """A closed list of words.

    Attributes:
        name: its name in the workbook, where drop-downs find it.
        labels: value of the domain by word, in the order of the drop-down.
        synonyms: words people also type, with the word they mean.
    """

    name: str
    labels: Mapping[str, object]
    synonyms: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def find(self, text: str) -> object | None:
        """Return the value that a typed word means, however accented, spaced or capitalised."""
        wanted = loose(text)
        for label, value in self.labels.items():
            if loose(label) == wanted:
                return value
        for word, label in self.synonyms.items():
            if loose(word) == wanted:
                return self.labels[label]
        return None

    def label(self, value: object) -> str | None:
        """Return the word for a value; None where the list has no such value."""
        return next((label for label, own in self.labels.items() if own == value), None)


@record(frozen=True, slots=True)
class ColumnSpec:
    """One column, or one row of a vertical sheet.

    Attributes:
        field: attribute of the domain it fills.
        header: what staff read above it.
        kind: what its cells hold.
        note: what the header's note explains.
        width: in characters.
        required: a row that has something must have this; blank is a gap.
        essential: without it the row says nothing, and is left out with its problem.
        expected: blank is fine until the facts are captured; shown in a soft colour.
        choices: for `Kind.CHOICE` and `Kind.VOTES`.
        target: what a reference points at: a name space of keys.
        aliases: other headers it answers to.
    """

    field: str
    header: str
    kind: Kind
    note: str
    width: float = 16
    required: bool = False
    essential: bool = False
    expected: bool = False
    choices: Choices | None = None
    target: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def header_keys(self) -> frozenset[str]:
        """The loose forms of the headers it answers to."""
        names = (self.header, _PARENTHESIS.sub("", self.header), self.field, *self.aliases)
        return frozenset(loose(name) for name in names)


@record(frozen=True, slots=True)
class SheetSpec:
    """One sheet of a workbook.

    Attributes:
        id: stable name in code and data files.
        title: name of the sheet as staff read it.
        note: what it is for, in one or two sentences.
        columns: in the order they are written.
        record: class of the domain that a row becomes.
        attribute: where the aggregate keeps those objects.
        unique: fields that together may not repeat.
        namespace: name space of keys that its `clave` belongs to; empty for none.
        scope: field that holds the session a row is about; empty where none does.
        vertical: one field per row (Campo, Valor) instead of one per column.
        required: whether its absence is an error.
    """

    id: str
    title: str
    note: str
    columns: tuple[ColumnSpec, ...]
    record: type[Any]
    attribute: str
    unique: tuple[str, ...] = ()
    namespace: str = ""
    scope: str = ""
    vertical: bool = False
    required: bool = False

    def column(self, field: str) -> ColumnSpec:
        """Return the column of a field.

        Raises:
            KeyError: the sheet has no such column.
        """
        for spec in self.columns:
            if spec.field == field:
                return spec
        raise KeyError(f"{self.id}.{field}")

    @property
    def table(self) -> str:
        """Name of its Excel table."""
        return "T_" + self.id


@record(frozen=True, slots=True)
class WorkbookSpec:
    """One workbook: its file name, what it is, and its sheets that hold data."""

    file: str
    title: str
    note: str
    sheets: tuple[SheetSpec, ...]

    def sheet(self, name: str) -> SheetSpec:
        """Return the sheet of an id, a title or an attribute of the aggregate.

        Raises:
            KeyError: there is no such sheet.
        """
        for spec in self.sheets:
            if name in (spec.id, spec.attribute) or loose(name) == loose(spec.title):
                return spec
        raise KeyError(f"{self.file}: {name}")


@functools.lru_cache(maxsize=8192)
def loose(text: str) -> str:
    """Return only the letters and digits of a text, without accents nor capitals, for tolerant look-ups."""
    return _NOT_ALNUM.sub("", fold_text(text))


def words(name: str, *labels: str, **synonyms: str) -> Choices:
    """Return a list whose words are their own values."""
    return Choices(name, {label: label for label in labels}, synonyms)


def of_enum(name: str, members: Iterable[enum.Enum], synonyms: Mapping[str, str] | None = None) -> Choices:
    """Return a list of members of an enumeration, shown by their values with a first capital."""
    labels = {capital(str(member.value)): member for member in members}
    return Choices(name, labels, synonyms or {})


def capital(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]

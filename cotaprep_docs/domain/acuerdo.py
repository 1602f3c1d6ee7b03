"""What a session leaves behind: agreements, commitments, documents, interventions, opinions."""

from __future__ import annotations

import dataclasses
import datetime as dt

from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Acuerdo:
    """An agreement taken at a point.

    Attributes:
        clave: key within the tracker, unique.
        numero: number typed by hand, a reservation checked against the ledger; usually empty.
        votacion: which vote of the point carries it (its `secuencia`).
        responsable: key or name of who has to do it.
    """

    clave: str
    sesion: str
    punto: str
    texto: str
    tipo: str = "Acuerdo"
    votacion: int = 0
    numero: str = ""
    responsable: str = ""
    plazo: dt.date | None = None
    estado: str = ""
    fecha_cumplimiento: dt.date | None = None
    evidencia: str = ""
    remitir_a: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Compromiso:
    """A commitment made at a formal meeting or session: what, who and by when."""

    clave: str
    sesion: str
    punto: str
    texto: str
    responsable: str = ""
    plazo: dt.date | None = None
    estado: str = ""
    fecha_cumplimiento: dt.date | None = None
    evidencia: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Intervencion:
    """What somebody said at a point; paragraphs separated by line breaks.

    Attributes:
        despues_de_votacion: sequence of the vote after which it was said; 0 means before any vote.
    """

    sesion: str
    punto: str
    persona: str
    texto: str
    orden: int = 0
    despues_de_votacion: int = 0
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Documento:
    """A document circulated for a session or annexed to its act.

    Attributes:
        tipo: ``Circulado``, ``Anexo`` or ``Voto particular``.
        persona: author, for a particular vote.
        fojas: sheets it has; None where nobody counted.
        dispensa: whether its reading was waived since it was circulated before.
    """

    sesion: str
    titulo: str
    punto: str = ""
    tipo: str = ""
    persona: str = ""
    fojas: int | None = None
    medio: str = ""
    dispensa: bool | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class PasajeDictamen:
    """One paragraph of a dictamen, or of the reasons of an agreement: section, number within it, text.

    Attributes:
        clave: key of the dictamen; that of an agreement for the reasons of one.
        texto: the paragraph; with its emphasis, lists and tables if it is from Word.
        tabla: which table of the workbook of progress follows the paragraph; empty for none.
    """

    clave: str
    titulo: str
    seccion: str
    texto: str | Prose
    sesion: str = ""
    punto: str = ""
    numero: int = 0
    tabla: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Oficio:
    """Number and date of a document that no other row holds: a letter of remission, a notice, an extract.

    Attributes:
        documento: name of its file without ending, such as ``oficio-remision-acta-3`` or ``aviso-5``.
        fojas: sheets of what is sent, where somebody counted.
    """

    documento: str
    numero: str = ""
    fecha: dt.date | None = None
    medio: str = ""
    fojas: int | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Correccion:
    """A passage of an acta that says one thing and should say another.

    Attributes:
        sesion: the session whose acta it is.
        tipo: ``Modificación``, made when the acta was approved, or ``Errata``, found afterwards.
        aprobada_en: key of the session that approved the acta.
        apartado: where in the acta, such as ``Punto 4, segundo párrafo``.
    """

    sesion: str
    dice: str
    debe_decir: str
    tipo: str = ""
    aprobada_en: str = ""
    apartado: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class PasajePlan:
    """One paragraph of the work plan, verbatim, in its order; a whole chapter if it is from Word."""

    orden: int
    capitulo: str
    texto: str | Prose
    estilo: str = ""
    nota: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)

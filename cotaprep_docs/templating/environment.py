"""Jinja, strict: sandboxed, nothing undefined, nothing printed that has no printed form."""

from __future__ import annotations

import dataclasses
import difflib
import functools
from collections.abc import Iterable, Mapping
from typing import Final

import jinja2
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from cotaprep_docs.problems.problem import ProblemKind
from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import Fact, Gap, Prose
from cotaprep_docs.records import record
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.tags import ALLOWED_FILTERS, CHART_FILTER, LIST_FILTER, LOOP_FIELDS
from cotaprep_docs.templating.values import Ledger

# A name no tag can write: names that begin with an underscore are refused.
LEDGER: Final = "__ledger"
_MISSING: Final = object()
_SHOWN: Final = 12
_WHOLE: Final = (Prose, Gap, Fact, Grafica)  # nothing of theirs is asked for by name


class RefusedValue(jinja2.TemplateRuntimeError):
    """A tag asked for something that the context does not have or that cannot be printed."""

    def __init__(self, kind: ProblemKind, params: Mapping[str, str]) -> None:
        self.kind = kind
        self.params = params
        super().__init__(kind.code)


class _Missing(jinja2.StrictUndefined):
    """A name that does not exist: any use of it stops the rendering and says which it was."""

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        self._undefined_exception = functools.partial(_unknown, obj, name or "")  # type: ignore[assignment]


class _Environment(ImmutableSandboxedEnvironment):
    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field of a dataclass, a key of a mapping or one of the loop's own; nothing else."""
        _stop_if_missing(obj)
        value = _field(obj, attribute)
        return self.undefined(obj=obj, name=attribute) if value is _MISSING else value

    def getitem(self, obj: object, argument: object) -> object:
        """Return what `getattr` does: templates have no brackets."""
        return self.getattr(obj, str(argument))


def _stop_if_missing(value: object) -> None:
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises: it is strict


def _field(obj: object, name: str) -> object:
    if name.startswith("_"):
        return _MISSING
    if isinstance(obj, LoopContext):
        return getattr(obj, name) if name in LOOP_FIELDS else _MISSING
    if isinstance(obj, Mapping):
        return obj.get(name, _MISSING)
    if dataclasses.is_dataclass(obj) and not isinstance(obj, _WHOLE):
        return getattr(obj, name, _MISSING)
    return _MISSING


def names_of(obj: object) -> tuple[str, ...]:
    """Return the names a template can write after the dot."""
    if isinstance(obj, LoopContext):
        return LOOP_FIELDS
    if isinstance(obj, Mapping):
        return tuple(str(key) for key in obj)
    if dataclasses.is_dataclass(obj) and not isinstance(obj, _WHOLE):
        properties = (name for name, value in vars(type(obj)).items() if isinstance(value, property))
        names = (*(field.name for field in dataclasses.fields(obj)), *properties)
        return tuple(name for name in names if not name.startswith("_"))
    return ()


def suggestion(name: str, names: Iterable[str]) -> str:
    """Return «; ¿quiso decir …?» with the nearest name, or nothing."""
    nearest = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)
    return f"; ¿quiso decir «{nearest[0]}»?" if nearest else ""


def listed(names: Iterable[str]) -> str:
    """Return some names for a hint."""
    everything = sorted(names)
    shown = ", ".join(everything[:_SHOWN]) or "(ninguno)"
    return f"{shown}…" if len(everything) > _SHOWN else shown


def _unknown(obj: object, name: str, _message: object = None) -> RefusedValue:
    if obj is missing:
        return RefusedValue(kinds.UNKNOWN_VARIABLE, {"nombre": name, "parecido": "", "disponibles": ""})
    names = names_of(obj)
    params = {
        "objeto": kind_name(obj),
        "nombre": name,
        "parecido": suggestion(name, names),
        "disponibles": listed(names),
    }
    return RefusedValue(kinds.UNKNOWN_ATTRIBUTE, params)


def kind_name(value: object) -> str:
    """Return what a value is, in Spanish."""
    if isinstance(value, bool):
        return "un sí o no"
    if value is None:
        return "un dato vacío"
    if isinstance(value, str | int | Prose | Gap | Fact):
        return "un texto"
    if isinstance(value, Grafica):
        return "una gráfica"
    if isinstance(value, list | tuple | set | frozenset):
        return "una lista"
    if dataclasses.is_dataclass(value) or isinstance(value, Mapping):
        return "un conjunto de datos"
    return "un valor sin forma impresa"


@jinja2.pass_context
def _finalize(context: Context, value: object) -> Markup:
    """Enter what a tag prints in the ledger of this rendering; refuse what has no printed form."""
    _stop_if_missing(value)
    if isinstance(value, _Shown):
        return _entered_chart(context, value)
    if isinstance(value, Grafica):
        raise RefusedValue(kinds.CHART_IN_TEXT, {"nombre": ""})
    if isinstance(value, bool) or not isinstance(value, str | int | Prose | Gap | Fact):
        raise RefusedValue(kinds.NOT_PRINTABLE, {"nombre": "", "tipo": kind_name(value)})
    return Markup(_ledger(context).enter(value))  # noqa: S704 - the marker is ours; the value itself is not in it


@record(frozen=True, slots=True)
class _Shown:
    """What a chart of the template shows."""

    grafica: Grafica | None


def _entered_chart(context: Context, value: _Shown) -> Markup:
    return Markup(_ledger(context).enter_chart(value.grafica))  # noqa: S704 - the marker is ours


def _ledger(context: Context) -> Ledger:
    ledger = context[LEDGER]
    if not isinstance(ledger, Ledger):
        raise TypeError(LEDGER)
    return ledger


def _only_chart(value: object) -> _Shown:
    _stop_if_missing(value)
    if value is not None and not isinstance(value, Grafica):
        raise RefusedValue(kinds.NOT_A_CHART, {"nombre": "", "tipo": kind_name(value)})
    return _Shown(value)


def _only_list(value: object) -> object:
    _stop_if_missing(value)
    if not isinstance(value, list | tuple):
        raise RefusedValue(kinds.NOT_A_LIST, {"nombre": "", "tipo": kind_name(value)})
    return value


@functools.cache
def environment() -> jinja2.Environment:
    """Return the one environment; it keeps nothing of a rendering."""
    made = _Environment(autoescape=True, undefined=_Missing, finalize=_finalize)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in ALLOWED_FILTERS} | {
        LIST_FILTER: _only_list,
        CHART_FILTER: _only_chart,
    }
    made.tests = {}
    return made


@functools.lru_cache(maxsize=64)
def compiled(source: str) -> jinja2.Template:
    """Return a part's source compiled, kept for the next document made from the same template."""
    return environment().from_string(source)

"""What a kind of document offers its template, read from the type hints of its context."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from collections.abc import Mapping, Sequence

from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import Fact, Gap, Prose
from cotaprep_docs.records import record


class Scalar(enum.Enum):
    """A value without parts, named as a person would."""

    TEXT = "un texto"
    PROSE = "un texto con datos"
    NUMBER = "un número"
    FLAG = "un sí o no"
    CHART = "una gráfica"


@record(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape."""

    item: Shape


@record(frozen=True, slots=True)
class Maybe:
    """A value that may be missing."""

    shape: Shape


@record(frozen=True, slots=True, eq=False)
class Contract:
    """The names that a context, or an object in it, has.

    Attributes:
        name: name of its class.
        fields: shape of each name a template may write.
    """

    name: str
    fields: Mapping[str, Shape]


Shape = Scalar | ListOf | Maybe | Contract


@functools.cache
def contract_of(context: type) -> Contract:
    """Return what a context class offers: its fields and properties, and theirs.

    Raises:
        TypeError: a field's type has no place in a template; a mistake in the class.
    """
    if not dataclasses.is_dataclass(context):
        raise TypeError(f"{context.__name__} is not a dataclass")
    return _contract(context, {})


def _contract(context: type, known: dict[type, Contract]) -> Contract:
    if context in known:
        return known[context]
    fields: dict[str, Shape] = {}
    # Known before its fields are: a point may have points.
    known[context] = Contract(context.__name__, fields)
    hints = typing.get_type_hints(context)
    for field in dataclasses.fields(context):
        if not field.name.startswith("_"):
            fields[field.name] = _shape(hints[field.name], known)
    for name, value in vars(context).items():
        if isinstance(value, property) and not name.startswith("_"):
            fields[name] = _shape(typing.get_type_hints(value.fget)["return"], known)
    return known[context]


def _shape(hint: object, known: dict[type, Contract]) -> Shape:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return _union(arguments, known)
    if origin is tuple and arguments[1:] == (...,):
        return ListOf(_shape(arguments[0], known))
    if origin in {list, Sequence}:
        return ListOf(_shape(arguments[0], known))
    if hint in {Prose, Gap, Fact}:
        return Scalar.PROSE
    if hint is Grafica:
        return Scalar.CHART
    if isinstance(hint, type):
        return _class(hint, known)
    raise TypeError(f"no place in a template for {hint}")


def _union(arguments: tuple[object, ...], known: dict[type, Contract]) -> Shape:
    shapes = [_shape(argument, known) for argument in arguments if argument is not type(None)]
    if all(shape in {Scalar.TEXT, Scalar.PROSE} for shape in shapes if isinstance(shape, Scalar)):
        shape = Scalar.PROSE if Scalar.PROSE in shapes else shapes[0]
    else:
        shape = shapes[0]
    if any(other is not shape and not isinstance(other, Scalar) for other in shapes):
        raise TypeError(f"a template cannot tell apart {arguments}")
    return Maybe(shape) if type(None) in arguments else shape


def _class(hint: type, known: dict[type, Contract]) -> Shape:
    if dataclasses.is_dataclass(hint):
        return _contract(hint, known)
    for base, scalar in ((bool, Scalar.FLAG), (int, Scalar.NUMBER), (str, Scalar.TEXT)):
        if issubclass(hint, base):
            return scalar
    raise TypeError(f"no place in a template for {hint.__name__}")


def kind_of(shape: Shape) -> str:
    """Return what a shape is, in Spanish."""
    if isinstance(shape, Scalar):
        return str(shape.value)
    if isinstance(shape, Maybe):
        return kind_of(shape.shape)
    return "una lista" if isinstance(shape, ListOf) else "un conjunto de datos"

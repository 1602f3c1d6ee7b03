"""Dataclasses that cost little when a command starts.

A run makes some two hundred classes and ends within a second: the standard decorator, which compiles six
methods for each class, was a fifth of it. `record` compiles none for most of them: comparing, hashing,
showing and refusing to be changed are shared by all, and so is, but for the names in it, the constructor of
all that have as many fields. To the type checker it *is* `dataclasses.dataclass`.
"""

from __future__ import annotations

import dataclasses
import functools
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["record", "unchecked"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import dataclass as unchecked
else:

    def unchecked(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> object:
        """Return `record` for what is made by the hundred thousand, as the PDF engine does.

        Only the type checker keeps a frozen one from being changed: at run time that costs as much as
        making it.
        """
        return record(frozen=frozen, slots=slots, eq=eq, checked=False)

    def record(*, frozen: bool = False, slots: bool = False, eq: bool = True, checked: bool = True) -> object:
        """Return a decorator like `dataclasses.dataclass`, with the same methods made in another way."""

        def decorate(cls: type) -> type:
            # Rare, and not told apart by what follows: as the standard library does it.
            if (frozen and checked and not slots) or any(map(dataclasses.is_dataclass, cls.__mro__[1:])):
                return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq)(cls)
            plain = _is_plain(cls)
            cls.__doc__ = cls.__doc__ or cls.__name__  # else it is made of its signature, which takes long
            made = dataclasses.dataclass(init=not plain, slots=slots, repr=False, eq=False)(cls)
            if plain:
                made.__init__ = _constructor(made, guarded=frozen and checked)
            compared = [field.name for field in dataclasses.fields(made) if field.compare]
            if eq and "__eq__" not in cls.__dict__:
                made.__record_key__ = attrgetter(*compared) if compared else type
                made.__eq__ = _equal
                made.__hash__ = _hash if frozen else None
            if "__repr__" not in cls.__dict__:
                made.__repr__ = _repr
            if frozen:
                if checked:
                    made.__setattr__, made.__delattr__ = _set_once, _refuse
                made.__dataclass_params__.frozen = True  # so that frozen ones may inherit from it
            return made

        return decorate


def _is_plain(cls: type) -> bool:
    """Tell whether a constructor has nothing to do but to set each field to what it is given."""
    given = [value for value in cls.__dict__.values() if isinstance(value, dataclasses.Field)]
    special = any(
        field.default_factory is not dataclasses.MISSING or not field.init or field.kw_only is True
        for field in given
    )
    return not special and not hasattr(cls, "__post_init__")


def _constructor(cls: type, *, guarded: bool) -> FunctionType:
    """Return the constructor of a class, made from that of any class with as many fields."""
    fields = dataclasses.fields(cls)
    code, stand_ins = _pattern(len(fields), guarded=guarded)
    names = dict(zip(stand_ins, (field.name for field in fields), strict=True))

    def named(found: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(names.get(each, each) for each in found)

    own = code.replace(
        co_varnames=named(code.co_varnames),
        co_names=named(code.co_names),
        co_consts=named(code.co_consts),
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    defaults = tuple(field.default for field in fields if field.default is not dataclasses.MISSING)
    if any(field.default is dataclasses.MISSING for field in fields[len(fields) - len(defaults) :]):
        message = f"a field of {cls.__qualname__} without a default follows one that has one"
        raise TypeError(message)
    return FunctionType(own, {"put": object.__setattr__}, "__init__", defaults)


@functools.cache
def _pattern(count: int, *, guarded: bool) -> tuple[CodeType, tuple[str, ...]]:
    """Return the code of a constructor and the names that stand in it for those of its fields.

    Args:
        count: how many fields.
        guarded: whether the class lets nobody set a field, so that the constructor has to go round it.
    """
    names = tuple(f"_field_{number}" for number in range(count))
    lines = [f"put(self, {name!r}, {name})" if guarded else f"self.{name} = {name}" for name in names]
    body = "\n    ".join(lines or ["pass"])
    scope: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}):\n    {body}", scope)  # noqa: S102 - of our own words only
    return scope["__init__"].__code__, names


_MISSING = object()


def _set_once(one: Any, name: str, value: Any) -> None:  # noqa: ANN401 - any record
    """Set a field that has no value yet, as the constructor does; later nobody does."""
    if getattr(one, name, _MISSING) is not _MISSING:
        _refuse(one, name)
    object.__setattr__(one, name, value)


def _refuse(_one: Any, name: str) -> None:  # noqa: ANN401
    message = f"cannot change field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _equal(one: Any, other: Any) -> Any:  # noqa: ANN401 - or NotImplemented
    if other.__class__ is not one.__class__:
        return NotImplemented
    return one.__record_key__(one) == one.__record_key__(other)


def _hash(one: Any) -> int:  # noqa: ANN401 - any record
    return hash(one.__record_key__(one))


def _repr(one: Any) -> str:  # noqa: ANN401
    shown = (f"{f.name}={getattr(one, f.name)!r}" for f in dataclasses.fields(one) if f.repr)
    return f"{one.__class__.__qualname__}({', '.join(shown)})"

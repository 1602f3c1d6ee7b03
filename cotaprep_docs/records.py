"""Dataclasses that cost little when a command starts.

A run makes some two hundred classes and ends within a second: the standard decorator, which compiles six
methods for each class, was a fifth of it. `record` compiles one, the constructor; comparing, hashing, showing
and refusing to be changed are shared by all. To the type checker it *is* `dataclasses.dataclass`.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
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
            made = dataclasses.dataclass(slots=slots, repr=False, eq=False)(cls)
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

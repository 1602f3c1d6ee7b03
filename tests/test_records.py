"""Records are dataclasses in all that is used of them."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from cotaprep_docs.records import record, unchecked


@record(frozen=True, slots=True)
class Punto:
    x: int
    y: int = 0
    nombre: str = dataclasses.field(default="", compare=False, repr=False)

    @property
    def suma(self) -> int:
        return self.x + self.y


@record(frozen=True, slots=True)
class Otro:
    x: int
    y: int = 0


@record(slots=True)
class Lista:
    items: list[int] = dataclasses.field(default_factory=list)


@record(frozen=True, slots=True, eq=False)
class Unico:
    x: int


@record(frozen=True, slots=True)
class Vacio:
    """No fields."""


def test_equal_and_hash_alike_by_the_fields_that_compare() -> None:
    assert Punto(1, 2, "a") == Punto(1, 2, "b")
    assert hash(Punto(1, 2, "a")) == hash(Punto(1, 2, "b"))
    assert Punto(1, 2) != Punto(2, 1)
    assert {Punto(1): "uno"}[Punto(1)] == "uno"
    assert Vacio() == Vacio()


def test_another_class_is_never_equal() -> None:
    one: object = Punto(1)
    assert one != Otro(1)
    assert one != (1, 0)


def test_changeable_records_do_not_hash_and_share_nothing() -> None:
    one, other = Lista(), Lista()
    one.items.append(1)
    assert other == Lista()
    with pytest.raises(TypeError):
        hash(one)


def test_identity_where_asked() -> None:
    one = Unico(1)
    assert one == one  # noqa: PLR0124
    assert one != Unico(1)
    assert len({one, Unico(1)}) == 2


def test_what_dataclasses_does_works() -> None:
    point = Punto(1, 2, "a")
    assert dataclasses.replace(point, y=5) == Punto(1, 5)
    assert dataclasses.asdict(point) == {"x": 1, "y": 2, "nombre": "a"}
    assert repr(point) == "Punto(x=1, y=2)"
    assert point.suma == 3
    match point:
        case Punto(x, y):
            assert (x, y) == (1, 2)


@pytest.mark.parametrize("one", [Punto(1), Otro(1), Unico(1)])
def test_a_frozen_record_is_not_changed(one: Punto | Otro | Unico) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.x
    assert one.x == 1


@unchecked(frozen=True, slots=True)
class Muchos:
    x: int


def test_what_is_made_by_the_hundred_thousand_compares_alike() -> None:
    assert Muchos(1) == Muchos(1)
    assert len({Muchos(1), Muchos(1)}) == 1
    assert dataclasses.replace(Muchos(1), x=2) == Muchos(2)


def test_records_go_to_another_process_and_back() -> None:
    assert pickle.loads(pickle.dumps(Punto(1, 2, "a"))) == Punto(1, 2)  # noqa: S301 - our own


def test_slots_take_no_other_attribute() -> None:
    point: object = Punto(1)
    with pytest.raises(AttributeError):
        object.__setattr__(point, "z", 1)


@record(frozen=True, slots=True)
class Hijo(Punto):
    z: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class HijoComun(Punto):
    z: int = 0


@pytest.mark.parametrize("child", [Hijo, HijoComun])
def test_records_and_dataclasses_inherit_from_records(child: type[Hijo | HijoComun]) -> None:
    assert child(1, 2, z=3) == child(1, 2, z=3)
    assert child(1, 2, z=3) != child(1, 2, z=4)
    assert child(1, 2).suma == 3
    assert len({child(1), child(1)}) == 1


@unchecked(slots=True)
class Suelto:
    zeta: int
    alfa: str = "a"


@record(slots=True)
class ConPaso:
    x: int
    doble: int = dataclasses.field(init=False, default=0)

    def __post_init__(self) -> None:
        self.doble = 2 * self.x


def test_constructors_take_what_those_of_dataclasses_take() -> None:
    assert Suelto(1) == Suelto(alfa="a", zeta=1)
    assert (Suelto(1, "b").zeta, Suelto(1, "b").alfa) == (1, "b")
    assert ConPaso(2).doble == 4
    assert Punto(nombre="a", x=1).nombre == "a"
    assert [parameter.name for parameter in inspect.signature(Punto).parameters.values()] == [
        "x",
        "y",
        "nombre",
    ]


@pytest.mark.parametrize("wrong", [(), (1, 2, "a", 4)])
def test_a_wrong_call_is_told_with_the_name_of_the_class(wrong: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match=r"Punto\.__init__\(\) (missing|takes)"):
        Punto(*wrong)
    with pytest.raises(TypeError, match="unexpected keyword argument 'w'"):
        Punto(1, w=2)  # type: ignore[call-arg]


def test_a_field_without_default_after_one_that_has_one_is_refused() -> None:
    with pytest.raises(TypeError, match="without a default"):

        @record(frozen=True, slots=True)
        class _Al:
            x: int = 0
            y: int  # type: ignore[misc]


def test_classes_with_as_many_fields_do_not_mix_them() -> None:
    classes: list[Any] = [
        record(frozen=frozen, slots=True)(
            type(f"C{n}", (), {"__annotations__": {f"a{n}": int, f"b{n}": int}})
        )
        for n in range(20)
        for frozen in (True, False)
    ]
    for number, each in enumerate(classes):
        made = each(1, 2)
        n = number // 2
        assert (getattr(made, f"a{n}"), getattr(made, f"b{n}")) == (1, 2)
        assert repr(made) == f"C{n}(a{n}=1, b{n}=2)"

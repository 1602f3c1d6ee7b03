"""What a context class offers, from its type hints."""

from __future__ import annotations

import dataclasses

import pytest

from cotaprep_docs.prose.prose import Fact, Gap, Prose
from cotaprep_docs.templating.contract import Contract, ListOf, Maybe, Scalar, contract_of


@dataclasses.dataclass(frozen=True, slots=True)
class Punto:
    titulo: Prose
    puntos: tuple[Punto, ...] = ()
    _oculto: float = 0.0

    @property
    def mayuscula(self) -> str:
        return str(self.titulo).upper()


@dataclasses.dataclass(frozen=True, slots=True)
class Contexto:
    texto: str
    mezcla: str | Prose | Gap | Fact
    numero: int
    bandera: bool
    quiza: Prose | None
    punto: Punto
    puntos: tuple[Punto, ...]
    nombres: list[str]
    quiza_punto: Punto | None = None


def test_every_kind_of_field() -> None:
    fields = contract_of(Contexto).fields
    punto = fields["punto"]
    assert isinstance(punto, Contract)
    assert dict(fields) == {
        "texto": Scalar.TEXT, "mezcla": Scalar.PROSE, "numero": Scalar.NUMBER, "bandera": Scalar.FLAG,
        "quiza": Maybe(Scalar.PROSE), "punto": punto, "puntos": ListOf(punto), "nombres": ListOf(Scalar.TEXT),
        "quiza_punto": Maybe(punto),
    }  # fmt: skip
    assert dict(punto.fields) == {"titulo": Scalar.PROSE, "puntos": ListOf(punto), "mayuscula": Scalar.TEXT}


@dataclasses.dataclass(frozen=True)
class ConDecimal:
    valor: float


@dataclasses.dataclass(frozen=True)
class ConUnion:
    valor: Punto | ConDecimal


@dataclasses.dataclass(frozen=True)
class ConPareja:
    valor: tuple[str, int]


@pytest.mark.parametrize("context", [ConDecimal, ConUnion, ConPareja, str])
def test_types_without_a_place_in_a_template_are_our_mistake(context: type) -> None:
    with pytest.raises(TypeError):
        contract_of(context)

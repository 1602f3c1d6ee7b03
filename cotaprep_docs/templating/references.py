"""Names in the tags against the contract of the document's kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes

from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.records import record
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.contract import Contract, ListOf, Maybe, Scalar, Shape, kind_of
from cotaprep_docs.templating.environment import listed, suggestion
from cotaprep_docs.templating.tags import CLOSING, LOOP_FIELDS, MIDDLE, Keyword, Tag, dotted

_LOOP = Contract(
    "loop", {name: Scalar.NUMBER if name in {"index", "length"} else Scalar.FLAG for name in LOOP_FIELDS}
)

Path = tuple[str, ...]


@record(slots=True)
class _Block:
    """An open block: the variable a loop adds, or the optional values a condition has asked for."""

    variable: str = ""
    shape: Shape | None = None
    path: Path = ()
    asked: tuple[Path, ...] = ()


@record(frozen=True, slots=True)
class _Found:
    """What a path leads to; the path as if loops did not exist."""

    shape: Shape
    path: Path


class ReferenceChecker:
    """Checks the tags of a template, part by part, and remembers which names it used."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._used: set[Path] = set()
        self._problems: list[Problem] = []
        self._blocks: list[_Block] = []

    def check(self, tags: tuple[Tag, ...]) -> None:
        """Check the tags of one part, in reading order."""
        self._blocks = []
        for tag in tags:
            self._check_tag(tag)

    def finish(self, template: str) -> tuple[Problem, ...]:
        """Return all findings, the names never used among them."""
        location = TemplateLocation(template)
        unused = (kinds.UNUSED_VARIABLE.at(location, nombre=".".join(path)) for path in self._unused())
        return (*self._problems, *unused)

    def _check_tag(self, tag: Tag) -> None:
        if tag.keyword in CLOSING or tag.keyword in MIDDLE:
            if self._blocks:
                block = self._blocks.pop()
                if tag.keyword in MIDDLE:
                    self._blocks.append(dataclasses.replace(block, asked=()))
            if tag.keyword is not Keyword.ELIF:
                return
        if tag.expression is None:
            return
        if tag.is_chart:
            self._check_chart(tag, tag.expression)
        elif tag.keyword is Keyword.OUTPUT:
            self._check_printed(tag, tag.expression)
        elif tag.keyword is Keyword.FOR:
            self._open_loop(tag, tag.expression)
        else:
            self._open_condition(tag, tag.expression)

    def _check_chart(self, tag: Tag, expression: nodes.Node) -> None:
        """Check what a chart shows; one that may be missing needs no condition, the chart goes with it."""
        found = self._resolve(tag, expression)
        if found is not None and _bare(found.shape) is not Scalar.CHART:
            self._report_shape(tag, kinds.NOT_A_CHART, expression, _bare(found.shape))

    def _open_loop(self, tag: Tag, expression: nodes.Node) -> None:
        found = self._resolve(tag, expression)
        shape: Shape | None = None
        path: Path = ()
        if found is not None:
            listing = found.shape.shape if isinstance(found.shape, Maybe) else found.shape
            path = found.path
            if isinstance(listing, ListOf):
                shape = listing.item
            else:
                self._report_shape(tag, kinds.NOT_A_LIST, expression, found.shape)
        if tag.variable in self._names():
            self._problems.append(kinds.HIDDEN_NAME.at(tag.location, nombre=tag.variable))
        self._blocks.append(_Block(tag.variable, shape, path))

    def _open_condition(self, tag: Tag, expression: nodes.Node) -> None:
        asked = [found.path for node in _paths(expression) if (found := self._resolve(tag, node))]
        self._check_comparisons(tag, expression)
        if tag.keyword is Keyword.ELIF and self._blocks:
            self._blocks.pop()
        self._blocks.append(_Block(asked=tuple(asked)))

    def _check_comparisons(self, tag: Tag, expression: nodes.Node) -> None:
        comparisons = [*expression.find_all(nodes.Compare)]
        if isinstance(expression, nodes.Compare):
            comparisons.append(expression)
        for comparison in comparisons:
            for node in (comparison.expr, *(operand.expr for operand in comparison.ops)):
                found = self._resolve(tag, node, quiet=True) if dotted(node) else None
                if found is not None and _bare(found.shape) is Scalar.PROSE:
                    name = ".".join(dotted(node))
                    self._problems.append(
                        kinds.COMPARED_PROSE.at(tag.location, etiqueta=tag.typed, nombre=name)
                    )

    def _check_printed(self, tag: Tag, expression: nodes.Node) -> None:
        if isinstance(expression, nodes.And | nodes.Or):
            self._check_printed(tag, expression.left)
            self._check_printed(tag, expression.right)
            return
        if isinstance(expression, nodes.Compare | nodes.Not):
            for node in _paths(expression):
                self._resolve(tag, node)
            self._report_shape(tag, kinds.NOT_PRINTABLE, expression, Scalar.FLAG)
            return
        if not dotted(expression):
            for node in _paths(expression):
                self._resolve(tag, node)
            return
        found = self._resolve(tag, expression)
        if found is None:
            return
        if _bare(found.shape) is Scalar.CHART:
            self._report_shape(tag, kinds.CHART_IN_TEXT, expression, found.shape)
            return
        if isinstance(found.shape, Maybe) and not self._asked(found.path):
            name = ".".join(dotted(expression))
            self._problems.append(kinds.UNGUARDED_OPTIONAL.at(tag.location, nombre=name))
        if _bare(found.shape) not in {Scalar.TEXT, Scalar.PROSE, Scalar.NUMBER}:
            self._report_shape(tag, kinds.NOT_PRINTABLE, expression, found.shape)

    def _asked(self, path: Path) -> bool:
        return any(path in block.asked for block in self._blocks)

    def _report_shape(self, tag: Tag, kind: ProblemKind, expression: nodes.Node, shape: Shape) -> None:
        name = ".".join(dotted(expression)) or tag.source
        self._problems.append(kind.at(tag.location, nombre=name, tipo=kind_of(shape)))

    def _names(self) -> dict[str, tuple[Shape | None, Path]]:
        names: dict[str, tuple[Shape | None, Path]] = {
            name: (shape, (name,)) for name, shape in self._contract.fields.items()
        }
        for block in self._blocks:
            if block.variable:
                names[block.variable] = (block.shape, block.path)
                names["loop"] = (_LOOP, ("loop",))
        return names

    def _resolve(self, tag: Tag, expression: nodes.Node, *, quiet: bool = False) -> _Found | None:
        """Follow a path from a name in scope; a part of it that does not exist is reported once."""
        steps = dotted(expression)
        names = self._names()
        if not steps or steps[0] not in names:
            if steps and not quiet:
                self._report_unknown(tag, steps[0], names)
            return None
        shape, path = names[steps[0]]
        self._used.add(path)
        for number, step in enumerate(steps[1:], start=1):
            if shape is None:
                return None  # the loop itself was reported
            record = _bare(shape)
            fields: Mapping[str, Shape] = record.fields if isinstance(record, Contract) else {}
            if step not in fields:
                if not quiet:
                    self._report_attribute(tag, ".".join(steps[:number]), step, fields)
                return None
            shape, path = fields[step], (*path, step)
            self._used.add(path)
        return _Found(shape, path) if shape is not None else None

    def _report_unknown(self, tag: Tag, name: str, names: Iterable[str]) -> None:
        near = suggestion(name, names)
        self._problems.append(
            kinds.UNKNOWN_VARIABLE.at(tag.location, nombre=name, parecido=near, disponibles=listed(names))
        )

    def _report_attribute(self, tag: Tag, owner: str, name: str, names: Iterable[str]) -> None:
        near = suggestion(name, names)
        self._problems.append(
            kinds.UNKNOWN_ATTRIBUTE.at(
                tag.location, objeto=owner, nombre=name, parecido=near, disponibles=listed(names)
            )
        )

    def _unused(self) -> Iterator[Path]:
        yield from self._unused_in(self._contract, (), ())

    def _unused_in(self, record: Contract, path: Path, above: tuple[Contract, ...]) -> Iterator[Path]:
        for name, shape in record.fields.items():
            here = (*path, name)
            if here not in self._used:
                yield here
                continue
            inner = _bare(shape)
            if isinstance(inner, ListOf):
                inner = _bare(inner.item)
            if isinstance(inner, Contract) and inner not in above:
                yield from self._unused_in(inner, here, (*above, inner))


def _bare(shape: Shape) -> Shape:
    return shape.shape if isinstance(shape, Maybe) else shape


def _paths(expression: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the plain paths of an expression, whole."""
    if dotted(expression):
        yield expression
        return
    for child in expression.iter_child_nodes():
        yield from _paths(child)

"""Tags: how they are written in a paragraph and what Jinja makes of each.

Each tag is parsed by itself with Jinja's own parser, so that every mistake of a template is found in one
run and named with its place; only a short list of constructs is let through.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import re
from collections.abc import Iterator
from typing import Final

import jinja2
from jinja2 import nodes

from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.records import record
from cotaprep_docs.templating import problem_kinds as kinds

PATTERN: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
ALLOWED_FILTERS: Final = frozenset({"length"})
LIST_FILTER: Final = "_list"
CHART_FILTER: Final = "_chart"
LOOP_FIELDS: Final = ("index", "first", "last", "length")
KEEP: Final = "conservar"
_QUOTES: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"}
    | dict.fromkeys("\t\n\r\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}", " ")
    | dict.fromkeys("\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}", "")
)
_DOCXTPL_BLOCKS: Final = frozenset({"colspan", "cellbg", "vm", "hm"})
_NAME: Final = re.compile(r"[^\W\d]\w*")


class Keyword(enum.Enum):
    """What a tag does."""

    OUTPUT = "{{ }}"
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    ENDIF = "endif"
    FOR = "for"
    ENDFOR = "endfor"
    COMMENT = "{# #}"


OPENING: Final = {Keyword.IF: "endif", Keyword.FOR: "endfor"}
CLOSING: Final = {Keyword.ENDIF: Keyword.IF, Keyword.ENDFOR: Keyword.FOR}
MIDDLE: Final = frozenset({Keyword.ELIF, Keyword.ELSE})


@record(frozen=True, slots=True, eq=False)
class Tag:
    """One tag, understood.

    Attributes:
        keyword: what it does.
        level: ``p`` or ``tr`` as typed; empty for an unmarked tag.
        source: its inside, as Jinja gets it.
        typed: the whole tag as typed, on one line.
        location: its place.
        expression: its expression, where it has one.
        variable: the loop variable of a ``for``.
        is_chart: it stands in the alternative text of a chart.
    """

    keyword: Keyword
    level: str
    source: str
    typed: str
    location: TemplateLocation
    expression: nodes.Node | None = None
    variable: str = ""
    is_chart: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it shapes the document instead of printing."""
        return self.keyword not in {Keyword.OUTPUT, Keyword.COMMENT}

    @property
    def checked_source(self) -> str:
        """What Jinja gets to run: a loop is told to take lists only, or it would spell out a text.

        The tag of a chart takes charts only.
        """
        if self.is_chart:
            return f"({self.source})|{CHART_FILTER}"
        if self.keyword is not Keyword.FOR:
            return self.source
        head, _, listed = self.source.partition(" in ")
        return f"{head} in ({listed.strip()})|{LIST_FILTER}"


_Parsed = tuple[Tag | None, tuple[Problem, ...]]


@functools.cache
def _parser() -> jinja2.Environment:
    return jinja2.Environment(autoescape=True)


def normalise(text: str) -> str:
    """Return a tag's text with the quotes and spaces Word puts in turned into those Jinja knows."""
    return text.translate(_QUOTES).strip()


def parse_tag(text: str, location: TemplateLocation) -> _Parsed:
    """Return the tag a piece of text is, or the problems that keep it from being one."""
    typed = normalise(text)
    location = dataclasses.replace(location, tag=typed)
    inside = typed[2:-2].strip()
    if typed.startswith("{#"):
        return Tag(Keyword.COMMENT, "", inside.lower(), typed, location), ()
    problem = _refused_mark(typed)
    if problem:
        return None, (kinds.UNSUPPORTED_MARK.at(location, etiqueta=typed, marca=problem),)
    if typed.startswith("{{"):
        return _parse_output(inside, typed, location)
    return _parse_block(typed, location)


def _refused_mark(typed: str) -> str:
    """Return the mark of docxtpl or Jinja that would change what is around the tag, if there is one."""
    start = re.match(r"\{\{(?:p|tr|tc|r)(?= +\w)|\{%(?:tc|r)(?= )|\{[{%][-+]", typed)
    end = re.search(r"[-+][%}]\}$", typed)
    mark = start or end
    return mark.group() if mark else ""


def _parse_output(inside: str, typed: str, location: TemplateLocation) -> _Parsed:
    tree, problem = _jinja(f"{{{{ {inside} }}}}", typed, location)
    if tree is None:
        return None, problem
    output = tree.body[0] if tree.body else None
    if not isinstance(output, nodes.Output) or len(tree.body) != 1 or not output.nodes:
        return None, (_syntax(typed, location, "está vacía o tiene más de una expresión"),)
    expression = output.nodes[0]
    problems = tuple(_refusals(expression, typed, location))
    return (None if problems else Tag(Keyword.OUTPUT, "", inside, typed, location, expression)), problems


def _parse_block(typed: str, location: TemplateLocation) -> _Parsed:
    inside = typed[2:-2]
    level = next((level for level in ("p", "tr") if inside.startswith(f"{level} ")), "")
    inside = inside[len(level) :].strip()
    match = _NAME.match(inside)
    word = match.group() if match else ""
    try:
        keyword = Keyword(word)
    except ValueError:
        kind = kinds.UNSUPPORTED_MARK if word in _DOCXTPL_BLOCKS else kinds.UNKNOWN_BLOCK
        return None, (kind.at(location, etiqueta=typed, marca=word, palabra=word or typed),)
    rest = inside[len(word) :].strip()
    if keyword in CLOSING or keyword is Keyword.ELSE:
        if rest:
            return None, (_syntax(typed, location, f"después de «{word}» no va nada"),)
        return Tag(keyword, level, inside, typed, location), ()
    return _parse_condition(keyword, level, inside, typed, location)


def _parse_condition(
    keyword: Keyword, level: str, inside: str, typed: str, location: TemplateLocation
) -> _Parsed:
    opening = inside.removeprefix("el") if keyword is Keyword.ELIF else inside
    closing = "endfor" if keyword is Keyword.FOR else "endif"
    tree, problem = _jinja(f"{{% {opening} %}}{{% {closing} %}}", typed, location)
    if tree is None:
        return None, problem
    node = tree.body[0] if len(tree.body) == 1 else None
    variable = ""
    expression: nodes.Node
    if isinstance(node, nodes.For):
        if not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive:
            construct = "un ciclo con varias variables, con «if» o «recursive»"
            return None, (kinds.FORBIDDEN_CONSTRUCT.at(location, etiqueta=typed, construccion=construct),)
        variable, expression = node.target.name, node.iter
    elif isinstance(node, nodes.If):
        expression = node.test
    else:
        return None, (_syntax(typed, location, "le falta la condición o le sobra texto"),)
    problems = tuple(_refusals(expression, typed, location))
    tag = Tag(keyword, level, inside, typed, location, expression, variable)
    return (None if problems else tag), problems


def _jinja(
    source: str, typed: str, location: TemplateLocation
) -> tuple[nodes.Template | None, tuple[Problem, ...]]:
    try:
        return _parse(source), ()
    except jinja2.TemplateSyntaxError:
        return None, (_syntax(typed, location, _explain(typed)),)


@functools.lru_cache(maxsize=1024)
def _parse(source: str) -> nodes.Template:
    """Return a tag's tree, which nobody changes: templates say the same tag many times."""
    return _parser().parse(source)


def _syntax(typed: str, location: TemplateLocation, detail: str) -> Problem:
    return kinds.TAG_SYNTAX.at(location, etiqueta=typed, detalle=detail)


def _explain(typed: str) -> str:
    """Say in Spanish what people most often get wrong; Jinja speaks English and of other things."""
    if typed.count('"') % 2 or typed.count("'") % 2:
        return "falta una comilla"
    if re.search(r"(?<![=!<>])=(?!=)", typed):
        return "para comparar se escribe == (dos signos)"
    if typed.count("(") != typed.count(")"):
        return "falta un paréntesis"
    if re.match(r"\{%\s*(p |tr )?\s*for\b", typed) and " in " not in typed:
        return "al «for» le falta «in»"
    if re.match(r"\{%\s*(p |tr )?\s*(if|elif)\s*%", typed):
        return "le falta la condición"
    if not typed[2:-2].strip():
        return "está vacía"
    return "revise espacios, puntos y signos"


_CONSTRUCTS: Final[tuple[tuple[type[nodes.Node], str], ...]] = (
    (nodes.Call, "una llamada con paréntesis"),
    (nodes.Getitem, "corchetes o un número tras el punto"),
    (nodes.Test, "«is»"),
    (nodes.CondExpr, "«if» dentro de la expresión"),
    (nodes.Concat, "~"),
    (nodes.BinExpr, "una operación"),
    (nodes.UnaryExpr, "un signo"),
    (nodes.List, "una lista escrita"),
    (nodes.Tuple, "comas"),
    (nodes.Dict, "un diccionario escrito"),
)
_ALLOWED: Final = (
    nodes.Name, nodes.Getattr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip


def _refusals(expression: nodes.Node, typed: str, location: TemplateLocation) -> Iterator[Problem]:
    """Yield what an expression uses beyond the short list that templates may use."""
    for node in (expression, *expression.find_all(nodes.Node)):
        found = _refused(node)
        if found:
            kind: ProblemKind = kinds.FORBIDDEN_CONSTRUCT
            yield kind.at(location, etiqueta=typed, construccion=found)


def _refused(node: nodes.Node) -> str:
    if isinstance(node, nodes.Filter):
        return "" if node.name in ALLOWED_FILTERS and not node.args else f"el filtro «{node.name}»"
    if isinstance(node, nodes.Const):
        return "" if type(node.value) in {str, int} else "una constante que no es texto ni entero"
    if isinstance(node, nodes.TemplateData):
        return "texto dentro de la etiqueta"
    name = node.name if isinstance(node, nodes.Name) else node.attr if isinstance(node, nodes.Getattr) else ""
    if name.startswith("_"):
        return f"el nombre reservado «{name}»"
    if isinstance(node, _ALLOWED):
        return ""
    return next((text for kind, text in _CONSTRUCTS if isinstance(node, kind)), "una construcción de Jinja")


def dotted(expression: nodes.Node) -> tuple[str, ...]:
    """Return ``a.b.c`` as its names; empty where the expression is not a plain path."""
    if isinstance(expression, nodes.Name):
        return (expression.name,)
    if isinstance(expression, nodes.Getattr):
        inner = dotted(expression.node)
        return (*inner, expression.attr) if inner else ()
    return ()

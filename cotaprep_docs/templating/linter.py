"""All findings over one template in one run, before anybody's document depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.problems.problem import Problem, sort_problems
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.contract import Contract
from cotaprep_docs.templating.form import check_package, check_story
from cotaprep_docs.templating.letterhead_lint import check_headers, check_styles
from cotaprep_docs.templating.references import ReferenceChecker
from cotaprep_docs.templating.stories import stories
from cotaprep_docs.templating.template import Source, Template, prepare, read_sources


def lint(body: Path, contract: Contract, *, letterhead: Path | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with a template and its letterhead, in reading order.

    Args:
        body: the template.
        contract: what its kind of document offers; see `contract_of`.
        letterhead: the file its headers and page set-up come from.

    Raises:
        UnreadableInput: a file is missing or damaged, so that there is nothing to look at.
    """
    source, letterhead_source = read_sources(body, letterhead)
    template, problems = prepare(source, letterhead_source)
    found = [*problems, *_references(template, contract), *_form(source, headers=letterhead_source is None)]
    found.extend(check_styles(source, letterhead_source))
    if letterhead_source is not None:
        found.extend(check_headers(source, letterhead_source))
        found.extend(_form(letterhead_source, body=False))
    return sort_problems(found)


def _references(template: Template, contract: Contract) -> tuple[Problem, ...]:
    checker = ReferenceChecker(contract)
    for story in template.stories:
        checker.check(template.tags[story.part])
    return checker.finish(template.name)


def _form(source: Source, *, body: bool = True, headers: bool = True) -> Iterator[Problem]:
    root = parse_xml(source.parts[source.document], source.document)
    for story in stories(source.parts, source.document, root):
        is_header = story.kind in {opc.REL_HEADER, opc.REL_FOOTER}
        if (is_header and headers) or (not is_header and body):
            yield from check_story(parse_xml(source.parts[story.part], story.part), source.name, story)
    yield from check_package(source.parts, source.document, source.name)

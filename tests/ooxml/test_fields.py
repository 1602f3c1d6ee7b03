from __future__ import annotations

from cotaprep_docs.ooxml.fields import cache_results
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.ooxml.package import read_package, write_package

W = f'xmlns:w="{NAMESPACES["w"]}"'


def docx(body: str) -> bytes:
    document = f"<w:document {W}><w:body><w:p>{body}</w:p></w:body></w:document>"
    return write_package({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def complex_field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{result}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_of(data: bytes) -> str:
    root = read_package(data).xml("word/document.xml")
    return "|".join(node.text or "" for node in root.iter(f"{{{NAMESPACES['w']}}}t"))


def twenty_one(instruction: Instruction) -> str:
    return "veintiuno" if "CardText" in instruction.formats else "21"


def test_figures_words_and_other_fields() -> None:
    body = (
        complex_field(" NUMPAGES ", "9")
        + complex_field(r" NUMPAGES \* CardText ", "nueve")
        + complex_field(" PAGE ", "2")
        + '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
        + "<w:r><w:t>NUMPAGES 9</w:t></w:r>"
    )
    assert text_of(cache_results(docx(body), ("NUMPAGES",), twenty_one)) == "21|veintiuno|2|21|NUMPAGES 9"


def test_a_result_split_over_runs_is_not_doubled() -> None:
    body = complex_field("NUMPAGES", "1</w:t></w:r><w:r><w:t>2")
    assert text_of(cache_results(docx(body), ("NUMPAGES",), lambda _: "7")) == "7|"

"""What the pages share: one file that loads nothing, runs nothing, and reads well on a telephone.

Everything that comes from a tracker is escaped; a policy in the page forbids it to load anything.
"""

from __future__ import annotations

from html import escape

from cotaprep_docs.exports.texts import clean

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light dark;--fondo:#fff;--texto:#1b1b1b;--linea:#c9c9c9;--tenue:#555;
--error:#b00020;--advertencia:#8a5a00;--aviso:#0b5394;--bien:#1e6b34}
@media(prefers-color-scheme:dark){:root{--fondo:#161616;--texto:#ececec;--linea:#444;--tenue:#b5b5b5;
--error:#ff8a93;--advertencia:#f2c14e;--aviso:#8ec5ff;--bien:#8fd6a3}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--fondo);color:var(--texto);
font:1rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0}
h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--linea)}
header p{color:var(--tenue)}
p{margin:.15rem 0}
ul,ol{list-style:none;margin:0;padding:0}
input{width:1.15rem;height:1.15rem;margin:.5rem .3rem .5rem 0;vertical-align:middle}
label{margin-right:1.1rem;font-weight:600}
:focus-visible{outline:3px solid var(--aviso);outline-offset:2px}
@media print{input,label{display:none}li{break-inside:avoid}}
"""


def text(content: str) -> str:
    """Return a text as HTML shows it."""
    return escape(clean(content), quote=True)


def write_box(key: str, label: str) -> str:
    """Return a box, ticked, that a rule ``#ver-key:not(:checked)`` hides what is of a kind with."""
    return (
        f'<input type="checkbox" id="ver-{text(key)}" checked>'
        f'<label class="{text(key)}" for="ver-{text(key)}">{text(label)}</label>'
    )


def write_html(title: str, body: str, style: str) -> bytes:
    """Return a page as UTF-8.

    Args:
        title: its title, as plain text.
        body: what it holds, as HTML.
        style: its own rules, after those that all pages share.
    """
    return (
        '<!doctype html>\n<html lang="es">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{text(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n"
        "</html>\n"
    ).encode()

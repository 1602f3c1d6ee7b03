"""Text as people type it: keys to match by, first letters, final dots."""

from __future__ import annotations

import re
import unicodedata

_FIRST_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
# The only Spanish words of one letter; any other lone capital is an initial, a symbol or a numeral.
_ONE_LETTER_WORDS = frozenset("AEOUYÁÉÓÚ")
_FINAL_DOT = re.compile(r"(?<!\.)\.$")


def normalize_key_text(text: str) -> str:
    """Return the form of a text that is compared with others, never printed.

    What looks the same becomes the same: compatibility forms and accents composed (NFKC), every run of
    spaces (no-break and line ends too) one space, none at the ends, invisible characters (zero-width,
    soft hyphen, direction marks) gone, capitals folded. Accents stay: «Peña» is not «Pena».
    """
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", visible).casefold().split())


def without_accents(text: str) -> str:
    """Return the text without diacritics: «sesión» is «sesion», «año» is «ano».

    For tolerant look-ups (headers, suggestions) and ASCII names; never to tell two people apart.
    """
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", bare)


def fold_text(text: str) -> str:
    """Return a text to look for words in: no accents, no capitals, one space where there were several."""
    return without_accents(normalize_key_text(text))


def sorting_key(text: str) -> str:
    """Return what puts texts in alphabetical order: accents and capitals aside, «ñ» after «n»."""
    return without_accents(text.casefold().replace("ñ", "n\N{TILDE OPERATOR}"))


def sentence_case(text: str) -> str:
    """Return the text with its first letter in upper case, and nothing else changed.

    Opening quotes, brackets and «¿» are passed over; a text that begins with figures stays as it is.
    """
    found = _FIRST_LETTER_OR_DIGIT.search(text)
    if not found:
        return text
    return f"{text[: found.start()]}{found.group().title()}{text[found.end() :]}"


def lower_first(text: str) -> str:
    """Return the text with its first letter in lower case, to continue a sentence.

    Acronyms stay («PREP», «CATDs») and so do lone capitals that are not words («X», «V»). A proper name
    cannot be told from a noun: do not pass one.
    """
    found = _FIRST_LETTER_OR_DIGIT.search(text)
    word = _FIRST_WORD.match(text, found.start()) if found else None
    if word is None or _keeps_capitals(word.group()):
        return text
    start = word.start()
    return f"{text[:start]}{text[start].lower()}{text[start + 1 :]}"


def without_final_dot(text: str) -> str:
    """Return the text without the dot that ends it, nor spaces after it, to continue a sentence.

    An ellipsis stays. The dot of an abbreviation goes too («etc.»), since it also ends the sentence.
    """
    return _FINAL_DOT.sub("", text.rstrip()).rstrip()


def _keeps_capitals(word: str) -> bool:
    if len(word) == 1:
        return word not in _ONE_LETTER_WORDS
    return sum(char.isupper() for char in word) > 1

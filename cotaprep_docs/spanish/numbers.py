"""Numbers as acts write them: cardinals and ordinals in words, figures, roman numerals, percentages.

Rules come from the Real Academia Española (RAE): *Ortografía de la lengua española* (2010), chapter VIII,
and the *Diccionario panhispánico de dudas* (DPD), «cardinales» and «ordinales». Where the norm admits two
forms, the docstring says which one is written here.
"""

from __future__ import annotations

import enum

MAX_CARDINAL = 999_999
MAX_ORDINAL = 999
MAX_ROMAN = 3_999
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Gender(enum.Enum):
    """Grammatical gender of the noun that a word agrees with."""

    MASCULINE = "m"
    FEMININE = "f"


class OrdinalStyle(enum.Enum):
    """How the ordinals from 11th to 29th are written.

    `SEPARATE` gives «décimo primero», «vigésima primera»: both words agree. `JOINED` gives «undécimo»,
    «duodécimo», «decimotercero», «vigesimoprimera»: only the ending agrees. Both are correct.
    """

    SEPARATE = "separado"
    JOINED = "unido"


_UNITS = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
    "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
    "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_TENS = ("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
    "ochocientos", "novecientos",
)  # fmt: skip
_ONE = {None: "uno", Gender.MASCULINE: "un", Gender.FEMININE: "una"}
_TWENTY_ONE = {None: "veintiuno", Gender.MASCULINE: "veintiún", Gender.FEMININE: "veintiuna"}

_ORDINAL_UNITS = (
    "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
)  # fmt: skip
_ORDINAL_TENS = (
    "", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo",
    "octogésimo", "nonagésimo",
)  # fmt: skip
_ORDINAL_HUNDREDS = (
    "", "centésimo", "ducentésimo", "tricentésimo", "cuadringentésimo", "quingentésimo", "sexcentésimo",
    "septingentésimo", "octingentésimo", "noningentésimo",
)  # fmt: skip
_JOINED_PREFIX = ("", "decimo", "vigesimo")

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def cardinal(n: int, gender: Gender | None = None) -> str:
    """Return a cardinal in words.

    Without gender the number stands alone («veintiuno», as in «el número veintiuno» or a figure read
    aloud). With one it goes before a noun: apocope before a masculine («veintiún puntos», «ciento un
    votos»), agreement with a feminine («veintiuna horas», «doscientas una fojas»).

    Before «mil» hundreds always agree («doscientas mil fojas»), while for «uno» the RAE leaves agreement
    open («veintiún mil» or «veintiuna mil fojas»): «veintiún mil», «treinta y un mil» are written for
    both genders (*Libro de estilo de la Justicia*, 14.3.1; DPD, «cardinales»).

    Args:
        n: from 0 to 999,999.
        gender: gender of the noun that follows; None when none follows.

    Raises:
        ValueError: the number is out of range.
    """
    _check_range(n, 0, MAX_CARDINAL)
    thousands, rest = divmod(n, 1000)
    words: list[str] = []
    if thousands > 1:
        words.append(_below_thousand(thousands, Gender.MASCULINE, hundreds=gender))
    if thousands:
        words.append("mil")
    if rest or not thousands:
        words.append(_below_thousand(rest, gender, hundreds=gender))
    return " ".join(words)


def ordinal(
    n: int,
    gender: Gender = Gender.MASCULINE,
    *,
    style: OrdinalStyle = OrdinalStyle.SEPARATE,
    apocope: bool = False,
) -> str:
    """Return an ordinal in words.

    From 30th on only separate words are in use, so both styles agree there; for 11th and 12th the joined
    style writes «undécimo» and «duodécimo», which cultivated use prefers to «decimoprimero» (RAE,
    *Ortografía*, VIII, 3.2).

    Args:
        n: from 1 to 999.
        gender: gender of the noun.
        style: see `OrdinalStyle`.
        apocope: the ordinal stands before a masculine noun («primer punto», «vigésimo tercer informe»).
            Without effect in the feminine, where «la primer sesión» is no longer good usage.

    Raises:
        ValueError: the number is out of range.
    """
    _check_range(n, 1, MAX_ORDINAL)
    words = _ordinal_words(n, style)
    if gender is Gender.FEMININE:
        words = [f"{word[:-1]}a" for word in words]
    elif apocope and words[-1].endswith(("primero", "tercero")):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def number_and_words(n: int, gender: Gender | None = None) -> str:
    """Return figures and words, as in «5 (cinco)»; the gender is that of `cardinal`.

    Raises:
        ValueError: the number is out of the range of `cardinal`.
    """
    return f"{digits(n)} ({cardinal(n, gender)})"


def digits(n: int) -> str:
    """Return an integer in figures, with a comma every three digits, as Mexico writes them: «4,117».

    Not for years, pages, articles or record numbers, which are never grouped (RAE, *Ortografía*, VIII).
    """
    return f"{n:,}"


def roman(n: int) -> str:
    """Return a roman numeral in capitals, from 1 to 3,999.

    Raises:
        ValueError: the number is out of range.
    """
    _check_range(n, 1, MAX_ROMAN)
    letters: list[str] = []
    for value, symbol in _ROMAN:
        count, n = divmod(n, value)
        letters.append(symbol * count)
    return "".join(letters)


def percent(numerator: int, denominator: int, decimals: int = 4) -> str:
    """Return a percentage, such as «95.2352 %»: exact, half rounds up, no float takes part.

    Mexico writes the decimal point; the sign is set apart by a space, not to be broken (RAE, *Ortografía*,
    VIII).

    Args:
        numerator: the part; zero or more, it may exceed the whole.
        denominator: the whole.
        decimals: how many decimals are printed.

    Raises:
        ZeroDivisionError: there is no whole; the caller says what that means.
        ValueError: a count or the number of decimals is negative.
    """
    if min(numerator, denominator, decimals) < 0:
        raise ValueError(f"negative value in percent({numerator}, {denominator}, {decimals})")
    scale: int = 10**decimals
    units = (2 * 100 * numerator * scale + denominator) // (2 * denominator)
    whole, fraction = divmod(units, scale)
    figures = f"{digits(whole)}.{fraction:0{decimals}d}" if decimals else digits(whole)
    return f"{figures}{NO_BREAK_SPACE}%"


def _check_range(n: int, low: int, high: int) -> None:
    if not low <= n <= high:
        raise ValueError(f"{n} is not between {low} and {high}")


def _below_thousand(n: int, gender: Gender | None, *, hundreds: Gender | None) -> str:
    """Return 0 to 999 in words; hundreds may agree with a noun that «uno» does not agree with."""
    if n == 100:
        return "cien"
    quotient, rest = divmod(n, 100)
    words: list[str] = []
    if quotient:
        word = _HUNDREDS[quotient]
        agrees = hundreds is Gender.FEMININE and quotient > 1
        words.append(f"{word[:-2]}as" if agrees else word)
    if rest or not quotient:
        words.append(_below_hundred(rest, gender))
    return " ".join(words)


def _below_hundred(n: int, gender: Gender | None) -> str:
    if n == 1:
        return _ONE[gender]
    if n == 21:
        return _TWENTY_ONE[gender]
    if n < 30:
        return _UNITS[n]
    tens, unit = divmod(n, 10)
    return f"{_TENS[tens]} y {_below_hundred(unit, gender)}" if unit else _TENS[tens]


def _ordinal_words(n: int, style: OrdinalStyle) -> list[str]:
    hundreds, rest = divmod(n, 100)
    tens, unit = divmod(rest, 10)
    if style is OrdinalStyle.JOINED and 10 < rest < 30 and unit:
        words = [_ORDINAL_HUNDREDS[hundreds], _joined_ordinal(tens, unit)]
    else:
        words = [_ORDINAL_HUNDREDS[hundreds], _ORDINAL_TENS[tens], _ORDINAL_UNITS[unit]]
    return [word for word in words if word]


def _joined_ordinal(tens: int, unit: int) -> str:
    if tens == 1 and unit <= 2:
        return "undécimo" if unit == 1 else "duodécimo"
    # The first half loses its accent (decimotercero) and two o's become one (decimoctavo).
    return f"{_JOINED_PREFIX[tens]}{_ORDINAL_UNITS[unit]}".replace("oo", "o")

"""What the operating system answers, in Spanish: its own words depend on its language."""

from __future__ import annotations


def reason_in_spanish(error: OSError) -> str:
    """Return why a file cannot be read, as the end of a sentence."""
    if isinstance(error, FileNotFoundError):
        return "no existe"
    if isinstance(error, IsADirectoryError):
        return "es una carpeta"
    if isinstance(error, PermissionError):
        return "no hay permiso, es una carpeta o está abierto en otro programa"
    return f"el sistema no lo permite (código {error.errno})"

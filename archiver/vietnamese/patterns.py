"""How long patterns are written in this house."""

from __future__ import annotations

import unicodedata


def joined(pattern: str) -> str:
    """A pattern written over several lines, as one: line ends and the indentation after them vanish, blanks stay.

    >>> joined('''
    ...     tin khác
    ...     |xem thêm''')
    'tin khác|xem thêm'
    """
    return "".join(line.lstrip(" ") for line in pattern.split("\n"))


def unaccent(text: str) -> str:
    """Lower case without marks; đ becomes d, since NFD leaves it whole.

    >>> unaccent("Đắk Nông")
    'dak nong'
    """
    return (
        unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
        if text.isascii()
        else "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c)).replace("đ", "d")
    )

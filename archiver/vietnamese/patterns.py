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
    text = text.lower()
    if text.isascii():
        return text
    return unicodedata.normalize("NFD", text.replace("đ", "d")).translate(_MARKS)


_MARKS = dict.fromkeys(range(0x300, 0x370))

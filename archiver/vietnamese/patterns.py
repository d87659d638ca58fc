"""How long patterns are written in this house."""

from __future__ import annotations


def joined(pattern: str) -> str:
    """A pattern written over several lines, as one: line ends and the indentation after them vanish, blanks stay.

    >>> joined('''
    ...     tin khác
    ...     |xem thêm''')
    'tin khác|xem thêm'
    """
    return "".join(line.lstrip(" ") for line in pattern.split("\n"))

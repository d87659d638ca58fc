"""Vietnamese text, folded for comparison: one spelling, one kind of space, and no surprise in its cost."""

from __future__ import annotations

import re
import unicodedata

_D = str.maketrans("đĐðÐɖƉ", "dddddd")  # NFD leaves đ whole; old fonts and OCR print eth or the African Ɖ for it
_LONG_RUN = re.compile("[\u0300-\u036f]{31,}")  # UAX 15, stream-safe text: no language stacks 30 marks
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")

# Marks that Vietnamese stacks on a letter: grave, acute, circumflex, tilde, breve, hook, horn, dot below.
_STACKED = "\u0300-\u0303\u0306\u0309\u031b\u0323"
_STACK = re.compile(f"([^\\W\\d_])([{_STACKED}]{{1,3}})")

# One character for one, so that offsets stay: dashes, slashes, full-width digits and signs, invisible characters.
_ODD = {
    **{ord(c): "-" for c in "–—−‑‐‒―﹣－"},
    **{ord(c): "/" for c in "／∕⁄"},
    **{ord(c): ":" for c in "：∶"},
    **{ord(c): "." for c in "．"},
    **{ord(c): " " for c in "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"},
    **{0xFF10 + n: str(n) for n in range(10)},
    ord("ð"): "đ",
    ord("Ð"): "đ",
    0x0256: "đ",  # ɖ and Ɖ, African letters that look like it
    0x0189: "đ",
    ord("’"): "'",
    ord("′"): "'",
    ord("İ"): "İ",  # seen to below
}
_ODD_SEEN = re.compile(  # a plain set is searched ten times faster than what it opens
    "[" + _STACKED + "".join(re.escape(chr(c)) for c in _ODD if chr(c) != "–") + "]"
)


def nfc(text: str) -> str:
    """*text* in Unicode's composed form, in linear time.

    CPython sorts a run of combining marks by insertion, so a run of 100,000 takes a minute; a run of more than 30
    (none in any language, UAX 15) is left as it is.

    >>> nfc("Tha\\u0301ng")
    'Tháng'
    """
    if text.isascii() or len(text) <= 30 or not _LONG_RUN.search(text):
        return unicodedata.normalize("NFC", text)
    parts, at = [], 0
    for run in _LONG_RUN.finditer(text):
        parts += [unicodedata.normalize("NFC", text[at : run.start()]), run[0]]
        at = run.end()
    return "".join([*parts, unicodedata.normalize("NFC", text[at:])])


_MOST_AT_ONCE = 100_000  # letters: the words of a text, as a list, take ten times its room


def single_spaced(text: str) -> str:
    """*text* with every run of white space as one space, none at the ends; a long one piece by piece."""
    if len(text) <= _MOST_AT_ONCE:
        return " ".join(text.split())
    pieces: list[str] = []
    at = 0
    while at < len(text):
        end = text.find(" ", at + _MOST_AT_ONCE)
        end = len(text) if end < 0 else end
        pieces.append(" ".join(text[at:end].split()))
        at = end
    return " ".join(filter(None, pieces))


def fold_space(text: str) -> str:
    """*text* in NFC, every run of white space one space, none at the ends; invisible characters dropped.

    >>> fold_space(" Ngày\\xa0 5\\u200b\\n tháng 8 ")
    'Ngày 5 tháng 8'
    """
    return single_spaced(text if text.isascii() else _INVISIBLE.sub("", nfc(text)))


def unaccent(text: str) -> str:
    """*text* in lower case without marks, đ as d: a key to compare by, never to show.

    >>> unaccent("Hội đồng Thi đua – Khen thưởng")
    'hoi dong thi dua – khen thuong'
    """
    if text.isascii():
        return text.lower()
    bare = _LONG_RUN.sub("", text) if len(text) > 30 else text
    plain = _MARKS.sub("", unicodedata.normalize("NFD", bare)).replace("đ", "d").replace("Đ", "D")
    return (plain if plain.isascii() else plain.translate(_D)).lower()


def _lower(text: str) -> str:
    """*text* in lower case; 'İ', which alone would become two characters, is left."""
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def aligned(text: str) -> tuple[str, list[int] | None]:
    """*text* folded for reading (NFC, lower case, ASCII dashes, slashes and digits), and where each character stood.

    The second is None where characters stand where they stood; otherwise item i is the offset in *text* of
    character i, with one item more for the end.

    >>> aligned("Từ 5–8")
    ('từ 5-8', None)
    >>> aligned("Tu\\u031b\\u0300 5")
    ('từ 5', [0, 1, 4, 5, 6])
    """
    if text.isascii():
        return text.lower(), None
    offsets: list[int] | None = None
    text = text.replace("–", "-")
    if _ODD_SEEN.search(text):
        if _STACK.search(text):
            text, offsets = _composed(text)
        text = text.translate(_ODD)
        if "İ" in text:
            return _lower(text), offsets
    return text.lower(), offsets


def _composed(text: str) -> tuple[str, list[int] | None]:
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for stack in _STACK.finditer(text):
        begin, end = stack.span()
        if at < begin:
            parts.append(text[at:begin])
            offsets.extend(range(at, begin))
        whole = unicodedata.normalize("NFC", stack[0])
        parts.append(whole)
        offsets.extend([begin] * len(whole))
        at = end
    parts.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(parts), offsets

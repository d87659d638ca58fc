"""Which letters the bytes of a page mean: by header, by meta, by content, in that order of doubt.

UTF-8 proves itself: other bytes do not pass for it by chance. Everything else is believed until the text says
otherwise, and Vietnamese says so plainly, since it is written in syllables of which few combinations of letters make
one. That also tells the encodings that hide within fonts: TCVN3 (.VnTime and kin, where 'ViÖt' is drawn as 'Việt') and
VNI ('Vieät'), whatever the page calls itself, and UTF-8 that was taken for windows-1252 and encoded once more.
"""

from __future__ import annotations

import codecs
import html
import logging
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from archiver.shapes import Problem
from archiver.vietnamese.text import nfc

FontEncoding = Literal["tcvn3", "vni", "bkhcm2"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the bytes say."""

    text: str
    """Every letter that could be read; U+FFFD where a byte makes none."""
    encoding: str
    """Python's name of the encoding that was used ('utf-8', 'utf-16-le', 'cp1258'), or 'viscii', 'vps'; 'tcvn3', 'vni',
    'bkhcm2' where the text was written for fonts."""
    problems: tuple[Problem, ...] = ()
    """Every doubt, with its reason."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Read *body*, a page or a plain text, in NFC; *content_type* is its header.

    >>> decode("Thi đua".encode("utf-16")).text
    'Thi đua'
    >>> decode("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc".encode("cp1252")).text
    'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc'

    Never raises: what cannot be read becomes U+FFFD, and a Problem says so.
    """
    decoded = decode_bytes(body, content_type)
    if decoded.text.isascii():
        return decoded
    fonts = font_encoding(decoded.text)
    if fonts is None:
        return Decoded(nfc(decoded.text), decoded.encoding, decoded.problems)
    text = _TEXT.sub(lambda run: from_fonts(run[0], fonts), decoded.text)
    return Decoded(nfc(text), fonts, (*decoded.problems, fonts_problem(fonts)))


_TEXT = re.compile(r"(?:^|(?<=>))[^<>]+")  # outside of tags: the addresses in them are not written in fonts


def fonts_problem(fonts: FontEncoding) -> Problem:
    """How a record says that its text was read through a font's encoding."""
    name = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI", "bkhcm2": "BK HCM 2"}[fonts]
    return Problem("font-encoding", f"the text is written for the fonts of {name}; it was turned into Unicode")


# --- bytes -----------------------------------------------------------------------------------------------------------

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META_CHARSET = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_HEAD = 4096  # browsers look for the meta in 1,024 bytes; pages of old portals put scripts before it
# 'á»', 'áº', 'Ä‘' without their first byte: halves of ệ, ạ, đ; to split at it is faster than to search.
_TWICE = (b"\xa1\xc2\xbb", b"\xa1\xc2\xba", b"\x84\xe2\x80\x98")
_LOOKED_AT = 50_000  # such bytes


def decode_bytes(body: bytes, content_type: str | None = None) -> Decoded:
    """The same, letter for letter: neither composed (addresses in a page must stay as they are) nor read through fonts.

    >>> decode_bytes("Vieät Nam".encode(), "text/html; charset=utf-8")
    Decoded(text='Vieät Nam', encoding='utf-8', problems=())
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _read(body[len(mark) :], name, ())
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _doubtful(body, content_type)
    if b"\0" in body[:_HEAD] and (wide := _wide(body)):
        return _read(body, wide, ())
    if sum(part.startswith(_TWICE) for part in body.split(b"\xc3", _LOOKED_AT)[1:]) >= 8:
        once = _once(text)
        if once is not None:
            why = "UTF-8 had been taken for windows-1252 and encoded again; it was read as what it was before"
            return Decoded(once, "utf-8", (Problem("encoded-twice", why),))
    return Decoded(text, "utf-8")


def _doubtful(body: bytes, content_type: str | None) -> Decoded:
    """Bytes that are no UTF-8: what header and meta say, unless the text speaks against it."""
    if wide := _wide(body):
        return _read(body, wide, ())
    said = _HEADER_CHARSET.search(content_type or "")
    header = _known(said[1]) if said else None
    in_page = _META_CHARSET.search(body[:_HEAD]) or _XML_CHARSET.search(body[:_HEAD])
    meta = _known(in_page[1].decode("ascii", "replace")) if in_page else None
    told = next((name for name in (header, meta) if name is not None), None)
    if (mixed := _mixed(body)) is not None:
        return mixed
    if told == "utf-8" and _nearly_utf8(body):
        return _read(body, "utf-8", ())
    if told not in (None, "utf-8", "cp1252", "cp1258"):
        return _read(body, str(told), ())
    # Nothing was said, or what software says that does not know, or windows-1258, as which everything Vietnamese was
    # labelled: the text tells the encoding, or that it is written for fonts, or in another language.
    sample = body[:200_000]
    legacy = _legacy(sample)
    if legacy is not None:
        return _read(body, legacy, ())
    if told == "utf-8" and body.decode("utf-8", "replace").replace("\ufffd", "").isascii():
        told = None  # not one letter of it is UTF-8, and all would be lost
    if told is not None:
        return _read(body, told, ())
    if _nearly_utf8(body):
        return _read(body, "utf-8", ())
    if sum(byte >= 0x80 for byte in sample[:20_000]) * 5 < len(sample[:20_000]):
        why = "the page names no encoding that fits; it was read as windows-1252, as browsers do"
        return _read(body, "cp1252", (Problem("encoding-guessed", why),))
    return _guessed(body)


def _legacy(sample: bytes) -> str | None:
    """The encoding, of those before Unicode, in which *sample* is Vietnamese; 'cp1252' for fonts, None for no such."""
    latin = _unmarked(sample.decode("cp1252", "replace"))
    words = _WORD.findall(latin)
    fonts, share = _fonts_of(words, _ENOUGH)
    vietnamese = _syllables(nfc(sample.decode("cp1258", "replace")))
    one_byte = {name: _syllables(sample.decode("latin-1").translate(table)) for name, table in _ONE_BYTE.items()}
    best = max(one_byte, key=lambda name: one_byte[name])
    plain = [word for word in _BETWEEN.split(latin)[:8_000] if len(word) > 1 and word.isascii() and word.isalpha()]
    # Whatever its letters with marks, the rest is another language.
    if len(plain) > 3 and sum(map(is_syllable, plain)) * 2 < len(plain):
        return None
    if vietnamese >= max(0.8, share, one_byte[best]):
        return "cp1258"
    if one_byte[best] >= 0.8:  # then fonts are asked of every word, too, not of the telling ones alone
        drawn = _syllables(from_fonts(latin, fonts)) if fonts else 0.0
        if one_byte[best] > drawn:
            return best
    return "cp1252" if fonts is not None else None


def _mixed(body: bytes) -> Decoded | None:
    """A page in UTF-8 with parts in an older encoding: a menu around articles that were never converted."""
    if sum(body.count(half) for half in _OF_UTF8) < 3:
        return None
    good, bad = bytearray(), bytearray()
    for run in _RUN.findall(body):
        if not run.isascii():
            if _is_utf8(run):
                good.extend(run + b" ")
            elif _nearly_utf8(run):
                return None  # letters cut in two, or a few bytes of garbage
            else:
                bad.extend(run + b" ")
    if not bad or _syllables(good.decode("utf-8")) < 0.8:
        return None
    legacy = _legacy(bytes(bad[:200_000]))
    if legacy is None:
        return None

    parts = []
    for piece in _PIECE.findall(body):
        parts.append(piece.decode("utf-8") if _is_utf8(piece) else _read(piece, legacy, ()).text)
    why = f"the page is UTF-8, and parts of it are {'written for fonts' if legacy == 'cp1252' else legacy}"
    return Decoded("".join(parts), "utf-8", (Problem("encodings-mixed", why),))


_BETWEEN = re.compile(r"[\s!-@\[-`{-~]+")
_OF_UTF8 = (b"\xe1\xba", b"\xe1\xbb", b"\xc6\xb0", b"\xc6\xa1", b"\xc4\x91")  # halves of ạ, ộ, ư, ơ, đ
_RUN = re.compile(rb"[^<>]+")
_PIECE = re.compile(rb"[^<>]+|[<>]+")


def _is_utf8(piece: bytes) -> bool:
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _known(name: str) -> str | None:
    """Python's name of the codec that browsers take *name* for; 'viscii', 'vps'; None for one that nobody knows."""
    if called := _CALLED_ONE_BYTE(name):
        return called[1].lower()
    try:
        found = codecs.lookup(name.strip()).name
        b"a".decode(found, "replace")  # 'base64' and 'rot13' are codecs, too, but of no text
    except (LookupError, ValueError, TypeError):
        return None
    # WHATWG Encoding: what calls itself Latin-1 or ASCII is windows-1252.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk", "euc_kr": "cp949"}.get(found, found)


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: markup has every second byte zero."""
    head = body[:_HEAD]
    half = len(head) // 2
    if half < 8:
        return None
    if head[1::2].count(0) > 0.6 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _nearly_utf8(body: bytes) -> bool:
    """UTF-8 with a few bad bytes: a cut in the middle of a letter, an include in another encoding."""
    text = body.decode("utf-8", "replace")
    return text.count("\ufffd") * 10 <= sum(not char.isascii() for char in text)


def _guessed(body: bytes) -> Decoded:
    """What BeautifulSoup makes of it: slow, and asked only of pages that say nothing and are not Vietnamese."""
    from bs4.dammit import UnicodeDammit  # loading it costs 30 ms, and almost no page needs it

    logging.getLogger("bs4.dammit").setLevel(logging.ERROR)  # it would tell whoever calls us what `problems` tells
    guess = UnicodeDammit(body[:50_000], is_html=True).original_encoding
    name = _known(guess) if guess else None
    doubt = Problem(
        "encoding-guessed", f"the page names no encoding that fits; it was read as {name or 'windows-1252'}"
    )
    return _read(body, name or "cp1252", (doubt,))


def _read(body: bytes, encoding: str, problems: tuple[Problem, ...]) -> Decoded:
    if encoding in _ONE_BYTE:  # one byte a letter, and every byte is one
        return Decoded(body.decode("latin-1").translate(_ONE_BYTE[encoding]), encoding, problems)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
        lost = text.count("\ufffd")
        doubt = Problem("bytes-unreadable", f"{lost} places hold bytes that are no {encoding}; U+FFFD stands there")
        problems = (*problems, doubt)
    return Decoded(text, encoding, problems)


def _once(text: str) -> str | None:
    """Text that was encoded twice, read once; None where it cannot have been."""

    def back(run: re.Match[str]) -> str:
        raw = bytearray()
        for char in run[0]:
            try:
                raw += char.encode("cp1252")
            except UnicodeEncodeError:
                if ord(char) > 0xFF:
                    raise
                raw.append(ord(char))  # the five bytes that windows-1252 leaves free came through as they were
        return raw.decode("utf-8")

    try:
        return re.sub(r"[^\x00-\x7f]+", back, text)
    except UnicodeError:
        return None


# RFC 1456: the upper half, and the six letters for which there was no room but among the control characters.
_VISCII = dict(
    zip(
        (*range(0x80, 0x100), 0x02, 0x05, 0x06, 0x14, 0x19, 0x1E),
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
        "ẲẴẪỶỸỴ",
        strict=True,
    )
)
# VPS of the Vietnamese Professionals Society, with fourteen letters among the control characters.
_VPS = dict(
    zip(
        (*range(0x80, 0x100), 0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x19, 0x1C, 0x1D),
        "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ\u00a0ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺßàáâãảạăçèéêẽìíîĩẴĐòóôõöƠụùúủüỶẼỳ"
        "ẠẬẶẸỆỊỌỘỢỤỰỴẪỮ",
        strict=True,
    )
)
_ONE_BYTE = {"viscii": _VISCII, "vps": _VPS}
_CALLED_ONE_BYTE = re.compile(r"\s*(?:x-|cs)?(viscii|vps)(?:1\.1-1)?\s*", re.I).fullmatch


# --- fonts -----------------------------------------------------------------------------------------------------------

# TCVN 5712:1993, VN3: the bytes that the ABC fonts (.VnTime) draw as Vietnamese letters, as windows-1252 shows them.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# VNI for Windows: a letter and the sign that follows it.
_VNI_SIGNS = {
    "a": ("øùûõïâàáåãäêèéúüë", "àáảãạâầấẩẫậăằắẳẵặ"),
    "e": ("øùûõïâàáåãä", "èéẻẽẹêềếểễệ"),
    "o": ("øùûõïâàáåãä", "òóỏõọôồốổỗộ"),
    "ô": ("øùûõï", "ờớởỡợ"),
    "u": ("øùûõï", "ùúủũụ"),
    "ö": ("øùûõï", "ừứửữự"),
    "y": ("øùûõ", "ỳýỷỹ"),
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}
# BK HCM 2 of the Polytechnic of Ho Chi Minh City: a letter and the sign that follows it, as VNI, with other signs.
_BKHCM2_SIGNS = {
    "a": ("âáãäå", "àáảãạ"),
    "ê": ("ìëíîå", "ầấẩẫậ"),
    "ù": ("çæèéå", "ằắẳẵặ"),
    "e": ("âáãäå", "èéẻẽẹ"),
    "ï": ("ìëíîå", "ềếểễệ"),
    "o": ("âáãäå", "òóỏõọ"),
    "ö": ("ìëíîå", "ồốổỗộ"),
    "ú": ("âáãäå", "ờớởỡợ"),
    "u": ("âáãäå", "ùúủũụ"),
    "û": ("âáãäå", "ừứửữự"),
    "y": ("âáãäå", "ỳýỷỹỵ"),
}
_BKHCM2_ALONE = dict(zip("êùàïòñóôõöúû", "âăđêìíỉĩịôơư", strict=True))


def _pairs(signs_of: dict[str, tuple[str, str]], alone: dict[str, str]) -> dict[str, str]:
    """What each letter and sign of a font make, in capitals, too: 'AÙ' as it should be and 'Aù' as it is typed."""
    pairs: dict[str, str] = {}
    for letter, (signs, letters) in signs_of.items():
        for sign, whole in zip(signs, letters, strict=True):
            for upper_sign in (sign, sign.upper()):
                pairs[letter.upper() + upper_sign] = whole.upper()
            pairs[letter + sign] = whole
    for letter, whole in alone.items():
        pairs[letter], pairs[letter.upper()] = whole, whole.upper()
    return pairs


_VNI = _pairs(_VNI_SIGNS, _VNI_ALONE)
_BKHCM2 = _pairs(_BKHCM2_SIGNS, _BKHCM2_ALONE)
_PAIRED = {
    name: (re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True))), pairs)
    for name, pairs in (("vni", _VNI), ("bkhcm2", _BKHCM2))
}
_TCVN3_TABLE = str.maketrans(_TCVN3)

# Letters that Vietnamese in Unicode does not have and that the fonts' encodings have all the time; the guillemets, the
# middle dot and the signs of copyright, which stand in any page, are left out.
_TELLTALE = re.compile("[¨ª¬\u00adµ¶¸¹¼½¾ÆÇËÎÏÑÖ×ØÜÞßåæçëîïñöøûüþäÄÅ]")
_UNICODE_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_WORD = re.compile("[A-Za-z\u00a1-\u00bf\u00c0-\u024f\u1ea0-\u1ef9\u0300-\u0323\u00ad]+")
_ENOUGH = 6  # words with telltale letters before a page is taken to be written in fonts


def from_fonts(text: str, fonts: FontEncoding, *, capitals: bool = False) -> str:
    """*text* that a font of *fonts* draws as Vietnamese, in Unicode; *capitals* for fonts of capitals (.VnTimeH).

    >>> from_fonts("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni")
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    >>> from_fonts("Thaânh phöë Höì Chñ Minh", "bkhcm2")
    'Thành phố Hồ Chí Minh'
    >>> from_fonts("ñy ban nh©n d©n", "tcvn3", capitals=True)
    'ỦY BAN NHÂN DÂN'
    >>> from_fonts("Kú HäP THø N¡M", "tcvn3")  # the fonts have no toned capitals: small ones stand between capitals
    'KỲ HỌP THỨ NĂM'
    """
    if fonts == "tcvn3":
        read = text.translate(_TCVN3_TABLE)
        if not capitals and _SHOUTED(text):
            read = _in_capitals(text, read)
    else:
        pattern, pairs = _PAIRED[fonts]
        read = pattern.sub(lambda pair: pairs[pair[0]], text)
    return read.upper() if capitals else read


_LARGE = re.compile("[A-Z¡-§]")  # the seven at the end are Ă, Â, Ê, Ô, Ơ, Ư and Đ, which the fonts do have
_SMALL = re.compile("[a-z¨-®]")
_SHOUTED = re.compile(r"[A-Z¡-§][^\sa-z¨-®]*[A-Z¡-§]").search


def _in_capitals(text: str, read: str) -> str:
    """*read* with the small letters made large that stand among the capitals of *text*, its like letter for letter."""
    words = list(_WORD.finditer(text))
    if not any(_SMALL.search(word[0]) for word in words):
        return read.upper()
    letters = list(read)
    for word in words:
        if len(_LARGE.findall(word[0])) >= 2 and not _SMALL.search(word[0]):
            letters[word.start() : word.end()] = read[word.start() : word.end()].upper()
    return "".join(letters)


def font_encoding(text: str) -> FontEncoding | None:
    """The font's encoding in which *text* (a page or some words) is written, by what the words become; None if none.

    >>> font_encoding("Quyết định của Chủ tịch"), font_encoding("Der Präsident für Außenhandel, groß und schön")
    (None, None)
    """
    if _TELLTALE.search(text) is None:
        return None
    return _fonts_of(_WORD.findall(_unmarked(text)), _ENOUGH)[0]


def has_unicode_vietnamese(text: str) -> bool:
    """Whether *text* has letters that only Vietnamese in Unicode has."""
    return _UNICODE_VIETNAMESE.search(text) is not None


def fonts_of_words(text: str, enough: int = 3) -> FontEncoding | None:
    """The same of one paragraph, where *enough* telling words must do."""
    if text.isascii():
        return None
    return _fonts_of(_WORD.findall(text), enough)[0]


def _fonts_of(words: list[str], enough: int) -> tuple[FontEncoding | None, float]:
    """The fonts for which *words* are written, and the share of the telling ones that become syllables."""
    words = words[:8_000]
    marked = [word for word in words if not word.isascii() and not _UNICODE_VIETNAMESE.search(word)]
    if not marked:
        return None, 0.0
    telling = [word for word in marked if _TELLTALE.search(word)]
    plain = [word for word in words if len(word) > 1 and word.isascii() and _VOWEL.search(word)]  # not 'km'
    if len(telling) < max(enough, 3):
        return _fonts_of_few(marked, plain, min(enough, 2))
    # What is written in fonts is Vietnamese, so its plain words are, too; of Norwegian, French or Turkish ones a third
    # happen to be built like syllables.
    others, most_others = 0, len(plain) - 0.7 * len(plain)
    for word in plain:
        others += not _is_plain_syllable(word)
        if others > most_others:
            return None, 0.0
    best: FontEncoding | None = None
    most = 0.8
    for name in _FONTS:
        share = sum(is_syllable(from_fonts(word, name)) for word in telling) / len(telling)
        if share > most:
            best, most = name, share
    return best, most if best else 0.0


def _fonts_of_few(marked: list[str], plain: list[str], enough: int) -> tuple[FontEncoding | None, float]:
    """The same of a few words, where every one must become a syllable, and *enough* of them were none before."""
    plain = [word for word in plain if not (word.isupper() and len(word) < 6) or _is_plain_syllable(word)]  # 'UBND'
    if sum(map(_is_plain_syllable, plain)) < (0.7 if len(plain) > 3 else 0.5) * len(plain):
        return None, 0.0
    if sum(not is_syllable(word) for word in marked) < enough:
        return None, 0.0
    for name in _FONTS:
        read = [from_fonts(word, name) for word in marked]
        if all(is_syllable(word) or _INITIALS(word) for word in read):
            return name, 1.0
    return None, 0.0


_VOWEL = re.compile("[aeiouy]", re.I)
_INITIALS = re.compile("[a-zđ]{2,4}", re.I).fullmatch  # 'ĐT', 'TĐKT': the only mark is that of đ


_FONTS: tuple[FontEncoding, ...] = ("tcvn3", "vni", "bkhcm2")


_NUMERIC = re.compile(r"&#(?:\d{2,6}|x[0-9a-f]{2,5});", re.I)


def _unmarked(text: str) -> str:
    """*text* without tags, scripts and styles, for looking at its words."""
    if "<" in text:
        text = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>|<[^<>]*>", " ", text)
    if "&" in text:
        text = re.sub(r"&\w{2,8};", " ", _NUMERIC.sub(lambda found: html.unescape(found[0]), text))
    return text


# --- syllables -------------------------------------------------------------------------------------------------------

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|iê|yê|ươ|uô|uâ|uy|uê|uơ|oa|oă|oe|oo|ia|ya|ưa|ua|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnptiyou])?$"
)


def is_syllable(word: str) -> bool:
    """Whether *word* is built as a Vietnamese syllable: one onset, one nucleus, one coda, at most one tone.

    >>> is_syllable("nghĩa"), is_syllable("Việt"), is_syllable("ViÖt"), is_syllable("schön")
    (True, True, False, False)
    """
    parts = unicodedata.normalize("NFD", word)
    bare = parts.translate(_TONES)
    if len(parts) - len(bare) > 1:
        return False
    whole = unicodedata.normalize("NFC", bare)
    if whole[1:].lower() != whole[1:] and whole.upper() != whole:
        return False
    return _SYLLABLE.match(whole.lower()) is not None


@lru_cache(maxsize=4096)
def _is_plain_syllable(word: str) -> bool:
    """The same of a word in ASCII, which has no tone to be taken off."""
    return (word[1:].islower() or len(word) == 1 or word.isupper()) and _SYLLABLE.match(word.lower()) is not None


def _syllables(text: str) -> float:
    """The share of syllables among the words that are not ASCII; 0 where there are too few to tell."""
    words = [word for word in _WORD.findall(_unmarked(text))[:6_000] if not word.isascii()]
    if len(words) < 5 or sum(_UNICODE_VIETNAMESE.search(word) is not None for word in words) < 3:
        return 0.0
    return sum(map(is_syllable, words)) / len(words)

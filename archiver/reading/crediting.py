"""Whom a line in a language other than Vietnamese credits: 'By Ann Lee and Bo Ng, Staff Writers | 18 October 2023'.

Vietnamese lines have forms of their own: archiver/vietnamese/bylines.py. A line is a label, names with what somebody is
or where, and often a stamp, an agency, a photographer; of these only the names are wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from archiver.reading.blocks import Box
from archiver.reading.names import Hint, hints_of
from archiver.reading.stamps import read_stamp
from archiver.vietnamese.patterns import joined

_ROLES = joined(r"""
    (?:\w+-)?(?:writers?|reporters?|editors?|correspondents?|columnists?|contributors?|journalists?|critics?|photographers?
    |producers?|analysts?|staff|bureau chief|newsroom|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journalistin
    |volontär(?:in)?|giornalista|inviat[oa]|corrispondente|redactora?|periodista|corresponsal|enviad[oa] especial
    |journaliste|rédact(?:eur|rice)|correspondante?|envoyée? spéciale?|redacteur|verslaggever|correspondente
    |verslaggeefster|wartawan|redaktur|muhabiri?|jornalista|repórter|redaktor(?:ka)?|dziennikar(?:z|ka)|redaktör(?:en)?
    |toimittaja|корреспондент|обозреватель|журналист(?:ка)?|редактор)
""")
_IS_ROLE = re.compile(rf"\b{_ROLES}$", re.I)
_ROLE_FIRST = re.compile(
    rf"{_ROLES}(?:\s|$)|(?:special|exclusive) (?:to|for)\s|(?:in|from|em|en|à|aus|bei|w|från|fra)\s(?-i:[A-ZÀ-Þ])", re.I
)
_DESK = re.compile(
    r"redaç[ãa]o|redacci[óo]n|redazione|(?:la )?rédaction|redaktion|redactie|newsroom|agenc(?:ies|e|ias)|agências",
    re.I,
)
# 'Jana Wolf' of 'Von unserer Korrespondentin Jana Wolf': who somebody is, before the name.
_OUR = re.compile(
    rf"(?:(?:our|unser\w*|notre|nuestr[oa]|il nostro|la nostra|noss[oa]|onze|vår|vores)\s+)?{_ROLES}\s+"
    r"(?=(?-i:[^\W\d_a-zà-ÿ]))",
    re.I,
)
_VERBS = joined(r"""
    (?:(?:written|reported|researched|compiled|contributed|submitted|posted|published|story|report|reporting|opinion
    |words|text|analysis|review|interview|commentary|column|essay|guest post)(?: and \w+)? )?by|about|as told to|von|par
    |por|di|da|de|door|av|af
    |eine? \w+ von|une? \w+ (?:de|par)|propos recueillis par|avec les propos de|a cura di|scritto da|escrito por
    |oleh|bởi|tác giả|autor|penulis|oprac\.|opracowa[łl]a?|napsala?|připravila?|skrevet a[vf]|skriven av|írta|piše
    |texte?|texto|testo|tekst
""")
_LABELS = joined(r"""
    (?:words|story|reporting|reporters?|authors?(?:\(s\))?|writers?|autor(?:es|as?|en|in|ka|zy|ři)?|aut(?:eur|ore|ori)s?
    |text[oe]?|testo|tekst|teksti|forfatter|författare|szerzők?|kirjoittaja|yazar|haber|muhabir|penulis|reporter
    |авторы?|текст|автори?|корреспондент|كتب(?:ت)?|بقلم|הכותב|מאת|συντάκτης|लेखक|रिपोर्ट|作者|記者|记者|撰文|文|글)\s*[:：]
""")
_BY = re.compile(rf"^\W*(?:(?:{_VERBS})(?:\b|(?<=\.))(?:\s*[:：])?\s+|{_LABELS}\s*)(?=\S)", re.I)
_AND = re.compile(
    r"\s*[;|、]\s*|\s+/\s+|\s+(?:and|AND|und|UND|et|ET|y|e|og|och|en|và|VÀ|dan|ve|i|és|oraz|și|и|та|&)\s+|,\s+(?:and\s+)?"
)
_AGENCY = re.compile(  # whom somebody writes for: behind a name it is none
    r"\b(?:agenc(?:y|ies)|news|newsroom|wires?|reuters|afp|dpa|efe|ansa|upi|xinhua|tass|bloomberg|network"
    r"|magazine|radio|television|tv|broadcasting|media|newspapers?|press association|čtk|pap|ntb|tt|stt|apa|sid|lusa)$"
    r"|^associated press$"
    r"|^(?:the )?(?:\S+ )+(?:\S+ )(?:post|times|herald|gazette|tribune|press|journal|standard|chronicle)$"
    r"|^the \S+ \S+$",
    re.I,
)
_BROADCASTER = re.compile(r"(?:ARD|BBC|CNN|MDR|NDR|NPR|ORF|RBB|SRF|SWR|WDR|ZDF)(?:[ -][A-ZÀ-Þ][\w-]+)?")  # 'ARD Berlin'
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[\s、,，/][\u4e00-\u9fff]{2,4})+")
_PLACE = re.compile(r"(?![JS]r$)[A-ZÀ-Þ][a-zà-ÿ]{2,}")  # one word behind a name
_DEGREE = re.compile(r",\s*(?:Ph\.?\s?D|M\.?D|MBA|MSc|RN|Esq)\.?(?=,|$)")
_REACHED = re.compile(r"[\s,]*[<(]?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+)[>)]?")  # e-mail, handle
_OTHERS = re.compile(  # who did something else than write
    joined(r"""
        [\s.;,|/•·–—-]*\b(?:(?:photos?|photographs?|photography|pictures?|illustrations?|illustrated|graphics?|fotos?
        |foto|fotografie|bilder|bild|edited|editing|editor|redaktur|additional reporting|kuvat?|фото)(?: by\b|\s*:)).*$
    """),
    re.I,
)
_WHEN = re.compile(
    joined(r"""
        [\s,;|•·–—-]*\b(?:(?:first |last )?(?:published|updated|posted)|publiée?|mise? à jour|modifiée?
        |veröffentlicht|aktualisiert|publicado|publicada|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt
        |opublikowano|publicerad|uppdaterad|publisert|oppdatert|julkaistu|güncelleme|tayang|diterbitkan)\b.*$
    """),
    re.I,
)
_MARKED = re.compile(r"[|•·：]|\d{4}|\d:\d\d")
WORDS_BY = re.compile(r"^\W*(?:words|text|story|reporting)\b(?: by)?\s*:", re.I)
_APART = re.compile(
    r"\s*[|•·∙]\s*|\s{2,}"
    r"|\s+(?=(?:tác giả|nguồn(?: tin)?|người (?:đăng|viết)|viết bởi|đăng bởi|theo|lượt xem|đã xem|updated"
    r"|published|editor|作者|来源|來源|记者|記者|责任编辑|责编|编辑)\s*[:：])",
    re.I,
)
_WEEKDAY = re.compile(r"(?:thứ|chủ) \w+,", re.I)
_PLACE_AND_DAY = re.compile(r"[^|•·–—:]*,\s*ngày\s*$|(?<=,)\s*[^\s,|]+\s*,\s*$", re.I)
_NO_NAME = re.compile(
    r"^\W*(?:lượt xem|đã xem|số lượt|xem|views?)\s*:?\s*[\d.,]+|\d[\d.,]*\s*(?:lượt|views?|min(?:ute)?s?\b|phút"
    r"|comments?|bình luận)|^\W*(?:updated|published|last updated|thứ \w+|chủ nhật|ngày đăng|cập nhật|gmt\S*)\W*$",
    re.I,
)
_AT = re.compile(r"(?<=\w)\s+(?:in|for|at|aus|bei|à|en|em)\s+(?:the\s+)?[A-Z].*$|\s+[—–-]\s+[A-ZÀ-Þ].*$")
_BEAT = re.compile(  # what one writes about: 'Ann Lee Environment correspondent'
    r"\s(?:senior|chief|staff|political|politics|business|environment|science|sports?|health|education|crime|economics?"
    r"|foreign|local|regional|technology|culture|arts?|deputy|associate|managing|national|special|data|investigative"
    r"|royal|transport|travel|legal|europe|climate|home affairs|social affairs|features?|freelance"
    r"|(?-i:[a-zà-ÿ]{4,}))\b.*$",
    re.I,
)


def signs(words: str) -> bool:
    """Whether a line says in words that who follows wrote the text.

    >>> signs("Von Jana Wolf"), signs("Автор: Иван Петров"), signs("Compiled by Ann Lee"), signs("Photo by Bo Ng")
    (True, True, True, False)
    """
    return _BY.match(words) is not None


def signs_within(words: str) -> bool:
    """Whether somebody signs in a line, perhaps behind a stamp or a bar: '18 October 2023 | By Ann Lee'.

    >>> signs_within("2023-10-18 08:00 作者：张晓明 来源：北港网"), signs_within("By closing it now, they save it.")
    (True, False)
    """
    first = signs(words)
    if not first and not _MARKED.search(words):
        return False
    line, names = credited(words)
    return (first or signs(line)) and bool(names) and all(map(_is_capital, names))


def _is_capital(name: str) -> bool:
    """Whether a name begins as names do, and is no clause: 'the county hopes to save it' is one."""
    words = name.split()
    return (
        len(words) <= 6
        and ":" not in name
        and not words[0][:1].islower()
        and (len(words) < 3 or sum(w.islower() for w in words) <= 2)
    )


def credited(words: str) -> tuple[str, list[str]]:
    """The part of a line that signs, and the names in it: none where they are not written as names.

    >>> credited("By Ann Lee, Harbour News Agency | Updated: 18 October 2023")
    ('By Ann Lee, Harbour News Agency', ['Ann Lee'])
    """
    found = [part for part, _ in parts(words)]
    line = next((part for part in found if signs(part)), found[0] if found else words)
    label = _BY.match(line)
    begun = label.end() if label else 0
    line = line[:begun] + (_WHEN.sub("", _OTHERS.sub("", line[begun:])) or line[begun:])
    names = split_names(line)
    good = all(2 <= len(name) <= 40 and not re.search(r"\d|[.!?:]$", name) for name in names)
    return line, names if good else []


def parts(words: str) -> list[tuple[str, bool]]:
    """What stands in one line beside the headline, apart: 'Lê Vân | 03/04/2023 | 520 lượt xem' is a name and no more.

    Each part is given with whether a stamp stands in the line. A place that leads up to its day
    ('Sơn La, ngày 3/4/2023') is no part.

    >>> parts("By Ann Lee, 18 October 2023"), parts("Sơn La, ngày 3/4/2023"), parts("Ann Lee, Oslo, 5 Feb 2024")
    ([('By Ann Lee', True)], [], [('Ann Lee', True)])
    """
    stamp = read_stamp(words)
    if stamp is not None:
        before, after = words[: stamp.span[0]], words[stamp.span[1] :]
        if not _WEEKDAY.search(before):
            before = _PLACE_AND_DAY.sub("", before)
        words = re.sub(r"\s+[-–—/]\s+", " | ", f"{before} | {re.sub(r'^ *GMT[+]?7?', '', after)}")
    else:
        words = re.sub(r"\s+[-–—]\s+(?=[^|]*\d)", " | ", words)  # '— 18 de outubro de 2023'
    apart = [_bare(part) for part in _APART.split(words)]
    return [(part, stamp is not None) for part in apart if len(part) > 1 and not _NO_NAME.search(part)]


def _bare(part: str) -> str:
    """*part* without what parted it, and without brackets that close about all of it, or on one side alone."""
    part = part.strip(" ,-–—")
    if part[:1] == "(" or (part[-1:] == ")" and "(" not in part):
        part = part.strip("()")
    return part


def line_of(box: Box, words: str) -> str:
    """The line of *box*, whose text is *words*, as far as its inline elements name an author.

    Where one of them is called the author, its words; where words of two are glued to each other, they are parted.
    """
    found = [
        one
        for one in box.element.iter("span", "a", "b", "strong", "em", "i")
        if (hint := hints_of(one.get("class") or "")) & Hint.AUTHOR and not hint & (Hint.DATE | Hint.TITLE)
        if (one.text or len(one)) and not _ROLE_FIRST.match(" ".join(_pieces(one)))
    ]
    named = [one for one in found if not any(other is not one and other in one.iterdescendants() for other in found)]
    if len(named) == 1:
        return " ".join("".join(_pieces(named[0])).split()) or words
    apart = ""
    for piece in _pieces(box.element):
        glued = apart[-1:].isalnum() and piece[:1].isalnum()
        apart += f" | {piece}" if glued else piece
        if len(apart) > 400:
            return words
    apart = " ".join(apart.split())
    return apart if apart.replace(" | ", "") == words else words  # a box of one line


def _pieces(element: object) -> list[str]:
    return list(cast("Iterator[str]", element.itertext()))  # type: ignore[attr-defined]


def split_names(words: str) -> list[str]:
    """Names out of a line such as 'By Ann Lee and Bo Ng'.

    >>> split_names("By Ann Lee, Bo Ng and Cy Wu"), split_names("Von unserer Korrespondentin Jana Wolf (dpa)")
    (['Ann Lee', 'Bo Ng', 'Cy Wu'], ['Jana Wolf'])
    >>> split_names("Von Jana Wolf und Jörg Stein, NDR"), split_names("记者：李明 王晓红")
    (['Jana Wolf', 'Jörg Stein'], ['李明', '王晓红'])
    """
    words = _REACHED.sub("", " ".join(words.split()))
    signed = signs(words)
    words = _DEGREE.sub("", _BY.sub("", words))
    words = _OUR.sub("", words) if signed else words
    words = re.sub(r"\s*\([^)]{1,30}\)", "", words).strip(" ,.;|-")
    if _HAN.fullmatch(words):
        return re.split(r"[\s、,，/]", words)  # names of two to four characters, without a space within
    found = [_without_role(part.strip(" ,.;|-")) for part in _AND.split(words)]
    found = [one for part in found if part for one in _together(part)]
    named = [part for part in found if not (_IS_ROLE.search(part) or _ROLE_FIRST.match(part) or _DESK.fullmatch(part))]
    if named and len(named) < len(found):
        found, words = named, ", ".join(named)
    head, _, tail = re.sub(r"\s+/\s+", ", ", words).rpartition(", ")
    agency = _AGENCY.search(tail) or _BROADCASTER.fullmatch(tail)
    if head and agency and is_somebody(found[0]) and not _AGENCY.search(found[0]):
        found = [part for part in found if part != tail]  # "Ann Lee, Harbour News Agency"
        words = ", ".join(found)
    if len(found) == 2 and is_somebody(found[0]) and found[1].isupper() and _AGENCY.search(found[1]):
        return found  # 'Léa Morel et AFP'
    if len(found) == 2 and " / " in words and is_somebody(found[0]) and _PLACE.fullmatch(found[1]):
        return found[:1]
    placed = signed and len(found) > 1 and _PLACE.fullmatch(found[-1]) and words.endswith(f", {found[-1]}")
    if placed and all(is_somebody(part) for part in found[:-1]):
        return found[:-1]  # "Von Jana Wolf, Berlin"; of metadata nobody knows
    if len(found) > 1 and any(len(part) < 3 or " " not in part for part in found) and " and " not in words:
        found = [words]  # "Le Figaro et AFP", "Smith, John": not a list that we understand
    return found


def _together(name: str) -> list[str]:
    """'Ann Lee with Bo Ng' as two."""
    both = name.split(" with ")
    return both if len(both) == 2 and all(map(is_somebody, both)) else [name]


def _without_role(name: str) -> str:
    """'Ann Lee - Staff Writer', 'Ann Lee Environment correspondent' and 'Ann Lee in London' as 'Ann Lee'."""
    head, dash, tail = name.partition(" - ")
    if dash and _IS_ROLE.search(tail):
        name = head.strip()
    if name.count(" ") >= 2 and _IS_ROLE.search(name) and (bare := _BEAT.sub("", name)).count(" ") in (1, 2):
        name = bare if is_somebody(bare) else name
    bare = _AT.sub("", name)
    return bare if bare.count(" ") >= 1 else name


def is_somebody(name: str) -> bool:
    """Whether a name in another language is written as a person's: two to five words, the first and last capital."""
    words = name.split()
    return (
        2 <= len(words) <= 5
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not re.search(r"[\d:!?@/|]", name)
        and _IS_ROLE.search(name) is None
    )


def is_agency(name: str) -> bool:
    """Whether a name is one of an agency or a paper, as far as its words tell."""
    return _AGENCY.search(name) is not None


_REPORTED = re.compile(r"^\W*(?:reporting|text|words|story)\s+by\s+([^;()]{5,90}?)\s*(?:[;.)]|$)", re.I)


def reported(line: str) -> list[str]:
    """Names of an agency's last line.

    >>> reported("(Reporting by Ann Lee in Oslo; Editing by Bo Ng)")
    ['Ann Lee']
    """
    said = _REPORTED.match(line)
    names = split_names(f"By {said[1]}") if said else []
    return names if all(is_somebody(name) for name in names) else []

"""Who signs a Vietnamese page: the signature as printed, the names in it, and what is not a signature.

Public-sector pages sign at the foot: "M.Hải", "Tin, ảnh: Hoàng Hoài", "Theo Hồ Hương", "BBT", then often the source
in a line of its own ("HĐTĐKT", "Nguồn: TTXVN"). The same corner of the page holds captions ("Ảnh: Lê Minh") and, under
documents, the signatures of officials ("KT. CHỦ TỊCH ... (Đã ký)"); neither says who wrote the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from archiver.vietnamese.patterns import joined
from archiver.vietnamese.text import unaccent


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line at the head or foot of a text says about its origin."""

    kind: Literal["byline", "source", "caption", "official"]
    """byline: who wrote it; source: whence it was taken; caption: of a picture; official: signs a document."""
    printed: str
    """The line, to the letter."""
    authors: tuple[str, ...] = ()
    """Names alone, in order, pen names and desks as printed ('PV', 'BBT')."""
    source: str | None = None
    """Whence the text was taken, where the line says so."""


_UP = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_LOW = "a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ"
_LETTERS = f"{_UP}{_LOW}"
_SYLLABLE = re.compile(
    rf"[{_UP}](?:[’'][{_LETTERS}])?[{_LETTERS}]*+(?:[.-][{_UP}][{_LETTERS}]*+)*+\.?"
)  # 'Hải', 'M.Hải', 'T.H', 'H.'
_DESK = re.compile(
    joined(r"""
        (?:PV|VP|P\.V|CTV|BBT|B\.B\.T|T\.H|TH|BTV|BT|NPV|Ban [Bb]iên tập|Nhóm (?:PV|phóng viên|tác giả|CTV)
        |Phóng viên|Cộng tác viên|Tổng hợp|Tòa soạn|Văn phòng|Admin|Quản trị|PV,? CTV|Biên tập viên)(?=$
        |[\s,.;:(/–-])
    """)
)
_LABEL = re.compile(
    joined(r"""
        ^\W*(?:(?P<photo>(?:clip|video|đồ họa|infographics?|ảnh(?: minh họa| tư liệu| chụp)?|hình(?: ảnh)?
        |photo)(?: ?[,&-] ?(?:clip|video))?)|(?P<text>(?:(?:tin|bài|bài viết|thực hiện|nội dung|chữ
        |text)(?: ?(?:,|&|và|-|–|/|\+|;)? ?(?:bài|tin|ảnh|hình(?: ảnh)?|clip|video|đồ họa))*
        |tác giả(?: bài viết)?|người viết|(?:nhóm )?phóng viên|nhóm pv|pv|ctv|biên soạn|biên tập|sưu tầm
        |tổng hợp|người đăng|đăng bởi|viết bởi|bởi|by|người (?:gửi|thực hiện|đưa tin|cập nhật)|đưa tin
        |tin bài|tin ảnh|btv|lược ghi|ghi|dịch|theo dõi))|(?P<source>nguồn(?: tin| ảnh| bài| bài viết)?
        |theo(?: nguồn)?|trích nguồn|dẫn nguồn|nguồn dẫn|trích(?: từ)?|source))\s*[:：]\s*
    """),
    re.I,
)
_FROM = re.compile(r"^\W*\(?\s*(?:theo|nguồn)(?: nguồn| tin(?: từ)?)?\s+(?=\S)", re.I)
_PICTURES = re.compile(r"\s*[;,–-]?\s*\b(?:ảnh|clip|video|hình)\s*[:：]", re.I)  # 'Tin: …; ảnh: …'
_PHONE = re.compile(r"\s*[-–,]?\s*(?:s?đt|tel)?[.:]?\s*0\d[\d .]{7,12}$", re.I)
_DID = re.compile(
    r"\s*[-–(,]?\s*(?:thực hiện|tổng hợp|lược ghi|ghi|sưu tầm|biên soạn|lược dịch|dịch|đưa tin)\)?$", re.I
)
_WITHIN = re.compile(r"([^()]+?)\s*\(([^()]+)")  # the closing bracket is off already
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+/?", re.I)
_ORGANISATION = re.compile(
    joined(r"""
        (?:https?:|www\.|\.vn\b|\.com|\.net|\.org|báo\b|tạp chí|cổng|trang (?:tin|thông tin)|website|đài\b
        |thông tấn|TTXVN|VOV|VTV|VGP|VnExpress|Vietnam|\bSở\b|\bBộ\b|\bỦy ban|\bUBND|\bHĐND|\bTTĐT|\bTTTT
        |\bBan (?!biên)|\bPhòng\b|\bVăn phòng|\bHội\b|\bTrung tâm|\bCục\b|\bTổng cục|\bChi cục|\bTrường\b
        |\b(?:huyện|tỉnh|thành|quận|thị|xã|phường) đoàn\b|\bđoàn thanh niên|\bmặt trận|\bMTTQ|\bLĐLĐ|\bliên đoàn
        |\bbệnh viện|\bTTYT|\bthư viện|\bbảo tàng|\bthanh tra\b|\bkho bạc|\bBHXH|\bbảo hiểm|\bngân hàng|\bđảng (?:ủy|bộ)
        |\b(?:huyện|tỉnh|thành|quận) ủy\b|\bVKS|\bTAND|\bCLB\b|\bchi (?:bộ|hội)\b|\bcông ty\b
        |\bnews\b|\bonline\b|dân trí|tuổi trẻ|thanh niên|nhân dân|lao động|pháp luật|chính phủ
        |đại biểu nhân dân|quân đội|công an|tiền phong|\bPLO\b|\bHCM|\bCTTĐT|\bCP\b)
    """),
    re.I,
)
_OFFICIAL = re.compile(
    joined(r"""
        (?:^(?:kt\.?|tm\.?|tl\.?|tuq\.?|q\.)\s|\(?đã k[ýí]\)?|^nơi nhận|^lưu ?:|^(?:phó )?(?:chủ tịch
        |giám đốc|trưởng (?:ban|phòng)|hiệu trưởng|cục trưởng|bộ trưởng|chánh (?:văn phòng|thanh tra)
        |tổng giám đốc|bí thư)\b(?!.*[,:]))
    """),
    re.I,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;/&+|]|\bvà\b|(?<=\s)[-–—](?=\s)|[-–—](?=\s)|(?<=\s)[-–—]"
    rf"|(?<=[{_LOW}])-(?=[{_UP}]\.[{_UP}]))\s*"  # 'T.Hiền-H.Nga'
)
_ROLE = re.compile(
    r"^(?:ảnh|hình|tin|bài|clip|video|theo|pv|ctv|btv|phóng viên|nhà báo|tác giả|thực hiện)\s*[:：]?\s+(?=\S)", re.I
)


def is_name(text: str) -> bool:
    """Whether *text* is written as Vietnamese names, pen names and desks are: capitals, few words, no sentence.

    >>> [is_name(t) for t in ("M.Hải", "Hoàng Hoài", "T.H", "Thành phố", "Hội nghị tổng kết", "PV Báo BN")]
    [True, True, True, False, False, True]
    """
    text = text.strip(" .()*_–-")
    if not 2 <= len(text) <= 48:
        return False
    desk = _DESK.match(text)
    if desk:
        return len(text) <= 24
    if any(c.isdigit() for c in text):
        return False
    words = [word for word in text.split() if word not in ("-", "–")]
    return len(words) <= 6 and all(_SYLLABLE.fullmatch(word) or word == "nguyễn" for word in words)


def is_person(text: str) -> bool:
    """Whether *text* is written as a name and is not one of an organisation or a place that we know.

    >>> is_person("Hoàng Hoài"), is_person("Đắk Nông"), is_person("Sở Nội Vụ"), is_person("Nguyễn Văn Trường")
    (True, False, False, True)
    """
    if not is_name(text) or unaccent(text.strip()) in _PLACES:
        return False
    organisation = _ORGANISATION.search(text)
    if organisation is None:
        return True
    words = text.split()  # 'Trường', 'Hội', 'Đài' are given names, too
    return 3 <= len(words) <= 4 and words[0].casefold() in _FAMILIES and organisation[0] == words[-1]


_PLACES = frozenset(
    [
        "viet nam",
        "ha noi",
        "ho chi minh",
        "tp ho chi minh",
        "tphcm",
        "da nang",
        "hai phong",
        "can tho",
        "hue",
        "an giang",
        "ba ria - vung tau",
        "vung tau",
        "bac lieu",
        "bac giang",
        "bac kan",
        "bac ninh",
        "ben tre",
        "binh dinh",
        "binh duong",
        "binh phuoc",
        "binh thuan",
        "ca mau",
        "cao bang",
        "dak lak",
        "dak nong",
        "dien bien",
        "dong nai",
        "dong thap",
        "gia lai",
        "ha giang",
        "ha nam",
        "ha tinh",
        "hai duong",
        "hau giang",
        "hoa binh",
        "hung yen",
        "khanh hoa",
        "kien giang",
        "kon tum",
        "lai chau",
        "lam dong",
        "lang son",
        "lao cai",
        "long an",
        "nam dinh",
        "nghe an",
        "ninh binh",
        "ninh thuan",
        "phu tho",
        "phu yen",
        "quang binh",
        "quang nam",
        "quang ngai",
        "quang ninh",
        "quang tri",
        "soc trang",
        "son la",
        "tay ninh",
        "thai binh",
        "thai nguyen",
        "thanh hoa",
        "thua thien hue",
        "tien giang",
        "tra vinh",
        "tuyen quang",
        "vinh long",
        "vinh phuc",
        "yen bai",
    ]
)


_BARE_LABEL = re.compile(
    r"\W*(?:posted(?: (?:by|on|in))?|published(?: (?:by|on|in))?|written(?: by)?|updated|author|by|on|in|from|source"
    r"|đăng(?: bởi| tải| lúc| ngày| trong)?|viết bởi|bởi|tác giả|người (?:đăng|viết|gửi)|trong|lúc|vào|nguồn|theo)\W*",
    re.I,
)  # a label whose value stands in another element: "Posted" is written as a pen name is


def is_bare_label(text: str) -> bool:
    """Whether *text* only announces a name or a day that stands elsewhere.

    >>> is_bare_label("Posted"), is_bare_label("Đăng bởi:"), is_bare_label("Đăng Khoa")
    (True, True, False)
    """
    return _BARE_LABEL.fullmatch(text) is not None


_DEGREE = re.compile(  # before a name of two words or more
    r"^(?:(?:PGS|GS|TSKH|TS|ThS|Th\.S|BS(?:CK\w{1,3})?|KS|CN|LS|NSƯT|NSND|NGƯT|NGND"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))(?:\.\s*|,\s*|\s+))+(?=\S+\s+\S)"
)


def names_in(text: str) -> tuple[str, ...]:
    """Names alone out of a signature without its label.

    >>> names_in("Thanh Bình - ThS. Minh Hà (Sở Nội vụ)")
    ('Thanh Bình', 'Minh Hà')
    """
    text = re.sub(r"\s*\([^)]*\)", "", text).strip(" .:;,*–-")
    names: list[str] = []
    for part in _BETWEEN.split(text):
        bare = _ROLE.sub("", part).strip(" .:;,*()")
        part = part.strip(" .:;,*()") if _ORGANISATION.search(bare) else bare
        part = _DEGREE.sub("", part)
        if part and part not in names:
            names.append(part)
    return tuple(names)


_OFFICE = re.compile(r"(?:VP|Văn phòng|Phòng|Ban|Tổ)(?: (?:[\w.&-]+)){1,4}")
_TYPED = ("người đăng", "người gửi", "người cập nhật", "đăng bởi", "by", "bởi")
_UNMARKED = re.compile(  # labels that need no colon: 'Viết bởi Mùa A Sính'; 'tác giả' alone begins sentences
    r"^\W*((?:(?:viết|đăng|được (?:viết|đăng|gửi)|gửi) )?bởi|người (?:viết|đăng|gửi)|tác giả)\s+(?=\S)", re.I
)
_DESKS = re.compile(
    r"(?:nhóm |ban )?(?:pv|p\.v|phóng viên|ctv|bbt|btv|npv|biên tập|cộng tác viên|tòa soạn|admin|quản trị"
    r"|tổng hợp|vp|văn phòng"
    r"|tác giả|tin|ảnh|bài)(?:[ ,&-]+(?:ctv|pv|bbt))*",
    re.I,
)


_FAMILIES = frozenset(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn trịnh đinh mai tô trương lâm
    cao thái lưu hà tạ phùng quách vương tăng châu lương kiều nghiêm chu văn từ thạch sơn kim danh lò lường
    quàng vàng mùa giàng sùng thào hạng cầm đèo vì tòng cà lầu ma nông hoàng bế triệu bàn đàm lộc giáp khổng
    khúc la mạc ninh ông phí phó quan tống trà viên xa âu ân đào đồng đường chử cù doãn hứa hầu kha khương
    lại lục mẫn nhữ ngụy tiêu thân điểu y
    """.split()
)


def is_full_name(words: str) -> bool:
    """Whether *words* are a Vietnamese name with its family's: two to four words.

    >>> is_full_name("Nguyễn Văn An"), is_full_name("Hoạt động"), is_full_name("An")
    (True, False, False)
    """
    parts = words.split()
    return 2 <= len(parts) <= 4 and parts[0].casefold() in _FAMILIES and is_person(words)


def is_labelled(text: str) -> bool:
    """Whether *text* says in words that what follows wrote it: 'Viết bởi Mùa A Sính'."""
    return _UNMARKED.match(text) is not None


def is_office(text: str) -> bool:
    """Whether a line names an office alone, as below the name of who bears it: 'Phó Trưởng phòng Thi đua'."""
    found = _OFFICIAL.match(text.strip(" *_()"))
    return (
        found is not None
        and len(text) <= 60
        and re.match(r"(?:phó |chủ tịch|giám|trưởng|hiệu|cục|bộ)", found[0], re.I) is not None
        and not text.isupper()
    )


def is_marked(text: str) -> bool:
    """Whether a label with a colon says who wrote it, wherever it stands: 'Tin, ảnh: Hoàng Hoài'."""
    label = _LABEL.match(text.strip(" *_()[]"))
    return label is not None and label["text"] is not None


def _without_desks(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of people, pen names and initials; a desk signs, but is nobody's name."""
    return tuple(name for name in names if not _DESKS.fullmatch(name))


def read_signature(line: str) -> Signature | None:
    """What a short line says about the origin of the text; None where it is none.

    >>> read_signature("Tin, ảnh: Hoàng Hoài").authors
    ('Hoàng Hoài',)
    >>> read_signature("Theo Hồ Hương").kind, read_signature("Theo TTXVN").source
    ('byline', 'TTXVN')
    >>> read_signature("Ảnh: Lê Minh").kind
    'caption'
    >>> read_signature("KT. CHỦ TỊCH").kind
    'official'
    """
    printed = " ".join(line.split()).strip("| ")  # a row of a table whose first cell is empty
    text = printed.strip(" *_")
    if text[:1] in "([" and text[-1:] in ")]" and text.count("(") + text.count("[") == 1:
        text = text[1:-1].strip()
    if not text or len(text) > 160 or is_bare_label(text):
        return None
    if _OFFICIAL.search(text):
        return Signature("official", printed)
    label = _LABEL.match(text)
    if label:
        rest = text[label.end() :].strip(" .")
        if not rest or len(rest) > 110 or rest[-1] in "!?":  # "PV: Trân trọng cảm ơn ông!" ends an interview
            return None
        if label["photo"]:
            return Signature("caption", printed, names_in(rest))
        if label["source"]:
            if label["source"].lower().startswith("theo") and not _ORGANISATION.search(rest) and is_name(rest):
                return Signature("byline", printed, names_in(rest))
            return Signature("source", printed, (), rest)
        rest = _PICTURES.split(rest)[0]
        names = names_in(rest.split("|")[0])
        persons = tuple(name for name in names if is_person(name))
        if persons:  # "Nguyễn Văn A - Trung tâm Văn hóa": where one works is not a name
            names = persons
        if not names or any(len(name) > 60 or any(c.isdigit() for c in name) for name in names):
            return None
        if label[0].lower().lstrip(" -–*").startswith(_TYPED) and not _without_desks(persons):
            return None  # "Người đăng: admin" says who typed it in
        return Signature("byline", printed, _without_desks(names))
    unmarked = _UNMARKED.match(text)
    if unmarked and len(text) <= 70:
        names = _without_desks(names_in(text[unmarked.end() :]))
        if names and all(is_person(name) and " " in name for name in names):
            return Signature("byline", printed, names)
        return None
    taken = _FROM.match(text)
    if taken and len(text) <= 70:
        rest = text[taken.end() :].strip(" .)")
        if not (rest[:1].isupper() or rest.startswith(("http", "www")) or _HOST.fullmatch(rest)):
            return None  # "Theo đó, ...": a sentence
        writer, slash, paper = rest.partition("/")
        if slash and is_person(writer) and _ORGANISATION.search(paper):  # "Theo Lan Anh/Báo Sài Gòn"
            return Signature("byline", printed, names_in(writer), paper.strip())
        within = _WITHIN.fullmatch(rest)
        if within and is_person(within[1]) and _ORGANISATION.search(within[2]):  # "Theo Lan Anh (Báo Sài Gòn)"
            return Signature("byline", printed, names_in(within[1]), within[2].strip())
        if _ORGANISATION.search(rest) or _HOST.fullmatch(rest):
            return Signature("source", printed, (), rest)
        names = names_in(rest)
        if names and all(is_name(name) for name in names):
            return Signature("byline", printed, names)
        return None
    if _OFFICE.fullmatch(text):
        return Signature("byline", printed)
    if len(text) <= 90 and text[-1:] not in "?!:":
        bare = _DID.sub("", re.sub(r"\s*\([^)]*\)\s*", " ", _PICTURES.split(text)[0]).strip(" ."))
        bare = _PHONE.sub("", bare)
        names = names_in(bare)
        if 1 <= len(names) <= 6 and is_person(names[0]):
            office = next((n for n, name in enumerate(names) if _ORGANISATION.search(name)), len(names))
            persons = names[:office]  # "Lê An, Phòng Văn hóa và Thông tin xã": after an office all is where one works
            if all(is_person(name) for name in persons):
                place = bare[bare.index(names[office]) :] if office < len(names) else None
                return Signature("byline", printed, _without_desks(persons), place)
    return None

"""Which letters bytes mean, whatever the page says of itself."""

# ruff: noqa: E501 - a table of texts, one case a line

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.reading.article import extract
from archiver.reading.document import parse, text_of
from archiver.vietnamese import charsets
from archiver.vietnamese.charsets import decode, decode_bytes, font_encoding, from_fonts, is_syllable

TEXT = "Ủy ban nhân dân thành phố tổ chức hội nghị tổng kết phong trào thi đua yêu nước, biểu dương những tập thể và cá nhân điển hình tiên tiến; kỷ niệm ngày truyền thống của ngành."
LOWER = TEXT.lower()

# Every letter with its tone, in syllables that exist.
SYLLABLES = (
    "bà bả bã bá bạ bằng bẳng bẵng bắng bặng cần cẩn cẫn cấn cận kè kẻ kẽ ké kẹ về bể dễ kế hệ lì lỉ lĩ lí lị mò mỏ mõ mó mọ "
    "ngồi ngổi ngỗi ngối ngội phờ phở phỡ phớ phợ qua thù thủ thũ thú thụ trừ trử trữ trứ trự kỳ kỷ kỹ ký kỵ xuân đường được "
    "nghiêng khuya nguyễn thuở hoàn hoặc khoẻ ngoéo tia cửa mua tuyết ăn âm ở ư ông ơn yên y êm anh sách thích"
).split()
# Thirty different syllables: fewer, or one said over and over, may be of any language.
SENTENCES = st.permutations(SYLLABLES).map(lambda order: " ".join(order[:30]))

TO_TCVN3 = {whole: char for char, whole in charsets._TCVN3.items()}
TO_VNI = {whole: pair for pair, whole in charsets._VNI.items() if pair.islower() or not whole.islower()}


def to_tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(char, char) for char in text)


def to_vni(text: str) -> str:
    return "".join(TO_VNI.get(char, char) for char in text)


def to_cp1258(text: str) -> bytes:
    """As Windows types it: the letter with its breve, circumflex or horn, then the tone as a mark of its own."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


def to_one_byte(text: str, name: str) -> bytes:
    """A byte a letter, some of them among the control characters."""
    back = {letter: byte for byte, letter in charsets._ONE_BYTE[name].items()}
    return bytes(back.get(char, ord(char)) for char in text)


def to_viscii(text: str) -> bytes:
    return to_one_byte(text, "viscii")


def to_bkhcm2(text: str) -> str:
    back = {whole: pair for pair, whole in charsets._BKHCM2.items() if pair.islower() or not whole.islower()}
    return "".join(back.get(char, char) for char in text)


def test_viscii_is_read_by_its_name_and_by_its_text_and_loses_no_letter():
    letters = "".join(sorted(set(unicodedata.normalize("NFC", TEXT + TEXT.upper() + "ẲẴẪỶỸỴẳẵẫỷỹỵ"))))
    assert decode(to_viscii(letters), "text/html; charset=VISCII").text == letters
    for said in (None, "text/html", "text/html; charset=iso-8859-1", "text/html; charset=utf-8"):
        assert decode(to_viscii(TEXT), said).encoding == "viscii"
        assert decode(to_viscii(TEXT), said).text == TEXT
    read = parse(b"<p>" + to_viscii(TEXT.upper()) + b"</p>", "http://so.example/")
    assert text_of(read.body).strip() == TEXT.upper()
    assert len(set(charsets._VISCII.values())) == len(charsets._VISCII) == 134


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Ủy ban nhân dân tỉnh tổ chức lễ khai giảng năm học mới, học sinh toàn tỉnh về dự. ", True),
        ("Năm học mới có gì khác?Học phí ra sao? Ai được miễn? Vì sao?Hỏi ai? ", False),
        (
            "Where to? Who pays? Why? Ask http://a.example/tin?id=7 or http://a.example/tin?trang=2, both answer. ",
            False,
        ),
    ],
)
def test_letters_that_a_database_lost_are_a_doubt(text, lost):
    sent = (text * 5).encode("ascii", "replace" if lost else "xmlcharrefreplace").decode()
    article = extract(f"<h1>Khai giang</h1><p>{sent}</p>".encode(), "http://so.example.vn/1")
    assert ("letters-lost" in {problem.code for problem in article.problems}) == lost


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_what_is_encoded_is_decoded_to_the_same_text_by_the_text_alone(text):
    assert decode(text.encode()).text == text
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("utf-16-be")).text == text
    assert decode(text.encode("utf-16")).text == text
    assert decode(text.encode("utf-8-sig")).text == text
    assert decode(to_cp1258(text)).text == text
    assert decode(to_viscii(text)).text == text
    assert decode(to_one_byte(text, "vps")).text == text
    assert decode(to_bkhcm2(text).encode("latin-1")).text == text
    assert decode(to_bkhcm2(text).encode()).text == text
    assert decode(unicodedata.normalize("NFD", text).encode()).text == text
    assert decode(to_tcvn3(text).encode("latin-1")).text == text
    assert decode(to_tcvn3(text).encode()).text == text
    assert decode(to_vni(text).encode("latin-1")).text == text
    assert decode(to_vni(text).encode()).text == text
    assert decode(text.encode().decode("latin-1").encode()).text == text


@pytest.mark.parametrize(
    "header",
    [None, "text/html", "text/html; charset=iso-8859-1", "text/html; charset=nonsense", "text/html; charset=base64"],
)
@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (to_cp1258(TEXT), "cp1258"),
        (to_tcvn3(LOWER).encode("latin-1"), "tcvn3"),
        (to_vni(LOWER).encode("latin-1"), "vni"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
    ],
)  # fmt: skip
def test_a_header_that_does_not_know_is_not_believed_against_the_text(header, body, encoding):
    decoded = decode(body, header)
    assert decoded.text in (TEXT, LOWER)
    assert decoded.encoding == encoding


@pytest.mark.parametrize(
    ("body", "header", "text", "encoding"),
    [
        ("Größe und schöne Grüße aus Köln".encode("cp1252"), None, "Größe und schöne Grüße aus Köln", "cp1252"),
        ("Größe".encode("latin-1"), "text/html; charset=ISO-8859-1", "Größe", "cp1252"),
        ("<meta charset=windows-1251>Привет".encode("cp1251"), None, "<meta charset=windows-1251>Привет", "cp1251"),
        ("Привет".encode("koi8-r"), "text/html; charset=koi8-r", "Привет", "koi8-r"),
        ("你好世界".encode("gb18030"), "text/html; charset=gb2312", "你好世界", "gbk"),
        (b"", None, "", "utf-8"),
        (b"plain", "text/html; charset=utf-16", "plain", "utf-8"),
    ],
)
def test_other_languages_are_read_as_header_or_meta_say(body, header, text, encoding):
    decoded = decode(body, header)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_few_bad_bytes_do_not_cost_the_rest():
    decoded = decode(TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:] + b"\xe1\xba", "text/html; charset=utf-8")
    assert decoded.encoding == "utf-8"
    assert "bytes-unreadable" in decoded.problems
    assert "biểu dương những tập thể" in decoded.text


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([None, "text/html; charset=utf-16", "text/html; charset=utf-7", "x; charset=hex"]),
)
def test_no_bytes_are_too_strange_to_be_read(body, header):
    decoded = decode(body, header)
    assert unicodedata.is_normalized("NFC", decoded.text)


@pytest.mark.parametrize("text", [
    TEXT, "Le garçon français préfère la forêt où naît l'été, c'est un rêve élégant à Noël",
    "Der Präsident für Außenhandel grüßt schöne Mädchen in München und Köln über große Häuser",
    "Så är det på svenska: många små öar och åar, där är även älgar", "Año, niño, señor, España, mañana, pequeño, otoño, sueño",
    "© 2024 «Sở» · ® » ½ ¼ µ ¶", "", "abc",
])  # fmt: skip
def test_what_is_not_written_in_fonts_is_left_alone(text):
    assert font_encoding(text) is None
    assert decode(text.encode()).text == text


def test_font_encodings_are_read_in_the_page_and_addresses_are_not():
    html = f"<p><a href='/Vi\u00d6t?x=\u00d6'>{to_tcvn3(LOWER)}</a><script>var a='Vi\u00d6t'</script>"
    page = parse(html.encode("latin-1"), "https://so.example/")
    assert text_of(page.tags("a")[0]) == LOWER
    assert page.tags("a")[0].get("href") == "/Vi\u00d6t?x=\u00d6"
    assert page.encoding == "tcvn3"
    assert "font-encoding" in page.problems


def test_a_page_may_be_written_half_in_unicode_and_half_in_a_font():
    html = f"<h1>{TEXT}</h1><p>{to_tcvn3(LOWER)}</p><p>{to_tcvn3('Tự do')} {to_tcvn3('hạnh phúc')}</p><p>Hà Nội, tháng 5</p><p>Tù và</p>"
    page = parse(html.encode(), "https://so.example/")
    assert [text_of(one) for one in page.tags("p")] == [LOWER, "Tự do hạnh phúc", "Hà Nội, tháng 5", "Tù và"]
    assert text_of(page.tags("h1")[0]) == TEXT
    assert page.encoding == "utf-8"


def test_fonts_of_capitals_draw_small_letters_large():
    html = f"<p><font face='.VnTimeH'>{to_tcvn3('ủy ban nhân dân thành phố')}</font></p><p style='font-family: .VnTime'>{to_tcvn3(LOWER)}</p>"
    page = parse(html.encode("latin-1"), "https://so.example/")
    assert text_of(page.tags("p")[0]) == "ỦY BAN NHÂN DÂN THÀNH PHỐ"
    assert text_of(page.tags("p")[1]) == LOWER


def test_vni_in_capitals_is_read():
    assert from_fonts("UÛY BAN NHAÂN DAÂN THAØNH PHOÁ HOÀ CHÍ MINH", "vni") == "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"


@pytest.mark.parametrize("word", SYLLABLES)
def test_every_syllable_of_the_language_is_known_for_one(word):
    assert is_syllable(word)
    assert is_syllable(word.capitalize())
    assert is_syllable(word.upper())


def test_letter_for_letter_stays_letter_for_letter():
    loose = unicodedata.normalize("NFD", "Việt")
    assert decode_bytes(loose.encode()).text == loose


LETTERS = "".join(
    sorted(
        unicodedata.normalize("NFC", base + tone)
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    )
)


@pytest.mark.parametrize("name", ["viscii", "vps"])
def test_every_letter_of_an_encoding_comes_back_by_its_name(name):
    text = LETTERS + "đĐ"
    for said in (name, name.upper(), f"x-{name}"):
        assert decode(to_one_byte(text, name), f"text/html; charset={said}").text == text


@pytest.mark.parametrize("write", [to_vni, to_bkhcm2])
def test_every_letter_of_a_font_of_pairs_comes_back(write):
    fonts = {to_vni: "vni", to_bkhcm2: "bkhcm2"}[write]
    for letter in LETTERS + "đĐ":
        assert from_fonts(write(letter), fonts) == letter


WRITTEN = {
    "cp1258": to_cp1258(TEXT), "viscii": to_viscii(TEXT), "vps": to_one_byte(TEXT, "vps"), "tcvn3": to_tcvn3(LOWER).encode("latin-1"),
    "vni": to_vni(LOWER).encode("latin-1"), "bkhcm2": to_bkhcm2(LOWER).encode("latin-1"), "utf-8": TEXT.encode(),
}  # fmt: skip


@pytest.mark.parametrize("header", ["windows-1258", "iso-8859-1", "utf-8", "windows-1252", "us-ascii", "x-unknown"])
@pytest.mark.parametrize(
    "meta", ["", "<meta charset=utf-8>", "<meta charset=windows-1258>", "<meta charset=iso-8859-1>"]
)
@pytest.mark.parametrize("written", WRITTEN)
def test_no_label_of_header_or_meta_is_believed_against_vietnamese_text(written, meta, header):
    decoded = decode(meta.encode() + b"<p>" + WRITTEN[written] + b"</p>", f"text/html; charset={header}")
    assert decoded.text.removeprefix(meta) in (f"<p>{TEXT}</p>", f"<p>{LOWER}</p>")
    assert decoded.encoding == written


@pytest.mark.parametrize("written", ["cp1258", "viscii", "vps", "tcvn3", "vni", "bkhcm2"])
def test_a_body_that_was_never_converted_is_read_within_a_page_in_utf_8(written):
    menu = "".join(f"<li>{word} của thành phố</li>" for word in ("Giới thiệu", "Tổ chức", "Văn bản", "Lịch công tác"))
    page = parse(
        f"<meta charset=utf-8><ul>{menu}</ul><p>".encode() + WRITTEN[written] + b"</p>",
        "https://so.example/",
        "text/html; charset=utf-8",
    )
    assert text_of(page.tags("p")[0]) in (TEXT, LOWER)
    assert text_of(page.tags("li")[1]) == "Tổ chức của thành phố"
    assert "encodings-mixed" in page.problems


@pytest.mark.parametrize("written", ["cp1258", "viscii", "vps", "tcvn3", "vni", "bkhcm2"])
def test_a_menu_of_entities_beside_an_old_body_takes_nothing_from_either(written):
    menu = "".join(
        f"<li>{''.join(f'&#{ord(char)};' if ord(char) > 127 else char for char in word)}</li>"
        for word in ("Giới thiệu", "Tổ chức bộ máy", "Hướng dẫn thủ tục", "Đường dây nóng")
    )
    page = parse(f"<ul>{menu * 5}</ul><p>".encode() + WRITTEN[written] + b"</p>", "https://so.example/", "text/html")
    assert text_of(page.tags("p")[0]) in (TEXT, LOWER)
    assert text_of(page.tags("li")[1]) == "Tổ chức bộ máy"


OTHERS = {
    "fr": "Les élèves de l'école préparent déjà la fête où naîtra l'été : gâteaux, thé, café, crème brûlée. À Noël, le maître a reçu ses hôtes près du château, là où coulait jadis une rivière très fraîche.",
    "de": "Die Bürgermeister führen Gespräche über größere Häuser, schöne Gärten und kürzere Züge; für Schüler öffnen früh die Türen.",
    "pt": "A informação não chegou às regiões: as condições são difíceis, porém a população já está mobilizada e não há razão para pânico. Amanhã haverá eleições.",
    "es": "El niño pequeño soñó que mañana habría música, aquí también; según él, la montaña está más allá del río y así será el otoño.",
    "sv": "Många små öar ligger där älven går ut i havet; där är också gården där hästarna går, på ängen bakom ån, åt öster.",
    "no": "Året før høsten kom båten på land, og så gikk små gutter på tur over fjæra, når været ble så grått på øya.",
    "it": "La città è più bella perché c'è più libertà; però così non può andare, né oggi né lunedì, già si è detto.",
    "is": "Það er gott að vera hér á Íslandi þegar sólin skín yfir fjöllin, en þó er hún ekki alltaf á lofti; við förum þá út að leika.",
    "nl": "De coördinatie van geïnteresseerde leerlingen, één voor één, gaf enquêtes over cafés en crêpes; patiënten zijn zeeën van tijd kwijt.",
    "fi": "Äiti käveli töihin, mutta yö oli jo mennyttä; pöydällä höyrysi kylmä tee, ja ääni kuului läpi seinän, hän kääntyi.",
    "en": "The café's naïve façade, a Brontë cliché and a résumé for the fiancée: déjà vu, à la carte, crème brûlée, piñata, jalapeño.",
}  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "header", [None, "text/html; charset=iso-8859-1", "text/html; charset=utf-8", "text/html; charset=windows-1258"]
)
def test_no_other_language_is_taken_for_vietnamese(language, header):
    text = OTHERS[language] * 3
    decoded = decode(text.encode("cp1252"), header)
    if header and header.endswith("1258"):  # it says so, and nothing in the text says otherwise
        assert decoded.encoding == "cp1258"
    else:
        assert decoded.text == text
    assert decode(text.encode(), header).text == text


@pytest.mark.parametrize(
    ("headline", "face", "read"),
    [
        ("Th«ng b¸o nghØ TÕt Quý M·o", ".VnTime", "Thông báo nghỉ Tết Quý Mão"),
        ("Th«ng b¸o nghØ TÕt Quý M·o", "", "Thông báo nghỉ Tết Quý Mão"),
        ("th«ng b¸o nghØ tÕt", ".VnArialH", "THÔNG BÁO NGHỈ TẾT"),
        ("HéI NGHÞ TæNG KÕT C¤NG T¸C N¡M 2005", "", "HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM 2005"),
        ("UBND TØNH HäP TH¦êNG Kú", "", "UBND TỈNH HỌP THƯỜNG KỲ"),
        ("DANH S¸CH C¸N Bé §¦îC TÆNG HUY CH¦¥NG", ".VnTime", "DANH SÁCH CÁN BỘ ĐƯỢC TẶNG HUY CHƯƠNG"),
        ("GiÊy mêi", ".VnTime", "Giấy mời"),
        ("Thoâng baùo nghæ Teát Quyù Maõo", "VNI-Times", "Thông báo nghỉ Tết Quý Mão"),
        ("Leã kyû nieäm 60 naêm", "", "Lễ kỷ niệm 60 năm"),
        ("Giấy mời họp", ".VnTime", "Giấy mời họp"),  # what was converted and kept its font's name
        ("Björk và Müller thăm Málaga", "", "Björk và Müller thăm Málaga"),
    ],
)
def test_one_headline_may_be_written_for_a_font_in_a_page_that_is_not(headline, face, read):
    html = f"<h1><font face='{face}'>{headline}</font></h1><p>Cơ quan nghỉ từ ngày 20/1 đến hết ngày 26/1/2023.</p>"
    page = parse(html.encode(), "https://so.example/")
    assert [text_of(page.tags(tag)[0]) for tag in ("h1", "p")] == [
        read,
        "Cơ quan nghỉ từ ngày 20/1 đến hết ngày 26/1/2023.",
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [("Leã kyû nieäm 60 naêm", "Buoåi leã dieãn ra luùc 8 giôø."), ("HéI NGHÞ C¸N Bé", "Ban hµnh ngµy 5.")],
)
@pytest.mark.parametrize("header", [None, "text/html; charset=utf-8", "text/html; charset=windows-1258"])
def test_a_page_of_few_words_is_read_by_its_words(title, text, header):
    page = parse(f"<title>{title}</title><p>{text}</p>".encode("cp1252"), "https://so.example/", header)
    assert page.encoding in ("vni", "tcvn3")
    assert text_of(page.tags("title")[0]) in ("Lễ kỷ niệm 60 năm", "HỘI NGHỊ CÁN BỘ")


def test_a_headline_in_an_older_encoding_is_read_within_a_page_in_utf_8():
    html = "<h1>@</h1><p>Cầu dài 8 km, nối hai bờ sông Tiền.</p>".encode()
    old = "Kh\u01a1\u0309i công câ\u0300u Ra\u0323ch Miê\u0303u".encode("cp1258")
    page = parse(html.replace(b"@", old), "https://so.example/")
    assert "encodings-mixed" in page.problems
    assert text_of(page.tags("h1")[0]) == "Khởi công cầu Rạch Miễu"

"""What leads from a page to others: which links are worth asking, and doors that are no links.

Frames, a meta refresh, `location = '…'`, an option of a select that goes elsewhere; feeds named in the head or by
their looks. And the links that lead nowhere an archive wants to go: logins, searches, shares, files, print versions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from lxml import etree

from archiver.shapes import Postback
from archiver.walking.canonical import absolute

_DOCUMENT = re.compile(r"pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|rar|7z|txt")
_PICTURE = re.compile(r"jpe?g|png|gif|bmp|webp|svg|tiff?|ico")
_OTHER_FILE = re.compile(
    r"css|m?js|json|map|woff2?|ttf|eot|mp[34]|avi|wmv|flv|mov|wav|ogg|webm|swf|exe|apk|msi|iso|dmg|gz|tar|ics|vcf"
)

_ENDING = re.compile(r"\.([a-z0-9]{1,5})$", re.I)
_NO_GO = re.compile(
    r"(?:^|[/?&=._-])(?:log-?in|log-?out|log-?off|sign-?in|sign-?up|register|dang-?nhap|dang-?xuat|dang-?ky|quen-mat-khau|"
    r"forgot-?password|lost-?password|tim-?kiem|search|search-?results?|wp-admin|wp-login|wp-json|xmlrpc|feedback|captcha|"
    r"share|chia-se|addtoany|gui-email|gui-mail|sendmail|mail-?to|emailto|email-?friend|send-?(?:to-?)?friend|reply|replytocom|"
    r"add-?to-?cart|gio-hang|cart|comment-?form|binh-luan|bookmark|rating|vote|poll|binh-chon|unsubscribe)(?:$|[/?&=.#_-])",
    re.I,
)
_PRINT_WORDS = re.compile(
    r"^(?:in(?: trang| bài| tin| bài viết| nội dung)?|bản in|xem bản in|print(?: this)?(?: page)?)$", re.I
)


def ending(url: str) -> str:
    """The ending of a file's name, in lower case; '' where there is none.

    >>> ending("http://a.vn/van-ban/12.PDF?x=1"), ending("http://a.vn/tin/5")
    ('pdf', '')
    """
    found = _ENDING.search(urlsplit(url).path)
    return found[1].lower() if found else ""


Worth = Literal["page", "document", "picture", "file", "no-go"]


def worth(url: str) -> Worth:
    """What asking *url* would give, by its look.

    >>> worth("http://a.vn/tin/5.html"), worth("http://a.vn/Login.aspx?ReturnUrl=%2f"), worth("http://a.vn/1.pdf")
    ('page', 'no-go', 'document')
    >>> worth("http://a.vn/tin/in-dang-ky-hien-mau-5.html"), worth("http://a.vn/tin/hop-bao-quy-i-5/?replytocom=9")
    ('page', 'no-go')
    """
    kind = ending(url)
    if _DOCUMENT.fullmatch(kind):
        return "document"
    if _PICTURE.fullmatch(kind):
        return "picture"
    if _OTHER_FILE.fullmatch(kind):
        return "file"
    parts = urlsplit(url)
    tail = parts.path.rstrip("/").rpartition("/")[2]
    slug = tail.count("-") + tail.count("_") >= 4  # it may speak of registering; a page for registering has no slug
    if (not slug and _NO_GO.search(f"/{tail}")) or _NO_GO.search("?" + _names(parts.query)):
        return "no-go"
    return "page"


def _names(query: str) -> str:
    return "&".join(f"{name}={value}" if len(value) < 12 else name for name, value in parse_qsl(query))


def is_print_link(words: str | None) -> bool:
    """Whether a link says that it leads to the print version of where it stands.

    >>> is_print_link(" In trang "), is_print_link("In ấn tài liệu tuyên truyền")
    (True, False)
    """
    return bool(words and _PRINT_WORDS.match(" ".join(words.split())))


_HUB_WORDS = re.compile(
    r"\b(?:tin|tin tức|tin-tuc|sự kiện|thông báo|hoạt động|chuyên mục|xem thêm|xem tất cả|tin khác|trang \d+|chuyên đề|"
    r"news|category|chuyen-?muc|danh-?muc|archives?|lưu trữ)\b",
    re.I,
)


def looks_like_a_hub(url: str, words: str | None) -> bool:
    """Whether a link rather leads to a list of news than to one item of it: few words, no number, a short address.

    >>> looks_like_a_hub("http://a.vn/tin-tuc", "Tin tức")
    True
    >>> looks_like_a_hub("http://a.vn/tin/345", "Hội nghị tổng kết năm")
    False
    """
    said = " ".join((words or "").split())
    if len(said) > 45:
        return False
    tail = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return bool(_HUB_WORDS.search(said)) or (
        len(said) <= 30 and tail.count("-") <= 4 and not re.search(r"\d{2,}", tail)
    )


# --- doors that are no links ------------------------------------------------------------------------------------------

_REFRESH = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.I)
_LOCATION = re.compile(
    r"(?:window|document|self|top|parent)?\.?location(?:\.href|\.replace\(|\.assign\()?\s*[=(]\s*['\"]([^'\"]{1,500})['\"]"
)


@dataclass(frozen=True, slots=True)
class Doors:
    """Ways on from a page, beside its links."""

    frames: tuple[str, ...] = ()
    """Frames and iframes, absolute."""
    moves_to: str | None = None
    """Where the page itself goes: a meta refresh, a script on an otherwise empty page."""
    feeds: tuple[str, ...] = ()
    """Feeds, absolute."""
    options: tuple[str | Postback, ...] = ()
    """Addresses and forms behind the options of its selects: months, years, pages."""
    amp: tuple[str, ...] = ()
    """Other faces of this page that it names itself (AMP, for telephones)."""


_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FEED_LOOK = re.compile(r"(?:^|[/._?=&-])(?:rss\d?|feed|feeds|atom)(?:$|[/._?=&-])", re.I)


def looks_like_a_feed(url: str) -> bool:
    """Whether an address is likely to be a feed.

    >>> looks_like_a_feed("http://a.vn/rss/tin.rss"), looks_like_a_feed("http://a.vn/tin/5.html")
    (True, False)
    """
    parts = urlsplit(url)
    return ending(url) in ("rss", "atom", "rdf") or bool(_FEED_LOOK.search(parts.path + "?" + parts.query))


def find_doors(root: etree._Element, base: str, *, words: int = 1000) -> Doors:
    """The ways on from the page whose tree is *root* and whose relative links mean *base*.

    *words* is how much text the page has: a script that sets `location` on a full page waits for a click.
    """
    frames: list[str] = []
    feeds: list[str] = []
    faces: list[str] = []
    moves_to: str | None = None
    scripts: list[str] = []
    selects: list[etree._Element] = []
    for element in root.iter("frame", "iframe", "meta", "link", "script", "select"):
        tag = element.tag
        if tag in ("frame", "iframe"):
            url = absolute(base, element.get("src"))
            if url and worth(url) == "page":
                frames.append(url)
        elif tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(element.get("content") or "")
            if found and float(found[1]) <= 10:
                moves_to = moves_to or absolute(base, found[2].strip())
        elif tag == "link":
            rel = (element.get("rel") or "").lower().split()
            url = absolute(base, element.get("href"))
            if url is None:
                continue
            if "alternate" in rel and (element.get("type") or "").lower() in _FEED_TYPES:
                feeds.append(url)
            elif "amphtml" in rel or ("alternate" in rel and element.get("media") and not element.get("hreflang")):
                faces.append(url)
        elif tag == "script" and element.text and words < 60 and len(element.text) < 20_000:
            scripts.append(element.text)
        elif tag == "select":
            selects.append(element)
    if moves_to is None and words < 60:
        for script in scripts:
            found_move = _LOCATION.search(script)
            if found_move:
                moves_to = absolute(base, found_move[1])
                break
    options: list[str | Postback] = []
    for select in selects[:20]:
        options.extend(_options(select, base))
    return Doors(
        tuple(dict.fromkeys(frames)), moves_to, tuple(dict.fromkeys(feeds)), tuple(options), tuple(dict.fromkeys(faces))
    )


_GOES = re.compile(r"location|__doPostBack|\.submit\(|window\.open|MM_jumpMenu", re.I)
_LEADS = re.compile(
    r"location(?:\.href)?\s*=\s*(['\"])([^'\"]*)\1\s*\+\s*(?:encodeURIComponent\()?"
    r"(?:this\.value|this\.options\[\s*this\.selectedIndex\s*\]\.value|\$\(this\)\.val\(\))\)?(?:\s*\+\s*(['\"])([^'\"]*)\3)?"
)
"""`location.href='/tin?nam='+this.value`: what goes before and after the chosen value."""
_ADDRESS = re.compile(r"^(?:https?://|/|\?|\.{1,2}/)|\.(?:html?|aspx?|php|jsp)\b", re.I)
_PERIOD = re.compile(
    r"\b(?:năm|nam|year|tháng|thang|month|quý|quy|kỳ|chuyên mục|chuyenmuc|cate|category|trang|page)\b", re.I
)


_MONTHS = re.compile(r"(?:0,|-1,)?0?1,0?2,0?3,0?4,0?5,0?6,0?7,0?8,0?9,10,11,12")


def _options(select: etree._Element, base: str) -> list[str | Postback]:
    """Where the options of a select lead, if anywhere: addresses, or values of a form without typing."""
    change = select.get("onchange") or ""
    led = _LEADS.search(change)
    values = [
        option.get("value") if led is None else option.get("value", option.text or "").strip()
        for option in select.iter("option")
    ]
    given = [value for value in values if value]
    if not 1 < len(given) <= 400:
        return []
    if all(_ADDRESS.search(value) for value in given) and (_GOES.search(change) or len(given) < 60):
        urls = [absolute(base, value) for value in given]
        return [url for url in dict.fromkeys(urls) if url and worth(url) == "page"]
    if _MONTHS.fullmatch(",".join(given)) and any(not value or value in ("0", "-1") for value in values):
        return []  # months that may be left open: the year alone shows them all
    if led is not None:
        urls = [absolute(base, led[2] + quote(value) + (led[4] or "")) for value in given]
        return [url for url in dict.fromkeys(urls) if url and worth(url) == "page"]
    name = select.get("name")
    form = next(select.iterancestors("form"), None)
    if not name or form is None or form.find(".//input[@name='__VIEWSTATE']") is not None:
        return []
    method = (form.get("method") or "get").lower()
    label = f"{name} {select.get('id') or ''} {change}"
    if not (_PERIOD.search(re.sub(r"[_$\d]", " ", label)) or _all_years(given)):
        return []
    if form.find(".//input[@type='password']") is not None:
        return []
    action = absolute(base, form.get("action") or base) or base
    fields = [
        (field.get("name") or "", field.get("value") or "")
        for field in form.iter("input")
        if field.get("name") and (field.get("type") or "text").lower() in ("hidden", "text", "search")
    ]
    others = [
        (other.get("name") or "", _chosen(other))
        for other in form.iter("select")
        if other is not select and other.get("name")
    ]
    ways: list[str | Postback] = []
    for value in dict.fromkeys(given):
        pairs = (*fields, *others, (name, value))
        if method == "get":
            parts = urlsplit(action)
            ways.append(urlunsplit(parts._replace(query=urlencode(pairs), fragment="")))
        else:
            ways.append(Postback(action, "POST", pairs))
    return ways


def _chosen(select: etree._Element) -> str:
    first = ""
    for place, option in enumerate(select.iter("option")):
        value = option.get("value")
        value = value if value is not None else (option.text or "").strip()
        if place == 0:
            first = value
        if option.get("selected") is not None:
            return value
    return first


def _all_years(values: list[str]) -> bool:
    return sum(1 for value in values if re.fullmatch(r"(?:19|20)\d\d", value)) >= max(2, len(values) - 1)

"""Which address is which.

`tidy` takes off what no server can mean (fragments, session ids, tracking); `key` folds what the same page may be
called (http or https, with www or without, `/default.aspx`, the order of a query). Neither may ever merge two
articles. Whatever goes further - a print version, one ItemID under several categories - is a suspicion: `variant`
names it and `archiver.walking.sameness` learns it from evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|gclsrc|dclid|yclid|msclkid|igshid|igsh|mc_[ce]id|_ga|_gl|zarsrc|zdlink|zcid|_hs\w+|"
    r"_|vero_\w+|mkt_tok|wickedid|ttclid|twclid|at_(medium|campaign)\w*|pk_(campaign|kwd|source|medium))$",
    re.I,
)
# Names that can only be a session, and names that may be one: 'sid=12' is a section, 'sid=9f8e7d6c5b4a39281706' is not.
_SESSION = re.compile(r"^(jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|oscsid|zenid)$", re.I)
_MAYBE_SESSION = re.compile(r"^(s|sid|ses|sess|session|session_?id|s_id|ssid|token_session)$", re.I)
_OPAQUE = re.compile(r"^(?=.*[0-9])(?=.*[a-z])[0-9a-z_\-]{16,}$|^[0-9a-f]{16,}$", re.I)
_PATH_SESSION = re.compile(r";(?:jsessionid|sid|phpsessid|sessionid)=[^/?#;]*", re.I)
_COOKIELESS = re.compile(r"/\((?:[A-Z]\([^()/]*\))+\)(?=/|$)", re.I)  # ASP.NET: /(S(lit3py55t21z5v55vlm25s55))/
_DEFAULT_PAGE = re.compile(r"(?<=/)(?:index|default)\.(?:html?|xhtml|php\d?|aspx?|jsp|jsf|do|cfm)$", re.I)
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PORTS = {"http": 80, "https": 443}
_SPACE = re.compile(r"[\x00-\x20\x7f]+")
_WHOLE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?][!-:<-~]*)?", re.ASCII).fullmatch  # no base changes it


def absolute(base: str, href: str | None) -> str | None:
    """*href* seen from *base*, tidied; None where it is no web address (mailto:, javascript:, data:, nonsense).

    >>> absolute("http://a.vn/tin/", "../tin/5.html#top")
    'http://a.vn/tin/5.html'
    >>> absolute("http://a.vn/", "javascript:void(0)") is None
    True
    """
    if not href:
        return None
    href = href.strip()
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.\-]*:", href)
    if scheme and scheme[0].lower() not in ("http:", "https:"):
        return None
    if href.startswith("#"):
        return None
    try:
        url = tidy(href if _WHOLE(href) else urljoin(base, href))
    except ValueError:
        return None
    return url if urlsplit(url).hostname else None


@lru_cache(maxsize=4096)
def tidy(url: str) -> str:
    """*url* without what no server can mean: fragment, session ids, tracking, default port, needless escapes.

    >>> tidy("HTTP://Sonoivu.example.VN:80/tin/a%7Eb.aspx;jsessionid=0A1B?ItemID=5&utm_source=zalo#noidung")
    'http://sonoivu.example.vn/tin/a~b.aspx?ItemID=5'
    >>> tidy("http://a.vn?sid=12"), tidy("http://a.vn/?sid=9f8e7d6c5b4a39281706")
    ('http://a.vn/?sid=12', 'http://a.vn/')
    >>> tidy("https://Sởnộivụ.vn/")
    'https://xn--sniv-6y5a8a8b.vn/'

    Raises ValueError where it is no URL at all (a broken IPv6 host, a port that is no number).
    """
    parts = urlsplit(url.strip())
    scheme = parts.scheme.lower()
    host = ascii_host((parts.hostname or "").rstrip("."))
    if ":" in host:
        host = f"[{host}]"
    port = parts.port
    netloc = host if port in (None, _PORTS.get(scheme)) else f"{host}:{port}"
    path = _PATH_SESSION.sub("", parts.path)
    path = _plain(_without_dots(path)) or "/"
    return urlunsplit((scheme, netloc, path, _clean_query(parts.query), ""))


def ascii_host(host: str) -> str:
    """*host* as the DNS knows it, whatever letters a link or a person writes it in; as it is where it is no name."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _clean_query(query: str) -> str:
    kept = []
    for pair in re.split(r"&(?:amp;)?", query):
        name, _, value = pair.partition("=")
        if not name or _TRACKING.match(name) or _SESSION.match(name):
            continue
        if _MAYBE_SESSION.match(name) and _OPAQUE.match(value):
            continue
        kept.append(_plain(pair))
    return "&".join(kept)


def _plain(text: str) -> str:
    """One spelling of escapes (RFC 3986, 6.2.2): unreserved ones undone, the rest in capitals, raw letters escaped."""

    def undo(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in _UNRESERVED else f"%{match[1].upper()}"

    text = _ESCAPE.sub(undo, _SPACE.sub(lambda m: "%20" * len(m[0]), text))
    return quote(text, safe="%/:?#[]@!$&'()*+,;=-._~|{}^`\"\\<>" if text.isascii() else "%/:?#[]@!$&'()*+,;=-._~")


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    joined = "/".join(kept)
    return joined + "/" if path.endswith(("/.", "/..")) and not joined.endswith("/") else joined


@lru_cache(maxsize=4096)
def key(url: str) -> str:
    """What the page is known by in the ledger: all the spellings of one address have one key.

    >>> key("https://www.sonoivu.example.vn/tin-tuc/default.aspx?b=2&a=1") == key("http://sonoivu.example.vn/tin-tuc?a=1&b=2")
    True
    >>> key("http://a.vn/tin/5") == key("http://a.vn/tin/6")
    False
    """
    parts = urlsplit(tidy(url))
    path = _COOKIELESS.sub("", parts.path) or "/"
    path = _DEFAULT_PAGE.sub("", re.sub(r"/{2,}", "/", path))
    path = path.rstrip("/")
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return urlunsplit(("", plain_host(parts), path or "/", query, ""))[2:]


def plain_host(parts: SplitResult) -> str:
    """Host and port without 'www.' and without what only mobile phones are sent to."""
    host = parts.netloc
    return re.sub(r"^(?:www\d?|m|mobile|wap)\.(?=[^.]+\.[^.]+)", "", host)


def same_site(url: str, hosts: frozenset[str]) -> bool:
    """Whether *url* lives on one of *hosts* (as `plain_host` spells them).

    >>> same_site("https://www.a.gov.vn/x", frozenset({"a.gov.vn"}))
    True
    >>> same_site("http://b.gov.vn/", frozenset({"a.gov.vn"}))
    False
    """
    try:
        return urlsplit(url).scheme in ("http", "https") and host_of(url) in hosts
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """The host of *url* as `same_site` compares it.

    >>> host_of("https://WWW.a.gov.vn:443/x")
    'a.gov.vn'
    """
    return plain_host(urlsplit(tidy(url)))


# --- other faces of one article --------------------------------------------------------------------------------------

_PRINT_SEGMENT = re.compile(
    r"^(print|printer|print-?(?:view|preview|version|page|article|friendly)|in|in-?bai(?:-?viet)?|in-?tin|ban-?in|xem-?ban-?in)"
    r"(?:\.(?:aspx?|php|html?|jsp))?$",
    re.I,
)
_AMP_SEGMENT = re.compile(r"^amp(?:\.html?)?$", re.I)
_STEM_MARK = re.compile(r"(?P<keep>.+?)(?:[.\-_](?P<mark>print|amp|inbai|ban-in|in-bai))(?P<end>\.\w{2,5})?$", re.I)
_FACE_QUERY = {
    "print": re.compile(
        r"^(?:(?:print|printable|in|inbai|printview|isprint|forprint)=(?:1|true|yes|y|on)?|"
        r"(?:layout|view|mode|action|output|type|format|task|tmpl|cmd|version|do)=(?:print|printview|printer|in-?bai|component|pdf))$",
        re.I,
    ),
    "amp": re.compile(r"^(?:amp=?(?:1|true)?|(?:output|outputtype|type|format|view)=amp)$", re.I),
    "mobile": re.compile(
        r"^(?:(?:m|mobile|wap|ismobile)=(?:1|true|yes|y)|(?:view|device|display|theme|mode)=(?:mobile|wap|phone))$",
        re.I,
    ),
    "popup": re.compile(r"^(?:p_p_state=(?:pop_up|exclusive)|popup=(?:1|true)|pop=1)$", re.I),
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A suspicion: this address shows what another one shows, for a printer or a telephone."""

    face: str
    """print, amp, mobile, popup."""
    base: str | None
    """The address that it should be a face of; None where only the page itself can tell."""


def variant(url: str) -> Variant | None:
    """What other address *url* is likely to repeat, or None.

    >>> variant("http://a.vn/tin/5.html?print=1")
    Variant(face='print', base='http://a.vn/tin/5.html')
    >>> variant("http://a.vn/tin/le-phat-dong-5/amp/").base
    'http://a.vn/tin/le-phat-dong-5'
    >>> variant("http://a.vn/Print.aspx?ItemID=5")
    Variant(face='print', base=None)
    >>> variant("http://a.vn/tin/in-an-tai-lieu.html") is None
    True
    """
    parts = urlsplit(url)
    pairs = parts.query.split("&") if parts.query else []
    for face, pattern in _FACE_QUERY.items():
        rest = [p for p in pairs if not pattern.match(p)]
        if len(rest) < len(pairs):
            return Variant(face, urlunsplit(parts._replace(query="&".join(rest))))
    segments = parts.path.rstrip("/").split("/")
    for place, segment in enumerate(segments):
        face = "print" if _PRINT_SEGMENT.match(segment) else "amp" if _AMP_SEGMENT.match(segment) else ""
        if not face or (segment.lower() == "in" and place == len(segments) - 1 and not pairs and len(segments) == 2):
            continue
        rest = segments[:place] + segments[place + 1 :]
        if place == len(segments) - 1 and ("." in segment or len(rest) < 2):  # Print.aspx?ItemID=5, /print?id=5
            return Variant(face, None)
        return Variant(face, urlunsplit(parts._replace(path="/".join(rest) or "/")))
    found = _STEM_MARK.match(segments[-1])
    if found and re.search(r"\d", found["keep"]):
        face = "amp" if found["mark"].lower() == "amp" else "print"
        path = "/".join([*segments[:-1], found["keep"] + (found["end"] or "")])
        return Variant(face, urlunsplit(parts._replace(path=path)))
    if re.match(r"^(m|mobile|wap|amp)\.", parts.netloc) and parts.netloc.count(".") > 1:
        return Variant("mobile", urlunsplit(parts._replace(netloc=parts.netloc.partition(".")[2])))
    return None


_TOKEN = re.compile(r"(?=[a-f0-9]*\d)(?=[a-f0-9]*[a-f])[a-f0-9]{6,}|(?:[a-z]*\d+[a-z]+){2,}\d*", re.I)
"""What a machine makes up each time: 5f3a1b; such sorts of address would have no end."""

# --- shapes of addresses ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def pattern(url: str) -> str:
    """The sort of address that *url* is, for budgets: numbers are 9, long slugs are 'a', values of a query are gone.

    >>> pattern("http://a.vn/lich-cong-tac/2031/07/?thang=7&nam=2031")
    '/lich-cong-tac/9/9?nam&thang'
    >>> pattern("http://a.vn/tin-tuc/hoi-nghi-tong-ket-cong-tac-nam-2012-345.html")
    '/tin-tuc/a.html'
    >>> pattern("http://a.vn/phien/77765a41/"), pattern("http://a.vn/cong-van-12")
    ('/phien/x', '/cong-van-9')
    """
    parts = urlsplit(url)
    shaped = []
    for segment in parts.path.rstrip("/").split("/"):
        stem, ending = _split_ending(segment)
        if re.fullmatch(r"[0-9\-_.]+", stem):
            stem = "9"
        elif _TOKEN.fullmatch(stem):
            stem = "x"
        elif stem.count("-") + stem.count("_") + stem.count("+") >= 3 or len(stem) > 40:
            stem = "a"
        else:
            stem = re.sub(r"\d+", "9", stem)
        shaped.append(stem + ending)
    return "/".join(shaped) + _names(parts.query) or "/"


def shorter(url: str) -> list[str]:
    """*url* without its first folder, its first two, …: what relative links make longer by a folder each time.

    >>> shorter("http://a.vn/tin/van-ban/lich/")
    ['http://a.vn/van-ban/lich/', 'http://a.vn/lich/']
    """
    parts = urlsplit(url)
    segments = parts.path.lstrip("/").split("/")
    most = len(segments) - 1 - (not segments[-1])
    return [urlunsplit(parts._replace(path="/" + "/".join(segments[place:]))) for place in range(1, most + 1)]


def counts_on(url: str, target: str) -> bool:
    """Whether *target* is *url* with other numbers.

    >>> counts_on("http://a.vn/hoi/4", "http://a.vn/hoi/5"), counts_on("http://a.vn/hoi", "http://a.vn/hoi/5")
    (True, False)
    """
    return url != target and re.sub(r"\d+", "9", url) == re.sub(r"\d+", "9", target)


def sorts(url: str) -> tuple[str, ...]:
    """The sorts of address that *url* counts for: its pattern; with three filters and more, all that its path filters;
    where one word names it, without a number, all words of its folder, since a trap may make them up.

    >>> sorts("http://a.vn/loc?nam=2020&thang=1&linhvuc=2")
    ('/loc?linhvuc&nam&thang', '/loc?*')
    >>> sorts("http://a.vn/q/gahbcd/")
    ('/q/gahbcd', '/q/*')
    """
    own = pattern(url)
    path, _, names = own.partition("?")
    if names.count("&") >= 2:
        return (own, f"{path}?*")
    folder, _, word = path.rpartition("/")
    if names or not word or "9" in word or _split_ending(word)[0] == "a":
        return (own,)
    return (own, f"{folder}/*")


_SORTS = re.compile(
    r"^(?:(?:filter_)?order(?:_?by|_?dir)?|sort(?:_?by|_?order|_?dir)?|sap(?:_?xep)?|dir|direction|view(?:_?mode)?|hien(?:_?thi)?|"
    r"display|layout|style|limit|page_?size|per_?page|so_?dong|filter_order_dir)$",
    re.I,
)


def filters(url: str, page: str) -> tuple[str, ...]:
    """Names of the filters by which *url* narrows or sorts what the list at *page* shows already; () where it does not.

    >>> filters("http://a.vn/loc?nam=2020&linhvuc=2", "http://a.vn/loc?nam=2020"), filters("http://a.vn/tin?id=5", "http://a.vn/")
    (('linhvuc',), ())
    >>> filters("http://a.vn/tin?sort=title", "http://a.vn/")
    ('sort',)
    """
    one, two = urlsplit(url), urlsplit(page)
    pairs = dict(parse_qsl(one.query, keep_blank_values=True))
    sorting = tuple(sorted(name for name in pairs if _SORTS.match(name)))
    own = dict(parse_qsl(two.query, keep_blank_values=True))
    if one.path.rstrip("/") != two.path.rstrip("/") or not _DEFAULT_PAGE.sub("", two.path).strip("/"):
        return sorting
    added = pairs.keys() - own.keys()
    if not added or any(pairs.get(name) != value for name, value in own.items()):
        return sorting
    return sorting or tuple(sorted(added))


def only_sorts(names: tuple[str, ...]) -> bool:
    """Whether filters of these names only show a list in another order or dress.

    >>> only_sorts(("sort",)), only_sorts(("linhvuc",)), only_sorts(())
    (True, False, False)
    """
    return bool(names) and all(map(_SORTS.match, names))


def only_turns(names: tuple[str, ...]) -> bool:
    """Whether a 'filter' of these names is the number of a page.

    >>> only_turns(("trang",)), only_turns(("p",))
    (True, False)
    """
    return bool(names) and all(name.lower() in ("trang", "page", "paged", "pageindex", "pageno") for name in names)


def _names(query: str) -> str:
    if not query:
        return ""
    return "?" + "&".join(sorted({p.partition("=")[0] for p in query.split("&")}))


def _split_ending(segment: str) -> tuple[str, str]:
    stem, dot, ending = segment.rpartition(".")
    return (stem, dot + ending.lower()) if dot and stem and re.fullmatch(r"[a-zA-Z]\w{1,4}", ending) else (segment, "")


@lru_cache(maxsize=4096)
def form(url: str) -> str:
    """The make of *url*, for learning which makes show the same article: folders and values are '*'.

    >>> form("http://a.vn/tin-tuc/hop-bao-quy-i-345.html"), form("http://a.vn/chitiet.aspx?ItemID=5&CateID=2")
    ('/*/a-9.html', '/chitiet.aspx?CateID&ItemID')
    """
    parts = urlsplit(url)
    segments = parts.path.strip("/").split("/")
    stem, ending = _split_ending(segments[-1])
    if parts.query and not re.search(r"\d", stem) and stem.count("-") < 2:
        last = stem
    elif re.fullmatch(r"\d+", stem):
        last = "9"
    else:
        last = "a-9" if re.search(r"\d{2,}$|\d$", stem) else "9-a" if re.match(r"\d", stem) else "a"
    return "/" + "*/" * (len(segments) - 1) + last + ending + _names(parts.query)


Token = tuple[str, str]
"""Where in an address it stands ('?ItemID', 'slug', 'words', 'number'), and what stands there."""


@lru_cache(maxsize=4096)
def tokens(url: str) -> tuple[Token, ...]:
    """What in *url* may name the article: values of its query, its slug, the number within its last part.

    >>> tokens("http://a.vn/chitiet.aspx?ItemID=105&CateID=2")
    (('?ItemID', '105'), ('?CateID', '2'))
    >>> tokens("http://a.vn/tin/hop-bao-quy-i-345.html")
    (('slug', 'hop-bao-quy-i-345'), ('words', 'hop-bao-quy-i'), ('number', '345'))
    >>> tokens("http://a.vn/tabid/57/articleId/345/hop-bao.aspx")
    (('slug', 'hop-bao'), ('number', '345'))
    """
    parts = urlsplit(url)
    found: list[Token] = []
    for name, value in parse_qsl(parts.query, keep_blank_values=False):
        if value and len(value) <= 200:
            found.append((f"?{name}", value.lower()))
            numbered = re.match(r"(\d{2,12})[:-](?=[a-z])", value.lower())
            if numbered:  # Joomla: id=345:hop-bao
                found.append(("number", numbered[1]))
    segments = [segment for segment in parts.path.split("/") if segment]
    if segments and _DEFAULT_PAGE.fullmatch("/" + segments[-1], 1):
        segments.pop()  # DNN: /tabid/57/articleId/345/Default.aspx
    named = False
    for segment in reversed(segments[-2:]):
        stem = unquote(_split_ending(segment)[0]).lower()
        if named:  # the folder above a slug says more only where it is a number: /articleId/345/hop-bao.aspx
            if re.fullmatch(r"\d{2,12}", stem):
                found.append(("number", stem))
            break
        if not stem or (parts.query and stem.count("-") < 2 and not re.search(r"\d", stem)):
            break
        if not stem.isdigit() and stem.count("-") + stem.count("_") >= 1:
            found.append(("slug", stem))
            words = re.sub(r"^\d+[-_]|[-_][a-z]{0,4}\d+$", "", stem)
            if words != stem and words.count("-") >= 2:
                found.append(("words", words))
        number = re.search(r"(?:^|[-_a-z])(\d{1,12})$", stem) or re.match(r"(\d{2,12})(?=[-_])", stem)
        if number:
            found.append(("number", number[1]))
            break
        named = bool(found)
    return tuple(found)


def without_each(url: str) -> list[tuple[str, str]]:
    """(name, *url* without that value) for each value of its query: six at most, none where there are more.

    >>> without_each("http://a.vn/tin?id=5&ref=zalo")
    [('id', 'http://a.vn/tin?ref=zalo'), ('ref', 'http://a.vn/tin?id=5')]
    """
    if "?" not in url:
        return []
    parts = urlsplit(url)
    pairs = parts.query.split("&")
    if len(pairs) > 6:
        return []
    return [
        (pair.partition("=")[0], urlunsplit(parts._replace(query="&".join(pairs[:place] + pairs[place + 1 :]))))
        for place, pair in enumerate(pairs)
    ]


_GROWN = re.compile(r"(?:^|/)(?!\d+/)([^/]+)(?:/\1){2,}(?:/|$)")  # /11/11/11/ is a day


def hopeless(url: str) -> str | None:
    """Why *url* is a trap by its very look, or None.

    >>> hopeless("http://a.vn/tin/tin/tin/5.html")
    'a folder repeats: /tin/tin/tin/'
    >>> hopeless("http://a.vn/2013/01/25/5.html") is None
    True
    """
    parts = urlsplit(url)
    if len(url) > 1500:
        return f"an address of {len(url)} characters"
    grown = _GROWN.search(parts.path)
    if grown:
        return f"a folder repeats: {grown[0][:80]}"
    segments = [s for s in parts.path.split("/") if s]
    if len(segments) > 12:
        return f"{len(segments)} folders deep"
    counted: dict[str, int] = {}
    for segment in segments[:-1]:
        counted[segment] = counted.get(segment, 0) + 1
        if counted[segment] > 2 and not segment.isdigit():
            return f"a folder repeats: {segment[:80]!r}"
    pairs = parts.query.split("&")
    if any(pairs.count(pair) > 2 for pair in pairs[:30] if pair):
        return "a value repeats in its query"
    if parts.query.count("&") > 25 and "p_p_id=" not in parts.query:
        return f"{parts.query.count('&') + 1} values in its query"
    return None

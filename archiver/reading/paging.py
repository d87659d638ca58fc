"""How the next page of a listing is reached, and how many pages and items the site says there are.

The pager's numbers are believed first (the current page, then the link whose text is the next number), since ">>" may
mean the last page; then the words and arrows that mean "next"; then `<select>`s, buttons and `rel=next`.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from lxml import etree

from archiver.reading.counting import few, totals
from archiver.reading.document import Document, split_url, text_of
from archiver.reading.turning import PAGE_NAME, page_of, says_more, turns
from archiver.shapes import Postback


@dataclass(frozen=True, slots=True)
class Paging:
    """What a page says of the pages before and after it."""

    next: str | Postback | None = None
    """How to reach the following page; None where there is none."""
    pages: int | None = None
    """How many pages there are."""
    total: int | None = None
    """How many items there are."""
    page: int | None = None
    """Which page this is."""
    rule: str = ""
    """What told how to turn the page: 'numbers', 'words', 'select', 'button', 'rel=next'; '' where nothing did."""
    numbers: int = 0
    """How many page numbers the pager shows."""


_WORDS = (
    r"(?:(?:xem|đọc|đi|chuyển)\s)?(?:tiếp\s)?(?:(?:tới|đến|sang|qua)\s)?(?:các\s)?"
    r"(?:trang\s(?:sau|tiếp(?:\stheo)?|kế(?:\stiếp)?(?:\stheo)?|tới|cũ\shơn|trước\sđó)"
    r"|(?:bài|tin|mục|kết quả)(?:\s(?:viết|tức|bài|đăng))?\s(?:cũ(?:\shơn)?|trước\sđó))"
    r"|sau|tiếp(?:\stheo|\stục)?|kế(?:\stiếp)?|tới|cũ\shơn|xem\stiếp|về\ssau"
    r"|(?:go\sto\s(?:the\s)?)?next(?:\spage)?|(?:view\s)?older(?:\s(?:posts|entries|stories|news|articles|items))?"
)
_EDGE = r"[\s»›>→❯▶⟩▸«‹<←❮◀.…|\[\]()]*"
_NEXT = re.compile(rf"{_EDGE}(?:{_WORDS}){_EDGE}", re.I)
_ARROW = re.compile(r"(?:[»›❯→▶⟩▸]|>|&gt;|>>|››|»»|chevron_right|navigate_next|arrow_forward)")
# Addresses of further items that a script would fetch, written on what it listens to: 'data-next-url', 'data-href'
_CARRIED = re.compile(
    r"data-([\w-]{0,20}?(?:next|more|href|url|load|page|path|link)[\w-]{0,20})\s*=\s*[\"']([^\"'<>]{2,600})[\"']",
    re.ASCII,
)
_CALLED_MORE = re.compile(r"next|more|(?<!lazy)(?<!lazy-)load|infinite|scroll|them|tiep", re.I)
_LAST_ARROW = frozenset((">>", "»»", "››", "»"))
_CALLED_NEXT = re.compile(
    r"(?:^|[\s_-])(?:next|sau|tiep|nextpage|next-page|pager-next|lnknext|btnnext)(?:$|[\s_-])", re.I
)
_DISABLED = re.compile(r"(?:^|[\s_-])(?:disabled|aspnetdisabled|inactive)(?:$|[\s_-])", re.I)
_CURRENT = re.compile(
    r"(?:^|[\s_-])(?:\w*current\w*|\w*(?<!in)(?<!inter)(?<!re)active|\w*selected|on|chon|hientai|this|thispage"
    r"|select|cur)(?:$|[\s_-])",
    re.I,
)
_POSTBACK = re.compile(r"__doPostBack\(\s*\\?['\"]([^'\"]*?)\\?['\"]\s*,\s*\\?['\"]([^'\"]*?)\\?['\"]\s*\)")
_POSTBACK_OPTIONS = re.compile(
    r"WebForm_PostBackOptions\(\s*['\"]([^'\"]*)['\"]\s*,\s*['\"]([^'\"]*)['\"](?:\s*,\s*(?:true"
    r"|false)\s*,\s*['\"][^'\"]*['\"]\s*,\s*['\"]([^'\"]*)['\"])?"
)
_CALL = re.compile(r"^\s*(?:javascript:)?\s*(?:return\s+)?([\w.$]+)\(\s*['\"]?(\d{1,5})['\"]?\s*(?:,[^)]*)?\)", re.I)
# 'location.href = "…"', 'window.open("…")', and SharePoint's 'RefreshPageTo(event, "…")'
_GOES = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\(|RefreshPageTo\(\s*event\s*,|SubmitFormPost\()"
    r"\s*\\?['\"]([^'\"]{1,2000}?)\\?['\"]"
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_GO_SELECT = re.compile(r"location|\.href|submit\(|__doPostBack|window\.open|trang|page", re.I)


def read_paging(document: Document) -> Paging:
    """How *document* is continued; never raises.

    >>> from archiver.reading.document import parse, split_url
    >>> page = b"<a href='?p=1'>1</a> <span>2</span> <a href='?p=3'>3</a>"
    >>> read_paging(parse(page, "https://so.example/tin?p=2")).next
    'https://so.example/tin?p=3'
    """
    said = totals(document)
    pager = _Pager(document)
    following, rule = pager.following(said.get("page"))
    page = said.get("page") or pager.current
    if page is None and isinstance(following, str):
        here = page_of(document.url)
        page = here if here is not None and turns(document.url, following) == here + 1 else None
    pages = said.get("pages")
    return Paging(following, pages, said.get("total"), page, rule, len(pager.numbered))


class _Pager:
    """The controls with which a page can be turned."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.url = document.url
        self.current: int | None = None
        self.numbered: dict[int, etree._Element] = {}
        # Controls are short; everything else about them costs, so it is asked of what is short.
        self.controls = [
            (element, text) for element, text in document.anchors if len(text) <= 30 and not _disabled(element)
        ]
        self._find_numbers()

    # --- numbers -----------------------------------------------------------------------------------------------

    def _find_numbers(self) -> None:
        """The row of page numbers: the nearest ancestor that holds at least one link to a page by its number."""
        rows: dict[etree._Element, dict[int, etree._Element]] = {}
        for element, said in self.controls:
            number = _number(said)
            if number is None or not self._leads(element, number) or _unshown(element):
                continue
            up = element.getparent()
            for _ in range(4):
                if up is None:
                    break
                rows.setdefault(up, {}).setdefault(number, element)
                up = up.getparent()
        best: tuple[int, etree._Element, dict[int, etree._Element]] | None = None
        for row, numbers in rows.items():
            inside = self._window_of(row, numbers)
            text = " ".join("".join(text_of(element) + (element.tail or "") for element in inside).split())
            if len(text) > 200 and len(text) > 12 * len(numbers):
                continue  # no pager: a table with numbers in it
            current = self._current(row, inside, numbers)
            in_order = sum(number + 1 in numbers or number - 1 in numbers for number in numbers)
            if len(numbers) == 1 and current is None:
                continue
            score = in_order * 2 + (4 if current is not None else 0) - len(text) // 100
            if best is None or score > best[0]:
                best = (score, row, numbers)
                self.current = current
        if best is not None and best[0] >= 3:
            self.numbered = best[2]
        else:
            self.current = None

    def _window_of(self, row: etree._Element, numbers: dict[int, etree._Element]) -> list[etree._Element]:
        """The children of *row* from two before its first number to two after its last: old pages set the pager
        into the very cell that holds the list."""
        children = [child for child in row if len(numbers) > 12 or _brief(child)]
        if len(children) <= len(numbers) + 6:
            return children
        held = set()
        for link in numbers.values():
            up: etree._Element | None = link
            while up is not None and up.getparent() is not row:
                up = up.getparent()
            held.add(up)
        places = [place for place, child in enumerate(children) if child in held]
        return children[max(0, places[0] - 2) : places[-1] + 3] if places else []

    def _current(
        self, row: etree._Element, inside: list[etree._Element], numbers: dict[int, etree._Element]
    ) -> int | None:
        """Which number is this page's: the one that is no link, the one marked, or the one that leads here."""
        marked = None
        lead = _bare_number(row.text) if inside and len(row) and row[0] is inside[0] else None
        if lead is not None and lead not in numbers and lead + 1 in numbers:
            return lead
        for element in (one for child in inside for one in child.iter()):
            text = (element.text or "").strip(" \t\r\n[](){}\xa0")
            if text.isdigit() and len(text) <= 5:
                number = int(text)
                link = numbers.get(number)
                linked = link is not None and (element is link or any(up is link for up in _upwards(element, 3)))
                if not linked and not any(
                    up.tag == "a" and (up.get("href") or "#").strip("#") for up in _upwards(element, 3)
                ):
                    if any(abs(number - other) <= 2 for other in numbers):
                        return number
                elif any(
                    _CURRENT.search(f"{up.get('class') or ''} {up.get('id') or ''}") or up.get("aria-current")
                    for up in _upwards(element, 3)
                    if up is not row and few(up, 2)
                ):
                    marked = number
            tail = (element.tail or "").strip(" \t\r\n[](){}|,.-\xa0") if element is not row else ""
            if (
                tail.isdigit()
                and len(tail) <= 5
                and int(tail) not in numbers
                and any(abs(int(tail) - other) == 1 for other in numbers)
            ):
                return int(tail)
        if marked is not None:
            return marked
        # Every number is a link, none is marked: the one that leads to this very page (Drupal: '2' is ?page=1).
        own = _bare(self.url)
        for number, link in numbers.items():
            url = self.document.absolute(link.get("href"))
            if url is not None and _bare(url) == own:
                return number
        here = page_of(self.url)
        if here is not None and (here in numbers or here + 1 in numbers or here - 1 in numbers):
            return here
        if here is None and 1 not in numbers and 2 in numbers:
            return 1
        if (
            here is None
            and 1 in numbers
            and 2 in numbers
            and (url := self.document.absolute(numbers[1].get("href"))) is not None
        ):
            return 1 if turns(self.url, url) == 1 else None  # all are links, and this address names no page
        return None

    def _leads(self, element: etree._Element, number: int) -> bool:
        """Whether a link whose text is a number goes to a page by that number."""
        href = element.get("href") or ""
        script = element.get("onclick") or ""
        if "PostBack" in href or "PostBack" in script or _CALL.match(href) or _CALL.match(script):
            return True
        url = self.document.absolute(href)
        if url is None or href.startswith("#"):
            goes = _GOES.search(script) or _GOES.search(href)
            url = self.document.absolute(unescaped(goes[1])) if goes else None
        if url is None:
            return False
        if _bare(url) == _bare(self.url):
            return True
        same_site = split_url(url).netloc == split_url(self.url).netloc
        return same_site and (
            turns(self.url, url) is not None
            or (number == 1 and _path(url) in (_path(self.url), _path(self.url).rpartition("/")[0]))
        )

    # --- the next page -----------------------------------------------------------------------------------------

    def following(self, page: int | None) -> tuple[str | Postback | None, str]:
        """The next page, and the rule that found it."""
        current = self.current if self.current is not None else (page if page is not None and self.numbered else None)
        self.current = current
        if current is not None and current + 1 in self.numbered:
            target = self._target(self.numbered[current + 1])
            if target is not None:
                return target, "numbers"
        said = self._said_next()
        if said is not None:
            if current is None or not self.numbered or max(self.numbered) > current or not self._known(said):
                return said, "words"
            return None, ""
        if current is not None and self.numbered and current > max(self.numbered, default=0):
            window = self._window(current)
            if window is not None:
                return window, "numbers"
            return None, ""
        for reader, rule in ((self._select, "select"), (self._button, "button")):
            target = reader()
            if target is not None:
                return target, rule
        if not self.numbered:
            for reader, rule in ((self._rel, "rel=next"), (self._carried, "data")):
                target = reader()
                if target is not None:
                    return target, rule
        return None, ""

    def _known(self, target: str | Postback) -> bool:
        """Whether *target* is a page that the pager names by its number (then, on the last page, '»' leads back)."""
        targets = [self._target(link) for link in self.numbered.values()]
        return target in targets

    def _window(self, current: int) -> str | Postback | None:
        """The '...' after the last number of a GridView's pager."""
        for element, text in self.controls:
            if text in ("...", "…"):
                target = self._target(element)
                if isinstance(target, Postback):
                    argument = dict(target.fields).get("__EVENTARGUMENT", "")
                    if argument.rpartition("$")[2].isdigit() and int(argument.rpartition("$")[2]) == current + 1:
                        return target
                elif target is not None and (turns(self.url, target) or 0) == current + 1:
                    return target
        return None

    def _said_next(self) -> str | Postback | None:
        """Words and arrows that mean 'next', the plainest first."""
        found: list[tuple[int, str | Postback]] = []
        for element, text in self.controls:
            label = (element.get("title") or element.get("aria-label") or "").strip()
            if not text and not label:
                image = next(element.iter("img"), None)
                if image is not None:
                    label = image.get("alt") or image.get("title") or _drawn_next(image.get("src") or "")
                elif self._is_next(self._target(element)):
                    label = "next"  # an arrow of a font or a drawing: only its address says whither
            rel = (element.get("rel") or "").lower().split()
            names = f"{element.get('class') or ''} {element.get('id') or ''}"
            parent = element.getparent()
            if parent is not None and parent.tag in ("li", "span"):
                names += f" {parent.get('class') or ''}"
            words, more, arrow = _says(text)
            arrow = arrow or (not words and bool(label) and _says(label)[0])
            called = bool(_CALLED_NEXT.search(names)) and len(text) <= 12
            if not (words or more or arrow or called or "next" in rel) or _unshown(element):
                continue
            target = self._target(element)
            if target is None or (
                isinstance(target, str) and not self._plausible(target, words and text.lower() != "sau")
            ):
                continue
            if isinstance(target, Postback) and not (words or arrow):
                continue
            if isinstance(target, str) and not words and self._neighbour(target):
                continue
            rank = 0 if words and "trang" in text.lower() else 1 if "next" in rel or words else 2 if called else 3
            if arrow and text in _LAST_ARROW:
                rank = 4
            found.append((rank, target))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _is_next(self, target: str | Postback | None) -> bool:
        """Whether an address names the page after this one, and nothing else of it differs."""
        if not isinstance(target, str) or page_of(target) is None:
            return False
        return turns(self.url, target) == (page_of(self.url) or 1) + 1

    def _neighbour(self, target: str) -> bool:
        """Whether *target* is the next of numbered articles, '/node/512' of '/node/511', and no page of a list."""
        turned, own = turns(self.url, target), _LAST_NUMBER(_path(self.url))
        if turned is None or own is None or page_of(target) is not None:
            return False
        return int(own[1]) >= 100 and turned - int(own[1]) == 1

    def _plausible(self, target: str, plain: bool) -> bool:
        """Whether an address can be the next page of this one."""
        if _bare(target) == _bare(self.url) or split_url(target).netloc != split_url(self.url).netloc:
            return False
        turned = turns(self.url, target)
        if turned is not None:
            here = page_of(self.url)
            return here is None or turned > here or turned == 0
        if plain and (numbered := _NUMBERED_FILE(_path(target))) is not None:  # 'tin.htm' goes on in 'tin2.htm'
            own = _NUMBERED_FILE(_path(self.url))
            if own is not None and own[1] == numbered[1] and int(own[2] or 1) + 1 == int(numbered[2] or 0):
                return True
        return plain and _path(target).startswith(_path(self.url)) and _path(target) != "/" and not _is_article(target)

    def _rel(self) -> str | None:
        for element in self.document.tags("link"):
            if "next" in (element.get("rel") or "").lower().split():
                target = self.document.absolute(element.get("href"))
                if target is not None and self._plausible(target, True):
                    return target
        return None

    def _carried(self) -> str | None:
        """An address that turns this list, on the attribute of an element for a script to fetch it from."""
        source = self.document.text
        for found in _CARRIED.finditer(source):
            value = entities.unescape(found[2])
            if not ("/" in value or "?" in value):
                continue
            target = self.document.absolute(value)
            if target is None or (turns(self.url, target) or 0) < 2 or not self._plausible(target, False):
                continue
            begin = source.rfind("<", max(0, found.start() - 1_000), found.start())
            if _CALLED_MORE.search(found[1]) or _CALLED_MORE.search(
                source[begin : found.end() + 300].partition(">")[0]
            ):
                return target
        return None

    # --- selects, buttons, postbacks ---------------------------------------------------------------------------

    def _select(self) -> str | Postback | None:
        """A `<select>` of page numbers that turns the page when it changes."""
        for select in self.document.tags("select"):
            change = select.get("onchange") or ""
            options = list(select.iter("option"))
            numbers = [_page_number(" ".join(text_of(option).split())) for option in options]
            if len(options) < 2 or numbers[:2] != [1, 2] or any(number is None for number in numbers):
                continue
            name = select.get("name") or ""
            if not (_GO_SELECT.search(change) or PAGE_NAME.match(name)):
                continue
            chosen = next((at for at, option in enumerate(options) if option.get("selected") is not None), 0)
            if chosen + 1 >= len(options):
                return None
            if self.current is None:
                self.current = chosen + 1
            value = options[chosen + 1].get("value")
            value = text_of(options[chosen + 1]).strip() if value is None else value
            posts = _POSTBACK.search(change)
            if posts:
                return _post(
                    self.document, select, {"__EVENTTARGET": posts[1], "__EVENTARGUMENT": posts[2], name: value}
                )
            if re.search(r"location|\.href|window\.open", change) and not value.isdigit():
                target = self.document.absolute(value)
                if target is not None:
                    return target
            form = _form(select)
            if form is not None and name:
                return _post(self.document, select, {name: value})
        return None

    def _button(self) -> str | Postback | None:
        """A submit or image button that says 'next'."""
        for element in (*self.document.tags("input"), *self.document.tags("button")):
            kind = (element.get("type") or ("submit" if element.tag == "button" else "text")).lower()
            if kind not in ("submit", "image", "button") or _disabled(element):
                continue
            name = element.get("name") or ""
            says = (element.get("value") or "") if kind != "image" else ""
            if element.tag == "button":
                says = " ".join(text_of(element).split())
            labels = (says, element.get("alt") or "", element.get("title") or "")
            told = any(_NEXT.fullmatch(label.strip()) or _ARROW.fullmatch(label.strip()) for label in labels if label)
            if not told and not (
                kind == "image" and re.search(r"next|sau\b|tiep", f"{name} {element.get('src') or ''}", re.I)
            ):
                continue
            sent = posts(self.document, element)
            if sent is not None:
                return sent
            goes = _GOES.search(element.get("onclick") or "")
            target = self.document.absolute(unescaped(goes[1])) if goes else None
            if target is not None and self._plausible(target, True):
                return target
            if _form(element) is None or not name:
                continue
            return pressed(self.document, element)
        return None

    def _target(self, element: etree._Element) -> str | Postback | None:
        """Where a link leads: an address, or what its script would send."""
        sent = posts(self.document, element)
        if sent is not None:
            return sent
        href = element.get("href") or ""
        if href and not href.startswith("#"):
            url = self.document.absolute(href)
            if url is not None:
                return url
        for script in (href, element.get("onclick") or ""):
            goes = _GOES.search(script) if script else None
            if goes:
                return self.document.absolute(unescaped(goes[1]))
            call = _CALL.match(script)
            if call and call[1] != "void":
                return self._called(element, call[2])
        return None

    def _called(self, element: etree._Element, number: str) -> Postback | None:
        """`goPage(3)` with a form that has one field for the page."""
        forms = [form] if (form := _form(element)) is not None else self.document.tags("form")
        for form in forms:
            for field in form.iter("input"):
                name = field.get("name") or ""
                if (field.get("type") or "").lower() == "hidden" and PAGE_NAME.match(name):
                    return _post(self.document, field, {name: number})
        return None


def posts(document: Document, element: etree._Element) -> Postback | None:
    """What a click on *element* sends by its page's form (`__doPostBack`); None where it sends nothing."""
    for script in (element.get("href") or "", element.get("onclick") or ""):
        if "PostBack" not in script:
            continue
        script = unquote(entities.unescape(script))
        found = _POSTBACK.search(script)
        if found:
            return _post(document, element, {"__EVENTTARGET": found[1], "__EVENTARGUMENT": found[2]})
        options = _POSTBACK_OPTIONS.search(script)
        if options:
            sent = {"__EVENTTARGET": options[1], "__EVENTARGUMENT": options[2]}
            return _post(document, element, sent, options[3])
    return None


def pressed(document: Document, element: etree._Element) -> Postback | None:
    """What the button *element* sends by its form; None where it is none."""
    name, kind = element.get("name"), (element.get("type") or "submit").lower()
    if not name or element.tag not in ("input", "button") or kind not in ("submit", "image"):
        return None
    sent = {f"{name}.x": "0", f"{name}.y": "0"} if kind == "image" else {name: element.get("value") or ""}
    return _post(document, element, sent)


def _post(
    document: Document, element: etree._Element, sent: dict[str, str], action: str | None = None
) -> Postback | None:
    """What the form around *element* would send with *sent* set."""
    form = _form(element)
    if form is None:
        form = next(iter(document.tags("form")), None)
    if form is None:
        return None
    method = (form.get("method") or "get").upper()
    base = document.absolute(action or form.get("action")) or document.url
    fields: list[tuple[str, str]] = []
    left = dict(sent)
    for name, value in _successful(form):
        fields.append((name, left.pop(name, value)))
    fields += [(name, value) for name, value in left.items() if name]
    return Postback(base.partition("#")[0], "POST" if method == "POST" else "GET", tuple(fields))


def _successful(form: etree._Element) -> Iterator[tuple[str, str]]:
    """The fields that a browser would send, without the buttons (HTML: constructing the entry list)."""
    for field in form.iter("input", "select", "textarea"):
        name = field.get("name")
        if not name or field.get("disabled") is not None:
            continue
        if field.tag == "textarea":
            yield name, text_of(field)
        elif field.tag == "select":
            options = list(field.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None]
            if not chosen and field.get("multiple") is None:
                chosen = options[:1]
            for option in chosen if field.get("multiple") is not None else chosen[-1:]:
                value = option.get("value")
                yield name, text_of(option).strip() if value is None else value
        else:
            kind = (field.get("type") or "text").lower()
            if kind in ("submit", "image", "button", "reset", "file"):
                continue
            if kind in ("checkbox", "radio"):
                if field.get("checked") is not None:
                    yield name, field.get("value", "on")
                continue
            yield name, field.get("value", "")


def unescaped(text: str) -> str:
    r"""The text that the letters of a script's string mean.

    >>> unescaped(r"\u002fLists\u002fTin?Paged=TRUE\u0026p_ID=8")
    '/Lists/Tin?Paged=TRUE&p_ID=8'
    """
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)) if found[1] or found[2] else found[3], text)


def _brief(element: etree._Element) -> bool:
    """Whether what an element says could be a part of a pager; the list beside the pager says more."""
    size = 0
    for part in element.itertext():
        size += len(part)
        if size > 160:
            return False
    return True


def _unshown(element: etree._Element) -> bool:
    """Whether a control stands in what is not shown: SharePoint keeps raw lists, pager and all, behind real ones."""
    return any(_NOT_SHOWN(up.get("style") or "") for up in element.iterancestors())


_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I).search


def _form(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors("form"), None)


def _upwards(element: etree._Element, levels: int) -> Iterator[etree._Element]:
    up: etree._Element | None = element
    for _ in range(levels):
        if up is None:
            return
        yield up
        up = up.getparent()


def _drawn_next(source: str) -> str:
    """'next' where a picture is named so: 'images/next.png', 'btn_sau.gif'."""
    return "next" if re.search(r"(?:^|[/_-])(?:next|sau|tiep|tiep-?theo)(?:[_-]?\d)?\.\w{3,4}$", source, re.I) else ""


def _disabled(element: etree._Element) -> bool:
    if element.get("disabled") is not None or element.get("aria-disabled") == "true":
        return True
    parent = element.getparent()
    names = element.get("class") or ""
    if parent is not None and parent.tag == "li":
        names += " " + (parent.get("class") or "")
    return bool(names and _DISABLED.search(names))


def _number(text: str) -> int | None:
    text = text.strip(" [](){}|,.")
    if len(text) <= 5 and text.isdigit():
        return int(text)
    named = _NAMED_NUMBER(text) if text[:1] in "tTpP" else None
    return int(named[1]) if named else None


_NAMED_NUMBER = re.compile(r"(?:trang|page)\s*(\d{1,5})", re.I).fullmatch


def _bare_number(text: str | None) -> int | None:
    """The number at the end of a text before the first link: 'Trang: 1 | '."""
    found = re.search(r"(?:^|[\s:|\[(])(\d{1,5})[\s|,.\])-]*$", text or "")
    return int(found[1]) if found else None


def _page_number(text: str) -> int | None:
    found = re.fullmatch(r"(?:trang|page|-)?\s*(\d{1,5})\s*(?:/\s*\d+|-)?", text, re.I)
    return int(found[1]) if found else None


def _bare(url: str) -> str:
    return url.partition("#")[0].replace("https://", "http://", 1).rstrip("/?")


def _path(url: str) -> str:
    return unquote(split_url(url).path)


@lru_cache(maxsize=8192)
def _says(text: str) -> tuple[bool, bool, bool]:
    """Whether a control says 'next', 'more', or is an arrow; most of a site's controls are those of its menu."""
    words = bool(_NEXT.fullmatch(text))
    return words, not words and says_more(text), bool(_ARROW.fullmatch(text))


_LAST_NUMBER = re.compile(r".*?(\d{1,9})/?", re.S).fullmatch
_NUMBERED_FILE = re.compile(r"(.*?)[-_]?(\d{1,3})?\.\w{2,5}", re.S).fullmatch


def _is_article(url: str) -> bool:
    path = _path(url).rstrip("/")
    return path.rpartition("/")[2].count("-") >= 5

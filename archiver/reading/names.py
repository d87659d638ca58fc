"""What the authors of a page called its boxes: class names, ids and roles as evidence of what a box holds.

Half of all pages call something wrongly, so this is evidence to be weighed, never a verdict.
"""

from __future__ import annotations

import re
from functools import lru_cache


class Hint:
    """What the class, id, role or tag of a box says that it holds: bits of an int.

    Not an `IntFlag`: these are asked for ten thousand times a page, and its operators cost a microsecond each.
    """

    NONE = 0
    NAV = 1
    """Menus, breadcrumbs, paging."""
    RELATED = 2
    """Other news."""
    SHARE = 4
    """Share bars, print and font-size tools, counters."""
    COMMENT = 8
    """Readers' comments."""
    PROMO = 16
    """Newsletter boxes, subscriptions, calls to donate, apps."""
    AD = 32
    AUTHOR = 64
    """Byline or biography."""
    CAPTION = 128
    DATE = 256
    TAGS = 512
    FOOTER = 1024
    SIDE = 2048
    """Side columns and widgets."""
    OVERLAY = 4096
    """Cookie bars, dialogs, notices."""
    HIDDEN = 8192
    """Not shown: display:none, hidden, screen readers only."""
    TITLE = 16384
    LEAD = 32768
    BODY = 65536
    """The text itself."""
    FORM = 131072
    META = 262144
    """The line below the headline."""
    QUOTE = 524288
    SOURCE = 1048576
    BOLD = 2097152
    """Set in bold by the name of a class: 'fw-bold'."""
    ITALIC = 4194304


AWAY = (
    Hint.NAV | Hint.RELATED | Hint.SHARE | Hint.COMMENT | Hint.PROMO | Hint.AD | Hint.TAGS | Hint.FOOTER | Hint.SIDE
    | Hint.OVERLAY | Hint.HIDDEN | Hint.FORM
)  # fmt: skip
"""Hints of what is not the article's text."""

# Names are cut into words at '-', '_', capitals and digits. A word here is found as a word, 'a-b' as two words in a
# row, 'a*' as the beginning of a word. English as the whole web names things, then Vietnamese without marks as local
# systems do. The list was written by hand from what the samples and common themes call things; bench/reading.py tells
# whether a change pays. All that match count.
_VOCABULARY = {
    "NAV": """
        nav navbar navigation navi menu submenu megamenu breadcrumb* bread-crumb crumb crumbs pagination
        pager paging phan-trang duong-dan sitemap skip site-map toc table-of-contents jump prev-next
        next-prev post-nav* topbar
    """,
    "RELATED": """
        related relateds relate recommend* recirc* recirculation more-from more-on more-news more-stories
        more-articles more-posts more-like more-info read-more read-also read-next readmore see-also you-may
        you-might also-like up-next next-article next-post next-story most-read most-popular most-viewed
        most-recent most-commented most-shared trending popular latest outbrain taboola zergnet teaser
        teasers similar other-news news-other othernews lien-quan tin-khac tin-lien-quan xem-them doc-them
        cung-chuyen-muc tin-moi moi-nhat doc-nhieu xem-nhieu tin-cung tin-cu-hon box-related tinkhac
        tinlienquan tinlq suggest* inline-link more-coverage top-stories story-list tin-da-dua tinmoi tincu
        baivietkhac tin-tuc-khac dontmiss further-reading explore-more discover-more morefrom listing-news
        news-list crosslink* cross-link* promo-link promo-links
    """,
    "SHARE": """
        share shares sharing sharer sharebar sharethis social* addthis* addtoany a2a facebook fb-like
        twitter tweet-btn whatsapp zalo print printer email-this toolbar tool tools utility utilities action
        actions view-count view-counter view-num viewcount post-views page-views post-view article-view
        article-views num-view num-views total-view total-views counter counters hitcount* luot-xem luotxem
        rating ratings vote votes danh-gia chia-se bookmark favorite favorites favourite favourites follow-us like likes
        reaction reactions text-to-speech audio-player tts play-audio listen
    """,
    "COMMENT": """
        comment comments commenting commentlist comment-list disqus* discussion replies respond
        reader-response binh-luan binhluan y-kien ykien fb-comment fb-comments livefyre coral conversation
        phan-hoi
    """,
    "PROMO": """
        newsletter newsletters subscri* signup sign-up signin sign-in promo promos promotion* cta
        call-to-action donat* paywall membership appeal app-download download-app regist* piano offer offers
        marketing contribute-box contribution-box mailchimp mc-embed optin opt-in dang-ky-nhan-tin
        support-us upsell magazine giveaway coupon house-ad
    """,
    "AD": """
        ad ads adv advert* adsense adbox adslot adunit adwrapper ad-wrapper adcontainer ad-container
        banner-ad dfp gpt sponsor* quang-cao quangcao qc mgid partner-content admicro adzone native-ad
        sponsored affiliate-disclaimer
    """,
    "AUTHOR": """
        author authors authorbio author-bio bio byline bylines by-line writer contributor contributors
        fa-user fa-pencil fa-pen icon-user icon-person icon-pencil glyphicon-user bi-person
        reporter journalist tac-gia tacgia vcard about-the-author posted-by nguoi-viet but-danh profile
        autor autore autores autoren autori autorin auteur auteurs autorzeile firma firmante signature verfasser
        penulis muhabir yazar forfatter skribent columnist kirjoittaja szerzo toimittaja
    """,
    "CAPTION": """
        caption captions figcaption wp-caption-text image-caption photo-caption img-caption pcaption credit
        credits photo-credit image-credit copyright-image chu-thich desc-image image-desc photo-desc
        image-meta imagedesc legend cutline gallery slideshow carousel slider lightbox swiper slick album
        mediatext
    """,
    "DATE": """
        date dates datetime date-time time times timestamp dateline published pubdate pub-date postdate
        post-date posted-on updated modified ngay ngay-dang ngaydang thoi-gian thoigian entry-date
        publish-date created
    """,
    "TAGS": """
        tag tags taglist tag-list tagcloud tag-cloud keyword keywords topics hashtag hashtags tu-khoa tukhoa
        the-tag post-tags taxonomy
    """,
    "FOOTER": """
        footer footers foot copyright ban-quyen hotline contact contacts colophon bottom-bar page-end legal
        disclaimer imprint
    """,
    "SIDE": """
        sidebar sidebars side-bar side-bars aside rail rightcol* right-col* leftcol* left-col* colright
        col-right colleft col-left widget widgets sidebar* cot-phai cot-trai rightside leftside
        complementary infobox-side secondary weather lich-cong-tac am-lich calendar poll lien-ket thong-ke van-ban-moi
        thong-bao-side search login dang-nhap
    """,
    "OVERLAY": """
        cookie cookies consent gdpr modal dialog popup pop-up overlay lightbox-overlay notification toast
        alert interstitial browser-warning adblock* privacy banner tooltip dropdown onetrust
    """,
    "HIDDEN": """
        hidden visually-hidden visuallyhidden sr-only screen-reader screen-reader-text noprint no-print
        print-only printonly hide d-none invisible offscreen element-invisible ms-rtefontsize-hidden
        noscript
    """,
    "TITLE": """
        title headline tieu-de tieude* ten-bai tenbai* entry-title post-title article-title hed
    """,
    "LEAD": """
        lead lede sapo standfirst dek deck subtitle sub-title subheadline sub-headline summary intro excerpt
        teaser-text tom-tat tomtat trich-dan trichyeu trich-yeu mo-ta mota description desc kicker strapline
        subhead gioi-thieu chapeau abstract preamble ingress vorspann head-desc blurb sottotitolo entradilla
        brief hometext home-text introtext trichdan tom-luoc tomluoc short-content shortcontent short-desc
        shortdesc shortdescription
    """,
    "BODY": """
        article bodytext body-text noi-dung noidung chi-tiet chitiet fck-detail fck entry hentry post story
        rich-text richtext ms-rtestate-field baiviet body-copy wysiwyg prose
    """,
    "FORM": """
        form forms search-form input-group login-form quiz poll survey
    """,
    "META": """
        meta metadata article-info post-info entry-info article-header info details-bar attribution eyebrow
    """,
    "QUOTE": """
        pullquote pull-quote blockquote quote
    """,
    "SOURCE": """
        source nguon origin theo-bao
    """,
    "BOLD": "bold bolder semibold",
    "ITALIC": "italic italics",
}
_BODY_FIRST = (
    "article story post entry news page detail details blog content main single bai-viet text rich-text richtext"
)
_BODY_SECOND = "body content contents text copy main inner detail details"

# Local systems write such names in one word: "newstitle", "tintucdate", "contentdesc".
_GLUED_FIRST = "news article art detail details post content contents tin tintuc bai baiviet"
_GLUED_SECOND = {
    "TITLE": "title headline tieude",
    "LEAD": "desc description sapo brief summary intro tomtat lead mota",
    "DATE": "date time ngay ngaydang",
    "AUTHOR": "author tacgia",
    "SOURCE": "source nguon",
}

_Words = tuple[str, ...]


def _compiled() -> tuple[dict[str, int], dict[_Words, int], list[tuple[str, int]]]:
    words: dict[str, int] = {}
    phrases: dict[_Words, int] = {}
    starts: list[tuple[str, int]] = []
    vocabulary = [
        (int(getattr(Hint, name)), entry) for name, entries in _VOCABULARY.items() for entry in entries.split()
    ]
    for first in _BODY_FIRST.split():
        for second in _BODY_SECOND.split():
            vocabulary += [
                (Hint.BODY, f"{first}-{second}"),
                (Hint.BODY, f"{first.replace('-', '')}{second}"),
            ]
    for first in _GLUED_FIRST.split():
        for name, seconds in _GLUED_SECOND.items():
            vocabulary += [(int(getattr(Hint, name)), first + second) for second in seconds.split()]
    for hint, entry in vocabulary:
        if entry.endswith("*") and "-" not in entry:
            starts.append((entry[:-1], hint))
        elif "-" in entry:
            key = tuple(entry.rstrip("*").split("-"))
            phrases[key] = phrases.get(key, 0) | hint
        else:
            words[entry] = words.get(entry, 0) | hint
    return words, phrases, starts


_WORDS, _PHRASES, _STARTS = _compiled()
_OPENERS = frozenset(phrase[0] for phrase in _PHRASES)
_CUT = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
# Names that mean something else in the frameworks that most pages are built with: a field whose label is hidden, a box
# that hides what overflows it, one that is hidden on telephones or on paper alone, a building block of a page builder.
_FRAMEWORK = re.compile(
    r".*labels?-+hidden.*|.*overflow-(?:[xy]-)?hidden.*|hidden-(?:xs|sm|md|lg|xl|print|phone|tablet|desktop|mobile).*"
    r"|(?:hide|show)-(?:for|on|xs|sm|md|lg|xl|mobile|phone|tablet|desktop|print).*|d-print-none|views?-.+"
)
_SHOWN_WIDE = re.compile(
    r"(?<!\S)(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline\S*|table\S*)"
)
_NOT_SHOWN = re.compile(r"(?<!\S)(?:hidden|d-none|hide)(?!\S)")


def names_of(hints: int) -> str:
    """The names of hints, for people: 'NAV|FOOTER'."""
    return "|".join(name for name, value in vars(Hint).items() if isinstance(value, int) and value & hints)


@lru_cache(maxsize=16384)
def _of_word(word: str) -> int:
    found = _WORDS.get(word, 0)
    for start, hint in _STARTS:
        if word.startswith(start):
            found |= hint
    return found


@lru_cache(maxsize=16384)
def _of_token(token: str) -> int:
    """What one class name or id says."""
    if "-" in token and _FRAMEWORK.fullmatch(token):
        return 0
    if token in ("teaser-text", "teasertext"):
        return Hint.LEAD  # of a text; where it is that of another, the box around it says so
    if token.startswith("elementor-widget"):
        token = token.replace("-widget", "", 1)
    words = [word for word in _CUT.sub(" ", token).lower().split(" ") if word]
    found = 0
    for n, word in enumerate(words):
        found |= _of_word(word)
        if word in _OPENERS:
            found |= _PHRASES.get(tuple(words[n : n + 2]), 0) | _PHRASES.get(tuple(words[n : n + 3]), 0)
    return found


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """What class names and ids say, as a sum of `Hint`.

    >>> names_of(hints_of("article__related-posts"))
    'RELATED|BODY'
    >>> [names_of(hints_of(names)) for names in ("field-label-hidden", "hidden lg:block", "hidden")]
    ['', '', 'HIDDEN']
    """
    names = names[:400]
    if ("hidden" in names or "d-none" in names) and _SHOWN_WIDE.search(names):
        names = _NOT_SHOWN.sub(" ", names)
    tokens = names.split()
    if tokens == ["views"]:
        return Hint.SHARE
    found = 0
    for token in tokens:
        found |= _of_token(token)
    return found

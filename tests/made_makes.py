"""A fifth round of pages of our own: makes of portals and papers in which one field stands unusually.

Each was written with its truth before the reader saw it; what was right at first sight is in docs/reading.md. A truth
names only the fields that the page is about. Stories are invented.
"""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Make:
    """One page, and what is true of the fields that it is about."""

    name: str
    url: str
    html: str
    truth: dict[str, Any]


MAKES: list[Make] = []


def make(
    name: str, html: str, url: str = "https://congthong.example.vn/tin-tuc/chi-tiet-8812.html", **truth: Any
) -> None:
    """Add a page."""
    MAKES.append(Make(name, url, html, truth))


def ps(lines: list[str], tag: str = "p", cls: str = "") -> str:
    """Paragraphs."""
    return "".join(f"<{tag}{f' class={cls!r}' if cls else ''}>{line}</{tag}>" for line in lines)


def ld(**fields: object) -> str:
    """A NewsArticle in JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields}, ensure_ascii=False)}</script>'


def og(**values: str) -> str:
    """Open Graph."""
    return "".join(f'<meta property="og:{name}" content="{value}">' for name, value in values.items())


# --- Vietnamese ------------------------------------------------------------------------------------------------------

T1 = "Bộ trưởng làm việc với tỉnh Lâm Hà về xây dựng trường học vùng cao"
L1 = "Chiều 17/9, tại thành phố Đồng Mây, đoàn công tác của Bộ đã có buổi làm việc với lãnh đạo tỉnh Lâm Hà về tiến độ xây dựng 32 trường học ở các xã biên giới."
B1 = [
    "Báo cáo với đoàn, đại diện UBND tỉnh cho biết đến hết tháng 8, đã có 19 trường hoàn thành phần thô, 6 trường đưa vào sử dụng trước ngày khai giảng.",
    "Khó khăn lớn nhất hiện nay là đường vận chuyển vật liệu vào các bản xa; nhiều đoạn bị sạt lở sau những trận mưa lớn hồi giữa tháng.",
    "Bộ trưởng đề nghị tỉnh rà soát từng công trình, phân công người chịu trách nhiệm cụ thể và báo cáo tiến độ hằng tuần.",
    "Cùng ngày, đoàn đã đến thăm và tặng quà thầy trò Trường Phổ thông dân tộc bán trú xã Nậm Cốc.",
]
T2 = "Đồng Lạc ra mắt tổ công nghệ số cộng đồng tại 100% thôn, bản"
L2 = "Đến nay, huyện Đồng Lạc đã thành lập 146 tổ công nghệ số cộng đồng với hơn 1.000 thành viên, giúp người dân làm quen với dịch vụ công trực tuyến."
B2 = [
    "Mỗi tổ có từ 6 đến 8 người, nòng cốt là đoàn viên thanh niên, cán bộ thôn và những người thạo dùng điện thoại thông minh.",
    "Tại bản Pá Khôm, sau hai tháng hoạt động, 87 trong số 120 hộ đã cài đặt ứng dụng và biết cách nộp hồ sơ mà không phải ra trụ sở xã.",
    "“Trước đây muốn xin giấy xác nhận tôi phải đi mất nửa ngày đường, giờ ngồi nhà cũng làm được”, ông Lò Văn Piềng chia sẻ.",
    "Thời gian tới, huyện sẽ bồi dưỡng thêm kỹ năng bán hàng trên mạng cho các hợp tác xã, gắn mỗi tổ với một sản phẩm của địa phương.",
]
T3 = "Người giữ lửa nghề gốm bên dòng sông Trà"
L3 = "Gần nửa thế kỷ gắn bó với bàn xoay, nghệ nhân Bùi Thị Lựu vẫn ngày ngày nhào đất, nung gốm và truyền nghề cho lớp trẻ trong làng."
B3 = [
    "Làng gốm nằm nép mình dưới rặng tre, cách trung tâm thị xã chừng bảy cây số; thời thịnh nhất có tới 60 lò đỏ lửa quanh năm.",
    "Bà Lựu kể, nghề này khổ nhất là khâu chọn đất: đất phải lấy từ bãi bồi, ủ ba tháng, lọc bốn lần nước mới dẻo và không nứt khi nung.",
    "Năm ngoái, bà mở lớp dạy nghề miễn phí cho 15 em nhỏ; đến nay có bốn em đã tự làm được những chiếc bình đầu tiên.",
]
REL = [
    ("/tin-tuc/khanh-thanh-cau-treo-8790.html", "Khánh thành cầu treo dân sinh ở xã vùng cao Nậm Cốc", "15/09/2022"),
    ("/tin-tuc/tap-huan-giao-vien-8785.html", "Tập huấn giáo viên dạy lớp ghép cho các điểm trường lẻ", "12/09/2022"),
    ("/tin-tuc/trao-xe-dap-8779.html", "Trao 200 xe đạp cho học sinh nghèo vượt khó đến trường", "09/09/2022"),
]
HREFS = [href for href, _, _ in REL]
MENU = (
    '<div id="menu"><ul>'
    + "".join(
        f'<li><a href="/{n}">{n}</a></li>'
        for n in ("Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Liên hệ")
    )
    + "</ul></div>"
)
FOOT = '<div class="chan-trang"><p>Cổng thông tin điện tử tỉnh Lâm Hà</p><p>Chịu trách nhiệm: Nguyễn Văn Hòa, Chánh Văn phòng</p><p>Địa chỉ: 12 Trần Phú, thành phố Đồng Mây - Điện thoại: 0261 3855 000</p></div>'


def vn(title: str, inner: str, head: str = "") -> str:
    """A page of a portal."""
    return f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{MENU}{inner}{FOOT}</body></html>'


make(
    "logo in h1, headline in h2",
    vn(
        f"{T1} - Cổng TTĐT tỉnh Lâm Hà",
        f'<h1 class="logo"><a href="/">Cổng thông tin điện tử tỉnh Lâm Hà</a></h1><div class="ct"><h2>{T1}</h2><p class="ngay">17/09/2022 18:30</p><p class="sapo">{L1}</p>{ps(B1)}<p style="text-align:right"><strong>Hoàng Yến</strong></p></div>',
    ),
    title=T1,
    lead=L1,
    body=B1,
    byline="Hoàng Yến",
    authors=["Hoàng Yến"],
    published="2022-09-17T18:30",
)
make(
    "headline in a div, title is the portal's",
    vn(
        "Trang chủ | Cổng thông tin điện tử Lâm Hà",
        f'<div class="news-detail"><div class="news-detail-title">{T1}</div><div class="news-detail-date">Thứ bảy, 17/09/2022, 18:30 GMT+7</div><div class="news-detail-desc">{L1}</div><div class="news-detail-content">{ps(B1)}</div></div>',
    ),
    title=T1,
    lead=L1,
    body=B1,
    byline=None,
    published="2022-09-17T18:30",
)
make(
    "kicker above the headline",
    vn(
        f"{T1} | Báo Lâm Hà điện tử",
        f'<article><p class="kicker">Giáo dục vùng cao</p><h1>{T1}</h1><div class="meta"><span class="author">Lê Kim Ngân</span> <span class="time">17/09/2022 18:30</span></div><h2 class="sapo">{L1}</h2><div class="article-body">{ps(B1)}</div></article>',
        og(title=T1, site_name="Báo Lâm Hà điện tử"),
    ),
    title=T1,
    lead=L1,
    body=B1,
    byline="Lê Kim Ngân",
    authors=["Lê Kim Ngân"],
)
make(
    "lead with a place prefix in bold",
    vn(
        T1,
        f'<div class="box"><h1>{T1}</h1><span>17-09-2022</span><p><strong>(LHO) - {L1}</strong></p>{ps(B1)}<p align="right"><b>H.Yến - T.Phong</b></p></div>',
    ),
    title=T1,
    lead=f"(LHO) - {L1}",
    body=B1,
    byline="H.Yến - T.Phong",
    authors=["H.Yến", "T.Phong"],
    published="2022-09-17",
)
make(
    "lead equals description, plain first paragraph",
    vn(
        T1,
        f'<div id="content"><h1>{T1}</h1><div>17/09/2022</div><div class="noidung">{ps([L1, *B1])}</div></div>',
        f'<meta name="description" content="{L1}">',
    ),
    title=T1,
    text=[L1, *B1],
    byline=None,
)
make(
    "description cut off with an ellipsis",
    vn(
        T1,
        f'<div id="content"><h1>{T1}</h1><div>17/09/2022</div><p class="tomtat">{L1}</p><div class="noidung">{ps(B1)}</div></div>',
        f'<meta name="description" content="{L1[:80]}…">' + og(description=L1[:90] + "..."),
    ),
    lead=L1,
    body=B1,
)
make(
    "related list of paragraphs within the body",
    vn(
        T1,
        f'<div class="detail"><h1>{T1}</h1><p class="date">17/09/2022</p><div class="content">{ps([L1, *B1])}<p><strong>Tin liên quan:</strong></p>'
        + "".join(f'<p><a href="{h}">{t}</a> ({d})</p>' for h, t, d in REL)
        + "</div></div>",
    ),
    text=[L1, *B1],
    related=HREFS,
    related_days=["2022-09-15", "2022-09-12", "2022-09-09"],
)
make(
    "see also in the middle",
    vn(
        T1,
        f'<div class="detail"><h1>{T1}</h1><p class="date">17/09/2022</p><div class="content"><p>{L1}</p><p>{B1[0]}</p><p><em>Xem thêm: <a href="{HREFS[0]}">{REL[0][1]}</a></em></p>{ps(B1[1:])}</div></div>',
    ),
    text=[L1, *B1],
    related=HREFS[:1],
)
make(
    "two arrows before links in the body",
    vn(
        T1,
        f'<div class="detail"><h1>{T1}</h1><p class="date">17/09/2022</p><div class="content"><p>{L1}</p><p>{B1[0]}</p><p>&gt;&gt; <a href="{HREFS[0]}">{REL[0][1]}</a></p><p>&gt;&gt; <a href="{HREFS[1]}">{REL[1][1]}</a></p>{ps(B1[1:])}</div></div>',
    ),
    text=[L1, *B1],
    related=HREFS[:2],
)
make(
    "a box of related news in the middle",
    vn(
        T2,
        f'<div class="bai"><h1>{T2}</h1><time>09:12 | 03/04/2023</time><p class="sapo">{L2}</p><div class="nd"><p>{B2[0]}</p><div class="box-tinlienquan"><ul>'
        + "".join(f'<li><a href="{h}"><img src="/t.jpg" width="90">{t}</a></li>' for h, t, _ in REL[:2])
        + f"</ul></div>{ps(B2[1:])}</div></div>",
    ),
    lead=L2,
    body=B2,
    related=HREFS[:2],
    published="2023-04-03T09:12",
)
make(
    "other news under a table heading",
    vn(
        T2,
        f'<table><tr><td class="td1"><b style="font-size:16px">{T2}</b></td></tr><tr><td><i>Cập nhật: 03/04/2023</i></td></tr><tr><td>{ps([L2, *B2])}<p align="right"><i>Văn Thắng</i></p></td></tr></table><table><tr><td><b>CÁC TIN ĐÃ ĐƯA</b></td></tr>'
        + "".join(
            f'<tr><td><img src="/bullet.gif"> <a href="{h}">{t}</a> <font color="gray">[{d}]</font></td></tr>'
            for h, t, d in REL
        )
        + "</table>",
    ),
    title=T2,
    text=[L2, *B2],
    byline="Văn Thắng",
    authors=["Văn Thắng"],
    related=HREFS,
)
make(
    "Liferay asset publisher",
    vn(
        "Chi tiết tin - Sở Thông tin tỉnh",
        f'<div class="portlet-asset-publisher"><div class="asset-full-content"><div class="asset-header"><h3 class="asset-title">{T2}</h3></div><div class="asset-metadata"><span>Ngày đăng: 03/04/2023 09:12</span> <span>Lượt xem: 1.204</span></div><div class="journal-content-article"><p class="summary"><b>{L2}</b></p>{ps(B2)}<p class="author"><strong>Tin, ảnh: Quàng Thị Ánh</strong></p></div></div><div class="asset-related"><h4>Các tin khác</h4>'
        + "".join(f'<div><a href="{h}">{t}</a> <span>({d})</span></div>' for h, t, d in REL)
        + "</div></div>",
    ),
    title=T2,
    lead=L2,
    body=B2,
    byline="Tin, ảnh: Quàng Thị Ánh",
    authors=["Quàng Thị Ánh"],
    related=HREFS,
)
make(
    "SharePoint page",
    vn(
        "Tin tức - Sở Tài chính",
        f'<div id="s4-workspace"><div class="ms-webpart-zone"><div class="ArticleHeader"><div class="ArticleTitle">{T2}</div><div class="ArticleDate">03/04/2023 09:12</div></div><div class="ArticleLead"><div class="ms-rtestate-field">{L2}</div></div><div class="ms-rtestate-field" style="display:inline"><div>{B2[0]}</div><div>&#8203;</div><div>{B2[1]}</div><div>{B2[2]}</div><div>{B2[3]}</div><div style="text-align:right"><strong>PV - CTV</strong></div></div></div></div>',
    ),
    title=T2,
    lead=L2,
    body=B2,
    byline="PV - CTV",
    authors=[],
)
make(
    "DNN article module",
    vn(
        "Sở Y tế > Tin tức > Chi tiết",
        f'<form id="Form" method="post"><div class="DNNModuleContent"><div class="article_header"><span class="lblTitle" id="dnn_ctr462_lblTitle"><b>{T2}</b></span><br><span class="lblDate">Đăng ngày 03/04/2023</span></div><div class="article_summary"><p><b>{L2}</b></p></div><div class="article_content">{ps(B2)}</div><div class="article_author">Tác giả: Lò Thị Mai</div><div class="article_source">Nguồn: Báo Đồng Lạc</div></div></form>',
    ),
    title=T2,
    lead=L2,
    body=B2,
    byline="Tác giả: Lò Thị Mai",
    authors=["Lò Thị Mai"],
    source="Báo Đồng Lạc",
    published="2023-04-03",
)
make(
    "VNPT portal",
    vn(
        T2,
        f'<div class="main-news-detail"><h2 class="title-news-detail">{T2}</h2><div class="news-info"><i class="fa fa-clock"></i> 03/04/2023 09:12 <i class="fa fa-eye"></i> 340 lượt xem</div><div class="sapo-news"><p style="text-align:justify"><strong>{L2}</strong></p></div><div class="content-news-detail">{ps(B2)}</div><div class="author-news"><b>Nguồn tin:</b> Phòng Văn hóa và Thông tin</div></div><div class="list-other"><div class="hd">Tin cùng chuyên mục</div><ul>'
        + "".join(f'<li><a href="{h}">{t}</a><span class="dt">{d}</span></li>' for h, t, d in REL)
        + "</ul></div>",
    ),
    title=T2,
    lead=L2,
    body=B2,
    source="Phòng Văn hóa và Thông tin",
    related=HREFS,
)
make(
    "WordPress Flatsome",
    vn(
        f"{T2} - Huyện Đồng Lạc",
        f'<div id="wrapper"><main id="main"><article class="post type-post"><div class="article-inner"><header class="entry-header"><h6 class="entry-category"><a href="/c/chuyen-doi-so" rel="category tag">Chuyển đổi số</a></h6><h1 class="entry-title">{T2}</h1><div class="entry-meta uppercase is-xsmall"><span class="posted-on">Posted on <a href="/p"><time class="entry-date published" datetime="2023-04-03T09:12:00+07:00">03/04/2023</time></a></span> <span class="byline">by <span class="meta-author vcard"><a class="url fn n" href="/author/kien">Trần Trung Kiên</a></span></span></div></header><div class="entry-content single-page"><p><strong>{L2}</strong></p>{ps(B2)}</div></div></article></main></div>',
    ),
    title=T2,
    lead=L2,
    body=B2,
    authors=["Trần Trung Kiên"],
    category="Chuyển đổi số",
)
make(
    "Joomla with a rating and hits",
    vn(
        T2,
        f'<div class="item-page"><div class="page-header"><h2 itemprop="headline">{T2}</h2></div><dl class="article-info text-muted"><dt class="article-info-term">Chi tiết</dt><dd class="createdby" itemprop="author">Viết bởi <span itemprop="name">Mùa A Sính</span></dd><dd class="published">Được đăng: 03 Tháng 4 2023</dd><dd class="hits">Lượt xem: 88</dd></dl><div itemprop="articleBody"><p style="text-align:justify"><em><strong>{L2}</strong></em></p>{ps(B2)}</div><ul class="pager pagenav"><li class="previous"><a href="/a">Trang trước</a></li></ul></div>',
    ),
    title=T2,
    lead=L2,
    body=B2,
    authors=["Mùa A Sính"],
    published="2023-04-03",
)
make(
    "Drupal node",
    vn(
        f"{T2} | Huyện Đồng Lạc",
        f'<div class="region-content"><h1 class="page-title"><span class="field field--name-title">{T2}</span></h1><article class="node node--type-article"><footer class="node__meta"><div class="node__submitted">Được gửi bởi <span class="field--name-uid"><span>bientap</span></span> vào <span>T2, 03/04/2023 - 09:12</span></div></footer><div class="node__content"><div class="field field--name-field-sapo">{L2}</div><div class="field field--name-body"><p>{"</p><p>".join(B2)}</p></div><div class="field field--name-field-tac-gia"><div class="field__label">Tác giả</div><div class="field__item">Vàng Seo Páo</div></div></div></article></div>',
    ),
    title=T2,
    lead=L2,
    body=B2,
    authors=["Vàng Seo Páo"],
    published="2023-04-03T09:12",
)
make(
    "newspaper with a signature in a div and photos by another",
    vn(
        f"{T3} - Báo Sông Trà",
        f'<div class="detail"><h1 class="title-detail">{T3}</h1><div class="author-info"><span class="name">Mai Phương Thảo</span><span class="time">Chủ nhật, 05/11/2023 | 07:00</span></div><div class="sapo">{L3}</div><div class="maincontent"><p>{B3[0]}</p><figure><img src="/g.jpg"><figcaption>Bà Lựu bên lò gốm. Ảnh: Đinh Công Tráng</figcaption></figure>{ps(B3[1:])}<p class="author-sign" style="text-align:right"><strong>Mai Phương Thảo</strong></p></div></div>',
    ),
    title=T3,
    lead=L3,
    body=B3,
    byline="Mai Phương Thảo",
    authors=["Mai Phương Thảo"],
)
make(
    "signature Bài và ảnh with two names",
    vn(
        T3,
        f'<div class="c"><h1>{T3}</h1><p class="d">05/11/2023</p><p class="mota">{L3}</p><div class="x">{ps(B3)}<p style="text-align:right"><strong>Bài và ảnh: Mai Thảo, Công Tráng</strong></p></div></div>',
    ),
    title=T3,
    lead=L3,
    body=B3,
    byline="Bài và ảnh: Mai Thảo, Công Tráng",
    authors=["Mai Thảo", "Công Tráng"],
)
make(
    "Theo TTXVN in brackets",
    vn(
        T1,
        f'<div class="c"><h1>{T1}</h1><p class="d">17/09/2022</p><p class="mota">{L1}</p><div class="x">{ps(B1)}<p style="text-align:right">(Theo TTXVN/Vietnam+)</p></div></div>',
    ),
    lead=L1,
    body=B1,
    byline=None,
    authors=[],
    source="TTXVN/Vietnam+",
)
make(
    "source in the meta line",
    vn(
        T1,
        f'<div class="c"><h1>{T1}</h1><div class="thongtin"><span>17/09/2022</span> <span>Nguồn: Báo Lâm Hà</span></div><p class="mota">{L1}</p><div class="x">{ps(B1)}</div></div>',
    ),
    lead=L1,
    body=B1,
    byline=None,
    source="Báo Lâm Hà",
)
make(
    "name then office in two lines",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="d">03/04/2023</p><p class="mota">{L2}</p><div class="x">{ps(B2)}<p style="text-align:right"><strong>Lường Văn Tiến</strong></p><p style="text-align:right"><em>Phòng Văn hóa và Thông tin huyện Đồng Lạc</em></p></div></div>',
    ),
    lead=L2,
    body=B2,
    byline="Lường Văn Tiến",
    authors=["Lường Văn Tiến"],
)
make(
    "signature after a line break in the last paragraph",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="d">03/04/2023</p><p class="mota">{L2}</p><div class="x">{ps(B2[:-1])}<p>{B2[-1]}<br><strong>Lường Văn Tiến</strong></p></div></div>',
    ),
    lead=L2,
    body=B2,
    byline="Lường Văn Tiến",
    authors=["Lường Văn Tiến"],
)
make(
    "author beside the day in one line",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="info">Lường Văn Tiến - 03/04/2023 09:12</p><p class="mota">{L2}</p><div class="x">{ps(B2)}</div></div>',
    ),
    lead=L2,
    body=B2,
    authors=["Lường Văn Tiến"],
    published="2023-04-03T09:12",
)
make(
    "typed in by admin, no writer",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="info">Đăng bởi: Admin | 03/04/2023 | Đã xem: 520</p><p class="mota">{L2}</p><div class="x">{ps(B2)}</div></div>',
    ),
    lead=L2,
    body=B2,
    byline=None,
    authors=[],
)
make(
    "lead as h4 inside the text's box",
    vn(
        T1,
        f'<div class="c"><h1>{T1}</h1><p class="d">17/09/2022</p><div class="x"><h4 style="text-align:justify">{L1}</h4>{ps(B1)}</div></div>',
    ),
    lead=L1,
    body=B1,
)
make(
    "lead by inline style alone",
    vn(
        T1,
        f'<div class="c"><h1>{T1}</h1><p class="d">17/09/2022</p><div class="x"><p><span style="font-weight:bold">{L1}</span></p>{ps(B1)}</div></div>',
    ),
    lead=L1,
    body=B1,
)
make(
    "lead in bold italics",
    vn(
        T1,
        f'<div class="c"><h1>{T1}</h1><p class="d">17/09/2022</p><div class="x"><p><b><i>{L1}</i></b></p>{ps(B1)}</div></div>',
    ),
    lead=L1,
    body=B1,
)
make(
    "lead next to the picture",
    vn(
        T1,
        f'<div class="c"><h1>{T1}</h1><p class="d">17/09/2022</p><div class="anh"><img src="/a.jpg" width="480"></div><div class="trichdan">{L1}</div><div class="x">{ps(B1)}</div></div>',
    ),
    lead=L1,
    body=B1,
)
make(
    "text in divs without paragraphs",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="d">03/04/2023</p><div class="gioithieu">{L2}</div><div class="x">{ps(B2, "div")}<div><br></div><div style="text-align: right;"><b>Hà Vân</b></div></div></div>',
    ),
    lead=L2,
    body=B2,
    byline="Hà Vân",
)
make(
    "other news by date only, unnamed headings",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="d">03/04/2023</p><p class="mota">{L2}</p><div class="x">{ps(B2)}</div></div><div class="y"><h3>Bài viết cùng chủ đề</h3>'
        + "".join(
            f'<div class="row"><div class="col-4"><a href="{h}"><img src="/t.jpg"></a></div><div class="col-8"><h4><a href="{h}">{t}</a></h4><small>{d}</small></div></div>'
            for h, t, d in REL
        )
        + "</div>",
    ),
    lead=L2,
    body=B2,
    related=HREFS,
    related_days=["2022-09-15", "2022-09-12", "2022-09-09"],
)
make(
    "two lists of other news, newer and older",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="d">03/04/2023</p><p class="mota">{L2}</p><div class="x">{ps(B2)}</div><div class="n"><b>Tin mới hơn</b><ul><li><a href="{HREFS[0]}">{REL[0][1]}</a> - {REL[0][2]}</li></ul><b>Tin cũ hơn</b><ul>'
        + "".join(f'<li><a href="{h}">{t}</a> - {d}</li>' for h, t, d in REL[1:])
        + "</ul></div></div>",
    ),
    lead=L2,
    body=B2,
    related=HREFS,
)
make(
    "side column of most read, no related",
    vn(
        T2,
        f'<div class="row"><div class="col-md-8"><h1>{T2}</h1><p class="d">03/04/2023</p><p class="mota">{L2}</p><div class="x">{ps(B2)}</div></div><div class="col-md-4"><h3>Tin đọc nhiều</h3><ul>'
        + "".join(f'<li><a href="{h}">{t}</a></li>' for h, t, _ in REL)
        + "</ul></div></div>",
    ),
    lead=L2,
    body=B2,
    related=[],
)
make(
    "headline with the section before it in the title",
    vn(
        f"Tin hoạt động - {T1}",
        f'<div class="c"><div class="tieudebai"><a href="/tin-tuc/chi-tiet-8812.html">{T1}</a></div><p class="d">17/09/2022</p><p class="mota">{L1}</p><div class="x">{ps(B1)}</div></div>',
    ),
    title=T1,
    lead=L1,
    body=B1,
)
make(
    "headline in capitals in a span",
    vn(
        "Chi tiết bài viết",
        f'<div class="c"><span class="tieude_tin" style="font-weight:bold">{T1.upper()}</span><br><i>(17/09/2022)</i><div class="x">{ps([L1, *B1])}</div></div>',
    ),
    title=T1.upper(),
    text=[L1, *B1],
    published="2022-09-17",
)
make(
    "related news as a link with a day before it",
    vn(
        T2,
        f'<div class="c"><h1>{T2}</h1><p class="d">03/04/2023</p><div class="x">{ps([L2, *B2])}</div><fieldset><legend>Các bài viết khác</legend><ul>'
        + "".join(f'<li>{d}: <a href="{h}">{t}</a></li>' for h, t, d in REL)
        + "</ul></fieldset></div>",
    ),
    text=[L2, *B2],
    related=HREFS,
    related_days=["2022-09-15", "2022-09-12", "2022-09-09"],
)
make(
    "a hand-made table of 2006, signature and source",
    vn(
        "Website Sở Nông nghiệp",
        f'<table width="780"><tr><td width="160"><a href="/a">Giới thiệu</a><br><a href="/b">Tin tức</a></td><td><font size="4" color="#003399"><b>{T1}</b></font><br><font size="1">(17/09/2022 18:30)</font><br><br><b>{L1}</b><br><br>{"<br><br>".join(B1)}<br><br><div align="right"><b>Thanh Tùng</b><br><i>Nguồn: Cổng TTĐT Lâm Hà</i></div></td></tr></table>',
    ),
    title=T1,
    lead=L1,
    body=B1,
    byline="Thanh Tùng",
    authors=["Thanh Tùng"],
    source="Cổng TTĐT Lâm Hà",
    published="2022-09-17T18:30",
)
make(
    "many makers by role",
    vn(
        T3,
        f'<div class="c"><h1>{T3}</h1><p class="d">05/11/2023</p><p class="mota">{L3}</p><div class="x">{ps(B3)}</div><div class="ekip"><p>Nội dung: Mai Thảo</p><p>Ảnh: Công Tráng</p><p>Đồ họa: Thúy Vân</p></div></div>',
    ),
    lead=L3,
    body=B3,
    authors=["Mai Thảo"],
)

# --- English and other -----------------------------------------------------------------------------------------------

E1 = "City council approves flood barrier after decade of delays"
LE1 = "The wall along the Orrin river will cost 42 million and protect some 9,000 homes, engineers say."
F1 = [
    "Councillors voted 17 to 4 on Tuesday night to build a flood barrier along the lower Orrin, ending a dispute that had outlasted three mayors.",
    "Work is to begin in March, once the contract has been awarded, and should take about two and a half years, according to the city's engineers.",
    "Residents of the Quayside have been flooded four times since 2011, and many had given up hope that anything would ever be built.",
    "“I will believe it when I see the first stone,” said Harold Penn, who has run a bakery on the embankment for thirty years.",
    "Opponents argue that the wall will only push the water downstream, towards the villages of Marsh End and Lower Camber.",
]
E2 = "Why the last clockmaker in Velden refuses to retire"
F2 = [
    "At 83, Jonas Brandt still climbs the 211 steps of the town hall tower every Monday to wind the clock that his grandfather installed.",
    "He has trained seven apprentices, all of whom left for better paid work in the watch factories on the other side of the border.",
    "The town has offered twice to replace the movement with an electric one, and twice the citizens have voted against it by a wide margin.",
    "“A clock that nobody winds is only a picture of a clock,” he says, wiping his hands on an apron older than most of his customers.",
]
EU = "https://www.orrinpost.example/news/2023/10/18/council-approves-flood-barrier"


def en(head: str, inner: str) -> str:
    """A page of a paper."""
    return f'<!doctype html><html lang="en"><head>{head}</head><body><header><a href="/">The Orrin Post</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></header>{inner}<footer><p>© 2023 The Orrin Post. All rights reserved.</p></footer></body></html>'


def paper(name: str, head: str, top: str, body: list[str] | None = None, **truth: Any) -> None:
    """Add a page of a paper whose text is plain."""
    lines = F1 if body is None else body
    make(
        name,
        en(head, f'<main><article>{top}<div class="story-body">{ps(lines)}</div></article></main>'),
        EU,
        text=lines if "lead" not in truth else [truth["lead"], *lines],
        **truth,
    )


paper(
    "suffix after a bar",
    f"<title>{E1} | The Orrin Post</title>" + og(title=f"{E1} | The Orrin Post"),
    f"<h1>{E1}</h1><p class='byline'>By Mary Holt</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "suffix after a dash, no heading",
    f"<title>{E1} – The Orrin Post</title>" + og(title=f"{E1} – The Orrin Post", site_name="The Orrin Post"),
    '<p class="byline">Mary Holt and Tom Reyes, Orrin News Agency</p>',
    title=E1,
    authors=["Mary Holt", "Tom Reyes"],
)
paper(
    "JSON-LD list of authors",
    ld(
        headline=E1,
        author=[{"@type": "Person", "name": "Mary Holt"}, {"@type": "Person", "name": "Tom Reyes"}],
        datePublished="2023-10-18T06:00:00Z",
    ),
    f"<h1>{E1}</h1><div class='authors'>Mary Holt, Tom Reyes</div>",
    title=E1,
    authors=["Mary Holt", "Tom Reyes"],
)
paper(
    "JSON-LD names the paper, the page a writer",
    ld(headline=E1, author={"@type": "Organization", "name": "The Orrin Post"}),
    f"<h1>{E1}</h1><div class='article-byline'>By <a href='/by/mary-holt'>Mary Holt</a></div>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "meta author is the site",
    '<meta name="author" content="The Orrin Post">' + og(site_name="The Orrin Post", title=E1),
    f"<h1>{E1}</h1><p>By Mary Holt, Tom Reyes and Lin Adeyemi</p>",
    title=E1,
    authors=["Mary Holt", "Tom Reyes", "Lin Adeyemi"],
)
paper(
    "meta author is the site and nobody signs",
    '<meta name="author" content="The Orrin Post">' + og(site_name="The Orrin Post", title=E1),
    f"<h1>{E1}</h1>",
    title=E1,
    authors=["The Orrin Post"],
)
paper(
    "writer and photographer",
    og(title=E1),
    f"<h1>{E1}</h1><div class='byline'>By <span class='author-name'>Mary Holt</span></div><div class='byline photo'>Photographs by Dana Iles</div>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "words and pictures",
    og(title=E2),
    f"<h1>{E2}</h1><p class='credits'>Words: Pia Lund. Photography: Dana Iles</p>",
    F2,
    title=E2,
    authors=["Pia Lund"],
)
paper(
    "role before the name",
    og(title=E1),
    f"<h1>{E1}</h1><div class='contributor'>Environment correspondent <a rel='author' href='/profile/mary-holt'>Mary Holt</a></div>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "role below the name",
    og(title=E1),
    f"<h1>{E1}</h1><div class='contributor'><a href='/staff/mary-holt'>Mary Holt</a><div>Environment correspondent</div></div>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "in capitals with an updated day",
    og(title=E1),
    f"<h1>{E1}</h1><p class='byline'>BY MARY HOLT • UPDATED OCT 18, 2023</p>",
    title=E1,
    authors=["MARY HOLT"],
)
paper(
    "byline and day in one line",
    og(title=E1),
    f"<h1>{E1}</h1><p class='meta'>By Mary Holt | October 18, 2023 | 5 min read</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "posted by",
    og(title=E2),
    f"<h1>{E2}</h1><p class='post-meta'>Posted by <a href='/author/pia'>Pia Lund</a> on October 18, 2023</p>",
    F2,
    title=E2,
    authors=["Pia Lund"],
)
paper(
    "agency behind the name with a slash",
    og(title=E1),
    f"<h1>{E1}</h1><p class='byline'>Mary Holt / Associated News</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "place and agency in the first line",
    og(title=E1),
    f"<h1>{E1}</h1><p class='byline'>By Mary Holt, Orrin News Agency</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper("signature at the end", og(title=E2), f"<h1>{E2}</h1>", [*F2], title=E2)
paper(
    "headline and standfirst as h2",
    og(title=E1, description=LE1),
    f"<h1>{E1}</h1><h2>{LE1}</h2><p class='byline'>By Mary Holt</p>",
    title=E1,
    lead=LE1,
    authors=["Mary Holt"],
)
paper(
    "a shorter og:title",
    og(title="Flood barrier approved after decade of delays") + ld(headline=E1),
    f"<h1>{E1}</h1>",
    title=E1,
)
paper(
    "an opinion label in the heading",
    og(title=f"Opinion | {E2}") + ld(headline=E2),
    f"<h1><span>Opinion</span> {E2}</h1><p>By Pia Lund</p>",
    F2,
    title=E2,
    authors=["Pia Lund"],
)
paper(
    "a name that is linked and its handle",
    og(title=E1),
    f"<h1>{E1}</h1><div class='author-box'><a href='/author/mary-holt/'>Mary Holt</a> <a href='https://social.example/@mholt'>@mholt</a></div>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "microdata author",
    og(title=E1),
    f"<h1 itemprop='headline'>{E1}</h1><span itemprop='author' itemscope itemtype='https://schema.org/Person'>by <span itemprop='name'>Mary Holt</span></span>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "author in Spanish",
    og(title=E1),
    f"<h1>{E1}</h1><p class='firma'>Por: Lucía Ferrer y Ana Gil</p>",
    title=E1,
    authors=["Lucía Ferrer", "Ana Gil"],
)
paper(
    "author in German with his post",
    og(title=E1),
    f"<h1>{E1}</h1><p class='autor'>Von Jens Vogt, Redakteur</p>",
    title=E1,
    authors=["Jens Vogt"],
)
paper(
    "JSON-LD author is an address",
    ld(headline=E1, author={"@type": "Person", "name": "https://www.orrinpost.example/by/mary-holt"}),
    f"<h1>{E1}</h1><p class='byline'>By Mary Holt</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "JSON-LD author with names in one string and a role",
    ld(headline=E1, author={"@type": "Person", "name": "Mary Holt, Environment Editor"}),
    f"<h1>{E1}</h1>",
    title=E1,
    authors=["Mary Holt"],
)

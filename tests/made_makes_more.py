"""A sixth round, written after the fifth was mended and before the reader saw it: how far does mending carry?"""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import json

from .made_makes import (
    B1,
    B2,
    B3,
    E1,
    E2,
    F2,
    FOOT,
    HREFS,
    L1,
    L2,
    L3,
    LE1,
    MAKES,
    MENU,
    REL,
    T1,
    T2,
    T3,
    en,
    ld,
    make,
    og,
    paper,
    ps,
    vn,
)

FIRST = len(MAKES)

# --- Vietnamese: who signs, what leads, what else is offered ---------------------------------------------------------

make(
    "MVC site with card header",
    vn(
        f"Sở Xây dựng :: {T1}",
        f'<div class="card"><div class="card-header"><h4 class="card-title">{T1}</h4><small class="text-muted"><i class="bi-calendar"></i> 17/09/2022 - 18:30</small></div><div class="card-body"><p class="fw-bold">{L1}</p>{ps(B1)}<p class="text-end fst-italic">Nguyễn Hoài Sơn</p></div></div>',
    ),
    title=T1,
    lead=L1,
    body=B1,
    byline="Nguyễn Hoài Sơn",
    authors=["Nguyễn Hoài Sơn"],
    published="2022-09-17T18:30",
)
make(
    "author with an icon in a list of facts",
    vn(
        T1,
        f'<article><h1>{T1}</h1><ul class="post-info"><li><i class="fa fa-user"></i> Vừ Bá Nếnh</li><li><i class="fa fa-calendar"></i> 17/09/2022</li><li><i class="fa fa-eye"></i> 1.022</li></ul><p class="intro">{L1}</p><div class="post-content">{ps(B1)}</div></article>',
    ),
    title=T1,
    lead=L1,
    body=B1,
    authors=["Vừ Bá Nếnh"],
    published="2022-09-17",
)
make(
    "pen name glued to the end",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}<p>KIM OANH</p></div></div>',
    ),
    lead=L2,
    body=B2,
    byline="KIM OANH",
    authors=["KIM OANH"],
)
make(
    "signature with a tilde and dots",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}<p style="text-align:right"><b><i>N.T.H.Nhung - Ban Dân tộc</i></b></p></div></div>',
    ),
    lead=L2,
    body=B2,
    byline="N.T.H.Nhung - Ban Dân tộc",
    authors=["N.T.H.Nhung"],
)
make(
    "from the site of another, with an address",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}<p align="right">Nguồn: <a href="https://baodonglac.example.vn/x">baodonglac.example.vn</a></p></div></div>',
    ),
    lead=L2,
    body=B2,
    byline=None,
    source="baodonglac.example.vn",
)
make(
    "Tổng hợp",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}<p align="right"><em>Minh Khuê (tổng hợp)</em></p></div></div>',
    ),
    lead=L2,
    body=B2,
    byline="Minh Khuê (tổng hợp)",
    authors=["Minh Khuê"],
)
make(
    "text by one, photos and film by others",
    vn(
        T3,
        f'<div class="v"><h1>{T3}</h1><span class="t">05/11/2023</span><p class="lead">{L3}</p><div class="k">{ps(B3)}<p align="right"><strong>Bài: Tạ Quang Bửu - Ảnh: Lý Tú - Clip: Võ Hạ</strong></p></div></div>',
    ),
    lead=L3,
    body=B3,
    authors=["Tạ Quang Bửu"],
)
make(
    "department signs below the writer's line",
    vn(
        T3,
        f'<div class="v"><h1>{T3}</h1><span class="t">05/11/2023</span><p class="lead">{L3}</p><div class="k">{ps(B3)}<p align="right"><strong>Ban Biên tập</strong></p></div></div>',
    ),
    lead=L3,
    body=B3,
    byline="Ban Biên tập",
    authors=[],
)
make(
    "an official signs a notice",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><div class="k">{ps([L2, *B2])}<table width="100%"><tr><td></td><td align="center"><b>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</b><br>(Đã ký)<br><b>Lò Văn Hặc</b></td></tr></table></div></div>',
    ),
    byline=None,
    authors=[],
)
make(
    "writer above, source below",
    vn(
        T1,
        f'<div class="v"><h1>{T1}</h1><div class="tacgia">Tác giả: Đinh Thị Tâm</div><span class="t">17/09/2022</span><p class="lead">{L1}</p><div class="k">{ps(B1)}</div><div class="nguon">Theo baolamha.example.vn</div></div>',
    ),
    lead=L1,
    body=B1,
    byline="Tác giả: Đinh Thị Tâm",
    authors=["Đinh Thị Tâm"],
    source="baolamha.example.vn",
)
make(
    "stamp, writer and tools in one line with slashes",
    vn(
        T1,
        f'<div class="v"><h1>{T1}</h1><div class="bar">Thứ Bảy, 17/09/2022, 18:30 / <b>Phan Thị Lài</b> / <a href="#">In bài</a> / <a href="#">Gửi email</a></div><p class="lead">{L1}</p><div class="k">{ps(B1)}</div></div>',
    ),
    lead=L1,
    body=B1,
    authors=["Phan Thị Lài"],
    published="2022-09-17T18:30",
)
make(
    "lead in a table cell beside its picture",
    vn(
        T1,
        f'<table class="ct"><tr><td colspan="2"><h2>{T1}</h2></td></tr><tr><td colspan="2"><small>17/09/2022</small></td></tr><tr><td><img src="/b.jpg" width="200"></td><td><b>{L1}</b></td></tr><tr><td colspan="2">{ps(B1)}</td></tr></table>',
    ),
    title=T1,
    lead=L1,
    body=B1,
)
make(
    "lead in a blockquote",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><blockquote class="sapo"><p>{L2}</p></blockquote><div class="k">{ps(B2)}</div></div>',
    ),
    lead=L2,
    body=B2,
)
make(
    "lead with the paper's short name before it",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><div class="k"><p><strong>BDL -</strong> <strong>{L2}</strong></p>{ps(B2)}</div></div>',
    ),
    lead=f"BDL - {L2}",
    body=B2,
)
make(
    "lead half bold",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><div class="k"><p><strong>Đồng Lạc -</strong> {L2}</p>{ps(B2)}</div></div>',
    ),
    text=[f"Đồng Lạc - {L2}", *B2],
)
make(
    "lead as a list of one",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><div class="news-summary"><span>{L2}</span></div><div class="k">{ps(B2)}</div></div>',
    ),
    lead=L2,
    body=B2,
)
make(
    "related at the head under the lead",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><ul class="tin-lq-dau"><li><a href="{HREFS[0]}">{REL[0][1]}</a></li><li><a href="{HREFS[1]}">{REL[1][1]}</a></li></ul><div class="k">{ps(B2)}</div></div>',
    ),
    lead=L2,
    body=B2,
    related=HREFS[:2],
)
make(
    "related as cards with a summary",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}</div></div><section><h2>Có thể bạn quan tâm</h2>'
        + "".join(
            f'<article class="item"><a href="{h}"><img src="/t.jpg"></a><h3><a href="{h}">{t}</a></h3><time>{d}</time><p>Bà con trong xã vui mừng vì từ nay việc đi lại, học hành sẽ đỡ vất vả hơn trước rất nhiều.</p></article>'
            for h, t, d in REL
        )
        + "</section>",
    ),
    lead=L2,
    body=B2,
    related=HREFS,
    related_days=["2022-09-15", "2022-09-12", "2022-09-09"],
)
make(
    "related with days in a column of a table",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}</div><p class="tit">TIN BÀI LIÊN QUAN</p><table>'
        + "".join(f'<tr><td>{d}</td><td><a href="{h}">{t}</a></td></tr>' for h, t, d in REL)
        + "</table></div>",
    ),
    lead=L2,
    body=B2,
    related=HREFS,
    related_days=["2022-09-15", "2022-09-12", "2022-09-09"],
)
make(
    "other news as lines with breaks and dashes",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><div class="k">{ps([L2, *B2])}</div><div><u>Những tin khác:</u><br>'
        + "".join(f'- <a href="{h}">{t}</a> <i>({d[:5]})</i><br>' for h, t, d in REL)
        + "</div></div>",
    ),
    text=[L2, *B2],
    related=HREFS,
    related_days=["XXXX-09-15", "XXXX-09-12", "XXXX-09-09"],
)
make(
    "new articles list of the site in the page's foot",
    vn(
        T2,
        f'<div class="v"><h1>{T2}</h1><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}</div></div><div class="bottom"><h3>Tin mới nhất</h3><ul>'
        + "".join(f'<li><a href="{h}">{t}</a></li>' for h, t, _ in REL)
        + "</ul></div>",
    ),
    lead=L2,
    body=B2,
    related=[],
)
make(
    "headline also in the breadcrumb",
    vn(
        T2,
        f'<div class="path"><a href="/">Trang chủ</a> / <a href="/cds">Chuyển đổi số</a> / <span>{T2}</span></div><div class="v"><div class="bt-title">{T2}</div><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}</div></div>',
    ),
    title=T2,
    lead=L2,
    body=B2,
    category="Chuyển đổi số",
)
make(
    "headline longer on the page than in the title",
    vn(
        f"{T2[:38]}... - Cổng TTĐT huyện Đồng Lạc",
        f'<div class="v"><h3>{T2}</h3><span class="t">03/04/2023</span><p class="lead">{L2}</p><div class="k">{ps(B2)}</div></div>',
    ),
    title=T2,
    lead=L2,
    body=B2,
)
make(
    "a banner heading, headline without any mark",
    vn(
        "UBND huyện Đồng Lạc",
        f'<h1>ỦY BAN NHÂN DÂN HUYỆN ĐỒNG LẠC</h1><h2>TIN TỨC - SỰ KIỆN</h2><div class="v"><p>{T2}</p><p><i>(Ngày đăng: 03/04/2023)</i></p>{ps([L2, *B2])}</div>',
    ),
    title=T2,
    text=[L2, *B2],
    published="2023-04-03",
)

# --- English and other -----------------------------------------------------------------------------------------------

paper(
    "byline with and in links",
    og(title=E1),
    f"<h1>{E1}</h1><div class='c-byline'>By <a href='/people/mary'>Mary Holt</a> and <a href='/people/tom'>Tom Reyes</a></div>",
    title=E1,
    authors=["Mary Holt", "Tom Reyes"],
)
paper(
    "name, post and day in spans of one line",
    og(title=E1),
    f"<h1>{E1}</h1><div class='article-meta'><span class='author'>Mary Holt</span><span class='role'>Political reporter</span><time datetime='2023-10-18'>18 Oct 2023</time></div>",
    title=E1,
    authors=["Mary Holt"],
    published="2023-10-18",
)
paper(
    "guest writer, special to",
    og(title=E1),
    f"<h1>{E1}</h1><p class='byline'>By Mary Holt, Special to The Orrin Post</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper(
    "reported by with editor",
    og(title=E1),
    f"<h1>{E1}</h1><p class='byline'>Reported by Mary Holt; edited by Tom Reyes</p>",
    title=E1,
    authors=["Mary Holt"],
)
paper("staff", og(title=E1), f"<h1>{E1}</h1><p class='byline'>By Orrin Post staff</p>", title=E1)
paper(
    "agency alone in JSON-LD",
    ld(headline=E1, author=[{"@type": "Organization", "name": "Reuters"}]),
    f"<h1>{E1}</h1>",
    title=E1,
    authors=["Reuters"],
)
paper(
    "title with the section and the site",
    f"<title>{E1} - Politics - The Orrin Post</title>" + og(site_name="The Orrin Post"),
    f"<h2 class='headline'>{E1}</h2>",
    title=E1,
)
paper(
    "title with a site's tail after two colons",
    f"<title>{E1} :: Orrin Post :: News</title>",
    f"<h1>{E1}</h1>",
    title=E1,
)
paper(
    "site's name in the heading's box",
    og(title=E1, site_name="The Orrin Post"),
    f"<div class='h1'>{E1}</div>",
    title=E1,
)
paper(
    "headline in quotes of another kind",
    og(title=E2.replace("refuses", "“refuses”")),
    f"<h1>{E2.replace('refuses', '&quot;refuses&quot;')}</h1>",
    F2,
)
paper(
    "standfirst in a paragraph",
    og(title=E1),
    f"<h1>{E1}</h1><p class='standfirst'>{LE1}</p><address>Mary Holt</address>",
    title=E1,
    lead=LE1,
)
paper(
    "author in French",
    og(title=E1),
    f"<h1>{E1}</h1><p class='auteur'>Par Élodie Martin, envoyée spéciale</p>",
    title=E1,
    authors=["Élodie Martin"],
)
paper(
    "author in Italian",
    og(title=E1),
    f"<h1>{E1}</h1><p class='firma'>di Paolo Neri</p>",
    title=E1,
    authors=["Paolo Neri"],
)
paper(
    "author in Portuguese with the day",
    og(title=E1),
    f"<h1>{E1}</h1><p class='autor'>Por Rita Alves — 18 de outubro de 2023</p>",
    title=E1,
    authors=["Rita Alves"],
)
paper(
    "author in Polish",
    og(title=E1),
    f"<h1>{E1}</h1><p class='author'>Autor: Jan Kowal</p>",
    title=E1,
    authors=["Jan Kowal"],
)
paper(
    "biography below the text",
    og(title=E2),
    f"<h1>{E2}</h1><p class='byline'>By Pia Lund</p>",
    F2,
    title=E2,
    authors=["Pia Lund"],
)
paper(
    "avatar, name and follow button",
    og(title=E2),
    f"<h1>{E2}</h1><div class='author-card'><img src='/a.jpg' alt='Pia Lund'><a class='author-name' href='/author/pia'>Pia Lund</a><button>Follow</button></div>",
    F2,
    title=E2,
    authors=["Pia Lund"],
)
paper(
    "names in JSON-LD joined by a comma",
    ld(headline=E1, author={"@type": "Person", "name": "Mary Holt, Tom Reyes"}),
    f"<h1>{E1}</h1>",
    title=E1,
    authors=["Mary Holt", "Tom Reyes"],
)
paper(
    "first and last name apart",
    ld(headline=E1, author=[{"@type": "Person", "givenName": "Mary", "familyName": "Holt"}]),
    f"<h1>{E1}</h1>",
    title=E1,
    authors=["Mary Holt"],
)

# --- forms of the page -----------------------------------------------------------------------------------------------

SCRIPTED = "".join(f"<p>{line}</p>" for line in [*B2]).replace("</", "<\\/")


def state(
    name: str, script: str, url: str = "https://donglac.example.vn/tin/ra-mat-to-cong-nghe-so-77", **truth: object
) -> None:
    """A page whose markup is empty."""
    make(
        name,
        f'<!doctype html><html><head><title>{T2}</title></head><body><div id="app"></div>{script}</body></html>',
        url,
        title=T2,
        **truth,
    )


POST = {
    "title": T2,
    "sapo": L2,
    "content": "".join(f"<p>{line}</p>" for line in B2),
    "publishedAt": "2023-04-03T09:12:00+07:00",
    "author": "Lường Văn Tiến",
}
RAW = json.dumps(POST, ensure_ascii=False).replace("</", "<\\/")
state(
    "next",
    f'<script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"article":{RAW}}}}}}}</script>',
    lead=L2,
    body=B2,
    published="2023-04-03T09:12",
)
state(
    "nuxt 2",
    f'<script>window.__NUXT__={{"data":[{{"post":{RAW}}}]}};</script>',
    lead=L2,
    body=B2,
    published="2023-04-03T09:12",
)
state(
    "initial state",
    f'<script>window.__INITIAL_STATE__ = {{"detail":{RAW},"menu":[]}};</script>',
    lead=L2,
    body=B2,
    published="2023-04-03T09:12",
)
state(
    "initial state in a parsed string",
    f"<script>window.__PRELOADED_STATE__ = JSON.parse({json.dumps(json.dumps({'news': POST}))});</script>".replace(
        "</p>", "<\\/p>"
    ),
    lead=L2,
    body=B2,
)
state(
    "nuxt 3, flat",
    '<script id="__NUXT_DATA__" type="application/json">'
    + json.dumps(
        [
            {"post": 1},
            {"title": 2, "sapo": 3, "content": 4, "publishedAt": 5},
            T2,
            L2,
            POST["content"],
            "2023-04-03T09:12:00+07:00",
        ],
        ensure_ascii=False,
    ).replace("</", "<\\/")
    + "</script>",
    lead=L2,
    body=B2,
)
state(
    "angular transfer state",
    '<script id="serverApp-state" type="application/json">'
    + json.dumps(
        {
            "G.json./api/tin/77": {
                "body": {"tieuDe": T2, "tomTat": L2, "noiDung": POST["content"], "ngayDang": "2023-04-03T09:12:00"}
            }
        },
        ensure_ascii=False,
    )
    .replace('"', "&q;")
    .replace("</", "<\\/")
    + "</script>",
    lead=L2,
    body=B2,
)
state(
    "react server stream",
    "<script>self.__next_f.push([1,"
    + json.dumps("5:" + json.dumps({"article": POST}, ensure_ascii=False) + "\n").replace("</", "<\\/")
    + "])</script>",
    lead=L2,
    body=B2,
)
state(
    "JSON-LD alone",
    ld(headline=T2, description=L2, articleBody="\n".join(B2), datePublished="2023-04-03T09:12:00+07:00"),
    body=B2,
    published="2023-04-03T09:12",
)

make(
    "AMP",
    f'<!doctype html><html amp lang="vi"><head><meta charset="utf-8"><link rel="canonical" href="https://donglac.example.vn/tin/77"><title>{T2}</title></head><body><amp-sidebar id="s"><ul><li><a href="/">Trang chủ</a></li></ul></amp-sidebar><header><a href="/">Đồng Lạc</a></header><article class="amp-wp-article"><h1 class="amp-wp-title">{T2}</h1><div class="amp-wp-meta"><time datetime="2023-04-03T09:12:00+07:00">3 Tháng Tư, 2023</time></div><p class="lead">{L2}</p><div class="amp-wp-article-content">{ps(B2[:2])}<amp-img src="/a.jpg" width="600" height="400"></amp-img>{ps(B2[2:])}<amp-ad type="x"><p>Quảng cáo cho bạn, mua ngay hôm nay để được giảm giá.</p></amp-ad></div></article></body></html>',
    title=T2,
    lead=L2,
    body=B2,
    published="2023-04-03T09:12",
)
make(
    "print version",
    f'<html><head><title>In bài viết</title></head><body onload="window.print()"><table width="600"><tr><td><b>Cổng thông tin điện tử huyện Đồng Lạc</b><hr></td></tr><tr><td><h2>{T2}</h2><i>Cập nhật 03/04/2023 09:12</i><p><b>{L2}</b></p>{ps(B2)}</td></tr><tr><td><hr>Địa chỉ bài viết: https://donglac.example.vn/tin/77<br><a href="javascript:window.print()">In trang này</a> <a href="javascript:window.close()">Đóng lại</a></td></tr></table></body></html>',
    title=T2,
    lead=L2,
    body=B2,
    published="2023-04-03T09:12",
)
make(
    "a reader's version without any box",
    f"<title>{T2}</title><h1>{T2}</h1>03/04/2023<br><br><b>{L2}</b><br><br>{'<br><br>'.join(B2)}<br><br>Lường Văn Tiến",
    title=T2,
    lead=L2,
    body=B2,
    byline="Lường Văn Tiến",
    published="2023-04-03",
)
PHOTOS = [
    ("p1", "Các đội thi diễu hành qua cầu treo"),
    ("p2", "Phần thi giã gạo của bản Pá Khôm"),
    ("p3", "Trao giải cho đội đoạt giải Nhất"),
]
make(
    "a post of linked pictures",
    vn(
        "Chùm ảnh: Ngày hội văn hóa các dân tộc huyện Đồng Lạc",
        '<div class="v"><h1>Chùm ảnh: Ngày hội văn hóa các dân tộc huyện Đồng Lạc</h1><span class="t">03/04/2023</span>'
        + "".join(
            f'<p style="text-align:center"><a href="/anh/{n}.jpg" class="lightbox"><img src="/anh/thumb_{n}.jpg"></a></p><p style="text-align:center"><em>{c}</em></p>'
            for n, c in PHOTOS
        )
        + "<p style='text-align:right'><strong>Ảnh: Quang Minh</strong></p></div>",
    ),
    title="Chùm ảnh: Ngày hội văn hóa các dân tộc huyện Đồng Lạc",
    published="2023-04-03",
    captions=[c for _, c in PHOTOS],
    pictures=[f"/anh/{n}.jpg" for n, _ in PHOTOS],
)
make(
    "a gallery of figures",
    vn(
        "Ảnh: Mùa nước đổ trên ruộng bậc thang Đồng Lạc",
        '<div class="v"><h1>Ảnh: Mùa nước đổ trên ruộng bậc thang Đồng Lạc</h1><span class="t">03/05/2023</span><div class="gallery">'
        + "".join(
            f'<figure><a href="/anh/{n}.jpg"><img data-src="/anh/{n}_small.jpg" src="data:,"></a><figcaption>{c}</figcaption></figure>'
            for n, c in PHOTOS
        )
        + "</div></div>",
    ),
    title="Ảnh: Mùa nước đổ trên ruộng bậc thang Đồng Lạc",
    captions=[c for _, c in PHOTOS],
    pictures=[f"/anh/{n}.jpg" for n, _ in PHOTOS],
)
make(
    "pictures only, no word",
    vn(
        "Infographic: Kết quả chuyển đổi số huyện Đồng Lạc năm 2022",
        '<div class="v"><h1>Infographic: Kết quả chuyển đổi số huyện Đồng Lạc năm 2022</h1><span class="t">03/01/2023</span><div class="k"><img src="/anh/info.png" width="900"></div></div>',
    ),
    title="Infographic: Kết quả chuyển đổi số huyện Đồng Lạc năm 2022",
    published="2023-01-03",
    pictures=["/anh/info.png"],
)

__all__ = ["FIRST", "FOOT", "MENU", "en"]

"""Lists of articles in some fifty makes and with as many ways to turn them, each with its truth; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from collections.abc import Callable

from made_sites import (
    AROUND,
    SITE_NAMES,
    Item,
    Made,
    bare,
    bootstrap,
    dnn,
    drupal,
    english,
    flat,
    hashed,
    headline,
    joomla,
    liferay,
    portal,
    sharepoint,
    tables,
    tailwind,
    vn,
    webforms,
    wordpress,
)
from made_sites import day as day_of
from made_sites import says as say

HOST = "https://so.example.vn"
LISTING = frozenset({"listing"})


def _list(
    name: str, around: Callable[..., str], title: str, path: str, rows: Callable[[int, str, str, str], str], href: Callable[[int], str],
    *, wrap: tuple[str, str] = ("", ""), pager: str = "", to: str | tuple[str, ...] | None = None, count: int = 8, start: int = 0, dated: bool = True, head: str = "", before: str = "",
) -> Made:  # fmt: skip
    """A list: *rows* makes one row of number, headline, address and day."""
    made = []
    items: list[Item] = []
    for number in range(start, start + count):
        words, link, one = headline(number), href(number), day_of(number)
        made.append(rows(number, words, link, vn(one)))
        items.append((words, HOST + link if link.startswith("/") else link, one.isoformat() if dated else None))
    main = before + wrap[0] + "".join(made) + wrap[1] + pager
    site = SITE_NAMES[(start + len(name)) % len(SITE_NAMES)]
    if isinstance(to, str):
        to = HOST + to if to.startswith("/") else to
    return Made(name, HOST + path, around(title, main, site, head), LISTING, tuple(items), to)


def _slug(prefix: str, suffix: str = "") -> Callable[[int], str]:
    return lambda number: f"{prefix}{flat(headline(number))}{suffix}"


def _id(prefix: str, suffix: str = "") -> Callable[[int], str]:
    return lambda number: f"{prefix}{1000 + number}{suffix}"


def lists() -> list[Made]:
    return [
        # --- headings, cards, media objects -------------------------------------------------------------------------
        _list("h2-span-date-numbers", bootstrap, "Tin tức - Sự kiện", "/tin-tuc", lambda n, t, u, d: f'<div class="news-item"><h2><a href="{u}">{t}</a></h2><span class="date">{d}</span><p>{say(n)}</p></div>', _slug("/tin-tuc/", ".html"),
              before="<h1>Tin tức - Sự kiện</h1>", pager='<ul class="pagination"><li class="active"><a href="/tin-tuc">1</a></li><li><a href="/tin-tuc?page=2">2</a></li><li><a href="/tin-tuc?page=3">3</a></li><li><a href="/tin-tuc?page=3">»</a></li></ul>', to="/tin-tuc?page=2"),
        _list("cards-trang-sau", tailwind, "Hoạt động của ngành", "/hoat-dong", lambda n, t, u, d: f'<article class="rounded shadow p-4"><a href="{u}"><img src="/img/{n}.jpg" alt=""></a><a class="text-lg font-bold" href="{u}">{t}</a><div class="text-gray-500">{d}</div><p class="line-clamp-2">{say(n, 1)}</p></article>', _id("/p/"),
              wrap=('<div class="grid grid-cols-2 gap-4">', "</div>"), pager='<div class="flex justify-center mt-4"><span>Trang trước</span><a href="/hoat-dong?p=2">Trang sau</a></div>', to="/hoat-dong?p=2"),
        _list("media-object-next-sau", hashed, "Chuyển đổi số", "/chuyen-muc/chuyen-doi-so", lambda n, t, u, d: f'<div class="css-r1"><div class="css-im"><img src="/t/{n}.webp"></div><div class="css-tx"><a class="css-t1" href="{u}">{t}</a><span class="css-d1">{d}</span></div></div>', _slug("/", "-d77.html"),
              pager='<div class="css-pg"><span class="css-on">1</span><a href="/chuyen-muc/chuyen-doi-so/trang-2">2</a><a href="/chuyen-muc/chuyen-doi-so/trang-2">Sau</a></div>', to="/chuyen-muc/chuyen-doi-so/trang-2"),
        _list("wp-archive-older", wordpress, "Danh mục: Công đoàn", "/category/cong-doan/", lambda n, t, u, d: f'<article id="post-{n}" class="post-{n} post type-post hentry"><header class="entry-header"><h2 class="entry-title"><a href="{u}" rel="bookmark">{t}</a></h2><div class="entry-meta"><span class="posted-on"><time class="entry-date" datetime="{day_of(n).isoformat()}T08:00:00+07:00">{d}</time></span></div></header><div class="entry-summary"><p>{say(n)} <a href="{u}" class="more-link">Đọc tiếp</a></p></div></article>', _slug("/", "/"),
              before='<header class="page-header"><h1 class="page-title">Danh mục: Công đoàn</h1></header>', pager='<nav class="navigation posts-navigation"><h2 class="screen-reader-text">Điều hướng bài viết</h2><div class="nav-links"><div class="nav-previous"><a href="/category/cong-doan/page/2/">Bài cũ hơn</a></div></div></nav>', to="/category/cong-doan/page/2/"),
        _list("wp-numbers-middle", wordpress, "Tin hoạt động", "/category/tin/page/3/", lambda n, t, u, d: f'<div class="post-item"><h3 class="post-title"><a href="{u}">{t}</a></h3><div class="post-meta">{d}</div></div>', _slug("/", "/"), start=40,
              pager='<nav class="navigation pagination"><div class="nav-links"><a class="prev page-numbers" href="/category/tin/page/2/">&laquo;</a> <a class="page-numbers" href="/category/tin/">1</a> <a class="page-numbers" href="/category/tin/page/2/">2</a> <span aria-current="page" class="page-numbers current">3</span> <a class="page-numbers" href="/category/tin/page/4/">4</a> <a class="next page-numbers" href="/category/tin/page/4/">&raquo;</a></div></nav>', to="/category/tin/page/4/"),
        _list("wp-numbers-last", wordpress, "Tin hoạt động", "/category/tin/page/9/", lambda n, t, u, d: f'<div class="post-item"><h3 class="post-title"><a href="{u}">{t}</a></h3><div class="post-meta">{d}</div></div>', _slug("/", "/"), start=60, count=4,
              pager='<nav class="navigation pagination"><div class="nav-links"><a class="prev page-numbers" href="/category/tin/page/8/">&laquo; Trước</a> <a class="page-numbers" href="/category/tin/">1</a> … <a class="page-numbers" href="/category/tin/page/8/">8</a> <span aria-current="page" class="page-numbers current">9</span></div></nav>'),
        # --- tables -------------------------------------------------------------------------------------------------
        _list("table-rows-double-arrow", tables, "Tin tuc", "/?page=dm&id=4", lambda n, t, u, d: f'<tr><td valign="top"><img src="anh/{n}.jpg" width="100"></td><td><a href="{u}"><b>{t}</b></a> <i>({d})</i><br>{say(n)}</td></tr>', lambda n: f"/?page=ct&id={n}",
              wrap=('<table width="100%">', "</table>"), pager='<p align="right">Trang: <b>1</b> <a href="?page=dm&id=4&p=2">2</a> <a href="?page=dm&id=4&p=3">3</a> <a href="?page=dm&id=4&p=2">&gt;</a> <a href="?page=dm&id=4&p=17">&gt;&gt;</a></p>', to="/?page=dm&id=4&p=2"),
        _list("table-no-class-image-next", tables, "Tin trong nganh", "/dsbai.asp?cm=7", lambda n, t, u, d: f'<tr><td>{d}</td><td><a href="{u}">{t}</a></td></tr>', lambda n: f"/baiviet.asp?id={n}", wrap=('<table border="0" width="100%">', "</table>"),
              pager='<table width="100%"><tr><td align="left"></td><td align="right"><a href="dsbai.asp?cm=7&trang=2"><img src="images/sau.gif" border="0"></a></td></tr></table>', to="/dsbai.asp?cm=7&trang=2", count=12),
        _list("table-header-stt", portal, "Thông báo", "/vi/thong-bao", lambda n, t, u, d: f'<tr><td>{n + 1}</td><td><a href="{u}">{t}</a></td><td>{d}</td></tr>', _slug("/vi/thong-bao/", "-55"), wrap=('<div class="title-page">Thông báo</div><table class="table table-bordered"><tr><th>STT</th><th>Tiêu đề</th><th>Ngày đăng</th></tr>', "</table>"),
              pager='<div class="phan-trang"><a class="so active">1</a><a class="so" href="/vi/thong-bao?trang=2">2</a><a class="so" href="/vi/thong-bao?trang=3">3</a><a href="/vi/thong-bao?trang=2">Tiếp</a><a href="/vi/thong-bao?trang=30">Cuối</a></div>', to="/vi/thong-bao?trang=2", count=15),
        # --- WebForms -----------------------------------------------------------------------------------------------
        _list("gridview-postback", webforms, "Danh sách tin", "/pages/tintuc.aspx", lambda n, t, u, d: f'<tr class="row"><td><a id="ctl00_gv_ctl{n:02}_hl" href="{u}">{t}</a><br/><span id="ctl00_gv_ctl{n:02}_lb">{d}</span></td></tr>', lambda n: f"/pages/chitiet.aspx?ID={n}",
              wrap=('<table cellspacing="0" id="ctl00_gv"><tr><th scope="col">&nbsp;</th></tr>', "<tr class=\"pgr\"><td><table><tr><td><span>1</span></td><td><a href=\"javascript:__doPostBack('ctl00$gv','Page$2')\">2</a></td><td><a href=\"javascript:__doPostBack('ctl00$gv','Page$3')\">3</a></td></tr></table></td></tr></table>"), to=("post", "ctl00$gv", "Page$2")),
        _list("datapager-next-text", webforms, "Tin hoạt động", "/pages/tin.aspx", lambda n, t, u, d: f'<div class="tin"><a class="tieude" href="{u}">{t}</a><div class="ngay">Đăng ngày {d}</div><div class="tomtat">{say(n, 1)}</div></div>', lambda n: f"/pages/ct.aspx?ItemID={n}",
              pager="<span id=\"ctl00_DataPager1\"><a disabled=\"disabled\">Trang đầu</a> <a disabled=\"disabled\">Trước</a> <span>1</span> <a href=\"javascript:__doPostBack('ctl00$DataPager1$ctl01$ctl01','')\">2</a> <a href=\"javascript:__doPostBack('ctl00$DataPager1$ctl02$ctl00','')\">Tiếp</a> <a href=\"javascript:__doPostBack('ctl00$DataPager1$ctl02$ctl01','')\">Trang cuối</a></span>", to=("post", "ctl00$DataPager1$ctl01$ctl01", "")),
        _list("linkbutton-trang-tiep", webforms, "Tin từ cơ sở", "/pages/coso.aspx", lambda n, t, u, d: f'<p class="tin"><a href="{u}">{t}</a> <span>[{d}]</span></p>', lambda n: f"/pages/cs.aspx?id={n}",
              pager="<div><a id=\"ctl00_lnkNext\" href=\"javascript:__doPostBack('ctl00$lnkNext','')\">Trang tiếp theo</a></div>", to=("post", "ctl00$lnkNext", "")),
        _list("imagebutton-next", webforms, "Bản tin tuần", "/pages/bantin.aspx", lambda n, t, u, d: f'<dl><dt><a href="{u}">{t}</a></dt><dd>{d} - {say(n, 1)}</dd></dl>', lambda n: f"/pages/bt.aspx?id={n}",
              pager='<div class="trang"><input type="image" name="ctl00$ibPrev" src="/i/prev.gif" disabled="disabled"/><input type="image" name="ctl00$ibNext" src="/i/next.gif" alt="Trang sau"/></div>', to=("button", "ctl00$ibNext")),
        _list("select-pager", webforms, "Tin tổng hợp", "/pages/tonghop.aspx", lambda n, t, u, d: f'<div class="dong"><span class="ngay">{d}</span> <a href="{u}">{t}</a></div>', lambda n: f"/pages/th.aspx?id={n}",
              pager="Trang <select name=\"ctl00$ddlPage\" onchange=\"javascript:setTimeout('__doPostBack(\\'ctl00$ddlPage\\',\\'\\')', 0)\"><option selected=\"selected\" value=\"1\">1</option><option value=\"2\">2</option><option value=\"3\">3</option></select> / 3", to=("field", "ctl00$ddlPage", "2")),
        # --- portals of the shelf -----------------------------------------------------------------------------------
        _list("liferay-asset-cur", liferay, "Tin tức", "/web/guest/tin-tuc", lambda n, t, u, d: f'<div class="asset-abstract"><h3 class="asset-title"><a href="{u}"><img alt="" src="/html/icons/news.png"/> {t}</a></h3><div class="asset-content"><div class="asset-summary">{say(n)} <a href="{u}">Đọc thêm <span class="hide-accessible">về {t}</span> »</a></div><div class="asset-metadata"><span class="metadata-entry metadata-publish-date">{d}</span></div></div></div>', _slug("/web/guest/tin-tuc/-/asset_publisher/Kq1x/content/"),
              pager='<div class="taglib-page-iterator"><div class="search-results">Hiển thị 1 - 8 trong tổng số 63 kết quả.</div><div class="page-selector"><ul class="pager lfr-pagination-buttons"><li class="disabled first"><a href="javascript:;">← Trước nhất</a></li><li class="disabled"><a href="javascript:;">Trước</a></li><li><a href="/web/guest/tin-tuc?p_p_id=101_INSTANCE_Kq1x&_101_INSTANCE_Kq1x_delta=8&_101_INSTANCE_Kq1x_cur=2">Tiếp theo</a></li><li class="last"><a href="/web/guest/tin-tuc?p_p_id=101_INSTANCE_Kq1x&_101_INSTANCE_Kq1x_delta=8&_101_INSTANCE_Kq1x_cur=8">Cuối cùng →</a></li></ul></div></div>', to="/web/guest/tin-tuc?p_p_id=101_INSTANCE_Kq1x&_101_INSTANCE_Kq1x_delta=8&_101_INSTANCE_Kq1x_cur=2"),
        _list("sharepoint-list-paged", sharepoint, "Tin tức - Tất cả", "/Lists/TinTuc/AllItems.aspx", lambda n, t, u, d: f'<tr class="ms-itmhover"><td class="ms-vb-title"><div class="ms-vb itx"><a class="ms-listlink" href="{u}">{t}</a></div></td><td class="ms-vb2"><nobr>{d}</nobr></td></tr>', lambda n: f"/Lists/TinTuc/DispForm.aspx?ID={n}",
              wrap=('<table class="ms-listviewtable"><tr class="ms-viewheadertr"><th>Tiêu đề</th><th>Ngày tạo</th></tr>', "</table>"), pager='<table class="ms-bottompaging"><tr><td class="ms-paging">1 - 8</td><td><a href="/Lists/TinTuc/AllItems.aspx?Paged=TRUE&p_ID=8&PageFirstRow=9"><img src="/_layouts/images/next.gif" alt="Tiếp"></a></td></tr></table>', to="/Lists/TinTuc/AllItems.aspx?Paged=TRUE&p_ID=8&PageFirstRow=9"),
        _list("dnn-articles-pg", dnn, "Tin tức", "/tin-tuc", lambda n, t, u, d: f'<div class="edn_article"><h2 class="edn_articleTitle"><a href="{u}">{t}</a></h2><div class="edn_metaDetails">Ngày đăng: {d} | Lượt xem: {n * 13}</div><div class="edn_articleSummary">{say(n)}</div><a class="edn_readMore" href="{u}">Xem tiếp...</a></div>', _slug("/tin-tuc/"),
              pager='<div class="article_pager"><span class="active">1</span><a class="page" href="/tin-tuc/pgrid/412/pageid/2">2</a><a class="page" href="/tin-tuc/pgrid/412/pageid/3">3</a><a class="next" href="/tin-tuc/pgrid/412/pageid/2">&gt;</a></div>', to="/tin-tuc/pgrid/412/pageid/2"),
        _list("joomla-blog-start", joomla, "Tin tức", "/index.php/tin-tuc", lambda n, t, u, d: f'<div class="items-row cols-1"><div class="span12"><div class="item"><div class="page-header"><h2 itemprop="name"><a href="{u}" itemprop="url">{t}</a></h2></div><dl class="article-info"><dd class="published"><time datetime="{day_of(n).isoformat()}T07:00:00+07:00">Được đăng: {d}</time></dd></dl><p>{say(n)}</p><p class="readmore"><a class="btn" href="{u}">Đọc thêm: {t}</a></p></div></div></div>', lambda n: f"/index.php/tin-tuc/{200 + n}-{flat(headline(n))}",
              wrap=('<div class="blog">', ""), pager='<div class="pagination"><p class="counter pull-right">Trang 1 / 6</p><ul class="pagination-list"><li class="disabled"><a><i class="icon-first"></i></a></li><li class="active"><a>1</a></li><li><a href="/index.php/tin-tuc?start=8" class="pagenav">2</a></li><li><a href="/index.php/tin-tuc?start=8" class="pagenav" title="Tiếp"><i class="icon-next"></i></a></li></ul></div></div>', to="/index.php/tin-tuc?start=8", count=6),
        _list("joomla-list-table", joomla, "Thông báo", "/index.php/thong-bao", lambda n, t, u, d: f'<tr class="cat-list-row{n % 2}"><td class="list-title"><a href="{u}">{t}</a></td><td class="list-date small">{d}</td><td class="list-hits"><span class="badge">Lượt xem: {n}</span></td></tr>', lambda n: f"/index.php/thong-bao/{300 + n}-{flat(headline(n))}",
              wrap=('<div class="category-list"><h2><span class="subheading-category">Thông báo</span></h2><form action="/index.php/thong-bao" method="post" id="adminForm"><table class="category table"><thead><tr><th>Tiêu đề</th><th>Ngày</th><th>Lượt</th></tr></thead><tbody>', "</tbody></table>"), pager='<div class="pagination"><ul><li class="pagination-start"><span class="pagenav">Bắt đầu</span></li><li><span class="pagenav">1</span></li><li><a href="/index.php/thong-bao?start=10" class="pagenav">2</a></li><li class="pagination-next"><a href="/index.php/thong-bao?start=10">Tiếp theo</a></li></ul></div></form></div>', to="/index.php/thong-bao?start=10", count=10),
        _list("drupal-views-zero", drupal, "Tin tức", "/tin-tuc", lambda n, t, u, d: f'<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="{u}" hreflang="vi">{t}</a></span></div><div class="views-field views-field-created"><span class="field-content">{d}</span></div></div>', _id("/node/"),
              wrap=('<div class="view view-tin-tuc"><div class="view-content">', "</div>"), pager='<nav class="pager" role="navigation"><h4 class="visually-hidden">Phân trang</h4><ul class="pager__items"><li class="pager__item is-active"><a href="?page=0" title="Trang hiện tại">1</a></li><li class="pager__item"><a href="?page=1" title="Đến trang 2">2</a></li><li class="pager__item pager__item--next"><a href="?page=1" rel="next"><span class="visually-hidden">Trang sau</span><span aria-hidden="true">››</span></a></li></ul></nav></div>', to="/tin-tuc?page=1"),
        _list("nukeviet-page", bootstrap, "Tin tức", "/vi/news/tin-tuc/", lambda n, t, u, d: f'<div class="panel panel-default"><div class="panel-body featured"><h3><a href="{u}" title="{t}">{t}</a></h3><div class="text-muted"><ul class="list-unstyled list-inline"><li><em class="fa fa-clock-o">&nbsp;</em> {d}</li><li><em class="fa fa-eye"></em> {n * 7}</li></ul></div><p class="text-justify">{say(n)}</p></div></div>', lambda n: f"/vi/news/tin-tuc/{flat(headline(n))}-{n}.html",
              wrap=('<div class="news_column">', "</div>"), pager='<div class="text-center"><ul class="pagination"><li class="disabled"><a href="#">&laquo;</a></li><li class="active"><a href="#">1</a></li><li><a rel="next" title="Trang 2" href="/vi/news/tin-tuc/page-2/">2</a></li><li><a rel="next" title="Trang kế tiếp" href="/vi/news/tin-tuc/page-2/">&raquo;</a></li></ul></div>', to="/vi/news/tin-tuc/page-2/"),
        # --- uls, dls, bare ----------------------------------------------------------------------------------------
        _list("bare-ul", bare, "Các tin đã đưa", "/tin.htm", lambda n, t, u, d: f'<li><a href="{u}">{t}</a> ({d})</li>', lambda n: f"/bai{n}.htm", before="<h1>Các tin đã đưa</h1>", wrap=("<ul>", "</ul>"), pager='<p><a href="tin2.htm">Tin cũ hơn &gt;&gt;</a></p>', to="/tin2.htm", count=14),
        _list("bare-p-dash", bare, "Tin tức", "/tintuc/index.html", lambda n, t, u, d: f'<p>{d} - <a href="{u}">{t}</a></p>', lambda n: f"/tintuc/{n}.html", before="<h2>Tin tức</h2>", count=9),
        _list("bare-br", bare, "Tin nội bộ", "/noi-bo.php", lambda n, t, u, d: f'{d}: <a href="{u}">{t}</a><br>', lambda n: f"/noi-bo.php?id={n}", before="<h3>Tin nội bộ</h3>", count=11, pager='<a href="noi-bo.php?trang=2">Xem tiếp trang sau</a>', to="/noi-bo.php?trang=2"),
        _list("ol-undated", portal, "Gương người tốt việc tốt", "/vi/guong-tot", lambda n, t, u, d: f'<li><a href="{u}">{t}</a></li>', _slug("/vi/guong-tot/"), wrap=("<ol>", "</ol>"), dated=False, before='<div class="title-page">Gương người tốt việc tốt</div>', pager='<div class="trang-tin"><a href="/vi/guong-tot/trang/2">››</a></div>', to="/vi/guong-tot/trang/2", count=10),
        _list("divs-only-undated", hashed, "Đời sống", "/doi-song", lambda n, t, u, d: f'<div class="css-i9"><a class="css-pic" href="{u}"><img src="/x/{n}.jpg" alt="{t}"></a><a class="css-ti" href="{u}">{t}</a><div class="css-sm">{say(n, 1)}</div></div>', _slug("/doi-song/", "-post991.html"), dated=False, pager='<a class="css-more" href="/doi-song?page=2">Xem thêm</a>', to="/doi-song?page=2", count=10),
        # --- more pagers --------------------------------------------------------------------------------------------
        _list("rel-next-head", bootstrap, "Giáo dục", "/giao-duc", lambda n, t, u, d: f'<div class="media"><div class="media-body"><h4 class="media-heading"><a href="{u}">{t}</a></h4><small>{d}</small></div></div>', _slug("/giao-duc/"), head='<link rel="next" href="/giao-duc?trang=2">', to="/giao-duc?trang=2"),
        _list("html-suffix-trang-3", portal, "Tin xã phường", "/tin-xa-phuong/trang-3.html", lambda n, t, u, d: f'<div class="tin-item"><a href="{u}">{t}</a><span class="time">{d}</span></div>', _slug("/tin-xa-phuong/", ".html"), start=80, pager='<div class="paging"><a href="/tin-xa-phuong/trang-2.html">&lt;</a><a href="/tin-xa-phuong/trang-1.html">1</a><a href="/tin-xa-phuong/trang-2.html">2</a><strong>3</strong><a href="/tin-xa-phuong/trang-4.html">4</a><a href="/tin-xa-phuong/trang-4.html">&gt;</a></div>', to="/tin-xa-phuong/trang-4.html"),
        _list("bracket-numbers", tables, "Tin Dang bo", "/index.php?opt=tin&cat=2&pg=2", lambda n, t, u, d: f'<tr><td class="tin"><a class="td" href="{u}">{t}</a> <font color="gray" size="1">{d}</font></td></tr>', lambda n: f"/index.php?opt=ct&id={n}", start=90, wrap=("<table>", "</table>"), pager='<center>[<a href="/index.php?opt=tin&cat=2&pg=1">1</a>] [2] [<a href="/index.php?opt=tin&cat=2&pg=3">3</a>] [<a href="/index.php?opt=tin&cat=2&pg=4">4</a>]</center>', to="/index.php?opt=tin&cat=2&pg=3"),
        _list("pipe-numbers-trang", tables, "Van hoa", "/vanhoa.aspx?c=1", lambda n, t, u, d: f'<div><a href="{u}">{t}</a><br><i>Cập nhật: {d}</i></div>', lambda n: f"/vanhoa.aspx?c=1&n={n}", start=100, pager='<div>Trang 1 | <a href="/vanhoa.aspx?c=1&page=2">Trang 2</a> | <a href="/vanhoa.aspx?c=1&page=3">Trang 3</a></div>', to="/vanhoa.aspx?c=1&page=2"),
        _list("load-more-data-url", bootstrap, "Thời sự", "/thoi-su", lambda n, t, u, d: f'<div class="item-news"><h3 class="title-news"><a href="{u}">{t}</a></h3><p class="description">{say(n, 1)}</p><span class="time-public">{d}</span></div>', _slug("/", "-4567.html"), start=20, pager='<div class="text-center"><a href="javascript:void(0)" class="btn-load-more" data-href="/thoi-su/trang-2">Xem thêm</a></div>', to="/thoi-su/trang-2"),
        _list("infinite-scroll-attr", bootstrap, "Kinh tế", "/kinh-te", lambda n, t, u, d: f'<div class="story"><a href="{u}" class="story__title">{t}</a><time datetime="{day_of(n).isoformat()}">{d}</time></div>', _slug("/kinh-te/", "-r12.html"), start=30, wrap=('<div class="infinite" data-next-url="/kinh-te?page=2">', "</div>"), to="/kinh-te?page=2"),
        _list("offset-query", drupal, "Sự kiện", "/su-kien?offset=20", lambda n, t, u, d: f'<li class="su-kien"><h3><a href="{u}">{t}</a></h3><p class="ngay-dang">{d}</p></li>', _id("/su-kien/"), start=50, wrap=("<ul>", "</ul>"), pager='<p class="nav-trang"><a href="/su-kien?offset=10">← Mới hơn</a> <a href="/su-kien?offset=30">Cũ hơn →</a></p>', to="/su-kien?offset=30"),
        _list("aria-icons-only", tailwind, "Bản tin", "/ban-tin?page=2", lambda n, t, u, d: f'<div class="border-b py-3"><a class="hover:underline" href="{u}">{t}</a><p class="text-xs">{d}</p></div>', _id("/ban-tin/"), start=55, pager='<div class="flex"><a aria-label="Trang trước" href="/ban-tin?page=1"><svg></svg></a><a aria-label="Trang tiếp" href="/ban-tin?page=3"><svg></svg></a></div>', to="/ban-tin?page=3"),
        _list("go-page-form", portal, "Tin chỉ đạo", "/vi/chi-dao", lambda n, t, u, d: f'<div class="row-tin"><a href="{u}"><strong>{t}</strong></a><br/>{d}</div>', _slug("/vi/chi-dao/"), start=65, pager='<form name="frm" method="get" action="/vi/chi-dao"><input type="hidden" name="pageNo" value="1"/></form><div><a>1</a> <a href="javascript:goPage(2)">2</a> <a href="javascript:goPage(3)">3</a></div>', to=("field", "pageNo", "2")),
        _english_list(),
        _english_static(),
        _english_dates_pager(),
        # --- mixed structures ---------------------------------------------------------------------------------------
        _featured(),
        _two_blocks(),
        _grouped_by_month(),
        _title_elsewhere(),
        _announcements_with_files(),
        _short_titles(),
        _search_results(),
        _tag_page(),
        _author_page(),
        _one_item(),
        _two_items(),
        _with_intro_text(),
        _with_long_summaries(),
        _inside_article_tag(),
        _events_table(),
        _press_releases(),
        _no_pager_total(),
    ]  # fmt: skip


_EN = (
    "Department opens new citizen service counter in district 4", "Annual awards honour 120 teachers and nurses", "Water plant upgrade to finish before the dry season",
    "City trains 300 officers in digital signatures", "Mayor meets small businesses over licence delays", "Library extends evening hours for students",
    "Volunteers clear five kilometres of canal banks", "New rules on public procurement take effect in May",
)  # fmt: skip


def _english_items(count: int, form: str) -> list[tuple[str, str, str, str]]:
    return [
        (_EN[n], f"/news/{2024 - n // 4}/{flat(_EN[n])}/", f"{day_of(n):{form}}", day_of(n).isoformat())
        for n in range(count)
    ]


def _english_list() -> Made:
    rows = _english_items(8, "%d %B %Y")
    main = "<h1>News</h1>" + "".join(
        f'<section class="teaser"><h2><a href="{u}">{t}</a></h2><p class="meta">{d}</p><p>The department said the work would be done in stages and that residents would be told in advance.</p></section>'
        for t, u, d, _ in rows
    )
    main += '<nav class="pager"><a href="/news/page/2/">Older posts</a></nav>'
    return Made(
        "english-older",
        HOST + "/news/",
        english("News", main, "Ministry of Home Affairs"),
        LISTING,
        tuple((t, HOST + u, i) for t, u, _, i in rows),
        HOST + "/news/page/2/",
    )


def _english_static() -> Made:
    rows = _english_items(7, "%Y-%m-%d")
    main = (
        "<h1>Archive</h1><ul>"
        + "".join(f'<li><span>{d}</span> &mdash; <a href="{u}">{t}</a></li>' for t, u, d, _ in rows)
        + "</ul>"
    )
    return Made(
        "english-static-ul",
        HOST + "/archive/",
        english("Archive", main, "City Council"),
        LISTING,
        tuple((t, HOST + u, i) for t, u, _, i in rows),
    )


def _english_dates_pager() -> Made:
    rows = _english_items(8, "%B %d, %Y")
    main = (
        '<h1>Press releases</h1><div class="list">'
        + "".join(
            f'<div class="row"><div class="when">{d}</div><div class="what"><a href="{u}">{t}</a></div></div>'
            for t, u, d, _ in rows
        )
        + '</div><ol class="pages"><li>1</li><li><a href="?p=2">2</a></li><li><a href="?p=3">3</a></li><li><a href="?p=2">Next &rsaquo;</a></li></ol>'
    )
    return Made(
        "english-press",
        HOST + "/press",
        english("Press releases", main, "City Council"),
        LISTING,
        tuple((t, HOST + u, i) for t, u, _, i in rows),
        HOST + "/press?p=2",
    )


def _made(
    name: str,
    around: Callable[..., str],
    title: str,
    path: str,
    main: str,
    items: list[Item],
    to: str | None = None,
    head: str = "",
) -> Made:
    return Made(
        name,
        HOST + path,
        around(title, main, SITE_NAMES[len(name) % 5], head),
        LISTING,
        tuple((t, HOST + u, d) for t, u, d in items),
        HOST + to if to else None,
    )


def _item(number: int, href: str, dated: bool = True) -> Item:
    return headline(number), href, day_of(number).isoformat() if dated else None


def _featured() -> Made:
    items = [_item(n, f"/xa-hoi/{flat(headline(n))}.htm") for n in range(110, 119)]
    first = items[0]
    main = f'<div class="box-focus"><a href="{first[1]}"><img src="/l.jpg"></a><h2 class="focus-title"><a href="{first[1]}">{first[0]}</a></h2><span class="time">{vn(day_of(110))}</span><p class="sapo">{say(110, 3)}</p></div><div class="row three">'
    main += (
        "".join(
            f'<div class="col"><h3><a href="{u}">{t}</a></h3><span class="time">{vn(day_of(110 + at))}</span></div>'
            for at, (t, u, _) in enumerate(items[1:4], 1)
        )
        + '</div><ul class="stream">'
    )
    main += (
        "".join(
            f'<li class="stream-item"><a class="t" href="{u}">{t}</a><span class="time">{vn(day_of(110 + at))}</span><p>{say(at, 1)}</p></li>'
            for at, (t, u, _) in enumerate(items[4:], 4)
        )
        + '</ul><div class="pg"><a class="on" href="/xa-hoi.htm">1</a><a href="/xa-hoi/trang-2.htm">2</a></div>'
    )
    return _made("featured-and-stream", bootstrap, "Xã hội", "/xa-hoi.htm", main, items, "/xa-hoi/trang-2.htm")


def _two_blocks() -> Made:
    items = [_item(n, f"/vi/tin/{n}", False) for n in range(120, 130)]
    main = (
        "<h2>Tin hoạt động</h2><div class='l'>"
        + "".join(
            f'<div class="it"><a href="{u}">{t}</a><p>{say(at, 1)}</p></div>' for at, (t, u, _) in enumerate(items[:5])
        )
        + "</div><div class='r'>"
        + "".join(f'<div class="it"><a href="{u}">{t}</a></div>' for t, u, _ in items[5:])
        + "</div>"
    )
    return _made("with-and-without-summary", portal, "Tin hoạt động", "/vi/tin", main, items)


def _grouped_by_month() -> Made:
    items = [_item(n, f"/bai/{n}") for n in range(130, 142)]
    main, month = "<h1>Tin theo tháng</h1>", ""
    for at, (t, u, _) in enumerate(items, 130):
        now = f"Tháng {day_of(at).month}/{day_of(at).year}"
        main += (
            f"<h3>{now}</h3>" if now != month else ""
        ) + f'<div class="tin"><span>{vn(day_of(at))}</span> <a href="{u}">{t}</a></div>'
        month = now
    return _made("grouped-by-month", bare, "Tin theo tháng", "/bai", main, items)


def _title_elsewhere() -> Made:
    items = [_item(n, f"/chi-tiet?id={n}") for n in range(145, 152)]
    main = '<div class="heading">Tin nổi bật</div>' + "".join(
        f'<div class="hop"><h4>{t}</h4><em>{vn(day_of(at))}</em><p>{say(at, 1)}</p><a class="btn" href="{u}">Xem chi tiết</a></div>'
        for at, (t, u, _) in enumerate(items, 145)
    )
    return _made("only-xem-chi-tiet", tailwind, "Tin nổi bật", "/tin-noi-bat", main, items)


def _announcements_with_files() -> Made:
    items = [_item(n, f"/thong-bao/{n}.html") for n in range(152, 161)]
    main = '<h1 class="t">Thông báo</h1>' + "".join(
        f'<div class="tb"><a href="{u}">{t}</a> <a href="/files/{at}.pdf"><img src="/pdf.png" alt="PDF"></a><div class="d">Ngày {vn(day_of(at))}</div></div>'
        for at, (t, u, _) in enumerate(items, 152)
    )
    return _made("announcements-with-pdf", bootstrap, "Thông báo", "/thong-bao", main, items)


def _short_titles() -> Made:
    titles = (
        "Hội thao ngành y tế",
        "Tết trồng cây",
        "Lễ khai giảng năm học mới",
        "Họp mặt truyền thống",
        "Hiến máu đợt 2",
        "Thăm mẹ Việt Nam anh hùng",
        "Sơ kết quý III",
        "Tập huấn chuyển đổi số",
    )
    items: list[Item] = [(t, f"/tin-tuc/{flat(t)}", day_of(n).isoformat()) for n, t in enumerate(titles)]
    main = (
        "<h1>Tin tức</h1>"
        + "".join(
            f'<div class="n"><a href="{u}"><img src="/a/{at}.jpg"></a><h3><a href="{u}">{t}</a></h3><p class="date">{vn(day_of(at))}</p></div>'
            for at, (t, u, _) in enumerate(items)
        )
        + '<div class="page"><b>1</b><a href="/tin-tuc?Page=2">2</a></div>'
    )
    return _made("short-titles", bootstrap, "Tin tức", "/tin-tuc", main, items, "/tin-tuc?Page=2")


def _search_results() -> Made:
    items = [_item(n, f"/{flat(headline(n))}-{n}.htm") for n in range(165, 173)]
    main = (
        '<form action="/tim-kiem"><input name="q" value="hội nghị"><button>Tìm</button></form><p>Tìm thấy 42 kết quả với từ khóa "hội nghị"</p>'
        + "".join(
            f'<div class="kq"><a href="{u}">{t}</a><div class="ng">{vn(day_of(at))}</div><div>{say(at, 1)}</div></div>'
            for at, (t, u, _) in enumerate(items, 165)
        )
        + '<div class="trang"><span>1</span> <a href="/tim-kiem?q=hoi&page=2">2</a> <a href="/tim-kiem?q=hoi&page=2">Sau »</a></div>'
    )
    return _made(
        "search-results", bootstrap, "Tìm kiếm: hội nghị", "/tim-kiem?q=hoi", main, items, "/tim-kiem?q=hoi&page=2"
    )


def _tag_page() -> Made:
    items = [_item(n, f"/{flat(headline(n))}/") for n in range(175, 182)]
    main = (
        '<header class="page-header"><h1>Thẻ: khen thưởng</h1></header>'
        + "".join(
            f'<article class="post"><h2 class="entry-title"><a href="{u}">{t}</a></h2><span class="posted-on">{vn(day_of(at))}</span></article>'
            for at, (t, u, _) in enumerate(items, 175)
        )
        + '<div class="wp-pagenavi"><span class="pages">Trang 1 trong 4</span><span class="current">1</span><a class="page larger" href="/tag/khen-thuong/page/2/">2</a><a class="nextpostslink" rel="next" href="/tag/khen-thuong/page/2/">»</a><a class="last" href="/tag/khen-thuong/page/4/">Cuối »</a></div>'
    )
    return _made(
        "wp-tag-pagenavi", wordpress, "Thẻ: khen thưởng", "/tag/khen-thuong/", main, items, "/tag/khen-thuong/page/2/"
    )


def _author_page() -> Made:
    items = [_item(n, f"/bai-viet/{flat(headline(n))}.html") for n in range(185, 191)]
    main = (
        '<div class="author-box"><img src="/u.jpg"><h1>Thanh Bình</h1><p>Phóng viên phụ trách mảng đời sống, công tác tại tòa soạn từ năm 2011.</p></div><div class="list">'
        + "".join(
            f'<div class="row"><a href="{u}">{t}</a> <span>{vn(day_of(at))}</span><p>{say(at, 1)}</p></div>'
            for at, (t, u, _) in enumerate(items, 185)
        )
        + "</div>"
    )
    return _made("author-page", bootstrap, "Thanh Bình", "/tac-gia/thanh-binh.html", main, items)


def _one_item() -> Made:
    items = [_item(192, "/tin-tuc/192.html")]
    main = f'<h1 class="cat-title">Bình đẳng giới</h1><div class="news-list"><div class="news-item"><h3><a href="{items[0][1]}">{items[0][0]}</a></h3><span class="date">{vn(day_of(192))}</span><p>{say(192)}</p></div></div>'
    return _made("category-of-one", bootstrap, "Bình đẳng giới", "/tin-tuc/binh-dang-gioi", main, items)


def _two_items() -> Made:
    items = [_item(n, f"/node/{n}") for n in (193, 194)]
    main = (
        '<h1 class="page-title">Phòng chống tham nhũng</h1><div class="view-content">'
        + "".join(
            f'<div class="views-row"><article><h2><a href="{u}">{t}</a></h2><div class="field--name-body">{say(at, 2)}</div><div class="date">{vn(day_of(at))}</div></article></div>'
            for at, (t, u, _) in enumerate(items, 193)
        )
        + "</div>"
    )
    return _made("category-of-two", drupal, "Phòng chống tham nhũng", "/phong-chong-tham-nhung", main, items)


def _with_intro_text() -> Made:
    items = [_item(n, f"/chuyen-de/{flat(headline(n))}") for n in range(195, 205)]
    main = (
        f'<h1>Chuyên đề: Cải cách hành chính</h1><div class="intro"><p>{say(3, 3)}</p></div><ul class="ds">'
        + "".join(
            f'<li><a href="{u}">{t}</a> <span class="ngay">({vn(day_of(at))})</span></li>'
            for at, (t, u, _) in enumerate(items, 195)
        )
        + "</ul>"
    )
    return _made(
        "topic-with-intro", portal, "Chuyên đề: Cải cách hành chính", "/chuyen-de/cai-cach-hanh-chinh", main, items
    )


def _with_long_summaries() -> Made:
    items = [_item(n, f"/tin-tuc-su-kien/{flat(headline(n))}") for n in range(205, 211)]
    main = (
        "<h2>Tin tức sự kiện</h2>"
        + "".join(
            f'<div class="bai"><h3><a href="{u}">{t}</a></h3><p class="ngay">Ngày đăng: {vn(day_of(at))}</p><p>{say(at, 4)}</p><p>{say(at + 3, 3)}</p></div>'
            for at, (t, u, _) in enumerate(items, 205)
        )
        + '<a class="nextpage" href="/tin-tuc-su-kien?trang=2">Trang kế tiếp</a>'
    )
    return _made("long-summaries", dnn, "Tin tức sự kiện", "/tin-tuc-su-kien", main, items, "/tin-tuc-su-kien?trang=2")


def _inside_article_tag() -> Made:
    items = [_item(n, f"/index.php/vi/tin/{n}") for n in range(215, 223)]
    main = (
        '<article class="page"><h1 class="page-title">Tin tức</h1><div class="content"><ul class="lcp_catlist">'
        + "".join(f'<li><a href="{u}">{t}</a> {vn(day_of(at))}</li>' for at, (t, u, _) in enumerate(items, 215))
        + '</ul><ul class="lcp_paginator"><li class="lcp_currentpage">1</li><li><a href="/tin?lcp_page0=2">2</a></li><li><a href="/tin?lcp_page0=2" class="lcp_nextlink">&gt;&gt;</a></li></ul></div></article>'
    )
    return _made("wp-page-with-list", wordpress, "Tin tức", "/tin", main, items, "/tin?lcp_page0=2")


def _events_table() -> Made:
    items = [_item(n, f"/su-kien/{n}") for n in range(225, 233)]
    main = (
        "<h1>Sự kiện đã diễn ra</h1><table class='table'><thead><tr><th>Ngày</th><th>Sự kiện</th><th>Nơi</th></tr></thead><tbody>"
        + "".join(
            f'<tr><td>{vn(day_of(at))}</td><td><a href="{u}">{t}</a></td><td>Hội trường A</td></tr>'
            for at, (t, u, _) in enumerate(items, 225)
        )
        + "</tbody></table>"
    )
    return _made("events-table", bootstrap, "Sự kiện đã diễn ra", "/su-kien", main, items)


def _press_releases() -> Made:
    items = [_item(n, f"/thong-cao/{n}") for n in range(235, 247)]
    main = (
        '<section><h2 class="css-h">Thông cáo báo chí</h2>'
        + "".join(
            f'<a class="css-card" href="{u}"><div class="css-date">{vn(day_of(at))}</div><div class="css-name">{t}</div><div class="css-abs">{say(at, 1)}</div></a>'
            for at, (t, u, _) in enumerate(items, 235)
        )
        + '</section><div class="css-pg"><a class="css-pn" href="/thong-cao?page=1">1</a><a class="css-pn css-act" href="/thong-cao?page=2">2</a><a class="css-pn" href="/thong-cao?page=3">3</a></div>'
    )
    return _made(
        "whole-card-is-link", hashed, "Thông cáo báo chí", "/thong-cao?page=2", main, items, "/thong-cao?page=3"
    )


def _no_pager_total() -> Made:
    items = [_item(n, f"/chuyen-trang/{flat(headline(n))}") for n in range(250, 256)]
    main = "<h1>Học tập và làm theo Bác</h1><p>Tổng số: 6 bài viết</p>" + "".join(
        f'<div class="bv"><div class="bv-img"><a href="{u}"><img src="/i{at}.jpg"></a></div><div class="bv-txt"><a href="{u}" class="bv-title">{t}</a><br><span>{vn(day_of(at))}</span></div></div>'
        for at, (t, u, _) in enumerate(items, 250)
    )
    return _made("one-page-with-total", AROUND[2], "Học tập và làm theo Bác", "/chuyen-trang", main, items)

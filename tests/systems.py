"""How the systems that local portals run on lay out an article: their names for things, our words."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

TITLE = "Thị xã Vân Giang mở tuyến xe buýt đầu tiên đến khu công nghiệp"
LEAD = "Từ ngày 15/3, công nhân khu công nghiệp Vân Giang được đi xe buýt miễn phí trong ba tháng đầu của tuyến số 9."
BODY = (
    "Tuyến số 9 dài 14 km, có 22 điểm dừng, chạy từ bến xe trung tâm đến cổng phía nam khu công nghiệp, mỗi ngày 40 lượt.",
    "Phòng Quản lý đô thị cho biết xe chạy từ 5 giờ 30 đến 20 giờ, giờ cao điểm cứ mười phút có một chuyến.",
    "Sau ba tháng, giá vé dự kiến là 7.000 đồng một lượt; học sinh và người trên 60 tuổi được giảm một nửa.",
)
CAPTION = "Xe buýt tuyến số 9 tại bến xe trung tâm sáng 12/3"
AUTHOR = "Khánh Vy"
OTHERS = (
    ("Hơn 300 hộ dân phường An Lạc được cấp nước sạch trước Tết", "10/02/2021"),
    ("Thị xã phát động Tết trồng cây trên tuyến đường ven sông", "08/02/2021"),
    ("Khai mạc giải bóng đá thanh niên công nhân lần thứ tư", "05/02/2021"),
)
MENU = "".join(
    f'<li><a href="/{n}">{name}</a></li>'
    for n, name in enumerate(("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Liên hệ"))
)
FOOT = "<p>Cơ quan chủ quản: UBND thị xã Vân Giang</p><p>Giấy phép số 15/GP-TTĐT ngày 02/01/2020</p><p>Điện thoại: 0221 300 000</p>"


def _paragraphs() -> str:
    return "".join(f"<p>{line}</p>" for line in BODY)


def _others(item: str) -> str:
    return "".join(item.format(url=f"/tin/{n}", title=title, date=date) for n, (title, date) in enumerate(OTHERS))


def _page(body: str, title: str = TITLE) -> str:
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


def community_cms() -> str:
    """A free Vietnamese CMS: hometext, bodytext, points for an article, newer and older news."""
    return _page(f"""<nav class="navbar"><ul class="nav">{MENU}</ul></nav><div class="breadcrumbs-wrap"><ul class="breadcrumbs list-none"><li><a href="/">Trang nhất</a></li><li><a href="/tt">Tin thị xã</a></li></ul></div>
<div class="row"><div class="col-sm-16 col-md-18"><div class="news_column panel panel-default"><div class="panel-body">
<h1 class="title margin-bottom-lg" itemprop="headline">{TITLE}</h1><div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ sáu - 12/03/2021 14:05</span></div><div class="col-md-12"><ul class="list-inline text-right"><li><a href="#" title="In ra">In ra</a></li></ul></div></div>
<div class="clearfix"><div class="hometext m-bottom" itemprop="description">{LEAD}</div><figure class="article center"><img alt="x" src="/uploads/xe.jpg" width="460"><figcaption>{CAPTION}</figcaption></figure></div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{_paragraphs()}</div><div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>{AUTHOR}</p></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><form id="form3B"><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p><span>Click để đánh giá bài viết</span></div></form></div></div>
<div class="news_column panel panel-default"><div class="panel-body other-news"><p class="h3"><strong>Những tin cũ hơn</strong></p><div class="clearfix"><ul class="related list-inline">{_others('<li><em class="fa fa-angle-right"></em><h4><a href="{url}">{title}</a></h4><em>({date})</em></li>')}</ul></div></div></div></div>
<div class="col-sm-8 col-md-6"><div class="panel"><div class="panel-heading">Thăm dò ý kiến</div><div class="panel-body">Bạn quan tâm gì nhất ở mã nguồn mở?</div></div></div></div><footer id="footer">{FOOT}</footer>""")


def portlets() -> str:
    """An enterprise portal: portlets, web content, an asset publisher."""
    return _page(
        f"""<div id="banner"><ul class="menu">{MENU}</ul></div><div class="columns-2" id="main-content"><div class="portlet-column"><div class="portlet-boundary"><div class="portlet-body">
<div class="journal-content-article"><div class="tin-chi-tiet"><p class="tieu-de-tin">{TITLE}</p><span class="ngay-dang">12/03/2021 | 14:05</span><p class="tom-tat"><strong>{LEAD}</strong></p>
<div class="noi-dung-tin"><p style="text-align:center"><img src="/documents/xe.jpg"></p><p style="text-align:center"><em>{CAPTION}</em></p>{_paragraphs()}<p style="text-align:right"><strong>{AUTHOR}</strong></p></div></div></div>
<div class="asset-links"><h2 class="asset-links-title">Tin liên quan</h2><ul class="asset-links-list">{_others('<li class="asset-links-list-item"><a href="{url}">{title}</a> <span>({date})</span></li>')}</ul></div></div></div></div>
<div class="portlet-column side"><h2 class="portlet-title">Thông báo</h2><ul><li><a href="/tb">Thông báo tuyển dụng viên chức sự nghiệp giáo dục năm nay</a></li></ul></div></div><div id="footer">{FOOT}</div>""",
        title="Cổng thông tin điện tử thị xã Vân Giang",
    )


def modules() -> str:
    """A module framework on ASP.NET: numbered containers, spans for fields."""
    return _page(
        f"""<form method="post" action="/tin.aspx?id=9" id="Form"><input type="hidden" name="__VIEWSTATE" value="{"x" * 900}"><div id="menuPane"><ul>{MENU}</ul></div>
<div id="dnn_ContentPane" class="contentpane"><div class="DnnModule DnnModule-500"><div class="module-head"><span class="head">Tin tức - Sự kiện</span></div><div id="dnn_ctr500_View_pnl"><table width="100%"><tr><td>
<span id="dnn_ctr500_View_lblTitle" class="bold">{TITLE}</span><br><span id="dnn_ctr500_View_lblDate">(Cập nhật: 12/03/2021 14:05)</span></td></tr><tr><td><span id="dnn_ctr500_View_lblSummary"><b>{LEAD}</b></span></td></tr>
<tr><td><div id="dnn_ctr500_View_lblBody">{_paragraphs()}<div style="text-align: right"><b>{AUTHOR}</b></div></div></td></tr></table>
<div><b>Các bài đã đăng:</b></div><table>{_others('<tr><td>»</td><td><a href="{url}">{title}</a> ({date})</td></tr>')}</table></div></div></div><div id="dnn_BottomPane">{FOOT}</div></form>""",
        title="UBND thị xã Vân Giang > Tin tức",
    )


def blog_theme() -> str:
    """The most common blog system of the world, with a theme and its plugins."""
    return _page(
        f"""<div id="page" class="site"><header id="masthead" class="site-header"><nav id="site-navigation"><ul>{MENU}</ul></nav></header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-9" class="post-9 post type-post status-publish format-standard hentry category-tin-tuc"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Đăng ngày <time class="entry-date published" datetime="2021-03-12T14:05:00+07:00">12/03/2021</time></span> <span class="byline">bởi <span class="author vcard"><a class="url fn n" href="/author/kv">{AUTHOR}</a></span></span></div></header>
<div class="entry-content"><p><strong>{LEAD}</strong></p><div class="wp-caption aligncenter"><img src="/wp-content/xe.jpg"><p class="wp-caption-text">{CAPTION}</p></div>{_paragraphs()}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Chia sẻ:</h3><ul><li><a href="#">Facebook</a></li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">Đăng trong <a href="/cat">Tin tức</a></span></footer></article><div class="yarpp-related"><h3>Bài viết liên quan</h3><ol>{_others('<li><a href="{url}">{title}</a> <small>{date}</small></li>')}</ol></div>
<div id="comments" class="comments-area"><h2 class="comments-title">2 bình luận</h2><ol class="comment-list"><li><p>Tuyến xe này rất cần cho công nhân chúng tôi, mong thị xã mở thêm tuyến khác nữa nhé.</p></li></ol></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2 class="widget-title">Bài mới</h2><ul><li><a href="/z">Một bài viết mới được đăng hôm nay trên trang</a></li></ul></section></aside></div><footer id="colophon">{FOOT}</footer></div>""",
        title=f"{TITLE} &#8211; UBND thị xã Vân Giang",
    )


def intranet_portal() -> str:
    """A document portal's publishing pages: web parts, controls, a read counter, a link to the full text."""
    return _page(
        f"""<div id="s4-workspace"><div class="s4-title"><h1><a href="/">Home</a></h1></div><div class="menu-top"><ul>{MENU}</ul></div><table width="100%"><tr><td class="left-col"><div class="vbm-title">VĂN BẢN MỚI</div><div><a href="/vb1">Số: 15/QĐ-UBND</a></div><div>Ngày: 02/03/2021</div></td>
<td class="center-col"><table class="newsdetail"><tr><td class="FolderTitle">Giao thông đô thị</td><td class="Time">(12.03.2021 14:05)</td></tr><tr><td colspan="2"><p class="Title">{TITLE}</p></td></tr><tr><td colspan="2"><b>{LEAD}</b></td></tr>
<tr><td colspan="2"><div class="ExternalClass12AB34">{_paragraphs()}<table align="center"><tr><td><img src="/img/xe.jpg"></td></tr><tr><td>{CAPTION}</td></tr></table><p>Tin, ảnh: {AUTHOR}</p></div></td></tr><tr><td>Số lượt người xem: 12 <a href="#">Bản in</a> <a href="#">Quay lại</a></td></tr></table>
<p class="OtherTitle">TIN ĐÃ ĐƯA</p><ul>{_others('<li><a href="{url}">{title}</a> ({date})</li>')}</ul></td><td class="right-col"><h3>SỐ LƯỢT TRUY CẬP</h3><div>0</div><div>2</div><div>7</div></td></tr></table><div class="Footer">{FOOT}</div></div>""",
        title="Trang chủ - Trang thông tin điện tử thị xã Vân Giang",
    )


SYSTEMS = (community_cms, portlets, modules, blog_theme, intranet_portal)

"""Pages of many makes of Vietnamese portals, written by ourselves, with the truth beside each.

The truth was written before any reader saw the page; docs/reading.md says what was right at first sight. Stories are
invented; how a system names and nests its boxes is what its open templates and thousands of its pages have in common.
"""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Story = dict[str, Any]


@dataclass(frozen=True)
class Portal:
    """One page and its truth, as ../shared/pages/score.py takes it."""

    name: str
    url: str
    html: bytes
    truth: dict[str, Any]


STORIES: dict[str, Story] = {}
STORIES["thidua"] = {
    "title": "Phường Tân Hòa sơ kết phong trào thi đua 6 tháng đầu năm 2019",
    "lead": "Sáng 28/6, UBND phường Tân Hòa tổ chức hội nghị sơ kết phong trào thi đua yêu nước 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2019.",
    "body": [
        "Tham dự hội nghị có ông Lê Văn Thuận, Phó Chủ tịch UBND quận; đại diện Phòng Nội vụ cùng hơn 120 đại biểu của 14 khu phố.",
        "Theo báo cáo, phường đã vận động xây mới 5 căn nhà tình nghĩa, trao 230 suất học bổng và vận động hiến 1.400 m2 đất mở rộng hẻm.",
        "Tại hội nghị, 18 tập thể và 42 cá nhân được tặng giấy khen vì có thành tích xuất sắc trong phong trào thi đua.",
        "Phát biểu chỉ đạo, ông Lê Văn Thuận đề nghị phường tiếp tục nhân rộng các mô hình hay, chú trọng khen thưởng người trực tiếp lao động.",
    ],
    "cap": "Các tập thể, cá nhân nhận giấy khen tại hội nghị",
    "author": "Thu Hằng",
    "rel": [
        ("Quận trao Huân chương Lao động hạng Ba cho Trường Mầm non Sơn Ca", "24/06/2019"),
        ("Hội thi tìm hiểu Luật Thi đua, Khen thưởng thu hút 900 người", "20/06/2019"),
        ("Phát động đợt thi đua cao điểm chào mừng Quốc khánh 2/9", "18/06/2019"),
    ],
    "tags": ["thi đua", "khen thưởng"],
    "cat": "Thi đua khen thưởng",
    "iso": "2019-06-28",
    "d": "28/06/2019",
    "t": "09:15",
}
STORIES["thuyloi"] = {
    "title": "Kiểm tra công tác phòng, chống lụt bão tại hồ chứa nước Suối Đá",
    "lead": "Chiều ngày 14/8/2017, đoàn công tác của Sở Nông nghiệp và Phát triển nông thôn đã kiểm tra tình hình an toàn đập và phương án ứng phó mưa lũ tại hồ Suối Đá.",
    "body": [
        "Hồ Suối Đá có dung tích 12 triệu m3, tưới cho 850 ha lúa của ba xã phía nam huyện và cấp nước sinh hoạt cho hơn 6.000 hộ dân.",
        "Qua kiểm tra thực tế, mái thượng lưu đập xuất hiện một số vị trí sạt nhẹ, cửa van số 2 vận hành chậm do hệ thống điện đã xuống cấp.",
        "Đơn vị quản lý đã chuẩn bị 300 rọ thép, 2.000 bao tải và bố trí 15 người trực 24/24 giờ trong những ngày có mưa lớn.",
        "Kết luận buổi kiểm tra, Giám đốc Sở yêu cầu hoàn thành việc sửa chữa cửa van trước ngày 30/8 và diễn tập phương án sơ tán dân vùng hạ du.",
        "Dịp này, đoàn đã tặng quà cho lực lượng trực tại đập.",
    ],
    "cap": "Đoàn công tác kiểm tra cửa van số 2 của hồ Suối Đá",
    "author": "Trần Quốc Việt",
    "rel": [
        ("Ra quân nạo vét kênh mương nội đồng vụ hè thu", "10/08/2017"),
        ("Tập huấn kỹ thuật trồng dưa lưới trong nhà màng cho nông dân", "07/08/2017"),
        ("Hỗ trợ 40 hộ dân bị tốc mái sau cơn lốc đêm 2/8", "03/08/2017"),
        ("Nghiệm thu đề tài chọn giống lúa chịu mặn tại xã Bình Khê", "01/08/2017"),
    ],
    "tags": ["lụt bão", "hồ chứa"],
    "cat": "Tin hoạt động",
    "iso": "2017-08-14",
    "d": "14/08/2017",
    "t": "16:40",
}
STORIES["tuyendung"] = {
    "title": "Thông báo tuyển dụng viên chức Trung tâm Y tế huyện năm 2022",
    "lead": None,
    "body": [
        "Căn cứ Nghị định số 115/2020/NĐ-CP ngày 25/9/2020 của Chính phủ về tuyển dụng, sử dụng và quản lý viên chức;",
        "Trung tâm Y tế huyện thông báo tuyển dụng 12 viên chức, gồm 4 bác sĩ đa khoa, 6 điều dưỡng hạng IV và 2 kỹ thuật viên xét nghiệm.",
        "Thời gian nhận hồ sơ: từ ngày 10/5/2022 đến hết ngày 08/6/2022, trong giờ hành chính, tại Phòng Tổ chức - Hành chính của Trung tâm.",
        "Hình thức tuyển dụng: xét tuyển theo hai vòng; vòng 2 phỏng vấn về kiến thức, kỹ năng hoạt động nghề nghiệp của người dự tuyển.",
        "Trung tâm Y tế huyện thông báo để các cá nhân có nhu cầu biết và đăng ký dự tuyển.",
    ],
    "cap": None,
    "author": None,
    "rel": [
        ("Kế hoạch tiêm vắc xin phòng Covid-19 cho trẻ từ 5 đến 11 tuổi", "05/05/2022"),
        ("Danh sách cơ sở đủ điều kiện an toàn thực phẩm tháng 4/2022", "29/04/2022"),
        ("Thông báo lịch trực khám chữa bệnh dịp lễ 30/4 và 1/5", "27/04/2022"),
    ],
    "tags": [],
    "cat": "Thông báo",
    "iso": "2022-05-09",
    "d": "09/05/2022",
    "t": "08:00",
}
STORIES["vanhoa"] = {
    "title": "Lễ hội Cầu ngư làng chài Mỹ Thủy: Nét đẹp văn hóa của cư dân vùng biển",
    "lead": "Cứ đến rằm tháng Giêng hằng năm, người dân làng chài Mỹ Thủy lại náo nức chuẩn bị cho lễ hội Cầu ngư, cầu cho biển lặng sóng yên, tôm cá đầy khoang.",
    "body": [
        "Theo các bậc cao niên trong làng, lễ hội có từ hơn 200 năm trước, gắn với tục thờ cá Ông của ngư dân miền Trung.",
        "Phần lễ diễn ra từ sáng sớm với nghi thức nghinh Ông trên biển; 30 chiếc thuyền kết hoa nối đuôi nhau ra khơi trong tiếng trống rộn rã.",
        "“Năm nào tôi cũng đưa con cháu về dự hội, để chúng biết ông cha mình đã sống nhờ biển như thế nào”, cụ Nguyễn Thị Lài, 82 tuổi, chia sẻ.",
        "Phần hội sôi nổi với các trò chơi dân gian như kéo co, đua thuyền thúng, đan lưới và thi nấu ăn giữa các xóm.",
        "Năm 2018, lễ hội được đưa vào danh mục di sản văn hóa phi vật thể cấp tỉnh, mở ra hướng phát triển du lịch cộng đồng cho địa phương.",
    ],
    "cap": "Đội thuyền kết hoa chuẩn bị ra khơi trong lễ nghinh Ông",
    "author": "Phan Tấn Lực",
    "rel": [
        ("Về Mỹ Thủy nghe hò khoan bên bến nước", "02/03/2023"),
        ("Phục dựng nghề làm diều sáo ở thôn Đông", "25/02/2023"),
        ("Nghệ nhân cuối cùng của làng đan lưới", "21/02/2023"),
    ],
    "tags": ["lễ hội", "cầu ngư", "Mỹ Thủy"],
    "cat": "Văn hóa - Xã hội",
    "iso": "2023-03-06",
    "d": "06/03/2023",
    "t": "07:30",
}
STORIES["caicach"] = {
    "title": "Quận 15 đưa vào vận hành ki-ốt tra cứu hồ sơ hành chính tự động",
    "lead": "Người dân chỉ cần quét mã trên biên nhận là biết hồ sơ đang ở khâu nào, do ai xử lý và bao giờ có kết quả.",
    "body": [
        "Sáng 3/10, UBND Quận 15 khai trương 4 ki-ốt tra cứu hồ sơ đặt tại bộ phận một cửa, kết nối trực tiếp với phần mềm quản lý của thành phố.",
        "Bà Đỗ Thị Kim Ngân, Chánh Văn phòng UBND quận, cho biết trung bình mỗi ngày bộ phận một cửa tiếp nhận 350 hồ sơ, trong đó đất đai chiếm 40%.",
        "Sau một tháng thử nghiệm, số lượt người đến hỏi trực tiếp giảm gần một nửa, tỷ lệ hồ sơ đúng hạn đạt 98,7%.",
        "Trong quý IV, quận sẽ lắp thêm 11 ki-ốt tại các phường, đồng thời cho phép đánh giá mức độ hài lòng ngay trên màn hình.",
    ],
    "cap": "Người dân tra cứu hồ sơ tại ki-ốt ở bộ phận một cửa",
    "author": "Minh Khôi",
    "rel": [
        ("Thêm 25 dịch vụ công trực tuyến mức độ 4", "29/09/2016"),
        ("Quận 15 đối thoại với doanh nghiệp về thủ tục thuế", "22/09/2016"),
        ("Chấn chỉnh tác phong công vụ tại các phường", "15/09/2016"),
    ],
    "tags": ["cải cách hành chính"],
    "cat": "Cải cách hành chính",
    "iso": "2016-10-03",
    "d": "03/10/2016",
    "t": "14:20",
}
STORIES["gap"] = {
    "title": "Chủ tịch UBND tỉnh làm việc với huyện Krông Sơn về tiến độ các dự án trọng điểm",
    "lead": "Chiều 21/9, đồng chí Y Thanh Hà, Chủ tịch UBND tỉnh, chủ trì buổi làm việc với Ban Thường vụ Huyện ủy Krông Sơn về tiến độ các dự án trọng điểm trên địa bàn.",
    "body": [
        "Cùng dự buổi làm việc có lãnh đạo các sở: Kế hoạch và Đầu tư, Tài chính, Xây dựng, Giao thông vận tải.",
        "Báo cáo tại buổi làm việc, lãnh đạo huyện cho biết đến hết tháng 8, huyện đã giải ngân 46,2% kế hoạch vốn; còn 3 dự án vướng giải phóng mặt bằng.",
        "Sau khi nghe ý kiến của các sở, đồng chí Chủ tịch UBND tỉnh ghi nhận những nỗ lực của huyện và chỉ rõ những hạn chế cần khắc phục.",
        "Đồng chí yêu cầu huyện rà soát từng hộ dân bị ảnh hưởng, công khai phương án bồi thường và hoàn thành bàn giao mặt bằng trước ngày 31/10.",
    ],
    "cap": "Quang cảnh buổi làm việc",
    "author": "Y Krăk",
    "rel": [
        ("Bàn giao nhà đại đoàn kết cho hộ nghèo xã Đắk Rơ", "19/09/2020"),
        ("Đại hội thi đua yêu nước huyện lần thứ VI", "15/09/2020"),
        ("Trao quyết định nghỉ hưu cho cán bộ", "11/09/2020"),
    ],
    "tags": [],
    "cat": "Hoạt động lãnh đạo",
    "iso": "2020-09-21",
    "d": "21/09/2020",
    "t": "17:05",
}
STORIES["pv"] = {
    "title": "“Khen thưởng phải đến được với người lao động trực tiếp”",
    "lead": "Nhân dịp kỷ niệm Ngày truyền thống ngành, chúng tôi có cuộc trao đổi với bà Mai Thị Hòa, Trưởng Ban Thi đua - Khen thưởng tỉnh, về những đổi mới trong công tác khen thưởng.",
    "body": [
        "Thưa bà, tỷ lệ khen thưởng người lao động trực tiếp những năm qua ra sao?",
        "Bà Mai Thị Hòa: Ba năm trước, tỷ lệ này chỉ khoảng 28%. Năm ngoái đã lên 47%, và mục tiêu của chúng tôi đến năm 2025 là trên 60%.",
        "Để đạt mục tiêu đó, Ban có những giải pháp gì?",
        "Bà Mai Thị Hòa: Chúng tôi giao chỉ tiêu cho từng đơn vị, trả hồ sơ nếu danh sách chỉ toàn lãnh đạo, đồng thời tự phát hiện gương tốt qua báo chí và mạng xã hội.",
        "Xin cảm ơn bà!",
    ],
    "cap": "Bà Mai Thị Hòa, Trưởng Ban Thi đua - Khen thưởng tỉnh",
    "author": "Hồng Loan",
    "rel": [
        ("Người thợ hàn có 14 sáng kiến", "02/06/2021"),
        ("Cô giáo vùng biên và lớp học xóa mù chữ", "28/05/2021"),
        ("Nữ bí thư chi bộ làm giàu từ cây mắc ca", "20/05/2021"),
    ],
    "tags": ["phỏng vấn"],
    "cat": "Phỏng vấn",
    "iso": "2021-06-10",
    "d": "10/06/2021",
    "t": "10:10",
}


MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Hỏi đáp", "Liên hệ")
FOOT = (
    "Cơ quan chủ quản: Ủy ban nhân dân",
    "Giấy phép số 25/GP-STTTT do Sở Thông tin và Truyền thông cấp",
    "Địa chỉ: 12 Nguyễn Huệ - Điện thoại: 028.38223344 - Email: banbientap@example.vn",
)
PAGES: list[Portal] = []


def menu(tag="li", names=""):
    return "".join(f'<{tag}{names}><a href="/m{i}">{m}</a></{tag}>' for i, m in enumerate(MENU))


def foot(tag="p"):
    return "".join(f"<{tag}>{line}</{tag}>" for line in FOOT)


def paragraphs(lines, form="<p>{}</p>"):
    return "".join(form.format(line) for line in lines)


def others(story, form):
    return "".join(form.format(u=f"/tin/r{i}.html", t=title, d=date) for i, (title, date) in enumerate(story["rel"]))


def day(story):
    return story["iso"]


def no_lead(story):
    return None


def lead_and_body(story):
    return "\n".join([story["lead"], *story["body"]])


def side():
    return '<div class="panel"><div class="panel-heading">Thống kê truy cập</div><ul><li>Đang truy cập <span>12</span></li><li>Hôm nay <span>1,204</span></li><li>Tổng lượt truy cập <span>9,876,543</span></li></ul></div>'


def page(name: str, url="http://so.example.vn/tin-tuc/bai-viet-77.html", **said: Any):
    """A page of a story; what it does not print, or prints otherwise, is *said*: values, or functions of the story."""

    def made(make: Callable[[Story], str]) -> Callable[[Story], str]:
        story = STORIES[name]
        truth = {
            "title": story["title"],
            "lead": story["lead"],
            "body": "\n".join(story["body"]),
            "byline": story["author"],
            "authors": [story["author"]] if story["author"] else [],
            "published": f"{story['iso']}T{story['t']}",
            "related": [{"title": title, "href": f"/tin/r{i}.html"} for i, (title, _) in enumerate(story["rel"])],
            "attachments": [],
            "captions": [story["cap"]] if story["cap"] else [],
            "tags": story["tags"],
        }
        truth |= {field: value(story) if callable(value) else value for field, value in said.items()}
        PAGES.append(Portal(make.__name__, url, make(story).encode(), truth))
        return make

    return made


@page("thidua", byline=lambda s: f"Tác giả: {s['author']}")
def nukeviet_default(s):
    return f"""<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#"><head><title>{s["title"]} - Tin tức - Phường Tân Hòa</title><meta name="description" content="{s["lead"][:120]}..."><meta property="og:title" content="{s["title"]}"><meta property="og:site_name" content="Phường Tân Hòa"><meta property="og:type" content="article"></head><body>
<noscript><div class="alert alert-danger">Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript. Website chỉ làm việc khi bạn bật nó trở lại.</div></noscript><div class="body-bg"><div class="wraper"><header><div class="container"><div id="header"><div class="logo"><a href="/"><img src="/uploads/logo.png"></a><span class="site_name">Phường Tân Hòa</span></div></div></div></header>
<nav class="second-nav" id="menusite"><div class="container"><div class="bg clearfix"><div class="menu"><ul class="nav navbar-nav">{menu()}</ul></div></div></div></nav><nav class="header-nav"><div class="container"><div class="current-time">Thứ tư, 25/11/2026, 08:11</div></div></nav>
<section><div class="container" id="body"><nav class="third-nav"><div class="row"><div class="breadcrumbs-wrap"><div class="display"><ul class="breadcrumbs list-none"></ul></div><ul class="subs-breadcrumbs"></ul><ul class="temp-breadcrumbs hidden" itemscope itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a href="/" itemprop="item" title="Trang nhất"><span itemprop="name">Trang nhất</span></a><i class="hidden" itemprop="position" content="1"></i></li><li><a class="show" href="/tt" itemprop="item"><span class="txt" itemprop="name">{s["cat"]}</span></a></li></ul></div></div></nav>
<div class="row"><div class="col-sm-16 col-md-18"><div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">{s["title"]}</h1><div class="hidden hide d-none" itemprop="author" itemtype="http://schema.org/Person" itemscope><span itemprop="name">admin</span></div><span class="hidden hide d-none" itemprop="datePublished">{s["iso"]}T{s["t"]}:00+07:00</span><span class="hidden hide d-none" itemprop="dateModified">2019-06-30T09:00:00+07:00</span><span class="hidden hide d-none" itemprop="description">{s["lead"]}</span><span class="hidden hide d-none" itemprop="mainEntityOfPage">http://x.example.vn/a.html</span><span class="hidden" itemprop="image" itemscope itemtype="http://schema.org/ImageObject"><span itemprop="url">/uploads/a.jpg</span></span><div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ sáu - {s["d"]} {s["t"]}</span></div><div class="col-md-12"><ul class="list-inline text-right"><li><a class="dimgray" rel="nofollow" title="Gửi bài viết qua email" href="javascript:void(0);"><em class="fa fa-envelope fa-lg">&nbsp;</em></a></li><li><a title="In ra" href="javascript:void(0);"><em class="fa fa-print fa-lg">&nbsp;</em></a></li></ul></div></div>
<div class="clearfix"><div class="hometext m-bottom">{s["lead"]}</div><figure class="article center"><img alt="{s["cap"]}" src="/uploads/a.jpg" width="460" class="img-thumbnail"/><figcaption>{s["cap"]}</figcaption></figure></div><div id="news-bodyhtml" class="bodytext margin-bottom-lg">{paragraphs(s["body"], '<div style="text-align: justify;">{}<br />&nbsp;</div>')}</div>
<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>{s["author"]}</p></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><form id="form3B" action=""><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: 0 trong 0 đánh giá</p><div style="padding: 5px;"><input class="hover-star" type="radio" value="1"/><span id="hover-test" style="margin: 0 0 0 20px;">Click để đánh giá bài viết</span></div></div></form></div></div>
<div class="news_column panel panel-default"><div class="panel-body"><div class="h5"><em class="fa fa-tags">&nbsp;</em><strong>Từ khóa: </strong><a title="thi đua" href="/tag/td"><em>thi đua</em></a>, <a title="khen thưởng" href="/tag/kt"><em>khen thưởng</em></a></div></div></div>
<div class="news_column panel panel-default"><div class="panel-body other-news"><p class="h3"><strong>Những tin cũ hơn</strong></p><div class="clearfix"><ul class="detail-related related list-none list-items">{others(s, '<li><em class="fa fa-angle-right">&nbsp;</em><h4><a href="{u}" data-placement="bottom" data-content="x" title="{t}">{t}</a></h4><em>({d})</em></li>')}</ul></div></div></div></div>
<div class="col-sm-8 col-md-6">{side()}</div></div></div></section></div><footer id="footer"><div class="wraper"><div class="container">{foot()}</div></div></footer></div></body></html>"""


@page("thuyloi", byline=None, authors=[], tags=[], published=day)
def nukeviet_old3(s):
    return f"""<html><head><title>{s["title"]}</title></head><body><div class="wrapper"><div id="topmenu"><ul>{menu()}</ul></div><div id="message">Ngày: 25/11/2026</div><div class="col-a1"><div class="news_column"><div class="breakcolumn"><a href="/">Trang nhất</a> » <a href="/t">{s["cat"]}</a></div><div id="news_detail"><h1>{s["title"]}</h1><span class="time">Đăng lúc: Thứ hai - {s["d"]} - Người đăng bài viết: <b>admin</b></span><div class="action fr right"><ul><li class="mail"><a href="#">Gửi bài viết qua email</a></li><li class="print"><a href="#">In ra</a></li><li class="savefile"><a href="#">Lưu bài viết này</a></li></ul></div><div class="clear"></div><div id="hometext"><div style="width:200px;"><img alt="{s["cap"]}" src="/u/1.jpg" width="200"/><p><em>{s["cap"]}</em></p></div><h2>{s["lead"]}</h2></div><div class="bodytext">{paragraphs(s["body"], "{}<br /><br />")}</div><p style="text-align:right">Nguồn tin: <strong>Văn phòng Sở</strong></p></div>
<div class="keywords">Từ khóa: <a href="#">n/a</a></div><div class="hr"></div><div class="news-vote">Đánh giá bài viết: <span>Tổng số điểm của bài viết là: 12 trong 3 đánh giá</span></div><div class="other-news"><h4>Những tin mới hơn</h4><ul>{others(s, '<li><a title="x" href="{u}">{t}</a> <span class="date">({d})</span></li>')}</ul></div></div></div><div class="col-b1">{side()}</div><div id="footer">{foot()}</div></div></body></html>"""


@page("caicach", byline=lambda s: s["author"], tags=[])
def liferay6_asset(s):
    return f"""<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><title>{s["title"]} - Tin tức - Cổng thông tin điện tử Quận 15</title></head><body class="yui3-skin-sam"><div class="container-fluid" id="wrapper"><header id="banner" role="banner"><div id="heading"><h1 class="site-title"><a class="logo" href="/"><img alt="Quận 15" src="/logo"></a></h1></div><nav id="navigation" role="navigation"><h1><span>Điều hướng</span></h1><ul>{menu()}</ul></nav></header><div id="content"><nav id="breadcrumbs"><ul class="breadcrumb breadcrumb-horizontal"><li class="first"><a href="/">Trang chủ</a><span class="divider">/</span></li><li class="active last"><a href="/tt">{s["cat"]}</a></li></ul></nav><div class="columns-1" id="main-content" role="main"><div class="portlet-layout row-fluid"><div class="portlet-column portlet-column-only span12" id="column-1"><div class="portlet-dropzone"><div class="portlet-boundary portlet-boundary_101_ portlet-asset-publisher" id="p_p_id_101_INSTANCE_a_"><span id="p_101"></span><section class="portlet" id="portlet_101"><header class="portlet-topper"><h1 class="portlet-title"><span>Chi tiết tin</span></h1></header><div class="portlet-content"><div class="portlet-body"><div class="header-back-to"><a href="/tt">« Trở lại</a></div><h1 class="header-title"><span>{s["title"]}</span></h1><div class="asset-full-content default-asset-publisher show-asset-title"><div class="asset-user-actions"><div class="print-action"><a href="#">In</a></div></div><div class="asset-content" id="a_b"><div class="journal-content-article"><div class="ngaytin">{s["t"]} {s["d"]}</div><div class="tomtat">{s["lead"]}</div><div class="noidung">{paragraphs(s["body"][:2])}<p style="text-align: center;"><img alt="" src="/documents/10/k.jpg" style="width: 600px;" /></p><p style="text-align: center;">{s["cap"]}</p>{paragraphs(s["body"][2:])}<p style="text-align: right;"><strong>{s["author"]}</strong></p></div></div><div class="asset-ratings">Xếp hạng trung bình (0 Phiếu bầu)</div><div class="asset-links"><h2 class="asset-links-title"><i class="icon-link"></i> Tin liên quan:</h2><ul class="asset-links-list">{others(s, '<li class="asset-links-list-item"><a href="{u}"><img src="/i.png"> {t}</a> ({d})</li>')}</ul></div></div></div></div></div></section></div></div></div></div></div></div><footer id="footer" role="contentinfo">{foot()}<p class="powered-by">Powered By <a href="#">Liferay</a></p></footer></div></body></html>"""


@page("vanhoa", byline=lambda s: f"Bài và ảnh: {s['author']}", tags=[])
def liferay7_vietnamese_theme(s):
    return f"""<!DOCTYPE html><html lang="vi-VN"><head><title>Chi tiết bài viết - Sở Văn hóa và Thể thao</title><meta property="og:title" content="{s["title"]}"></head><body><div class="wrapper"><div class="header-top"><span id="clock">Thứ Tư, 25/11/2026</span></div><div class="menu-main"><ul>{menu()}</ul></div><div class="container"><div class="row"><div class="col-md-9"><div class="portlet-content"><div class="bread-crumb"><a href="/">Trang chủ</a> <i>/</i> <a>{s["cat"]}</a></div><div class="detail-news"><div class="title-detail-news">{s["title"]}</div><div class="date-news"><i class="far fa-clock"></i> {s["d"]} {s["t"]} <span class="view"><i class="fas fa-eye"></i> 356</span></div><div class="font-size"><a>A-</a><a>A</a><a>A+</a></div><div class="desc-news"><b>{s["lead"]}</b></div><div class="content-news">{paragraphs(s["body"][:3], '<p style="text-align:justify"><span style="font-size:14px">{}</span></p>')}<figure class="image"><img src="/documents/20/le.jpg"><figcaption>{s["cap"]}</figcaption></figure>{paragraphs(s["body"][3:], '<p style="text-align:justify"><span style="font-size:14px">{}</span></p>')}<p style="text-align:right"><em><strong>Bài và ảnh: {s["author"]}</strong></em></p></div><div class="share-news"><span>Chia sẻ:</span> <a href="#">Facebook</a> <a href="#">Zalo</a></div></div><div class="other-news"><div class="title-other">Các tin khác</div><ul>{others(s, '<li><a href="{u}">{t}</a><span> - {d}</span></li>')}</ul></div></div></div><div class="col-md-3"><div class="box"><h3>Tin mới nhất</h3><ul><li><a href="/n1">Tuần phim kỷ niệm ngày giải phóng miền Nam tại rạp Tháng Tám</a></li><li><a href="/n2">Khai mạc giải cờ tướng các câu lạc bộ mở rộng lần thứ ba</a></li></ul></div></div></div></div><div class="footer">{foot()}</div></div></body></html>"""


@page("thidua", byline=lambda s: s["author"], tags=[], published=lambda s: s["iso"])
def sharepoint2010(s):
    return f"""<html dir="ltr"><head><title>{s["title"]}</title></head><body><form name="aspnetForm" method="post" action="x.aspx" id="aspnetForm"><div><input type="hidden" name="__VIEWSTATE" value="{"/wEP" * 300}"/></div><div id="s4-ribbonrow" class="s4-pr"><div id="s4-ribboncont"><ul><li><a href="#">Site Actions</a></li></ul></div></div><div id="s4-workspace"><div id="s4-bodyContainer"><div class="header"></div><div class="menu-horizontal"><ul class="root static">{menu("li", ' class="static"')}</ul></div><div id="MSO_ContentTable"><div class="s4-ca"><table width="100%"><tr><td valign="top"><div class="article article-body"><div class="breadcrumb"><span id="ctl00_x"><span><a title="Trang chủ" href="/">Trang chủ</a></span><span> &gt; </span><span>{s["cat"]}</span></span></div><div class="captioned-image"><div class="image"></div></div><div class="article-header"><div class="title">{s["title"]}</div><div class="date-line">{s["d"]}</div><div class="by-line"></div></div><div class="article-content"><div id="ctl00_PlaceHolderMain_ctl05_label" style='display:none'>Page Content</div><div id="ctl00_PlaceHolderMain_ctl05__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline" aria-labelledby="ctl00_PlaceHolderMain_ctl05_label"><p class="ms-rteElement-P"><strong class="ms-rteForeColor-2">{s["lead"]}</strong></p>{paragraphs(s["body"], '<p class="ms-rteElement-P" style="text-align:justify;">&#8203;{}</p>')}<p class="ms-rteElement-P" style="text-align:center"><img class="ms-rteImage-2" src="/PublishingImages/a.jpg"/><br/><em>{s["cap"]}</em></p><p class="ms-rteElement-P" style="text-align:right"><strong>{s["author"]}</strong></p></div></div></div><div class="tinkhac"><div class="tieude-tinkhac">Tin đã đưa</div><ul class="dfwp-list">{others(s, '<li class="dfwp-item"><div class="item link-item bullet"><a href="{u}" title="">{t}</a> <span class="ngay">({d})</span></div></li>')}</ul></div></td><td class="right">{side()}</td></tr></table></div></div><div class="footer">{foot("div")}</div></div></div></form></body></html>"""


@page("thuyloi", byline=None, authors=[], tags=[])
def sharepoint2013_webpart(s):
    return f"""<html><head><title>Tin tức - Sự kiện - Sở Nông nghiệp</title></head><body><form id="aspnetForm"><div id="DeltaPlaceHolderMain"><div class="ms-webpart-zone ms-fullWidth"><div id="MSOZoneCell_WebPartWPQ2" class="s4-wpcell-plain ms-webpartzone-cell"><div class="ms-webpart-chrome"><div class="ms-webpart-chrome-title"><h2 class="ms-webpart-titleText"><span>Chi tiết tin</span></h2></div><div class="ms-WPBody"><div class="news-detail"><h2 class="news-title">{s["title"]}</h2><p class="news-date">Cập nhật: {s["t"]}, {s["d"]}</p><div class="news-intro"><p><strong>{s["lead"]}</strong></p></div><div class="news-content"><div class="ExternalClassA1B2"><div>{paragraphs(s["body"], "<p>{}</p><p>​</p>")}<table cellpadding="0" cellspacing="0" align="center"><tbody><tr><td><img src="/HinhAnh/ho.jpg"/></td></tr><tr><td style="text-align:center;">{s["cap"]}</td></tr></tbody></table></div></div></div><div class="news-tools"><a href="javascript:window.print()">In bài viết</a> <a href="javascript:history.go(-1)">Quay lại</a> <a href="#top">Về đầu trang</a></div><div class="news-file">Tệp đính kèm: <a href="/DocLib/PA-ho-suoi-da.pdf">Phương án ứng phó</a></div></div><div class="news-other"><h3>Tin bài khác:</h3><table>{others(s, '<tr><td><img src="/i.gif"></td><td><a href="{u}">{t}</a></td><td>{d}</td></tr>')}</table></div></div></div></div></div></div><div id="ft">{foot("span")}</div></form></body></html>"""


PAGES[-1].truth["attachments"] = [{"name": "Phương án ứng phó", "href": "/DocLib/PA-ho-suoi-da.pdf"}]


@page("caicach", byline=lambda s: f"({s['author']})", tags=[], lead=lambda s: s["lead"], captions=[])
def dnn_news(s):
    return f"""<html><head><title>UBND Quận 15 > Tin tức > Chi tiết tin</title></head><body id="Body"><form method="post" action="/x" id="Form"><div id="dnn_HeaderPane"><div id="dnn_dnnMENU"><ul class="mainMenu">{menu()}</ul></div></div><table class="skinmaster"><tr><td id="dnn_LeftPane" class="leftpane" valign="top"><div class="c_head">Danh mục</div><ul><li><a href="/a">Tin nội bộ</a></li><li><a href="/b">Tin trong nước</a></li></ul></td><td id="dnn_ContentPane" class="contentpane" valign="top"><a name="481"></a><div class="c_container"><div class="c_head"><span id="dnn_ctr481_dnnTITLE_lblTitle" class="Head">{s["cat"]}</span></div><div id="dnn_ctr481_ContentPane" class="Normal"><div id="dnn_ctr481_ModuleContent"><div id="dnn_ctr481_ViewNews_pnlDetail"><div class="NewsTitle"><span id="dnn_ctr481_ViewNews_lblHeadline">{s["title"]}</span></div><div class="NewsDate">{s["d"]} {s["t"]}:00</div><div class="NewsHeadline"><span id="dnn_ctr481_ViewNews_lblDescription">{s["lead"]}</span></div><div class="NewsContent"><img src="/Portals/0/k.jpg" align="left" width="250"/><span id="dnn_ctr481_ViewNews_lblContent">{paragraphs(s["body"])}</span></div><div class="NewsAuthor" align="right"><span>({s["author"]})</span></div><div class="NewsBack"><a href="javascript:history.back()">[Trở về]</a></div></div><div class="OtherNews"><span class="OtherNewsHead">Các tin khác:</span><ul>{others(s, '<li><a class="LinkOther" href="{u}">{t}</a>&nbsp;<span class="DateOther">({d})</span></li>')}</ul></div></div></div></div></td></tr></table><div id="dnn_BottomPane">{foot()}</div></form></body></html>"""


@page("thidua", byline=lambda s: s["author"], tags=[], captions=[])
def joomla3(s):
    return f"""<!DOCTYPE html><html lang="vi-vn"><head><title>{s["title"]}</title><meta name="generator" content="Joomla! - Open Source Content Management"><meta name="author" content="Super User"></head><body class="site com_content view-article"><div class="body"><div class="container"><header class="header"><a class="brand" href="/"><span class="site-title">Phường Tân Hòa</span></a></header><nav class="navigation"><ul class="nav menu">{menu("li", ' class="item-101"')}</ul></nav><div class="row-fluid"><main id="content" role="main" class="span9"><ul class="breadcrumb" itemscope itemtype="https://schema.org/BreadcrumbList"><li>Bạn đang ở: &#160;</li><li itemprop="itemListElement"><a href="/" class="pathway"><span itemprop="name">Trang chủ</span></a><span class="divider"></span></li><li><a href="/c" class="pathway"><span itemprop="name">{s["cat"]}</span></a></li><li class="active"><span itemprop="name">{s["title"]}</span></li></ul><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="vi-VN"/><div class="page-header"><h2 itemprop="headline">{s["title"]}</h2></div><div class="icons"><div class="btn-group pull-right"><a class="btn dropdown-toggle" href="#"><span class="icon-cog"></span></a><ul class="dropdown-menu"><li class="print-icon"><a href="#">In</a></li><li class="email-icon"><a href="#">Email</a></li></ul></div></div><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Được viết bởi <span itemprop="name">Super User</span></dd><dd class="category-name">Chuyên mục: <a href="/c" itemprop="genre">{s["cat"]}</a></dd><dd class="published"><span class="icon-calendar"></span><time datetime="{s["iso"]}T{s["t"]}:00+07:00" itemprop="datePublished">Được đăng: {s["d"]} {s["t"]}</time></dd><dd class="hits"><span class="icon-eye-open"></span><meta itemprop="interactionCount" content="UserPageVisits:351"/>Lượt xem: 351</dd></dl><div itemprop="articleBody"><p><strong>{s["lead"]}</strong></p>{paragraphs(s["body"], '<p style="text-align: justify;">{}</p>')}<p style="text-align: right;"><strong><em>{s["author"]}</em></strong></p></div><ul class="pager pagenav"><li class="previous"><a class="hasTooltip" title="Tin trước" href="/p1" rel="prev"><span class="icon-chevron-left"></span> <span>Trước</span></a></li><li class="next"><a href="/p2" rel="next"><span>Tiếp theo</span></a></li></ul></div></main><div id="aside" class="span3"><div class="well"><h3 class="page-header">Tin mới</h3><ul class="latestnews">{"".join(f'<li><a href="/ln{i}"><span itemprop="name">Một tin mới số {i} của phường trong tuần vừa rồi</span></a></li>' for i in range(4))}</ul></div></div></div></div></div><footer class="footer">{foot()}</footer></body></html>"""


PAGES[-1].truth["related"] = []


@page("thuyloi", byline=lambda s: f"Tin, ảnh: {s['author']}", tags=["lụt bão", "hồ chứa"], published=day)
def joomla_k2(s):
    return f"""<html lang="vi-vn"><head><title>{s["title"]} - Sở Nông nghiệp và PTNT</title></head><body><div id="menu"><ul class="menu">{menu()}</ul></div><div id="k2Container" class="itemView"><span class="itemEdit"></span><div class="itemHeader"><span class="itemDateCreated">Thứ hai, 14 Tháng 8 2017</span><h2 class="itemTitle">{s["title"]}</h2><span class="itemAuthor">Viết bởi&nbsp;<a rel="author" href="/itemlist/user/42">Administrator</a></span></div><div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">font size</span><a href="#" id="fontDecrease"><span>decrease font size</span></a></li><li><a class="itemPrintLink" href="#"><span>In</span></a></li><li><a class="itemEmailLink"><span>Email</span></a></li></ul></div><div class="itemRatingBlock"><span>Bình chọn</span><div class="itemRatingForm"><div id="itemRatingLog42" class="itemRatingLog">(0 votes)</div></div></div><div class="itemBody"><div class="itemImageBlock"><span class="itemImage"><a class="modal" href="/x.jpg"><img src="/x_L.jpg" style="width:600px"/></a></span><span class="itemImageCaption">{s["cap"]}</span></div><div class="itemIntroText">{paragraphs([s["lead"]])}</div><div class="itemFullText">{paragraphs(s["body"])}<p><strong>Tin, ảnh: {s["author"]}</strong></p></div><div class="itemContentFooter"><span class="itemHits">Read <b>1223</b> times</span></div></div><div class="itemLinks"><div class="itemCategory"><span>Published in</span><a href="/c">{s["cat"]}</a></div><div class="itemTagsBlock"><span>Tagged under</span><ul class="itemTags"><li><a href="/t1">lụt bão</a></li><li><a href="/t2">hồ chứa</a></li></ul></div></div><div class="itemAuthorBlock"><div class="itemAuthorDetails"><h3 class="itemAuthorName"><a rel="author" href="/u">Administrator</a></h3></div></div><div class="itemRelated"><h3>Related items (by tag)</h3><ul>{others(s, '<li class="even"><a class="itemRelTitle" href="{u}">{t}</a></li>')}</ul></div><div class="itemBackToTop"><a class="k2Anchor" href="#top">back to top</a></div></div><div id="footer">{foot()}</div></body></html>"""


@page("vanhoa", byline=lambda s: s["author"], tags=lambda s: s["tags"])
def drupal7(s):
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{s["title"]} | Báo điện tử tỉnh</title><link rel="shortlink" href="/node/99"><meta name="Generator" content="Drupal 7"></head><body class="html not-front node-type-article"><div id="page"><div id="header"><div id="site-name"><a href="/">Báo điện tử tỉnh</a></div><ul id="main-menu" class="links">{menu()}</ul></div><div id="main"><div id="content" class="column"><div class="breadcrumb"><h2 class="element-invisible">Bạn đang ở đây</h2><a href="/">Trang chủ</a> » <a href="/vh">{s["cat"]}</a></div><a id="main-content"></a><h1 class="title" id="page-title">{s["title"]}</h1><div class="tabs"></div><div id="node-99" class="node node-article clearfix"><div class="meta submitted"><span>{s["d"]} - {s["t"]}</span></div><div class="content clearfix"><div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img src="/sites/default/files/le.jpg" width="620"/><blockquote class="image-field-caption"><p>{s["cap"]}</p></blockquote></div></div></div><div class="field field-name-field-sapo field-type-text-long field-label-hidden"><div class="field-items"><div class="field-item even">{s["lead"]}</div></div></div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{paragraphs(s["body"])}</div></div></div><div class="field field-name-field-tacgia field-label-hidden"><div class="field-items"><div class="field-item even">{s["author"]}</div></div></div><div class="field field-name-field-tags field-type-taxonomy-term-reference field-label-above"><div class="field-label">Từ khóa:&nbsp;</div><div class="field-items">{"".join(f'<div class="field-item even"><a href="/tags/{i}" typeof="skos:Concept">{t}</a></div>' for i, t in enumerate(s["tags"]))}</div></div></div><ul class="links inline"><li class="statistics_counter first last"><span>123 lượt đọc</span></li></ul></div><div id="block-views-lq" class="block block-views"><h2>Bài liên quan</h2><div class="content"><div class="view view-lq"><div class="view-content"><div class="item-list"><ul>{others(s, '<li class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="{u}">{t}</a></span></div><div class="views-field views-field-created"><span class="field-content">{d}</span></div></li>')}</ul></div></div></div></div></div></div></div><div id="footer">{foot()}</div></div></body></html>"""


@page("tuyendung", byline=None, authors=[])
def drupal9(s):
    return f"""<!DOCTYPE html><html lang="vi" dir="ltr"><head><title>{s["title"]} | Trung tâm Y tế huyện</title></head><body class="path-node page-node-type-thong-bao"><a href="#main-content" class="visually-hidden focusable">Nhảy đến nội dung</a><div class="dialog-off-canvas-main-canvas"><header role="banner"><nav role="navigation" class="block block-menu"><h2 class="visually-hidden">Main navigation</h2><ul class="menu">{menu()}</ul></nav></header><main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div id="block-page-title" class="block"><h1 class="page-title"><span class="field field--name-title field--type-string field--label-hidden">{s["title"]}</span></h1></div><article role="article" class="node node--type-thong-bao node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Được gửi bởi <span class="field field--name-uid"><span lang="" typeof="schema:Person" property="schema:name">quantri</span></span> vào <span class="field field--name-created">T2, {s["d"]} - {s["t"]}</span></div></footer><div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{paragraphs(s["body"])}</div><div class="field field--name-field-tep field--type-file field--label-above"><div class="field__label">Tệp đính kèm</div><div class="field__items"><div class="field__item"><span class="file file--mime-application-pdf"><a href="/sites/default/files/tb-tuyen-dung.pdf" type="application/pdf">tb-tuyen-dung.pdf</a></span> <span>(1.2 MB)</span></div></div></div></div></article><div class="views-element-container block"><h2>Thông báo khác</h2><div class="view-content">{others(s, '<div class="views-row"><div class="views-field-title"><a href="{u}" hreflang="vi">{t}</a></div><div class="views-field-created">{d}</div></div>')}</div></div></div></div></main><footer role="contentinfo">{foot()}</footer></div></body></html>"""


PAGES[-1].truth["attachments"] = [{"name": "x", "href": "/sites/default/files/tb-tuyen-dung.pdf"}]


@page("vanhoa", byline=lambda s: s["author"], tags=lambda s: s["tags"])
def wp_newspaper(s):
    return f"""<!doctype html><html lang="vi"><head><title>{s["title"]} - Tạp chí Biển</title><meta property="og:title" content="{s["title"]} - Tạp chí Biển"><meta property="og:site_name" content="Tạp chí Biển"><meta property="article:published_time" content="{s["iso"]}T00:30:00+00:00"><meta name="author" content="admin"><meta name="twitter:label1" content="Được viết bởi"><meta name="twitter:data1" content="admin"></head><body class="post-template-default single single-post"><div id="td-outer-wrap"><div class="td-header-wrap"><ul class="sf-menu">{menu()}</ul></div><article id="post-9" class="post-9 post type-post hentry" itemscope itemtype="https://schema.org/Article"><div class="td-container"><div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="/">Trang chủ</a></span> <i class="td-icon-right"></i> <span><a class="entry-crumb" href="/vh">{s["cat"]}</a></span> <i></i> <span class="td-bred-no-url-last">{s["title"]}</span></div></div><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/vh">{s["cat"]}</a></li></ul><header class="td-post-title"><h1 class="entry-title">{s["title"]}</h1><p class="td-post-sub-title">{s["lead"]}</p><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Bởi</div> <a href="/author/plt">{s["author"]}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{s["iso"]}T{s["t"]}:00+07:00">{s["d"]}</time></span><div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>0</a></div><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-9">221</span></div></div></header></div><div class="td-post-sharing-top"><div class="td-post-sharing td-ps-bg"><a href="#"><div class="td-social-but-text">Facebook</div></a></div></div><div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><a href="/l.jpg"><img class="entry-thumb" src="/l.jpg" width="696"></a><figcaption class="wp-caption-text">{s["cap"]}</figcaption></figure></div>{paragraphs(s["body"])}</div><footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li>{"".join(f'<li><a href="/tag/{i}">{t}</a></li>' for i, t in enumerate(s["tags"]))}</ul></div><div class="td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><div class="td-post-next-prev-content"><span>Bài trước</span><a href="/prev">Bài trước của chuyên mục nói về chuyện đóng thuyền</a></div></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author/plt">{s["author"]}</a></span></div><div class="td-author-description">Cộng tác viên của tạp chí, nhiều năm viết về biển đảo và đời sống của ngư dân.</div></div></div></footer><div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a class="td-related-left td-cur-simple-item">BÀI VIẾT LIÊN QUAN</a><a class="td-related-right">XEM THÊM</a></h4><div class="td_block_inner">{others(s, '<div class="td-related-span4"><div class="td_module_related_posts"><div class="item-details"><h3 class="entry-title td-module-title"><a href="{u}" rel="bookmark" title="{t}">{t}</a></h3></div></div></div>')}</div></div><div class="comments" id="comments"><div id="respond" class="comment-respond"><h3 id="reply-title">BÌNH LUẬN <small><a rel="nofollow" href="#">Hủy trả lời</a></small></h3></div></div></div></div></div></div></article><div class="td-footer-wrapper">{foot()}</div></div></body></html>"""


@page("caicach", byline=None, authors=[], tags=[], related=[], published=day)
def wp_flatsome(s):
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{s["title"]} - Quận 15</title><script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[{{"@type":"Article","headline":"{s["title"]}","datePublished":"{s["iso"]}T07:20:00+00:00","author":{{"name":"quan15","@id":"#p"}}}},{{"@type":"Person","@id":"#p","name":"quan15"}}]}}</script></head><body class="single"><div id="wrapper"><header id="header" class="header"><ul class="header-nav">{menu()}</ul></header><main id="main"><div id="content" class="blog-wrapper blog-single page-wrapper"><div class="row row-large"><div class="large-9 col"><article id="post-5" class="post-5 post type-post"><div class="article-inner"><header class="entry-header"><div class="entry-header-text entry-header-text-top text-left"><h6 class="entry-category is-xsmall"><a href="/c" rel="category tag">{s["cat"]}</a></h6><h1 class="entry-title">{s["title"]}</h1><div class="entry-divider is-divider small"></div><div class="entry-meta uppercase is-xsmall"><span class="posted-on">Posted on <a href="/p" rel="bookmark"><time class="entry-date published updated" datetime="{s["iso"]}T14:20:00+07:00">{s["d"]}</time></a></span><span class="byline"> by <span class="meta-author vcard"><a class="url fn n" href="/author/quan15">quan15</a></span></span></div></div></header><div class="entry-content single-page"><p><strong>{s["lead"]}</strong></p>{paragraphs(s["body"])}<div id="attachment_1" style="width: 610px" class="wp-caption aligncenter"><img src="/k.jpg" width="600"/><p class="wp-caption-text">{s["cap"]}</p></div><div class="blog-share text-center"><div class="is-divider medium"></div><div class="social-icons share-icons"><a href="#">f</a></div></div></div></div></article><nav role="navigation" id="nav-below" class="navigation-post"><div class="flex-row"><div class="nav-prev"><a href="/q" rel="prev"><span class="hide-for-small"></span> Lịch tiếp công dân tháng 10 của lãnh đạo quận</a></div></div></nav><div id="comments" class="comments-area"><div id="respond" class="comment-respond"><h3 id="reply-title">Để lại một bình luận</h3><p class="comment-notes">Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *</p></div></div></div><div class="post-sidebar large-3 col"><aside class="widget"><span class="widget-title">Bài viết mới</span><ul><li><a href="/bm">Thông báo cúp nước khu vực phường 3 và phường 4</a></li></ul></aside></div></div></div></main><footer id="footer">{foot()}</footer></div></body></html>"""


@page("thuyloi", byline=lambda s: s["author"], tags=[], published=lambda s: s["iso"] + "T" + s["t"])
def vnpt_portal(s):
    return f"""<html><head><title>Cổng thông tin điện tử huyện</title></head><body><form id="form1"><div class="wrap"><div id="menu">{menu("span")}</div><div class="ModuleWrapper"><div class="ArticleDetailControl"><table width="100%" cellpadding="0"><tr><td><div class="ArticleHeader">{s["title"]}</div></td></tr><tr><td><div class="ArticleDate">{s["d"]} {s["t"]}</div></td></tr><tr><td><div class="ArticleSummary">{s["lead"]}</div></td></tr><tr><td><div class="ArticleContent" id="divArticleDescription2">{paragraphs(s["body"][:2], '<div align="justify">{}</div>')}<div align="center"><img src="/Upload/ho.jpg" border="0"/></div><div align="center"><font color="blue"><em>{s["cap"]}</em></font></div>{paragraphs(s["body"][2:], '<div align="justify">{}</div>')}</div></td></tr><tr><td align="right"><span class="ArticleAuthor">{s["author"]}</span></td></tr><tr><td><div class="ArticleTool"><a href="#">Gửi email cho bạn bè</a> | <a href="#">In trang</a> | Lượt xem: 88</div></td></tr></table><div class="ArticleOther"><div class="ArticleOtherHeader">Các tin đã đưa ngày</div><ul>{others(s, '<li><a href="{u}">{t}</a> <span>[{d}]</span></li>')}</ul></div></div></div><div id="foot">{foot("div")}</div></div></form></body></html>"""


@page("thidua", byline=lambda s: s["author"], tags=[], published=day, lead=no_lead, body=lead_and_body, captions=[])
def asp_2005_table(s):
    return f"""<HTML><HEAD><TITLE>Trang tin dien tu Quan</TITLE><META http-equiv=Content-Type content="text/html; charset=utf-8"></HEAD><BODY bgColor=#ffffff leftMargin=0 topMargin=0><TABLE cellSpacing=0 cellPadding=0 width=780 align=center border=0><TR><TD colSpan=3><IMG src="images/banner.gif"></TD></TR><TR><TD colSpan=3 bgColor=#003399><FONT color=#ffffff>{" | ".join(f'<A href="default.asp?m={i}">{m}</A>' for i, m in enumerate(MENU))}</FONT></TD></TR><TR><TD vAlign=top width=150><TABLE width="100%">{"".join(f'<TR><TD><A href="c.asp?{i}">Chuyên mục {i}</A></TD></TR>' for i in range(6))}</TABLE></TD><TD vAlign=top width=480><TABLE width="100%" border=0><TR><TD class=tieude><B><FONT color=#cc0000 size=3>{s["title"]}</FONT></B></TD></TR><TR><TD class=ngay><I><FONT size=1>({s["d"]})</FONT></I></TD></TR><TR><TD class=noidung><P align=justify>{s["lead"]}</P>{paragraphs(s["body"], "<P align=justify>{}</P>")}<P align=right><B>{s["author"]}</B></P></TD></TR><TR><TD><HR><B>Các tin khác:</B></TD></TR>{others(s, '<TR><TD><IMG src="images/dot.gif"> <A href="{u}">{t}</A> <FONT size=1>({d})</FONT></TD></TR>')}</TABLE></TD><TD vAlign=top width=150><IMG src="images/qc.gif"></TD></TR><TR><TD colSpan=3 align=center><FONT size=1>{"<BR>".join(FOOT)}</FONT></TD></TR></TABLE></BODY></HTML>"""


@page("thuyloi", byline=lambda s: s["author"], tags=[], published=day)
def php_2009_table(s):
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{s["title"]}</title></head><body><table width="1000" align="center"><tr><td><ul id="nav">{menu()}</ul></td></tr><tr><td><table width="100%"><tr><td width="700" valign="top"><div class="bgtitle"><a href="/">Trang chủ</a> &raquo; <a href="/t">{s["cat"]}</a></div><p class="tintucTitle"><strong>{s["title"]}</strong></p><p class="ngaythang">Thứ hai, ngày 14 tháng 8 năm 2017</p><table width="300" align="left"><tr><td><img src="u/ho.jpg" width="300"></td></tr><tr><td align="center"><span style="font-size:11px;color:#666"><i>{s["cap"]}</i></span></td></tr></table><p style="text-align:justify"><b>{s["lead"]}</b></p>{paragraphs(s["body"], '<p style="text-align:justify">{}</p>')}<p align="right"><b><i>{s["author"]}</i></b></p><p><a href="javascript:history.back()">&laquo; Quay lại</a> | <a href="#" onclick="window.print()">In trang này</a></p><hr><p><b>CÁC BÀI VIẾT KHÁC</b></p><p>{others(s, '• <a href="{u}">{t}</a> ({d})<br>')}</p></td><td width="280" valign="top"><table><tr><td>THỜI TIẾT</td></tr><tr><td>Hà Nội 23°C</td></tr></table></td></tr></table></td></tr><tr><td align="center">{"<br>".join(FOOT)}</td></tr></table></body></html>"""


@page(
    "vanhoa",
    byline=lambda s: s["author"],
    tags=lambda s: s["tags"],
    url="https://bao.example.vn/le-hoi-cau-ngu-2023.htm",
)
def vccorp_like(s):
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{s["title"]}</title><meta name="description" content="{s["lead"]}"><meta property="og:title" content="{s["title"]}"><meta property="og:description" content="{s["lead"]}"><meta property="article:author" content="Báo Biển"><meta property="article:published_time" content="{s["iso"]}T{s["t"]}:00"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{s["title"][:60]}","datePublished":"{s["iso"]}T{s["t"]}:00+07:00","author":{{"@type":"Person","name":"{s["author"]}"}},"publisher":{{"@type":"Organization","name":"Báo Biển"}}}}</script></head><body><div class="header__nav"><ul>{menu()}</ul></div><div class="main"><div class="container"><div class="detail__main"><div class="detail-cate"><a href="/vh" data-role="cate-name">{s["cat"]}</a></div><div class="detail-top"><div class="detail-time"><div data-role="publishdate">{s["d"]} {s["t"]} GMT+7</div></div></div><h1 class="detail-title article-title" data-role="title">{s["title"]}</h1><div class="detail-author"><div class="author-info"><a class="name" href="/tac-gia/plt.htm" title="{s["author"]}">{s["author"]}</a></div></div><h2 class="detail-sapo" data-role="sapo">{s["lead"]}</h2><div class="VCSortableInPreviewMode" type="RelatedOneNews"><a href="/tin/inline.htm" class="VCCTitle">Một bài khác chèn giữa sapo và nội dung để đọc thêm</a></div><div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">{paragraphs(s["body"][:2])}<figure class="VCSortableInPreviewMode" type="Photo"><div><img data-original="/l.jpg" src="/l_thumb.jpg"></div><figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">{s["cap"]} - Ảnh: P.T.L.</p></figcaption></figure>{paragraphs(s["body"][2:])}<zone id="zone-x"></zone></div></div><div class="detail-tab"><a class="item" href="#">Quay lại Chuyên mục</a></div><div class="detail-tags"><div class="tag-title">Tag:</div><ul>{"".join(f'<li><a href="/tag/{i}.htm">{t}</a></li>' for i, t in enumerate(s["tags"]))}</ul></div><div class="detail-comment"><div class="box-comment"><p class="title-comment">Bình luận (0)</p><div>Tối đa: 1500 ký tự. Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận</div></div></div><div class="detail__related"><div class="box-title">Tin liên quan</div>{others(s, '<div class="box-category-item"><a class="box-category-link-title" href="{u}" title="{t}">{t}</a></div>')}</div></div><div class="detail__side"><div class="box-title">Tin mới</div><a href="/z1">Bài khác trong cột bên của trang báo</a></div></div></div><div class="footer">{foot()}</div></body></html>"""


PAGES[-1].truth["captions"] = [STORIES["vanhoa"]["cap"] + " - Ảnh: P.T.L."]
PAGES[-1].truth["related"].append(
    {"title": "Một bài khác chèn giữa sapo và nội dung để đọc thêm", "href": "/tin/inline.htm"}
)


@page("caicach", byline=lambda s: s["author"], tags=lambda s: s["tags"])
def epi_like(s):
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{s["title"]} | Báo Thành phố Online</title><meta property="og:title" content="{s["title"]}"><meta property="og:description" content="{s["lead"]}"></head><body><div class="site-header"><ul class="menu">{menu()}</ul></div><div class="site-body"><div class="container"><div class="main-column"><div class="breadcrumbs"><ul><li class="main"><a href="/c">{s["cat"]}</a></li></ul></div><div class="article"><h1 class="article__title cms-title">{s["title"]}</h1><div class="article__meta"><div class="article__author"><span class="cms-author">{s["author"]}</span></div><time class="time" datetime="{s["iso"]}T{s["t"]}:00+0700" data-time="1">{s["d"]} {s["t"]}</time></div><div class="article__social"><a class="social-item fb">Chia sẻ Facebook</a></div><div class="article__sapo cms-desc"><p>(Q15) – {s["lead"]}</p></div><div class="article__body cms-body zce-content-body" itemprop="articleBody"><table class="picture"><tbody><tr><td class="pic"><img data-photo-id="1" src="/k.jpg" class="cms-photo"></td></tr><tr><td class="caption"><p>{s["cap"]}</p></td></tr></tbody></table>{paragraphs(s["body"])}<div class="related-news notebox ncenter cms-relate" data-type="1"><article class="story"><figure class="story__thumb"></figure><h2 class="story__heading"><a class="cms-link" href="/tin/giua.html" title="x">Bài giữa dòng: chuyện những người trực bộ phận một cửa</a></h2></article></div></div><div class="article__tag"><h3 class="box-heading"><span class="title">Từ khóa</span></h3><div class="box-content">{"".join(f'<a href="/tag/{i}" title="x">#{t}</a>' for i, t in enumerate(s["tags"]))}</div></div><div class="article__related"><h3 class="box-heading"><a class="title">Tin cùng chuyên mục</a></h3><div class="box-content">{others(s, '<article class="story"><h2 class="story__heading"><a class="cms-link" href="{u}">{t}</a></h2><div class="story__meta"><time>{d}</time></div></article>')}</div></div></div></div><div class="sidebar"><h3>Đọc nhiều</h3></div></div></div><div class="site-footer">{foot()}</div></body></html>"""


PAGES[-1].truth["lead"] = "(Q15) – " + STORIES["caicach"]["lead"]
PAGES[-1].truth["related"].append(
    {"title": "Bài giữa dòng: chuyện những người trực bộ phận một cửa", "href": "/tin/giua.html"}
)


@page("thidua", byline=lambda s: s["author"] + " (TTXVN)", authors=lambda s: [s["author"]], tags=[])
def government_gazette(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title><meta property="og:site_name" content="Báo Điện tử"></head><body><div class="header"><div class="nav">{menu("span")}</div></div><div class="detail-container"><h1 class="detail__title">{s["title"]}</h1><div class="detail__meta"><span class="date">{s["d"]}&nbsp;&nbsp;{s["t"]}</span></div><h2 class="detail__summary">(Chinhphu.vn) - {s["lead"]}</h2><div class="detail__content"><div class="news-content">{paragraphs(s["body"][:1])}<figure class="expNoEdit"><img src="/a.jpg"/><figcaption><p>{s["cap"]} - Ảnh: VGP/Thu Hằng</p></figcaption></figure>{paragraphs(s["body"][1:])}<p style="text-align:right"><b>{s["author"]} (TTXVN)</b></p></div></div><div class="detail__share"><a href="#">Gửi email</a><a href="#">In bài viết</a></div><div class="box-related"><p class="box-title">Tin liên quan</p><ul>{others(s, '<li><a href="{u}">{t}</a></li>')}</ul></div><div class="comment-box"><p>Ý kiến của bạn</p></div></div><div class="footer">{foot()}</div></body></html>"""


PAGES[-1].truth["lead"] = "(Chinhphu.vn) - " + STORIES["thidua"]["lead"]
PAGES[-1].truth["captions"] = [STORIES["thidua"]["cap"] + " - Ảnh: VGP/Thu Hằng"]


@page("thuyloi", byline=lambda s: "Theo " + s["author"], authors=lambda s: [s["author"]], tags=[])
def bootstrap_home_made(s):
    return f"""<!doctype html><html lang="vi"><head><title>Sở Nông nghiệp | {s["title"]}</title></head><body><header><div class="top-bar"><div class="container"><span>Hotline: 1900 1234</span><span>Thứ tư, 25/11/2026</span></div></div><nav class="navbar navbar-default"><ul class="nav navbar-nav">{menu()}</ul></nav></header><div class="container"><ol class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/t">Tin tức</a></li><li class="active">{s["cat"]}</li></ol><div class="row"><div class="col-md-8"><div class="box-detail"><h3 class="text-primary">{s["title"]}</h3><p class="text-muted small"><i class="fa fa-calendar"></i> {s["t"]} - {s["d"]} <i class="fa fa-eye"></i> 512 lượt xem</p><p class="lead">{s["lead"]}</p><div>{paragraphs(s["body"][:3])}<p class="text-center"><img src="/h.jpg" class="img-responsive"><small>{s["cap"]}</small></p>{paragraphs(s["body"][3:])}<p class="text-right"><i>Theo {s["author"]}</i></p></div><div class="fb-like"></div><div class="well"><b>Tin cùng chuyên mục</b><ul class="list-unstyled">{others(s, '<li><i class="fa fa-caret-right"></i> <a href="{u}">{t}</a> <small class="text-muted">{d}</small></li>')}</ul></div></div></div><div class="col-md-4">{side()}</div></div></div><footer class="footer"><div class="container">{foot()}</div></footer></body></html>"""


@page(
    "caicach",
    byline=lambda s: "Tin và ảnh: " + s["author"],
    tags=[],
    published=lambda s: s["iso"] + "T" + s["t"],
    url="https://q15.example.vn/-/quan-15-dua-vao-van-hanh-ki-ot",
)
def portal_with_h2_sapo_and_no_names(s):
    return f"""<html><head><title>Tin tức - Quận 15</title></head><body><div>{menu("div")}</div><div><div><h2>{s["title"]}</h2><div>{s["d"]}, {s["t"]}</div><h4>{s["lead"]}</h4><div><p>{s["body"][0]}</p><p><img src="/k.jpg" width="500"></p><p><em>{s["cap"]}</em></p>{paragraphs(s["body"][1:])}<p><strong>Tin và ảnh: {s["author"]}</strong></p></div><div><a href="#">Lên đầu trang</a></div><div><h3>Tin đã đưa</h3><div>{others(s, '<div><a href="{u}">{t}</a> - {d}</div>')}</div></div></div></div><div>{foot("div")}</div></body></html>"""


@page("thuyloi", byline=lambda s: s["author"], tags=[], published=day, lead=no_lead, body=lead_and_body, captions=[])
def brs_and_fonts(s):
    return f"""<html><head><title>{s["title"]}</title></head><body><center><table width=760><tr><td>{" - ".join(f"<a href=/{i}>{m}</a>" for i, m in enumerate(MENU))}</td></tr><tr><td><font face="Times New Roman" size=4 color=navy><b>{s["title"]}</b></font><br><font size=1>Cập nhật ngày {s["d"]}</font><br><br><font face=Arial size=2>{"<br><br>".join([s["lead"]] + s["body"])}<br><br></font><div align=right><font face=Arial size=2><b>{s["author"]}</b></font></div><br><b>Tin liên quan:</b><br>{others(s, '<a href="{u}">+ {t}</a> <font size=1>({d})</font><br>')}</td></tr><tr><td align=center><hr>{"<br>".join(FOOT)}</td></tr></table></center></body></html>"""


PAGES[-1].truth["related"] = [
    {"title": a, "href": f"/tin/r{i}.html"} for i, (a, b) in enumerate(STORIES["thuyloi"]["rel"])
]


@page(
    "vanhoa", byline=lambda s: f"{s['author']} - Đài PTTH tỉnh", authors=lambda s: [s["author"]], tags=[], published=day
)
def webforms_labels(s):
    return f"""<html><head><title>Trang thông tin điện tử huyện</title></head><body><form id="form1" method="post"><input type="hidden" name="__VIEWSTATE" value="{"abc" * 500}"><div class="menu">{menu("span")}</div><div class="center"><span id="ContentPlaceHolder1_lblChuyenMuc" class="chuyenmuc">{s["cat"]}</span><div class="tin"><span id="ContentPlaceHolder1_lblTieuDe" class="TieuDeTin">{s["title"]}</span><br/><span id="ContentPlaceHolder1_lblNgayDang" class="NgayDang">Ngày đăng: {s["d"]}</span> <span class="LuotXem">Lượt xem: 1.024</span><p class="TrichDan"><span id="ContentPlaceHolder1_lblTrichDan">{s["lead"]}</span></p><div id="ContentPlaceHolder1_divNoiDung">{paragraphs(s["body"][:2], '<p class="MsoNormal" style="text-align:justify;text-indent:36pt"><span style="font-size:13pt">{}</span></p>')}<p class="MsoNormal" align="center"><img src="/l.jpg"/></p><p class="MsoNormal" align="center"><i><span style="font-size:11pt">{s["cap"]}</span></i></p>{paragraphs(s["body"][2:], '<p class="MsoNormal" style="text-align:justify;text-indent:36pt"><span style="font-size:13pt">{}<o:p></o:p></span></p>')}<p class="MsoNormal" align="right"><b>{s["author"]} - Đài PTTH tỉnh</b></p></div></div><div class="tinlienquan"><span class="tieudelq">Các tin liên quan</span><table id="ContentPlaceHolder1_DataList1">{others(s, '<tr><td><a id="x" href="{u}">{t}</a><span> ({d})</span></td></tr>')}</table></div></div><div class="bottom">{foot("div")}</div></form></body></html>"""


@page("tuyendung", byline=None, authors=[], published=None, related=[], published_machine=[])
def notice_without_date(s):
    return f"""<html><head><title>Trung tâm Y tế huyện</title></head><body><div id="top"><div id="time">25/11/2026 09:00:12</div>{menu("span")}</div><div id="content"><h1>{s["title"]}</h1><div class="content-detail">{paragraphs(s["body"])}<p style="text-align:center"><strong>KT. GIÁM ĐỐC</strong></p><p style="text-align:center"><strong>PHÓ GIÁM ĐỐC</strong></p><p style="text-align:center"><em>(Đã ký)</em></p><p style="text-align:center"><strong>Nguyễn Hữu Phước</strong></p></div><div class="files"><strong>Tài liệu đính kèm:</strong><ul><li><a href="/uploads/mau-phieu-du-tuyen.docx">Mẫu phiếu dự tuyển</a></li><li><a href="javascript:void(0)" onclick="window.open('/download.aspx?id=71')">Nội dung ôn tập</a></li></ul></div></div><div id="foot">{foot()}</div></body></html>"""


PAGES[-1].truth["attachments"] = [
    {"name": "a", "href": "/uploads/mau-phieu-du-tuyen.docx"},
    {"name": "b", "href": "/download.aspx?id=71"},
]


@page("thidua", byline=lambda s: s["author"], tags=[], published=day, related=[])
def article_in_bold_all(s):
    return f"""<html><head><title>{s["title"]} - Ban TĐKT</title></head><body><div class="mn">{menu("span")}</div><div class="td">{s["title"]}</div><div class="nd">({s["d"]})</div><div class="tt"><i>{s["lead"]}</i></div><div class="ct">{paragraphs(s["body"][:2])}<table class="image" align="center" border="0" width="500"><tbody><tr><td><img src="/hinh/a.jpg"></td></tr><tr><td class="image_desc">{s["cap"]}</td></tr></tbody></table>{paragraphs(s["body"][2:])}<p style="text-align:right;"><strong>{s["author"]}</strong></p></div><div class="luotxem">Số lần đọc: 77</div><div class="b">{foot("div")}</div></body></html>"""


@page("caicach", byline=lambda s: "Tác giả: " + s["author"], tags=lambda s: s["tags"], captions=[])
def modern_react_ssr(s):
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{s["title"]} | Quận 15</title></head><body><div id="__next"><div class="MuiAppBar-root"><nav>{menu("div")}</nav></div><div class="css-1abc"><div class="MuiContainer-root css-9x"><div class="css-2bcd"><a class="MuiTypography" href="/">Trang chủ</a><span>/</span><a href="/c">{s["cat"]}</a></div><h1 class="MuiTypography-h4 css-77">{s["title"]}</h1><div class="css-meta"><span>{s["t"]} {s["d"]}</span><span>Cỡ chữ</span></div><div class="css-sp">{s["lead"]}</div><div class="css-body"><div>{paragraphs(s["body"])}</div></div><div class="css-au"><p>Tác giả: {s["author"]}</p></div><div class="css-tag"><span>Từ khóa:</span>{"".join(f'<a href="/tag/{t}">{t}</a>' for t in s["tags"])}</div><div class="css-rel"><h2>Bài viết liên quan</h2><div class="grid">{others(s, '<div class="card"><a href="{u}"><img src="/x.jpg"/></a><a href="{u}"><h3>{t}</h3></a><p>{d}</p></div>')}</div></div></div></div><footer>{foot()}</footer></div></body></html>"""


@page("vanhoa", byline=lambda s: s["author"], tags=[], related=[], captions=[])
def lead_in_table_cell(s):
    return f"""<html><head><title>{s["title"]}</title></head><body><div id="m">{menu("span")}</div><div class="content"><table border="0" width="100%"><tr><td colspan="2" class="newsTitle">{s["title"]}</td></tr><tr><td colspan="2" class="newsDate">Thứ hai, {s["d"]}, {s["t"]}</td></tr><tr><td valign="top" width="120"><img src="/thumb.jpg" width="110"></td><td valign="top" class="newsBrief">{s["lead"]}</td></tr><tr><td colspan="2" class="newsBody">{paragraphs(s["body"])}<p align="right">{s["author"]}</p></td></tr></table></div><div class="f">{foot("div")}</div></body></html>"""


@page("thidua", byline=None, authors=[], tags=[], lead=no_lead, body=lead_and_body, captions=[])
def og_description_equals_plain_first(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title><meta property="og:title" content="{s["title"]}"><meta property="og:description" content="{s["lead"]}"><meta name="description" content="{s["lead"]}"></head><body><header><nav><ul>{menu()}</ul></nav></header><main><h1 class="entry-title">{s["title"]}</h1><p class="meta">{s["d"]} {s["t"]}</p><div class="entry-content"><p>{s["lead"]}</p>{paragraphs(s["body"])}</div><section class="related"><h3>Tin khác</h3><ul>{others(s, '<li><a href="{u}">{t}</a> ({d})</li>')}</ul></section></main><footer>{foot()}</footer></body></html>"""


@page("thuyloi", byline=lambda s: s["author"], tags=[], lead=no_lead, body=lead_and_body, captions=[])
def plain_start_bold_subheads(s):
    b = s["body"]
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><nav>{menu("span")}</nav><div class="article-detail"><h1>{s["title"]}</h1><span class="date">{s["d"]} {s["t"]}</span><div class="article-content"><p>{s["lead"]}</p><p>{b[0]}</p><p><strong>Nhiều hạng mục xuống cấp</strong></p><p>{b[1]}</p><p>{b[2]}</p><p><strong>Khẩn trương sửa chữa trước mùa mưa</strong></p><p>{b[3]}</p><p>{b[4]}</p><p style="text-align: right"><strong>{s["author"]}</strong></p></div><div class="related-news"><div class="head">Tin liên quan</div>{others(s, '<div class="it"><a href="{u}">{t}</a></div>')}</div></div><footer>{foot()}</footer></body></html>"""


_b = STORIES["thuyloi"]["body"]
PAGES[-1].truth["body"] = "\n".join(
    [
        STORIES["thuyloi"]["lead"],
        _b[0],
        "Nhiều hạng mục xuống cấp",
        _b[1],
        _b[2],
        "Khẩn trương sửa chữa trước mùa mưa",
        _b[3],
        _b[4],
    ]
)


@page(
    "caicach",
    byline=lambda s: s["author"] + " - Lan Anh",
    authors=lambda s: [s["author"], "Lan Anh"],
    tags=[],
    related=[],
    captions=lambda s: [s["cap"] + "."],
)
def two_authors_and_captions_everywhere(s):
    b = s["body"]
    return f"""<html lang="vi"><head><title>{s["title"]} :: Quận 15</title></head><body><div class="menu">{menu("span")}</div><div id="detail"><h1 class="title">{s["title"]}</h1><div class="time">Thứ hai, {s["d"]} | {s["t"]}</div><div class="sapo">{s["lead"]}</div><div class="content"><p>{b[0]}</p><div style="text-align:center"><img src="/1.jpg"></div><p style="text-align:center"><span style="color:#0000cd"><em>{s["cap"]}.</em></span></p><p>{b[1]}</p><p><img src="/2.jpg"><br><em>Chánh Văn phòng UBND quận giới thiệu cách dùng ki-ốt. Ảnh: Lan Anh</em></p><p>{b[2]}</p><p><img src="/3.jpg"></p><p>Đông đảo người dân đến dùng thử trong ngày đầu</p><p>{b[3]}</p><p style="text-align:right"><strong>{s["author"]} - Lan Anh</strong></p></div></div><div class="footer">{foot()}</div></body></html>"""


@page("thidua", byline=lambda s: "BBT", authors=[], tags=[], published=day, captions=[])
def desk_signs_source_follows(s):
    return f"""<html lang="vi"><head><title>Chi tiết tin tức</title></head><body><ul class="menu">{menu()}</ul><div class="main-content"><div class="title-cm"><a href="/c">{s["cat"]}</a></div><div class="news-detail-title">{s["title"]}</div><div class="news-detail-date">Ngày {s["d"]}</div><div class="news-detail-head"><p><b>{s["lead"]}</b></p></div><div class="news-detail-body">{paragraphs(s["body"])}<p align="right"><b>BBT</b></p><p align="right"><i>(Nguồn: Phòng Nội vụ quận)</i></p></div><div class="print"><a href="#">Bản in</a> <a href="#">Gửi bài viết</a> <a href="#">Phản hồi</a></div><div class="news-relate"><p>Các tin tiếp theo</p><ul>{others(s, '<li><a href="{u}">{t} ({d})</a></li>')}</ul></div></div><div class="foot">{foot()}</div></body></html>"""


@page("tuyendung", byline=None, authors=[], published=day)
def table_of_data(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="nav">{menu("span")}</div><div class="view-detail"><h2 class="tieu-de">{s["title"]}</h2><div class="ngay-dang-tin">{s["d"]}</div><div class="noi-dung-tin"><p>{s["body"][0]}</p><p>{s["body"][1]}</p><table border="1"><tr><td>STT</td><td>Vị trí</td><td>Số lượng</td></tr><tr><td>1</td><td>Bác sĩ đa khoa</td><td>4</td></tr><tr><td>2</td><td>Điều dưỡng hạng IV</td><td>6</td></tr><tr><td>3</td><td>Kỹ thuật viên xét nghiệm</td><td>2</td></tr></table><p>{s["body"][2]}</p><ul><li>Phiếu đăng ký dự tuyển theo mẫu;</li><li>Bản sao văn bằng, chứng chỉ.</li></ul><p>{s["body"][3]}</p><p>{s["body"][4]}</p></div><p><b>Tập tin đính kèm:</b> <a href="/f/tb12.doc">TB 12</a></p><div class="tin-cu"><h3>Thông báo cũ hơn</h3>{others(s, '<p><a href="{u}">{t}</a> <em>{d}</em></p>')}</div></div><div class="ft">{foot()}</div></body></html>"""


_t = STORIES["tuyendung"]["body"]
PAGES[-1].truth["attachments"] = [{"name": "x", "href": "/f/tb12.doc"}]
PAGES[-1].truth["body"] = "\n".join(
    [
        _t[0],
        _t[1],
        "STT | Vị trí | Số lượng",
        "1 | Bác sĩ đa khoa | 4",
        "2 | Điều dưỡng hạng IV | 6",
        "3 | Kỹ thuật viên xét nghiệm | 2",
        _t[2],
        "- Phiếu đăng ký dự tuyển theo mẫu;",
        "- Bản sao văn bằng, chứng chỉ.",
        _t[3],
        _t[4],
    ]
)


@page("vanhoa", byline=lambda s: f"Bài, ảnh: {s['author']}", tags=[])
def umbraco_grid(s):
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{s["title"]}</title></head><body class="frontpage theme-font-standard"><header><nav>{menu("span")}</nav></header><section class="section"><div class="container"><div class="page-heading"><h1>{s["title"]}</h1><p class="pub">{s["d"]} {s["t"]}</p></div><div class="umb-grid"><div class="grid-section"><div><div class='container'><div class="row clearfix"><div class="col-md-12 column"><div><p class="intro"><strong>{s["lead"]}</strong></p></div></div></div></div><div><div class='container'><div class="row clearfix"><div class="col-md-12 column"><div>{paragraphs(s["body"][:3])}</div></div></div></div></div><div><div class='container'><div class="row clearfix"><div class="col-md-12 column"><div><img src="/media/l.jpg"><p class="caption">{s["cap"]}</p>{paragraphs(s["body"][3:])}<p><em>Bài, ảnh: {s["author"]}</em></p></div></div></div></div></div></div></div></div><div class="row news-others"><h4>Xem thêm</h4>{others(s, '<div class="col-md-4"><a href="{u}"><h5>{t}</h5></a><time>{d}</time></div>')}</div></div></section><footer>{foot()}</footer></body></html>"""


@page(
    "thuyloi",
    byline=lambda s: s["author"],
    tags=[],
    url="http://so.example.vn/Default.aspx?sname=abc&sid=4&pageid=469&catid=6190&id=77",
    captions=[],
)
def egov_portal(s):
    return f"""<html><head><title>Cổng thông tin - Sở NN&amp;PTNT - Tin tức</title></head><body><div id="container"><div id="hdr"><ul>{menu()}</ul><div class="marquee"><marquee>Chào mừng bạn đến với Cổng thông tin điện tử của Sở, chúc bạn một ngày làm việc hiệu quả!</marquee></div></div><div id="ctn-left"><div class="path"><a href="/">Trang chủ</a> » <a href="/x">Tin tức</a> » <a href="/y">{s["cat"]}</a></div><div class="divContent"><div class="contentTitle">{s["title"]}</div><div class="contentDate">{s["d"]} {s["t"]}</div><div class="contentDesc"><img src="/t.jpg" class="thumb">{s["lead"]}</div><div class="contentBody"><div>{paragraphs(s["body"], '<p><span style="font-family: Arial">{}</span></p>')}</div></div><div class="contentAuthor"><b>{s["author"]}</b></div><div class="feedback"><a href="#">Ý kiến phản hồi</a><a href="#">Gửi cho bạn bè</a><a href="#">In bài này</a></div></div><div class="otherNews"><div class="otherTitle">CÁC TIN BÀI KHÁC:</div><div>{others(s, '<div class="otherItem">&#9658; <a href="{u}">{t}</a> <span>({d})</span></div>')}</div></div></div><div id="ctn-right">{side()}</div><div id="ftr">{foot("div")}</div></div></body></html>"""


@page(
    "thidua",
    byline=lambda s: s["author"],
    tags=[],
    lead=lambda s: "(HĐTĐKT) - " + s["lead"],
    published=lambda s: s["iso"] + "T" + s["t"],
    captions=[],
)
def hcm_department_like(s):
    return f"""<html><head><title>Hội đồng Thi đua Khen thưởng</title></head><body><div id="page"><div class="banner"></div><div class="mainmenu"><ul>{menu()}</ul></div><div class="col-main"><div class="cate-name"><h3>{s["cat"]}</h3></div><div class="article-title"><h2>{s["title"]}</h2></div><div class="article-date">{s["t"]} | {s["d"]}</div><div class="article-desc"><strong>(HĐTĐKT) - {s["lead"]}</strong></div><div class="article-content">{paragraphs(s["body"], '<p style="text-align:justify"><span style="font-size:12pt">{}</span></p>')}<p style="text-align:right"><strong>{s["author"]}</strong></p></div><div class="article-tools"><a class="print" href="#">In tin</a><a class="mail" href="#">Gửi tin</a><a class="top" href="#">Về đầu trang</a></div><div class="other"><div class="other-title">Tin khác</div><ul>{others(s, '<li><a href="{u}">{t}</a><span class="d">({d})</span></li>')}</ul></div></div><div class="col-right"><div class="box">{side()}</div></div><div class="footer">{foot()}</div></div></body></html>"""


@page("caicach", byline=None, authors=[], tags=[], related=[], published=day, captions=[])
def word_paste_in_portal(s):
    return f"""<html><head><title>Quận 15 - Tin tức</title></head><body><div class="nav">{menu("span")}</div><div class="detail"><div class="detail-title"><h1>{s["title"]}</h1></div><div class="detail-date">{s["d"]}</div><div class="detail-body"><!--[if gte mso 9]><xml></xml><![endif]--><p class="MsoNormal" style="margin:6pt 0in"><b style="mso-bidi-font-weight:normal"><span style="font-size:14.0pt">{s["lead"]}<o:p></o:p></span></b></p>{paragraphs(s["body"], '<p class="MsoNormal" style="margin:6pt 0in;text-align:justify"><span style="font-size:14.0pt">{}<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>')}</div><div class="btns"><a href="#">Về trang trước</a><a href="#">Bản in</a><a href="#">Gửi email</a></div><div>Lượt xem: 3456</div></div><div class="ft">{foot()}</div></body></html>"""


@page("vanhoa", byline=lambda s: s["author"].upper(), authors=lambda s: [s["author"].upper()], tags=[], related=[])
def lead_div_inside_body(s):
    return f"""<html lang="vi"><head><title>{s["title"]} - Tạp chí Văn hóa</title></head><body><header>{menu("span")}</header><section class="news-single"><h1>{s["title"]}</h1><div class="info"><span><i class="icon-time"></i>{s["d"]} {s["t"]}</span><span><i class="icon-eye"></i>5210</span><span><i class="icon-comment"></i>0</span></div><div class="body"><div class="desc">{s["lead"]}</div><div class="toc-box"><p>Nội dung bài viết</p><ul><li><a href="#a">Phần lễ</a></li><li><a href="#b">Phần hội</a></li></ul></div>{paragraphs(s["body"][:2])}<div class="photo"><img src="/x.jpg"><div class="photo-cap">{s["cap"]}</div></div>{paragraphs(s["body"][2:])}<div class="auth">{s["author"].upper()}</div></div></section><footer>{foot()}</footer></body></html>"""


@page(
    "thidua",
    byline=lambda s: "Nguyễn Thị Thu Hằng – Phòng Nội vụ",
    authors=["Nguyễn Thị Thu Hằng"],
    tags=[],
    published=lambda s: s["iso"],
    lead=no_lead,
    body=lead_and_body,
    captions=[],
)
def list_view_portal(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><div class="n">{menu("span")}</div><div class="x1"><div class="x2"><p class="x3">{s["title"]}</p><p class="x4">Đăng ngày {s["d"]}</p><div class="x5"><p>{s["lead"]}</p>{paragraphs(s["body"])}<p>Nguyễn Thị Thu Hằng – Phòng Nội vụ</p></div></div><div class="x6"><p class="x7">Có thể bạn quan tâm</p>{others(s, '<p class="x8"><a href="{u}">{t}</a></p>')}</div></div><div class="x9">{foot()}</div></body></html>"""


@page(
    "thuyloi",
    byline=lambda s: s["author"] + "/Báo Nông nghiệp",
    authors=lambda s: [s["author"]],
    tags=[],
    related=[],
    captions=[],
)
def video_page_and_ads(s):
    return f"""<html lang="vi"><head><title>{s["title"]}</title></head><body><nav>{menu("span")}</nav><div class="cookie-bar"><p>Chúng tôi sử dụng cookies để cải thiện trải nghiệm của bạn trên website. Bằng việc tiếp tục, bạn đồng ý với chính sách cookies.</p><button>Đồng ý</button></div><article><h1>{s["title"]}</h1><p class="meta"><span>{s["t"]} {s["d"]}</span></p><p class="sapo"><strong>{s["lead"]}</strong></p><div class="video"><video src="/v.mp4"></video></div><p>{s["body"][0]}</p><div class="ads"><p>Giảm giá 50% toàn bộ máy bơm nước, gọi ngay 0900 000 000 để được tư vấn miễn phí.</p></div><p>{s["body"][1]}</p><p><strong>Xem thêm: </strong><a href="/xt">Những hồ chứa cần nâng cấp khẩn trong năm nay</a></p>{paragraphs(s["body"][2:])}<p><strong>{s["author"]}/Báo Nông nghiệp</strong></p></article><div class="hotline">Đường dây nóng: 0912 345 678 - Mọi thông tin phản ánh xin gửi về tòa soạn</div><footer>{foot()}</footer></body></html>"""


PAGES[-1].truth["related"] = [{"title": "Những hồ chứa cần nâng cấp khẩn trong năm nay", "href": "/xt"}]

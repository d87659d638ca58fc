"""Articles, documents, galleries, front pages, forms, and pages that are no content, each with its kind; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

from collections.abc import Callable

from made_sites import (
    AROUND,
    LOGIN_BOX,
    MENU,
    SITE_NAMES,
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
    links,
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


def _page(
    name: str,
    around: Callable[..., str],
    title: str,
    path: str,
    main: str,
    *kinds: str,
    head: str = "",
    turned: bool = True,
) -> Made:
    return Made(
        name, HOST + path, around(title, main, SITE_NAMES[len(name) % 5], head), frozenset(kinds), turned=turned
    )


def _text(number: int, paragraphs: int) -> str:
    return "".join(f"<p>{say(number + at, 2 + at % 2)}</p>" for at in range(paragraphs))


def _others(number: int, count: int, label: str = "Tin khác", dated: bool = True) -> str:
    return (
        f"<div><b>{label}</b><ul>"
        + "".join(
            f'<li><a href="/tin/{flat(headline(n))}.html">{headline(n)}</a>{f" ({vn(day_of(n))})" if dated else ""}</li>'
            for n in range(number, number + count)
        )
        + "</ul></div>"
    )


def articles() -> list[Made]:
    h = headline
    return [
        _page("plain", bootstrap, h(1), f"/tin/{flat(h(1))}.html", f'<h1>{h(1)}</h1><p class="date">{vn(day_of(1))}</p>{_text(1, 6)}<p><b>Thu Hà</b></p>', "article"),
        _page("many-related", bootstrap, h(2), f"/tin/{flat(h(2))}.html", f'<h1 class="title">{h(2)}</h1><span>{vn(day_of(2))}</span>{_text(2, 3)}{_others(400, 12)}{_others(420, 12, "Tin cũ hơn")}', "article"),
        _page("short-many-related", portal, h(3), "/vi/tin/1234", f'<div class="title-news">{h(3)}</div><div class="ngay">Ngày {vn(day_of(3))}</div><p>{say(3, 2)}</p>{_others(400, 10, "Các tin khác")}', "article"),
        _page("very-short", dnn, h(4), f"/tin-tuc/{flat(h(4))}", f'<h1 class="edn_articleTitle">{h(4)}</h1><div class="edn_metaDetails">{vn(day_of(4))}</div><div class="edn_article"><p>{say(4, 1)}</p></div>', "article"),
        _page("one-picture", joomla, "Lịch tiếp công dân tháng 11 năm 2023 của lãnh đạo Sở", "/index.php/thong-bao/77-lich-tiep-cong-dan-thang-11-nam-2023-cua-lanh-dao-so", '<div class="item-page"><div class="page-header"><h2 itemprop="headline">Lịch tiếp công dân tháng 11 năm 2023 của lãnh đạo Sở</h2></div><time>01/11/2023</time><p><img src="/images/lich.jpg" width="700" alt=""></p></div>', "article"),
        _page("one-pdf", webforms, "Thông báo về việc nghỉ lễ Quốc khánh năm 2023", "/pages/tb.aspx?id=88", '<h3 class="tieude">Thông báo về việc nghỉ lễ Quốc khánh năm 2023</h3><span class="ngay">25/08/2023</span><iframe src="/viewer.aspx?f=tb88.pdf" width="100%" height="600"></iframe><a href="/files/tb88.pdf">Tải về</a>', "article"),
        _page("table-of-winners", wordpress, "Kết quả hội thi Tuyên truyền viên giỏi năm 2023", "/ket-qua-hoi-thi-tuyen-truyen-vien-gioi-nam-2023/", '<article class="post"><h1 class="entry-title">Kết quả hội thi Tuyên truyền viên giỏi năm 2023</h1><div class="entry-meta"><time datetime="2023-10-02T09:00:00+07:00">02/10/2023</time></div><div class="entry-content"><table><tr><th>TT</th><th>Họ tên</th><th>Đơn vị</th><th>Giải</th></tr>' + "".join(f"<tr><td>{n}</td><td>Nguyễn Văn {chr(65 + n)}</td><td>Xã số {n}</td><td>{'Nhất' if n == 1 else 'Khuyến khích'}</td></tr>" for n in range(1, 25)) + "</table></div></article>", "article"),
        _page("announcement-signed", tables, "Thông báo tuyển dụng viên chức năm 2022", "/?page=ct&id=31", f'<div align="center"><b>THÔNG BÁO</b><br><b>Tuyển dụng viên chức năm 2022</b></div><p>Căn cứ Luật Viên chức ngày 15/11/2010; căn cứ nhu cầu công tác, đơn vị thông báo tuyển dụng 5 viên chức như sau:</p><p>1. Vị trí việc làm: chuyên viên văn phòng, kế toán.</p><p>2. Thời gian nhận hồ sơ: đến hết ngày 30/6/2022.</p><p>{say(5, 1)}</p><p align="right"><b>GIÁM ĐỐC</b><br>(đã ký)<br><b>Lê Văn Hùng</b></p>', "article"),
        _page("question-answer", liferay, "Hỏi về thủ tục đăng ký kết hôn có yếu tố nước ngoài", "/web/guest/hoi-dap/-/hoi/451", f'<div class="qa"><h2 class="q-title">Hỏi về thủ tục đăng ký kết hôn có yếu tố nước ngoài</h2><p class="q-meta">Người hỏi: Trần Thị Mai - 12/05/2023</p><div class="q"><p>Tôi muốn hỏi hồ sơ gồm những giấy tờ gì, nộp ở đâu và mất bao lâu?</p></div><div class="a"><b>Trả lời:</b><p>{say(6, 3)}</p><p>{say(7, 2)}</p></div></div>', "article"),
        _page("video-post", hashed, "Phóng sự: Một ngày của cán bộ một cửa", "/video/phong-su-mot-ngay-cua-can-bo-mot-cua-v88.html", f'<h1 class="css-t">Phóng sự: Một ngày của cán bộ một cửa</h1><div class="css-d">14/09/2023 07:00</div><iframe src="https://www.youtube.com/embed/abc"></iframe><p>{say(8, 2)}</p>', "article", "gallery"),
        _page("live-blog", bootstrap, "Trực tiếp: Khai mạc kỳ họp thứ mười HĐND tỉnh", "/truc-tiep-khai-mac-ky-hop-thu-muoi-hdnd-tinh.html", "<h1>Trực tiếp: Khai mạc kỳ họp thứ mười HĐND tỉnh</h1>" + "".join(f'<div class="live"><time>{8 + n // 4}:{n % 4 * 15:02}</time><p>{say(n, 2)}</p></div>' for n in range(12)), "article"),
        _page("prev-next-posts", wordpress, h(9), f"/{flat(h(9))}/", f'<article class="post"><header><h1 class="entry-title">{h(9)}</h1></header><div class="entry-content">{_text(9, 4)}</div></article><nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous"><a href="/{flat(h(10))}/" rel="prev">Bài trước</a></div><div class="nav-next"><a href="/{flat(h(8))}/" rel="next">Bài sau</a></div></div></nav>', "article"),
        _page("prev-next-joomla", joomla, h(10), f"/index.php/tin-tuc/210-{flat(h(10))}", f'<div class="item-page"><div class="page-header"><h2 itemprop="headline">{h(10)}</h2></div>{_text(10, 3)}<ul class="pager pagenav"><li class="previous"><a href="/index.php/tin-tuc/209-{flat(h(9))}" rel="prev">&lt; Trước</a></li><li class="next"><a href="/index.php/tin-tuc/211-{flat(h(11))}" rel="next">Tiếp &gt;</a></li></ul></div>', "article", head=f'<link href="/index.php/tin-tuc/211-{flat(h(11))}" rel="next">'),
        _page("prev-next-node", drupal, h(11), "/node/511", f'<article role="article" class="node"><div class="node__content"><div class="field field--name-body">{_text(11, 4)}</div></div></article><ul class="book-pager"><li><a href="/node/510" rel="prev">‹</a></li><li><a href="/node/512" rel="next">›</a></li></ul>', "article"),
        _page("article-of-pages", bootstrap, h(12), f"/tin/{flat(h(12))}.html", f'<h1>{h(12)}</h1>{_text(12, 6)}<div class="page-links">Trang: <span>1</span> <a href="/tin/{flat(h(12))}.html?page=2">2</a> <a href="/tin/{flat(h(12))}.html?page=3">3</a></div>', "article", turned=False),
        _page("comments-paged", bootstrap, h(13), f"/tin/{flat(h(13))}.html", f'<h1>{h(13)}</h1><p class="date">{vn(day_of(13))}</p>{_text(13, 5)}<div id="comments"><h3>Bình luận (23)</h3>' + "".join(f'<div class="comment"><b>Bạn đọc {n}</b><p>Bài viết rất hay, mong địa phương tiếp tục làm tốt việc này cho bà con.</p></div>' for n in range(6)) + "</div>", "article"),
        _page("long-with-lists", sharepoint, h(14), "/SitePages/chitiet.aspx?ItemID=14", f'<div class="ms-rtestate-field"><h2>{h(14)}</h2><div>{vn(day_of(14))}</div>{_text(14, 12)}<ul><li>Một là, hoàn thành chỉ tiêu.</li><li>Hai là, nâng cao chất lượng.</li></ul></div>', "article"),
        _page("no-heading-font", tables, "Tin chi tiet", "/?page=ct&id=77", f'<font size="4" color="#990000"><b>{h(15)}</b></font><br><i>({vn(day_of(15))})</i><br>{say(15, 4)}<br><br>{say(16, 3)}<br><br>{say(17, 3)}', "article"),
        _page("title-is-site", portal, "Chi tiết tin", "/vi/chi-tiet-tin?id=16", f'<h3 class="tieude-tin">{h(16)}</h3><p class="thoigian">{vn(day_of(16))}</p>{_text(16, 3)}', "article"),
        _page("slug-only-bare", bare, h(17), f"/{flat(h(17))}.htm", f"<h2>{h(17)}</h2>{_text(17, 3)}", "article"),
        _page("divs-br-no-p", hashed, h(18), f"/{flat(h(18))}-post88.html", f'<div class="css-t9">{h(18)}</div><div class="css-d9">{vn(day_of(18))}</div><div class="css-b9">{say(18, 4)}<br><br>{say(19, 4)}<br><br>{say(20, 4)}</div>', "article"),
        _page("interview", bootstrap, "“Muốn dân tin thì phải làm thật”", "/phong-van/muon-dan-tin-thi-phai-lam-that.html", "<h1>“Muốn dân tin thì phải làm thật”</h1>" + "".join(f"<p><strong>* Thưa ông, vấn đề thứ {n} được thực hiện ra sao?</strong></p><p>- {say(n, 3)}</p>" for n in range(1, 5)), "article"),
        _page("poem", wordpress, "Bài thơ: Nhớ mùa nước nổi", "/bai-tho-nho-mua-nuoc-noi/", '<article class="post"><h1 class="entry-title">Bài thơ: Nhớ mùa nước nổi</h1><div class="entry-content"><p>Nước về trắng cả cánh đồng<br>Điên điển vàng nở bên sông quê nhà<br>Mẹ chèo xuồng nhỏ đường xa<br>Chở theo câu hát mặn mà tình quê<br>Chiều nghiêng bóng nắng ven đê<br>Con đi muôn nẻo vẫn về bến xưa</p><p>Trần Thanh</p></div></article>', "article"),
        _page("announcement-list-inside", bootstrap, "Danh sách thí sinh đủ điều kiện dự tuyển", "/thong-bao/danh-sach-thi-sinh-du-dieu-kien-du-tuyen", f"<h1>Danh sách thí sinh đủ điều kiện dự tuyển</h1><p>{say(21, 2)}</p><ul>" + "".join(f'<li><a href="/files/ds{n}.pdf">Danh sách thí sinh phòng thi số {n:02}</a></li>' for n in range(1, 9)) + "</ul>", "article"),
        _page("photo-essay", bootstrap, "Sắc màu chợ phiên vùng cao ngày giáp Tết", "/phong-su-anh/sac-mau-cho-phien-vung-cao-ngay-giap-tet.html", "<h1>Sắc màu chợ phiên vùng cao ngày giáp Tết</h1><p>" + say(22, 2) + "</p>" + "".join(f'<figure><img src="/p/{n}.jpg"><figcaption>Một góc chợ phiên nhìn từ trên cao vào buổi sáng sớm, ảnh thứ {n}.</figcaption></figure>' for n in range(10)), "article", "gallery"),
        _page("english-article", english, "City trains 300 officers in digital signatures", "/news/2024/city-trains-300-officers-in-digital-signatures/", "<article><h1>City trains 300 officers in digital signatures</h1><p>3 May 2024</p><p>More than 300 officers from 24 wards attended a week of training in digital signatures, the city said on Friday. The course will be repeated in June.</p><p>“It saves each citizen two visits,” said Tran Thi Lan, who leads the programme. Paper files will be accepted until the end of the year.</p></article>", "article"),
        _page("english-notice", english, "Office closed on Monday", "/notices/office-closed-on-monday", "<h1>Office closed on Monday</h1><p>The service counter will be closed on Monday 2 September. It opens again on Tuesday at 8 am.</p>", "article"),
        _page("docs-in-article", portal, "Ban hành Kế hoạch chuyển đổi số năm 2023", "/vi/tin/ban-hanh-ke-hoach-chuyen-doi-so-nam-2023", f"<h1>Ban hành Kế hoạch chuyển đổi số năm 2023</h1><div>12/01/2023</div><p>Ngày 10/01/2023, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND về chuyển đổi số. {say(23, 2)}</p>{_text(24, 3)}<p>Văn bản đính kèm: <a href='/vb/12.pdf'>12/KH-UBND</a></p>", "article"),
        _page("obituary", bootstrap, "Tin buồn", "/tin-buon-9981.html", "<h1>Tin buồn</h1><p>Ban Chấp hành Đảng bộ, Ban Giám đốc, Công đoàn cơ quan vô cùng thương tiếc báo tin: Đồng chí NGUYỄN VĂN TÁM, nguyên Phó Giám đốc Sở, đã từ trần hồi 3 giờ 15 phút ngày 02/8/2023. Lễ viếng bắt đầu lúc 8 giờ ngày 03/8/2023.</p>", "article"),
        _page("webforms-related-grid", webforms, h(25), "/pages/chitiet.aspx?ID=25", f'<h2 id="ctl00_lbTitle">{h(25)}</h2><span id="ctl00_lbDate">{vn(day_of(25))}</span>{_text(25, 3)}<div>Tin liên quan</div><table id="ctl00_gvKhac">' + "".join(f'<tr><td><a href="chitiet.aspx?ID={n}">{h(n)}</a></td><td>{vn(day_of(n))}</td></tr>' for n in range(410, 418)) + "<tr><td><a href=\"javascript:__doPostBack('ctl00$gvKhac','Page$2')\">2</a></td></tr></table>", "article", turned=False),
        # --- articles that sound like a broken page -------------------------------------------------------------------
        _page("about-not-found", bootstrap, "Không tìm thấy nạn nhân sau 3 ngày tìm kiếm", "/xa-hoi/khong-tim-thay-nan-nhan-sau-3-ngay-tim-kiem-771.html", f"<h1>Không tìm thấy nạn nhân sau 3 ngày tìm kiếm</h1><p>{vn(day_of(26))}</p><p>Lực lượng cứu hộ vẫn không tìm thấy thông tin nào về hai ngư dân mất tích. {say(26, 1)}</p>", "article"),
        _page("about-404-phone", bootstrap, "Lỗi 404 là gì và người dân cần làm gì khi gặp", "/chuyen-doi-so/loi-404-la-gi-va-nguoi-dan-can-lam-gi-khi-gap.html", f"<h1>Lỗi 404 là gì và người dân cần làm gì khi gặp</h1><p>Khi trang không tồn tại, trình duyệt báo lỗi 404 Not Found. Tổ công nghệ số cộng đồng hướng dẫn bà con kiểm tra lại địa chỉ.</p><p>{say(27, 2)}</p>", "article"),
        _page("short-404-hectares", portal, "Xử lý 404 trường hợp vi phạm", "/vi/tin/xu-ly-404-truong-hop-vi-pham", "<h2>Xử lý 404 trường hợp vi phạm</h2><p>09/09/2022</p><p>Trong tháng 8, lực lượng chức năng xử lý 404 trường hợp vi phạm trật tự đô thị, nộp ngân sách 1,2 tỷ đồng.</p>", "article"),
        _page("maintenance-as-news", webforms, "Thông báo tạm ngừng hệ thống dịch vụ công để bảo trì", "/pages/tb.aspx?id=93", "<h3>Thông báo tạm ngừng hệ thống dịch vụ công để bảo trì</h3><span>18/10/2023</span><p>Sở Thông tin và Truyền thông thông báo: hệ thống dịch vụ công trực tuyến của tỉnh tạm ngừng hoạt động từ 20 giờ ngày 20/10 đến 6 giờ ngày 21/10/2023 để bảo trì. Trong thời gian này người dân có thể nộp hồ sơ trực tiếp tại bộ phận một cửa.</p>", "article"),
        _page("login-box-beside", joomla, h(28), f"/index.php/tin/228-{flat(h(28))}", f'<div class="item-page"><h2>{h(28)}</h2><p>{say(28, 2)}</p></div>', "article"),
        _page("guide-to-log-in", bootstrap, "Hướng dẫn đăng nhập Cổng dịch vụ công bằng VNeID", "/huong-dan/huong-dan-dang-nhap-cong-dich-vu-cong-bang-vneid", f"<h1>Hướng dẫn đăng nhập Cổng dịch vụ công bằng VNeID</h1><p>Bước 1: mở trang dịch vụ công và chọn Đăng nhập.</p><p>Bước 2: vui lòng đăng nhập để tiếp tục bằng tài khoản định danh.</p><p>Bước 3: nhập mật khẩu và mã xác thực gửi về điện thoại.</p>{LOGIN_BOX}", "article"),
        _page("fake-site-gone", bootstrap, "Trang web giả mạo ngân hàng đã bị gỡ bỏ", "/an-ninh/trang-web-gia-mao-ngan-hang-da-bi-go-bo.html", "<h1>Trang web giả mạo ngân hàng đã bị gỡ bỏ</h1><p>15/03/2023</p><p>Trang web giả mạo đã bị gỡ và không còn tồn tại trên mạng sau khi cơ quan công an vào cuộc.</p>", "article"),
        _page("power-cut-500kv", bootstrap, "500 hộ dân bị mất điện do sự cố", "/doi-song/500-ho-dan-bi-mat-dien-do-su-co", "<h1>500 hộ dân bị mất điện do sự cố</h1><p>Đã xảy ra lỗi tại trạm biến áp khiến 500 hộ dân mất điện trong hai giờ.</p>", "article"),
        _page("english-not-found", english, "Missing hikers not found after two days", "/news/2023/missing-hikers-not-found-after-two-days/", "<h1>Missing hikers not found after two days</h1><p>Rescuers said on Sunday that three hikers were not found. The search has been suspended until the storm passes.</p>", "article"),
        _page("empty-of-words", bootstrap, "Không có bài viết nào được trao giải đặc biệt", "/van-nghe/khong-co-bai-viet-nao-duoc-trao-giai-dac-biet", "<h1>Không có bài viết nào được trao giải đặc biệt</h1><p>Ban giám khảo cuộc thi viết cho biết năm nay chưa có bài viết nào đạt giải đặc biệt.</p>", "article"),
        _page("session-of-council", portal, "Phiên họp thường kỳ hết hạn gửi tài liệu", "/vi/tin/phien-hop-thuong-ky-het-han-gui-tai-lieu", f"<h2>Phiên họp thường kỳ hết hạn gửi tài liệu</h2><p>{say(29, 2)}</p>", "article"),
    ]  # fmt: skip


def _rows(count: int, make: Callable[[int], str]) -> str:
    return "".join(make(n) for n in range(1, count + 1))


def documents_and_galleries() -> list[Made]:
    return [
        _page("eoffice-grid", webforms, "Văn bản chỉ đạo điều hành", "/pages/vanban.aspx", '<table id="ctl00_gvVB"><tr><th>STT</th><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>' + _rows(12, lambda n: f'<tr><td>{n}</td><td><a href="/pages/ctvb.aspx?id={n}">{n + 100}/QĐ-UBND</a></td><td>{vn(day_of(n))}</td><td>Quyết định về việc {headline(n).lower()}</td></tr>') + "</table>", "documents"),
        _page("portal-doc-list", portal, "Văn bản pháp quy", "/vi/van-ban", _rows(10, lambda n: f'<div class="vb"><a class="so" href="/vi/van-ban/{n}">{n}/KH-SNV</a><span class="ngay">{vn(day_of(n))}</span><p class="trich-yeu">Kế hoạch {headline(n).lower()}</p><a href="/files/{n}.pdf">Tải về</a></div>'), "documents"),
        _page("doc-record", bootstrap, "Quyết định 15/2023/QĐ-UBND", "/van-ban/15-2023-qd-ubnd", "<h1>Quyết định 15/2023/QĐ-UBND</h1><table><tr><td>Số ký hiệu</td><td>15/2023/QĐ-UBND</td></tr><tr><td>Ngày ban hành</td><td>12/04/2023</td></tr><tr><td>Cơ quan ban hành</td><td>UBND tỉnh</td></tr><tr><td>Người ký</td><td>Lê Văn Năm</td></tr><tr><td>Trích yếu</td><td>Quy định giá đất năm 2023</td></tr><tr><td>Tệp đính kèm</td><td><a href='/f/15.pdf'>15.pdf</a></td></tr></table>", "documents"),
        _page("sharepoint-docs", sharepoint, "Văn bản", "/VanBan/Forms/AllItems.aspx", '<table class="ms-listviewtable"><tr><th>Số hiệu</th><th>Trích yếu nội dung</th><th>Ngày ký</th><th>Loại văn bản</th></tr>' + _rows(9, lambda n: f'<tr><td>{n}/TB-SYT</td><td><a href="/VanBan/{n}.doc">Thông báo {headline(n).lower()}</a></td><td>{vn(day_of(n))}</td><td>Thông báo</td></tr>') + "</table>", "documents"),
        _page("liferay-docs-dl", liferay, "Hệ thống văn bản", "/web/guest/van-ban", _rows(8, lambda n: f'<div class="doc-item"><div><b>Số/Ký hiệu:</b> {n}/NQ-HĐND</div><div><b>Ngày ban hành:</b> {vn(day_of(n))}</div><div><b>Trích yếu:</b> <a href="/web/guest/van-ban/-/vb/{n}">Nghị quyết về {headline(n).lower()}</a></div></div>'), "documents"),
        _page("english-docs", english, "Legal documents", "/documents/", "<h1>Legal documents</h1><table><tr><th>Number</th><th>Date of issue</th><th>Subject</th><th>File</th></tr>" + _rows(8, lambda n: f'<tr><td>{n}/2023/QD-UBND</td><td>2023-0{n}-11</td><td>Decision on land prices of area {n}</td><td><a href="/f/{n}.pdf">PDF</a></td></tr>') + "</table>", "documents"),
        _page("photo-albums", bootstrap, "Thư viện ảnh", "/thu-vien-anh", "<h1>Thư viện ảnh</h1><div class='row'>" + _rows(9, lambda n: f'<div class="col-4"><a href="/thu-vien-anh/{n}"><img src="/a/{n}.jpg"></a><a href="/thu-vien-anh/{n}">Album {headline(n)[:30]}</a></div>') + "</div>", "gallery"),
        _page("one-album", portal, "Hình ảnh hoạt động", "/vi/hinh-anh/12", "<h2>Hình ảnh hoạt động</h2>" + _rows(16, lambda n: f'<a class="fancybox" href="/u/{n}.jpg"><img src="/u/{n}s.jpg"></a>'), "gallery"),
        _page("video-list", hashed, "Video", "/video", _rows(8, lambda n: f'<div class="css-v"><a href="/video/{n}"><img src="/v/{n}.jpg"><span class="css-p">▶ 03:1{n}</span></a><a href="/video/{n}">{headline(n)}</a></div>'), "gallery"),
        _page("joomla-phoca", joomla, "Thư viện hình ảnh", "/index.php/thu-vien", '<div id="phocagallery" class="pg-categories-view">' + _rows(10, lambda n: f'<div class="pg-cv-box"><a href="/index.php/thu-vien/{n}"><img src="/p/{n}.jpg"></a><div>Hội thao {n} (1{n})</div></div>') + "</div>", "gallery"),
        _page("wp-gallery-page", wordpress, "Album: Hội trại 26/3", "/album-hoi-trai-26-3/", '<article class="page"><h1 class="entry-title">Album: Hội trại 26/3</h1><div class="gallery">' + _rows(14, lambda n: f'<figure class="gallery-item"><a href="/wp-content/uploads/{n}.jpg"><img src="/wp-content/uploads/{n}-150x150.jpg"></a></figure>') + "</div></article>", "gallery"),
    ]  # fmt: skip


def fronts_and_forms() -> list[Made]:
    blocks = "".join(
        f'<div class="box"><h3><a href="/cm/{flat(word)}">{word}</a></h3><ul>{links(4, 30 + 5 * n, lambda k: f"/tin/{flat(headline(k))}")}</ul></div>'
        for n, word in enumerate(MENU[2:6])
    )
    return [
        _page("home-blocks", bootstrap, "Trang chủ", "/", blocks, "other"),
        _page("home-tables", tables, "Sở Nội vụ tỉnh Bình Minh", "/default.asp", "<table>" + _rows(10, lambda n: f'<tr><td><a href="?page=ct&id={n}">{headline(n)}</a><br>{say(n, 1)}</td></tr>') + "</table>", "other"),
        _page("home-aspx", webforms, "Trang chủ", "/Pages/Home.aspx", blocks, "other"),
        _page("home-liferay", liferay, "Trang chủ", "/web/guest/home", blocks, "other"),
        _page("home-newspaper", hashed, "Tin tức mới nhất, đọc báo online", "/", "".join(f'<div class="css-z"><a href="/{flat(headline(n))}-d{n}.html">{headline(n)}</a><p>{say(n, 1)}</p></div>' for n in range(40, 62)), "other"),
        _page("home-english", english, "Home", "/", '<h1>Welcome to the Department</h1><p>We serve the people of the city.</p><ul><li><a href="/news/a">Department opens new citizen service counter in district 4</a></li><li><a href="/news/b">Annual awards honour 120 teachers and nurses</a></li></ul><a href="/news/">All news</a>', "other"),
        _page("about", bootstrap, "Giới thiệu chung", "/gioi-thieu", f"<h1>Giới thiệu chung</h1>{_text(31, 5)}", "article", "other"),
        _page("contact", portal, "Liên hệ", "/vi/lien-he", '<h2>Liên hệ</h2><p>Địa chỉ: 15 Lê Lợi</p><form method="post"><input name="ten" placeholder="Họ tên"><input type="email" name="email"><textarea name="noidung"></textarea><button>Gửi</button></form>', "other"),
        _page("contact-map", wordpress, "Liên hệ", "/lien-he/", '<article class="page"><h1 class="entry-title">Liên hệ</h1><div class="entry-content"><p>Số 5 Hai Bà Trưng. Điện thoại: 0251.382.000. Email: vp@so.example</p><iframe src="https://maps.example/embed"></iframe></div></article>', "other"),
        _page("site-map", portal, "Sơ đồ cổng", "/vi/so-do-cong", "<h2>Sơ đồ cổng</h2><ul>" + "".join(f'<li><a href="/vi/{flat(word)}">{word}</a><ul><li><a href="/vi/{flat(word)}/a">Mục con một của {word}</a></li><li><a href="/vi/{flat(word)}/b">Mục con hai của {word}</a></li></ul></li>' for word in MENU) + "</ul>", "other"),
        _page("feedback-form", dnn, "Góp ý dự thảo", "/gop-y", '<span class="Head">Gửi ý kiến góp ý</span><table><tr><td>Họ và tên</td><td><input type="text" name="a"></td></tr><tr><td>Email</td><td><input type="text" name="b"></td></tr><tr><td>Nội dung</td><td><textarea name="c"></textarea></td></tr></table><input type="submit" value="Gửi">', "other"),
        _page("procedure", bootstrap, "Thủ tục cấp bản sao trích lục hộ tịch", "/thu-tuc/1.004", "<h1>Thủ tục cấp bản sao trích lục hộ tịch</h1><table><tr><th>Mã thủ tục</th><td>1.004</td></tr><tr><th>Cơ quan thực hiện</th><td>UBND xã</td></tr><tr><th>Trình tự thực hiện</th><td>Nộp hồ sơ tại bộ phận một cửa.</td></tr><tr><th>Thời hạn giải quyết</th><td>1 ngày</td></tr><tr><th>Lệ phí</th><td>8.000 đồng</td></tr></table>", "other"),
        _page("staff-directory", tailwind, "Danh bạ điện thoại", "/danh-ba", "<h1>Danh bạ điện thoại</h1><table><tr><th>Họ tên</th><th>Chức vụ</th><th>Điện thoại</th></tr>" + _rows(14, lambda n: f"<tr><td>Lê Thị {chr(64 + n)}</td><td>Chuyên viên</td><td>0251.38220{n:02}</td></tr>") + "</table>", "other", "article"),
        _page("english-about", english, "About", "/about/", "<h1>About</h1><p>The department was founded in 1976. It has nine divisions and 240 staff.</p>", "other", "article"),
        _page("survey", bootstrap, "Khảo sát mức độ hài lòng", "/khao-sat", "<h1>Khảo sát mức độ hài lòng</h1><form method='post'>" + _rows(6, lambda n: f'<p>Câu {n}: Ông/bà đánh giá thái độ phục vụ?</p><label><input type="radio" name="c{n}">Tốt</label><label><input type="radio" name="c{n}">Kém</label>') + "<textarea name='y'></textarea><button>Gửi</button></form>", "other"),
    ]  # fmt: skip


def broken() -> list[Made]:
    nothing = ("listing", "other")
    return [
        _page("404-bootstrap", bootstrap, "Không tìm thấy trang", "/tin/abc.html", '<div class="text-center"><h1>404</h1><p>Rất tiếc, trang bạn yêu cầu không tồn tại hoặc đã bị xóa.</p><a href="/">Về trang chủ</a></div>', "soft-404"),
        _page("404-title-is-site", portal, "Trang thông tin", "/vi/tin/99999", "<div class='alert'>Bài viết không tồn tại hoặc đã bị gỡ bỏ!</div>", "soft-404"),
        _page("404-webforms", webforms, "Thông báo", "/pages/chitiet.aspx?ID=999999", "<div><span id='ctl00_lb'>Nội dung này không còn tồn tại trên hệ thống.</span></div>", "soft-404"),
        _page("404-wordpress", wordpress, "Không tìm thấy trang", "/khong-co-bai-nay/", '<section class="error-404 not-found"><header class="page-header"><h1 class="page-title">Ồ! Không thể tìm thấy trang này.</h1></header><div class="page-content"><p>Có vẻ như không có gì ở đây. Bạn thử tìm kiếm xem sao?</p><form role="search"><input type="search" name="s"></form></div></section>', "soft-404"),
        _page("404-with-suggestions", hashed, "Trang không tồn tại", "/bai-cu-post1.html", "<div class='css-e'>Trang bạn truy cập không tồn tại</div><div class='css-s'>Mời bạn đọc các tin sau</div>" + "".join(f'<div class="css-y"><a href="/{flat(headline(n))}.html">{headline(n)}</a></div>' for n in range(70, 78)), "soft-404"),
        _page("404-joomla", joomla, "404 - Bài viết không được tìm thấy", "/index.php/tin/999-x", "<h1>404 - Bài viết không được tìm thấy</h1><p>Có thể bạn gõ sai địa chỉ, hoặc bài đã chuyển đi.</p>", "soft-404"),
        _page("404-drupal", drupal, "Page not found", "/node/99999", "<h1 class='page-title'>Page not found</h1>The requested page could not be found.", "soft-404"),
        _page("404-english", english, "Not found", "/news/old-story/", "<h1>Sorry, we can't find that page</h1><p>It may have been moved or deleted.</p>", "soft-404"),
        _page("404-iis-bare", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "404 - File or directory not found.", "/x.aspx", "<h1>Server Error</h1><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed.</h3>", "soft-404"),
        _page("404-short-alert", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "", "/tin?id=0", "Không tìm thấy bài viết!", "soft-404"),
        _page("404-liferay", liferay, "Tin tức", "/web/guest/-/xyz", '<div class="alert alert-error">Không tìm thấy nội dung được yêu cầu.</div>', "soft-404"),
        _page("404-dnn", dnn, "Tin tức", "/tin-tuc/ArticleId/99999", '<div class="dnnFormMessage dnnFormWarning">Bài viết này chưa được xuất bản hoặc đã bị xóa.</div>', "soft-404"),
        _page("removed-notice", tailwind, "Thông báo", "/p/77777", "<div class='p-8 text-center'>Tin này đã được gỡ bỏ theo yêu cầu.</div>", "soft-404"),
        _page("error-yellow", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "Object reference not set to an instance of an object.", "/pages/tin.aspx", "<h1>Server Error in '/' Application.</h1><h2><i>Object reference not set to an instance of an object.</i></h2><pre>[NullReferenceException: Object reference not set]</pre>", "error"),
        _page("error-php-inline", portal, "Tin tức", "/vi/tin", "<br /><b>Warning</b>: mysql_fetch_array() expects parameter 1 to be resource, boolean given in <b>/home/www/tin.php</b> on line <b>45</b><br />", "error"),
        _page("error-maintenance", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "Cổng thông tin điện tử", "/", "<div style='text-align:center'><h1>Website đang được bảo trì</h1><p>Xin lỗi vì sự bất tiện này. Vui lòng quay lại sau.</p></div>", "error"),
        _page("error-wp-maintenance", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "Bảo trì", "/tin/", "<p>Tạm thời không thể truy cập vì đang bảo trì theo kế hoạch. Hãy quay lại sau một phút.</p>", "error"),
        _page("error-busy", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "Thông báo", "/", "<p>Hệ thống đang quá tải, vui lòng thử lại sau ít phút.</p>", "error"),
        _page("error-english-503", english, "Service unavailable", "/news/", "<h1>We'll be back soon</h1><p>The site is down for scheduled maintenance.</p>", "error"),
        _page("error-liferay", liferay, "Lỗi", "/web/guest/tin", '<div class="portlet-msg-error">Tin tức hiện thời không khả dụng. Đã xảy ra lỗi khi xử lý yêu cầu.</div>', "error"),
        _page("login-page", bootstrap, "Đăng nhập", "/dang-nhap?ret=/noi-bo", '<h1>Đăng nhập hệ thống</h1><form method="post"><input name="u"><input type="password" name="p"><button>Đăng nhập</button></form>', "login"),
        _page("login-eoffice", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "Hệ thống quản lý văn bản và điều hành", "/qlvb/", '<form><table><tr><td>Tài khoản</td><td><input name="txtUser"></td></tr><tr><td>Mật khẩu</td><td><input type="password" name="txtPass"></td></tr></table><input type="submit" value="Đăng nhập"></form><p>Hỗ trợ kỹ thuật: 0909 000 111</p>', "login"),
        _page("login-required", drupal, "Truy cập bị từ chối", "/noi-bo/12", "<h1>Truy cập bị từ chối</h1><p>Bạn cần đăng nhập để xem nội dung này.</p>", "login", "error"),
        _page("login-sso", lambda t, m, s, h: f"<html><head><title>{t}</title></head><body>{m}</body></html>", "Sign in", "/adfs/ls/", '<div id="loginArea"><div>Sign in with your organizational account</div><form><input type="email"><input type="password"><span>Sign in</span></form></div>', "login"),
        _page("login-english", english, "Members", "/members/", "<h1>Members only</h1><p>Please log in to continue.</p><form><input name=u><input type=password name=p><button>Log in</button></form>", "login"),
        _page("empty-category", bootstrap, "Tuyển dụng", "/tuyen-dung", "<h1>Tuyển dụng</h1><p>Chưa có bài viết nào trong chuyên mục này.</p>", *nothing),
        _page("empty-updating", portal, "Dự án đầu tư", "/vi/du-an", "<h2>Dự án đầu tư</h2><p>Nội dung đang được cập nhật...</p>", *nothing),
        _page("empty-gridview", webforms, "Tin tức", "/pages/ds.aspx?cm=12", "<div><table id='ctl00_gv'><tr><td>Không có dữ liệu</td></tr></table></div>", *nothing),
        _page("empty-joomla", joomla, "Chuyên mục", "/index.php/chuyen-muc", '<div class="category-list"><h2>Chuyên mục</h2><p>Không có bài viết trong danh mục này. Nếu các danh mục con hiển thị, chúng có thể có bài viết.</p></div>', *nothing),
        _page("empty-search", bootstrap, "Tìm kiếm", "/tim-kiem?q=abcxyz", "<h1>Kết quả tìm kiếm</h1><form><input name=q value=abcxyz></form><p>Không tìm thấy kết quả nào cho từ khóa “abcxyz”.</p>", *nothing),
        _page("empty-search-wp", wordpress, "Kết quả tìm kiếm cho “abcxyz”", "/?s=abcxyz", '<header class="page-header"><h1 class="page-title">Kết quả tìm kiếm cho: abcxyz</h1></header><p>Xin lỗi, không có kết quả nào phù hợp với từ khóa tìm kiếm của bạn.</p>', *nothing),
        _page("empty-search-english", english, "Search", "/search?q=zzz", "<h1>Search</h1><p>No results found for “zzz”.</p>", *nothing),
        _page("empty-page-beyond-last", hashed, "Chuyển đổi số", "/chuyen-doi-so/trang-99", "<div class='css-h1'>Chuyển đổi số</div><div class='css-none'>Không còn bài viết nào.</div><a href='/chuyen-doi-so/trang-98'>Trang trước</a>", *nothing),
        _page("blank-main", AROUND[0], "Tin tức", "/tin-tuc/cm9", "", *nothing),
    ]  # fmt: skip


def pages() -> list[Made]:
    """All of them."""
    return [*articles(), *documents_and_galleries(), *fronts_and_forms(), *broken()]

"""A third set: live articles that sound dead, dead pages in many words, walls, lists of nothing; see made_sites.py."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from made_kinds_second import blade, elementor, frames2003, static_en, umbraco
from made_kinds_second import plain as nothing
from made_sites import (
    LOGIN_BOX,
    SITE_NAMES,
    Made,
    bootstrap,
    dnn,
    drupal,
    flat,
    hashed,
    headline,
    joomla,
    liferay,
    portal,
    tailwind,
    vn,
    webforms,
    wordpress,
)
from made_sites import day as day_of
from made_sites import says as say

HOST = "https://tt.example.vn"


def _in(shell: Callable[..., str]) -> Callable[[str, str], str]:
    if shell in (blade, elementor, frames2003, static_en, umbraco, nothing):
        return lambda title, main: shell(title, main)
    return lambda title, main: shell(title, main, SITE_NAMES[len(title) % 5])


def _one(name: str, shell: Callable[..., str], title: str, path: str, main: str, *kinds: str) -> Made:
    return Made(name, HOST + path, _in(shell)(title, main), frozenset(kinds))


def _story(name: str, shell: Callable[..., str], title: str, path: str, main: str) -> Made:
    return _one("3-a-" + name, shell, title, path, main, "article")


def live() -> list[Made]:
    """Articles, all of them."""
    return [
        _story("lost-dog", bootstrap, "Không tìm thấy chủ nhân của 12 chiếc xe máy", "/khong-tim-thay-chu-nhan-cua-12-chiec-xe-may-a1.html", "<h1>Không tìm thấy chủ nhân của 12 chiếc xe máy</h1><p>Công an phường thông báo tìm chủ xe. Ai là chủ sở hữu, mời đến trụ sở.</p>"),
        _story("gone-market", portal, "Chợ cũ không còn tồn tại sau quy hoạch", "/vi/tin?id=41", "<h2>Chợ cũ không còn tồn tại sau quy hoạch</h2><p>(12/03/2021)</p><p>Khu chợ cũ nay là công viên rộng hai héc-ta, phục vụ người dân tập thể dục mỗi sáng.</p>"),
        _story("removed-posts", hashed, "Hơn 300 bài viết xấu độc đã bị gỡ bỏ", "/cong-nghe/hon-300-bai-viet-xau-doc-da-bi-go-bo-112.html", "<div class='css-t'>Hơn 300 bài viết xấu độc đã bị gỡ bỏ</div><div>09/10/2022 14:20</div><div>Theo cơ quan chức năng, các bài viết đã bị gỡ trong quý III.</div>"),
        _story("server-error-news", umbraco, "Máy chủ quá tải, thí sinh chưa tra được điểm", "/may-chu-qua-tai-thi-sinh-chua-tra-duoc-diem-5.html", "<h1>Máy chủ quá tải, thí sinh chưa tra được điểm</h1><p>Nhiều thí sinh gặp dòng chữ 502 Bad Gateway khi tra điểm thi lúc 8 giờ sáng.</p>"),
        _story("maintenance-id", dnn, "Thông báo lịch bảo trì hệ thống thư điện tử công vụ", "/tin-tuc/ArticleId/881", "<h1 class='edn_articleTitle'>Thông báo lịch bảo trì hệ thống thư điện tử công vụ</h1><div class='edn_metaDetails'>01/02/2023</div><p>Trung tâm Chuyển đổi số thông báo hệ thống thư điện tử công vụ tạm ngừng để bảo trì từ 22 giờ ngày 03/02/2023. Đề nghị các đơn vị sắp xếp công việc.</p>"),
        _story("maintenance-short", wordpress, "Tạm ngừng tiếp nhận hồ sơ để bảo trì hệ thống", "/tam-ngung-tiep-nhan-ho-so-de-bao-tri-he-thong/", "<article class='post'><h1 class='entry-title'>Tạm ngừng tiếp nhận hồ sơ để bảo trì hệ thống</h1><div class='entry-content'><p>Từ 17 giờ thứ Sáu.</p></div></article>"),
        _story("password-advice", joomla, "Đổi mật khẩu định kỳ để tránh mất tài khoản", "/index.php/tin/31-doi-mat-khau-dinh-ky-de-tranh-mat-tai-khoan", "<div class='item-page'><h2>Đổi mật khẩu định kỳ để tránh mất tài khoản</h2><p>Công an khuyến cáo người dân đổi mật khẩu ba tháng một lần và không dùng chung mật khẩu.</p></div>"),
        _story("access-denied-news", tailwind, "Nhiều website nhà nước bị từ chối truy cập từ nước ngoài", "/p/4411", "<h1>Nhiều website nhà nước bị từ chối truy cập từ nước ngoài</h1><div>20/08/2023</div><p>Kiều bào phản ánh thường xuyên thấy dòng chữ truy cập bị từ chối khi vào các cổng dịch vụ công từ ngày 18/8.</p>"),
        _story("road-404", blade, "Quốc lộ 404 thông xe trước Tết", "/quoc-lo-404-thong-xe-truoc-tet-8.html", "<h2>Quốc lộ 404 thông xe trước Tết</h2><p>Tuyến đường dài 21 km.</p>"),
        _story("company-500", elementor, "500 - 700 doanh nghiệp lỗi hẹn nộp thuế", "/500-700-doanh-nghiep-loi-hen-nop-thue-9.html", "<h1>500 - 700 doanh nghiệp lỗi hẹn nộp thuế</h1><p>Cục Thuế cho biết sẽ công khai danh sách nợ.</p>"),
        _story("no-award", liferay, "Chưa có tin vui từ đội tuyển bóng chuyền tỉnh", "/web/guest/-/chua-co-tin-vui-tu-doi-tuyen-bong-chuyen-tinh", "<h2>Chưa có tin vui từ đội tuyển bóng chuyền tỉnh</h2><p>Đội thua ba trận liên tiếp tại vòng bảng giải trẻ toàn quốc.</p>"),
        _story("expired-licence", frames2003, "Tin chi tiet", "/ct.asp?id=55", f"<FONT SIZE=4><B>Giấy phép khai thác cát hết hạn, dân mong dừng</B></FONT><BR>Ngày {vn(day_of(3))}<P>Giấy phép đã hết hạn từ tháng ba nhưng tàu vẫn hút cát. {say(4, 2)}"),
        _story("one-sentence", bootstrap, "Nghỉ học ngày 5/9 do mưa lớn", "/thong-bao/nghi-hoc-ngay-5-9-do-mua-lon", "<h1>Nghỉ học ngày 5/9 do mưa lớn</h1><p>Học sinh toàn huyện nghỉ học ngày 5/9.</p>"),
        _story("one-sentence-dated", webforms, "Chi tiết thông báo", "/pages/ct.aspx?id=12", "<h3>Thay đổi giờ tiếp công dân</h3><span>04/04/2022</span><div>Từ ngày 05/4, bộ phận một cửa tiếp công dân từ 7 giờ 30 đến 11 giờ 30 các ngày làm việc.</div>"),
        _story("video-only", hashed, "Video: Lễ hội đua thuyền truyền thống năm 2023", "/video-le-hoi-dua-thuyen-truyen-thong-nam-2023-v1.html", "<h1>Video: Lễ hội đua thuyền truyền thống năm 2023</h1><video src='/v.mp4' controls></video>"),
        _story("caption-only", wordpress, "Ảnh: Bình minh trên cảng cá Cửa Hội", "/anh-binh-minh-tren-cang-ca-cua-hoi/", "<article class='post'><h1 class='entry-title'>Ảnh: Bình minh trên cảng cá Cửa Hội</h1><img src='/1.jpg'><p>Tàu về bến lúc 5 giờ sáng. Ảnh: Văn Tý</p></article>"),
        _story("login-box-short", umbraco, headline(61), f"/{flat(headline(61))}-7.html", f"<h1>{headline(61)}</h1><p>{say(61, 1)}</p>{LOGIN_BOX}"),
        _story("english-outage", static_en, "Website was down for two hours", "/2023/website-was-down-for-two-hours.html", "<h1 class='post-title'>Website was down for two hours</h1><span class='post-date'>04 Jun 2023</span><p>Our website showed “503 Service Unavailable” on Sunday morning while a failed disk was replaced.</p>"),
        _story("english-lost", static_en, "Lost property: items that could not be found", "/notices/lost-property-items-that-could-not-be-found.html", "<h1>Lost property: items that could not be found</h1><p>Please ask at the counter.</p>"),
        _story("correction", portal, "Đính chính thông tin", "/vi/tin/dinh-chinh-thong-tin-19", "<h2>Đính chính thông tin</h2><p>Trong bài đăng ngày 3/5, số hộ nghèo đúng là 120 hộ. Nội dung cũ đã được gỡ, thành thật xin lỗi bạn đọc.</p>"),
        _story("no-data-statistics", drupal, "Ba huyện chưa có dữ liệu hộ nghèo năm 2022", "/node/771", f"<article><h1 class='page-title'>Ba huyện chưa có dữ liệu hộ nghèo năm 2022</h1><time>11/01/2023</time><p>{say(7, 2)}</p></article>"),
        _story("site-launch", dnn, "Cổng thông tin điện tử đang được nâng cấp giao diện mới", "/tin-tuc/cong-thong-tin-dien-tu-dang-duoc-nang-cap-giao-dien-moi", "<h1>Cổng thông tin điện tử đang được nâng cấp giao diện mới</h1><p>Giao diện mới dự kiến ra mắt quý I năm sau, thân thiện với điện thoại di động và người khuyết tật.</p>"),
    ]


def dead() -> list[Made]:
    """Pages that are gone, broken, walled or empty."""
    gone = [
        (bootstrap, "Có lỗi xảy ra", "/x1.html", "<h3>Đường dẫn bạn vừa truy cập không đúng hoặc đã bị thay đổi.</h3>"),
        (portal, "Chi tiết", "/vi/tin/0", "<p class='msg'>Bài viết này hiện không có sẵn.</p>"),
        (hashed, "404", "/bai/5", "<div class='css-4'>Rất tiếc! Chúng tôi không tìm thấy trang bạn cần.</div>"),
        (tailwind, "Oops", "/p/0", "<h1>Oops! Trang này đi lạc mất rồi.</h1><p>Mã lỗi: 404</p>"),
        (wordpress, "Page not found", "/abc/", "<h1 class='page-title'>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>"),
        (webforms, "Thông báo lỗi", "/pages/x.aspx", "<b>Trang yêu cầu không tìm thấy trên máy chủ</b>"),
        (umbraco, "Tin tức", "/tin/", "<p>Tin bài không tồn tại, vui lòng quay lại trang chủ.</p>"),
        (frames2003, "Thong bao", "/a.asp?id=0", "<B>Không có bài viết này!</B>"),
        (dnn, "Tin tức", "/tin/ArticleId/0", "<span class='NormalRed'>Bài viết không có hoặc bạn không có quyền xem.</span>"),
        (drupal, "Không tìm thấy trang", "/node/0", "<h1>Không tìm thấy trang</h1>Không thể tìm thấy trang được yêu cầu."),
        (liferay, "Trạng thái", "/web/guest/abc", "<h3 class='alert alert-error'>Không Tìm Thấy</h3>Tài nguyên được yêu cầu không thể tìm thấy.<code>https://tt.example.vn/web/guest/abc</code>"),
        (joomla, "404 - Category not found", "/index.php/xx", "<h1>404 - Category not found</h1>"),
        (static_en, "Page Not Found", "/zzz.html", "<h1>404</h1><p>This page does not exist. Try the home page.</p>"),
        (nothing, "Not Found", "/q", "<h1>Not Found</h1><p>The requested URL /q was not found on this server.</p>"),
        (elementor, "Không tìm thấy trang", "/zzz/", "<h2>Trang bạn đang tìm không có ở đây</h2>"),
    ]
    errors = [
        (nothing, "Lỗi", "/l1", "<h2>Hệ thống đang bận, xin quý khách quay lại sau.</h2>"),
        (nothing, "Runtime Error", "/l2", "<h1>Server Error in '/' Application.</h1><h2>Runtime Error</h2>"),
        (portal, "Tin tức", "/vi/l3", "<b>Parse error</b>: syntax error, unexpected '}' in <b>/var/www/tin.php</b> on line <b>12</b>"),
        (nothing, "502 Bad Gateway", "/l4", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"),
        (nothing, "Thông báo", "/l5", "<p>Trang thông tin điện tử tạm ngừng hoạt động để nâng cấp.</p>"),
        (nothing, "Database Error", "/l6", "<h1>Error establishing a database connection</h1>"),
        (nothing, "Access Denied", "/l7", "<h1>Access Denied</h1><p>You don't have permission to access this resource. Reference #18.2f</p>"),
        (liferay, "Lỗi hệ thống", "/web/l8", "<div class='alert'>Có lỗi xảy ra trong quá trình xử lý. Vui lòng liên hệ quản trị viên.</div>"),
    ]
    walls = [
        (nothing, "Đăng nhập hệ thống một cửa", "/mc/login.aspx", "<form><input name=u><input type=password name=p><input type=submit value='Đăng nhập'></form>"),
        (bootstrap, "Yêu cầu đăng nhập", "/noi-bo/tin-7", "<p>Nội dung dành cho thành viên. Vui lòng đăng nhập để tiếp tục.</p>"),
        (nothing, "CAS – Central Authentication Service", "/cas/login", "<h2>Nhập tên đăng nhập và mật khẩu</h2><form><input name=username><input type=password name=password><button>LOGIN</button></form>"),
        (nothing, "Hết phiên", "/vb", "<p>Phiên làm việc của bạn đã hết hạn, xin đăng nhập lại.</p>"),
    ]
    empties = [
        (bootstrap, "Thi đua yêu nước", "/thi-dua", "<h1>Thi đua yêu nước</h1><div class='alert alert-info'>Không có bài viết nào được hiển thị.</div>"),
        (drupal, "Thông báo", "/thong-bao", "<h1 class='page-title'>Thông báo</h1><div class='view-empty'><p>Chưa có nội dung.</p></div>"),
        (dnn, "Tuyển dụng", "/tuyen-dung", "<div>Không có tin nào trong chuyên mục.</div>"),
        (webforms, "Danh mục", "/pages/dm.aspx?c=9", "<span id='lb'>Không có bản ghi nào.</span>"),
        (wordpress, "Dự án", "/category/du-an/", "<h1 class='page-title'>Dự án</h1><p>Hiện tại chuyên mục chưa có bài viết.</p>"),
        (liferay, "Kết quả", "/web/guest/tim-kiem?q=zz", "<div class='alert alert-info'>Không có kết quả nào được tìm thấy với từ khóa: <strong>zz</strong>.</div>"),
        (static_en, "Search results", "/search.html?q=zz", "<h1>Search results</h1><p>Your search did not match any documents.</p>"),
        (hashed, "Podcast", "/podcast", "<h1>Podcast</h1><p>Sắp ra mắt</p>"),
    ]
    made = []
    for sort, rows, kinds in (("gone", gone, ("soft-404",)), ("error", errors, ("error",)), ("wall", walls, ("login",)), ("empty", empties, ("listing", "other"))):
        made += [_one(f"3-{sort}-{n}", shell, title, path, main, *kinds) for n, (shell, title, path, main) in enumerate(rows, 1)]
    return made


def pages() -> list[Made]:
    """All of them."""
    return [*live(), *dead()]

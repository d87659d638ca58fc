"""What pages say that are no content: broken servers, what is gone, walls to log in at."""

from __future__ import annotations

import re


class Saying:
    """What pages say in whatever case. A text is asked in lower case first: to ignore case costs four times as much."""

    def __init__(self, pattern: str) -> None:
        self._in_lower_case = re.compile(pattern).search
        self._as_printed = re.compile(pattern, re.I).search

    def search(self, text: str) -> re.Match[str] | None:
        """Where *text* says it first, as printed there."""
        return self._as_printed(text) if self._in_lower_case(text.lower()) else None


ERROR = Saying(
    r"server error in '|runtime error\b|lỗi máy chủ|fatal error\s*:|parse error\s*:|uncaught (?:exception"
    r"|error)|stack trace:"
    r"|you have an error in your sql syntax|mysqli?_(?:connect|query|fetch)|pdoexception|sqlstate\["
    r"|ora-\d{5}|odbc .{0,30}driver"
    r"|provider for (?:sql server|odbc)|microsoft (?:ole db|jet database|vbscript)|error '(?!800a0bcd)8[0-9a-f]{7}'"
    r"|too many connections|(?:mysql|pg|mssql|oci)_?connect\(\)"
    r"|error establishing a database connection|lỗi thiết lập kết nối|không thể kết nối (?:đến |tới "
    r"|với )?(?:cơ sở dữ liệu"
    r"|csdl|database|máy chủ)|lỗi kết nối (?:đến |tới |với )?(?:cơ sở dữ liệu|database|csdl|máy chủ)"
    r"|(?:http )?(?:error |lỗi )?(?:500|502|503|504)\b.{0,40}(?:error|fetch failed|gateway|unavailable|timeout"
    r"|time-out)|\b50[0234]\W{1,5}lỗi\b|service (?:temporarily )?unavailable"
    r"|^\s*server error\s*$|http status 5\d\d|^(?:lỗi |error )?5\d\d\s*[-–:|]|apache tomcat/[\d.]+ - error"
    r"|just a moment\.\.\.|checking (?:if the site connection|your browser)|attention required!"
    r"|enable javascript and cookies"
    r"|\b52[0-7]: |error code:? 5\d\d\b|(?:notice|warning|deprecated)\s*: .{0,300}? on line \d"
    r"|object reference not set|input string was not in a correct format|^timeout expired|the timeout period elapsed"
    r"|login failed for user|cannot open database|network-related or instance-specific|unclosed quotation mark"
    r"|incorrect syntax near|invalid (?:column|object) name|the wait operation timed out"
    r"|conversion failed when converting|does not belong to table|there is no row at position|transaction \(process id"
    r"|index was (?:out of range|outside the bounds)|value cannot be null|could not load (?:file or assembly|type)"
    r"|call to (?:a member function|undefined function)|undefined (?:index|variable|offset)\b|allowed memory size of"
    r"|^\W*(?:[45]\d\d\W+)?(?:too many requests|page expired|bad request|method not allowed|request time-?out"
    r"|not acceptable|payment required|server error|insufficient storage|not implemented)\W*(?:[45]\d\d\W*)?$"
    r"|kiểm tra trình duyệt|(?:vui lòng|xin) (?:chờ|đợi) (?:trong )?\d+ giây|xác (?:minh|nhận|thực) (?:rằng )?bạn "
    r"(?:là (?:con )?người|không phải)|i['’]?m not a robot|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|request rejected|requested url was rejected|web application firewall|access to this (?:page"
    r"|site) (?:has been )?(?:denied"
    r"|blocked)|you have been blocked|truy cập (?:của bạn )?(?:đã )?bị (?:chặn|từ chối)|blocked by"
    r"|the site is temporarily"
    r"|^(?:error )?40[13]\b.{0,20}(?:forbidden|unauthorized|denied|access)|^forbidden$|^\w+(?:error|exception) at /"
    r"|bad gateway|gateway time-?out|internal server error|something went wrong|whitelabel error page"
    r"|whoops, looks like"
    r"|(?:đã )?(?:có lỗi|xảy ra lỗi|phát sinh lỗi)|an (?:unexpected )?error (?:has )?occurred"
    r"|an error occurred while processing"
    r"|(?:hệ thống|chức năng|dịch vụ|ứng dụng|website|trang (?:web|thông tin)(?: điện tử)?"
    r"|cổng thông tin(?: điện tử)?|máy chủ)"
    r"[^.\n]{0,25}? (?:đang |tạm )(?:được |trong quá trình |tiến hành |thời )?(?:bảo trì|nâng cấp|bảo dưỡng|ngừng|ngưng"
    r"|tạm ngừng|tạm ngưng|xây dựng)"
    r"|đang (?:bị )?quá tải|(?:hệ thống|máy chủ) đang bận|(?:vui lòng|xin|hãy|mời)"
    r"(?: quý (?:khách|vị|độc giả)| bạn(?: đọc)?)?"
    r"(?: vui lòng)? (?:thử|quay|truy cập|trở) lại (?:sau|trong)"
    r"|^access denied\W*$|(?:do not|don['’]t) have permission to access"
    r"|tạm thời không (?:thể )?(?:truy cập|hoạt động|khả dụng|phục vụ)|(?:briefly|temporarily|currently) unavailable"
    r"|(?:please )?try again (?:later|in a (?:few|moment|minute))|(?:be|we are) (?:right )?back (?:soon|shortly)"
    r"|hệ thống (?:bảo trì|nâng cấp)|(?:under|scheduled|down for) maintenance|maintenance mode|bảo trì hệ thống"
    r"|org\.apache\."
    r"|java\.lang\.\w*exception"
    r"|\w+\.\w*exception: |traceback \(most recent call last\)|critical error on this website"
    r"|licen[cs]e (?:has |is )?expired|bản quyền (?:đã )?hết hạn|account (?:has been )?suspended"
    r"|bandwidth limit exceeded|domain (?:has expired|is for sale)"
    r"|tên miền (?:đã )?hết hạn",
)
SURE = re.compile(
    r"server error in '[^']*' application\W*|http (?:status|error) [45]\d\d(?:\.\d+)?(?: [-–—] [\w .]+)?"
    r"|error code:? 5\d\d|internal server error",
    re.I,
).fullmatch
"""What nobody writes as a line of a story."""
MISSING = Saying(
    r"^\W*(?:không tìm thấy|not found|không tồn tại)\W*(?:$|\s[-–—|:])"
    r"|(?:trang|bài viết|tin|nội dung|tài nguyên|đối tượng|đường dẫn|liên kết|địa chỉ|dữ liệu|chuyên mục|url|thông tin"
    r"|tài liệu|bài|thông báo|văn bản|video|album|bản tin|sự kiện)\b[^.!?\n]{0,50}?"
    r"(?:không (?:còn )?tồn tại|không (?:được )?tìm thấy|không (?:còn )?(?:khả dụng|có sẵn|hợp lệ)"
    r"|đã (?:bị |được |tạm )?(?:xóa|xoá|gỡ|ẩn|hủy|huỷ|khóa|khoá)\b"
    r"|(?:chưa|không) được (?:xuất bản|duyệt|công bố|hiển thị)|chưa xuất bản"
    r"|không (?:còn|có)(?: (?:nữa|hiển thị|hiệu lực)\b|\W*$| hoặc\b| ở đây\b| (?:ở|trên|trong|tại) (?:hệ thống|trang"
    r"|cổng|website|địa chỉ|máy chủ))|(?:đã )?hết (?:hạn|thời gian) (?:hiển thị|đăng))"
    r"|\b(?:mục|bản ghi|bản tin)\b[^.!?\n]{0,20} không (?:còn )?(?:tồn tại|được tìm thấy)"
    r"|không (?:tìm thấy|tồn tại)\s+(?:bản |mẩu |mục )?(?:trang|bài|nội dung|đường dẫn|dữ liệu|tin|kết quả|thông tin"
    r"|tài liệu|liên kết|địa chỉ|chuyên mục)"
    r"|(?:lỗi|error|mã|http|status|code)\W{0,3}404\b|^\W*404\W*$|^\W*404\s*[-–—|:!.]"
    r"|\b404\s+(?:error|not |page|lỗi|không )|page (?:was |could )?(?:can)?(?:not|n't) (?:be )?found|page not found"
    r"|page (?:you (?:are|were) looking for|you requested)|(?:does not|doesn't|no longer) exists?"
    r"|(?:can(?:not|['’]?t)|could(?: not|n['’]t)|unable to|didn['’]t) (?:find|locate)\s[^.!?\n]{0,40}?"
    r"(?:page|file|article|content|looking for|requested)"
    r"|không (?:thể )?tìm (?:thấy|được) (?:trang|bài|nội dung)"
    r"|không (?:có|còn) (?:trang|bài|bài viết|tin|nội dung|địa chỉ) (?:này|đó)"
    r"|nothing (?:was )?found|has been (?:removed|deleted)"
    r"|(?:đường dẫn|địa chỉ|liên kết)[^.!?\n]{0,40}? không (?:đúng|chính xác)"
    r"|(?:trang|bài viết)(?: \w+){0,3} đã (?:được )?(?:di )?(?:chuyển|dời) (?:sang|đến|tới|đi)"
    r"|(?:page|file|content|article|resource)[^.\n]{0,60}(?:no longer available|might have been removed"
    r"|cannot be found)"
    r"|file or directory not found|the resource cannot be found"
    # ADODB.Field error '800a0bcd': what a classic ASP page shows of an id that its table does not have (any more)
    r"|either bof or eof is true",
)
EMPTY = re.compile(
    r"(?:không (?:có|tìm thấy|còn)|chưa (?:có|tìm thấy)) (?:bất (?:kỳ|kì|cứ) |một )?"
    r"(?:kết quả|bài(?: viết| đăng)?|tin(?: tức| bài)?|dữ liệu|bản ghi|nội dung|văn bản|mục|thông tin|tài liệu|sự kiện"
    r"|thông báo|hình ảnh|album|video|câu hỏi)"
    r"(?: (?:nào|phù hợp|tương ứng|trong|thuộc|để hiển thị|khớp|được tìm thấy|cần tìm)\b"
    r"|(?<!tìm thấy bài viết)(?<!tìm thấy tin)(?<!tìm thấy nội dung)(?<!tìm thấy dữ liệu)(?<!tìm thấy thông tin)"
    r"(?<!tìm thấy tài liệu)(?<!tìm thấy bài)\W*$)"
    r"|không tìm thấy kết quả|(?:tìm thấy|có) 0 (?:kết quả|bài|tin)|^\W*0 (?:kết quả|results)|no match(?:es|ing)"
    r"|no (?:results|posts|items|records|entries|articles|data|news|content|documents)\b(?: (?:were|was|is|are))?"
    r"(?: (?:found|available|here|yet|to display|match\w*)|\W*$)"
    r"|there (?:are|is) (?:currently )?no (?:results|posts|items|records|entries|articles|news|content|documents)",
    re.I,
)
"""Lists that hold nothing: the page is there, what it would list is not."""
UPDATING = re.compile(
    r"^\W*(?:(?:nội dung|dữ liệu|chuyên mục|thông tin|trang|bài viết|mục)(?: này)? )?(?:hiện )?đang "
    r"(?:được |trong quá trình )?(?:cập nhật|xây dựng|hoàn thiện|biên tập)\W*$"
    r"|^\W*(?:coming soon|content is being updated|under construction)\W*$",
    re.I,
)
WALL = re.compile(
    r"(?:phiên (?:làm việc|đăng nhập|truy cập)|session)[^.\n]{0,30}(?:hết hạn|expired|timed out)"
    r"|(?:vui lòng|xin|hãy|cần|phải)(?: mời)? đăng nhập (?:để|lại|trước|mới)"
    r"(?! (?:gửi |viết |tham gia )?(?:bình luận|phản hồi|ý kiến|đánh giá|thích|lưu|theo dõi|gửi))"
    r"|(?:please|must|need to) (?:log|sign) ?in(?! to (?:comment|post|reply|like|follow))",
    re.I,
)
LOGIN = re.compile(
    r"đăng nhập|log ?in|sign ?in|xác thực|authentication|single sign|quyền truy cập|access denied|sso", re.I
)
LOGIN_URL = re.compile(r"log-?in|sign-?in|dang-?nhap|authenticate|/sso|/cas/|_layouts/15?/?authenticate", re.I)
SIGNS = (
    "404", "500", "502", "503", "504", "lỗi", "error", "exception", "gateway", "unavailable", "maintenance", "bảo trì",
    "không tồn tại", "không còn", "hết thời gian", "bị ẩn",
    "không tìm thấy", "tìm thấy", "không được", "không khả dụng", "không hợp lệ", "đã bị",
    "đã xóa", "đã xoá", "đã gỡ", "chưa được", "not found", "n't be found", "exist", "removed", "deleted", "no longer",
    "nothing", "went wrong", "không có", "chưa có", "bị chặn", "từ chối", "rejected", "provider for", "checking",
    "không thể", "too many connections", "http status", "jet database", "vbscript", "cookies", "whoops", "mysql",
    "sqlstate", "ora-", "odbc", "suspended", "looking for", "requested", "expired", "không đúng",
    "không chính xác", "chuyển sang", "for sale", "hết hạn", "bandwidth",
    "phiên ", "session", "forbidden", "unauthorized", "đăng nhập", "sign in", "log in",
    "quá tải", "lại sau", "tạm thời", "gỡ bỏ", "được gỡ", "find", "locate", "back soon", "shortly", "again", "cập nhật",
    "no results", "no posts", "no items", "no records", "no articles", "no news", "no data", "no content", "no match",
    "there are no", "there is no", "0 kết quả", "không còn", "xây dựng", "hoàn thiện", "coming soon", "no documents",
    "too many requests", "page expired", "bad request", "not allowed", "time-out", "not acceptable", "not implemented",
    "payment required", "storage", "trình duyệt", " giây", "xác minh", "robot", "human",
    "on line", "undefined", "timeout", "timed out", "object reference", "input string", "failed", "cannot open",
    "network-related", "unclosed", "incorrect syntax", "invalid", "conversion", "belong to table", "no row at",
    "index was", "be null", "allowed memory",
    "under construction", "nâng cấp", "traceback", "stack trace", "java.lang", "org.apache",
)  # fmt: skip
VAGUE = re.compile(
    r"(?:có|xảy ra|phát sinh) lỗi|error (?:has )?occurred|something went wrong|vui lòng|xin |hãy |mời ", re.I
)
"""Of the messages of errors, those that say nothing of what went wrong: another line of the page may."""

"""Why a page is taken for what it is, and why a server was not heard, in Vietnamese: a part of `sentences.SENTENCES`."""

OF_PAGES = {
    # --- reading: what speaks for the kind of a page ------------------------------------------------------------------
    "the bytes are {kind}": "các byte là {kind}",
    "its own heading {heading!r}": "tiêu đề riêng {heading}",
    "{count:d} characters of prose outside lists": "{count} ký tự văn xuôi ngoài danh mục",
    "{count:d} characters of prose": "{count} ký tự văn xuôi",
    "calls itself an article and dates itself": "tự xưng là bài viết và tự ghi ngày",
    "og:type article": "og:type article",
    "a text with a date above it": "một văn bản có ngày ghi ở trên",
    "what it says is a document that it shows": "nội dung là một văn bản được hiển thị",
    "a few sentences below a heading that is the title": "vài câu dưới một tiêu đề trùng tên trang",
    "a few sentences below a heading": "vài câu dưới một tiêu đề",
    "{count:d} pictures with a line of words each, below a day": "{count} ảnh, mỗi ảnh một dòng chữ, dưới một ngày",
    "a long address": "địa chỉ dài",
    "the list is headed {heading!r}": "danh mục mang đề {heading}",
    "{count:d} characters of prose above the list": "{count} ký tự văn xuôi trên danh mục",
    "what it lists are files below a text": "những gì liệt kê là tệp, dưới một văn bản",
    "the address of a front page": "địa chỉ của trang chủ",
    "an article in the state that scripts are fed with": "một bài viết trong dữ liệu nạp cho mã kịch bản",
    "{count:d} links to articles, alike": "{count} liên kết tới bài viết, giống nhau",
    "{share} of the text is of that list": "{share} nội dung thuộc danh mục đó",
    "a date beside most of them": "bên cạnh đa số có ngày",
    "a text with a heading of its own stands above the list": "trên danh mục có văn bản mang tiêu đề riêng",
    "the list stands in a side column": "danh mục nằm ở cột bên",
    "{count:d} dated links to articles, and no text of the page's own": (
        "{count} liên kết có ngày tới bài viết, và trang không có văn bản riêng"
    ),
    "{count:d} dated links to articles right below the page's heading": (
        "{count} liên kết có ngày tới bài viết ngay dưới tiêu đề trang"
    ),
    "pages can be turned ({rule})": "có thể lật trang ({rule})",
    "the page counts what it lists": "trang đếm số mục nó liệt kê",
    "calls itself a collection": "tự xưng là tập hợp",
    "a front page whose pages can be turned": "trang chủ có thể lật trang",
    "nothing speaks for anything else": "không có gì cho thấy là loại khác",
    "its only list is announced as another, in bare titles, at the page's side": (
        "danh mục duy nhất là danh mục khác, chỉ có tên bài, ở bên lề trang"
    ),
    "the title begins with {title!r}": "tên trang bắt đầu bằng {title}",
    "{count:d} blocks of news": "{count} khối tin",
    "neither a text nor a list": "không phải văn bản cũng không phải danh mục",
    "a form of {count:d} fields to be filled in": "biểu mẫu {count} ô cần điền",
    "lines set by hand below a date": "các dòng xuống hàng bằng tay dưới một ngày",
    "a standing page: a text of what the site says of itself": (
        "trang thường trực: một văn bản trang web nói về chính mình"
    ),
    "an undated page of what the site says of itself, and little text": (
        "trang không ghi ngày, trang web nói về chính mình, và ít chữ"
    ),
    "an undated page of what the site says of itself": "trang không ghi ngày, trang web nói về chính mình",
    "a service, and a field to ask it by": "một dịch vụ, và ô để hỏi",
    "{count:d} fields of an administrative procedure": "{count} mục của một thủ tục hành chính",
    "calls itself a map of the site": "tự xưng là sơ đồ trang",
    "{count:d} numbers of legal documents, each by itself": "{count} số hiệu văn bản, mỗi số đứng riêng",
    "{count:d} fields of legal documents together": "{count} mục của văn bản pháp quy đi cùng nhau",
    "{text!r} and {count:d} pictures": "{text} và {count} ảnh",
    "each of its items is a picture with a title": "mỗi mục là một ảnh có tên",
    "{count:d} links to pictures and little text": "{count} liên kết tới ảnh và ít chữ",
    "the title says {text!r}": "tên trang ghi {text}",
    "a line of its own says {text!r}": "một dòng riêng ghi {text}",
    "a line of its own says {text!r}: a list of nothing": "một dòng riêng ghi {text}: danh mục trống",
    "it says {text!r} and little else": "trang ghi {text} và hầu như không gì khác",
    "a field for a password and little else": "một ô mật khẩu và hầu như không gì khác",
    "a field for a password, and {signs} say so": "một ô mật khẩu, và {signs} cũng cho thấy vậy",
    # --- walking: why nothing came of a request -----------------------------------------------------------------------
    "{one}; and {more}": "{one}; và {more}",
    "{said} ({count:d}×)": "{said} ({count}×)",
    "dns: {detail}": "không tra được tên: {detail}",
    "refused: {detail}": "bị từ chối: {detail}",
    "timeout: {detail}": "quá lâu không trả lời: {detail}",
    "too-large: {detail}": "quá lớn: {detail}",
    "cut-off: {detail}": "bị ngắt giữa chừng: {detail}",
    "tls: {detail}": "chứng thư hoặc mã hóa không hợp lệ: {detail}",
    "certificate: {detail}": "chứng thư: {detail}",
    "not-http: {detail}": "không phải HTTP: {detail}",
    "no-answer: {detail}": "không có câu trả lời: {detail}",
    "unreachable: {detail}": "không tới được: {detail}",
    "failed: {detail}": "không thành: {detail}",
    "robots-html: {detail}": "robots.txt là trang HTML: {detail}",
    "undecodable: {detail}": "không giải mã được: {detail}",
    "redirects: {detail}": "chuyển hướng quá nhiều: {detail}",
    "{error}; the pages were taken all the same": "{error}; các trang vẫn được lấy",
    "Connection was refused by other side: {number:d}: Connection refused": (
        "máy kia từ chối kết nối (lỗi {number}: kết nối bị từ chối)"
    ),
    "DNS lookup failed: no results for hostname lookup: {host!s}": "tên {host} không có trong DNS",
    "User timeout caused connection failure: Getting {url!s} took longer than {seconds:d} seconds": (
        "lấy {url} quá {seconds} giây vẫn chưa xong"
    ),
    # as reports of before say it
    "Connection was refused by other side: {number:d}: {why}.": "máy kia từ chối kết nối (lỗi {number}: {why}).",
    "DNS lookup failed: no results for hostname lookup: {host}.": "tên {host} không có trong DNS.",
    "User timeout caused connection failure: Getting {url} took longer than {seconds:d} seconds..": (
        "lấy {url} quá {seconds} giây vẫn chưa xong."
    ),
    "[<twisted.python.failure.Failure twisted.internet.error.ConnectionDone: Connection was closed cleanly.>]": (
        "máy kia đóng kết nối mà không trả lời"
    ),
    "[<twisted.python.failure.Failure twisted.web._newclient.ParseError: {why}>]": "máy kia trả lời điều khác: {why}",
    "answered {status:d}": "trả lời {status}",
    "answered {status:d}: all is allowed": "trả lời {status}: được phép tất cả",
    "{said}: nothing is allowed until it answers (RFC 9309 2.3.1.4)": (
        "{said}: chưa được phép gì cho tới khi nó trả lời (RFC 9309 2.3.1.4)"
    ),
    "answered with a page of HTML: no rules in it": "trả lời bằng một trang HTML: không có quy tắc nào",
    "only its first {size:d} KiB were read": "chỉ đọc {size} KiB đầu",
    "asks for a Crawl-delay of {asked} s; {kept} s are kept": "xin Crawl-delay {asked} giây; giữ {kept} giây",
    "the question was broken off": "việc hỏi bị ngắt",
    "redirects to another site ({url})": "chuyển sang trang khác ({url})",
    "{what} ({note})": "{what} ({note})",
}

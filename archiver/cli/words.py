"""Every word that the program says, in both languages, in one place.

The English text is the key, so that code reads as what it prints; the Vietnamese stands beside it here.
`tests/test_cli.py` fails when a text that is said has no Vietnamese, or when a Vietnamese text loses a {place}.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "vi")

_spoken = "en"


def speak(language: str) -> None:
    """From now on, say everything in *language* ('en' or 'vi')."""
    global _spoken  # one process speaks one language; a context variable would not reach rich's drawing thread
    _spoken = language if language in LANGUAGES else "en"


def spoken() -> str:
    """The language in use: 'en' or 'vi'."""
    return _spoken


def language_of(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """--lang where it stands on the command line, else the locale's language.

    It is looked for before click reads the line, since `--help --lang vi` would print before it comes to --lang.

    >>> language_of(["dates", "--lang", "vi"], {}), language_of(["--lang=en"], {"LANG": "vi_VN.UTF-8"})
    ('vi', 'en')
    >>> language_of([], {"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}), language_of([], {"LANG": "vi_VN.UTF-8"})
    ('en', 'vi')
    """
    line = list(argv[: argv.index("--")] if "--" in argv else argv)
    for at, word in enumerate(line):
        if word == "--lang" and at + 1 < len(line):
            return line[at + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "vi" if locale.lower().startswith("vi") else "en"


def say(english: str, /, **values: object) -> str:
    """*english* in the language in use, with its {places} filled.

    >>> say("Missing: {name}", name="TEXT")
    'Missing: TEXT'
    """
    text = VIETNAMESE.get(english, english) if _spoken == "vi" else english
    return text.format(**values) if values else text


VIETNAMESE = {
    # search, sql, export, snapshot, stats, serve
    "Using": "Sử dụng",
    "Only this site.": "Chỉ trang này.",
    "Only this site; may be repeated.": "Chỉ trang này; có thể lặp lại.",
    "First day, by the article's own date.": "Từ ngày, theo ngày của bài.",
    "Last day, by the article's own date.": "Đến ngày, theo ngày của bài.",
    "Print JSON, one object a line.": "In JSON, mỗi dòng một đối tượng.",
    "Find articles by their words, over all sites. Marks are optional: thi dua finds thi đua.": (
        "Tìm bài theo từ ngữ, trên mọi trang. Không cần gõ dấu: thi dua vẫn ra thi đua."
    ),
    "Words of the category.": "Từ ngữ trong tên chuyên mục.",
    "Look in this field alone: text, title, lead, byline, category.": (
        "Chỉ tìm trong trường này: text, title, lead, byline, category."
    ),
    "So many articles at the most.": "Nhiều nhất bấy nhiêu bài.",
    "undated": "không rõ ngày",
    "{total} articles found": "tìm thấy {total} bài",
    "Keep 'documents' (default), 'images', 'page' (what pages need to be shown), or endings: 'documents,images'.": (
        "Giữ 'documents' (tài liệu, mặc định), 'images' (ảnh), 'page' (những gì trang cần để hiển thị),"
        " hoặc đuôi tệp: 'documents,images'."
    ),
    "Ask in SQL (SELECT only); tables: records, revisions, dates, related, attachments, problems, runs.": (
        "Hỏi bằng SQL (chỉ SELECT). Các bảng: records, revisions, dates, related, attachments, problems, runs."
    ),
    "Stop the question after this time.": "Dừng câu hỏi sau thời gian này.",
    "Print CSV.": "In CSV.",
    "Write the records as Parquet, CSV or JSON Lines: one order, the same bytes each time.": (
        "Ghi các bản ghi ra Parquet, CSV hoặc JSON Lines: cùng một thứ tự, lần nào cũng cùng từng byte."
    ),
    "As Parquet.": "Dạng Parquet.",
    "As CSV, safe against formulas.": "Dạng CSV, an toàn trước công thức.",
    "As JSON Lines.": "Dạng JSON Lines.",
    "A folder: JSON Lines, Croissant, Dataset, datasheet.": "Một thư mục: JSON Lines, Croissant, Dataset, bảng mô tả.",
    "The file or folder to write; default: records.FORM.": "Tệp hoặc thư mục cần ghi; mặc định: records.DẠNG.",
    "All revisions and tombstones, not the latest alone.": "Mọi bản và cả bài đã bị gỡ, không chỉ bản mới nhất.",
    "{count} records written: {file}": "đã ghi {count} bản ghi: {file}",
    "Name what is kept now by its content, so that a paper can cite exactly it.": (
        "Đặt tên cho những gì đang lưu theo nội dung, để bài báo khoa học trích dẫn đúng nó."
    ),
    "Count what is kept: articles by month, category, byline, doubts, edits; --html draws it.": (
        "Đếm những gì đã lưu: bài theo tháng, chuyên mục, người ký, nghi vấn, chỉnh sửa; --html vẽ biểu đồ."
    ),
    "year": "năm",
    "articles": "bài",
    "with a doubt": "có nghi vấn",
    "all": "tất cả",
    "Open the reading room: a web page to search, read and compare; on this machine alone unless told.": (
        "Mở phòng đọc: trang web để tìm, đọc và so sánh; chỉ trên máy này trừ khi được bảo khác."
    ),
    "Write the reading room as plain files, for file:// or any static server.": (
        "Ghi phòng đọc thành các tệp tĩnh, mở bằng file:// hoặc máy chủ tĩnh bất kỳ."
    ),
    "{count} articles written: {file}": "đã ghi {count} bài: {file}",
    "Address to listen on.": "Địa chỉ lắng nghe.",
    "Port to listen on.": "Cổng lắng nghe.",
    "Path under which a proxy serves it, such as /archive.": "Đường dẫn mà proxy phục vụ, như /archive.",
    "Processes that answer.": "Số tiến trình trả lời.",
    "The reading room is open: {url} (Ctrl+C closes it)": "Phòng đọc đã mở: {url} (Ctrl+C để đóng)",
    # headings and click's own words
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "Show this message and exit.": "Hiện hướng dẫn này rồi thoát.",
    "Show the version and exit.": "Hiện phiên bản rồi thoát.",
    "Missing: {name}": "Thiếu: {name}",
    "No such option: {name}": "Không có tùy chọn {name}",
    "No such command: {name}": "Không có lệnh {name}",
    "{text} is no day; write it like 2024-08-05": "{text} không phải là ngày; hãy viết như 2024-08-05",
    "did you mean {names}?": "có phải là {names}?",
    "a name of {length} bytes is too long for this disk: give a shorter one": (
        "tên dài {length} byte là quá dài với đĩa này: hãy đặt tên ngắn hơn"
    ),
    "See: archiver {command}--help": "Xem: archiver {command}--help",
    "Language of help and messages; default: the locale.": "Ngôn ngữ của hướng dẫn và thông báo; mặc định theo máy.",
    "Show the traceback of an error.": "Hiện dấu vết chi tiết khi có lỗi.",
    # the program
    "Keep the news of Vietnamese public-sector sites: exact bytes, clean records, honest dates.": (
        "Lưu trữ tin bài của các trang thông tin cơ quan nhà nước Việt Nam:"
        " nguyên văn từng byte, bản ghi sạch, ngày tháng trung thực."
    ),
    "Reading": "Đọc",
    "Exit codes": "Mã thoát",
    "All is well.": "Mọi việc đều ổn.",
    "Wrong usage: nothing was done.": "Dùng sai: chưa làm gì cả.",
    "The site yields nothing, or far less than before.": "Trang không cho gì, hoặc ít hơn hẳn trước đây.",
    "Another run holds the lock.": "Một lượt chạy khác đang giữ khóa.",
    "The site could not be reached, or was given up part-way.": "Không tới được trang, hoặc phải bỏ dở giữa chừng.",
    "The archive is damaged or cannot be written.": "Kho lưu trữ bị hỏng hoặc không ghi được.",
    "Interrupted": "Đã dừng theo yêu cầu",
    "{error}. This is a defect of archiver: please report it with what --debug shows": (
        "{error}. Đây là lỗi của archiver: xin báo lại kèm nội dung mà --debug hiện ra"
    ),
    "{where}: {why}": "{where}: {why}",
    "Running": "Vận hành",
    "Folder that holds the archives, one folder a site; for readers also s3://bucket/prefix.": (
        "Thư mục chứa các kho lưu trữ, mỗi trang một thư mục; khi chỉ đọc, có thể là s3://bucket/prefix."
    ),
    "written: {file}": "đã ghi: {file}",
    "no finished run yet": "chưa có lượt chạy nào hoàn tất",
    # report
    "Show what the last runs did, for a person: in a table, or as one HTML page with plots.": (
        "Cho xem các lượt chạy gần đây đã làm gì: bằng bảng, hoặc một trang HTML có biểu đồ."
    ),
    "So many runs of each site.": "Số lượt chạy của mỗi trang.",
    "Write the page to this file.": "Ghi trang HTML vào tệp này.",
    "Print the reports as JSON, one a line.": "In các báo cáo dạng JSON, mỗi dòng một báo cáo.",
    "Print the JSON Schema of a report.": "In lược đồ JSON của báo cáo.",
    "run": "lượt chạy",
    "pages": "trang",
    "new": "mới",
    "edited": "sửa",
    "gone": "gỡ",
    "unchanged": "không đổi",
    "known": "đã biết",
    "failures": "lỗi",
    "minutes": "phút",
    "exit": "mã thoát",
    "ended by": "kết thúc do",
    "Usual": "Thường lệ",
    "sealing": "đang niêm phong",
    # the page of a report
    "Runs of archiver": "Các lượt chạy của archiver",
    "In numbers": "Bằng con số",
    "Articles, a run": "Số bài mỗi lượt",
    "Articles in the archive": "Số bài trong kho",
    "Share of articles with the field, %": "Tỷ lệ bài có trường, %",
    "Answers by status": "Trả lời theo mã trạng thái",
    "no answer": "không trả lời",
    "Minutes": "Thời gian, phút",
    "Last run": "Lượt cuối",
    "all well": "mọi việc đều ổn",
    "back": "trở lại",
    "moved": "đổi địa chỉ",
    "field": "trường",
    "found": "có",
    "of": "trên",
    "share, %": "tỷ lệ, %",
    "kind": "loại",
    "answers": "trả lời",
    "status": "trạng thái",
    "doubt": "nghi vấn",
    "records": "bản ghi",
    "listing": "danh mục",
    "items": "mục",
    "ended": "kết thúc",
    "came to nothing": "không có kết quả",
    "requests": "yêu cầu",
    "example": "ví dụ",
    # offload
    "Upload what is sealed to S3-compatible storage and prove it there; old captures may then leave this machine.": (
        "Đưa những gì đã niêm phong lên kho S3 và kiểm chứng tại đó; bản chụp cũ khi đó có thể rời máy này."
    ),
    "s3://bucket/prefix; default: 'storage' in archiver.toml, or where it went before.": (
        "s3://bucket/prefix; mặc định: 'storage' trong archiver.toml, hoặc nơi đã đưa lên trước đây."
    ),
    "Captures older than that leave, such as 30d; default: none.": (
        "Bản chụp cũ hơn chừng đó rời máy, chẳng hạn 30d; mặc định: không bản nào."
    ),
    "{archive}: {files} files proved to be at {to}, {sent} sent now; {left} captures left this machine": (
        "{archive}: {files} tệp đã được kiểm chứng tại {to}, lần này gửi {sent}; {left} tệp bản chụp đã rời máy này"
    ),
    # verify
    "Keeping": "Lưu giữ",
    "Check an archive, or all of a folder: digests, captures, index, records, and each record read again.": (
        "Kiểm tra một kho, hoặc mọi kho trong thư mục: mã băm, bản chụp, chỉ mục, bản ghi, và đọc lại từng bản ghi."
    ),
    "A manifest's digest noted earlier: what was there then must be there now.": (
        "Mã băm của bản kê đã ghi lại trước đây: những gì có lúc đó nay phải còn."
    ),
    "First put right what can be proved from what else is kept; see mended/.": (
        "Trước hết sửa những gì chứng minh được từ phần còn lại trong kho; xem thư mục mended/."
    ),
    "mended": "đã sửa",
    "Read what was captured again with today's extractor, without network; differences become new revisions.": (
        "Đọc lại các bản chụp bằng bộ trích xuất hiện nay, không cần mạng; chỗ khác nhau thành bản sửa mới."
    ),
    "Show what would change and write nothing.": "Cho xem những gì sẽ thay đổi mà không ghi gì.",
    "Read with this profile; default: the one that each record was read with.": (
        "Đọc theo hồ sơ trang này; mặc định: hồ sơ đã dùng cho từng bản ghi."
    ),
    "What does the work: local, dask (workers on this machine), or a Dask scheduler such as tcp://10.0.0.5:8786.": (
        "Nơi làm việc: local (máy này), dask (các tiến trình Dask trên máy này), hoặc một bộ điều phối Dask như"
        " tcp://10.0.0.5:8786."
    ),
    "With --all: do not take up a plan that broke off, begin a new one.": (
        "Cùng --all: không làm tiếp kế hoạch dở dang, bắt đầu kế hoạch mới."
    ),
    "a plan that broke off is taken up: {done} of {all} sites were done, {left} go on": (
        "làm tiếp một kế hoạch dở dang: {done} trên {all} trang đã xong, còn {left} trang"
    ),
    "{site}: the url {url} in archiver.toml is not used: its archive begins at {begins}. If the site"
    " has moved: archiver crawl {url} --slug {site} --moved; if not, correct the line": (
        "{site}: không dùng url {url} trong archiver.toml: kho của trang bắt đầu từ {begins}. Nếu trang đã chuyển:"
        " archiver crawl {url} --slug {site} --moved; nếu không, hãy sửa dòng đó"
    ),
    "{site}: never answered since {day}, and archiver.toml does not name it: not asked. If {url} is right:"
    " archiver crawl {url}; if not, remove {folder}": (
        "{site}: chưa trả lời lần nào từ {day}, và archiver.toml không nêu tên: không hỏi nữa. Nếu {url} đúng:"
        " archiver crawl {url}; nếu không, hãy xóa {folder}"
    ),
    "Bring the search index up to date now, rather than at the first search. --anew: all of it again.": (
        "Cập nhật chỉ mục tìm kiếm ngay, không đợi lần tìm đầu tiên. --anew: làm lại toàn bộ."
    ),
    "{kind}, begun {begun}: {done} of {all} done ({exits}); it is at work": (
        "{kind}, bắt đầu {begun}: xong {done} trên {all} ({exits}); đang chạy"
    ),
    "{kind}, begun {begun}: {done} of {all} done ({exits}); it broke off, run it again": (
        "{kind}, bắt đầu {begun}: xong {done} trên {all} ({exits}); đã dở dang, hãy chạy lại"
    ),
    "Make it again from the records.": "Làm lại từ các bản ghi.",
    "{size} of records must be read into the search index first; next time: archiver index, on all cores": (
        "phải đọc {size} bản ghi vào chỉ mục tìm kiếm trước đã; lần sau nên chạy trước: archiver index, dùng mọi nhân"
    ),
    "{revisions} revisions read into the index": "đã đọc {revisions} bản vào chỉ mục",
    "{site} is crawled again": "{site} lại được lấy tin",
    "{site} was not set aside": "{site} không bị để riêng",
    "Processes; default: one a core.": "Số tiến trình; mặc định: mỗi nhân một tiến trình.",
    "{archive}: {records} articles read again, {changed} come out otherwise": (
        "{archive}: đọc lại {records} bài, {changed} bài cho kết quả khác"
    ),
    "nothing was written": "không ghi gì",
    "Make an archive of WARC and WACZ files (plain, gz, zstd) that others made, or add to one.": (
        "Lập kho từ các tệp WARC và WACZ do nơi khác tạo (thường, gz, zstd), hoặc thêm vào kho đã có."
    ),
    "Name of the archive; default: the host of the first answer.": (
        "Tên kho; mặc định: tên máy chủ của phản hồi đầu tiên."
    ),
    "What the archive may be used for.": "Kho được phép dùng vào việc gì.",
    "{archive}: {captures} captures taken, {records} records read from them": (
        "{archive}: nhận {captures} bản chụp, đọc được {records} bản ghi từ đó"
    ),
    "One site's captures for ReplayWeb.page and pywb.": "Bản chụp của một trang cho ReplayWeb.page và pywb.",
    "One site's archive as a BagIt folder.": "Kho của một trang dưới dạng thư mục BagIt.",
    "One site's archive as an RO-Crate folder.": "Kho của một trang dưới dạng thư mục RO-Crate.",
    "Do not read the pages again; faster.": "Không đọc lại các trang; nhanh hơn.",
    "Print JSON, one object an archive.": "In dạng JSON, mỗi kho một đối tượng.",
    "note": "ghi chú",
    "{archive}: {harms} harm(s) in {files} files, {captures} captures, {records} records;"
    " {derived} read again and found the same. Manifest {manifest}": (
        "{archive}: {harms} hư hại trong {files} tệp, {captures} bản chụp, {records} bản ghi;"
        " {derived} bản ghi đọc lại và thấy như cũ. Bản kê {manifest}"
    ),
    # status, schedule
    "How every site stands: last run, last new article, alarms, when it is due next.": (
        "Tình hình mọi trang: lượt chạy cuối, tin mới cuối cùng, cảnh báo, lần chạy kế tiếp."
    ),
    "Write node_exporter's file as well.": "Ghi thêm tệp cho node_exporter.",
    "site": "trang web",
    "last run": "lượt chạy cuối",
    "last new article": "tin mới cuối cùng",
    "alarms": "cảnh báo",
    "next due": "lần kế tiếp",
    "overdue": "quá hạn",
    "Print lines for cron, or units for systemd, that crawl every site once a night.": (
        "In dòng cho cron, hoặc đơn vị cho systemd, để mỗi đêm lấy mỗi trang một lần."
    ),
    "Who goes when in the coming hours, late ones first, on all workers.": (
        "Trang nào chạy lúc nào trong những giờ tới, trang trễ trước, trên mọi tiến trình."
    ),
    "Of the plan; default: 'jobs' of archiver.toml.": "Của kế hoạch; mặc định: 'jobs' trong archiver.toml.",
    "Of the plan.": "Của kế hoạch.",
    "Print the plan as JSON, one run a line.": "In kế hoạch dạng JSON, mỗi lượt một dòng.",
    "start": "bắt đầu",
    "worker": "tiến trình",
    "no place in the plan: {why}": "không có chỗ trong kế hoạch: {why}",
    "all workers were busy": "mọi tiến trình đều bận",
    "its host or network was busy": "máy chủ hoặc mạng của nó đang bận",
    "its window closed before a place was free": "khung giờ của nó đã hết trước khi có chỗ",
    "its window does not open before the end of the plan": "khung giờ của nó không mở trước khi hết kế hoạch",
    "Lines for crontab (the default).": "Dòng cho crontab (mặc định).",
    "A hardened service and a timer for each site.": "Một dịch vụ được gia cố và một bộ hẹn giờ cho mỗi trang.",
    "Whom systemd runs it as.": "Người dùng mà systemd chạy.",
    "Write the units into this folder.": "Ghi các đơn vị vào thư mục này.",
    # accept
    "Say that a site's new ways are the usual ones from now on: an alarm ends that would stand each night.": (
        "Cho biết nếp mới của một trang từ nay là thường lệ: cảnh báo lẽ ra còn mãi mỗi đêm được chấm dứt."
    ),
    "The day from which they are; default: the last one.": "Từ ngày nào; mặc định: ngày vừa qua.",
    "{site} has no alarm that could be accepted": "{site} không có cảnh báo nào để chấp nhận",
    "{site}: {code}: the new ways are the usual ones from {day} on": ("{site}: {code}: nếp mới là thường lệ từ {day}"),
    # add, remove, rename
    "Add sites to archiver.toml, so that crawl --all and schedule take them.": (
        "Thêm trang vào archiver.toml, để crawl --all và schedule lấy chúng."
    ),
    "Read addresses from this file, one a line.": "Đọc địa chỉ từ tệp này, mỗi dòng một địa chỉ.",
    "{site} is there already": "{site} đã có rồi",
    "Leave a site out of crawl --all and schedule from now on. Its archive stays as it is.": (
        "Từ nay bỏ một trang khỏi crawl --all và schedule. Kho của nó vẫn giữ nguyên."
    ),
    "{site} is left out from now on; its archive stays": "từ nay bỏ qua {site}; kho của nó vẫn còn",
    "Bring archives of an older format to that of this version, those named or all. What is sealed stays.": (
        "Đưa các kho định dạng cũ lên định dạng của phiên bản này: những kho nêu tên, hoặc tất cả. Những gì đã niêm giữ"
        " nguyên."
    ),
    "{site} is of format {version}, the newest": "{site} có định dạng {version}, mới nhất",
    "Give an archive's folder, and its place in archiver.toml, another name.": (
        "Đổi tên thư mục của một kho và chỗ của nó trong archiver.toml."
    ),
    # new-site
    "Write a first profile of a site from what the reader finds on a few pages, with a comment for each choice."
    " TARGET is an archive's name, whose pages are read, or a URL, of which a few pages are asked.": (
        "Viết hồ sơ đầu tiên của một trang từ những gì bộ đọc thấy ở vài trang, mỗi lựa chọn có một lời chú."
        " TARGET là tên kho, khi đó đọc các trang trong kho, hoặc địa chỉ, khi đó hỏi vài trang của nó."
    ),
    "Write it to this file, which must be new; default: standard output.": (
        "Ghi vào tệp này, phải là tệp mới; mặc định: đầu ra chuẩn."
    ),
    # doctor
    "Look at a site and explain: what is reached, found and read, what changed, what to mend.": (
        "Xem một trang và giải thích: tới được gì, tìm và đọc được gì, điều gì đã đổi, cần sửa gì."
    ),
    "Look at so many pages.": "Số trang cần xem.",
    "by": "nhờ",
    "page": "trang",
    "certainty, %": "độ chắc, %",
    "because of": "vì",
    "alarm": "cảnh báo",
    "warning": "lưu ý",
    # sites
    "List the sites that have a profile or an archive, and what can be given to crawl.": (
        "Liệt kê các trang đã có hồ sơ hoặc kho, và tên dùng để lấy tin."
    ),
    "known by": "biết nhờ",
    "address": "địa chỉ",
    "name": "tên",
    # crawl
    "Walking": "Lấy tin",
    "Archive a site's news: TARGET is a URL, a profile's name, or an archive's name. Safe to run again and again.": (
        "Lưu trữ tin bài của một trang: TARGET là địa chỉ, tên hồ sơ, hoặc tên kho. Chạy lại bao nhiêu lần cũng được."
    ),
    "Every site of the folder, several at a time, one a host.": (
        "Mọi trang trong thư mục, nhiều trang một lúc, mỗi máy chủ một trang."
    ),
    "So many sites at a time, with --all.": "Số trang cùng lúc, khi dùng --all.",
    "Seconds between two requests to the site.": "Số giây giữa hai lần hỏi trang.",
    "Ask for every known address again, whatever the schedule says.": "Hỏi lại mọi địa chỉ đã biết, bất kể lịch.",
    "The site has moved: TARGET is the new address of the archive that --slug names.": (
        "Trang đã dời đi: TARGET là địa chỉ mới của kho mà --slug nêu tên."
    ),
    "Stop in good order after so many pages.": "Dừng êm sau chừng ấy trang.",
    "Stop in good order after so many requests.": "Dừng êm sau chừng ấy lần hỏi.",
    "Stop in good order after so many bytes received, such as 2GiB.": "Dừng êm sau khi nhận chừng ấy byte, như 2GiB.",
    "Stop in good order after so long, such as 2h.": "Dừng êm sau chừng ấy thời gian, như 2h.",
    "Mail address or page that tells a webmaster who you are.": (
        "Thư điện tử hoặc trang cho quản trị viên biết bạn là ai."
    ),
    "Rehearse: crawl as if it were then, such as 2026-11-25T01:30 (of Viet Nam where no zone is given).": (
        "Diễn tập: thu thập như thể đang ở lúc đó, ví dụ 2026-11-25T01:30 (giờ Việt Nam nếu không ghi múi giờ)."
    ),
    "Name of the archive; default: made from the address.": "Tên kho; mặc định lấy từ địa chỉ.",
    "Form of the log on standard error.": "Dạng nhật ký ở đầu ra lỗi.",
    "What is worth a line there.": "Mức nào thì ghi một dòng.",
    "Write the log to this file instead.": "Ghi nhật ký vào tệp này.",
    "{bad} of {all} sites need a look (exit code: sites): {listed}": (
        "{bad} trên {all} trang cần xem lại (mã thoát: trang): {listed}"
    ),
    "Serve a practice portal on this machine, archive it, and show what came of it. Run it twice.": (
        "Dựng một cổng thông tin thực hành trên máy này, lưu trữ nó và cho xem kết quả. Hãy chạy hai lần."
    ),
    "A practice portal of an invented department is served at {url}": (
        "Cổng thực hành của một cơ quan hư cấu đang chạy tại {url}"
    ),
    "what": "nội dung",
    "how many": "số lượng",
    "pages asked": "trang đã hỏi",
    "articles kept in this run": "bài giữ lại trong lượt này",
    "articles in the archive": "bài trong kho",
    "dates found with a problem": "ngày tháng có nghi vấn",
    "Nothing new: the portal is as it was at the last run.": "Không có gì mới: cổng vẫn như lượt trước.",
    "The files lie in {folder}: records/ (JSON Lines), captures/ (WARC), runs/ (reports).": (
        "Các tệp nằm ở {folder}: records/ (JSON Lines), captures/ (WARC), runs/ (báo cáo)."
    ),
    "Try next:": "Thử tiếp:",
    "{site}: {pages} pages asked, {articles} articles kept, {queued} to ask": (
        "{site}: đã hỏi {pages} trang, giữ {articles} bài, còn {queued} trang chờ"
    ),
    "{done} of {sites} sites done": "xong {done} trên {sites} trang web",
    "kept": "đã giữ",
    "to ask": "còn chờ",
    "a minute": "mỗi phút",
    "received": "đã nhận",
    "left": "còn lại",
    "asking": "đang hỏi",
    # config
    "Show every setting in force and where it comes from; [SITE]: as it holds for that site.": (
        "Cho xem mọi thiết lập đang có hiệu lực và lấy từ đâu; [SITE]: như áp dụng cho trang đó."
    ),
    "Print JSON.": "In dạng JSON.",
    "setting": "thiết lập",
    "value": "giá trị",
    "from": "lấy từ",
    "what it does": "ý nghĩa",
    # extract
    "Read the article of one page and print its record as JSON; '-' reads standard input.": (
        "Đọc bài viết của một trang và in bản ghi dạng JSON; '-' đọc từ đầu vào chuẩn."
    ),
    "Address that the page was saved from.": "Địa chỉ mà từ đó trang được lưu lại.",
    "Profile whose selectors are to be used; default: found by the address.": (
        "Hồ sơ trang dùng để chọn các phần; mặc định tìm theo địa chỉ."
    ),
    "The Content-Type header that the page came with.": "Tiêu đề Content-Type đi kèm trang.",
    # dates
    "Every date in TEXT, one JSON object a line; '-' reads standard input.": (
        "Mọi ngày tháng trong TEXT, mỗi dòng một đối tượng JSON; '-' đọc từ đầu vào chuẩn."
    ),
    "The day on which the text was written, YYYY-MM-DD: fills in what is not printed, and says so.": (
        "Ngày viết văn bản, dạng YYYY-MM-DD: dùng để điền phần không in, và ghi rõ điều đó."
    ),
    "no date in {text}": "không có ngày tháng nào trong {text}",
}

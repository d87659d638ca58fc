"""What `archiver.running` says in English of runs and sites, in Vietnamese: a part of `sentences.SENTENCES`."""

OF_RUNS = {
    # --- running: configuration, runs ---------------------------------------------------------------------------------
    "{path}, line {line:d}: expected tables such as [sites.hdtdkt]": (
        "{path}, dòng {line}: cần các bảng như [sites.hdtdkt]"
    ),
    "{path}: {why}. Nothing was done": "{path}: {why}. Chưa làm gì cả",
    "{path}, line {line:d}: {name!r} is no setting for a site. There are: {known}": (
        "{path}, dòng {line}: {name} không phải thiết lập cho một trang. Đang có: {known}"
    ),
    "{path}, line {line:d}: {name!r} is no setting for all sites. There are: {known}": (
        "{path}, dòng {line}: {name} không phải thiết lập chung. Đang có: {known}"
    ),
    "{path}, line {line:d}: {name} = {value}: {why}": "{path}, dòng {line}: {name} = {value}: {why}",
    "expected seconds, or a text such as '90s', '30m', '2h'": "cần số giây, hoặc chữ như '90s', '30m', '2h'",
    "expected bytes, or a text such as '512 MiB', '2 GB'": "cần số byte, hoặc chữ như '512 MiB', '2 GB'",
    "expected a whole number, 1 or more": "cần số nguyên, từ 1 trở lên",
    "expected a whole number, 0 to 10": "cần số nguyên, 0 đến 10",
    "expected true or false": "cần true hoặc false",
    "expected a text": "cần một đoạn chữ",
    "expected an address such as 'https://hdtdkt.example/'": "cần địa chỉ như 'https://hdtdkt.example/'",
    "expected a time of day, 'HH:MM', on Vietnam's clock": "cần giờ trong ngày, 'HH:MM', theo giờ Việt Nam",
    "expected a list of texts": "cần một danh sách chữ",
    "expected alarms and days, such as {{ listing-shrunk = 2026-11-24 }}": (
        "cần cảnh báo và ngày, như {{ listing-shrunk = 2026-11-24 }}"
    ),
    "{code!r} is no alarm. There are: {codes}": "{code} không phải cảnh báo. Đang có: {codes}",
    "{file!r}: {why}; no log can be written there. Nothing was done": (
        "{file}: {why}; không ghi nhật ký ở đó được. Chưa làm gì cả"
    ),
    "usual: {usual}": "thường: {usual}",
    "well again (over: {codes})": "đã ổn trở lại (hết: {codes})",
    "{count:d} site(s) need a look": "{count} trang cần xem",
    "{count:d} well again": "{count} trang đã ổn trở lại",
    "expected 'en' or 'vi'": "cần 'en' hoặc 'vi'",
    "{slug}: not begun, since the whole was stopped by a signal": "{slug}: chưa bắt đầu vì tất cả bị tín hiệu dừng",
    "{slug}: its process was {how}; the next run mends what it left and goes on": (
        "{slug}: tiến trình của nó {how}; lượt sau sẽ sửa phần dở dang và chạy tiếp"
    ),
    "killed by {signal}": "bị {signal} giết",
    "ended with {code}": "kết thúc với mã {code}",
    "{where}: no report of a run: {error}. Move it aside; the archive does not need it": (
        "{where}: không phải báo cáo lượt chạy: {error}. Hãy dời nó đi; kho không cần nó"
    ),
    "{where}: written by a newer archiver (report version {version:d}, this one reads {known:d}). Upgrade archiver": (
        "{where}: do archiver bản mới hơn ghi (báo cáo phiên bản {version}, bản này đọc {known}). Hãy nâng cấp archiver"
    ),
    "{path!r}: systemd units need a path without blanks and quotes. Move it, or use --cron": (
        "{path}: đơn vị systemd cần đường dẫn không có dấu cách và dấu ngoặc. Hãy dời nó, hoặc dùng --cron"
    ),
    "{path}, line {line:d}: {name!r} is no name for an archive: up to 80 of a-z, 0-9, '-', '_' and '.'": (
        "{path}, dòng {line}: {name} không dùng làm tên kho được: tối đa 80 ký tự trong a-z, 0-9, '-', '_' và '.'"
    ),
    "{path}, line {line:d}: there is no site {site!r}: no archive of that name stands in {root!r}, and the table gives no"
    " url": ("{path}, dòng {line}: không có trang {site}: trong {root} không có kho tên đó, và bảng không cho url"),
    "{path}, line {line:d}: there is no site {site!r} (did you mean {other!r}?): no archive of that name stands in"
    " {root!r}, and the table gives no url": (
        "{path}, dòng {line}: không có trang {site} (có phải là {other}?): trong {root} không có kho tên đó, và bảng không"
        " cho url"
    ),
    "{code!r} is no alarm that can be accepted. Those are: {codes}": (
        "{code} không phải cảnh báo chấp nhận được. Những cảnh báo đó là: {codes}"
    ),
    "{workers:d} workers, {bound:d} a network: at least one of each is needed": (
        "{workers} tiến trình, {bound} mỗi mạng: mỗi thứ cần ít nhất một"
    ),
    "{site!r} stands in the plan twice; give one of them another name": (
        "{site} có hai lần trong kế hoạch; hãy đặt tên khác cho một"
    ),
    "{site}: a cadence of {every} s and runs of {seconds} s cannot be": (
        "{site}: không thể có nhịp {every} giây với lượt chạy {seconds} giây"
    ),
    # --- running: alarms ----------------------------------------------------------------------------------------------
    "{site}: {seen}. {next}": "{site}: {seen}. {next}",
    "{site}: {seen}, usual: {usual}": "{site}: {seen}, thường lệ: {usual}",
    "{site}: {seen}, usual: {usual} (and {codes})": "{site}: {seen}, thường lệ: {usual} (và {codes})",
    "{site}: {seen} (and {codes})": "{site}: {seen} (và {codes})",
    "{site}: {seen}, usual: {usual}. {next}": "{site}: {seen}, thường lệ: {usual}. {next}",
    "{site}: {seen}, usual: {usual} (and {codes}). {next}": "{site}: {seen}, thường lệ: {usual} (và {codes}). {next}",
    "{site}: {seen} (and {codes}). {next}": "{site}: {seen} (và {codes}). {next}",
    "See: archiver doctor {site}": "Xem: archiver doctor {site}",
    "The captures are kept. See: archiver doctor {site}; once a profile is mended, archiver reextract {again} heals the"
    " records": (
        "Các bản chụp vẫn được giữ. Xem: archiver doctor {site}; khi hồ sơ đã sửa, archiver reextract {again} chữa lành"
        " các bản ghi"
    ),
    "{text}. If these are the site's new ways: archiver accept {site} {code}": (
        "{text}. Nếu đó là nếp mới của trang: archiver accept {site} {code}"
    ),
    "0 articles from {pages:d} pages": "0 bài từ {pages} trang",
    "The site may have changed. {cure}": "Trang có thể đã thay đổi. {cure}",
    "{logins:d} of {pages:d} pages ask for a login: the site is closed": (
        "{logins} trên {pages} trang đòi đăng nhập: trang đã đóng cửa"
    ),
    "open to everybody": "mở cho mọi người",
    "Open {url} in a browser; if it is meant to be public, write to the webmaster": (
        "Hãy mở {url} bằng trình duyệt; nếu lẽ ra trang phải công khai, hãy viết cho quản trị trang"
    ),
    "no answer for two runs, {since}": "hai lượt liền không trả lời, {since}",
    "no answer for two runs, {since}: {detail}": "hai lượt liền không trả lời, {since}: {detail}",
    "last reached {day}": "lần cuối tới được {day}",
    "never reached": "chưa bao giờ tới được",
    "answers": "có trả lời",
    "no new article in {days:d} day(s)": "không có bài mới trong {days} ngày",
    "{new:d} new article(s) in {days:d} days": "{new} bài mới trong {days} ngày",
    "{expected:g} over these days; {week:g} a week": "{expected} bài trong những ngày này; mỗi tuần {week}",
    "{new:d} new articles at once, {known:d} were known": "{new} bài mới cùng lúc, trước đó biết {known} bài",
    "{mean:g} a day": "{mean} mỗi ngày",
    "Addresses may have changed, or a calendar leads astray. {cure}": "Địa chỉ có thể đã đổi, hoặc một tờ lịch dẫn lạc đường. {cure}",
    "{count:d} item(s) a page in a listing": "{count} mục mỗi trang trong một danh mục",
    "{middle:d} a page, never under {least:d}": "{middle} mỗi trang, chưa bao giờ dưới {least}",
    "{count:d} listing(s) not found any more": "không còn thấy {count} danh mục",
    "listings end after {pages:d} page(s) in {runs}": "danh mục hết sau {pages} trang trong {runs}",
    "up to {pages:d} pages were read": "từng đọc đến {pages} trang",
    "What stands further back is not found any more. {cure}": "Không còn tìm thấy tin bài ở các trang sau. {cure}",
    "{days:g} days": "{days} ngày",
    "{count:d} walked in every run": "lượt nào cũng đi {count} danh mục",
    "the site counts {claims:d} {what}": "trang tự đếm {claims} {what}",
    "Articles may have been taken down together. {cure}": "Có thể nhiều bài bị gỡ cùng lúc. {cure}",
    "{lost:d} known articles answered 'not found' in {runs}": "{lost} bài đã biết trả lời 'không tìm thấy' trong {runs}",
    "this run": "lượt này",
    "the last {count:d} runs": "{count} lượt gần đây",
    "{part:d} of {whole:d}": "{part} trên {whole}",
    "Addresses may have changed; tombstones wait for a second day. {cure}": (
        "Địa chỉ có thể đã đổi; ngày thứ hai mới ghi là đã gỡ. {cure}"
    ),
    "{edited:d} of {read:d} articles read again were 'edited' in {runs}": (
        "{edited} trên {read} bài đọc lại bị coi là 'đã sửa' trong {runs}"
    ),
    "{field} in {found:d} of {of:d} articles in {runs}": "có {field} ở {found} trên {of} bài trong {runs}",
    "{selector!r} matched on {found:d} of {of:d} pages in {runs}": (
        "{selector} khớp trên {found} trên {of} trang trong {runs}"
    ),
    "{selector!r} matched on 0 of {of:d} pages, and never did": "{selector} chưa từng khớp trên trang nào trong {of} trang",
    "a selector that matches": "bộ chọn có khớp",
    "It is wrong, or of another design: mend it in the profile, or leave the field out. {heal}": (
        "Bộ chọn sai, hoặc thuộc bố cục khác: hãy sửa trong hồ sơ, hoặc bỏ trường đó. {heal}"
    ),
    "The layout has probably changed: add one to the profile. {heal}": (
        "Bố cục có lẽ đã đổi: hãy thêm một bố cục vào hồ sơ. {heal}"
    ),
    "the reader was {sure:g} sure of {read:d} article(s)": "bộ đọc chắc {sure} về {read} bài",
    "{middle:g}, never under {least:g}": "{middle}, chưa bao giờ dưới {least}",
    "half of the bodies in {runs} have at most {words:d} words": "một nửa số bài trong {runs} có nhiều nhất {words} từ",
    "{middle:d} words, never under {least:d}": "{middle} từ, chưa bao giờ dưới {least}",
    "{same:d} of {read:d} articles have one and the same text": "{same} trên {read} bài có cùng một nội dung",
    "at most {most:d}": "nhiều nhất {most}",
    "{bad:d} of {read:d} titles are the site's name": "{bad} trên {read} tiêu đề là tên trang",
    "{code!r} in {doubts:d} of {read:d} articles in {runs}": "{code} ở {doubts} trên {read} bài trong {runs}",
    "{seen:d} of {pages:d} pages are of the kind {kind!r} in {runs}": "{seen} trên {pages} trang thuộc loại {kind} trong {runs}",
    "the newest article is of {day}, after the run itself": "bài mới nhất ghi ngày {day}, sau cả lượt chạy",
    "none is": "không bài nào như vậy",
    "Day and month may have changed places, or the clock is wrong. {cure}": "Ngày và tháng có thể bị đổi chỗ, hoặc đồng hồ sai. {cure}",
    "{failed:d} of {asked:d} requests came to nothing in {runs}": "{failed} trên {asked} yêu cầu không có kết quả trong {runs}",
    "{failed:d} of {asked:d} requests came to nothing in {runs} ({detail})": (
        "{failed} trên {asked} yêu cầu không có kết quả trong {runs} ({detail})"
    ),
    "The server may be ill; a larger --delay is kinder. {cure}": "Máy chủ có thể đang yếu; --delay lớn hơn sẽ nhẹ tay hơn. {cure}",
    "{no:d} of {asked:d} answers were a refusal (401, 403, 429, 451) in {runs}": (
        "{no} trên {asked} trả lời là từ chối (401, 403, 429, 451) trong {runs}"
    ),
    "Write to the webmaster; set `contact` in archiver.toml. {cure}": (
        "Hãy viết cho quản trị trang; đặt `contact` trong archiver.toml. {cure}"
    ),
    "robots.txt answers {status:d}, which forbids everything (RFC 9309)": (
        "robots.txt trả lời {status}, nghĩa là cấm tất cả (RFC 9309)"
    ),
    "robots.txt forbids {count:d} addresses": "robots.txt cấm {count} địa chỉ",
    "robots.txt has changed": "robots.txt đã đổi",
    "{count:d} forbidden": "cấm {count}",
    "Read it, and write to the webmaster if it was not meant so": (
        "Hãy đọc nó, và viết cho quản trị trang nếu không cố ý"
    ),
    "it held": "trước vẫn tốt",
    "Write to the webmaster": "Hãy viết cho quản trị trang",
    "{host}: the certificate ends in {days:d} day(s)": "{host}: chứng thư hết hạn trong {days} ngày",
    "renewed in time": "được gia hạn kịp thời",
    "Write to the webmaster before it ends": "Hãy viết cho quản trị trang trước khi hết hạn",
    "the run stopped because the disk has no room": "lượt chạy dừng vì đĩa hết chỗ",
    "Make room: nothing is kept until then": "Hãy giải phóng chỗ: cho tới lúc đó không lưu được gì",
    "{free:g} GiB free": "còn trống {free} GiB",
    "{free:g} GiB free, full in {nights:d} nights at this pace": "còn trống {free} GiB, với đà này đầy sau {nights} đêm",
    "Make room, or move the archives: a folder of an archive can be moved whole": (
        "Hãy giải phóng chỗ, hoặc dời các kho: thư mục của một kho dời nguyên được"
    ),
    "seven runs ended by a limit ({limit}); {queued:d} addresses wait": (
        "bảy lượt liền dừng do giới hạn ({limit}); {queued} địa chỉ đang chờ"
    ),
    "a run comes to its end": "lượt chạy đi đến cùng",
    "Raise the limit, or look for a trap in `budgets_hit`": "Hãy nâng giới hạn, hoặc tìm cái bẫy trong `budgets_hit`",
    # --- running: doctor ----------------------------------------------------------------------------------------------
    "{url} may not be asked: {why}; nothing was asked but {robots}": (
        "không được hỏi {url}: {why}; chỉ hỏi {robots}, ngoài ra không hỏi gì"
    ),
    "its robots.txt forbids it": "robots.txt của trang cấm",
    "{url} does not answer: {why}": "{url} không trả lời: {why}",
    "{url} answers ({said})": "{url} có trả lời ({said})",
    "{url} answers ({said}); came to nothing: {failed}": "{url} có trả lời ({said}); không có kết quả: {failed}",
    "There is no site of this name: look for a slip of the pen, or for its new address with a search engine": (
        "Không có trang nào tên này: hãy xem có gõ nhầm không, hoặc tìm địa chỉ mới bằng công cụ tìm kiếm"
    ),
    "Its certificate does not hold: look at it in a browser, and write to the webmaster": (
        "Chứng thư của trang không hợp lệ: hãy xem bằng trình duyệt, và viết cho quản trị trang"
    ),
    "It is the site's wish, and is kept. If its news are meant to be read, ask the webmaster to let archiver in:"
    " 'User-agent: archiver' and 'Allow: /'": (
        "Đó là ý của trang và được tôn trọng. Nếu tin bài là để đọc, hãy đề nghị quản trị trang cho archiver vào:"
        " 'User-agent: archiver' và 'Allow: /'"
    ),
    "That is no wish of the site, but a server in trouble: try again later. If it opens in a browser all the while, write"
    " to the webmaster": (
        "Đó không phải ý của trang mà là máy chủ đang trục trặc: hãy thử lại sau. Nếu trình duyệt vẫn mở được, hãy viết"
        " cho quản trị trang"
    ),
    "Nothing listens there: look for a slip in the address or its port, or try again later": (
        "Không có gì lắng nghe ở đó: hãy xem lại địa chỉ hoặc cổng, hoặc thử lại sau"
    ),
    "Open it in a browser. If it opens there, a firewall may refuse us: write to the webmaster, and set `contact`."
    " If it has moved, crawl the new address": (
        "Hãy mở bằng trình duyệt. Nếu mở được, có thể tường lửa chặn chúng ta: viết cho quản trị trang, và đặt"
        " `contact`. Nếu trang đã dời, hãy lấy tin từ địa chỉ mới"
    ),
    "{robots}; {count:d} addresses are forbidden, such as {example}": "{robots}; cấm {count} địa chỉ, như {example}",
    "{url}: no answer": "{url}: không trả lời",
    "{robots}, asks for {seconds:g} s between requests": "{robots}, xin {seconds} giây giữa hai yêu cầu",
    "{host}: certificate {error}": "{host}: chứng thư {error}",
    "{host}: certificate holds until {day}": "{host}: chứng thư có hạn đến {day}",
    "no listing was found on {pages:d} pages": "không thấy danh mục nào trên {pages} trang",
    "If a browser shows one, it is filled in by a script: look for a feed or a sitemap, and crawl that address": (
        "Nếu trình duyệt cho thấy có, danh mục do mã kịch bản dựng: hãy tìm nguồn tin (feed) hoặc sơ đồ trang (sitemap),"
        " và lấy tin từ địa chỉ đó"
    ),
    "{count:d} listings with {items:d} items on {pages:d} pages": "{count} danh mục với {items} mục trên {pages} trang",
    "no article could be read: robots.txt keeps us out of {count:d} addresses ({kinds})": (
        "không đọc được bài nào: robots.txt không cho vào {count} địa chỉ ({kinds})"
    ),
    "no article on the {pages:d} pages that {limit} allows ({kinds})": (
        "không có bài nào trong {pages} trang mà {limit} cho phép ({kinds})"
    ),
    "Look at more pages, such as --max-pages {more:d}": "Hãy xem nhiều trang hơn, chẳng hạn --max-pages {more}",
    "no page reads as an article ({kinds})": "không trang nào đọc được như bài viết ({kinds})",
    "Save one with a browser and see why: archiver extract PAGE.html --url ITS_ADDRESS": (
        "Hãy lưu một trang bằng trình duyệt và xem vì sao: archiver extract TRANG.html --url ĐỊA_CHỈ"
    ),
    "{count:d} articles read ({kinds})": "đọc được {count} bài ({kinds})",
    "{count:d} articles read, {sure} sure of their kind ({kinds})": "đọc được {count} bài, chắc {sure} về loại ({kinds})",
    "{field} is found in {found:d} of {of:d} articles; not in {example}": (
        "có {field} ở {found} trên {of} bài; không có ở {example}"
    ),
    "Write a profile out of its pages: archiver new-site {site} --out {file}; choose the selector of {field!r} there;"
    " then archiver reextract {again}. See CONTRIBUTING.md": (
        "Hãy viết hồ sơ từ các trang đó: archiver new-site {site} --out {file}; chọn bộ chọn của {field} trong đó;"
        " rồi archiver reextract {again}. Xem CONTRIBUTING.md"
    ),
    "{field}: {now} of articles, {before} in run {run}": "{field}: {now} số bài, {before} trong lượt {run}",
    "The layout has probably changed. The captures are kept: archiver new-site {site} --out {file} writes a profile of"
    " the new one; then archiver reextract {again}": (
        "Bố cục có lẽ đã đổi. Các bản chụp vẫn được giữ: archiver new-site {site} --out {file} viết hồ sơ cho bố cục"
        " mới; rồi archiver reextract {again}"
    ),
    "{count:d} listings of run {run} were not met, such as {example}": "không gặp {count} danh mục của lượt {run}, như {example}",
    "If the site has put its news in another order: archiver accept {site} listing-lost": (
        "Nếu trang đã sắp xếp lại tin bài: archiver accept {site} listing-lost"
    ),
    "{url} is another one than in run {run}": "{url} khác với trong lượt {run}",
    "Read it": "Hãy đọc nó",
    "nothing that matters differs from run {run}": "không có gì đáng kể khác với lượt {run}",
}

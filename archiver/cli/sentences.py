"""What the rooms below say in English (errors, alarms, findings), in Vietnamese: recognised, not asked for.

Errors, stored reports and logs are English, for machines and for whoever helps from afar; a person is answered in the
language of the command line. So the rooms below know nothing of languages: `heard` recognises a sentence by its
template here and says it in the language in use. {name} stands for any text, {name!r} for a quoted one, {name:d} for a
number; what is found there is heard in its turn, so that an error within an error is said whole. What is not recognised
is left as it is. `tests/test_sentences.py` walks through the code and fails where a sentence has no Vietnamese.
"""

from __future__ import annotations

import re
import string
from functools import cache, lru_cache

from archiver.cli.sentences_of_files import OF_DISKS, OF_FOREIGN
from archiver.cli.sentences_of_pages import OF_PAGES
from archiver.cli.sentences_of_runs import OF_RUNS
from archiver.cli.words import spoken

_PLACE = {
    None: r"(?P<{name}>.+?)",
    "r": r"""(?P<{name}>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""",
    "s": r"(?P<{name}>\S*[^\s.])",  # one word, without the stop behind it
}
_NUMBER = r"(?P<{name}>-?\d[\d.,]*|None)"


def heard(text: str, language: str | None = None) -> str:
    """*text*, which a room below said in English, in *language* ('en', 'vi'); None: in the language in use."""
    return _vietnamese(text, 0) if (language or spoken()) == "vi" and len(text) <= LONGEST else text


LONGEST = 4000
"""Characters: more than any error has, so that what a server sent is not gone through at length."""
DEEPEST = 6
"""An error within an error within an alarm."""


@lru_cache(maxsize=1000)
def _vietnamese(text: str, depth: int) -> str:
    for literals, pattern, vietnamese in _patterns():
        # In order and apart, or the pattern cannot fit: this spares it nearly always, and bounds its work.
        at = 0
        for literal in literals:
            if (at := text.find(literal, at)) < 0:
                break
            at += len(literal)
        else:
            if found := pattern.fullmatch(text):
                inner = found.groupdict()
                if depth < DEEPEST:
                    inner = {name: _vietnamese(value, depth + 1) for name, value in inner.items()}
                return vietnamese.format(**inner)
    return text


@cache
def _patterns() -> list[tuple[list[str], re.Pattern[str], str]]:
    """Those that say most themselves come first."""
    patterns = []
    for english, vietnamese in SENTENCES.items():
        literals, pattern = [], ""
        for literal, name, form, conversion in string.Formatter().parse(english):
            literals.append(literal)
            pattern += re.escape(literal)
            if name:
                pattern += (_NUMBER if form else _PLACE[conversion]).format(name=name)
        patterns.append((literals, re.compile(pattern, re.S), vietnamese))
    return sorted(patterns, key=lambda one: -sum(map(len, one[0])))


SENTENCES = {
    **OF_PAGES,  # first: of two that say as much, the one that stands before is taken
    **OF_DISKS,
    **OF_FOREIGN,
    # --- what the system says -----------------------------------------------------------------------------------------
    "No such file or directory": "không có tệp hoặc thư mục này",
    "Permission denied": "không có quyền",
    "No space left on device": "đĩa đã đầy",
    "Disk quota exceeded": "đã vượt hạn mức đĩa",
    "Is a directory": "đó là thư mục",
    "Not a directory": "đó không phải là thư mục",
    "File exists": "đã có sẵn",
    "Read-only file system": "đĩa chỉ cho đọc",
    "Input/output error": "đĩa đọc ghi bị lỗi",
    "Too many open files": "mở quá nhiều tệp",
    "Connection refused": "kết nối bị từ chối",
    "Address already in use": "địa chỉ đang được dùng",
    "it is not UTF-8": "không phải UTF-8",
    "byte {at:d} is not UTF-8": "byte {at} không phải UTF-8",
    "unknown": "không rõ",
    "none": "không có",
    # --- the command line ---------------------------------------------------------------------------------------------
    "give a TARGET (a URL, a profile's name, an archive's name), or --all. See: archiver crawl --help": (
        "hãy cho TARGET (địa chỉ, tên hồ sơ hoặc tên kho), hoặc --all. Xem: archiver crawl --help"
    ),
    "--all takes no TARGET ({target!r}): it crawls every site of {root!r}": (
        "--all không nhận TARGET ({target}): nó lấy mọi trang trong {root}"
    ),
    "the run hung beyond its limit of time and was ended; the next run mends what it left and goes on": (
        "lượt chạy treo quá giới hạn thời gian nên bị dừng; lượt sau sẽ sửa phần dở dang và chạy tiếp"
    ),
    "port {port:d}, on which the practice portal stood, is taken ({why})."
    " Try again later, or begin anew: archiver demo --root ANOTHER_FOLDER": (
        "cổng {port} của trang thực hành đang được dùng ({why})."
        " Hãy thử lại sau, hoặc bắt đầu lại: archiver demo --root THƯ_MỤC_KHÁC"
    ),
    "{where}: an article was lost on its way to the archive. Run again": (
        "{where}: một bài bị mất trên đường vào kho. Hãy chạy lại"
    ),
    "{slug}: another run is at work on it ({holder}); wait for its end": (
        "{slug}: một lượt chạy khác đang làm việc ({holder}); hãy đợi nó xong"
    ),
    "{slug}: another run is at work on it ({holder}); wait for its end. Lock: {lock!r}": (
        "{slug}: một lượt chạy khác đang làm việc ({holder}); hãy đợi nó xong. Khóa: {lock}"
    ),
    "{slug}: another run has just taken lease {number:d}; wait for its end. Lock: {lock!r}": (
        "{slug}: một lượt chạy khác vừa nhận quyền ghi số {number}; hãy đợi nó xong. Khóa: {lock}"
    ),
    "{slug}: this run stood still, and its lease {number:d} was taken over ({holder})."
    " It writes nothing more; what it had not sealed, the other one takes up": (
        "{slug}: lượt chạy này đã đứng im, quyền ghi số {number} của nó đã bị lượt khác nhận ({holder})."
        " Nó không ghi gì nữa; phần nó chưa niêm phong, lượt kia làm tiếp"
    ),
    "{slug}: {lease!r}, the lease of this run, is gone or not its own any more."
    " It writes nothing more; the next run mends what it left": (
        "{slug}: {lease}, quyền ghi của lượt chạy này, đã mất hoặc không còn là của nó."
        " Nó không ghi gì nữa; lượt sau sẽ sửa phần dở dang"
    ),
    "ARCHIVER_LEASE_SECONDS={said!r}: give a number of seconds from 0.1 to 86400, or none (90)": (
        "ARCHIVER_LEASE_SECONDS={said}: hãy cho số giây từ 0.1 đến 86400, hoặc bỏ trống (90)"
    ),
    "{lease!r} is of format {version}, made by a newer archiver; this one knows format {ours}:"
    " upgrade archiver. Nothing was changed": (
        "{lease} có định dạng {version}, do bản archiver mới hơn tạo; bản này chỉ biết định dạng {ours}:"
        " hãy nâng cấp archiver. Chưa thay đổi gì"
    ),
    "pid {pid:d} on {host}, since {since}, lease {number:d}": (
        "tiến trình {pid} trên {host}, từ {since}, quyền ghi số {number}"
    ),
    "'{url}/{name}': it was sealed under lease {theirs:d}, what is here under {ours:d}:"
    " another one took over. Nothing was overwritten; a crawl with this storage takes up what is there": (
        "'{url}/{name}': ở đó niêm phong theo quyền ghi số {theirs}, ở đây theo số {ours}:"
        " lượt khác đã nhận. Không ghi đè gì; lượt lấy tin có dùng kho này sẽ làm tiếp từ đó"
    ),
    "{count:d} sealed file(s) are gone, such as {name!r}": "{count} tệp đã niêm phong không còn, chẳng hạn {name}",
    "nobody removes them": "không ai xóa chúng",
    "Restore them from a copy. What is missing is told by: archiver verify {path}": (
        "Hãy khôi phục từ bản sao. Còn thiếu gì thì xem: archiver verify {path}"
    ),
    "run {run} is not sealed: it is at work now": "lượt {run} chưa niêm phong: nó đang chạy",
    "run {run} is not sealed: it died, and the next run will mend it": (
        "lượt {run} chưa niêm phong: nó đã chết giữa chừng, lượt sau sẽ sửa"
    ),
    "{count} revisions were read by another reader, {named}, and this one, {ours}, cannot derive them;"
    " what it reads is shown by: archiver reextract --dry-run": (
        "{count} bản ghi do bộ đọc khác đọc, {named}, nên bộ đọc này, {ours}, không suy lại được;"
        " nó đọc ra gì thì xem: archiver reextract --dry-run"
    ),
    "{slug}: {message}": "{slug}: {message}",
    "notify: {error}": "thông báo: {error}",
    "prometheus: {error}": "prometheus: {error}",
    "healthcheck: {error}": "healthcheck: {error}",
    "no answer within {seconds:d} s; left alone": "không trả lời trong {seconds} giây; bỏ qua",
    "no answer from {name} within {seconds:d} s; left alone": "{name} không trả lời trong {seconds} giây; bỏ qua",
    "no answer from {scheme}://… (address {number:d} of {count:d}) within {seconds:d} s; left alone": (
        "{scheme}://… (địa chỉ thứ {number} trong {count}) không trả lời trong {seconds} giây; bỏ qua"
    ),
    "not taken by {scheme}://… (address {number:d} of {count:d})": (
        "{scheme}://… (địa chỉ thứ {number} trong {count}) không nhận"
    ),
    "not taken by {scheme}://… (address {number:d} of {count:d}) ({why})": (
        "{scheme}://… (địa chỉ thứ {number} trong {count}) không nhận ({why})"
    ),
    "not taken by {name}": "{name} không nhận",
    "not taken by {name} ({why})": "{name} không nhận ({why})",
    "See: archiver verify {archive}": "Xem: archiver verify {archive}",
    "{error}; the next run tells it": "{error}; lượt sau sẽ báo lại",
    "apprise is not installed. Install it: pip install 'archiver[notify]'": (
        "chưa cài apprise. Hãy cài: pip install 'archiver[notify]'"
    ),
    "notify: {scheme}://… (address {number:d} of {count:d}) is no address that apprise knows": (
        "thông báo: apprise không hiểu địa chỉ {scheme}://… (địa chỉ thứ {number} trong {count})"
    ),
    "notify: {address} is no address that apprise knows": "thông báo: apprise không hiểu địa chỉ {address}",
    "give addresses, or a file of them. See: archiver add --help": (
        "hãy cho các địa chỉ, hoặc một tệp địa chỉ. Xem: archiver add --help"
    ),
    "{root!r} has no site {site!r}. See: archiver sites --root {folder}": (
        "{root} không có trang {site}. Xem: archiver sites --root {folder}"
    ),
    "{name!r} is no name for an archive: up to 80 of a-z, 0-9, '-', '_' and '.'": (
        "{name} không dùng làm tên kho được: tối đa 80 ký tự trong a-z, 0-9, '-', '_' và '.'"
    ),
    "{name!r} is no name for an archive: up to 80 of a-z, 0-9, '-', '_' and '.', a letter or digit first": (
        "{name} không dùng làm tên kho được: tối đa 80 ký tự trong a-z, 0-9, '-', '_' và '.', bắt đầu bằng chữ hoặc số"
    ),
    "{name!r} is taken under {root!r}. Nothing was done": "{name} đã có trong {root}. Chưa làm gì cả",
    "{out!r} is there already. Nothing was done; give the name of a new file": (
        "{out} đã có. Chưa làm gì cả; hãy cho tên một tệp mới"
    ),
    "{out!r} has no folder to stand in. Nothing was done; give the name of a new file": (
        "{out} không có thư mục để chứa. Chưa làm gì cả; hãy cho tên một tệp mới"
    ),
    "{target}: no article was read, so there is nothing to choose from. See: archiver doctor {url}": (
        "{target}: không đọc được bài nào nên không có gì để chọn. Xem: archiver doctor {url}"
    ),
    "{file!r}: {why}. Give a text file with one address a line": (
        "{file}: {why}. Hãy cho một tệp văn bản, mỗi dòng một địa chỉ"
    ),
    "{file}, line {number:d}: {error}. Nothing was done": "{file}, dòng {number}: {error}. Chưa làm gì cả",
    "{text!r} is no web address. Write it like https://hdtdkt.example/tin/1": (
        "{text} không phải địa chỉ web. Hãy viết như https://hdtdkt.example/tin/1"
    ),
    "{text!r} has no scheme. Did you mean {other!r}?": "{text} thiếu phần https://. Có phải là {other}?",
    "{text!r} is no URL: {error}. Write it like https://hdtdkt.example/tin/1": (
        "{text} không phải địa chỉ: {error}. Hãy viết như https://hdtdkt.example/tin/1"
    ),
    "{file!r}: no article ({kind}): {doubts}. See how it is read: archiver doctor {url}": (
        "{file}: không phải bài viết ({kind}): {doubts}. Xem cách đọc: archiver doctor {url}"
    ),
    "{file!r}: {what}. Give the HTML of one page, as the server sent it": (
        "{file}: {what}. Hãy cho HTML của một trang, đúng như máy chủ gửi"
    ),
    "empty": "trống rỗng",
    "{file!r}: {why}. Give the file of a saved page, or - for standard input": (
        "{file}: {why}. Hãy cho tệp của một trang đã lưu, hoặc - để đọc từ đầu vào chuẩn"
    ),
    "standard input: byte {at:d} is not UTF-8. Convert it first: iconv -f windows-1258 -t utf-8": (
        "đầu vào chuẩn: byte {at} không phải UTF-8. Hãy đổi mã trước: iconv -f windows-1258 -t utf-8"
    ),
    "{root!r}: no archive {name!r} (there: {there}). Make one: archiver crawl URL --root {folder}": (
        "{root}: không có kho {name} (đang có: {there}). Tạo kho: archiver crawl ĐỊA_CHỈ --root {folder}"
    ),
    "{root!r}: no archive (there: {there}). Make one: archiver crawl URL --root {folder}": (
        "{root}: chưa có kho nào (đang có: {there}). Tạo kho: archiver crawl ĐỊA_CHỈ --root {folder}"
    ),
    "Nothing is lost, but one of the two is wrong, and first sights are dated by it. See: timedatectl": (
        "Không mất gì, nhưng một trong hai giờ là sai, và ngày thấy lần đầu theo giờ ấy. Xem: timedatectl"
    ),
    "it goes forward, a second a second": "đồng hồ chạy tới đều đặn",
    "the clock was set by {minutes} min during the run": "đồng hồ máy bị chỉnh {minutes} phút trong lúc chạy",
    "the clock says {now}Z, {count:d} days after the last run": (
        "đồng hồ máy chỉ {now}Z, {count} ngày sau lần chạy trước"
    ),
    "No run was made in between, or the clock is wrong. See: timedatectl": (
        "Trong thời gian ấy không có lần chạy nào, hoặc đồng hồ sai. Xem: timedatectl"
    ),
    "the clock says {now}Z, and said {last}Z when the last run began": (
        "đồng hồ máy chỉ {now}Z, còn lúc lần chạy trước bắt đầu chỉ {last}Z"
    ),
    "{where!r} is of format {version}, and this archiver writes format {known}. Upgrade it: archiver upgrade {site} --root {root}. Nothing was changed": (
        "{where} có định dạng {version}, còn archiver này viết định dạng {known}. Nâng cấp: archiver upgrade {site} --root"
        " {root}. Chưa có gì bị thay đổi"
    ),
    "{root!r}: all its sites are left out (enabled = false): {sites}. Take one up again: archiver add URL --root {folder}": (
        "{root}: mọi trang đều đang được để ngoài (enabled = false): {sites}. Lấy lại một trang: archiver add URL"
        " --root {folder}"
    ),
    "{root!r}: no site to crawl. Make an archive first: archiver crawl URL --root {folder}": (
        "{root}: không có trang nào để lấy. Trước hết hãy tạo kho: archiver crawl ĐỊA_CHỈ --root {folder}"
    ),
    "{root!r}: no such folder. Make an archive first: archiver crawl URL --root {folder}": (
        "{root}: không có thư mục này. Trước hết hãy tạo kho: archiver crawl ĐỊA_CHỈ --root {folder}"
    ),
    # --- using: search, sql, export, serve, publish -------------------------------------------------------------------
    "no form was asked for; add --parquet, --csv, --jsonl, or another: archiver export --help": (
        "chưa chọn dạng nào; hãy thêm --parquet, --csv, --jsonl hoặc dạng khác: archiver export --help"
    ),
    "--{form} takes one site: add --site, one of {sites}": "--{form} chỉ nhận một trang: thêm --site, một trong {sites}",
    "the reading room needs {name}: pip install 'archiver[web]'": "phòng đọc cần {name}: pip install 'archiver[web]'",
    "publishing needs {name}: pip install 'archiver[web]'": "xuất bản cần {name}: pip install 'archiver[web]'",
    "{where}: cannot listen there; another program may. Choose another --port.": (
        "{where}: không lắng nghe được ở đó; có thể chương trình khác đang dùng. Hãy chọn --port khác."
    ),
    "{folder!r} is not empty. Choose a new folder with --out.": "{folder} không trống. Hãy chọn thư mục mới bằng --out.",
    "{site!r}: no such site in {root}. It has: {known}.": "{site}: không có trang này trong {root}. Đang có: {known}.",
    "{out}: cannot be written ({why}). Choose another place with --out.": (
        "{out}: không ghi được ({why}). Hãy chọn chỗ khác bằng --out."
    ),
    "Parquet needs pyarrow: pip install 'archiver[table]'": "Parquet cần pyarrow: pip install 'archiver[table]'",
    "a query of {count:d} characters; at most {most:d}. Shorten it to the rarest words.": (
        "câu tìm dài {count} ký tự; nhiều nhất {most}. Hãy rút gọn còn những từ hiếm nhất."
    ),
    '{query!r}: a quotation mark is not closed. Write "…" around a phrase, or leave it out.': (
        '{query}: dấu ngoặc kép chưa đóng. Hãy đặt cụm từ trong "…", hoặc bỏ dấu đi.'
    ),
    "{query!r}: no word to search for. Write at least one word that the articles should have.": (
        "{query}: không có từ nào để tìm. Hãy viết ít nhất một từ mà bài cần có."
    ),
    "{by!r}: cannot count by that; one of {facets}": "{by}: không đếm theo đó được; một trong {facets}",
    "{name!r} is no field; one of {fields}": "{name} không phải là trường; một trong {fields}",
    "{path}: the search index cannot be written ({why}). Mend the rights of the folder.": (
        "{path}: không ghi được chỉ mục tìm kiếm ({why}). Hãy sửa quyền của thư mục."
    ),
    "{path}: no search index of this version. Make it: archiver index --root {root}": (
        "{path}: chưa có chỉ mục tìm kiếm của phiên bản này. Hãy tạo: archiver index --root {root}"
    ),
    "{path}: the search index is damaged ({why}). Make it again: archiver index --anew --root {root}": (
        "{path}: chỉ mục tìm kiếm bị hỏng ({why}). Hãy tạo lại: archiver index --anew --root {root}"
    ),
    "{path}: another process is writing the search index; try again in a moment.": (
        "{path}: tiến trình khác đang ghi chỉ mục tìm kiếm; hãy thử lại sau giây lát."
    ),
    "{file}, line {number:d}: written by a newer archiver. Install that version to read it.": (
        "{file}, dòng {number}: do archiver bản mới hơn ghi. Hãy cài bản đó để đọc."
    ),
    "{file}, line {number:d}: no record ({why}). See: archiver verify {folder}": (
        "{file}, dòng {number}: không phải bản ghi ({why}). Xem: archiver verify {folder}"
    ),
    "{count:d} statements; ask one question at a time.": "{count} câu lệnh; mỗi lần chỉ hỏi một câu.",
    "{kind}: only SELECT is allowed, the archive is never changed.": (
        "{kind}: chỉ được dùng SELECT, kho không bao giờ bị sửa."
    ),
    "{file}: written by a newer archiver. Install that version to ask it.": (
        "{file}: do archiver bản mới hơn ghi. Hãy cài bản đó để hỏi."
    ),
    "SQL needs DuckDB: pip install 'archiver[table]'": "SQL cần DuckDB: pip install 'archiver[table]'",
    "the question cannot be read: {why}": "không đọc được câu hỏi: {why}",
    "the question cannot be answered: {why}": "không trả lời được câu hỏi: {why}",
    "stopped after {seconds:g} s. Narrow the question, or allow more time.": (
        "đã dừng sau {seconds} giây. Hãy thu hẹp câu hỏi, hoặc cho thêm thời gian."
    ),
    "{root!r}: no such folder. Crawl a site first: archiver crawl URL --root {folder}": (
        "{root}: không có thư mục này. Trước hết hãy lấy một trang: archiver crawl ĐỊA_CHỈ --root {folder}"
    ),
    "{url!r}: no web address; write http://… after the time": (
        "{url}: không phải địa chỉ web; hãy viết http://… sau thời điểm"
    ),
    "{stamp!r}: no time; write YYYYMMDDhhmmss, or its beginning": (
        "{stamp}: không phải thời điểm; hãy viết YYYYMMDDhhmmss, hoặc phần đầu của nó"
    ),
    "{stamp!r}: no such time ({why})": "{stamp}: không có thời điểm này ({why})",
    "--prefix {prefix!r}: no path of plain letters; write one such as /archive": (
        "--prefix {prefix}: không phải đường dẫn gồm chữ thường; hãy viết như /archive"
    ),
    "{name}={text!r}: no day; write YYYY-MM-DD": "{name}={text}: không phải ngày; hãy viết YYYY-MM-DD",
    "{folder!r} holds something that is no edition of ours. Choose an empty or a new folder.": (
        "{folder} chứa thứ không phải ấn bản của archiver. Hãy chọn thư mục trống hoặc mới."
    ),
    "{folder!r}: cannot be written ({why}). Choose another place.": (
        "{folder}: không ghi được ({why}). Hãy chọn chỗ khác."
    ),
    # --- keeping ------------------------------------------------------------------------------------------------------
    "{path!r} is of format {version:d}, made by a newer archiver ({software}); this one knows format {known:d}: upgrade"
    " archiver. Nothing was changed": (
        "{path} có định dạng {version}, do archiver bản mới hơn tạo ({software}); bản này biết định dạng {known}: hãy"
        " nâng cấp archiver. Không có gì bị thay đổi"
    ),
    "{why}. To go on without it: {sites}": "{why}. Để tiếp tục mà không có nó: {sites}",
    "{path!r} is an archive already; open it instead": "{path} đã là một kho; hãy mở nó",
    "{path!r}, byte {offset:d}: no capture of {digest!r}; see: archiver verify {archive}": (
        "{path}, byte {offset}: không có bản chụp {digest}; xem: archiver verify {archive}"
    ),
    "the capture that holds {payload!r} is not in {archive!r}": "bản chụp chứa {payload} không có trong {archive}",
    "{name!r} leads out of the archive {archive!r}; it is not followed": (
        "{name} dẫn ra ngoài kho {archive}; không đi theo"
    ),
    "{path!r} is no archive: it has no {meta}. Make one with 'archiver crawl URL', or name the folder that holds"
    " archive.json": (
        "{path} không phải là kho: không có {meta}. Hãy tạo kho bằng 'archiver crawl ĐỊA_CHỈ', hoặc nêu thư mục chứa"
        " archive.json"
    ),
    "{path!r} cannot be read: {error}": "không đọc được {path}: {error}",
    "{path!r} is damaged: {error}; restore it from a copy, see: archiver verify {archive}": (
        "{path} bị hỏng: {error}; hãy khôi phục từ bản sao, xem: archiver verify {archive}"
    ),
    "{path!r} cannot be read: {error}; see: archiver verify {archive}": (
        "không đọc được {path}: {error}; xem: archiver verify {archive}"
    ),
    "a table needs pyarrow: pip install 'archiver[table]'": "bảng cần pyarrow: pip install 'archiver[table]'",
    "{path!r}, byte {offset:d}: no record ({error}); see: archiver verify {archive}": (
        "{path}, byte {offset}: không có bản ghi ({error}); xem: archiver verify {archive}"
    ),
    "{path!r}, byte {offset:d}: {error}; see: archiver verify {archive}": (
        "{path}, byte {offset}: {error}; xem: archiver verify {archive}"
    ),
    "{path!r}, {found}; see: archiver verify {archive}": "{path}, {found}; xem: archiver verify {archive}",
    "content coding {coding!r} is not known; the bytes are kept, but cannot be read": (
        "không biết mã nén {coding}; các byte vẫn được lưu nhưng không đọc được"
    ),
    "the body unpacks to more than {limit:d} bytes; it is not undone": (
        "nội dung bung ra quá {limit} byte; không giải nén"
    ),
    "content coding {coding!r} cannot be undone: {error}": "không giải được mã nén {coding}: {error}",
    "{path!r} cannot be made; delete it and run again": "không tạo được {path}; hãy xóa nó rồi chạy lại",
    "{path!r}: {doing} failed: {error}; {cure}": "{path}: {doing} không thành: {error}; {cure}",
    "{path!r}: an earlier write failed, so no more is added to it; run again: the next run mends its end": (
        "{path}: lần ghi trước không thành nên không ghi thêm; hãy chạy lại: lượt sau sẽ sửa phần cuối"
    ),
    "{name!r} is neither WARC nor WACZ: {what}": "{name} không phải WARC cũng không phải WACZ: {what}",
    "{name!r} holds a dictionary of zstd that cannot be read: {error}": (
        "{name} có từ điển zstd không đọc được: {error}"
    ),
    "{name!r} claims a dictionary of {length:d} bytes; it is not believed": (
        "{name} tự nhận có từ điển {length} byte; không tin"
    ),
    "{path!r} is a damaged or locked zip: {error}": "{path} là tệp zip hỏng hoặc bị khóa: {error}",
    "it ends too early": "kết thúc quá sớm",
    "{path!r} is a zip and no WACZ: it holds no archive/*.warc.gz": (
        "{path} là tệp zip nhưng không phải WACZ: không có archive/*.warc.gz"
    ),
    "{target!r} is there already; name another, or move it away": "{target} đã có; hãy chọn tên khác, hoặc dời nó đi",
    "{slug}: another run is making {path!r}; wait for its end": "{slug}: một lượt khác đang tạo {path}; hãy đợi nó xong",
    "{slug}: nothing was sealed yet; run 'archiver crawl {again}' first": (
        "{slug}: chưa niêm phong gì; trước hết hãy chạy 'archiver crawl {again}'"
    ),
    "{path!r} is not what was sealed, so it is not handed over; see: archiver verify {archive}": (
        "{path} không còn như khi niêm phong nên không bàn giao; xem: archiver verify {archive}"
    ),
    "{record}: its capture is gone; see: archiver verify {archive}": (
        "{record}: bản chụp của nó đã mất; xem: archiver verify {archive}"
    ),
    "{target!r} did not come out whole: {harm}; is the disk sound? Nothing was left": (
        "{target} xuất ra không toàn vẹn: {harm}; đĩa có tốt không? Không để lại gì"
    ),
    "{path!r} is not what was sealed; see: archiver verify {archive}": (
        "{path} không còn như khi niêm phong; xem: archiver verify {archive}"
    ),
    "{path}: a ledger of version {version:d}, this archiver knows {known:d}. Upgrade archiver": (
        "{path}: sổ theo dõi phiên bản {version}, archiver này biết {known}. Hãy nâng cấp archiver"
    ),
    "{path}: the ledger cannot be written: {error}. Free some room and run again": (
        "{path}: không ghi được sổ theo dõi: {error}. Hãy giải phóng chỗ rồi chạy lại"
    ),
    "{path!r}, line {number:d}: {why}; see: archiver verify {folder}": (
        "{path}, dòng {number}: {why}; xem: archiver verify {folder}"
    ),
    "{path!r} is missing though runs were sealed; make it again from the runs' own files with: archiver verify --mend"
    " {folder}": (
        "thiếu {path} dù đã có lượt chạy niêm phong; hãy lập lại từ tệp của các lượt chạy: archiver verify --mend {folder}"
    ),
    "{error}; repair it with: archiver verify --mend {folder}": "{error}; sửa bằng: archiver verify --mend {folder}",
    "a record of schema version {version}; this archiver knows {known:d}: upgrade archiver": (
        "bản ghi theo lược đồ phiên bản {version}; archiver này biết {known}: hãy nâng cấp archiver"
    ),
    "{text!r} is no digest of a manifest: it has 64 hexadecimal digits, as 'archiver verify' prints it": (
        "{text} không phải mã băm của bản kê: mã đó có 64 chữ số thập lục phân, như 'archiver verify' in ra"
    ),
    "{names}: no answer over HTTP in it that is whole. Nothing was made": (
        "{names}: không có phản hồi HTTP nào toàn vẹn. Không tạo gì"
    ),
    "{names}: no answer over HTTP in it that is whole: {why}. Nothing was made": (
        "{names}: không có phản hồi HTTP nào toàn vẹn: {why}. Không tạo gì"
    ),
    # --- keeping: on S3 -----------------------------------------------------------------------------------------------
    "{url!r} is no place on S3; write it like s3://bucket/prefix": "{url} không phải địa chỉ S3; hãy viết như s3://bucket/prefix",
    "{url!r}: archives on S3 need s3fs: pip install 'archiver[s3]'": "{url}: kho trên S3 cần s3fs: pip install 'archiver[s3]'",
    "{where!r}: {doing} it failed: {why}; {cure}. Nothing is lost: what is not proved to be there stays on this machine": (
        "{where}: {doing} không thành: {why}; {cure}. Không mất gì: những gì chưa kiểm chứng tại đó vẫn ở máy này"
    ),
    "asking for": "hỏi",
    "there is no bucket {bucket!r}; make it, or name another": "không có bucket {bucket}; hãy tạo nó, hoặc nêu tên khác",
    "{where!r}: {doing} it failed: {why}": "{where}: {doing} không thành: {why}",
    "the credentials have no right to do this: give them s3:GetObject and s3:PutObject on the prefix, and s3:ListBucket on"
    " the bucket": (
        "tài khoản không có quyền làm việc này: hãy cấp s3:GetObject và s3:PutObject trên prefix, và s3:ListBucket trên"
        " bucket"
    ),
    "the clocks of this machine and of the server are too far apart: set the clock (NTP)": (
        "đồng hồ máy này và máy chủ lệch nhau quá nhiều: hãy chỉnh đồng hồ (NTP)"
    ),
    "the server is overloaded: run again later": "máy chủ quá tải: hãy chạy lại sau",
    "run again once the cause is gone": "hãy chạy lại khi nguyên nhân đã hết",
    "{where!r}: sent {count:d} times, and {what}. The local copy stays; look at the server, then run again": (
        "{where}: đã gửi {count} lần, mà {what}. Bản trên máy vẫn còn; hãy xem máy chủ, rồi chạy lại"
    ),
    "it is not there": "nó không có ở đó",
    "it is not what was sent ({there:d} bytes of {size:d})": "nó không phải là thứ đã gửi ({there} byte trên {size})",
    "{where!r}: it was changed by someone else, or is not what was sent. Nothing was overwritten; run again, on one machine"
    " at a time": (
        "{where}: người khác đã đổi nó, hoặc nó không phải là thứ đã gửi. Không có gì bị ghi đè; hãy chạy lại, mỗi lúc trên"
        " một máy thôi"
    ),
    "{where!r}: {slug!r} could not be added, others kept changing it; run again": (
        "{where}: không thêm được {slug}, người khác liên tục đổi nó; hãy chạy lại"
    ),
    "{where!r}: it is no earlier state of {here!r}: another archive, or this one was continued elsewhere. Nothing was"
    " overwritten; compare the two, or give another --to": (
        "{where}: không phải trạng thái trước của {here}: là kho khác, hoặc kho này đã được tiếp tục ở nơi khác. Không có"
        " gì bị ghi đè; hãy so hai bên, hoặc cho --to khác"
    ),
    "{where!r}: {here:d} bytes came of {size:d}; run again": "{where}: chỉ đến {here} byte trên {size}; hãy chạy lại",
    "{path!r} is not what was sealed, so it is not uploaded; see: archiver verify {folder}": (
        "{path} không còn như lúc niêm phong, nên không đưa lên; xem: archiver verify {folder}"
    ),
    "{folder!r} is no earlier state of the archive at {url!r}: it was continued on both sides, or is another one. Nothing"
    " was changed; give another folder": (
        "{folder} không phải trạng thái trước của kho tại {url}: cả hai bên đều đã tiếp tục, hoặc là kho khác. Không có gì"
        " thay đổi; hãy cho thư mục khác"
    ),
    "{where!r}, line {line:d}: {why}. Nothing was changed": "{where}, dòng {line}: {why}. Không có gì thay đổi",
    "{url!r} is for reading. To write, name a folder as --root and 'storage = \"{again}\"' in its archiver.toml: sealed files"
    " then go there": (
        "{url} chỉ để đọc. Muốn ghi, hãy cho --root là một thư mục và đặt 'storage = \"{again}\"' trong archiver.toml của"
        " nó: tệp đã niêm phong sẽ lên đó"
    ),
    "{slug}: say where to: archiver offload {again} --to s3://bucket/prefix": (
        "{slug}: hãy nói đưa lên đâu: archiver offload {again} --to s3://bucket/prefix"
    ),
    "{slug}: its files are at {there!r}, not at {url!r}. To move them, copy the prefix with a tool of S3's, then change 'to'"
    " in {file!r}. Nothing was done": (
        "{slug}: các tệp của nó ở {there}, không ở {url}. Muốn chuyển, hãy chép prefix bằng công cụ S3, rồi sửa 'to' trong"
        " {file}. Chưa làm gì cả"
    ),
    "{where!r}: something else is there ({there:d} bytes; ours: {size:d}, sha256 {digest}). Nothing was overwritten; look"
    " whose it is, or give another --to": (
        "{where}: ở đó đã có thứ khác ({there} byte; của ta: {size}, sha256 {digest}). Không có gì bị ghi đè; hãy xem là của"
        " ai, hoặc cho --to khác"
    ),
    "{where!r}: it is no more what was proved to be there. The local copy stays; look who changed it, move {file} away, and"
    " run again": (
        "{where}: không còn là thứ đã kiểm chứng tại đó. Bản trên máy vẫn còn; hãy xem ai đã đổi nó, dời {file} đi, rồi chạy"
        " lại"
    ),
    "{where!r}: it is not what was sealed ({size:d} bytes came)": "{where}: không phải thứ đã niêm phong (đến {size} byte)",
    "{url!r}: no archives there ({file} is missing). Upload one first: archiver offload --to {to}": (
        "{url}: ở đó không có kho nào (thiếu {file}). Hãy đưa một kho lên trước: archiver offload --to {to}"
    ),
    "{where!r}: the manifest names it, and it is not there; upload it again from a copy": (
        "{where}: bản kê có nêu mà không thấy ở đó; hãy đưa lên lại từ một bản sao"
    ),
    "{where!r} is no archive: it has no {file}": "{where} không phải kho: không có {file}",
    "{path!r} is damaged: {why}; move it away, then prove again what is there: archiver offload {slug} --to s3://…": (
        "{path} bị hỏng: {why}; hãy dời nó đi, rồi kiểm chứng lại những gì ở đó: archiver offload {slug} --to s3://…"
    ),
    # --- politeness, reading, sites, walking --------------------------------------------------------------------------
    "{public!r} is on the open internet, and its webmaster could reach nobody about our visit (contact: {contact})."
    " Give --contact with an e-mail or web address (scrapy: -s CONTACT=…)": (
        "{public} ở trên internet, mà quản trị trang không biết liên hệ ai về chuyến thăm này (liên hệ: {contact})."
        " Hãy cho --contact với địa chỉ thư hoặc trang web (scrapy: -s CONTACT=…)"
    ),
    "{public!r} is on the open internet, and its webmaster could reach nobody about our visit."
    " Give --contact with an e-mail or web address (scrapy: -s CONTACT=…)": (
        "{public} ở trên internet, mà quản trị trang không biết liên hệ ai về chuyến thăm này."
        " Hãy cho --contact với địa chỉ thư hoặc trang web (scrapy: -s CONTACT=…)"
    ),
    "{selector!r} is no selector: {failure}. Give CSS, or an XPath that begins with '/'": (
        "{selector} không phải bộ chọn: {failure}. Hãy cho CSS, hoặc XPath bắt đầu bằng '/'"
    ),
    "{name!r} is no profile. There are: {names}": "{name} không phải hồ sơ. Đang có: {names}",
    "{path!r} is no Python file": "{path} không phải tệp Python",
    "{path!r} has no PROFILE = Profile(...). See: archiver/sites/hdtdkt.py": (
        "{path} không có PROFILE = Profile(...). Xem: archiver/sites/hdtdkt.py"
    ),
    "layout {name!r}: {day} is no day. Write date(2017, 10, 1)": (
        "bố cục {name}: {day} không phải là ngày. Hãy viết date(2017, 10, 1)"
    ),
    "layout {name!r} ends on {ends}, before it begins on {begins}": (
        "bố cục {name} kết thúc ngày {ends}, trước khi bắt đầu ngày {begins}"
    ),
    "profile {name!r} has two layouts called {layout!r}; records name them": (
        "hồ sơ {name} có hai bố cục tên {layout}; bản ghi gọi bố cục theo tên"
    ),
    "profile {name!r}: layouts {one!r} and {other!r} hold on the same days."
    " End the older one the day before the newer one begins": (
        "hồ sơ {name}: bố cục {one} và {other} cùng có hiệu lực trong một số ngày."
        " Hãy cho bố cục cũ kết thúc một ngày trước khi bố cục mới bắt đầu"
    ),
    "layout {name!r} has selectors for {unknown}, which are no fields. Fields: {fields}": (
        "bố cục {name} có bộ chọn cho {unknown}, không phải là trường. Các trường: {fields}"
    ),
    "{target!r}: the run did not come to its end; see the log. The next run mends what it left": (
        "{target}: lượt chạy không đi đến cùng; xem nhật ký. Lượt sau sẽ sửa phần dở dang"
    ),
    "{error}. Mend the disk": "{error}. Hãy sửa đĩa",
    "{target!r}: {error}. This is a defect of archiver: please report it with what --debug shows": (
        "{target}: {error}. Đây là lỗi của archiver: xin báo lại kèm nội dung mà --debug hiện ra"
    ),
    "no site was named. Give -a url=https://… (or the name of a profile or an archive)": (
        "chưa nêu trang nào. Hãy cho -a url=https://… (hoặc tên hồ sơ hay tên kho)"
    ),
    "{target!r} is neither a profile (see: archiver sites), nor an archive under {root!r}, nor a URL."
    " Give a URL like https://hdtdkt.example/": (
        "{target} không phải hồ sơ (xem: archiver sites), không phải kho trong {root}, cũng không phải địa chỉ."
        " Hãy cho địa chỉ như https://hdtdkt.example/"
    ),
    "-a {name}={value!r}: no such option. There are: {known}": "-a {name}={value}: không có tùy chọn này. Đang có: {known}",
    "-a {name}={value!r}: {error}": "-a {name}={value}: hiểu không được: {error}",
    "{target!r} is no web address. Write it like https://hdtdkt.example/": (
        "{target} không phải địa chỉ web. Hãy viết như https://hdtdkt.example/"
    ),
    "{folder!r} is the archive of {made_for!r}, not of {url!r}. Give --slug with another name, or crawl it by its own; where"
    " the site has moved there: --moved": (
        "{folder} là kho của {made_for}, không phải của {url}. Hãy cho --slug một tên khác, hoặc chạy bằng tên của nó; nếu"
        " trang đã dời đến đó: --moved"
    ),
    "{name}: no start URL, so there is no site; give -a url=https://…": (
        "{name}: không có địa chỉ bắt đầu nên không có trang; hãy cho -a url=https://…"
    ),
    "{site}: {url!r} may not be asked: its robots.txt forbids it. That is the site's wish, and is kept; if it was not"
    " meant so, write to the webmaster": (
        "{site}: không được hỏi {url}: robots.txt của trang cấm. Đó là ý của trang và được tôn trọng; nếu không cố ý,"
        " hãy viết cho quản trị trang"
    ),
    "{site}: {count:d} of {whole:d} pages did not come whole ({kinds}), such as {example!r};"
    " the next run asks again. See: archiver report": (
        "{site}: {count} trong {whole} trang không về trọn vẹn ({kinds}), chẳng hạn {example};"
        " lần chạy sau sẽ hỏi lại. Xem: archiver report"
    ),
    "{site}: incomplete: {count:d} page(s) that may lead to news did not come, such as {example!r}; the next run goes on."
    " See: archiver report": (
        "{site}: chưa đủ: {count} trang có thể dẫn tới tin đã không về, chẳng hạn {example}; lần chạy sau làm tiếp."
        " Xem: archiver report"
    ),
    "{site}: incomplete: {count:d} addresses were not asked; the next run goes on. See: archiver report": (
        "{site}: chưa đủ: còn {count} địa chỉ chưa được hỏi; lần chạy sau làm tiếp. Xem: archiver report"
    ),
    "{path}: an article was lost on its way to the archive. Run again": (
        "{path}: một bài bị thất lạc trên đường vào kho. Hãy chạy lại"
    ),
    "{site}: {url!r} could not be reached: {why}. Try again later, or see: archiver report": (
        "{site}: không tới được {url}: {why}. Hãy thử lại sau, hoặc xem: archiver report"
    ),
    "{site}: {url!r} could not be reached: {why}. Is the address right? Nothing was kept, no archive was made": (
        "{site}: không tới được {url}: {why}. Địa chỉ có đúng không? Chưa lưu được gì, nên không lập kho"
    ),
    "{site}: {url!r} was given up after {pages:d} page(s): {why}. Try again later, or see: archiver report": (
        "{site}: phải bỏ dở {url} sau {pages} trang: {why}. Hãy thử lại sau, hoặc xem: archiver report"
    ),
    "{site}: stopped by {limit} after {pages:d} page(s); the next run goes on": (
        "{site}: dừng do {limit} sau {pages} trang; lượt sau chạy tiếp"
    ),
    "{site}: stopped after {pages:d} page(s), since there is {budgets}; free some space, then the next run goes on": (
        "{site}: dừng sau {pages} trang vì {budgets}; hãy giải phóng chỗ, rồi lượt sau chạy tiếp"
    ),
    "less than {size} left on its disk": "đĩa còn dưới {size}",
    "{site}: no article yet: stopped by {limit} after {pages:d} page(s); the next run goes on": (
        "{site}: chưa có bài nào: dừng do {limit} sau {pages} trang; lượt sau chạy tiếp"
    ),
    "{site}: no article on the {pages:d} pages that {limit} allows. Nothing was written; look at more pages, such as"
    " --max-pages {more:d}": (
        "{site}: không có bài nào trong {pages} trang mà {limit} cho phép. Chưa ghi gì cả; hãy xem nhiều trang hơn,"
        " chẳng hạn --max-pages {more}"
    ),
    "{site}: stopped by a signal; nothing was written. Run it again": (
        "{site}: bị tín hiệu dừng; chưa ghi gì cả. Hãy chạy lại"
    ),
    "no answer": "không trả lời",
    "signal": "tín hiệu dừng",
    **OF_RUNS,
    # --- engines ------------------------------------------------------------------------------------------------------
    "--on and --anew are for many sites: give --all with them": "--on và --anew dành cho nhiều trang: hãy dùng cùng --all",
    "{on!r} is no engine. There are: local, dask, and a scheduler's address such as tcp://10.0.0.5:8786": (
        "{on} không phải nơi làm việc nào. Có: local, dask, và địa chỉ bộ điều phối như tcp://10.0.0.5:8786"
    ),
    "--on {on}: Dask is not installed. Install it: pip install 'archiver[cluster]'": (
        "--on {on}: chưa cài Dask. Hãy cài: pip install 'archiver[cluster]'"
    ),
    "--on {address}: no Dask scheduler answers there ({error}). Start one: dask scheduler; and workers: dask worker {again}": (
        "--on {address}: không có bộ điều phối Dask nào trả lời ({error}). Hãy chạy: dask scheduler; và các tiến trình:"
        " dask worker {again}"
    ),
    "--on {where}: the scheduler has no worker. Start some: dask worker {again}": (
        "--on {where}: bộ điều phối không có tiến trình nào. Hãy chạy: dask worker {again}"
    ),
    "{where}: the scheduler was lost; {far}; run again, it goes on": (
        "{where}: mất bộ điều phối; {far}; hãy chạy lại, việc sẽ được làm tiếp"
    ),
    "{where}: no worker is left; {far}; start some: dask worker; then run again, it goes on": (
        "{where}: không còn tiến trình nào; {far}; hãy chạy: dask worker; rồi chạy lại, việc sẽ được làm tiếp"
    ),
    "{done:d} of {all:d} done": "đã xong {done} trên {all}",
    "{done:d} pieces done": "đã xong {done} phần",
    "a worker of {where} runs archiver {theirs}, this is {ours}: install the same there": (
        "một tiến trình của {where} chạy archiver {theirs}, ở đây là {ours}: hãy cài cùng một bản ở đó"
    ),
    "{piece}: each worker that took it up was lost; nothing was written. Run again, with more memory a worker if that is"
    " what they lack": (
        "{piece}: mọi tiến trình nhận phần này đều mất; chưa ghi gì. Hãy chạy lại, cho mỗi tiến trình thêm bộ nhớ nếu"
        " thiếu"
    ),
    "{path!r}: {unit!r} is no task of this plan; please report this": (
        "{path}: {unit} không phải việc của kế hoạch này; xin hãy báo lỗi"
    ),
    "{slug}: given up by the engine: {why}; the next run mends what it left and goes on": (
        "{slug}: nơi làm việc đã bỏ: {why}; lượt sau sẽ sửa phần dở dang và làm tiếp"
    ),
    "each worker that took it up was lost": "mọi tiến trình nhận việc đều mất",
    "its helper process was lost {times:d} times": "tiến trình phụ của nó mất {times} lần",
    "{slug}: it has no result; run again, the plan goes on with it": (
        "{slug}: không có kết quả; hãy chạy lại, kế hoạch sẽ làm tiếp"
    ),
    "{slug}: set aside, since its process crashed {how}. Once that is mended: archiver accept {site} poison": (
        "{slug}: bị để riêng, vì tiến trình của nó hỏng {how}. Khi đã sửa: archiver accept {site} poison"
    ),
    "its process crashed {how}; it is set aside": "tiến trình của nó hỏng {how}; trang bị để riêng",
    "{times:d} times in a row, last: {why}": "{times} lần liên tiếp, lần cuối: {why}",
    "stopped by a signal; {done:d} of {all:d} done; run again, it goes on": (
        "bị dừng bởi tín hiệu; đã xong {done} trên {all}; hãy chạy lại, việc sẽ được làm tiếp"
    ),
    "a worker of {where} cannot run archiver ({why}), this is {ours}: install the same there": (
        "một tiến trình của {where} không chạy được archiver ({why}), ở đây là {ours}: hãy cài cùng một bản ở đó"
    ),
    "the clock of worker {worker} and ours are {minutes:d} minutes apart, and an archive says when a page was on the web:"
    " set both by NTP, then run again": (
        "đồng hồ của tiến trình {worker} lệch {minutes} phút so với ở đây, mà kho ghi lại trang có trên mạng lúc nào: hãy"
        " chỉnh cả hai bằng NTP rồi chạy lại"
    ),
    "its process was killed": "tiến trình của nó bị ngắt",
    "{id}: set aside, since each time that it was read {why}": "{id}: để riêng, vì lần nào đọc {why}",
    "captured, but not read: each time {why}": "đã lưu nhưng chưa đọc: lần nào {why}",
    "it could not be checked: {why}, each time that it was tried; see what its bytes are": (
        "không kiểm tra được: lần nào {why}; hãy xem các byte của nó"
    ),
    "{place}, byte {start:d}: it cannot be indexed: each time {why}. See: archiver verify {site}": (
        "{place}, byte {start}: không đưa vào chỉ mục được: lần nào {why}. Xem: archiver verify {site}"
    ),
    "{count:d} pieces of its archive took their process with them three times: {pieces}": (
        "{count} phần trong kho của nó ba lần làm hỏng tiến trình đọc: {pieces}"
    ),
    "what is kept can be read": "những gì đã lưu đều đọc được",
    "They are left out by what reads again. Report it; then: archiver accept {site} poison": (
        "Các phần ấy bị bỏ qua khi đọc lại. Hãy báo lỗi; rồi: archiver accept {site} poison"
    ),
    "a run ends, whatever the site does": "lượt nào cũng kết thúc, dù trang làm gì",
    "See why with: archiver crawl {site} --debug. Then: archiver accept {again} poison": (
        "Xem vì sao: archiver crawl {site} --debug. Rồi: archiver accept {again} poison"
    ),
    "{count:d} sealed file(s) are not proved to be on S3 ({to})": (
        "{count} tệp đã niêm phong chưa được kiểm chứng là có trên S3 ({to})"
    ),
    "a run ends when they are there": "lượt chạy chỉ xong khi các tệp ấy đã ở đó",
    "What is here stays here. The next run sends them; to see why now: archiver offload {site} --to {to}": (
        "Những gì ở đây vẫn ở đây. Lượt sau sẽ đưa lên; để xem ngay vì sao: archiver offload {site} --to {to}"
    ),
}

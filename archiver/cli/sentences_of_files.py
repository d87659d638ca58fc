"""What a disk says no to, and what is doubted of files that others made, in Vietnamese."""

from __future__ import annotations

DOINGS = {
    "adding addresses to its records": "việc thêm địa chỉ vào bản ghi",
    "bringing the catalogue up to date": "việc cập nhật bảng mục lục",
    "capturing": "việc chụp",
    "creating": "việc tạo tệp",
    "cutting back": "việc cắt bớt phần dở dang",
    "cutting off its torn end": "việc cắt phần đuôi bị rách",
    "ending a plan": "việc kết thúc kế hoạch",
    "handing over": "việc bàn giao",
    "indexing": "việc lập chỉ mục",
    "keeping a record": "việc lưu bản ghi",
    "looking up an article": "việc tra bài",
    "looking whether the lease is ours still": "việc xem quyền giữ kho có còn không",
    "making a folder": "việc lập thư mục",
    "making a plan": "việc lập kế hoạch",
    "making it durable": "việc ghi chắc xuống đĩa",
    "making the archive's folder": "việc lập thư mục của kho",
    "mending what the last run left": "việc sửa những gì lượt trước để lại",
    "moving the damaged ledger aside": "việc dời sổ theo dõi bị hỏng sang bên",
    "noting a crash": "việc ghi lại lần đổ vỡ",
    "noting an outcome": "việc ghi lại kết quả",
    "opening the lock": "việc mở khóa",
    "reading": "việc đọc",
    "reading back": "việc đọc lại",
    "removing a draft": "việc bỏ bản nháp",
    "removing an empty archive": "việc bỏ kho rỗng",
    "removing an empty file": "việc bỏ tệp rỗng",
    "removing what is proved to be on S3": "việc bỏ những gì chắc chắn đã có trên S3",
    "renaming": "việc đổi tên",
    "sealing the run": "việc niêm phong lượt chạy",
    "syncing to disk": "việc ghi chắc xuống đĩa",
    "taking the lease": "việc nhận quyền giữ kho",
    "taking the lock": "việc khóa kho",
    "uploading": "việc tải lên",
    "writing": "việc ghi",
    "writing what was mended": "việc ghi lại những gì đã sửa",
}
"""What `telling` says was being done. A sentence each, since a site may well be called 'reading'."""

OF_DISKS = {
    f"{{path!r}}: {english} failed: {{error}}; {{cure}}": f"{{path}}: {vietnamese} không thành: {{error}}; {{cure}}"
    for english, vietnamese in DOINGS.items()
} | {
    "{path!r}: upgrading to format {format:d} failed: {error}; {cure}": (
        "{path}: việc nâng lên định dạng {format} không thành: {error}; {cure}"
    ),
    "Operation not permitted": "không được phép làm việc này",
    "File name too long": "tên tệp quá dài",
    # --- cures, after the system's own words --------------------------------------------------------------------------
    "the disk is full; free some space and run again, nothing that was kept is lost": (
        "hãy giải phóng chỗ rồi chạy lại, những gì đã lưu không mất"
    ),
    "the quota is used up; free some space and run again, nothing that was kept is lost": (
        "hãy giải phóng chỗ rồi chạy lại, những gì đã lưu không mất"
    ),
    "mount it writable or choose another --root": "hãy gắn đĩa cho phép ghi, hoặc chọn --root khác",
    "run as the owner of the folder or choose another --root": (
        "hãy chạy bằng tài khoản chủ của thư mục, hoặc chọn --root khác"
    ),
    "the disk may be failing: copy the archive elsewhere, then run 'archiver verify'": (
        "đĩa có thể sắp hỏng: hãy chép kho sang nơi khác, rồi chạy 'archiver verify'"
    ),
    "a file stands where a folder is needed; move it away or choose another --root": (
        "có một tệp ở chỗ cần thư mục; hãy dời nó đi, hoặc chọn --root khác"
    ),
    "a folder stands where a file is needed; move it away": "có một thư mục ở chỗ cần tệp; hãy dời nó đi",
    "the name is too long for this file system; choose a shorter --root or slug": (
        "hệ thống tệp này không nhận tên dài như vậy; hãy chọn --root hoặc tên kho ngắn hơn"
    ),
    "too many open files; raise 'ulimit -n'": "hãy tăng 'ulimit -n'",
    "run 'archiver verify' on the archive once the cause is gone": (
        "khi đã khắc phục nguyên nhân, hãy chạy 'archiver verify' cho kho này"
    ),
    "free some space, or delete catalogue.sqlite (it is made again); nothing that was kept is lost": (
        "hãy giải phóng chỗ, hoặc xóa catalogue.sqlite (nó sẽ được lập lại); những gì đã lưu không mất"
    ),
}

_DOUBTS = {
    "it ends within a gzip member; what came before is taken": "tệp dừng giữa một khối gzip; phần trước đó được nhận",
    "bytes that are no gzip member are passed over": "bỏ qua những byte không phải khối gzip",
    "it ends within a zstd frame; what came before is taken": "tệp dừng giữa một khối zstd; phần trước đó được nhận",
    "a zstd frame is damaged; what came before is taken": "một khối zstd bị hỏng; phần trước đó được nhận",
    "an entry whose name leads out of the package": "một mục có tên dẫn ra ngoài gói",
    "it is not what datapackage.json says of it": "không đúng như datapackage.json ghi",
    "it is no WARC": "không phải WARC",
    "bytes that are no record are passed over": "bỏ qua những byte không phải bản ghi WARC",
    "headers without end": "phần đầu không có chỗ kết thúc",
    "Content-Length is no number": "Content-Length không phải là số",
    "it is longer than we take": "dài quá mức được nhận",
    "the file ends within the record": "tệp dừng giữa bản ghi này",
    "its Content-Length is wrong": "Content-Length sai",
    "the block is not what its digest says": "nội dung không khớp mã băm của nó",
    "records within what it claims are taken": "những bản ghi nằm trong phần nó nhận là của mình vẫn được lấy",
    "its address or date cannot be read": "không đọc được địa chỉ hoặc ngày",
    "its block is no answer over HTTP": "nội dung không phải câu trả lời HTTP",
    "what it repeats was not met before": "chưa gặp bản mà nó lặp lại",
    "it breaks off; what came before is taken": "tệp bị đứt; phần trước đó được nhận",
}
"""What `import` doubts of a file that others made."""

OF_FOREIGN = {
    form.format(english): other.format(vietnamese)
    for english, vietnamese in _DOUBTS.items()
    for form, other in (
        ("{{where}}: {}", "{{where}}: {}"),
        ("{{where}}: {}: {{detail}}", "{{where}}: {}: {{detail}}"),
        ("and {{count:d}} more: {}", "và {{count}} lần nữa: {}"),
    )
} | {
    "{where}: it was imported before, by run {run}": "{where}: đã được nhập trước đây, ở lượt {run}",
    "{where}: a record of type {kind!r} is no answer of a server": (
        "{where}: bản ghi loại {kind} không phải câu trả lời của máy chủ"
    ),
    "{file}, byte {at:d} unpacked": "{file}, byte {at} khi đã giải nén",
    "{part:d} of {whole:d} bytes": "{part} trên {whole} byte",
}

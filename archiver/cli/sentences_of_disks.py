"""What a disk says no to, in Vietnamese: what was being done, and the cure."""

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

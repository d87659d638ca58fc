"""The words that dates are made of, folded: NFC, lower case, both places of the tone mark."""

from __future__ import annotations

ONES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}

ROMAN = {
    r: n
    for n, r in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii".split(), start=1
    )
}

WEEKDAYS = {
    "hai": 0,
    "ba": 1,
    "tư": 2,
    "bốn": 2,
    "năm": 3,
    "sáu": 4,
    "bảy": 5,
    "bẩy": 5,
    "2": 0,
    "3": 1,
    "4": 2,
    "5": 3,
    "6": 4,
    "7": 5,
}

# First syllable of a part of the day; the value is the hour from which an hour of 12 is counted on.
DAYPARTS = {"sáng": 0, "trưa": 11, "chiều": 12, "tối": 18, "đêm": 19, "khuya": 19, "rạng": 0, "sớm": 0}

STEMS = {
    "giáp": 0,
    "ất": 1,
    "bính": 2,
    "đinh": 3,
    "mậu": 4,
    "kỷ": 5,
    "kỉ": 5,
    "canh": 6,
    "tân": 7,
    "nhâm": 8,
    "quý": 9,
    "quí": 9,
}
BRANCHES = {
    "tý": 0,
    "tí": 0,
    "sửu": 1,
    "dần": 2,
    "mão": 3,
    "mẹo": 3,
    "thìn": 4,
    "tỵ": 5,
    "tị": 5,
    "ngọ": 6,
    "mùi": 7,
    "thân": 8,
    "dậu": 9,
    "tuất": 10,
    "hợi": 11,
}

ENGLISH_MONTHS = {
    **{
        name: n
        for n, name in enumerate(
            "january february march april may june july august september october november december".split(), start=1
        )
    },
    **{name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)},
    "sept": 9,
}
ENGLISH_DAYS = {
    **{n: i for i, n in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())},
    **{n: i for i, n in enumerate("mon tue wed thu fri sat sun".split())},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}

SEASONS = {"xuân": 21, "hè": 22, "hạ": 22, "thu": 23, "đông": 24}


Feasts = dict[str, list[tuple[list[str], int, int]]]
"""First word to the feasts that begin with it: all the words (and signs) of the name, month, day."""


def _by_first_word(*feasts: tuple[str, int, int]) -> Feasts:
    table: Feasts = {}
    for name, month, day in feasts:
        words = name.replace(",", " ,").split()
        table.setdefault(words[0], []).append((words, month, day))
    return table


# Feasts of the solar calendar, by name: (month, day). Longest names first where one begins another.
SOLAR_FEASTS = _by_first_word(
    ("quốc tế lao động", 5, 1),
    ("quốc tế phụ nữ", 3, 8),
    ("quốc tế thiếu nhi", 6, 1),
    ("quốc tế hạnh phúc", 3, 20),
    ("quốc khánh", 9, 2),
    ("phụ nữ việt nam", 10, 20),
    ("nhà giáo việt nam", 11, 20),
    ("thầy thuốc việt nam", 2, 27),
    ("doanh nhân việt nam", 10, 13),
    ("báo chí cách mạng việt nam", 6, 21),
    ("thương binh liệt sĩ", 7, 27),
    ("thương binh liệt sỹ", 7, 27),
    ("thương binh - liệt sĩ", 7, 27),
    ("thương binh - liệt sỹ", 7, 27),
    ("thương binh, liệt sĩ", 7, 27),
    ("thương binh, liệt sỹ", 7, 27),
    ("giải phóng miền nam, thống nhất đất nước", 4, 30),
    ("giải phóng hoàn toàn miền nam, thống nhất đất nước", 4, 30),
    ("giải phóng hoàn toàn miền nam", 4, 30),
    ("giải phóng miền nam", 4, 30),
    ("thành lập đảng cộng sản việt nam", 2, 3),
    ("thành lập đảng", 2, 3),
    ("thành lập quân đội nhân dân việt nam", 12, 22),
    ("thành lập đoàn", 3, 26),
    ("sinh chủ tịch hồ chí minh", 5, 19),
    ("sinh nhật bác", 5, 19),
    ("chiến thắng điện biên phủ", 5, 7),
    ("giải phóng thủ đô", 10, 10),
    ("pháp luật việt nam", 11, 9),
    ("dân số thế giới", 7, 11),
    ("gia đình việt nam", 6, 28),
    ("môi trường thế giới", 6, 5),
    ("cách mạng tháng tám", 8, 19),
    ("thống nhất đất nước", 4, 30),
    ("giáng sinh", 12, 25),
    ("noel", 12, 25),
    ("tết dương lịch", 1, 1),
    ("tết tây", 1, 1),
    ("lễ tình nhân", 2, 14),
    ("valentine", 2, 14),
)

# Feasts of the lunar calendar, by name: (month, day). Day 0: the last of the year. Month 0: no lunar day, but that on
# which the sun reaches so many degrees.
LUNAR_FEASTS = _by_first_word(
    ("tết nguyên đán", 1, 1),
    ("tết âm lịch", 1, 1),
    ("tết cổ truyền", 1, 1),
    ("tết ta", 1, 1),
    ("tết nguyên tiêu", 1, 15),
    ("lễ nguyên tiêu", 1, 15),
    ("nguyên tiêu", 1, 15),
    ("tết thượng nguyên", 1, 15),
    ("tết hàn thực", 3, 3),
    ("tết thanh minh", 0, 15),
    ("tiết thanh minh", 0, 15),
    ("lễ thanh minh", 0, 15),
    ("tết đông chí", 0, 270),
    ("tiết đông chí", 0, 270),
    ("giỗ tổ hùng vương - lễ hội đền hùng", 3, 10),
    ("giỗ tổ hùng vương", 3, 10),
    ("quốc tổ hùng vương", 3, 10),
    ("giỗ tổ", 3, 10),
    ("giổ tổ", 3, 10),
    ("lễ phật đản", 4, 15),
    ("đại lễ phật đản", 4, 15),
    ("phật đản", 4, 15),
    ("tết đoan ngọ", 5, 5),
    ("đoan ngọ", 5, 5),
    ("tết trung nguyên", 7, 15),
    ("lễ vu lan báo hiếu", 7, 15),
    ("lễ vu lan", 7, 15),
    ("vu lan báo hiếu", 7, 15),
    ("vu lan", 7, 15),
    ("tết trung thu", 8, 15),
    ("trung thu", 8, 15),
    ("tết trùng cửu", 9, 9),
    ("ông công ông táo", 12, 23),
    ("ông công, ông táo", 12, 23),
    ("ông táo", 12, 23),
    ("đêm giao thừa", 12, 0),
    ("giao thừa", 12, 0),
)

# Days that the whole country knows by their numbers: (day, month).
NATIONAL = frozenset(
    [
        *(
            (3, 2),
            (27, 2),
            (8, 3),
            (26, 3),
            (30, 4),
            (1, 5),
            (7, 5),
            (19, 5),
            (1, 6),
            (5, 6),
            (11, 6),
            (21, 6),
            (28, 6),
        ),
        *((27, 7), (19, 8), (2, 9), (10, 10), (13, 10), (20, 10), (9, 11), (20, 11), (19, 12), (22, 12)),
    ]
)

# What stands before a number that a street, a clause or a count carries, however much it looks like a date.
NOT_BEFORE_DATE = frozenset(
    "đường phố hẻm kiệt ngõ ngách lộ trường viện xã phường ấp thôn khoản điều điểm mục chương lớp tổ khóa "
    "lệ số hạng phòng quận ql tl dt cầu chợ viên xưởng hãng ty tỷ_lệ tỉ_lệ".replace("_", " ").split()
)

LABELS = frozenset(
    "ngày đăng tải tin cập nhật lúc gửi bởi lần cuối viết bài xuất bản phát hành ban tạo vào hồi thời gian giờ : "
    "posted published updated on date at time created modified by last ký thứ bắt đầu kết thúc khai giảng diễn ra "
    "hạn chót nộp mạng sửa đổi hiệu lực có từ là hôm nay của trong đến hết kể tính tức nhằm rơi dịp lễ "
    "sinh mất thành lập đại khoảng vừa qua này tới cho về ấn bản công bố tại dương lịch tức mới nhất được trước sau "
    "chỉnh lên xem đã đưa".split()
)

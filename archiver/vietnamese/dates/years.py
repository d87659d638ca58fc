"""Four digits that may be a year with no word of the calendar before them."""

from __future__ import annotations

from archiver.vietnamese.dates.grammar import NUMBERS, Hit
from archiver.vietnamese.dates.longer import Longer
from archiver.vietnamese.dates.points import Point, Span
from archiver.vietnamese.dates.spans import NOT_AFTER_YEAR
from archiver.vietnamese.dates.words import NOT_BEFORE_DATE

# Words after which four digits are a year.
CALLS_A_YEAR = frozenset("đầu giữa cuối hè xuân năm niên khoảng từ trước sau thu đông vào hết nhìn".split())


class Years(Longer):
    """Years told by what stands around them: a range, a birth, the name of a law."""

    __slots__ = ()

    def bare_year(self, i: int, year: int, before: str) -> Hit | None:
        """Four digits that may be a year: the first of a range, or after a word that calls for one."""
        if before in {"issn", "isbn"}:
            return None
        month = self.words[i + 2]
        if self.lenient and self.words[i + 1] in {"-", "/"} and len(month) == 2 and self.count == i + 3:
            m = NUMBERS.get(month, 0)
            if 1 <= m <= 12:
                return Hit(Point("month", year, m), i, i + 3, True)
        if self.words[i + 1] == "/" and self.year_digits(i + 2) == year + 1 and 1900 <= year <= 2100:
            return self.years(i, i)
        if not self.clean_after(i + 1) and not (
            self.words[i + 1] == "-" and (self.year_digits(i + 2) or self.words[i + 2] == "nay")
        ):
            return None
        node, end, _ = self.extended(Point("year", year), i + 1, True)
        if not self.clean_after(end):
            return None
        follows = self.words[end]
        if isinstance(node, Span) and node.members is None and node.b:
            a, b = node.a, node.b
            old_times = not _CHRONICLE.isdisjoint(self.words[max(0, i - 4) : i])  # "thời thuộc Minh 1407 - 1427"
            early = (
                1000 if old_times or (before == "(" and follows == ")") or (self.lenient and self.count == 3) else 1500
            )
            if (
                a
                and b.unit == "year"
                and a.y
                and b.y
                and early <= a.y < b.y <= 2100
                and (follows not in NOT_AFTER_YEAR or before in {"khóa", "kỳ", "kì", "đoạn"})
            ):
                return Hit(node, i, end, before in NOT_BEFORE_DATE and before != "khóa")
            return None
        if isinstance(node, Span) and node.b is None and node.members is None and 1500 <= year <= 2100:
            return Hit(node, i, end, False)
        if isinstance(node, Span):
            return Hit(node, i, end, before not in CALLS_A_YEAR)
        called = (
            before in CALLS_A_YEAR
            or before == "sn"
            or self.of_a_life(i)
            or (before == "," and self.of_a_book(i))
            or (before in {"kỳ", "kì"} and self.words[i - 2] == "cùng")
            or (before == "(" and follows == ")" and i > 1 and self.words[i - 2].isalpha())  # "đổi mới (1986)"
            or (before == "(" and follows == ")" and i > 2 and self.words[i - 3] == "thứ")  # "Cảnh Hưng thứ 40 (1779)"
            or self.of_a_name(i, year)
        )
        called = called and follows not in NOT_AFTER_YEAR
        if called and not 1800 <= year <= 2100:  # "lên ngôi (1428)"
            known = self.words[max(0, i - 9) : i]
            called = before == "(" and year < 1800 and (known[-3:-2] == ["thứ"] or not _CHRONICLE.isdisjoint(known))
        if before in {"đến", "tới"} and i > 1:  # "đến 2035, nếu …"; "tăng lên đến 2035" is a count
            called = 1945 <= year <= 2100 and year % 1000 != 0 and self.words[i - 2] not in _RISES
            called = called and follows not in NOT_AFTER_YEAR
        if before in _BEFORE_A_COUNT and follows and follows[0].isalpha():
            called = called and follows in {"đến", "và", "là", "thì", "khi", "với", "sẽ", "đã", "tại", "ở", "do", "của"}
        return Hit(node, i, end, not called)

    def of_a_name(self, i: int, year: int) -> bool:
        """Whether the year at *i* is part of the name of a law or an event: 'Luật Đất đai 2013', 'World Cup 2022'."""
        words = self.words
        follows = words[i + 1]
        ends = not follows.isalpha() or follows in _AFTER_NAME or self.line_ends(i + 1)
        if not 1900 <= year <= 2100 or words[i - 1] in _RISES or not ends:
            return False
        for k in range(i - 1, max(-1, i - 9), -1):
            word, last = words[k], words[k - 1] if k else ""
            if not word.isalpha() and word != ",":
                return False
            if word == "luật":
                return last not in _OTHER_LAWS and words[k + 1] != "sư"
            if (last, word) == ("hiến", "pháp"):
                return k == i - 1
            if word in _EVENTS or (last, word) in _HAPPENED:
                return True  # "Festival Huế 2024", "chiến dịch Điện Biên Phủ 1954"
        return False

    def of_a_book(self, i: int) -> bool:
        """Whether the year at *i* is that of a book: 'Nxb Trẻ, Hà Nội, 1997, tr. 45'."""
        words = self.words
        return words[i + 1 : i + 3] == [",", "tr"] or "nxb" in words[max(0, i - 12) : i]

    def of_a_life(self, i: int) -> bool:
        """Whether the year at *i* is that of a birth, a death or a founding: '(sinh 1975', 'Thành lập: 1992'."""
        words = self.words
        k = i - 1
        if k >= 0 and words[k] == ":":
            k -= 1
        if k < 0:
            return False
        if words[k] in {"sinh", "mất"}:
            return k == 0 or words[k - 1] in {"(", ",", ";", "-", ".", "năm", "–"}
        return words[k] in {"lập", "sinh", "mất"} and words[k - 1] in {"thành", "năm"} and k < i - 1


_BEFORE_A_COUNT = frozenset("từ trước sau vào hết khoảng đến tới".split())
_RISES = frozenset("có tăng giảm lên xuống đạt gần hơn khoảng còn mất tốn đông nhiều cao".split())
_CHRONICLE = frozenset(
    "thời vua chúa triều đời ngôi nghĩa hiệu trận khoa tiến niên sinh mất lập dựng xây quân thắng đô nước".split()
)  # words beside a year of the old chronicles
_OTHER_LAWS = frozenset(("pháp", "kỷ", "kỉ", "quy", "thi"))
_AFTER_NAME = frozenset("quy tại ở là đã được diễn do với và của trong có sẽ khai đến thì về cho như khi này".split())
_EVENTS = frozenset("festival cup games olympic euro".split())
_HAPPENED = frozenset(
    [("chiến", "dịch"), ("chiến", "thắng"), ("hiệp", "định"), ("khởi", "nghĩa"), ("cách", "mạng"), ("hoa", "hậu")]
)

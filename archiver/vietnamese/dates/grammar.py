"""The ground of the grammar: words, signs, numbers and years.

One pass cuts the text into words, numbers and signs; a second (forms.py) looks at each word that may open a date and
tries the forms that begin with it, each with a bounded look ahead, so that the cost is linear. The classes stack:
Scanner here, Days, Moons, Units, Tides, Spans, Longer, Years, Short, and Reader on top.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import accumulate

from archiver.shapes import Problem
from archiver.vietnamese.dates.points import Node
from archiver.vietnamese.dates.words import (
    BRANCHES,
    ONES,
    STEMS,
)

# Latin letters by their ranges, which is twice as fast as asking for each what kind it is; then those of any script.
# An empty line is a sign of its own: no date goes on beyond it.
TOKEN = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]+|[0-9]+|[^\W\d_]+|\n\s*\n|\S")
SPACED_TOKEN = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]+[ \n]?|[0-9]+[ \n]?|[^\W\d_]+[ \n]?|\S[ \n]?")

# Numbers by their printed form; anything longer than a year is no part of a date (but for 20240805).
NUMBERS = {f"{n:0{width}d}": n for width in (1, 2, 4) for n in range(10**width)}
NUMBERS.update({f"{n:03d}": n for n in range(1000)})


class Hit:
    """A date form in the text: its node and the tokens that it takes."""

    __slots__ = ("bare", "end", "first", "node")

    def __init__(self, node: Node, first: int, end: int, bare: bool) -> None:
        self.node = node
        self.first = first
        self.end = end
        self.bare = bare
        """Whether it is a date only if nothing else stands there: '05/10', '2013'."""


Given = tuple[str, list[int] | None]
"""The text as it was given, and where in it each character of the folded text stands."""


_MARKED = re.compile("[\u00df-\u1ef9]")

# Words of dates as they are typed without marks; only in a text that has no mark at all.
UNMARKED = {
    "ngay": "ngày",
    "thang": "tháng",
    "nam": "năm",
    "gio": "giờ",
    "phut": "phút",
    "quy": "quý",
    "den": "đến",
    "chu": "chủ",
    "nhat": "nhật",
    "tu": "từ",
    "sang": "sáng",
    "chieu": "chiều",
    "toi": "tối",
    "mung": "mùng",
    "dau": "đầu",
    "cuoi": "cuối",
    "luc": "lúc",
    "truoc": "trước",
}


_UNMARKED_WORDS = frozenset(UNMARKED)
_NO_WORDS = [""] * 8

# Where none of these stands in a text, nothing in it is lunar.
LUNAR_HINTS = frozenset(
    ["âm", "al", "âl", "nhuận", "giêng", "chạp", "mùng", "mồng", "nhằm", "tức", "tết", "rằm", *BRANCHES]
)

_TELLING = LUNAR_HINTS | _UNMARKED_WORDS

# Words that pages glue to a date for want of a space ("ngày 10/7/2024của"); none ends the number of a document.
_AFTER_STAMP = frozenset(("in", "by", "trong", "bởi"))
_GLUED_ON = frozenset(("của", "tại", "về", "và", "đến", "với", "được", "trên"))


class Scanner:
    """The words of one text and the forms that are found in them."""

    __slots__ = (
        *("count", "doubts", "faults", "given", "lenient", "lunar_hint", "reference", "solar"),
        *("solar_end", "starts", "text", "words", "years_printed", "years_said"),
    )

    def __init__(self, folded: str, given: Given, reference: date | None, lenient: bool = False) -> None:
        self.text = folded
        self.given = given
        self.reference = reference
        self.lenient = lenient
        if not folded.isascii():
            if "quí" in folded:
                folded = folded.replace("quí", "quý")
            if "khoá" in folded:  # the one word of the grammar whose tone mark is written in two places
                folded = folded.replace("khoá", "khóa")
        words: list[str]
        starts: list[int]
        plain = folded.replace("\n", " ")
        if plain.isprintable() and "  " not in plain:  # no blank but single ones: every other kind is not printable
            pieces = SPACED_TOKEN.findall(folded)  # each blank goes with the word before it
            words = [*map(str.rstrip, pieces)]
            starts = [*accumulate(map(len, pieces), initial=len(folded) - len(folded.lstrip()))]
            starts.pop()
        else:
            words, starts, at, find = TOKEN.findall(folded), [], 0, folded.find
            for word in words:
                at = find(word, at)
                starts.append(at)
                at += len(word)
        self.lunar_hint = False
        if not _TELLING.isdisjoint(words):
            if (folded.isascii() or not _MARKED.search(folded)) and not _UNMARKED_WORDS.isdisjoint(words):
                words = [UNMARKED.get(word, word) for word in words]
            self.lunar_hint = not LUNAR_HINTS.isdisjoint(words)
        self.count = len(words)
        words += _NO_WORDS  # so that a bounded look ahead needs no check
        starts += [len(folded) + 9] * 8
        self.words = words
        self.starts = starts
        self.faults: list[tuple[int, int, str]] = []
        self.solar: date | None = None  # the last complete day read, for "(tức ngày 10/3 âm lịch)" beside it
        self.solar_end = -99
        self.doubts: tuple[Problem, ...] = ()
        self.years_printed: set[int] | None = None
        self.years_said: dict[int, int] | None = None

    # --- signs and their neighbours --------------------------------------------------------------------------------

    def capital(self, i: int) -> bool:
        """Whether token *i* was given with a capital letter."""
        text, offsets = self.given
        at = self.starts[i]
        return text[at if offsets is None else offsets[at]].isupper()

    def new_sentence(self, i: int) -> bool:
        """Whether token *i*, glued to a stamp, is the next cell of the page: 'Ngày đăng: 07/08/2024Lượt xem'."""
        if not self.capital(i) or len(self.words[i]) < 2:
            return False
        text, offsets = self.given
        at = self.starts[i] + 1
        return text[at if offsets is None else offsets[at]].islower()

    def glued(self, i: int) -> bool:
        """Whether token *i* follows the one before it with nothing between."""
        return i > 0 and self.starts[i] == self.starts[i - 1] + len(self.words[i - 1])

    def run_end(self, i: int) -> int:
        """The end of the run of digits and signs, glued together, that begins at *i* ('192.168.1.1')."""
        words, starts = self.words, self.starts
        j = i + 1
        while (
            j < self.count
            and starts[j] == starts[j - 1] + len(words[j - 1])
            and (
                words[j][0] in "0123456789"
                or (words[j] in "./:-,+" and words[j + 1][:1].isdigit() and self.glued(j + 1))
            )
        ):
            j += 1
        return j

    def clean_before(self, i: int) -> bool:
        """Whether the number at *i* is not the tail of a longer one, or of a word."""
        if not self.glued(i):
            return True
        before = self.words[i - 1]
        if before in "([{\"'“‘|;!?<>=*~_»«•" or before in {"…", "]", ")", "}", "”"}:
            return True
        if before in {"ngày", "tháng", "năm", "sáng", "chiều", "tối", "trưa", "lúc", "đăng", "nhật"}:
            return True
        if before.isalpha() and len(before) > 1:  # "Tin hoạt động10/02/2025": a whole stamp after a small letter
            words = self.words
            text, offsets = self.given
            at = self.starts[i] - 1
            small = text[at if offsets is None else offsets[at]].islower() and not self.capital(i - 1)
            return small and words[i + 1] == words[i + 3] == "/" and self.year_digits(i + 4) is not None
        if before in ":,.-":
            return not (
                self.glued(i - 1)
                and self.words[i - 2][-1:].isalnum()
                and (before != ":" or self.words[i - 2][-1:].isdigit())
            )
        if before == "/":
            return not (self.glued(i - 1) and self.words[i - 2][-1:].isalnum())
        return False

    def clean_after(self, j: int) -> bool:
        """Whether the form that ends before token *j* is not the head of something longer."""
        words, starts = self.words, self.starts
        if j >= self.count or starts[j] != starts[j - 1] + len(words[j - 1]):
            return True
        after = words[j]
        if after == "-" and words[j + 1] == "nay":
            return True
        if after[0].isalnum():
            if after == "t" and self.glued(j + 1) and words[j + 1].isdigit():
                return True
            if after in _GLUED_ON:
                return True
            stamped = self.year_digits(j - 1) is not None or words[j - 2] == ":"
            return stamped and self.new_sentence(j)
        if after in "%°$€₫²³":
            return False
        if after in "./-:+,":
            if not self.glued(j + 1) or j + 1 >= self.count:
                return True
            follow = words[j + 1][0]
            if after in "/+":  # "09 tháng 11, 2020/in Hoạt động/by admin"
                return not follow.isalnum() or (after == "/" and words[j + 1] in _AFTER_STAMP)
            if after in ".,:-":
                return not follow.isdigit() and not (after == "-" and follow.isalpha() and len(words[j + 1]) <= 6)
        return True

    # --- numbers ----------------------------------------------------------------------------------------------------

    def small(self, i: int) -> tuple[int, int] | None:
        """A number of 1 to 99 in digits or words, and the index after it."""
        words = self.words
        word = words[i]
        if word in NUMBERS:
            return (NUMBERS[word], i + 1) if len(word) <= 2 else None
        if word == "mười" or word == "mươi":
            ones = ONES.get(words[i + 1])
            if ones and words[i + 1] not in {"mốt", "tư"}:
                return 10 + ones, i + 2
            return 10, i + 1
        if word == "hăm":
            ones = ONES.get(words[i + 1])
            return (20 + ones, i + 2) if ones else None
        tens = ONES.get(word)
        if not tens:
            return None
        if words[i + 1] == "mươi":
            ones = ONES.get(words[i + 2])
            # "hai mươi năm 2024" is not 25
            if ones and words[i + 2] != "năm":
                return tens * 10 + ones, i + 3
            return tens * 10, i + 2
        if tens in (2, 3) and words[i + 1] in {"mốt", "lăm", "nhăm"}:
            return tens * 10 + ONES[words[i + 1]], i + 2
        return tens, i + 1

    def word_year(self, i: int) -> tuple[int, int] | None:
        """A year in words: 'một nghìn chín trăm bốn mươi lăm', 'hai nghìn không trăm hai mươi tư'."""
        words = self.words
        thousands = ONES.get(words[i])
        if thousands not in (1, 2):
            return None
        if words[i + 1] in {"nghìn", "ngàn"}:
            j = i + 2
            hundreds = 0
            if words[j] in ONES and words[j + 1] == "trăm":
                hundreds = ONES[words[j]]
                j += 2
            elif words[j] not in {"linh", "lẻ"}:
                return (thousands * 1000, j) if words[j] not in ONES else None
            if words[j] in {"linh", "lẻ"} and words[j + 1] in ONES:
                return thousands * 1000 + hundreds * 100 + ONES[words[j + 1]], j + 2
            rest = self.small(j) if words[j] not in NUMBERS else None
            if rest:
                return thousands * 1000 + hundreds * 100 + rest[0], rest[1]
            return thousands * 1000 + hundreds * 100, j
        if thousands == 1 and words[i + 1] in ONES:  # "một chín bốn lăm"
            hundreds = ONES[words[i + 1]]
            tens = ONES.get(words[i + 2])
            if tens is not None and words[i + 3] in ONES:
                return 1000 + hundreds * 100 + tens * 10 + ONES[words[i + 3]], i + 4
        return None

    def year_digits(self, i: int) -> int | None:
        """A year of four digits at *i*."""
        word = self.words[i]
        if len(word) == 4 and word in NUMBERS:
            return NUMBERS[word]
        return None

    def two_digits(self, value: int) -> int:
        """The century of a year of two digits: the nearest that is not far ahead of now or of the reference."""
        pivot = (self.reference.year % 100 + 15) if self.reference and self.reference.year >= 2000 else 40
        return 2000 + value if value <= pivot else 1900 + value

    # --- years after a day or a month -------------------------------------------------------------------------------

    def year_after(self, i: int, glue: bool = True) -> tuple[int | None, int, bool, list[Problem]] | None:
        """The year that follows a day or a month, with what joins it: 'năm 2024', '/2024', ', 2024', 'năm nay'.

        The third tells whether it is printed, rather than told from the reference.
        """
        words = self.words
        word = words[i]
        if word == "năm":
            year = self.year_digits(i + 1)
            if year is not None and self.clean_after(i + 2) and year >= 100:
                return year, i + 2, True, []
            named = self.canchi_year(i + 1)
            if named:
                return None  # a lunar year: the caller sees to it
            if words[i + 1] in {"nay", "này"}:
                return (self.reference.year, i + 2, True, []) if self.reference else (None, i + 2, False, [])
            if words[i + 1] in {"ngoái", "trước"} or (words[i + 1] == "vừa" and words[i + 2] == "qua"):
                end = i + (3 if words[i + 1] == "vừa" else 2)
                return (self.reference.year - 1, end, True, []) if self.reference else (None, end, False, [])
            if words[i + 1] in {"sau", "tới"}:
                return (self.reference.year + 1, i + 2, True, []) if self.reference else (None, i + 2, False, [])
            spoken = self.word_year(i + 1)
            if spoken:
                return spoken[0], spoken[1], True, []
            if words[i + 1] in NUMBERS and len(words[i + 1]) in (2, 3) and self.clean_after(i + 2):
                value = NUMBERS[words[i + 1]]
                if words[i + 2] in {"tcn", "trước"}:
                    return None
                if len(words[i + 1]) == 2:
                    return self.two_digits(value), i + 2, True, []
                return value, i + 2, True, []
            return None
        if word in {"của", ",", "("} and words[i + 1] == "năm":
            found = self.year_after(i + 1)
            if found and found[2]:
                end = found[1]
                if word == "(":
                    if words[end] != ")":
                        return None
                    end += 1
                return found[0], end, True, []
            return None
        if word == "(":  # "tháng 8 (2013)"
            year = self.year_digits(i + 1) if words[i + 2] == ")" else None
            return (year, i + 3, True, []) if year is not None and 1900 <= year <= 2100 else None
        if word in {"/", "-", ".", ","}:
            year = self.year_digits(i + 1)
            if year is not None and year >= 1000 and (word != "-" or not self.glued(i) or self.glued(i + 1)):
                if not self.clean_after(i + 2) and not self.month_follows(i + 2):
                    return None
                return year, i + 2, True, []
            return None
        if glue:
            year = self.year_digits(i)
            if year is not None and 1900 <= year <= 2100 and self.clean_after(i + 1):
                return year, i + 1, True, []
        return None

    def month_follows(self, i: int) -> bool:
        """Whether a dash and another month with its year follow: '6/2015-7/2020'."""
        words = self.words
        k = i + 1 + (words[i + 1] == "t")  # "T9/2013-T9/2014"
        return words[i] == "-" and words[k] in NUMBERS and words[k + 1] == "/" and self.year_digits(k + 2) is not None

    def canchi_year(self, i: int) -> tuple[int, int, int] | None:
        """Stem, branch and the index after, of 'Giáp Thìn'."""
        stem = STEMS.get(self.words[i])
        if stem is None:
            return None
        branch = BRANCHES.get(self.words[i + 1])
        if branch is None or (stem - branch) % 2:
            return None
        return stem, branch, i + 2

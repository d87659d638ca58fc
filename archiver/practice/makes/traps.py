"""What ruins a crawler that is not careful, around a plain portal with all its articles. Each trap can be counted.

==================  =================================================================================================
lich/YYYY/MM        a calendar without end, forward and back, each month linking to days that say nothing
loc?…               filters that can be combined in any order: one list of news under thousands of addresses
vong/a, vong/b      redirects that lead to each other; `vong/dai/1` leads on for ever
sau/x/x/x           a relative link that makes its own address longer by one segment each time
tim-lai/…           any address at all answers 200 with 'không tìm thấy' (a soft 404), and links to three more
dang-nhap           a login form, to which every page below `noi-dung-rieng/` leads with status 200
ba-tram             three hundred links to one article, each with another `ref`
lon.html            20 MB of HTML
bom                 a gzip that unpacks to 200 MB
nho-giot            a byte every second, for ever
dut                 a body that breaks off before its Content-Length
dau-dai             a header of 100 kB
==================  =================================================================================================
"""

from __future__ import annotations

import gzip
import time
import zlib
from functools import cache
from itertools import permutations
from typing import ClassVar

from ..markup import words
from ..news import News
from ..server import Request, Response, Wire, redirect
from .plain import Plain

_FILTERS = ("nam", "thang", "coquan", "linhvuc", "sapxep")


class Traps(Plain):
    """The plain portal with every trap linked from the foot of each page."""

    make: ClassVar[str] = "traps"

    def send(self, title: str, middle: str, head: str = "") -> Response:
        links = "".join(
            f'<a href="{self.link(path)}">{text}</a> '
            for path, text in (
                ("lich/2025/10", "Lịch công tác"),
                ("loc?nam=2020", "Lọc tin"),
                ("vong/a", "Góp ý"),
                ("vong/dai/1", "Hỏi đáp"),
                ("sau/thu-vien/", "Thư viện"),
                ("tim-lai/tin-cu", "Tin đã lưu"),
                ("noi-dung-rieng/van-ban", "Văn bản nội bộ"),
                ("ba-tram", "Được nhắc đến"),
                ("lon.html", "Toàn văn"),
                ("bom", "Dữ liệu"),
                ("nho-giot", "Trực tuyến"),
                ("dut", "Bản tin"),
                ("dau-dai", "Thông báo"),
            )
        )
        return super().send(title, f'{middle}<div class="foot-links">{links}</div>', head)

    def answer(self, path: str, request: Request) -> Response:
        first, _, rest = path.partition("/")
        if first == "lich":
            return self._calendar(rest)
        if first == "loc":
            return self._filters(request)
        if first == "vong":
            if rest.startswith("dai/"):
                return redirect(self.link(f"vong/dai/{self.page_number(rest[4:]) + 1}"))
            return redirect(self.link("vong/b" if rest == "a" else "vong/a"))
        if first == "sau":
            return self.send("Thư viện", '<h1>Thư viện</h1><p>Mời chọn mục:</p><a href="muc-con/">Mục con</a>')
        if first == "tim-lai":
            links = "".join(
                f'<li><a href="{self.link(f"tim-lai/{rest[:40]}-{i}")}">Tin cũ {i}</a></li>' for i in (1, 2, 3)
            )
            return self.send(
                "Không tìm thấy",
                f"<h1>Không tìm thấy nội dung yêu cầu</h1><p>Trang bạn tìm không tồn tại hoặc đã bị xóa.</p><ul>{links}</ul>",
            )
        if first in ("noi-dung-rieng", "dang-nhap"):
            return self.send(
                "Đăng nhập",
                f'<h1>Đăng nhập hệ thống</h1><form method="post" action="{self.link("dang-nhap")}"><input name="ten" placeholder="Tên đăng nhập">'
                '<input type="password" name="mat-khau"><button>Đăng nhập</button></form><a href="noi-dung-rieng/khac">Quên mật khẩu</a>',
            )
        if first == "ba-tram":
            links = "".join(f'<a href="{self.link(p)}">{p[-3:]}</a> ' for p in self._mentions())
            return self.send("Được nhắc đến", f"<h1>Được nhắc đến</h1><p>{links}</p>")
        if path == "lon.html":
            return Response(_large())
        if path == "bom":
            return Response(_bomb(), headers=(("Content-Encoding", "gzip"),))
        if path == "nho-giot":
            return Response(wire=_drip)
        if path == "dut":
            return Response(wire=_broken)
        if path == "dau-dai":
            return Response(b"<html><body>...</body></html>", headers=(("X-Policy", "a" * 100_000),))
        return super().answer(path, request)

    def _mentions(self) -> list[str]:
        """Three hundred addresses of the oldest article."""
        oldest = next((n for i in reversed(self.shelf.ids()) if (n := self.shelf.get(i))), None)
        return [f"{self.path(oldest)}?ref={i:03d}" for i in range(300)] if oldest else []

    def other_paths(self, news: News) -> tuple[str, ...]:
        return tuple(self._mentions()) if news.id == self.shelf.ids()[-1] else ()

    def _calendar(self, rest: str) -> Response:
        year, _, month = rest.partition("/")
        number = (int(year) if year.isdecimal() else 2025) * 12 + (int(month) - 1 if month.isdecimal() else 0)

        def at(n: int) -> str:
            return self.link(f"lich/{n // 12}/{n % 12 + 1:02d}")

        days = "".join(f'<a href="{at(number)}/{d:02d}">{d}</a> ' for d in range(1, 29))
        return self.send(
            "Lịch công tác",
            f'<h1>Lịch công tác tháng {number % 12 + 1} năm {number // 12}</h1><a href="{at(number - 1)}">Tháng trước</a> '
            f'<a href="{at(number + 1)}">Tháng sau</a><p>{days}</p><p>Không có lịch công tác.</p>',
        )

    def _filters(self, request: Request) -> Response:
        taken = [name for name in request.query if name in _FILTERS]
        query = request.raw_query
        links = "".join(
            f'<a href="{self.link("loc")}?{query}&amp;{name}={value}">{name} {value}</a> '
            for name in _FILTERS
            if name not in taken
            for value in ("1", "2", "3")
        )
        links += "".join(
            f'<a href="{self.link("loc")}?{"&amp;".join(f"{n}={request.query[n]}" for n in order)}">sắp xếp</a> '
            for order in list(permutations(taken))[:6]
        )
        rows = self.rows(self.shelf.page(1, 5))
        return self.send("Lọc tin", f'<h1>Lọc tin</h1><div>{links}</div><ul class="list">{rows}</ul>')


@cache
def _large() -> bytes:
    """20 MB of HTML."""
    line = f"<p>{words('Bảng kê tài liệu số')} 0123456789 abcdefghijklmnopqrstuvwxyz</p>\n".encode()
    head = b"<html><head><title>Bang ke</title></head><body>"
    return head + line * (20 * 1024 * 1024 // len(line)) + b"</body></html>"


@cache
def _bomb() -> bytes:
    """A gzip of some 200 kB that unpacks to 200 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"<p>" + b" " * (1 << 20)
    parts = [packer.compress(block) for _ in range(200)]
    return b"".join([*parts, packer.flush()])


def _drip(wire: Wire) -> None:
    """A byte a second. It ends when the peer hangs up."""
    wire.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<html><body>")
    for _ in range(3600):
        wire.flush()
        time.sleep(1)
        wire.write(b".")


def _broken(wire: Wire) -> None:
    """A gzip that is cut off before its announced length."""
    body = gzip.compress(b"<html><body><h1>Ban tin</h1><p>mot hai ba bon nam</p></body></html>" * 50)
    wire.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n")
    wire.write(b"Content-Length: " + str(len(body) + 500).encode() + b"\r\n\r\n" + body[: len(body) // 2])

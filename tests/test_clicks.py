"""Links that only a script makes."""

from __future__ import annotations

import pytest
from lxml import html

from archiver.reading.clicks import link_clicks

SCRIPTS = """
function go(id, loai) { document.location = "xemtin.asp?idtin=" + id + "&l=" + loai; }
function mo(u) { window.open(u, '', 'width=800'); return false; }
var GotoPage = function (p) { var url = '/tin.aspx?cat=' + catId + '&page=' + p; window.location.href = url; };
const xem = (el) => { location.assign(`/tin/${el.getAttribute('data-id')}`); };
function trang(n) { document.frmTrang.p.value = n; document.frmTrang.submit(); }
function gui() { document.getElementById('x').value = hash(); document.frmTrang.submit(); }
function tinh(n) { location.href = '/tin/' + maHoa(n); }
function dong() { document.getElementById('menu').style.display = 'none'; }
var catId = 7;
$('.tin').click(function () { window.location = '/bai/' + $(this).data('id'); });
$(document).on('click', '#ds li', function () { window.location.href = $(this).attr('data-href'); });
"""
FORM = '<form name="frmTrang" action="/loai.asp"><input type=hidden name=l value=2><input type=hidden name=p></form>'


@pytest.mark.parametrize(
    ("element", "address"),
    [
        ("""<a href="#" onclick="go(5, '2'); return false;">Tin</a>""", "xemtin.asp?idtin=5&l=2"),
        ("""<a href="javascript:go('5', 2)">Tin</a>""", "xemtin.asp?idtin=5&l=2"),
        ("""<a href="javascript:mo('/xem?id=5')">Tin</a>""", "/xem?id=5"),
        ("""<a href="#" onclick="window.open('/xem?id=5','_blank')">Tin</a>""", "/xem?id=5"),
        ("""<a href="javascript:GotoPage(3)">3</a>""", "/tin.aspx?cat=7&page=3"),
        ("""<div data-id="12" onclick="xem(this)">Tin</div>""", "/tin/12"),
        ("""<tr onclick="go(5,1)"><td>01/02/2024</td><td>Tin dài hơn</td></tr>""", "xemtin.asp?idtin=5&l=1"),
        ("""<a href="javascript:trang(4);">4</a>""", "/loai.asp?l=2&p=4"),
        ("""<h3 class="tin moi" data-id="9">Tin</h3>""", "/bai/9"),
        ("""<ul id="ds"><li data-href="/bai/8">Tin</li></ul>""", "/bai/8"),
        ("""<a href="javascript:tinh(4);">4</a>""", None),  # only a running script could tell
        ("""<a href="javascript:gui();">Gửi</a>""", None),
        ("""<a href="javascript:dong();">Đóng</a>""", None),
        ("""<a href="javascript:void(0)" onclick="location.href = taoDuongDan(5)">Tin</a>""", None),
        ("""<a href="javascript:__doPostBack('ctl00$lnk','')">2</a>""", None),
        ("""<a href="/tin/5" onclick="go(6, 1)">Tin</a>""", "/tin/5"),  # the address that stands there is believed
    ],
)
def test_what_a_click_leads_to_becomes_a_link(element, address):
    cell = element if not element.startswith("<tr") else f"<table>{element}</table>"
    page = html.document_fromstring(f"<body><script>{SCRIPTS}</script>{FORM}{cell}</body>")
    link_clicks(page)
    links = [a.get("href") for a in page.iter("a") if not (a.get("href") or "#").startswith(("#", "javascript:"))]
    assert links == ([address] if address else [])

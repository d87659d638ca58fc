"""Pages on which nobody signs though a line looks like it, and some on which somebody does; an eleventh round."""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

from .made_signs import DE, ES, FR, D, F, S, page, ps
from .made_signs_last import BE, XB, B, X
from .made_signs_more import og

CASES: list[tuple[str, str, str, dict[str, object]]] = []


def c(name, html, url, **truth):
    """A page, and what is true of it."""
    CASES.append((name, html, url, truth))


def a(name,head,body,text=BE,lang='en',h=B,foot='',**t):
    c(name,page(f'<title>{h} - Valley Echo</title>{og(h,"Valley Echo")}{head}',f'<div id="root"><article><h1>{h}</h1>{body}<div class="story-body">{ps(text)}{foot}</div></article></div>',lang),'https://www.valleyecho.example/2024/02/bridge',**t)
def n(name,body,**k): a(name,'',body,authors=[],**k)
n('n-dek','<p>About time: the county acts on the bridge</p>')
n('n-reading','<p>Reading time: 4 minutes</p>')
n('n-updated','<p>Last updated by the council on Monday</p>')
n('n-photo','<p class="photo">Photo by Bo Ng</p>')
n('n-share','<p>Share by email</p>')
n('n-sponsored','<p>Presented by Valley Bank</p>')
n('n-section','<p class="section"><a href="/news">News</a> | <a href="/transport">Transport</a> | 5 February 2024</p>')
n('n-de','<p>Von der Brücke bleibt nur ein Pfeiler</p>',text=DE,lang='de',h=D)
n('n-fr','<p>Par ailleurs, le marché restera ouvert</p>',text=FR,lang='fr',h=F)
n('n-es','<p>Por fin, una biblioteca junto al mercado</p>',text=ES,lang='es',h=S)
n('n-it','<p>Da Roma a Bari in tre ore</p>',text=ES,lang='it',h=S)
n('n-foot','',foot='<p>By the numbers: 4,000 cars cross each day.</p>')
n('n-foot2','',foot='<p><b>Read more:</b> <a href="/x">By boat across the valley</a></p>')
n('n-comment','<p>2 comments</p>',foot='<div class="comments"><div class="comment"><span class="author">Ann Lee</span><p>I use the ferry now and I like it a lot, thank you.</p></div></div>')
n('n-sidebar','',foot='<aside class="columnists"><h4>Our columnists</h4><p class="author">Cy Wu</p><p class="author">Di Ro</p></aside>')
a('p-name-role-sep','','<div class="byline"><span class="name">Ann Lee</span> <span class="title">Deputy editor</span> <time>5 February 2024</time></div>',authors=['Ann Lee'])
a('p-three-li','','<ul class="byline-list"><li>Ann Lee, editor</li><li>Bo Ng</li></ul>',authors=['Ann Lee','Bo Ng'])
a('p-hyphen','','<p class="byline">By Anne-Marie O’Dowd-Smith</p>',authors=['Anne-Marie O’Dowd-Smith'])
a('p-mc','','<p class="byline">By Ian McDonald and Jean van der Berg</p>',authors=['Ian McDonald','Jean van der Berg'])
a('p-published','','<div class="published-info">Published: 5 February 2024 by Ann Lee</div>',authors=['Ann Lee'])
a('p-with','','<p class="byline">By Ann Lee with Bo Ng</p>',authors=['Ann Lee','Bo Ng'])
a('p-agencies','','<p class="byline">By Ann Lee and agencies</p>',authors=['Ann Lee'])
a('p-by-in-span','','<div class="info"><span>5 February 2024</span><span>by Ann Lee</span></div>',authors=['Ann Lee'])
a('p-below-lead','','',text=['<b>Der Stadtrat hat am Dienstag entschieden, den Deich zu erhöhen.</b>','<em>Von Jana Wolf und Jörg Stein, NDR</em>',*DE],lang='de',h=D,authors=['Jana Wolf','Jörg Stein'],lead='Der Stadtrat hat am Dienstag entschieden, den Deich zu erhöhen.')
a('n-below-lead','','',text=[BE[0],'By closing it now, they save it',*BE[1:]],authors=[])
a('p-han','','<div class="author">记者：李明 王晓红</div>',authors=['李明','王晓红'])
def v(name,body,**k): c(name,f'<html><head><meta charset="utf-8"><title>{X}</title></head><body><div id="menu"><a href="/">Trang chủ</a> <a href="/gt">Giới thiệu</a></div><div id="wrapper">{body}</div><div id="bottom">Bản quyền thuộc Sở Nội vụ tỉnh Hà Trung. Điện thoại: 0230 3 800 111</div></body></html>','http://snv.hatrung.example.vn/tin-tuc/tap-huan-nghiep-vu-thi-dua-khen-thuong-nam-2024-1234.html',**k)
def s(name,foot,**k): v(name,f'<h2 class="title">{X}</h2><p class="ngay">15/03/2024 14:30</p><div id="noidung">{ps(XB)}{foot}</div>',**k)
s('vn-bold-end','<p>Lớp tập huấn vinh dự đón đồng chí <b>Trần Quốc Bảo</b></p>',authors=[])
s('vn-quote-end','<p>Các học viên noi gương Chủ tịch <b>Hồ Chí Minh</b>.</p>',authors=[])
s('vn-caption','<p align=center><img src="/1.jpg"></p><p align=center><i>Đồng chí Trần Quốc Bảo phát biểu</i></p>',authors=[])
s('vn-hotline','<p><b>Mọi chi tiết liên hệ: Phòng Thi đua, 0230 3 800 222</b></p>',authors=[])
s('vn-list','<p><b>Danh sách học viên</b></p><p>1. Nguyễn Thu Hằng</p><p>2. Trần Văn Nam</p>',authors=[])
s('vn-place','<p align=right><i>Hà Trung, ngày 15 tháng 3 năm 2024</i></p>',authors=[])
s('vn-other','</div><div class="tinkhac"><h3>CÁC TIN KHÁC</h3><ul><li><a href="/t/2">Hội nghị tổng kết</a></li></ul>',authors=[])
s('vn-trich','<p align=right><i>(Trích Báo cáo số 12/BC-SNV)</i></p>',authors=[])
s('vp-theo-pv','<p align=right><i>PV Thu Hằng</i></p>',authors=['Thu Hằng'])
s('vp-kthop','<p align=right><b>Thu Hằng - Kim Thoa (tổng hợp)</b></p>',authors=['Thu Hằng','Kim Thoa'])
s('vp-theo2','<p align=right><b>Thu Hằng (theo Báo Hà Trung)</b></p>',authors=['Thu Hằng'])
s('vp-em','<p style="text-align: right;"><em><strong>Thu Hằng, Ảnh: Văn Nam</strong></em></p>',authors=['Thu Hằng'])
s('vp-tin','<p><strong>Tin:</strong> Thu Hằng - <strong>Ảnh:</strong> Văn Nam</p>',authors=['Thu Hằng'])
s('vp-dept','<p align=right><b>PHÒNG CÔNG TÁC THANH NIÊN</b></p>',authors=[])
s('vp-nguoi','<table><tr><td>Người viết</td><td>Thu Hằng</td></tr></table>',authors=['Thu Hằng'])
s('vp-sdt','<p align=right><b>Thu Hằng – 0912 000 111</b></p>',authors=['Thu Hằng'])
s('vp-ba','<p align=right>Hằng - Nam - Thoa</p>',authors=['Hằng','Nam','Thoa'])
s('vp-glued','<p align=right><b>T.Hằng-H.Thoa</b></p>',authors=['T.Hằng','H.Thoa'])
s('vp-rank','<p align=right><b>Đại úy Lê Văn Hùng, Công an xã</b></p>',authors=['Lê Văn Hùng'])
s('vp-above-pictures','<p align=right><b>Thu Hằng</b></p><p>Một số hình ảnh tại lớp tập huấn:</p><p align=center><img src="/1.jpg"></p><p align=center><img src="/2.jpg"></p>',authors=['Thu Hằng'],byline='Thu Hằng')
s('vn-pictures-alone','<p>Một số hình ảnh tại lớp tập huấn:</p><p align=center><img src="/1.jpg"></p>',authors=[])

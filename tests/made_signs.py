"""Pages about who signs, headlines, leads and other news: 95, in the ways of many systems and eight languages.

Each was written with its truth before a reader saw it; only what a case is about is labelled. The second round (names
that begin with '2-') was written after the first was mended. Names, papers and places are invented.
"""
# ruff: noqa: E501 - markup is clearer unbroken
# fmt: off

import json

CASES: list[tuple[str, str, str, dict[str, object]]] = []


def c(name, html, url="https://www.nordpost.example/news/2023/10/harbour-wall", **truth):
    """A page, and what is true of it."""
    CASES.append((name, html, url, truth))


def ps(a):
    """Paragraphs."""
    return "".join(f"<p>{x}</p>" for x in a)


EN=["The harbour authority said on Tuesday that the new breakwater would be finished before the winter storms arrive, after two years of delay.","Contractors blamed a shortage of basalt and a dispute over wages, which was settled last month when both sides accepted a mediator.","“We have lost time, but not our nerve,” said the harbour master, who has overseen the works since they began in the spring of 2021.","Fishing crews remain doubtful, because an earlier wall was washed away within weeks of its opening by a storm from the north-west."]
DE=["Die Stadt Nordhaven will ihre Deiche bis zum Herbst um einen halben Meter erhöhen, teilte das Bauamt am Dienstag nach langer Beratung mit.","Die Kosten werden auf vier Millionen Euro geschätzt, von denen das Land die Hälfte übernimmt, sofern der Landtag im Mai zustimmt.","Anwohner hatten nach der Sturmflut im Januar schnelleres Handeln verlangt und mehr als tausend Unterschriften gesammelt.","Der Bürgermeister sprach von einem notwendigen Schritt, der niemanden im Ort überraschen könne, der die Karten gesehen habe."]
FR=["La ville de Port-Amont rénovera son marché couvert à partir du mois de mai, a annoncé mardi la mairie après le vote du conseil.","Les travaux dureront dix-huit mois et coûteront près de six millions d’euros, dont un tiers sera payé par la région voisine.","Les commerçants seront installés sous des tentes sur la place, ce qui inquiète ceux dont la clientèle vient surtout à pied.","« Nous avons attendu vingt ans », rappelle la doyenne des maraîchers, qui a tenu son premier étal avec sa grand-mère."]
ES=["El ayuntamiento de Puerto Claro abrirá en mayo una biblioteca nueva junto al mercado, según anunció el martes la alcaldesa del municipio.","La obra ha costado cuatro millones de euros y tendrá una sala para niños, un archivo local y un patio con árboles frutales.","Los vecinos pedían el edificio desde hace más de diez años, cuando se cerró la sala de lectura de la calle de la Aduana.","El director del archivo espera que las familias donen fotografías antiguas del puerto y de las barcas que ya no salen."]
VI=["Sáng 12/4, tại hội trường trung tâm, huyện Lâm Hà tổ chức hội nghị sơ kết phong trào thi đua quý I và triển khai nhiệm vụ quý II năm 2023.","Theo báo cáo tại hội nghị, trong quý I toàn huyện có 42 tập thể và 118 cá nhân được khen thưởng ở các cấp, tăng so với cùng kỳ năm trước.","Phát biểu kết luận, lãnh đạo huyện yêu cầu các đơn vị đổi mới nội dung phong trào, gắn thi đua với nhiệm vụ chính trị của từng địa phương.","Hội nghị cũng trao giấy khen cho các tập thể, cá nhân có thành tích xuất sắc trong phong trào xây dựng nông thôn mới."]
T='Harbour wall to be finished before winter'
def page(head,body,lang='en'): return f'<!doctype html><html lang="{lang}"><head>{head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>{body}<footer><p>© 2023 Nord Post Media Ltd. All rights reserved.</p></footer></body></html>'
def ld(**k): return '<script type="application/ld+json">'+json.dumps({"@context":"https://schema.org","@type":"NewsArticle","headline":T,"datePublished":"2023-10-18T08:00:00Z",**k},ensure_ascii=False)+'</script>'
def A(n, **k): return {"@type":"Person","name":n,**k}
# --- authors, English
c('ld-persons',page(f'<title>{T} | Nord Post</title>'+ld(author=[A('Ann Lee'),A('Bo Ng')]),f'<main><h1>{T}</h1><p class="byline">By Ann Lee and Bo Ng</p>{ps(EN)}</main>'),title=T,authors=['Ann Lee','Bo Ng'])
c('ld-string-and',page(f'<title>{T}</title>'+ld(author="Ann Lee and Bo Ng"),f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng'])
c('ld-one-person-two-names',page(f'<title>{T}</title>'+ld(author=A("Ann Lee, Bo Ng")),f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng'])
c('ld-with-role',page(f'<title>{T}</title>'+ld(author=A("Ann Lee, Maritime Correspondent")),f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee'])
c('ld-by',page(f'<title>{T}</title>'+ld(author=A("By Ann Lee")),f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee'])
c('ld-org-byline',page(f'<title>{T} - Nord Post</title><meta property="og:site_name" content="Nord Post">'+ld(author={"@type":"Organization","name":"Nord Post"},publisher={"@type":"Organization","name":"Nord Post"}),f'<main><h1>{T}</h1><div class="article-meta"><span class="author-name">Ann Lee</span><time datetime="2023-10-18">18 October 2023</time></div>{ps(EN)}</main>'),title=T,authors=['Ann Lee'])
c('agency',page(f'<title>{T}</title>'+ld(author={"@type":"Organization","name":"Reuters"}),f'<main><h1>{T}</h1><p class="byline">Reuters</p>{ps(EN)}</main>'),authors=['Reuters'])
c('meta-and-handle',page(f'<title>{T}</title><meta name="author" content="Ann Lee"><meta name="twitter:creator" content="@annlee">',f'<main><h1>{T}</h1><p>By <a href="https://twitter.com/annlee">@annlee</a></p>{ps(EN)}</main>'),authors=['Ann Lee'])
c('email',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">By Ann Lee <a href="mailto:ann@nordpost.example">ann@nordpost.example</a></div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('upper',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">BY ANN LEE AND BO NG</div>{ps(EN)}</main>'),authors=['ANN LEE','BO NG'])
c('and-three',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">By Ann Lee, Bo Ng &amp; Cy Wu in Oslo</div>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng','Cy Wu'])
c('role-lines',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="author-block"><div class="author"><a href="/by/ann-lee">Ann Lee</a></div><div class="author-title">Senior Business Reporter</div></div><div class="pub">Published 18 October 2023</div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('photographer',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">Words by Ann Lee, photographs by Bo Ng</div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('wp-vcard',page(f'<title>{T} &#8211; Nord Post</title><meta name="author" content="admin">',f'<main><article><header><h1 class="entry-title">{T}</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2023-10-18T08:00:00+00:00">October 18, 2023</time></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/alee/">Ann Lee</a></span></span></div></header><div class="entry-content">{ps(EN)}</div></article></main>'),title=T,authors=['Ann Lee'])
c('yoast-graph',page(f'<title>{T} - Nord Post</title><meta name="author" content="Ann Lee"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee"><script type="application/ld+json">'+json.dumps({"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"u#article","author":{"name":"Ann Lee","@id":"u#/schema/person/1"},"headline":T},{"@type":"Person","@id":"u#/schema/person/1","name":"Ann Lee"}]})+'</script>',f'<main><h1>{T}</h1>{ps(EN)}</main>'),title=T,authors=['Ann Lee'])
c('editor',page(f'<title>{T}</title>'+ld(author=[A('Ann Lee')],editor=A('Zoe Kay')),f'<main><h1>{T}</h1><p class="byline">Ann Lee</p>{ps(EN)}<p class="edited">Edited by Zoe Kay</p></main>'),authors=['Ann Lee'])
c('story-by',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><p>Story by Ann Lee, Nord Post • 2h</p>{ps(EN)}</main>'),authors=['Ann Lee'])
c('meta-semicolon',page(f'<title>{T}</title><meta name="author" content="Ann Lee; Bo Ng">',f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng'])
c('meta-pipe',page(f'<title>{T}</title><meta name="author" content="Ann Lee | Nord Post"><meta property="og:site_name" content="Nord Post">',f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee'])
c('lastname-first',page(f'<title>{T}</title>'+ld(author=A('Lee, Ann')),f'<main><h1>{T}</h1><p class="byline">By Ann Lee</p>{ps(EN)}</main>'),authors=['Ann Lee'])
# --- other languages
D='Nordhaven erhöht seine Deiche bis zum Herbst'
c('de-von-und',page(f'<title>{D} - Nordblick</title>',f'<main><h1>{D}</h1><p class="autor">Von Jana Wolf und Tim Brandt</p>{ps(DE)}</main>','de'),title=D,authors=['Jana Wolf','Tim Brandt'])
c('de-ein-artikel',page(f'<title>{D}</title>',f'<main><h1>{D}</h1><div class="author">Ein Artikel von Jana Wolf</div>{ps(DE)}</main>','de'),authors=['Jana Wolf'])
c('de-dpa',page(f'<title>{D}</title>'+ld(author={"@type":"Organization","name":"dpa"}),f'<main><h1>{D}</h1>{ps(DE)}</main>','de'),authors=['dpa'])
c('de-kicker',page(f'<title>Hochwasserschutz: {D} | Nordblick</title><meta property="og:title" content="Hochwasserschutz: {D}">',f'<main><h1><span class="kicker">Hochwasserschutz</span> <span class="headline">{D}</span></h1><p class="intro"><strong>{DE[0]}</strong></p>{ps(DE[1:])}</main>','de'),title=D,lead=DE[0])
F='Port-Amont rénove son marché couvert'
c('fr-par-et',page(f'<title>{F}</title>',f'<main><h1>{F}</h1><p class="auteur">Par Léa Morel et Marc Petit</p><p>Publié le 18/10/2023 à 08h00</p>{ps(FR)}</main>','fr'),authors=['Léa Morel','Marc Petit'])
c('fr-avec-afp',page(f'<title>{F} - Le Phare</title><meta property="og:site_name" content="Le Phare">'+ld(author={"@type":"Organization","name":"Le Phare avec AFP"}),f'<main><h1>{F}</h1><p>Le Phare avec AFP</p>{ps(FR)}</main>','fr'),title=F,authors=['Le Phare avec AFP'])
S='Puerto Claro abre una biblioteca junto al mercado'
c('es-por-y',page(f'<title>{S}</title>',f'<main><h1>{S}</h1><div class="firma">Por Lucía Gil y Pablo Ruiz</div>{ps(ES)}</main>','es'),authors=['Lucía Gil','Pablo Ruiz'])
c('es-meta-y',page(f'<title>{S}</title><meta name="author" content="Lucía Gil y Pablo Ruiz">',f'<main><h1>{S}</h1>{ps(ES)}</main>','es'),authors=['Lucía Gil','Pablo Ruiz'])
c('sv-og',page(f'<title>{D}</title><meta name="author" content="Eva Berg och Nils Lund">',f'<main><h1>{D}</h1>{ps(DE)}</main>','sv'),authors=['Eva Berg','Nils Lund'])
c('pt-e',page(f'<title>{S}</title><meta name="author" content="Rita Melo e Ivo Sá">',f'<main><h1>{S}</h1>{ps(ES)}</main>','pt'),authors=['Rita Melo','Ivo Sá'])
c('it-di',page(f'<title>{S}</title>',f'<main><h1>{S}</h1><span class="autore">di Carla Neri e Ugo Riva</span>{ps(ES)}</main>','it'),authors=['Carla Neri','Ugo Riva'])
c('nl-door',page(f'<title>{D}</title>',f'<main><h1>{D}</h1><div class="meta">Door Jan de Vries en Els Bos</div>{ps(DE)}</main>','nl'),authors=['Jan de Vries','Els Bos'])
# --- titles
c('logo-h1',page(f'<title>{T} :: Nord Post Online</title>',f'<h1 class="logo"><a href="/">Nord Post</a></h1><main><h2>{T}</h2>{ps(EN)}</main>'),title=T)
c('no-heading',page(f'<title>{T} « Nord Post</title><meta property="og:title" content="{T}">',f'<main><div class="ttl">{T}</div>{ps(EN)}</main>'),title=T)
c('title-section-site',page(f'<title>{T} | News | Nord Post</title>',f'<main><div>{ps(EN)}</div></main>'),title=T)
c('site-first',page(f'<title>Nord Post: {T}</title><meta property="og:site_name" content="Nord Post">',f'<main><div class="hd"><b>{T}</b></div>{ps(EN)}</main>'),title=T)
c('og-short',page('<title>Harbour wall delayed | Nord Post</title><meta property="og:title" content="Harbour wall delayed">',f'<main><article><h1>{T} after two years of delay</h1>{ps(EN)}</article></main>'),title=T+' after two years of delay')
c('h1-number',page(f'<title>{T}</title>',f'<main><h1>{T} <span class="comments-count">12</span></h1>{ps(EN)}</main>'),title=T)
c('live-label',page(f'<title>{T} – Nord Post</title><meta property="og:title" content="{T}">',f'<main><h1><span class="label">Exclusive</span> {T}</h1>{ps(EN)}</main>'),title=T)
# --- Vietnamese leads, authors, related
V='Huyện Lâm Hà sơ kết phong trào thi đua quý I năm 2023'
vu='https://lamha.example.vn/tin-tuc/so-ket-phong-trao-thi-dua-quy-i-2023.html'
rel=[('Khen thưởng 42 tập thể, cá nhân trong quý I','/tin/1'),('Phát động thi đua chào mừng ngày thành lập huyện','/tin/2'),('Trao giấy khen cho nông dân sản xuất giỏi','/tin/3')]
def rl(f): return ''.join(f.format(t=t,u=u) for t,u in rel)
def v(name,body,head='',**t): c(name,f'<html><head><title>{V}</title>{head}</head><body><div class="menu"><a href="/">Trang chủ</a> <a href="/gt">Giới thiệu</a> <a href="/tin">Tin tức</a></div><div class="main">{body}</div><div class="cuoi">Cổng thông tin điện tử huyện Lâm Hà. Địa chỉ: số 1 Trần Phú. Điện thoại: 0263 3 800 000</div></body></html>',vu,**t)
lead=VI[0]
v('b-first',f'<h1>{V}</h1><div class="ngay">12/04/2023</div><div class="ct"><p><b>{lead}</b></p>{ps(VI[1:])}<p align=right><b>Ngọc Lan</b></p></div>',lead=lead,authors=['Ngọc Lan'])
v('div-between',f'<h1>{V}</h1><div class="ngay">12/04/2023</div><div class="x1">{lead}</div><div class="ct">{ps(VI[1:])}<p>Tin, ảnh: Ngọc Lan - Văn Bình</p></div>',lead=lead,authors=['Ngọc Lan','Văn Bình'])
v('h2-lead',f'<h1>{V}</h1><h2 class="d">{lead}</h2><div class="ct">{ps(VI[1:])}</div>',lead=lead)
v('strong-img-after',f'<h1>{V}</h1><div class="ct"><p><strong>{lead}</strong></p><p><img src="/a.jpg"></p><p><em>Quang cảnh hội nghị</em></p>{ps(VI[1:])}</div>',lead=lead)
v('no-lead',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div>',f'<meta property="og:description" content="{lead}">',lead=None)
v('font-blue',f'<p><font size=4 color=navy><b>{V}</b></font></p><p><font color="#003366">{lead}</font></p>{ps(VI[1:])}<p><i>Theo Báo Lâm Đồng</i></p>',lead=lead)
v('span-bold-style',f'<h1>{V}</h1><div class="ct"><p><span style="font-weight:bold">{lead}</span></p>{ps(VI[1:])}</div>',lead=lead)
v('dropcap-table',f'<h1>{V}</h1><table><tr><td><img src="/a.jpg" width=200></td><td><b>{lead}</b></td></tr></table><div>{ps(VI[1:])}</div>',lead=lead)
v('lead-date-prefix',f'<h1>{V}</h1><div class="tomtat">(LĐ) - {lead}</div><div class="nd">{ps(VI[1:])}</div>',lead='(LĐ) - '+lead)
v('rel-nohead',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><div class="box"><ul>{rl("<li><a href={u!r}>{t}</a> <span>(11/04/2023)</span></li>")}</ul></div>',related=[t for t,_ in rel])
v('rel-inner',f'<h1>{V}</h1><div class="ct">{ps(VI[:2])}<div class="lq"><b>Tin liên quan</b><ul>{rl("<li><a href={u!r}>{t}</a></li>")}</ul></div>{ps(VI[2:])}</div>',related=[t for t,_ in rel])
v('rel-datefirst',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><div><p>CÁC TIN KHÁC</p>{rl("<div>11/04 <a href={u!r}>{t}</a></div>")}</div>',related=[t for t,_ in rel])
v('rel-cards',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><section><h3>Cùng chuyên mục</h3>{rl("<div class=card><a href={u!r}><img src=/i.jpg></a><h4><a href={u!r}>{t}</a></h4><span>11/04/2023</span></div>")}</section>',related=[t for t,_ in rel])
v('rel-two-heads',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><div><div class="tt">Tin mới hơn</div><ul><li><a href="/tin/1">{rel[0][0]}</a></li></ul><div class="tt">Tin cũ hơn</div><ul><li><a href="/tin/2">{rel[1][0]}</a></li><li><a href="/tin/3">{rel[2][0]}</a></li></ul></div>',related=[t for t,_ in rel])
v('rel-xemthem',f'<h1>{V}</h1><div class="ct">{ps(VI[:3])}<p>Xem thêm: <a href="/tin/1">{rel[0][0]}</a></p><p>{VI[3]}</p></div>',related=[rel[0][0]])
v('sign-glued',f'<h1>{V}</h1><div class="ct">{ps(VI[:3])}<p>{VI[3]}</p><p style="text-align:right"><strong>Bài, ảnh: NGỌC LAN</strong></p></div>',authors=['NGỌC LAN'])
v('sign-office',f'<h1>{V}</h1><div class="ct">{ps(VI)}<p><b>Nguyễn Ngọc Lan – Phòng Nội vụ</b></p></div>',authors=['Nguyễn Ngọc Lan'])
v('sign-top',f'<h1>{V}</h1><div class="meta"><span>12/04/2023</span><span>Ngọc Lan</span></div><div class="ct">{ps(VI)}</div>',authors=['Ngọc Lan'])
v('sign-tacgia',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><div class="row"><div class="col">Tác giả:</div><div class="col">Ngọc Lan</div></div>',authors=['Ngọc Lan'])
v('sign-ctv',f'<h1>{V}</h1><div class="ct">{ps(VI)}<p>CTV Ngọc Lan</p></div>',authors=['Ngọc Lan'])
v('sign-theo',f'<h1>{V}</h1><div class="ct">{ps(VI)}<p>Ngọc Lan (Theo TTXVN)</p></div>',authors=['Ngọc Lan'])
c('2-colon',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><p>Author: Ann Lee</p>{ps(EN)}</main>'),authors=['Ann Lee'])
c('2-desk',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">By Ann Lee and the Nord Post newsroom</div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('2-for',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">By Ann Lee for Nord Post</div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('2-jr',page(f'<title>{T}</title>'+ld(author=[A('Martin King, Jr.')]),f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Martin King, Jr.'])
c('2-phd',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="byline">By Ann Lee, PhD</div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('2-dup',page(f'<title>{T}</title>'+ld(author=[A('Ann Lee'),A('ann lee'),A('Bo Ng')]),f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng'])
c('2-mc',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ann McLee</span></span>{ps(EN)}</main>'),authors=['Ann McLee'])
c('2-updated',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><div class="info">By Ann Lee | Updated: October 18, 2023 9:12 a.m.</div>{ps(EN)}</main>'),authors=['Ann Lee'])
c('2-foot',page(f'<title>{T}</title>',f'<main><h1>{T}</h1>{ps(EN)}<div class="author-bio"><h4>Ann Lee</h4><p>Ann Lee is a reporter who covers the coast for Nord Post.</p></div></main>'),authors=['Ann Lee'])
c('2-parsely',page(f'<title>{T}</title><meta name="parsely-author" content="Ann Lee"><meta name="parsely-author" content="Bo Ng">',f'<main><h1>{T}</h1>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng'])
c('2-rel',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><p class="m"><a rel="author" href="/x/1">Ann Lee</a>, <a rel="author" href="/x/2">Bo Ng</a></p>{ps(EN)}</main>'),authors=['Ann Lee','Bo Ng'])
c('2-none',page(f'<title>{T}</title>',f'<main><h1>{T}</h1><p class="m">18 October 2023</p>{ps(EN)}</main>'),authors=[])
c('2-de-stand',page(f'<title>{D}</title>',f'<main><h1>{D}</h1><p class="meta">Von Jana Wolf | 18.10.2023, 08:00 Uhr</p>{ps(DE)}</main>','de'),authors=['Jana Wolf'])
c('2-de-komma',page(f'<title>{D}</title>',f'<main><h1>{D}</h1><p class="byline">Von Jana Wolf, Berlin</p>{ps(DE)}</main>','de'),authors=['Jana Wolf'])
c('2-de-kommentar',page(f'<title>{D}</title>',f'<main><h1>{D}</h1><p class="author">Ein Kommentar von Jana Wolf</p>{ps(DE)}</main>','de'),authors=['Jana Wolf'])
c('2-fr-propos',page(f'<title>{F}</title>',f'<main><h1>{F}</h1><p class="author">Propos recueillis par Léa Morel</p>{ps(FR)}</main>','fr'),authors=['Léa Morel'])
c('2-fr-envoye',page(f'<title>{F}</title>',f'<main><h1>{F}</h1><p class="author">Par Léa Morel, envoyée spéciale</p>{ps(FR)}</main>','fr'),authors=['Léa Morel'])
c('2-es-texto',page(f'<title>{S}</title>',f'<main><h1>{S}</h1><p class="autor">Texto: Lucía Gil / Fotos: Pablo Ruiz</p>{ps(ES)}</main>','es'),authors=['Lucía Gil'])
c('2-pt-da',page(f'<title>{S}</title>'+ld(author=A('João Costa e Silva')),f'<main><h1>{S}</h1>{ps(ES)}</main>','pt'),authors=['João Costa e Silva'])
c('2-no',page(f'<title>{D}</title>',f'<main><h1>{D}</h1><div class="byline">Av Kari Moe og Per Dahl</div>{ps(DE)}</main>','no'),authors=['Kari Moe','Per Dahl'])
c('2-t-dash',page(f'<title>{T} - News - Nord Post</title>',f'<main><div>{ps(EN)}</div></main>'),title=T)
c('2-t-site2',page(f'<title>{T} | Nord Post | Coast</title>',f'<main><h2>{T}</h2>{ps(EN)}</main>'),title=T)
c('2-t-colon',page(f'<title>Harbours: {T}</title><meta property="og:title" content="Harbours: {T}">',f'<main><h1>Harbours: {T}</h1>{ps(EN)}</main>'),title='Harbours: '+T)
c('2-t-h2',page('<title>Nord Post</title>',f'<main><h3>Latest</h3><h2 class="post-title">{T}</h2>{ps(EN)}</main>'),title=T)
v('2-em-lead',f'<h1>{V}</h1><div class="ct"><p><em><strong>{lead}</strong></em></p>{ps(VI[1:])}</div>',lead=lead)
v('2-h4-lead',f'<h2>{V}</h2><div class="ngay">12/04/2023 - 08:00</div><h4>{lead}</h4><div class="noidung">{ps(VI[1:])}<p>Ngọc Lan</p></div>',lead=lead,authors=['Ngọc Lan'])
v('2-big-lead',f'<h1>{V}</h1><div class="ct"><p style="font-size:18px">{lead}</p>'+''.join(f'<p style="font-size:16px">{x}</p>' for x in VI[1:])+'</div>',lead=lead)
v('2-td-lead',f'<table><tr><td class="t">{V}</td></tr><tr><td class="b"><b>{lead}</b></td></tr><tr><td>{"<br><br>".join(VI[1:])}</td></tr></table>',lead=lead)
v('2-plain-none',f'<h1>{V}</h1><div class="ct">{"".join("<div>"+x+"</div>" for x in VI)}</div>',lead=None)
v('2-strong-name',f'<h1>{V}</h1><div class="ct">{ps(VI)}<p style="text-align:right"><strong>Ngọc Lan (Phòng Văn hóa)</strong></p></div>',authors=['Ngọc Lan'])
v('2-thuchien',f'<h1>{V}</h1><div class="ct">{ps(VI)}<p>Thực hiện: Ngọc Lan, Văn Bình</p></div>',authors=['Ngọc Lan','Văn Bình'])
v('2-anh-only',f'<h1>{V}</h1><div class="ct">{ps(VI)}<p>Ảnh: Văn Bình</p></div>',authors=[])
v('2-rel-table',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><table><tr><td><b>Các bài viết khác:</b></td></tr>{rl("<tr><td>+ <a href={u!r}>{t}</a> (11/04/2023)</td></tr>")}</table>',related=[t for t,_ in rel])
v('2-rel-dl',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><dl><dt>Bài viết liên quan</dt>{rl("<dd><a href={u!r} title={t!r}>{t}</a></dd>")}</dl>',related=[t for t,_ in rel])
v('2-rel-share',f'<h1>{V}</h1><div class="ct">{ps(VI)}</div><div class="share"><a href="#fb">Facebook</a> <a href="#z">Zalo</a></div><div class="c"><p>Bình luận</p><textarea></textarea></div><div><h4>Có thể bạn quan tâm</h4>{rl("<p><a href={u!r}>{t}</a></p>")}</div>',related=[t for t,_ in rel])

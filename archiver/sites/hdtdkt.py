"""Hội đồng Thi đua - Khen thưởng Thành phố Hồ Chí Minh: the first department.

History. One article of it is known to us, as text: of January 2013, printed on a page that lists other news of 5
October 2017, half of these without a year; so the site was moved or filled anew on that day. Its e-mail address is
hdtdkt@tphcm.gov.vn, and the city's boards lived under hochiminhcity.gov.vn in those years.

Nobody of us has seen a page of it, and no machine of ours reaches it: **the address below is assumed, not tried.** An
archivist who can look should correct it, or run `archiver crawl URL --slug hdtdkt`. No selectors are given, since none
could be checked; the reader finds title, text, signature ("M.Hải"), source ("HĐTĐKT") and related items by itself, in
every layout that the tests lay that article into.
"""

from __future__ import annotations

from archiver.sites import Profile

PROFILE = Profile(
    name="hdtdkt",
    title="Hội đồng Thi đua - Khen thưởng Thành phố Hồ Chí Minh",
    start_urls=("http://www.hdtdkt.hochiminhcity.gov.vn/",),
    hosts=("hdtdkt.hochiminhcity.gov.vn",),
    date_format="%d/%m/%Y",  # as its related items print it
    delay=2.0,  # a small office's server
    rights="Hội đồng Thi đua - Khen thưởng Thành phố Hồ Chí Minh",
)

"""Hội đồng Thi đua - Khen thưởng TP.HCM: the first department. Its profile: `archiver/sites/hdtdkt.py`."""

from spiders.department import DepartmentSpider


class HdtdktSpider(DepartmentSpider):
    """`scrapy crawl hdtdkt`."""

    name = "hdtdkt"
    target = "hdtdkt"

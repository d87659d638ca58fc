"""One page: what kind it is and what it says. Pure: no Scrapy, no network, no clock."""

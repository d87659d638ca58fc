"""How Scrapy is set for every spider here: careful by default. What a run is told (`CrawlOptions`) overrides it.

Each line differs from Scrapy 2.19's own default, and says why where that is not plain.
"""

import archiver

BOT_NAME = "archiver"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "spiders.commands"  # `scrapy crawl` refuses in one line and returns our exit codes

# --- who we are ---------------------------------------------------------------------------------------------------
# `CONTACT` is an address or a URL at which a webmaster finds a person: `-s CONTACT=luutru@example.vn`. It goes into
# User-Agent and From. Without one no public address is asked, ever; loopback and private ones are.
CONTACT = None
USER_AGENT = f"archiver/{archiver.__version__}"
PRIVATE_ADDRESSES = False  # an intranet whose names lead to private addresses: on the operator's word alone
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
}

# --- politeness: docs/politeness.md -------------------------------------------------------------------------------
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0  # seconds, a floor: the pace follows the server's slowness from there
DOWNLOAD_DELAY_JITTER = 0  # a report that lists pauses should be able to say how long they were
BACK_OFF = 1.0  # seconds: the least rest after a 429, a 503 or no answer; it doubles with each in a row
PATIENCE = 900.0  # seconds: a host that wants to be left alone for longer is left to the next run
CONCURRENT_REQUESTS = 4
CONCURRENT_REQUESTS_PER_DOMAIN = 1
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # the report lists every failure
REDIRECT_MAX_TIMES = 5

# --- bounds: one answer, whatever the server sends ----------------------------------------------------------------
DOWNLOAD_TIMEOUT = 60  # seconds for the whole answer, so that a drip-fed one ends too
DOWNLOAD_MAXSIZE = 20 * 1024 * 1024  # bytes, before and after decompression
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = False  # a wrong Content-Length is common on old servers; the flag 'dataloss' tells
URLLENGTH_LIMIT = 4096

# --- the line: from the socket to the archive, in the order in which it runs --------------------------------------
EXTENSIONS = {
    "pipelines.manners.GoodManners": 0,  # refuses to begin where nobody can be reached
}
EXTENSIONS_BASE = {  # telnet and the remote control would be loaded, at a quarter second of CPU a run, to stay off
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,
    "scrapy.extensions.spiderstate.SpiderState": 0,
}
DOWNLOADER_MIDDLEWARES = {  # a request runs down this list, an answer up
    "pipelines.manners.StayOnSite": 50,
    "pipelines.manners.ObeyRobots": 100,
    "pipelines.manners.HonestHeaders": 450,
    "pipelines.manners.Patience": 550,  # sees an answer after it was decompressed, before anyone believes it
    "pipelines.manners.Decompress": 590,
    "pipelines.manners.Redirects": 600,
    "pipelines.cookies.Cookies": 700,
}
DOWNLOADER_MIDDLEWARES_BASE = {  # Scrapy's own beside them; those whose places they take would be loaded all the same
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": 300,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
}
SPIDER_MIDDLEWARES_BASE = {  # each wraps all that comes of an answer. The ledger knows depths, and a 404 is an answer
    # to it; without a Referer, two captures of a page differ by nothing of ours.
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": 800,
}
ITEM_PIPELINES = {
    "pipelines.article.PageToArticle": 100,
    "pipelines.record.ArticleToRecord": 200,
    "pipelines.archive.RecordToArchive": 300,
}

# --- doors that stay shut -----------------------------------------------------------------------------------------
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # runs code that a local user hands in
HTTPPROXY_ENABLED = False  # behind a proxy nobody can check whom we really talk to
HTTPCACHE_ENABLED = False
DOWNLOAD_HANDLERS = {
    "http": "pipelines.capture.CapturingHandler",
    "https": "pipelines.capture.CapturingHandler",
    "data": None,
    "file": None,
    "s3": None,
    "ftp": None,
}

# --- machinery ----------------------------------------------------------------------------------------------------
CONCURRENT_ITEMS = 1  # Scrapy starts so many tasks for each answer, whatever comes of it: 100 cost 0.6 ms a page
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "scrapy.resolver.CachingHostnameResolver"  # IPv6 too
METAREFRESH_ENABLED = False  # a page that moves on after a while is still a page; the walk reads the target itself
COOKIES_ENABLED = True  # WebForms needs its session; walks that must not share one set meta['cookiejar']
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # listings in the order in which the site shows them
LOG_LEVEL = "WARNING"
LOGSTATS_INTERVAL = 0
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"  # the report counts; nobody reads what Scrapy would

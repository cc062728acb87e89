"""The crawl: the only code that knows Scrapy. crawl.py starts a child process and knows none of it."""

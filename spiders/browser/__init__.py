"""Pages made by script, opened in a browser: which ones, how, and what was not seen.

queue.py decides which pages and keeps what came of them, supply.py answers whatever a page asks for out of the crawl's
own downloader, page.py opens one page and presses what opens, chromium.py starts and ends the browser. Nothing of it is
imported before a page needs it.

Playwright is used directly and not through Scrapy's handler for it: that one lets the browser ask the network itself,
and a page would hold a turn of its host while it waits for turns of the same host.
"""

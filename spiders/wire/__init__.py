"""The crawl's own HTTP/1.1: what a page costs to ask for is mostly what a general client does around it.

A connection reads one answer after the other (`connection`), of a head (`head`) and a body (`body`); `pool` opens them,
to judged addresses only, and keeps them for the next request; `handler` is what Scrapy's downloader knows of it.
"""

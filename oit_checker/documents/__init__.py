"""Bytes → pages: what web pages, PDF, Office and table files say, with headings, tables, links and page numbers."""

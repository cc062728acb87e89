"""Thai documents for the test sites, made from plain text at the moment they are served.

A source is a text file that a person can read aloud:

    # title            ## heading            - list entry            anything else: a paragraph
    | a | b |          a table; its first row is the header
    !words             a photograph with these words beside it
    [words](address)   a link inside a line (HTML only, elsewhere just the words)
    <form …>           a line that starts with "<" goes into HTML as it is, and nowhere else
"""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import docx
import pdf_writer
import xlsxwriter

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a source: kind is title, heading, bullet, table, photo, raw or text."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parse(source: str) -> list[Block]:
    """Blocks of a source text, in order; rows that follow one another are one table."""
    blocks: list[Block] = []
    for line in filter(None, (line.strip() for line in source.splitlines())):
        if line.startswith("|"):
            row = tuple(cell.strip() for cell in line.strip("|").split("|"))
            if blocks and blocks[-1].kind == "table":
                row_before = blocks.pop()
                blocks.append(Block("table", rows=(*row_before.rows, row)))
            else:
                blocks.append(Block("table", rows=(row,)))
            continue
        blocks.append(_line_block(line))
    return blocks


def _line_block(line: str) -> Block:
    for sign, kind in (("## ", "heading"), ("# ", "title"), ("- ", "bullet"), ("!", "photo")):
        if line.startswith(sign):
            return Block(kind, line[len(sign) :].strip())
    return Block("raw" if line.startswith("<") else "text", line)


def title_of(source: str) -> str:
    return next((block.text for block in parse(source) if block.kind == "title"), "")


def to_html(source: str, photo: str = "photo.svg") -> str:
    """The source as HTML without a page around it; photo is the address of the one picture."""
    out: list[str] = []
    for block in parse(source):
        if block.kind == "bullet" and not (out and out[-1] == "</ul>"):
            out += ["<ul>", "</ul>"]
        if block.kind == "bullet":
            out[-1:] = [f"<li>{_inline(block.text)}</li>", "</ul>"]
        else:
            out.append(_element(block, photo))
    return "\n".join(out)


def _element(block: Block, photo: str) -> str:
    if block.kind == "table":
        head, *body = block.rows
        cells = "".join(f"<th>{_inline(cell)}</th>" for cell in head)
        rows = "".join("<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>\n" for row in body)
        return f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
    if block.kind == "photo":
        words = html.escape(block.text)
        picture = f'<img src="{photo}" alt="{words}" width="120" height="150">'
        return f"<figure>{picture}<figcaption>{words}</figcaption></figure>"
    if block.kind == "raw":
        return block.text
    tag = {"title": "h1", "heading": "h2"}.get(block.kind, "p")
    return f"<{tag}>{_inline(block.text)}</{tag}>"


def _inline(text: str) -> str:
    return _LINK.sub(r'<a href="\2">\1</a>', html.escape(text, quote=False))


def _plain(text: str) -> str:
    return _LINK.sub(r"\1", text)


def to_docx(source: str) -> bytes:
    document = docx.Document()
    document.core_properties.title = title_of(source)
    for block in parse(source):
        if block.kind == "table":
            table = document.add_table(rows=0, cols=max(len(row) for row in block.rows))
            table.style = "Table Grid"
            for row in block.rows:
                for cell, words in zip(table.add_row().cells, row, strict=False):
                    cell.text = _plain(words)
        elif block.kind in ("title", "heading"):
            document.add_heading(_plain(block.text), level=1 if block.kind == "title" else 2)
        elif block.kind != "raw":
            document.add_paragraph(_plain(block.text))
    out = io.BytesIO()
    document.save(out)
    return _same_every_time(out.getvalue())


def to_xlsx(source: str) -> bytes:
    """One sheet per table, named by the heading above it; the title and loose lines stand above the first table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title_of(source), "created": datetime(2026, 1, 5)})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    above: list[str] = []
    name = ""
    for block in parse(source):
        if block.kind == "heading":
            name = _plain(block.text)
        if block.kind not in ("table", "raw"):
            above.append(_plain(block.text))
        elif block.kind == "table":
            sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", name)[:31] or None)
            sheet.set_column(0, len(block.rows[0]) - 1, 24, wrapped)
            for number, words in enumerate(above):
                sheet.write_string(number, 0, words)
            for number, row in enumerate(block.rows, start=len(above) + 1):
                for column, words in enumerate(row):
                    sheet.write_string(number, column, _plain(words))
            above, name = [title_of(source)], ""
    book.close()
    return _same_every_time(out.getvalue())


def to_csv(source: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    for block in parse(source):
        writer.writerows(block.rows if block.kind == "table" else [[_plain(block.text)]])
    return out.getvalue().encode("utf-8-sig")


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, body in files.items():
            parcel.writestr(zipfile.ZipInfo(name, _LONG_AGO), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _same_every_time(package: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, _LONG_AGO), old.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def to_pdf(source: str) -> bytes:
    return pdf_writer.write(_pdf_lines(source), title=title_of(source))


def to_ruled_pdf(source: str) -> bytes:
    """As `to_pdf`, with the cells of a table in columns between lines."""
    widths: list[list[int]] = []
    for block in parse(source):
        if block.kind == "table":
            most = max(map(len, block.rows))
            rows = [[*row, *[""] * (most - len(row))] for row in block.rows]
            wide = [20 + 6 * max(len(_plain(row[at])) for row in rows) for at in range(most)]
            widths += [wide[: len(row)] for row in block.rows]
        elif block.kind != "raw":
            widths += [[] for _ in _wrapped(_plain(block.text), 90)]
    return pdf_writer.write(_pdf_lines(source), title=title_of(source), widths=widths)


def _pdf_lines(source: str) -> list[list[str]]:
    """Lines of cells; a paragraph is one cell per line, wrapped at its spaces."""
    lines: list[list[str]] = []
    for block in parse(source):
        if block.kind == "table":
            lines += [[_plain(cell) for cell in row] for row in block.rows]
        elif block.kind != "raw":
            lines += [[part] for part in _wrapped(_plain(block.text), 90)]
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines

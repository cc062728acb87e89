"""The years that a document's text names as its own."""

from __future__ import annotations

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.matter import Matter
from oit_checker.match.others_years import is_of_another_thing
from oit_checker.model.checklist import Item
from oit_checker.thai.dates import YearMention
from oit_checker.thai.text import follows


def dated_chunks(item: Item, matter: Matter) -> list[tuple[Chunk, YearMention]]:
    """The years of a text with where they stand; those of the results that an item analyses are left out."""
    others = item.year_not_after
    return [(chunk, year) for chunk, year in matter.years if not is_of_another_thing(chunk.text, year, others)]


def years_of_text(item: Item, matter: Matter) -> list[YearMention]:
    """The years of a text; a span only where the item's own words lead to it: a plan cites those of others."""
    own = (item.title_th, *item.keywords.strong)
    return [
        year
        for chunk, year in dated_chunks(item, matter)
        if year.form != "span" or follows(chunk.text, year.start, own)
    ]

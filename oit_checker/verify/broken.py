"""A page on which the site's own program tells that it failed, though the answer says 200."""

from __future__ import annotations

from oit_checker.patterns import regex
from oit_checker.verify.look import Look

_BROKEN = regex(
    r"Fatal error ?: |Parse error ?: |Uncaught (?:Error|Exception)|SQLSTATE\[|You have an error in your SQL syntax"
    r"|Error establishing a database connection|mysqli?_(?:connect|query)\(\)|Microsoft OLE DB Provider"
    r"|Server Error in '[^']*' Application|[Aa]ccount (?:has been )?[Ss]uspended|Whoops, looks like something went"
)
_MOST_TEXT = 1500
# What PHP says where a file is not there: "Warning: readfile(buy.pdf): failed to open stream: … on line 22".
_NO_FILE = regex(r"Warning ?: \s*\w+\(.{0,300}?\): [Ff]ailed to open stream")
_WARNING = regex(r"(?:Warning|Notice|Deprecated) ?: .{0,600}? on line \d+")
_MOST_BESIDE_WARNINGS = 100


def words_of_failure(look: Look) -> str | None:
    """What a page with little else on it says of the program's failure.

    A warning alone closes no page: many a counter at the foot of a whole page warns. One that a file is not there
    does where the page says nothing else: it came in the file's place.
    """
    if not look.says_at_most(_MOST_TEXT):
        return None
    broken = _BROKEN.search(look.plain)
    if broken is None and (warned := _NO_FILE.search(look.plain)) is not None:
        broken = warned if len(_WARNING.sub("", look.plain)) <= _MOST_BESIDE_WARNINGS else None
    return look.plain[broken.start() :] if broken is not None else None

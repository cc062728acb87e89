"""File names and addresses before anything is read in them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from oit_checker.patterns import regex

_HOST = regex(r"^(?:[a-z][a-z0-9+.\-]*:)?//[^/?#]*", re.IGNORECASE)


def decoded_name(file_name_or_url: str) -> tuple[str, str]:
    """The name with percent signs decoded (also where done twice), and the same with blanks for scheme and host."""
    decoded = unquote(unquote(file_name_or_url))
    return decoded, _HOST.sub(lambda host: " " * len(host[0]), decoded)

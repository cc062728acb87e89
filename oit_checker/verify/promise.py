"""What the headers of an answer promise: a document, and of which kind.

download.php?id=7 does not look like a file, but its answer says so: by its media type, or by the name under which it
is to be saved. What then comes as a page of HTML is no document, whatever the page says.
"""

from __future__ import annotations

from oit_checker.extensions import DOCUMENT_EXTENSIONS
from oit_checker.model.page import Fetched
from oit_checker.patterns import regex

# A server may send a header of any length, so that nothing here looks back over more than a name.
_SAVED_AS = regex(r"filename\*?\s*+=\s*+\"?[^\";]{0,300}\.([a-z0-9]{2,5})\s*+(?:[\";]|$)")
_DOCUMENT_TYPE = regex(r"application/(?:pdf|zip|vnd\.openxmlformats-officedocument\.|vnd\.oasis\.opendocument\.)")
_MAY_BE_HTML = frozenset(("doc", "dot", "rtf", "xls"))
"""Old systems write a page of HTML under these names, and Word and Excel open it."""


def saved_as(fetched: Fetched) -> str:
    """The ending of the name under which an answer is to be saved; empty where it gives none."""
    names = _SAVED_AS.findall(fetched.headers.get("content-disposition", "").lower())
    return names[-1] if names else ""


def promises_document(fetched: Fetched) -> bool:
    """Whether an answer says of itself that it is a document which no page of HTML can be."""
    ending = saved_as(fetched)
    if ending:
        return ending in DOCUMENT_EXTENSIONS - _MAY_BE_HTML
    return _DOCUMENT_TYPE.match(fetched.media_type or "") is not None

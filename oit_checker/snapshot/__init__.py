"""The folder in which a crawl ends: pages as they were seen, and what verification was answered.

manifest.json   what was crawled, how far, and why it ended; until then, what was begun
pages.jsonl     one PageRecord a line; readable up to the last whole line
checks.jsonl    one Fetched a line, added by verification
finished.json   when verification began and when the audit ended; absent where it did not end
bodies.pack     answers' bodies by their SHA-256, each once; readable up to the last whole one
ocr.jsonl       what OCR read in them (documents/ocr_cache.py); holds across crawls, as it goes by content, until
                an audit is to forget what an earlier one had seen

Both lists and the pack only grow, so that a crawl that was killed is whole up to its last page. Lines leave out fields
that hold their default.
"""

from oit_checker.snapshot.folder import Snapshot
from oit_checker.snapshot.records import FORMAT, MAX_SKIPS, Begun, Manifest, PageRecord, RecordHead, Skip

__all__ = ["FORMAT", "MAX_SKIPS", "Begun", "Manifest", "PageRecord", "RecordHead", "Skip", "Snapshot"]

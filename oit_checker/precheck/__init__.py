"""Documents on disk, before they are published: which item each answers, and what it still lacks.

The same engine and the same words as the audit; only the way to the documents differs.
"""

from oit_checker.precheck.checking import CheckOptions, check_files

__all__ = ["CheckOptions", "check_files"]

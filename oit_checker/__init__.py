"""Audits a Thai government agency's main website against the OIT disclosure checklist.

The public names are in `oit_checker.api`.
"""

__version__ = "0.1.0"

"""Items × pages → where to look, and the words that say why.

hub*.py read the agency's own ITA list, claims.py weighs words, candidates.py
walks the site's links, expand.py follows a page that only lists documents,
years.py and kinds.py say of which year and kind a piece of evidence is,
agency.py says whose site it is.
"""

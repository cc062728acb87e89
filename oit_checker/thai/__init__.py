"""Thai text: one canonical form, digits, years and months, item codes, phrases, words, and bytes into text."""

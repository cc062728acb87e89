"""OIT checklists as data: one YAML file per instrument and fiscal year. No code ever goes in here."""

"""What was decided, kept for ever: versions of decisions in a database, append-only.

Tables are storage, not the domain: decisions are made in ``scoring`` and only written here.
"""

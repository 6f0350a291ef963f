"""From reports to Arrow tables, exactly as ``schemas/`` declares them.

In: extractions with ids. Out: one Arrow table for each declared table but ``id_history``, which is written at
publishing. What is checked, and how tables are published, may not be known here.
"""

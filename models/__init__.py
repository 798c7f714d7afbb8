"""Tables, one per file; `models.tables` knows them all."""

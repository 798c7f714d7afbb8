"""Who did what: admins look it up by person, by thing, by day."""

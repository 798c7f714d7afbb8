"""What people type, read into values: money, days, phone numbers. Pure functions; words live in locales."""

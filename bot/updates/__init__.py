"""The life of an update: stored, processed one at a time per person, done or set aside."""

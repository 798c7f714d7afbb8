"""Tasks: who owes what to whom in a deal, and until when."""

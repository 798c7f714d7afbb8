"""One thing done with up to a hundred leads: a result for each, and a few statements for all of them."""

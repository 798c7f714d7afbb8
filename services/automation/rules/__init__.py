"""Rules: templates, conditions, who keeps them, what they did."""

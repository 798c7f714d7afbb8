"""All words that a message about a lead is read by; of two meanings the one named first holds."""

from handlers.parsing.leads import business, geography, kinds, sources, talk, things

ENTRIES = [*sources.ENTRIES, *kinds.ENTRIES, *things.ENTRIES, *geography.ENTRIES, *business.ENTRIES, *talk.ENTRIES]

"""What the client is shown of a deal's offers: as a text to forward, and as a PDF."""

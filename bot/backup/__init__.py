"""Takes backups and restores them; in a process of its own, so that the CRM's answers wait for nothing."""

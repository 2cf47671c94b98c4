"""Copies of a ledger: backups and documents, proved before they are put in place and before they are taken back."""

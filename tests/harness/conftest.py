"""What the rounds of the harness share as tests."""

# They need the extra `mutation`, have no doctests, and are imported by those who use them.
collect_ignore = ["killing.py", "mutation.py"]

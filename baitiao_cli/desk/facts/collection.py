"""Facts of collection: what was against its rules."""

from __future__ import annotations

from baitiao_cli.desk.facts.decision import Decision


class ContactAgainstRules(Decision, frozen=True, tag="contact-against-rules"):
    """A contact (`D12`) about an account (the subject) took place although these rules are against it."""

    contact_id: str

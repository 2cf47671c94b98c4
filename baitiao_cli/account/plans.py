"""The plans of an account, of which most are settled one day."""

from __future__ import annotations

from itertools import islice

from baitiao_cli.account.plan import Plan


class Plans(dict[str, Plan]):
    """The plans by their ids, oldest first; those that are settled are not looked at again, for none is reopened.

    So what the fold does each day takes as long as there are open plans, however many were settled before.
    """

    _looked_at = 0
    _open: tuple[Plan, ...] = ()

    def __setitem__(self, plan_id: str, plan: Plan) -> None:
        if plan_id in self:
            self._looked_at, self._open = 0, ()
        super().__setitem__(plan_id, plan)

    @property
    def open(self) -> tuple[Plan, ...]:
        """Those with something left to pay."""
        if self._looked_at < len(self):
            self._open += tuple(islice(self.values(), self._looked_at, None))
            self._looked_at = len(self)
        for plan in self._open:
            if plan.settled_on is not None:
                self._open = tuple(plan for plan in self._open if plan.settled_on is None)
                break
        return self._open

"""Money back from the merchant, charges given up, and money given by the lender."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from baitiao_cli.account.events import CreditGranted, Refunded, Waived
from baitiao_cli.oracle.bills import Bills
from baitiao_cli.oracle.rows import DAY, PARTS, Plan, RefundNote, Row, rounded


class Corrections(Bills):
    """Refunds, waivers and goodwill."""

    def _move(self, kind: str, amount: int) -> None:
        self.moved[kind] = self.moved.get(kind, 0) + amount

    def _refund(self, refund: Refunded) -> None:
        plan = self._named(refund.plan_id)
        if plan is None:
            return
        amount = min(refund.amount_fen, plan.financed - self._gone(plan))
        self._ask_for_what_has_run()
        returned = self._refund_now(plan, amount)
        self.refunds.append(RefundNote(plan, amount, returned))
        self._net_credit()

    def _gone(self, plan: Plan) -> int:
        """What of a purchase came back, or is contested."""
        came_back = sum(note.amount for note in self.refunds if note.plan is plan)
        return came_back + sum(one.amount for one in self.contested.values() if one.plan is plan)

    def _refund_now(self, plan: Plan, amount: int, aside: int = 0) -> dict[str, int]:
        """Off what is unpaid, the rest back to those who paid; returns what they got. `aside` is off already."""
        if plan.terms.revolving:
            left = self._refund_of_bill(plan, amount)
        else:
            left = self._lower_heirs(plan, self._lower_plan(plan, amount))
        for each in self.plans:
            self._finish(each)
        back = min(left, self.given_up.get(plan.plan_id, 0))
        if back:
            self.given_up[plan.plan_id] -= back
            left -= back
        left += self._return_price(plan, amount + aside)
        returned = self._give_back(plan, left)
        self._move("refunds", amount - back)
        self._move("paid out", sum(returned.values()))
        self.credit += left - sum(returned.values())
        return returned

    def _return_price(self, plan: Plan, amount: int) -> int:
        """Fees and interest so far come back in proportion, if so agreed: off what is unpaid, the rest as money."""
        if plan.terms.refund_fees == "stay" or not amount:
            return 0
        plans = [plan] + [other for other in self.plans if plan.plan_id in other.taken_over]
        for each in plans:
            if each.by_the_night and (each.balance or any(row.unpaid for row in each.rows)):
                self._ask_interest(each, self._has_run(each))
        so_far = sum(row.asked[each.price] for each in plans for row in each.rows)
        so_far -= sum(each.price_given_up for each in plans)
        kept = plan.financed - sum(note.amount for note in self.refunds if note.plan is plan)
        left = rounded(Fraction(so_far * amount, kept), plan.terms.schedule.rounding)
        plan.price_given_up += left
        self._move(plan.price, -left)
        for row in sorted((row for each in plans for row in each.rows), key=lambda row: row.due_on):
            assert row.plan is not None
            left -= self._pay(row, row.plan.price, left)
        for each in self.plans:
            self._finish(each)
        return left

    def _lower_plan(self, plan: Plan, amount: int) -> int:
        if plan.by_the_night:
            return self._refund_by_the_night(plan, amount)
        return self._lower(sorted(plan.rows, key=lambda row: (row.is_billed, -row.number)), amount)

    def _lower_heirs(self, plan: Plan, amount: int) -> int:
        """Off the plans that took parts of a purchase over, no more of each than it did."""
        for heir in [heir for heir in self.plans if plan.plan_id in heir.taken_over]:
            wanted = min(amount, heir.taken_over[plan.plan_id])
            taken = wanted - self._lower_plan(heir, wanted)
            heir.taken_over[plan.plan_id] -= taken
            amount -= taken
        return amount

    def _refund_of_bill(self, plan: Plan, amount: int) -> int:
        """What is left of the purchase as usual, then the plans that took parts of it over, the rest as usual."""
        heirs = [heir for heir in self.plans if plan.plan_id in heir.taken_over]
        own = min(amount, plan.balance) if heirs else amount
        over = self._refund_on_bill(plan, own)
        rest = self._lower_heirs(plan, amount - own)
        return self._refund_on_bill(plan, over + rest) if heirs else over

    def _refund_on_bill(self, plan: Plan, amount: int) -> int:
        amount = self._pay_payable(amount, revolving_only=True)
        ahead = [row for other in self.plans if other.terms.revolving for row in other.rows if not row.is_billed]
        return self._lower([row for row in ahead if row.plan is plan] + ahead, amount)

    def _lower(self, rows: list[Row], amount: int) -> int:
        """Takes principal off the rows in this order; the unpaid fee of each falls in proportion."""
        before = {plan.place: self._night_cost(plan) for plan in self.plans}
        for row in rows:
            assert row.plan is not None
            unpaid = row.asked["principal"] - row.paid["principal"]
            taken = min(amount, unpaid)
            if not taken:
                continue
            rule, price = row.plan.terms.schedule.rounding, row.plan.price
            if row.is_billed:
                share = Fraction((row.quoted[price] - row.paid[price]) * taken, unpaid)
                row.quoted[price] -= rounded(share, rule)
            elif row.first_principal:
                share = Fraction(row.asked["principal"] - taken, row.first_principal) * row.first_price
                row.set_price(price, min(row.full_price(price), share), rule)
            row.quoted["principal"] -= taken
            if row.asked[price] > row.quoted[price]:
                self._ask(row, price, row.quoted[price] - row.asked[price])
            self._take_back(row, taken)
            if row.unpaid == 0 and row.asked[price] == row.quoted[price]:
                row.is_billed = True
            amount -= taken
        for plan in [plan for plan in self.plans if any(row.plan is plan for row in rows)]:
            self._keep_within_cap(plan, before[plan.place])
        return amount

    def _all_nights(self, plan: Plan) -> int:
        """Each fen of principal for each night until it is due, those that are past and those to come."""
        nights = plan.principal_nights
        for row in plan.rows:
            day = self.day
            while day < row.due_on:
                nights += row.asked["principal"] - row.paid["principal"]
                day += DAY
        return nights

    def _night_cost(self, plan: Plan) -> Fraction:
        if plan.by_the_night or not self._all_nights(plan):
            return Fraction(0)
        asked = sum(row.asked["fee"] + row.asked["interest"] for row in plan.rows)
        to_come = sum(row.quoted[plan.price] - row.asked[plan.price] for row in plan.rows if not row.is_billed)
        return Fraction(asked + to_come, self._all_nights(plan))

    def _keep_within_cap(self, plan: Plan, before: Fraction) -> None:
        """Fees still to be asked for fall, the next first, to what the cap leaves on the principal and its nights.

        If a night cost more before, that is what is left, a fen a row aside.
        """
        if not plan.terms.annual_cap_ppb:
            return
        rest = [row for row in plan.rows if not row.is_billed]
        cap = plan.terms.annual_cap_ppb * PARTS / 365
        allowed = floor(self._all_nights(plan) * max(cap, before))
        if before > cap:
            allowed += len(rest)
        allowed = max(0, allowed - sum(row.asked["fee"] + row.asked["interest"] for row in plan.rows))
        for row in reversed(rest):
            wanted = row.quoted[plan.price] - row.asked[plan.price]
            if wanted > allowed:
                row.quoted[plan.price] = row.asked[plan.price] + allowed
                row.without_pauses = None
            allowed -= min(allowed, wanted)

    def _take_back(self, row: Row, amount: int) -> None:
        assert row.plan is not None
        row.asked["principal"] -= amount
        row.plan.came_back += amount
        self._forgive_in_grace(row)

    def _refund_by_the_night(self, plan: Plan, amount: int) -> int:
        billed = [row for row in plan.rows if row.is_billed]
        ahead = min(amount, plan.balance - sum(row.asked["principal"] - row.paid["principal"] for row in billed))
        plan.came_back += ahead
        for row in plan.rows:
            if ahead and not row.is_billed and row.asked["principal"]:
                self._ask_principal(plan, row)
        amount -= ahead
        for row in reversed(billed):
            taken = min(amount, row.asked["principal"] - row.paid["principal"])
            if taken:
                self._take_back(row, taken)
                amount -= taken
        return amount

    def _give_back(self, plan: Plan, amount: int) -> dict[str, int]:
        """To the latest payments, each up to what it paid on the plan (or all that revolves) and did not get back."""

        def is_alike(other: Plan | None) -> bool:
            if other is None:
                return plan.terms.revolving
            of = [self._named(plan_id) for plan_id in other.taken_over] or [other]
            return plan in of or (plan.terms.revolving and any(one and one.terms.revolving for one in of))

        paid: dict[str, int] = {}
        for receipt in self.receipts:
            if receipt.payer and receipt.amount and is_alike(receipt.row.plan):
                paid[receipt.payer] = paid.get(receipt.payer, 0) + receipt.amount
        for note in self.refunds:
            for payer, part in note.returned.items() if is_alike(note.plan) else ():
                paid[payer] -= part
        returned: dict[str, int] = {}
        for payer in reversed(paid):
            if part := min(amount, paid[payer]):
                returned[payer] = part
                amount -= part
        return returned

    def _waive(self, waiver: Waived) -> None:
        plan = self._named(waiver.plan_id)
        if waiver.plan_id and plan is None:
            return
        self._ask_for_what_has_run()
        kinds = [waiver.charge] if waiver.charge else ["late_charge", "fee", "interest"]
        rows = [row for row in self._payable() if plan is None or row.plan is plan]
        if plan and plan.by_the_night and "interest" in kinds and (plan.balance or any(r.unpaid for r in plan.rows)):
            self._ask_interest(plan, self._has_run(plan))
            rows += [plan.open_row] if plan.open_row not in rows else []
        left = waiver.amount_fen
        for kind in kinds:
            for row in rows:
                taken = self._pay(row, kind, left)
                left -= taken
                if row.plan and kind == row.plan.price:
                    row.plan.price_given_up += taken
        self._move("waivers", waiver.amount_fen - left)
        for each in self.plans:
            self._finish(each)

    def _grant(self, credit: CreditGranted) -> None:
        self._move("goodwill", credit.amount_fen)
        self._ask_for_what_has_run()
        self.credit += self._pay_payable(credit.amount_fen)

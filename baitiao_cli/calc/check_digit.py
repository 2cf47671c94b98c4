"""The check digit of an id, for ids that are read aloud or typed from paper: `A12` is told as `A12-1`.

The algorithm of H. M. Damm (2004): each character leads from a state to the next, and the last state is the digit. It
finds every wrong digit and every exchange of two digits that stand beside each other. The letters that say what an id
is of are states of their own making, chosen so that the same holds of them: for a wrong letter, and for an exchange of
a letter and the digit beside it, so that `A12P3` and `A1P23` never share a digit. Nothing is secret in it: of ten ids
that somebody makes up one fits.
"""

from __future__ import annotations

# Row: the state; column: the digit read. Damm's totally anti-symmetric quasigroup of order 10 (the published example:
# 572 has the digit 4).
_NEXT = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
# By letter the state that each state leads to. Found by search: no two letters lead from a state to the same one, and a
# letter and a digit never lead to the same state in either order.
_LETTERS = {
    "A": "1294063857",  # account
    "P": "2607891345",  # plan, person
    "H": "3850927614",  # hold
    "E": "4016385972",  # event
    "W": "5479108263",  # what waits for a second person
    "D": "9381674520",  # what the desk recorded
}


def check_digit(plain: str) -> str:
    """The check digit of an id without one: capital letters A, D, E, H, P, W and ASCII digits.

    >>> check_digit("572"), check_digit("A12P3") != check_digit("A1P23")
    ('4', True)
    """
    state = 0
    for char in plain:
        state = int(_LETTERS[char][state] if char in _LETTERS else _NEXT[state][int(char)])
    return str(state)


def checked(plain: str) -> str:
    """An id as it is told to people, with its check digit behind a hyphen.

    >>> checked("A12")
    'A12-1'
    """
    return f"{plain}-{check_digit(plain)}"

"""A lot can be drawn again by hand."""

import hashlib
import subprocess

from scoring.council.lot import Draw, draw_assessors, tickets
from scoring.council.member import Member

NAMES = ["Anna Nowak", "Jan Żak", "Ewa Lis"]


def test_the_numbers_are_those_of_sha256sum():
    order = tickets("orzeł", "PD/1/2022", NAMES)
    text = "orzeł|PD/1/2022|Jan Żak"
    by_hand = subprocess.run(["sha256sum"], input=text.encode(), capture_output=True, check=True)
    numbers = {one.name: one.number for one in order}
    assert numbers["Jan Żak"] == by_hand.stdout.split()[0].decode()
    assert [one.number for one in order] == sorted(numbers.values())
    how = Draw("orzeł", "PD/1/2022", order, ()).how
    assert "printf '%s' 'orzeł|PD/1/2022|imię i nazwisko' | sha256sum" in how


def test_another_seed_or_another_operation_gives_another_order():
    names = [f"Członek {place}" for place in range(10)]
    orders = {
        tuple(one.name for one in tickets(seed, number, names))
        for seed in ("a", "b")
        for number in ("A", "B")
    }
    assert len(orders) == 4


def test_whoever_would_leave_nobody_to_go_with_is_passed_over():
    # Whoever comes first by the numbers belongs to every group.
    digests = {
        name: hashlib.sha256(f"s|A|{name}".encode()).hexdigest() for name in ("A", "B", "C", "D")
    }
    first, second, third, fourth = sorted(digests, key=lambda name: digests[name])
    members = [
        Member(name=first, sector="public", groups=("x", "y", "z")),
        Member(name=second, sector="economic", groups=("x",)),
        Member(name=third, sector="social", groups=("y",)),
        Member(name=fourth, sector="residents", groups=("z",)),
    ]
    draw = draw_assessors("s", "A", members, 3)
    assert draw is not None
    assert draw.drawn == (second, third, fourth)
    assert draw_assessors("s", "A", members, 4) is None

"""What the examples must give, written by hand.

A row is number, outcome, place, points, amount in złoty. ``CUTS`` are what the rules took off the
amount requested, in grosze; ``STOPPED`` the conditions that are not met; ``WAITING`` what an
undecided application waits for.
"""

Row = tuple[str, str, int | None, str | None, int | None]

KND: tuple[Row, ...] = (
    ("KND/1/2/2022", "selected", 1, "58.89", 100_000),
    ("KND/1/4/2022", "selected", 2, "53.33", 100_000),
    ("KND/1/11/2022", "selected", 3, "49.56", 100_000),
    ("KND/1/17/2022", "selected", 3, "49.56", 90_000),
    ("KND/1/3/2022", "selected", 5, "47.44", 100_000),
    ("KND/1/9/2022", "selected", 6, "46.89", 100_000),
    ("KND/1/14/2022", "selected", 7, "44.56", 85_000),
    ("KND/1/19/2022", "selected", 8, "42.11", 95_000),
    ("KND/1/6/2022", "selected", 9, "41.89", 100_000),
    ("KND/1/22/2022", "selected", 10, "41.5", 72_500),
    ("KND/1/1/2022", "selected", 11, "41.33", 60_000),
    ("KND/1/10/2022", "selected", 12, "40.11", 100_000),
    ("KND/1/7/2022", "selected_outside_limit", 13, "39.89", 0),
    ("KND/1/16/2022", "selected_outside_limit", 14, "37.44", 0),
    ("KND/1/5/2022", "selected_outside_limit", 15, "34.22", 0),
    ("KND/1/20/2022", "selected_outside_limit", 16, "33.67", 0),
    ("KND/1/12/2022", "selected_outside_limit", 17, "31.89", 0),
    ("KND/1/8/2022", "selected_outside_limit", 18, "31.22", 0),
    ("KND/1/23/2022", "selected_outside_limit", 19, "27", 0),
    ("KND/1/15/2022", "below_minimum", None, "26.89", None),
    ("KND/1/21/2022", "below_minimum", None, "18.67", None),
    ("KND/1/18/2022", "undecided", None, None, None),
    ("KND/1/24/2022", "not_eligible", None, None, None),
    ("KND/1/13/2022", "withdrawn", None, None, None),
)

# Relative points by hand. Requests run from 80 000 (30 pkt) to 280 000 (0 pkt): 0,15 pkt a thousand.
# Cost of a job runs from 100 000 (20 pkt) to 300 000 (0 pkt): 0,10 pkt a thousand.
#     micro + density + tourism + innovation + cost of a job + low request
# 1:  10    + 20      + 8       + 6          + 17            + 22,5          = 83,5
# 2:  10    + 0       + 2       + 7          + 0             + 0             = 19
# 3:  10    + 6       + 0       + 3          + 20            + 30            = 69
# 4:  10    + 9       + 9       + 5          + 10            + 12            = 55
# 5:  10    + 12      + 4       + 4,5        + 10            + 19,5          = 60
# 6:  10    + 11      + 7       + 8          + 6             + 15            = 57
TRYGON: tuple[Row, ...] = (
    ("TR/MM/1/2013", "selected", 1, "83.5", 130_000),
    ("TR/MM/3/2013", "selected", 2, "69", 80_000),
    ("TR/MM/5/2013", "selected", 3, "60", 150_000),
    ("TR/MM/6/2013", "selected", 4, "57", 180_000),
    ("TR/MM/4/2013", "selected", 5, "55", 160_000),
    ("TR/MM/2/2013", "below_minimum", None, "19", None),
    ("TR/MM/7/2013", "withdrawn", None, None, None),
)

COOPERATION: tuple[Row, ...] = (
    ("WP/3/2016", "selected", 1, "22", 200_000),
    ("WP/2/2016", "selected", 2, "21", 149_500),
    ("WP/1/2016", "below_minimum", None, "20", None),
    ("WP/4/2016", "not_eligible", None, None, None),
)

# Points by hand; innovation is the mean of seven cards (six where a member is excluded).
#      innovation + environment + jobs + local + groups + small locality + own money + consultation
#  1:  48/7       + 4 (5 %)     + 12   + 0     + 5      + 5              + 0 (20 %)  + 2 = 34,857
#  2:  8          + 0           + 12   + 0     + 3      + 5              + 0 (33 %)  + 0 = 28
#  6:  24/6       + 7 (20 %)    + 0    + 7     + 0      + 5              + 0 (20 %)  + 2 = 25
# 15:  4          + 0           + 12   + 0     + 5      + 0 (5 200)      + 0 (20 %)  + 2 = 23
#  9:  12/7       + 4 (5 %)     + 6    + 0     + 6 of 8 + 5 (4 999)      + 0 (22 %)  + 0 = 22,714
# 12:  24/7       + 0           + 0    + 0     + 6 of 8 + 5              + 3 (40 %)  + 2 = 19,429
#  8:  20/7       + 0           + 12   + 0     + 6 of 8 + 5              + 0 (17 %)  + 2 = 27,857
# 10:  4          + 7 (20 %)    + 0    + 0     + 6 of 8 + 5              + 0 (21 %)  + 2 = 24
# Money: 350 000 - 100 000 - 100 000 (asked for 120 000) - 80 000 = 70 000; 95 000 does not fit and
# is skipped, 70 000 fits to the grosz.
START_UPS: tuple[Row, ...] = (
    ("ZD/NF/1/2023", "selected", 1, "34.86", 100_000),
    ("ZD/NF/2/2023", "selected", 2, "28", 100_000),
    ("ZD/NF/6/2023", "selected", 3, "25", 80_000),
    ("ZD/NF/15/2023", "selected_outside_limit", 4, "23", 0),
    ("ZD/NF/9/2023", "selected", 5, "22.71", 70_000),
    ("ZD/NF/12/2023", "below_minimum", None, "19.43", None),
    ("ZD/NF/8/2023", "undecided", None, "27.86", None),
    ("ZD/NF/10/2023", "undecided", None, "24", None),
    ("ZD/NF/3/2023", "not_eligible", None, None, None),
    ("ZD/NF/4/2023", "not_eligible", None, None, None),
    ("ZD/NF/5/2023", "not_eligible", None, None, None),
    ("ZD/NF/7/2023", "not_eligible", None, None, None),
    ("ZD/NF/11/2023", "not_eligible", None, None, None),
    ("ZD/NF/13/2023", "not_eligible", None, None, None),
    ("ZD/NF/14/2023", "withdrawn", None, None, None),
)

# Points by hand; innovation is what more than half of the cards give.
#      locality      + environment + innovation + groups + local + heritage + jobs + own money + consultation
#  2:  0 (5 872)     + 4 (5 %)     + 6          + 6      + 5     + 5        + 4    + 0         + 2 = 32
#  6:  7 (1 240)     + 4 (5 %)     + 6          + 6      + 0     + 5        + 0    + 0         + 2 = 30
#  8:  10 (212)      + 4 (5 %)     + 3          + 6      + 0     + 5        + 0    + 0         + 0 = 28
#  4:  10 (430)      + 0           + 3          + 6      + 0     + 5        + 0    + 0         + 0 = 24
#  7:  7 (1 240)     + 0           + 6          + 0      + 5     + 0        + 4    + 0 (27 %)  + 2 = 24
#  1:  0 (6 044)     + 8 (20 %)    + 3          + 6      + 0     + 5        + 0    + 0 (36 %)  + 2 = 24
#  3:  7 (4 946)     + 0           + 3          + 0      + 5     + 5        + 0    + 0         + 2 = 22
#  5:  10 (980)      + 4 (5 %)     + 0          + 6      + 0     + 0        + 0    + 0         + 0 = 20
# Of equal points the smaller locality goes first: 4, 7, 1.
# Money: 1 200 000 - 300 000 - 250 000 - 50 000 - 127 000 - 100 000 - 254 520 = 118 480, which
# application 3 agrees to take instead of 198 000; that closes the list.
INFRASTRUCTURE: tuple[Row, ...] = (
    ("ZP/IN/02/2023", "selected", 1, "32", 300_000),
    ("ZP/IN/06/2023", "selected", 2, "30", 250_000),
    ("ZP/IN/08/2023", "selected", 3, "28", 50_000),
    ("ZP/IN/04/2023", "selected", 4, "24", 127_000),
    ("ZP/IN/07/2023", "selected", 5, "24", 100_000),
    ("ZP/IN/01/2023", "selected", 6, "24", 254_520),
    ("ZP/IN/03/2023", "selected", 7, "22", 118_480),
    ("ZP/IN/05/2023", "selected_outside_limit", 8, "20", 0),
    ("ZP/IN/10/2023", "undecided", None, None, None),
    ("ZP/IN/09/2023", "not_eligible", None, None, None),
    ("ZP/IN/11/2023", "not_eligible", None, None, None),
)

# Points by hand; innovation is the mean of five cards (four where a member is excluded).
#      heritage + groups + innovation + environment + promotion + locality  + consultation
# 10:  8        + 8      + 30/5       + 5           + 4         + 5         + 4 = 40
#  1:  8        + 8      + 27/5       + 5           + 4         + 5         + 4 = 39,4
#  3:  8        + 8      + 15/4       + 5           + 4         + 5         + 4 = 37,75
#  4:  8        + 8      + 12/5       + 5           + 4         + 5         + 4 = 36,4
# 11:  8        + 8      + 24/5       + 0           + 4         + 5         + 4 = 33,8
#  9:  8        + 8      + 18/5       + 0           + 4         + 5         + 4 = 32,6
#  2:  8        + 8      + 15/5       + 0           + 4         + 5         + 4 = 32
#  5:  8        + 8      + 12/5       + 5           + 4         + 0 (5 200) + 4 = 31,4
# 12:  8        + 8      + 9/5        + 0           + 4         + 5         + 4 = 30,8
# 13:  8        + 0      + 12/5       + 5           + 4         + 5         + 0 = 24,4
# 14:  0        + 0      + 3/5        + 0           + 0         + 5         + 0 = 5,6
# Money: 50 000 + 45 000 + 30 542 + 31 815 + 20 000 + 42 000 + 25 000 + 28 633 + 27 010 = 300 000.
# Public units alone: 31 815 + 28 633 = 60 448, that is 20,15 % of 300 000: above 20 %.
GRANTS: tuple[Row, ...] = (
    ("G/10/2023", "selected", 1, "40", 50_000),
    ("G/1/2023", "selected", 2, "39.4", 45_000),
    ("G/3/2023", "selected", 3, "37.75", 30_542),
    ("G/4/2023", "selected", 4, "36.4", 31_815),
    ("G/11/2023", "selected", 5, "33.8", 20_000),
    ("G/9/2023", "selected", 6, "32.6", 42_000),
    ("G/2/2023", "selected", 7, "32", 25_000),
    ("G/5/2023", "selected", 8, "31.4", 28_633),
    ("G/12/2023", "selected", 9, "30.8", 27_010),
    ("G/13/2023", "selected_outside_limit", 10, "24.4", 0),
    ("G/14/2023", "below_minimum", None, "5.6", None),
    ("G/6/2023", "not_eligible", None, None, None),
    ("G/7/2023", "not_eligible", None, None, None),
    ("G/8/2023", "not_eligible", None, None, None),
)

# Promotion 10 + innovation 5 (the median of 5, 5, 3, 5) + groups 5 + environment 0 = 20.
OWN_OPERATION: tuple[Row, ...] = (
    ("ZD/OW/2/2023", "selected", 1, "20", 50_000),
    ("ZD/OW/1/2023", "withdrawn", None, None, None),
)

# Of the two with 13 points the council voted 6 before 5.
# Jobs 5 or 10, a local product 5, and the mean of the cards: 5, 3, or for 2 (16 cards) 8 × 5 and 8 × 3.
SITTING_19: tuple[Row, ...] = (
    ("PZ/1/1/2022", "selected", 1, "20", 60_000),
    ("PZ/1/3/2022", "selected", 2, "15", 40_000),
    ("PZ/1/2/2022", "selected", 3, "14", 50_000),
    ("PZ/1/6/2022", "selected", 4, "13", 50_000),
    ("PZ/1/5/2022", "selected_outside_limit", 5, "13", 0),
    ("PZ/1/4/2022", "below_minimum", None, "8", None),
    ("PZ/1/7/2022", "withdrawn", None, None, None),
)

EXPECTED = {
    "granty-2023": GRANTS,
    "kraina-nocy-i-dni-2022": KND,
    "nowe-firmy-2023": START_UPS,
    "operacja-wlasna-2023": OWN_OPERATION,
    "swietlice-i-szlaki-2023": INFRASTRUCTURE,
    "posiedzenie-19": SITTING_19,
    "trygon-2013": TRYGON,
    "wspolpraca-60-procent": COOPERATION,
}

Cuts = tuple[tuple[str, int], ...]

CUTS: dict[str, dict[str, Cuts]] = {
    "granty-2023": {
        # 100 000 - 75 000 of the same group = 25 000
        "G/2/2023": (("A3", 6_815_00),),
        # 63,63 % of 48 000 = 30 542,40; another group, so nothing is used up
        "G/3/2023": (("rounding", 40),),
        # 63,63 % of 45 000 = 28 633,50
        "G/5/2023": (("rounding", 50),),
        # 100 000 - 35 000 - 45 000 = 20 000; the 60 000 of an operation is no grant
        "G/11/2023": (("A3", 15_000_00),),
    },
    "kraina-nocy-i-dni-2022": {},
    "nowe-firmy-2023": {"ZD/NF/2/2023": (("A8", 20_000_00),)},
    "operacja-wlasna-2023": {"ZD/OW/2/2023": (("A9", 10_000_00),)},
    "posiedzenie-19": {},
    "swietlice-i-szlaki-2023": {
        "ZP/IN/02/2023": (("A6", 50_000_00),),
        # general costs 20 000, allowed 10 % of 180 000; then 198 000 - 118 480
        "ZP/IN/03/2023": (("general", 2_000_00), ("call_limit", 79_520_00)),
        # employment 5 000; transport 45 000 - 30 % of (145 000 - 45 000 - 10 000)
        "ZP/IN/04/2023": (("C3", 5_000_00), ("C1", 18_000_00)),
        # 200 h of 38 zł are 7 600, not 10 000; 120 000 - 2 400 - 7 600 = 110 000
        "ZP/IN/05/2023": (("C4", 5_000_00),),
        # the partner with 40 % has 100 000 left: 100 000 / 40 % = 250 000
        "ZP/IN/06/2023": (("A5", 30_000_00),),
        # half of it goes to one who has 50 000 left: 50 000 / 50 % = 100 000
        "ZP/IN/07/2023": (("A5", 40_000_00),),
        # 300 000 - 250 000
        "ZP/IN/08/2023": (("A2", 40_000_00),),
    },
    "trygon-2013": {"TR/MM/4/2013": (("call_limit", 40_000_00),)},
    "wspolpraca-60-procent": {"WP/3/2016": (("K3", 5_000_00),)},
}

STOPPED: dict[str, dict[str, tuple[str, ...]]] = {
    "granty-2023": {"G/6/2023": ("B4",), "G/7/2023": ("A11",), "G/8/2023": ("A11",)},
    "kraina-nocy-i-dni-2022": {"KND/1/24/2022": ("in_time",)},
    "nowe-firmy-2023": {
        "ZD/NF/3/2023": ("E7",),
        "ZD/NF/4/2023": ("B5",),
        "ZD/NF/5/2023": ("B5", "B6"),
        "ZD/NF/7/2023": ("E9",),
        "ZD/NF/11/2023": ("E8",),
        "ZD/NF/13/2023": ("in_time",),
    },
    "operacja-wlasna-2023": {},
    "posiedzenie-19": {},
    "swietlice-i-szlaki-2023": {"ZP/IN/09/2023": ("A10",), "ZP/IN/11/2023": ("lsr",)},
    "trygon-2013": {},
    "wspolpraca-60-procent": {"WP/4/2016": ("K8",)},
}

WAITING: dict[str, dict[str, tuple[str, ...]]] = {
    "granty-2023": {},
    "kraina-nocy-i-dni-2022": {"KND/1/18/2022": ("fact",)},
    "nowe-firmy-2023": {"ZD/NF/8/2023": ("doubtful_aid",), "ZD/NF/10/2023": ("fact", "ruling")},
    "operacja-wlasna-2023": {},
    "posiedzenie-19": {},
    "swietlice-i-szlaki-2023": {"ZP/IN/10/2023": ("fact",)},
    "trygon-2013": {},
    "wspolpraca-60-procent": {},
}

OF_CALL: dict[str, dict[str, str]] = {
    "granty-2023": {"grants_count": "met", "grants_sum": "met", "A4": "not_met"},
    "kraina-nocy-i-dni-2022": {},
    "nowe-firmy-2023": {},
    "operacja-wlasna-2023": {"others": "met"},
    "posiedzenie-19": {},
    "swietlice-i-szlaki-2023": {},
    "trygon-2013": {},
    "wspolpraca-60-procent": {"K6": "met", "K7": "met"},
}

# Jobs: 2 + 2 + 1,5 = 5,5 of the four that were left (10 - 6); the 2 of number 15 are outside the limit.
INDICATORS: dict[str, tuple[tuple[str, ...], ...]] = {
    "nowe-firmy-2023": (
        ("Liczba utworzonych miejsc pracy (etat)", "10", "6", "5,5", "przekroczono o 1,5"),
        (
            "Liczba nowych przedsiębiorstw z lokalnymi produktami (szt.)",
            "8",
            "4",
            "0 i 1 nieznana",
            "nie wiadomo",
        ),
        ("Liczba przeszkolonych osób (os.)", "60", "nie wiadomo", "0", "nie wiadomo"),
    ),
}

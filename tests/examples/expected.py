"""What the examples must give, written by hand: number, outcome, place, points, amount."""

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
    ("WP/3/2016", "selected", 1, "22", 205_000),
    ("WP/2/2016", "selected", 2, "21", 149_500),
    ("WP/1/2016", "below_minimum", None, "20", None),
)

# Jobs 5 or 10, a local product 5, and the mean of the cards: 5, 3, or for 2 (16 cards) 8 × 5 and 8 × 3.
SITTING_19: tuple[Row, ...] = (
    ("PZ/1/1/2022", "selected", 1, "20", 60_000),
    ("PZ/1/3/2022", "selected", 2, "15", 40_000),
    ("PZ/1/2/2022", "selected", 3, "14", 50_000),
    ("PZ/1/5/2022", "undecided", 4, "13", None),
    ("PZ/1/6/2022", "undecided", 4, "13", None),
    ("PZ/1/4/2022", "below_minimum", None, "8", None),
    ("PZ/1/7/2022", "withdrawn", None, None, None),
)

EXPECTED = {
    "kraina-nocy-i-dni-2022": KND,
    "posiedzenie-19": SITTING_19,
    "trygon-2013": TRYGON,
    "wspolpraca-60-procent": COOPERATION,
}

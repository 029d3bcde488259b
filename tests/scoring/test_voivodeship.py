"""The board of every voivodeship is named right, however the region is written."""

import pytest

from scoring.voivodeship import ADJECTIVES, BLANK, board


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("podlaskie", "Podlaskiego"),
        ("województwo wielkopolskie", "Wielkopolskiego"),
        ("woj. Łódzkie", "Łódzkiego"),
        ("województwa śląskiego", "Śląskiego"),
        (" Kujawsko–Pomorskie ", "Kujawsko-Pomorskiego"),
        ("WARMIŃSKO-MAZURSKIE", "Warmińsko-Mazurskiego"),
        ("mazowieckie", "Mazowieckiego"),
        ("świętokrzyskie", "Świętokrzyskiego"),
        ("zachodniopomorskie", "Zachodniopomorskiego"),
    ],
)
def test_region_is_declined(region: str, name: str) -> None:
    assert board(region) == f"Zarząd Województwa {name}"


@pytest.mark.parametrize("region", [None, "", "bawarskie", "podlasie"])
def test_unknown_region_is_left_to_be_filled_in(region: str | None) -> None:
    assert board(region) == f"Zarząd Województwa {BLANK}"


def test_there_are_sixteen() -> None:
    assert len(ADJECTIVES) == 16
    assert all(one.endswith("kie") for one in ADJECTIVES)

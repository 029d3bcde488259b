"""The act on local development and its wordings, as letters quote them."""

from scoring.call import Regime

ACT = "ustawy z dnia 20 lutego 2015 r. o rozwoju lokalnym z udziałem lokalnej społeczności"
"""The act, in the genitive."""

PUBLISHED: dict[Regime, str] = {
    "2015": "Dz.U. z 2015 r. poz. 378",
    "2019": "Dz.U. z 2019 r. poz. 1167",
    "2023": "Dz.U. z 2023 r. poz. 1554",
}
"""Where each wording was published."""

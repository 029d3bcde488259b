"""The rules of the programme text, by the numbers under which the house knows them.

Every rule is run by a function that says so with :func:`runs`; ``docs/reguly.md`` is made from
that, and a test fails when a number has no function or no scenario on each side of its limit.
"""

from collections.abc import Callable
from typing import TypeVar

RULES: dict[str, str] = {
    "B1": "osoby fizyczne",
    "B2": "osoby prawne, w tym JST z wyłączeniem województw",
    "B3": "jednostki bez osobowości prawnej, którym ustawa przyznaje zdolność prawną",
    "B4": "grantobiorcy: także grupy sformalizowane, nigdy podmioty gospodarcze",
    "B5": "działalność pozarolnicza: kto może ją podjąć lub rozwijać; mikro lub małe przedsiębiorstwo",
    "B6": "przetwórstwo i sprzedaż produktów rolnych: także rolnicy w pełni ubezpieczeni w KRUS",
    "B7": "LGD tylko w operacji własnej i w projekcie grantowym",
    "C1": "środki transportu: do 30 % pozostałych kosztów bez kosztów ogólnych",
    "C2": "bez sprzętu używanego, oprócz eksponatów w operacjach dotyczących dziedzictwa",
    "C3": "zatrudnienie tylko w szkoleniach, nowych sieciach i inkubatorach",
    "C4": "wkład niepieniężny jest kosztem kwalifikowalnym",
    "C5": "lista kosztów nie wiąże płatności ryczałtowej",
    "E1": "doświadczenie, potencjał, kwalifikacje lub odpowiednia działalność",
    "E2": "uzasadnienie ekonomiczne, z wyjątkami",
    "E3": "prawo do nieruchomości przez okres związania celem",
    "E4": "sieć: co najmniej 2 partnerów o właściwym profilu",
    "E5": "te same warunki dla grantów",
    "E6": "rozwój działalności: ponad 25 000 zł wymaga miejsca pracy",
    "E7": "podjęcie działalności: zawsze co najmniej 1 miejsce pracy",
    "E8": "bez potrzeb partykularnych, imprez cyklicznych i promocji przedsiębiorców",
    "E9": "pomoc na podjęcie działalności raz w okresie Programu",
    "E10": "rozwój najwcześniej 2 lata po przyznaniu pomocy na podjęcie",
    "E11": "przetwórstwo nie dla tych, którym przyznano pomoc na inwestycje w przetwórstwo",
    "E12": "inkubator i pomoc na przetwórstwo wykluczają się",
    "S1": "wybór w drodze konkursu",
    "S2": "kryteria w LSR, zmiana za zgodą samorządu województwa",
    "S3": "premie: innowacje, środowisko, miejsca pracy, produkty lokalne, grupy defaworyzowane",
    "S4": "nabory gospodarcze: obowiązkowe kryterium miejsc pracy",
    "S5": "infrastruktura: obowiązkowa preferencja miejscowości poniżej 5 000 mieszkańców",
    "A1": "maksymalną kwotę pomocy ustala LGD",
    "A2": "300 000 zł na beneficjenta w okresie Programu",
    "A3": "100 000 zł na grantobiorcę, odrębnie dla każdej sformalizowanej grupy",
    "A4": "granty jednostek sektora finansów publicznych: do 20 % projektu grantowego",
    "A5": "partnerstwo: limit każdego z partnerów maleje proporcjonalnie",
    "A6": "300 000 zł pomocy na operację",
    "A7": "500 000 zł pomocy na inkubator",
    "A8": "100 000 zł pomocy na podjęcie działalności",
    "A9": "50 000 zł pomocy na operację własną",
    "A10": "wartość operacji poza projektem grantowym: co najmniej 50 000 zł",
    "A11": "wartość grantu: najwyżej 50 000 zł",
    "A12": "intensywność do 100 % kosztów, według kategorii, rodzaju operacji i LSR",
    "A13": "pomoc związana z działalnością gospodarczą to pomoc de minimis",
    "K1": "projekt współpracy: LGD, których LSR wybrano; międzyterytorialny lub międzynarodowy",
    "K2": "koszty kwalifikowalne projektu współpracy",
    "K3": "koszty poszukiwania partnerów są niekwalifikowalne",
    "K4": "zgodność z LSR wszystkich LGD, wspólne przedsięwzięcie, wskaźniki",
    "K5": "cele i wskaźnik w LSR; co najmniej 50 % na koniec realizacji",
    "K6": "co najmniej 60 % punktów",
    "K7": "kryteria: innowacyjność, miejsca pracy, współpraca międzynarodowa",
    "K8": "koszt projektu międzyterytorialnego: co najmniej 50 000 zł",
    "K9": "do 5 % wsparcia na LSR dla każdej LGD",
    "K10": "intensywność do 100 %",
    "L1": "koszty bieżące: LGD, której LSR wybrano",
    "L2": "koszty kwalifikowalne nie są określone",
    "L3": "bez wsparcia kosztów bieżących z innego programu EFSI",
    "L4": "bez kryteriów wyboru",
    "L5": "kwoty ryczałtowe zależą od wielkości obszaru LSR",
    "N1": "11 LGD województwa podlaskiego z siedzibą, telefonem i gminami",
    "N2": "publiczny katalog sieci: LGD, organizacje i instytucje, ogłoszenia",
}
"""Every number of the catalogue, in its order, and in a few Polish words what the rule asks."""

Function = TypeVar("Function", bound=Callable[..., object])

_RUN_BY: dict[str, list[Callable[..., object]]] = {number: [] for number in RULES}


def runs(*numbers: str) -> Callable[[Function], Function]:
    """Say of a function which rules of the programme text it runs.

    Raises:
        KeyError: the catalogue has no such number.
    """

    def said(function: Function) -> Function:
        """Remember the function under each of its numbers."""
        for number in numbers:
            _RUN_BY[number].append(function)
        return function

    return said


def run_by(number: str) -> tuple[Callable[..., object], ...]:
    """Return the functions that run a rule, in the order in which they were loaded."""
    return tuple(_RUN_BY[number])

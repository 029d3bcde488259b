"""Sources, and how the house reads what they leave open: printed on every sheet."""

from datetime import date

REGULATION = "Dz.U. 2015 poz. 1822"
RATE_SOURCE = f"{REGULATION}, § 14 ust. 3"
BASE_SOURCE = f"{REGULATION}, § 14 ust. 4"
TRANCHE_SOURCE = f"{REGULATION}, § 14 ust. 1–2"
FUNDS_SOURCE = f"{REGULATION}, § 14 ust. 6"
POSTS_SOURCE = f"{REGULATION}, § 12"
PROGRAMME = "PROW 2014–2020, poddziałanie 19.4"

REFERENCE_DAY = date(2013, 12, 31)
"""The day for which inhabitants are counted (Dz.U. 2015 poz. 1822, §12)."""

READINGS = (
    (
        "Zaokrąglenie: źródło nie mówi, jak zaokrąglać transzę. Iloczyn stawki i podstawy liczy się "
        "dokładnie i raz zaokrągla w dół do pełnego grosza."
    ),
    (
        "Rok: źródło mówi o najwyżej 4 transzach w roku, a nie mówi, jak liczyć rok. Przyjęto rok "
        "kalendarzowy, według dnia wypłaty."
    ),
    (
        "Granice przedziałów: dokładnie 60 000 i dokładnie 100 000 mieszkańców należy według źródła do "
        "dwóch przedziałów. Rozstrzyga się tylko wtedy, gdy oba dają tę samą odpowiedź. Dokładnie "
        "30 000 i dokładnie 150 000 czyta się jako należące do przedziału."
    ),
    "Poza przedziałem 30 000–150 000 mieszkańców źródło nie podaje liczby etatów.",
    (
        "Etaty: źródło podaje liczbę etatów. Czyta się ją jako najmniejszą wymaganą, a obsadzone etaty "
        "mogą być ułamkiem."
    ),
    (
        "Miasta: nie liczy się miasta, które ma ponad 20 000 mieszkańców; miasto, które ma ich "
        "dokładnie 20 000, liczy się."
    ),
    (
        "Skutki: źródło nie mówi, czy niespełnienie zasady zmienia wysokość transzy. Kwota jest więc "
        "obliczona zawsze, gdy znane są jej składniki."
    ),
)
"""What the source leaves open, and how it is read here (in Polish, for the sheet)."""

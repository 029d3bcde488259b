"""What the minutes must say of the example's sitting, counted from the raw files, in printed order."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.templates.raw_sitting import (
    CALL,
    COUNCIL,
    CRITERIA,
    DAYS,
    LEAST,
    MOST,
    REGISTER,
    SECTOR,
    SECTORS,
    SITTING,
    VOTES,
    asked,
    assessed,
    cards,
    deciding,
    drawn,
    entitled,
    excluded,
    figures,
    hour,
    in_criteria,
    in_groups,
    in_sectors,
    money,
    percent,
    points,
    possible,
    present,
    ranked,
    selects,
    spent,
    too_strong,
    written,
)

MONTHS = {4: "kwietnia", 5: "maja", 6: "czerwca"}
PARTS = ("pierwsza", "druga")
ARTICLE = "(art. 34 ust. 3 lit. b rozporządzenia (UE) nr 1303/2013)"
NUMBER = SITTING["number"]


def day(one: date) -> str:
    return f"{one.day} {MONTHS[one.month]} {one.year} r."


def moment(one: datetime) -> str:
    return f"{one.day}.{one.month:02d}.{one.year}, {one:%H:%M}"


def at(written: Any) -> datetime:
    return datetime.fromisoformat(str(written))


def paragraph(number: int) -> str:
    return f"regulamin Rady, § {number}"


def all_facts() -> Iterator[str]:
    yield f"Protokół posiedzenia Rady nr {NUMBER} Nabór nr {CALL['number']} – {CALL['title']}"
    yield from _sitting()
    yield from _present()
    yield from _calculators()
    yield "4. Sekretarz i komisja skrutacyjna"
    yield from _vote(1)
    yield "5. Porządek obrad"
    yield from _motions(voted=True)
    yield from _vote(2)
    yield from _statements()
    yield from _call()
    yield from _compositions()
    yield "9. Ocena operacji"
    for place, row in enumerate(REGISTER, start=1):
        yield from _operation(place, row)
    yield from _ranking()
    yield from _closing()


def _sitting() -> Iterator[str]:
    yield "1. Posiedzenie Posiedzenie"
    yield f"w {len(SITTING['parts'])} częściach:"
    for name, one in zip(PARTS, SITTING["parts"], strict=True):
        opened, closed = at(one["opened_at"]), at(one["closed_at"])
        yield f"część {name}: {day(opened)}, w godz. {opened:%H:%M}–{closed:%H:%M}, "
    yield f"naboru nr {CALL['number']}"
    led = [str(count) for count, vote in enumerate(VOTES, start=1) if "led_by" in vote]
    yield f"Głosowania nr {' i '.join(led)} prowadził Leonard Niktowski."


def _present() -> Iterator[str]:
    yield "2. Obecni i kworum"
    of = len(SECTOR)
    for count, name in enumerate(PARTS, start=1):
        opened = at(SITTING["parts"][count - 1]["opened_at"])
        here = present(count, opened.time())
        yield f"Część {name}, {day(opened)} W skład Rady wchodzi {of} osób."
        yield (
            f"Przy otwarciu o godz. {opened:%H:%M} obecnych było {len(here)} członków Rady "
            f"({len(here)} z {of} = {percent(len(here), of)}). Kworum wynosi co najmniej {LEAST} "
            f"({paragraph(5)})"
        )
        for sector, known in SECTORS.items():
            yield f"{known} ({in_sectors(here)[sector]})"
        left = [one for one in SITTING["attendance"] if isinstance(one, dict) and "left" in one]
        for when in sorted({one["left"] for one in left if one["part"] == count}):
            yield f"O godz. {when} posiedzenie opuścili"


def _calculators() -> Iterator[str]:
    yield "3. Kalkulatory grup interesu przy otwarciu"
    for count, name in enumerate(PARTS, start=1):
        opened = at(SITTING["parts"][count - 1]["opened_at"])
        here = present(count, opened.time())
        of, sectors = len(here), in_sectors(here)
        public, others = sectors["public"], len(here) - sectors["public"]
        yield f"Część {name}, {day(opened)}"
        for sector, known in SECTORS.items():
            yield f"{known} {sectors[sector]} {percent(sectors[sector], of)}"
        yield f"mieszkańcy 0 0 % Razem {of}"
        yield f"sektor publiczny {public} {percent(public, of)}"
        yield f"{others} {percent(others, of)} Razem {of}"
        for group, many in in_groups(here):
            yield f"{group} {many} {percent(many, of)}"
        yield f"Żadna grupa nie ma więcej niż {MOST} % głosów. ({paragraph(6)})"
        yield f"publicznego: {others} z {of} głosów, czyli {percent(others, of)}. {ARTICLE}"


def _vote(number: int) -> Iterator[str]:
    vote = VOTES[number - 1]
    when = datetime.combine(DAYS[vote["part"] - 1], hour(vote["at"]))
    day_and_hour = moment(when).replace(", ", ", godz. ")
    yield f"Głosowanie nr {number} – {vote['subject']} {day_and_hour}"
    yield f"w składzie Rady {' '.join(map(str, figures(vote)))}"
    may = entitled(vote)
    of = len(may)
    if selects(vote):
        yield f"Głosy: {'; '.join(_shares(may))}."
    yield (
        f"Uprawnionych obecnych: {of} z {len(SECTOR)}, wymaga się co najmniej {LEAST}. "
        f"({paragraph(5)})"
    )
    if "left_out" in vote:
        yield f"los pada na: {', '.join(vote['left_out'])}. ({paragraph(8)})"
    if selects(vote):
        yield from _parity(vote)
    yield from _remarks(number)


def _shares(may: set[str]) -> Iterator[str]:
    counted = [(known, in_sectors(may)[sector]) for sector, known in SECTORS.items()]
    for name, many in (*counted, *in_groups(may)):
        yield f"{name} {many} z {len(may)} ({percent(many, len(may))})"


def _parity(vote: dict[str, Any]) -> Iterator[str]:
    may = entitled(vote)
    of, sectors = len(may), in_sectors(may)
    strong = too_strong(vote)
    for sector in strong:
        yield (
            f"{SECTORS[sector].capitalize()}: {sectors[sector]} z {of} głosów, czyli "
            f"{percent(sectors[sector], of)}, a dopuszcza się najwyżej {MOST} % głosów jednej "
            f"grupy. ({paragraph(6)})"
        )
    if not strong:
        yield f"Żadna grupa nie ma więcej niż {MOST} % głosów. ({paragraph(6)})"
    others = of - sectors["public"]
    yield f"publicznego: {others} z {of} głosów, czyli {percent(others, of)}. {ARTICLE}"


def _remarks(number: int) -> Iterator[str]:
    vote, before = VOTES[number - 1], VOTES[number - 2]
    alike = before["about"] == vote["about"] == "conformity"
    if alike and before["application"] == vote["application"]:
        yield f"Jest to powtórzenie głosowania nr {number - 1}."
    if "left_out" in vote:
        yield f"Ziarno losowania: „{SITTING['seed']}”."
    if "order" in vote:
        yield f"Rada ustaliła kolejność: {', '.join(vote['order'])}."
    if selects(vote) and too_strong(vote):
        out = drawn(vote)
        string = f"{SITTING['seed']}|{vote['application']}|imię i nazwisko"
        yield f"nieuczestniczenie w głosowaniu {len(out)} osoby spośród:"
        yield f"Los pada na: {', '.join(out)}."
        yield "liczba SHA-256 napisu"
        yield f"„{string}”"
        yield f"printf '%s' '{string}' | sha256sum"
        yield f"Głosowanie powtórzono jako nr {number + 1}."


def _statements() -> Iterator[str]:
    yield "6. Bezstronność i poufność"
    (statement,) = COUNCIL["statements"]
    assert statement["members"] == "all"
    yield (
        f"w naborze nr {statement['call']} podpisało {len(SECTOR)} członków Rady (z {len(SECTOR)})."
    )
    yield f"zawiera {len(COUNCIL['ties'])} wpisów"


def _call() -> Iterator[str]:
    yield "7. Informacja o naborze"
    yield f"Nabór nr {CALL['number']} „{CALL['title']}” ogłoszono {day(CALL['announced_on'])}"
    opened, closed = at(CALL["opens_at"]), at(CALL["closes_at"])
    yield f"przyjmowano od {moment(opened)} do {moment(closed)}."
    yield f"Limit środków: {money(CALL['limit']['pln'])};"
    yield f"Minimum punktowe: {CRITERIA['minimum']['points']} pkt."
    many, gone = len(assessed()), len(REGISTER) - len(assessed())
    yield f"podlega {many} wniosków (ponadto wycofano {gone} wniosek)."
    yield f"warunki spełniają wszystkie operacje ({many})."


def _compositions() -> Iterator[str]:
    yield f"8. Wyłączenia i skład głosujący Wyłączenie obejmuje tę operację, której dotyczy ({paragraph(7)})."  # fmt: skip
    for one in sorted(SITTING["exclusions"], key=lambda one: (one["application"], one["member"].split()[-1])):  # fmt: skip
        yield f"{one['application']} {one['member']} {'tak' if one.get('excluded', True) else 'nie'} {one['reason']}"  # fmt: skip
    yield from _vote(3)
    for row in assessed():
        for numbers, may in _composed(row["Znak sprawy"]):
            span = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
            of, sectors = len(may), in_sectors(may)
            counts = [*(sectors[sector] for sector in SECTORS), 0, of - sectors["public"]]
            said = " ".join(f"{many} ({percent(many, of)})" for many in counts)
            strong = too_strong(VOTES[numbers[0] - 1])
            yield f"{row['Znak sprawy']} {span} {of} {said} {'nie: parytet' if strong else 'tak'}"


def _composed(number: str) -> list[tuple[list[int], set[str]]]:
    """The votes on an operation that were taken in one composition after another."""
    found: list[tuple[list[int], set[str]]] = []
    for count, vote in enumerate(VOTES, start=1):
        if vote.get("application") == number:
            if found and found[-1][1] == entitled(vote):
                found[-1][0].append(count)
            else:
                found.append(([count], entitled(vote)))
    return found


def _operation(place: int, row: dict[str, str]) -> Iterator[str]:
    number = row["Znak sprawy"]
    title = f"9.{place}. {number} – „{row['Tytuł operacji']}”"
    if row["Wycofany"]:
        yield title
        return
    came = datetime.strptime(row["Data i godzina złożenia"], "%d.%m.%Y %H:%M")  # noqa: DTZ007 - local
    yield f"{title} Rada rozpatrzyła wniosek nr {number}, który złożono {moment(came)}."
    yield f"Wnioskodawca: {row['Wnioskodawca']} (NIP {row['NIP']})."
    yield f"Wnioskowana kwota: {money(asked(number))}."
    if number in SITTING["discussion"]:
        yield SITTING["discussion"][number]
    own = [count for count, vote in enumerate(VOTES, start=1) if vote.get("application") == number]
    first = VOTES[own[0] - 1]
    yield f"Skład głosujący ({len(present(first['part'], hour(first['at'])) - excluded(first))})"
    conformity = [count for count in own if VOTES[count - 1]["about"] == "conformity"]
    for count in conformity:
        yield from _vote(count)
    yield from _points(row)
    for count in own:
        if count not in conformity:
            yield from _vote(count)
    yield from _result(number)


def _points(row: dict[str, str]) -> Iterator[str]:
    jobs, product, quality = in_criteria(row)
    names = [one["name"] for one in CRITERIA["criteria"]]
    best = possible()
    for name, most, given in zip(names, best, (jobs, product, written(quality)), strict=True):
        yield f"{name} {most} {given}"
    yield f"Razem {sum(best)} {written(points()[row['Znak sprawy']])}"
    yield f"{len(cards(row['Znak sprawy']))} kart oceny; sposób łączenia: średnia arytmetyczna ({paragraph(9)};"  # fmt: skip


def _result(number: str) -> Iterator[str]:
    least, most, given = CRITERIA["minimum"]["points"], CRITERIA["maximum"], points()[number]
    lacking = f" (brakuje {written(least - given)} pkt)" if given < least else ""
    yield f"Uzyskano {written(given)} pkt przy minimum {least} pkt{lacking}; maksimum wynosi {most} pkt."  # fmt: skip
    if number in spent():
        left, fits = spent()[number]
        if fits:
            yield f"przed nią pozostawało {money(left)}."
        else:
            yield f"Wnioskowano o {money(asked(number))}, a do rozdysponowania pozostało {money(left)}."  # fmt: skip
        yield f"Ustalona kwota wsparcia: {money(asked(number))}."
    place = [one for one, _ in deciding()].index(number) + 1
    yield f"Rada podjęła uchwałę nr {NUMBER}/{place} o"


def _ranking() -> Iterator[str]:
    yield "10. Lista rankingowa i uchwały"
    names = {row["Znak sprawy"]: row["Wnioskodawca"] for row in REGISTER}
    for place, number in enumerate(ranked(), start=1):
        said = f"{number} {names[number]} {written(points()[number])} {money(asked(number))}"
        if number not in spent():
            yield f"– {said} – –"
        elif spent()[number][1]:
            yield f"{place} {said} {money(asked(number))} tak"
        else:
            yield f"{place} {said} {money(asked(number))} nie"
    for count in (22, 23):
        yield from _vote(count)
    for place, (of, vote) in enumerate(deciding(), start=1):
        if of is None:
            what = "przyjęcie listy rankingowej oraz list operacji wybranych i niewybranych"
        else:
            what = f"{'wybranie' if of in spent() else 'niewybranie'} operacji {of}"
        yield f"{NUMBER}/{place} {what} głosowanie nr {vote}"


def _motions(*, voted: bool) -> Iterator[str]:
    """Tell of the motions that a vote decided, or of the others; each is numbered as it was moved."""
    for number, one in enumerate(SITTING["motions"], start=1):
        if ("vote" in one) is voted:
            moved = moment(datetime.combine(DAYS[one["part"] - 1], hour(one["at"])))
            said = one["text"].replace("„", "»").replace("”", "«")
            yield f"Wniosek formalny nr {number}."
            yield f"({moved.replace(', ', ', godz. ')}): „{said}"
            if voted:
                hours = [(vote["part"], hour(vote["at"])) for vote in VOTES]
                place = hours.index((one["part"], hour(one["vote"]))) + 1
                yield f"Wniosek przyjęto w głosowaniu nr {place}."


def _closing() -> Iterator[str]:
    yield "11. Sprawy różne i zamknięcie posiedzenia"
    yield from _motions(voted=False)
    closed = at(SITTING["parts"][-1]["closed_at"])
    yield f"Posiedzenie zamknięto {day(closed)} o godz. {closed:%H:%M}."
    yield f"uchwały nr {NUMBER}/1 – {NUMBER}/{len(deciding())}"

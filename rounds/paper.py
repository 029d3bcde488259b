"""The LGD's own paper for the documents of a call: found, read, and proved by a print."""

from intake.call import CallFile
from reading.problems import Problem, Refused, refuse_if_errors
from scoring.terms_of_procedure import procedure_of
from templates.letterhead import Paper, find_paper, read_paper
from templates.proof import proof_problems


def paper_of(call_file: CallFile) -> Paper | None:
    """Return the paper that ``call.yaml`` names, or that lies beside it; ``None`` where there is none.

    Raises:
        Refused: with everything that is wrong in it; nothing is printed on half a paper.
    """
    named = call_file.letterhead
    folder = find_paper(call_file.folder) if named is None else call_file.folder / named
    if folder is None:
        return None
    if not folder.is_dir():
        what = f"nie ma folderu „{named}” z papierem firmowym"
        write = "popraw ścieżkę (liczy się od folderu naboru) albo usuń ten klucz"
        raise Refused([call_file.yaml.problem(("letterhead",), what, write)])
    paper = read_paper(folder)
    refuse_if_errors(proof_problems(paper))
    return paper


def paper_problems(call_file: CallFile) -> tuple[Problem, ...]:
    """Tell what is wrong in the paper of a call, for a look at it before the round.

    Also warn of letters whose instruction says by our reading alone what a protest must contain.
    """
    try:
        paper = paper_of(call_file)
    except Refused as refused:
        return refused.problems
    call = call_file.call
    own = paper is not None and any(one.protest for one in paper.letterhead.statute)
    sent = call.regime != "2023" and procedure_of(call) == "competition"
    if not sent or own or call_file.protest_confirmed:
        return ()
    what = "pouczenie w pismach podaje wymogi protestu sprzed 2023 r. tak, jak odczytał je program"
    write = (
        "sprawdź je w piśmie („nabor letters”) i dopisz protest_confirmed: kto i kiedy "
        "sprawdził, albo daj własną treść w papierze firmowym (statute, protest: true)"
    )
    return (call_file.yaml.problem(("regime",), what, write, "warning"),)

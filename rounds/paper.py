"""The LGD's own paper for the documents of a call: found, read, and proved by a print."""

from intake.call import CallFile
from reading.problems import Problem, Refused, refuse_if_errors
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
    """Tell what is wrong in the paper of a call, for a look at it before the round."""
    try:
        paper_of(call_file)
    except Refused as refused:
        return refused.problems
    return ()

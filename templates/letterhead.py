"""An LGD's own paper: its letterhead and the templates it has instead of ours, read from a folder.

Everything is read once and kept in memory: what was checked is what is printed. The paper is part
of what is printed and no part of what was decided; the fingerprint of a decision does not know it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from pydantic import Field

from reading.models import read_model
from reading.problems import Problem, Refused, why
from reading.yaml_file import YamlFile, read_yaml
from scoring.value import Value
from templates.paper_images import image_problem

FOLDER = "papier-firmowy"
"""Where the paper is looked for: in the folder of a call, or in the one above, which calls share."""

LETTERHEAD = "letterhead.yaml"
PARTS = ("document.html", "style.css")
"""What of a template an LGD may have of its own; the views are ours, for they say what is true."""

MOST_TEXT, MOST_IMAGE = 200_000, 1_000_000
"""How large a template or style, and an image, may be, in bytes."""

MARK = "papier firmowy"
"""What the metadata of a document say before the fingerprint of its paper."""

IMAGES = (".png", ".svg")

OURS = Path(__file__).resolve().parent


class StatuteParagraph(Value):
    """A paragraph of the statute that documents quote; ``documents`` are templates, none means all.

    One with ``protest`` says what a protest must contain: it stands in the instruction of letters
    alone, in the place of our list, in calls before the wording of 2023.
    """

    paragraph: str
    text: str
    documents: tuple[str, ...] = ()
    protest: bool = False


class Letterhead(Value):
    """What ``letterhead.yaml`` may say of an LGD. ``logo`` is a file beside it."""

    name: str = Field(min_length=1)
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    logo: str | None = None
    footer: str | None = None
    statute: tuple[StatuteParagraph, ...] = ()

    @property
    def contact(self) -> str:
        """The line by which people find the LGD."""
        phone = None if self.phone is None else f"tel. {self.phone}"
        return " · ".join(one for one in (self.address, phone, self.email, self.web) if one)


@dataclass(frozen=True, eq=False)
class Paper:
    """The paper of an LGD: its letterhead, and every file by its name inside the folder."""

    folder: Path
    letterhead: Letterhead
    files: dict[str, bytes]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of everything in it, whatever the folder is called and wherever it lies."""
        lines = (f"{sha256(self.files[name]).hexdigest()}  {name}\n" for name in sorted(self.files))
        return sha256("".join(lines).encode()).hexdigest()

    @property
    def mark(self) -> str:
        """How the metadata of every document name the paper it was printed on."""
        return f"{MARK} {self.fingerprint[:16]}"

    def has(self, template: str, part: str) -> bool:
        """Say whether the LGD has a part of a template of its own."""
        return f"templates/{template}/{part}" in self.files

    def has_own(self, template: str) -> bool:
        """Say whether the LGD has any part of a template of its own."""
        return any(self.has(template, part) for part in PARTS)

    @property
    def templates(self) -> list[str]:
        """The templates of which the LGD has a part of its own, by the alphabet."""
        return sorted({name.split("/")[1] for name in self.files if name.endswith(PARTS)})


def find_paper(folder: Path) -> Path | None:
    """Find the paper that lies in the folder of a call, or in the one above."""
    for place in (folder, folder.resolve().parent):
        if (place / FOLDER).is_dir():
            return place / FOLDER
    return None


def read_paper(folder: Path) -> Paper:
    """Read the paper in a folder.

    Raises:
        Refused: with everything that is wrong in it; whether its templates print is asked by
            :func:`templates.proof.proof_problems`.
    """
    if not folder.is_dir():
        what, write = "nie ma takiego folderu z papierem firmowym", f"utwórz w nim {LETTERHEAD}"
        raise Refused([Problem(str(folder), what, write)])
    problems: list[Problem] = []
    files = dict(_files(folder, problems))
    yaml: YamlFile | None = None
    letterhead: Letterhead | None = None
    try:
        yaml = read_yaml(folder / LETTERHEAD)
        letterhead = read_model(yaml, Letterhead)
        problems += _letterhead_problems(letterhead, yaml, files)
    except Refused as refused:
        problems += refused.problems
    if problems or letterhead is None:
        raise Refused(problems)
    return Paper(folder, letterhead, files)


def template_names() -> list[str]:
    """Name every template that can be had of one's own, by the alphabet."""
    return sorted(file.parent.name for file in OURS.glob("*/document.html"))


def _files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """Read every file that can be a part of the paper; others (notes, drafts) are left alone."""
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        within = file.resolve().is_relative_to(folder.resolve())
        wanted = name == LETTERHEAD or file.suffix.lower() in (*IMAGES, ".html", ".css")
        if not wanted or not file.is_file():
            continue
        if not within:
            what, write = "plik jest odnośnikiem poza folder papieru", "wstaw tu sam plik"
            problems.append(Problem(str(file), what, write))
            continue
        try:
            content = file.read_bytes()
        except OSError as error:
            what = f"nie można otworzyć pliku ({why(error)})"
            problems.append(Problem(str(file), what, "sprawdź uprawnienia"))
            continue
        found = list(_file_problems(name, file, content))
        problems += found
        if not found:
            yield name, content


def _file_problems(name: str, file: Path, content: bytes) -> Iterator[Problem]:
    is_image = file.suffix.lower() in IMAGES
    most = MOST_IMAGE if is_image else MOST_TEXT
    if len(content) > most:
        what = f"plik jest za duży: {len(content) // 1000} kB"
        yield Problem(str(file), what, f"zmniejsz go do {most // 1000} kB")
    elif is_image:
        problem = image_problem(file, content)
        if problem is not None:
            yield problem
    else:
        yield from _text_problems(name, file, content)


def _text_problems(name: str, file: Path, content: bytes) -> Iterator[Problem]:
    """Tell of a template that takes the place of none, and of letters that are not UTF-8."""
    if name == LETTERHEAD:
        return
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what, write = "plik nie jest w kodowaniu UTF-8", "zapisz go w edytorze jako UTF-8"
        yield Problem(str(file), what, write, line=line)
    known = template_names()
    parts = name.split("/")
    place = f"wzór leży w templates/NAZWA/{PARTS[0]}, a jego styl w templates/NAZWA/{PARTS[1]}"
    if len(parts) != len(("templates", "name", "part")) or parts[0] != "templates":
        yield Problem(str(file), "plik nie leży tam, gdzie czyta się wzory", place)
    elif parts[1] not in known:
        yield Problem(str(file), f"nie ma wzoru „{parts[1]}”", _nearest(parts[1], known))
    elif parts[2] not in PARTS:
        yield Problem(str(file), f"wzór nie ma części „{parts[2]}”", place)


def _letterhead_problems(
    letterhead: Letterhead, yaml: YamlFile, files: dict[str, bytes]
) -> Iterator[Problem]:
    logo, known = letterhead.logo, template_names()
    if logo is not None and not logo.endswith(IMAGES):
        what = f"logo „{logo}” nie jest plikiem {' ani '.join(IMAGES)}"
        yield yaml.problem(("logo",), what, "wpisz nazwę pliku, np. logo.png")
    elif logo is not None and logo not in files and not (Path(yaml.name).parent / logo).is_file():
        what, write = f"nie ma pliku „{logo}”", "popraw nazwę (liczy się od tego folderu)"
        yield yaml.problem(("logo",), what, write)
    for place, one in enumerate(letterhead.statute):
        if one.protest and one.documents:
            what = "ten paragraf (protest: true) stoi tylko w pouczeniu pism z wynikiem"
            yield yaml.problem(("statute", place, "documents"), what, "usuń documents")
        for position, name in enumerate(one.documents):
            if name not in known:
                where = ("statute", place, "documents", position)
                yield yaml.problem(where, f"nie ma wzoru „{name}”", _nearest(name, known))


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0)
    return f"czy chodziło o „{near[0]}”? Wszystkie wymienia „nabor preview”"

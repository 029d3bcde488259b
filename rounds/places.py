"""What is known of the places of a call: the areas of the directory, and the call's own files."""

from dataclasses import replace

from criteria.directory.read import Directory, standard_directory
from intake.call import CallFile
from intake.localities import read_localities
from intake.places import Places
from reading.problems import Problem
from scoring.area import Area


def places_of(call_file: CallFile, directory: Directory | None = None) -> Places:
    """Return the area of the call's LGD, all areas known, and the numbers of inhabitants.

    The area is that of the directory, by the id of the LGD; an LGD that the directory does not
    have may state its own in ``call.yaml``.

    Raises:
        Refused: with every mistake in the directory, or in the file of the localities.
    """
    areas = (directory or standard_directory()).areas
    lgd = call_file.call.lgd
    area = next((one for one in areas if one.lgd == lgd.id), None)
    warnings: tuple[Problem, ...] = ()
    if lgd.area is not None and area is not None:
        warnings = (_stated_twice(call_file, area),)
    elif lgd.area is not None:
        area = Area(lgd.id, lgd.name, lgd.area)
        areas = (area, *areas)
    places = Places(area, areas, own_warnings=warnings)
    if call_file.localities is None:
        return places
    return replace(places, localities=read_localities(call_file.localities))


def _stated_twice(call_file: CallFile, area: Area) -> Problem:
    what = f"obszar LGD podaje też katalog (wpis „{area.lgd}”), więc „area” pominięto"
    write = "usuń „area” z call.yaml albo popraw obszar w katalogu"
    return call_file.yaml.problem(("lgd", "area"), what, write, "warning")

"""Puts a printed sheet together: the words of a routine, the figures of its stretches, and the paper."""

from bedtime.drawings import LibraryDrawings
from bedtime.movement.personal import PersonalLibrary
from bedtime.movement.routine import Routine
from bedtime.session.sheet import sheet
from bedtime.settings import Settings

BODY = "ada"


def print_routine(routine: Routine, library: PersonalLibrary, settings: Settings, paper: str) -> bytes:
    """The PDF of a routine. BadInput when nothing of it suits what the person has ticked."""
    from bedtime.ui.paper_pictures import PaperPictures  # noqa: PLC0415 - Qt only once there is something to print
    from bedtime.ui.sheet_pdf import Paper, sheet_pdf  # noqa: PLC0415 - likewise

    words = sheet(routine, library, settings)
    pictures = PaperPictures(LibraryDrawings(library, BODY).source(), library.picture, BODY)
    return sheet_pdf(words, pictures.picture, Paper(paper))

"""Puts the content together: what is built in, and what the person keeps in their own folders."""

from bedtime.clock import Clock
from bedtime.movement.personal import PersonalLibrary, Shelves
from bedtime.store.bundled import read_bundled
from bedtime.store.own import OwnFiles, OwnPictures
from bedtime.store.places import Places
from bedtime.store.upgrades import ROUTINE, STRETCH


def shelves_in(places: Places, clock: Clock) -> Shelves:
    """The person's own routines, stretches and pictures."""
    return Shelves(
        routines=OwnFiles(places.routines_folder, ROUTINE, clock),
        stretches=OwnFiles(places.stretches_folder, STRETCH, clock),
        pictures=OwnPictures(places.pictures_folder),
    )


def library_in(places: Places, clock: Clock) -> PersonalLibrary:
    """Everything there is to choose from. Cheap to make: nothing is opened before it is asked for."""
    return PersonalLibrary(read_bundled, shelves_in(places, clock))

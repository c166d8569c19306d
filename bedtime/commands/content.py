"""What a command chooses from: the built-in content and, in the home that was asked for, the person's own."""

import argparse

from bedtime.clock import SystemClock
from bedtime.content import library_in
from bedtime.movement.personal import PersonalLibrary
from bedtime.store.places import Places, find_places


def places_for(options: argparse.Namespace) -> Places:
    """Where things live, as the options say."""
    return find_places(options.home and str(options.home))


def library_for(options: argparse.Namespace) -> PersonalLibrary:
    """Everything there is to choose from."""
    return library_in(places_for(options), SystemClock())

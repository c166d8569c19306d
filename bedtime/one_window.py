"""One window for each home: whoever starts second hands over what it was started for, and leaves."""

from time import sleep

from bedtime.errors import Fault
from bedtime.handover import Wish, address, hand_over
from bedtime.language import _
from bedtime.store.alone import Alone, take
from bedtime.store.places import Places

ASK_AGAIN_S, ASKED_TIMES = 0.25, 40
"""How patiently a second start waits for the first, which may be opening or closing just now."""


def alone_or_handed_over(places: Places, wish: Wish, *, is_to_begin: bool) -> Alone | None:
    """The right to be the one window of this home; None when the wish was handed to the window that is open.

    Raises Fault where a window keeps this one from opening: it does not answer, or it is to begin a session of its own.
    """
    alone = take(places.window_file)
    for _time in range(ASKED_TIMES):
        if alone is not None:
            return alone
        if is_to_begin:
            raise Fault(_("Bedtime is open already. Begin the session in its window, or close that first."))
        if hand_over(address(places.data, places.last_resort.parent), wish):
            return None
        sleep(ASK_AGAIN_S)
        alone = take(places.window_file)  # it may have been about to open, or to close
    raise Fault(_("Bedtime is open already, but does not answer. Close its window, and start it again."))

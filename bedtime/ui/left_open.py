"""What was left open when the window was closed, a routine and a stretch for it: offered once, carried on as it was."""

from collections.abc import Callable

from bedtime.language import _
from bedtime.movement.draft import Draft
from bedtime.session.left_form import LeftForm
from bedtime.ui.editings import Editings
from bedtime.ui.own_stretches import OwnStretches
from bedtime.ui.window import Window

Back = Callable[[str | None], None]


class LeftOpen:
    """Offers what waits. Whoever has no time for it finds it again where it was made."""

    def __init__(self, window: Window, editings: Editings, own_stretches: OwnStretches, back: Back) -> None:
        """`back` is where to go after a routine was kept, or after a stretch that belongs to none."""
        self._window, self._editings, self._own_stretches, self._back = window, editings, own_stretches, back

    def offer(self, draft: Draft | None, forms: tuple[LeftForm, ...]) -> None:
        """Offer the routine, the stretch that was being made for it, or the one of the two that there is."""
        self._own_stretches.remember(forms)
        form = forms[-1] if forms else None
        if draft is not None:
            self._editings.wait_with(draft, self._back, None if form is None else lambda: self._carry_on_both(form))
        elif form is not None:
            words = _("“{name}” was being made.") if not form.of else _("“{name}” was being changed.")
            self._window.offer(
                words.format(name=form.name), _("Go on with it"), lambda: self._own_stretches.carry_on(form, self._kept)
            )

    def _carry_on_both(self, form: LeftForm) -> None:
        self._own_stretches.carry_on(form, self._editings.come_back_with)

    def _kept(self, stretch: str | None) -> None:
        self._back(None)
        if stretch is not None:
            self._window.tell(_("Your stretch is kept. Any routine of your own can have it: add it there."))

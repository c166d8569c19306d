"""Notices on macOS and Windows, through desktop-notifier. Used there by the process that the scheduler starts.

That library speaks asyncio, so the notice has an event loop of its own, run only while an answer is waited for.
"""

import asyncio
from functools import partial

from desktop_notifier import DEFAULT_SOUND, DesktopNotifier, Icon
from desktop_notifier import Button as NativeButton

from bedtime.language import _
from bedtime.reminder.notice import Answer, Buttons, CannotShow, Notice
from bedtime.reminder.preferences import Sound

PATIENCE_S = 3.0


class Native:
    """Shows notices through the operating system's own centre."""

    def __init__(self, *, name: str = "Bedtime", icon: Icon | None = None) -> None:
        self._name = name
        self._icon = icon

    def show(self, notice: Notice) -> "NativeNotice":
        """Show it, and make sure that it was taken: the library itself never says that it was not."""
        shown = NativeNotice(DesktopNotifier(app_name=self._name, app_icon=self._icon), notice)
        if not shown.was_taken():
            raise CannotShow(_("The system did not take the notification. It may be blocked in the system's settings."))
        return shown


class NativeNotice:
    """A notice on the screen, and the loop that its answer arrives on."""

    def __init__(self, notifier: DesktopNotifier, notice: Notice) -> None:
        self._notifier = notifier
        self._notice = notice
        self._loop = asyncio.new_event_loop()
        self._taken = asyncio.Event()
        self._answered = asyncio.Event()
        self._answer: Answer | None = None
        self.server = _("the system")
        self.buttons = Buttons.DRAWN

    def was_taken(self) -> bool:
        """Hand it over, and wait a little for the system to say that it has it."""
        return self._loop.run_until_complete(self._send())

    def answer(self, patience_s: float) -> Answer | None:
        """Wait for what is pressed."""
        self._loop.run_until_complete(_within(patience_s, self._answered))
        return self._answer

    def withdraw(self) -> None:
        """Take it off the screen, and end the loop."""
        self._loop.run_until_complete(self._notifier.clear_all())
        self._loop.close()

    async def _send(self) -> bool:
        await self._notifier.send(
            title=self._notice.title,
            message=self._notice.body,
            buttons=[
                NativeButton(title=button.label, on_pressed=partial(self._press, button.answer))
                for button in self._notice.buttons
            ],
            on_clicked=lambda: self._press(self._notice.buttons[0].answer),
            on_dismissed=lambda: self._press(Answer.PUT_AWAY),
            on_dispatched=self._taken.set,
            sound=DEFAULT_SOUND if self._notice.sound is Sound.CHIME else None,
        )
        return await _within(PATIENCE_S, self._taken)

    def _press(self, answer: Answer) -> None:
        self._answer = self._answer or answer
        self._answered.set()


async def _within(patience_s: float, event: asyncio.Event) -> bool:
    """Whether it happened in this time."""
    try:
        await asyncio.wait_for(event.wait(), patience_s)
    except TimeoutError:
        return False
    return True

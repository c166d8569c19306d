"""Every setting, once: its name in the file, what it may be, what it usually is, and its words.

Reading is tolerant, because a hand, an older and a newer Bedtime may all have written the file: a value that makes no
sense falls back to the usual one and is told, and what is not known here is kept and written back. No file is touched.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated, Any, NamedTuple, TypeVar

from bedtime.language import N_, _
from bedtime.movement.body import Body, Flag, Question
from bedtime.movement.ways import BreathChoice, SideOrder
from bedtime.movement.week import Day, WeekPlan

T = TypeVar("T")

LEAST_MINUTES, MOST_MINUTES = 5, 20
LONGEST_ID = 60
LONGEST_PATH = 4096
MOST_IN_A_LIST = 200
USUAL_VOICE = "usual"
LANGUAGE_OF_THE_SYSTEM = "system"
"""Whichever voice the system speaks with."""


class ThemeChoice(StrEnum):
    """Which light the room is shown in."""

    BY_THE_CLOCK = "by the clock"
    NIGHT = "night"
    DIM = "dim"
    DAY = "day"
    HIGH_CONTRAST = "high contrast"


class TextSize(IntEnum):
    """How large the letters are, in percent."""

    USUAL = 100
    LARGER = 125
    LARGE = 150
    LARGEST = 200


class MotionChoice(StrEnum):
    """How much may move on the screen."""

    AS_THE_SYSTEM_SAYS = "as the system says"
    REDUCED = "reduced"
    STILL = "still"  # nothing breathes either; the words remain


class SoundMode(StrEnum):
    """How a session is heard."""

    VOICE = "voice"
    TONES = "tones"
    SILENT = "silent"  # no sound device is opened; the floor line brightens instead


class CueKind(StrEnum):
    """The kinds of cue, each of which can be left out."""

    GETTING_READY = "getting ready"
    BEGINNING = "beginning"
    CHANGING_SIDES = "changing sides"
    BREATH = "breath"
    HALF_WAY = "half-way"
    THE_END = "the end"
    BUTTONS = "buttons"


class NightSound(StrEnum):
    """What sounds under the tones."""

    OFF = "off"
    BROWN_NOISE = "brown noise"
    WAVES = "waves"
    RAIN = "rain"
    OWN_FILE = "own file"


class BodyChoice(StrEnum):
    """Who shows the stretches."""

    ADA = "ada"
    WALTER = "walter"


class WorseLeg(StrEnum):
    """Which leg gives more trouble."""

    NOT_SAID = "not said"
    RIGHT = "right"
    LEFT = "left"


class TimeUnits(StrEnum):
    """How the countdown says more than a minute."""

    SECONDS = "seconds"  # 75, as far as two digits go
    MINUTES = "minutes and seconds"  # 1:15


class Answer(StrEnum):
    """What a person says when a caution asks."""

    YES = "yes"
    NO = "no"


class Switch(StrEnum):
    """On or off, in a word that can be read in the file."""

    ON = "on"
    OFF = "off"


class Whole(NamedTuple):
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def __call__(self, raw: object) -> int:
        """`raw` as such a number. Raises ValueError."""
        if type(raw) is not int or not self.least <= raw <= self.most:
            raise ValueError(raw)
        return raw


def _seconds(raw: object) -> int | None:
    return None if raw is None else Whole(3, 60)(raw)


def _identifier(raw: object) -> str:
    if not isinstance(raw, str) or not raw.isprintable() or not 0 < len(raw) <= LONGEST_ID:
        raise ValueError(raw)
    return raw


def _breathing(raw: object) -> str:
    identifier = _identifier(raw)
    return BreathChoice(identifier) if identifier in set(BreathChoice) else identifier


def _path(raw: object) -> str:
    """The whole path of a file, or nothing."""
    if not isinstance(raw, str) or "\0" in raw or len(raw) > LONGEST_PATH:
        raise ValueError(raw)
    return raw


def _cue_kinds(raw: object) -> tuple[CueKind, ...]:
    return _list(raw, lambda one: CueKind(str(one)))


def _list(raw: object, accepts: Callable[[object], T]) -> tuple[T, ...]:
    """`raw` as a list in which nothing stands twice. Raises ValueError."""
    if not isinstance(raw, list | tuple) or len(raw) > MOST_IN_A_LIST:
        raise ValueError(raw)
    return tuple(dict.fromkeys(map(accepts, raw)))


def _identifiers(raw: object) -> tuple[str, ...]:
    return _list(raw, _identifier)


def _flags(raw: object) -> tuple[Flag, ...]:
    return _list(raw, lambda one: Flag(str(one)))


def _nights(raw: object) -> dict[Day, str]:
    if not isinstance(raw, Mapping):
        raise ValueError(raw)  # noqa: TRY004 - what makes no sense is one kind of error here, whatever its type
    return {Day(day): _identifier(routine) for day, routine in raw.items()}


def _dated(raw: object) -> dict[str, str]:
    if not isinstance(raw, Mapping):
        raise ValueError(raw)  # noqa: TRY004 - as above
    return {date.fromisoformat(night).isoformat(): _identifier(routine) for night, routine in raw.items()}


def _answers(raw: object) -> tuple[str, ...]:
    """Answers to what a caution asks, each as the flag and the stretch that it is about: "knee:low-lunge"."""
    return _list(raw, _answer)


def _answer(raw: object) -> str:
    flag, _, stretch = str(raw).partition(":")
    return f"{Flag(flag)}:{_identifier(stretch)}"


class Setting(NamedTuple):
    """What is known of one setting: its words for people, and what makes its value of a written one (or ValueError)."""

    words: str
    accepts: Callable[[Any], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person has chosen. A change is `dataclasses.replace(settings, minutes=7)`.

    `breathing` and `closing` are a `BreathChoice` or the id of a pattern; whether an id exists is for those to say who
    use it. Where `get_ready_s` or `switch_s` is None it is as each stretch has it.
    `others` are settings that this version does not know.
    """

    routine: Annotated[str, Setting(N_("Tonight's routine"), _identifier)] = "simple-nightly"
    minutes: Annotated[int, Setting(N_("Tonight I have, in minutes"), Whole(LEAST_MINUTES, MOST_MINUTES))] = 10
    side_order: Annotated[SideOrder, Setting(N_("Which leg goes first"), SideOrder)] = SideOrder.RIGHT_FIRST
    worse_leg: Annotated[WorseLeg, Setting(N_("Which leg gives more trouble"), WorseLeg)] = WorseLeg.NOT_SAID
    get_ready_s: Annotated[int | None, Setting(N_("Time to get ready"), _seconds)] = None
    switch_s: Annotated[int | None, Setting(N_("Time to change sides"), _seconds)] = None
    breathing: Annotated[str, Setting(N_("Breathing"), _breathing)] = BreathChoice.EACH_ITS_OWN
    closing: Annotated[str, Setting(N_("Breathing at the end"), _breathing)] = BreathChoice.EACH_ITS_OWN
    body: Annotated[BodyChoice, Setting(N_("Who shows the stretches"), BodyChoice)] = BodyChoice.ADA
    theme: Annotated[ThemeChoice, Setting(N_("Light"), ThemeChoice)] = ThemeChoice.BY_THE_CLOCK
    text_size: Annotated[TextSize, Setting(N_("Text size"), TextSize)] = TextSize.USUAL
    motion: Annotated[MotionChoice, Setting(N_("Movement on the screen"), MotionChoice)] = (
        MotionChoice.AS_THE_SYSTEM_SAYS
    )
    letter_keys: Annotated[Switch, Setting(N_("Single letters as keys"), Switch)] = Switch.ON
    language: Annotated[str, Setting(N_("Language"), _identifier)] = LANGUAGE_OF_THE_SYSTEM
    controls: Annotated[Switch, Setting(N_("Keep the buttons in view"), Switch)] = Switch.OFF
    far_view: Annotated[Switch, Setting(N_("Far view"), Switch)] = Switch.OFF
    sound: Annotated[SoundMode, Setting(N_("Cues"), SoundMode)] = SoundMode.TONES
    volume: Annotated[int, Setting(N_("Volume, in percent"), Whole(0, 100))] = 35
    whisper: Annotated[Switch, Setting(N_("Whisper"), Switch)] = Switch.OFF
    cues_left_out: Annotated[tuple[CueKind, ...], Setting(N_("Cues that are left out"), _cue_kinds)] = ()
    voice: Annotated[str, Setting(N_("Voice"), _identifier)] = USUAL_VOICE
    voice_pace: Annotated[int, Setting(N_("How fast the voice speaks, in percent"), Whole(50, 150))] = 85
    voice_language: Annotated[str, Setting(N_("Language of the voice"), _identifier)] = "en"
    voice_beside_reader: Annotated[Switch, Setting(N_("Speak beside a screen reader too"), Switch)] = Switch.OFF
    night_sound: Annotated[NightSound, Setting(N_("Night sound"), NightSound)] = NightSound.OFF
    night_sound_file: Annotated[str, Setting(N_("A sound file of your own"), _path)] = ""
    night_volume: Annotated[int, Setting(N_("Volume of the night sound, in percent"), Whole(0, 100))] = 30
    time_units: Annotated[TimeUnits, Setting(N_("More than a minute is shown as"), TimeUnits)] = TimeUnits.SECONDS
    night_starts_h: Annotated[int, Setting(N_("A night begins at"), Whole(6, 20))] = 12
    nights: Annotated[Mapping[Day, str], Setting(N_("Other routines on some nights"), _nights)] = field(
        default_factory=dict
    )
    one_night: Annotated[Mapping[str, str], Setting(N_("Another routine on one night"), _dated)] = field(
        default_factory=dict
    )
    favourites: Annotated[tuple[str, ...], Setting(N_("Favourites"), _identifiers)] = ()
    flags: Annotated[tuple[Flag, ...], Setting(N_("Tick anything that applies to you"), _flags)] = ()
    agreed: Annotated[tuple[str, ...], Setting(N_("What you were asked and is all right"), _answers)] = ()
    declined: Annotated[tuple[str, ...], Setting(N_("What you were asked and is not all right"), _answers)] = ()
    others: Mapping[str, Any] = field(default_factory=dict)

    def sound_beside(self, *, reader: bool) -> SoundMode:
        """How a session is heard: where a screen reader speaks, a voice of ours only if the person wants both."""
        one_speaks = reader and self.voice_beside_reader is Switch.OFF
        return SoundMode.TONES if one_speaks and self.sound is SoundMode.VOICE else self.sound

    @property
    def week(self) -> WeekPlan:
        """Which routine belongs to which night."""
        return WeekPlan(self.routine, self.nights)

    def routine_on(self, night: date, known: Collection[str]) -> str:
        """The routine of a night, of those that there are: chosen for it alone, or planned."""
        chosen = self.one_night.get(night.isoformat())
        for routine in (chosen, self.week.routine_on(night, known)):
            if routine is not None and routine in known:
                return routine
        return Settings().routine

    def with_routine(self, night: date, routine: str) -> "Settings":
        """These settings with a routine chosen for a night: for that one alone where the week has a plan."""
        if self.nights:
            return replace(self, one_night={night.isoformat(): routine})
        return replace(self, routine=routine, one_night={})

    def with_in_place(self, leaving: str, coming: str) -> "Settings":
        """These settings with one routine in the place of another, wherever that was chosen or planned."""
        usual, *planned = (
            coming if one == leaving else one for one in (self.routine, *self.nights.values(), *self.one_night.values())
        )
        weekly, dated = planned[: len(self.nights)], planned[len(self.nights) :]
        nights, one_night = zip(self.nights, weekly, strict=True), zip(self.one_night, dated, strict=True)
        return replace(self, routine=usual, nights=dict(nights), one_night=dict(one_night))

    def with_week(self, week: WeekPlan) -> "Settings":
        """These settings with another plan of the week."""
        return replace(self, routine=week.usual, nights=dict(week.nights))

    @property
    def cautions(self) -> Body:
        """What the cautions go by: what was ticked and answered."""
        return Body(flags=frozenset(self.flags), agreed=_questions(self.agreed), declined=_questions(self.declined))

    def answered(self, question: Question, answer: Answer) -> "Settings":
        """These settings once a question of the cautions has been answered."""
        key = ":".join(question)
        others = [tuple(one for one in kept if one != key) for kept in (self.agreed, self.declined)]
        agreed, declined = ([*one, key] if answer is given else one for one, given in zip(others, Answer, strict=True))
        return replace(self, agreed=tuple(agreed), declined=tuple(declined))

    def to_json(self) -> dict[str, Any]:
        """What the file holds: every setting, and what is not known here."""
        return {**self.others, **{name: getattr(self, name) for name in SETTINGS}}


def _questions(answers: tuple[str, ...]) -> frozenset[Question]:
    return frozenset((Flag(flag), stretch) for flag, _, stretch in (answer.partition(":") for answer in answers))


SETTINGS: Mapping[str, Setting] = {
    name: annotation.__metadata__[0] for name, annotation in Settings.__annotations__.items() if name != "others"
}
"""Every setting by its name in the file, which is also that of the field."""


class Understood(NamedTuple):
    """Settings from a file, and a sentence for each value that could not be used."""

    settings: Settings
    notices: tuple[str, ...]


def understand(written: Mapping[str, Any]) -> Understood:
    """The settings that a file means. Never raises: whatever makes no sense is what it usually is."""
    chosen: dict[str, Any] = {}
    notices = []
    for name in SETTINGS.keys() & written.keys():
        try:
            chosen[name] = SETTINGS[name].accepts(written[name])
        except (ValueError, TypeError):
            words = _("The setting “{setting}” made no sense. It is as usual again.")
            notices.append(words.format(setting=_(SETTINGS[name].words)))
    others = {name: value for name, value in written.items() if name not in SETTINGS}
    return Understood(Settings(**chosen, others=others), tuple(sorted(notices)))

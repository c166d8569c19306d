"""A half-filled form of a stretch of one's own, as it was left, and how it is written down. It touches no file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from bedtime.errors import BadInput
from bedtime.language import _
from bedtime.movement.checked import build_checked
from bedtime.movement.library import Library
from bedtime.movement.written import written
from bedtime.session.own_stretches import NO_PICTURE, Picture, Pictured
from bedtime.session.stretch_form import StretchForm

MOST = 3_600
"""No form counts further; what its stretch allows is less, and its own business."""


@dataclass(frozen=True, slots=True)
class LeftForm:
    """What was filled in. `of` is the id of the stretch that is being changed; empty for a new one."""

    of: str
    form: StretchForm
    picture: Picture = NO_PICTURE

    @property
    def name(self) -> str:
        """What to call it, though it may have no name yet."""
        return self.form.name.strip() or _("A stretch of your own")


@dataclass(frozen=True, slots=True)
class LeftForms:
    """Every form that was left, the latest last, and a sentence for each thing that could not be kept of them."""

    forms: tuple[LeftForm, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """How a form is written down."""

    of: str
    form: StretchForm
    pictured: Pictured = Pictured.NONE
    picture: str | None = None


def left_record(left: LeftForm, picture: str | None) -> dict[str, Any]:
    """A form in JSON's own types. `picture` is the name under which a new picture is kept."""
    return cast("dict[str, Any]", written(_Written(left.of, left.form, left.picture.now, picture)))


def left_in(record: Mapping[str, Any]) -> tuple[LeftForm, str | None]:
    """The form that was written down, without a new picture's data, and that picture's name. BadInput for no form."""
    try:
        told = build_checked(_Written, record)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(_("A stretch of your own that was being made could not be read.")) from error
    form = replace(told.form, amount=min(max(told.form.amount, 1), MOST))
    return LeftForm(told.of, form, Picture(told.pictured)), told.picture


def without_what_has_gone(left: LeftForm, library: Library) -> tuple[LeftForm, str]:
    """The form with nothing in it that is no longer there, and a sentence about that, or an empty one."""
    pose_of = left.form.pose_of
    if pose_of is None or pose_of in library.stretch_ids:
        return left, ""
    told = _("The figure for “{name}” is no longer there. Choose another one, or a picture.").format(name=left.name)
    return replace(left, form=replace(left.form, pose_of=None)), told

"""Says in plain words what an annotation of this room allows, and which annotation rules a place of a file."""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from bedtime.language import _
from bedtime.movement.problems import Place
from bedtime.movement.values import Tagged
from bedtime.values import Ge, Gt, Le, Len


def in_words(annotation: Any) -> str:
    """What may stand where this annotation rules: "a whole number from 1 to 10"."""
    inner, marks = _without_marks(annotation)
    origin, arguments = get_origin(inner), get_args(inner)
    if origin is Literal:
        return _one_of(arguments)
    if origin is dict or _tag(marks):
        return _("an object")
    if origin is tuple:
        return _list_in_words(arguments, marks)
    if is_dataclass(inner):
        required = ", ".join(field.name for field in fields(inner) if _is_required(field))
        return _("an object with {names}").format(names=required) if required else _("an object")
    if isinstance(inner, type) and issubclass(inner, Enum):
        return _one_of(tuple(member.value for member in inner))
    return _plain_in_words(inner, marks)


def keys_of(cls: Any) -> tuple[str, ...]:
    """The keys that an object of this kind may have."""
    return tuple(field.name for field in fields(_without_marks(cls)[0]))


def tag_of(annotation: Any) -> str:
    """The key by which the members of a tagged union are told apart."""
    return _tag(_without_marks(annotation)[1]) or ""


def tags_of(annotation: Any) -> tuple[str, ...]:
    """What may stand there."""
    return tuple(_members(*_without_marks(annotation)))


def follow(cls: Any, path: Place) -> tuple[Place, Any]:
    """The place in the file, and the annotation there, that pydantic's path leads to; it also names members of unions.

    A key that no annotation knows leads to the annotation of what it stands in.
    """
    place: Place = ()
    annotation, keys = cls, str
    for part in path:
        inner, marks = _without_marks(annotation)
        if _tag(marks):
            annotation = _members(inner, marks)[str(part)]
            continue
        if part == "[key]":
            return place, keys
        place = (*place, part)
        following = _part_of(inner, part)
        if following is None:
            return place, annotation
        keys = get_args(inner)[0] if get_origin(inner) is dict else str
        annotation = following
    return place, annotation


def _part_of(inner: Any, part: str | int) -> Any:
    origin, arguments = get_origin(inner), get_args(inner)
    if origin is tuple and isinstance(part, int):
        return arguments[0] if arguments[-1] is Ellipsis else arguments[part]
    if origin is dict:
        return arguments[1]
    if is_dataclass(inner):
        return next((field.type for field in fields(inner) if field.name == part), None)
    return None


def _without_marks(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The annotation itself and what is marked on it; None, where it is allowed, is what leaving the key out means."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            marks += annotation.__metadata__
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in {Union, UnionType} and NoneType in get_args(annotation):
            annotation = next(member for member in get_args(annotation) if member is not NoneType)
        else:
            return annotation, marks


def _tag(marks: tuple[Any, ...]) -> str | None:
    return next((mark.field for mark in marks if isinstance(mark, Tagged)), None)


def _members(union: Any, marks: tuple[Any, ...]) -> dict[str, Any]:
    """The members of a tagged union by the names that they give themselves."""
    tag = _tag(marks)
    return {
        get_args(field.type)[0]: member for member in get_args(union) for field in fields(member) if field.name == tag
    }


def _one_of(names: tuple[str, ...]) -> str:
    return _("one of {names}").format(names=", ".join(names)) if len(names) > 1 else names[0]


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _list_in_words(arguments: tuple[Any, ...], marks: tuple[Any, ...]) -> str:
    if arguments[-1] is not Ellipsis:
        return _("a list of {count}, each {item}").format(count=len(arguments), item=in_words(arguments[0]))
    length = next((mark for mark in marks if isinstance(mark, Len)), None)
    item = in_words(arguments[0])
    if length is None:
        return _("a list, each {item}").format(item=item)
    words = _("a list of {least} to {most}, each {item}")
    return words.format(least=length.min_length, most=length.max_length, item=item)


def _plain_in_words(cls: Any, marks: tuple[Any, ...]) -> str:
    if cls is str:
        length = next((mark for mark in marks if isinstance(mark, Len)), None)
        if length is None:
            return _("text")
        words = _("text of {least} to {most} characters")
        return words.format(least=length.min_length, most=length.max_length)
    if cls is bool:
        return _("true or false")
    what = _("a whole number") if cls is int else _("a number")
    least = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    above = next((mark.gt for mark in marks if isinstance(mark, Gt)), None)
    most = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    match above, least, most:
        case None, None, None:
            return what
        case None, _, None:
            words = _("{number} from {least}")
        case None, _, _:
            words = _("{number} from {least} to {most}")
        case _, _, None:
            words = _("{number} above {above}")
        case _:
            words = _("{number} above {above} up to {most}")
    return words.format(number=what, least=least, above=above, most=most)

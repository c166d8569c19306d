"""Holds parsed JSON against the annotations of a class with the standard library alone, before it is built.

For the person's own files, which are read at every start, where pydantic would cost more than the window. It says no
more than that a file does not fit; `movement.files` says where and why. A test holds that both say the same.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from bedtime.movement.trusted import build
from bedtime.values import Ge, Gt, Le, Len, Tagged

T = TypeVar("T")
Fits = Callable[[Any], bool]


def build_checked(cls: type[T], document: Mapping[str, Any]) -> T:
    """The value of class `cls` that a parsed file says. ValueError when it does not fit in any way."""
    annotation: Any = cls
    if not _fits(annotation)(document):
        raise ValueError(f"this is no {cls.__name__.lower()}")
    return build(cls, document)


@cache
def _fits(annotation: Any) -> Fits:
    """What tells whether parsed JSON may stand where the annotation rules."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], annotation.__metadata__)
    if origin in {Union, UnionType}:
        inner = _fits(next(member for member in arguments if member is not NoneType))
        return lambda part: part is None or inner(part)
    if origin is tuple:
        return _sequence(arguments)
    if origin is dict:
        keys, items = map(_fits, arguments)
        return lambda part: isinstance(part, dict) and all(keys(key) and items(item) for key, item in part.items())
    if origin is Literal:
        return lambda part: isinstance(part, str) and part in arguments
    return _plain(annotation)


def _marked(inner: Any, marks: tuple[Any, ...]) -> Fits:
    tag = next((mark.field for mark in marks if isinstance(mark, Tagged)), None)
    if tag:
        return _tagged(tag, get_args(inner))
    tests = [_fits(inner), *map(_mark, marks)]
    return lambda part: all(test(part) for test in tests)


def _mark(mark: Any) -> Fits:
    match mark:
        case Ge(ge=least):
            return lambda part: bool(part >= least)
        case Gt(gt=least):
            return lambda part: bool(part > least)
        case Le(le=most):
            return lambda part: bool(part <= most)
        case Len(min_length=shortest, max_length=longest):
            return lambda part: shortest <= len(part) <= longest
        case _:
            raise TypeError(f"nothing here knows the mark {mark}")


def _tagged(tag: str, members: tuple[Any, ...]) -> Fits:
    by_name = {
        get_args(field.type)[0]: _fits(member) for member in members for field in fields(member) if field.name == tag
    }
    return lambda part: isinstance(part, dict) and part.get(tag) in by_name and by_name[part[tag]](part)


def _sequence(arguments: tuple[Any, ...]) -> Fits:
    if arguments[-1] is Ellipsis:
        inner = _fits(arguments[0])
        return lambda part: isinstance(part, list) and all(map(inner, part))
    inners = [_fits(argument) for argument in arguments]
    return lambda part: (
        isinstance(part, list)
        and len(part) == len(inners)
        and all(inner(item) for inner, item in zip(inners, part, strict=True))
    )


def _plain(cls: Any) -> Fits:
    if is_dataclass(cls):
        return _record(cls)
    if issubclass(cls, Enum):
        names = frozenset(member.value for member in cls)
        return lambda part: isinstance(part, str) and part in names
    if cls is float:
        return lambda part: type(part) in {int, float} and math.isfinite(part)
    if cls is str:
        return lambda part: isinstance(part, str) and _is_whole_text(part)
    return lambda part: type(part) is cls


def _record(cls: Any) -> Fits:
    annotations: dict[str, Any] = {field.name: field.type for field in fields(cls)}
    parts = {name: _fits(annotation) for name, annotation in annotations.items()}
    needed = {field.name for field in fields(cls) if field.default is MISSING and field.default_factory is MISSING}
    return lambda part: (
        isinstance(part, dict)
        and needed <= part.keys() <= parts.keys()
        and all(parts[name](said) for name, said in part.items())
    )


def _is_whole_text(text: str) -> bool:
    """Whether UTF-8 can write it: half a character cannot be saved again."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)

"""Builds the values of this room from parsed JSON with the standard library alone, as their annotations say.

For content that the tests have validated: nothing is checked here beyond what a constructor checks itself. Files from
outside go through `movement.files`; a test holds that both doors make equal values of every built-in file.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from bedtime.movement.values import Tagged

T = TypeVar("T")
Build = Callable[[Any], Any]

SCHEMA_KEY = "$schema"  # where an editor finds the schema of a file; it says nothing about the value
VERSION_KEY = "v"  # which version of the format a file of the person's own was written in; nor does this


def build(cls: type[T], document: Mapping[str, Any]) -> T:
    """The value of class `cls` that a whole parsed file says. KeyError, TypeError or ValueError if it does not fit."""
    content = {key: part for key, part in document.items() if key != SCHEMA_KEY}
    annotation: Any = cls
    return cast("T", _builder(annotation)(content))


@cache
def _builder(annotation: Any) -> Build:
    """What turns parsed JSON into the annotated type; made once for each annotation."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        tag = next((mark.field for mark in annotation.__metadata__ if isinstance(mark, Tagged)), None)
        return _tagged(tag, get_args(arguments[0])) if tag else _builder(arguments[0])
    if origin in {Union, UnionType}:
        return _optional(arguments)
    if origin is tuple:
        return _sequence(arguments)
    if origin is dict:
        return _mapping(*arguments)
    if isinstance(annotation, type):
        return _plain(annotation)
    if origin is Literal:
        return _as_it_is
    raise TypeError(f"no value of this room is annotated like {annotation}")


def _as_it_is(part: Any) -> Any:
    return part


def _plain(cls: type) -> Build:
    """A class by itself: a value of this room, an enum, or one of JSON's own types."""
    if is_dataclass(cls):
        return _record(cls)
    if issubclass(cls, Enum) or cls is float:
        return cls
    return _as_it_is


def _record(cls: Any) -> Build:
    """A dataclass, whose fields that need no conversion are handed on untouched."""
    parts = {name: _builder(annotation) for name, annotation in _annotations(cls).items()}
    converted = {name: builder for name, builder in parts.items() if builder is not _as_it_is}

    def record(part: Mapping[str, Any]) -> Any:
        return cls(**{name: converted[name](said) if name in converted else said for name, said in part.items()})

    return record


def _tagged(field: str, members: tuple[Any, ...]) -> Build:
    """A union whose members name themselves in `field`."""
    by_name = {get_args(_annotations(member)[field])[0]: _builder(member) for member in members}
    return lambda part: by_name[part[field]](part)


def _annotations(cls: Any) -> dict[str, Any]:
    return {field.name: field.type for field in fields(cls)}


def _optional(members: tuple[Any, ...]) -> Build:
    """Something or None: the only other union that this room writes down."""
    inner = _builder(next(member for member in members if member is not NoneType))
    return _as_it_is if inner is _as_it_is else lambda part: None if part is None else inner(part)


def _sequence(arguments: tuple[Any, ...]) -> Build:
    """A tuple, of any length or of a fixed one."""
    if arguments[-1] is not Ellipsis:
        builders = [_builder(argument) for argument in arguments]
        return lambda part: tuple(builder(item) for builder, item in zip(builders, part, strict=True))
    inner = _builder(arguments[0])
    return tuple if inner is _as_it_is else lambda part: tuple(map(inner, part))


def _mapping(key: Any, item: Any) -> Build:
    keys, items = _builder(key), _builder(item)
    return lambda part: {keys(name): items(said) for name, said in part.items()}

"""How values that files hold are written down: one frozen dataclass per idea, usable without pydantic.

A value has two doors. Files from outside are validated by pydantic (`movement.files`), which reads the same
annotations. The built-in content, which the tests have validated, is built by `movement.trusted` with the standard
library alone, because importing pydantic costs more than the first paint of the window.
"""

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[T]) -> type[T]:
    """Make `cls` a frozen, slotted, keyword-only dataclass whose files may hold no key that it does not know."""
    cls.__pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


class Tagged:
    """Marks a union whose members are told apart by one field, so that an error speaks of the right member only."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Pydantic's hook, called only when pydantic is at work; it is imported here and not before."""
        from pydantic import Field  # noqa: PLC0415 - see the module docstring

        return handler.generate_schema(Annotated[source, Field(discriminator=self.field)])


class Limit:
    """A limit of an annotated value: `Annotated[int, Ge(1), Le(9)]`.

    The names are those of the `annotated_types` package, whose import alone takes a tenth of what a window needs to
    appear; `limits` are the words in which pydantic knows them.
    """

    def __init__(self, **limits: float) -> None:
        self.limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Pydantic's hook: the schema of what is annotated, with these limits."""
        return {**handler(source), **self.limits}


class Ge(Limit):
    """At least."""

    def __init__(self, ge: float) -> None:
        self.ge = ge
        super().__init__(ge=ge)


class Gt(Limit):
    """More than."""

    def __init__(self, gt: float) -> None:
        self.gt = gt
        super().__init__(gt=gt)


class Le(Limit):
    """At most."""

    def __init__(self, le: float) -> None:
        self.le = le
        super().__init__(le=le)


class Len(Limit):
    """From so many items or letters to so many."""

    def __init__(self, min_length: int, max_length: int) -> None:
        self.min_length, self.max_length = min_length, max_length
        least = {"min_length": min_length} if min_length else {}
        super().__init__(**least, max_length=max_length)

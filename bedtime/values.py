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

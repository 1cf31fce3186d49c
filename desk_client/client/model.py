"""A read model: one value that views subscribe to and only actions set."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Model(Generic[T]):
    """Holds a frozen value and tells its subscribers, in order of subscription, whenever it is replaced.

    It belongs to one thread (the application's loop); subscribers are called before ``set`` returns.
    """

    def __init__(self, value: T) -> None:
        """Begin with ``value``; nobody is told of it."""
        self._value = value
        self._subscribers: list[Callable[[T], None]] = []

    @property
    def value(self) -> T:
        """The newest value."""
        return self._value

    def set(self, value: T) -> None:
        """Replace the value; an equal one tells nobody."""
        if value == self._value:
            return
        self._value = value
        for subscriber in tuple(self._subscribers):
            subscriber(value)

    def subscribe(self, subscriber: Callable[[T], None]) -> Callable[[], None]:
        """Call ``subscriber`` at each change until the returned function is called."""
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

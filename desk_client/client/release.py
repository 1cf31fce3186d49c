"""Which release this is."""

from importlib.metadata import PackageNotFoundError, version


def release() -> str:
    """As it was installed; empty where it runs from source without having been."""
    try:
        return version("desk-client")
    except PackageNotFoundError:
        return ""

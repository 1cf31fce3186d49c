"""``python -m desk_client``."""

import sys

from desk_client.cli import main

if __name__ == "__main__":
    sys.exit(main())

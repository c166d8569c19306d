"""`python -m bedtime`."""

import sys

from bedtime.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""The version of Bedtime, which the package is built with and `bedtime --version` says."""

VERSION = "0.1.0"

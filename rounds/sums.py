"""The sums of a folder of documents: that nothing in it was changed can be checked anywhere."""

from collections.abc import Mapping
from hashlib import sha256

SUMS = "sumy.sha256"
"""What ``sha256sum -c`` reads: the sum and the name of every other file of the folder."""


def sums_of(files: Mapping[str, bytes]) -> str:
    """Write the sum and the name of every file, by the alphabet."""
    return "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))

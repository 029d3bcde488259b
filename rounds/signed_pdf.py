"""A PDF read for its signatures, fast enough for the thousands of objects of a tagged document."""

import io
from typing import cast

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import PdfObject, Reference, StreamObject, read_object
from pyhanko.pdf_utils.reader import PdfFileReader


class SignedPdf(PdfFileReader):
    """pyHanko's reader, which finds an object in a stream of objects without reading it all again.

    Revisions are compared object by object: for eight tagged pages that took half a minute.
    """

    def __init__(self, content: bytes) -> None:
        """Read the end of the file and its tables; objects are read when they are asked for."""
        self._opened: dict[int, tuple[bytes, dict[int, int]]] = {}
        super().__init__(io.BytesIO(content))

    def _get_object_from_stream(self, idnum: int, stmnum: int, _: int) -> PdfObject:
        """Read one object of a stream, whose table is read once (ISO 32000-1, 7.5.7)."""
        if stmnum not in self._opened:
            stream = cast("StreamObject", Reference(stmnum, 0, self).get_object())
            content, first = stream.read_data(DecodePurpose.OBJECT_STREAM), int(stream["/First"])
            table = [int(one) for one in content[:first].split()]
            places = zip(table[::2], table[1::2], strict=True)
            self._opened[stmnum] = content, {number: first + place for number, place in places}
        content, places_of = self._opened[stmnum]
        at = io.BytesIO(content)
        at.seek(places_of[idnum])
        return read_object(at, Reference(idnum, 0, self))

"""What PDF/A-3 demands of a file beside its tags (ISO 19005-3:2012), read object by object."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

RELATIONSHIPS = {"/Source", "/Data", "/Alternative", "/Supplement", "/EncryptedPayload", "/FormData", "/Schema", "/Unspecified"}  # fmt: skip
ACTIONS = {"/GoTo", "/GoToR", "/URI", "/Named"}
"""6.6.1: anything else (JavaScript, Launch, Movie, SubmitForm …) is forbidden or has no place here."""

FILTERS = {"/FlateDecode", "/DCTDecode"}
"""6.1.7 forbids LZWDecode and Crypt; what we print needs no more than these two."""

SUBSETS = re.compile(r"/[A-Z]{6}\+")
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def objects(reader: PdfReader) -> Iterator[Any]:
    """Go through every object of a file and all that is written inside it."""
    size: Any = reader.trailer["/Size"]
    for number in range(1, size):
        if found := reader.get_object(number):
            yield from _inside(found)


def _inside(one: Any) -> Iterator[Any]:
    """Go through an object; what it only refers to comes at its own number."""
    yield one
    if isinstance(one, DictionaryObject):
        for key in one:
            yield from _inside(one.raw_get(key))
    elif isinstance(one, ArrayObject):
        for each in list.__iter__(one):
            yield from _inside(each)


def forbidden(reader: PdfReader) -> Iterator[str]:
    """Tell what an archived file may not have: encryption, scripts, filters, PostScript."""
    if "/Encrypt" in reader.trailer:
        yield "6.1.3: it is encrypted"
    root: Any = reader.trailer["/Root"]
    yield from (f"6.6.2: {key} of the catalog" for key in ("/AA", "/OpenAction") if key in root)
    yield from (f"6.4: {key}" for key in ("/AcroForm", "/Perms", "/Requirements") if key in root)
    if "/JavaScript" in root.get("/Names", {}):
        yield "6.6.1: JavaScript by name"
    for one in objects(reader):
        if isinstance(one, DictionaryObject):
            yield from _forbidden_in(one)


def _forbidden_in(one: Any) -> Iterator[str]:
    kind, subtype = one.get("/Type"), one.get("/Subtype")
    if "/S" in one and kind == "/Action" and one["/S"] not in ACTIONS:
        yield f"6.6.1: action {one['/S']}"
    if kind in ("/Page", "/Annot") and "/AA" in one:
        yield "6.6.2: additional actions"
    if "/JS" in one:
        yield "6.6.1: a script"
    if isinstance(one, StreamObject):
        filters = one.get("/Filter", ArrayObject())
        used = filters if isinstance(filters, ArrayObject) else [filters]
        yield from (f"6.1.7.2: filter {each}" for each in used if each not in FILTERS)
        yield from (f"6.1.7.1: {key} of a stream" for key in ("/F", "/FFilter") if key in one)
    if kind == "/XObject" or subtype in ("/Image", "/Form", "/PS"):
        bad = subtype == "/PS" or one.get("/Subtype2") == "/PS"
        keys = [key for key in ("/PS", "/OPI", "/Alternates", "/Ref") if key in one]
        yield from (f"6.2.9: {each}" for each in [*(["/PS"] if bad else []), *keys])
        if one.get("/Interpolate", False):
            yield "6.2.8: an image is interpolated"
    if kind == "/ExtGState" or "/ca" in one or "/CA" in one:
        yield from (f"6.2.5: {key}" for key in ("/TR", "/TR2", "/HTP") if key in one)


def attachments(reader: PdfReader) -> Iterator[str]:
    """Tell what is wrong with the files inside (6.8 and annex E: associated files)."""
    root: Any = reader.trailer["/Root"]
    tree: Any = root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    keys = [str(key) for key in tree[::2]]
    if keys != sorted(set(keys), key=lambda key: (not key.isascii(), key)):
        yield f"names are not in order: {keys}"
    embedded = [one.idnum for one in list.__iter__(tree) if hasattr(one, "idnum")]
    associated = [one.idnum for one in list.__iter__(root.get("/AF", ArrayObject()))]
    if sorted(associated) != sorted(embedded):
        yield f"6.8: associated are {associated}, embedded {embedded}"
    for number in embedded:
        one: Any = reader.get_object(number)
        if one.get("/AFRelationship") not in RELATIONSHIPS - {"/Unspecified"}:
            yield f"6.8: {one.get('/UF')} is related as {one.get('/AFRelationship')}"
        if not one.get("/F") or one.get("/F") != one.get("/UF") or not one.get("/Desc"):
            yield f"6.8: {one.get('/UF')} has no name or no description"
        stream = one["/EF"]["/F"]
        if not re.fullmatch(r"/[a-z]+/[a-z0-9.+-]+", str(stream.get("/Subtype"))):
            yield f"6.8: {one.get('/UF')} is of the type {stream.get('/Subtype')}"
        if stream["/Params"]["/Size"] != len(stream.get_data()) or "/ModDate" not in stream["/Params"]:  # fmt: skip
            yield f"6.8: {one.get('/UF')} has no size or no date"


def fonts(reader: PdfReader) -> Iterator[str]:
    """Tell which fonts are not whole: the program inside, its glyphs by number, their letters."""
    for one in objects(reader):
        if not isinstance(one, DictionaryObject):
            continue
        found: Any = one
        if found.get("/Subtype") == "/Type0":
            if "/ToUnicode" not in found:
                yield f"6.2.11.7: {found['/BaseFont']} tells no letters"
            (inner,) = found["/DescendantFonts"]
            name, program = str(inner["/BaseFont"]), inner["/FontDescriptor"]
            if not {"/FontFile2", "/FontFile3"} & set(program):
                yield f"6.2.11.4: {name} is not inside"
            if inner["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
                yield f"6.2.11.3.2: {name} has no map of glyphs"
            if not SUBSETS.match(name) or found["/BaseFont"] != inner["/BaseFont"]:
                yield f"6.2.11.4: {name} does not say that it is cut"
        elif found.get("/Type") == "/Font" and found["/Subtype"] not in ("/CIDFontType2", "/CIDFontType0"):  # fmt: skip
            yield f"{found.get('/BaseFont')} is a font of the kind {found['/Subtype']}"


def colours(reader: PdfReader) -> Iterator[str]:
    """Tell which colours depend on a device that the file's own profile does not describe (6.2.4)."""
    root: Any = reader.trailer["/Root"]
    (intent,) = root["/OutputIntents"]
    profile = intent["/DestOutputProfile"]
    data = profile.get_data()
    if intent["/S"] != "/GTS_PDFA1" or profile["/N"] != 3 or data[36:40] != b"acsp" or data[16:20] != b"RGB ":  # fmt: skip
        yield "6.2.3: the profile of colours is none of RGB"
    for page in reader.pages:
        content: Any = page.get_contents()
        if re.search(rb"(?:[\d.]+ ){4}[kK]\n|/DeviceCMYK (?:cs|CS)", content.get_data()):
            yield "6.2.4.3: a colour of printing inks"
    for one in objects(reader):
        if isinstance(one, DictionaryObject) and one.get("/ColorSpace") == "/DeviceCMYK":
            yield "6.2.4.3: an image of printing inks"


def identity(reader: PdfReader) -> Iterator[str]:
    """Tell where the file does not say the same of itself twice (6.1.2, 6.1.3, 6.6.2 of part 3)."""
    if reader.pdf_header != "%PDF-1.7":
        yield f"6.1.2: {reader.pdf_header}"
    ids: Any = reader.trailer.get("/ID", [])
    if len(ids) != 2 or not all(ids):
        yield "6.1.3: no identifier"
    told = said(reader)
    info: Any = reader.metadata or {}
    for key, name in (
        ("/Title", "dc:title"),
        ("/Author", "dc:creator"),
        ("/Subject", "dc:description"),
        ("/Keywords", "pdf:Keywords"),
        ("/Creator", "xmp:CreatorTool"),
        ("/Producer", "pdf:Producer"),
    ):
        if info.get(key) != told.get(name):
            yield f"{key}: {info.get(key)!r}, but {name}: {told.get(name)!r}"
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        found = _PDF_DATE.fullmatch(str(info.get(key)))
        if found is None or "-".join(found.groups("01")) != told.get(name):
            yield f"{key}: {info.get(key)!r}, but {name}: {told.get(name)!r}"


def said(reader: PdfReader) -> dict[str, str]:
    """Return what the XMP metadata say, by prefix and name."""
    root: Any = reader.trailer["/Root"]
    xmp = ElementTree.fromstring(root["/Metadata"].get_data())
    found: dict[str, str] = {}
    prefixes = {uri: prefix for prefix, uri in _NAMES.items()}
    for one in xmp.iter(f"{{{_NAMES['rdf']}}}Description"):
        found |= {_short(key, prefixes): value for key, value in one.attrib.items()}
        for part in one:
            found[_short(part.tag, prefixes)] = "".join(part.itertext()).strip("\n")
    return found


def _short(name: str, prefixes: dict[str, str]) -> str:
    uri, _, local = name[1:].partition("}")
    return f"{prefixes.get(uri, uri)}:{local}"

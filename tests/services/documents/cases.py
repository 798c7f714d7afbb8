"""Files with what must be said of them: whole ones, ones to refuse, and ones made to be slow."""

import os
import zipfile

from models.content_type import ContentType
from services.documents.refusal import RefusalCode
from tests.services.documents import files
from tests.services.documents.files import (
    END,
    bare_pdf,
    box,
    brands,
    chunk,
    content_types,
    docx,
    docx_members,
    gif,
    heic,
    jpeg,
    mp4,
    object_stream,
    ogg,
    ogg_page,
    ole,
    pdf,
    pdf_of_streams,
    png,
    printed_pdf,
    riff,
    webp,
    with_declared_sizes,
    with_encrypted_members,
    xlsx,
    zipped,
)

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page>>"
RUSSIAN = "Договор страхования № 5 — «Ромашка»\r\n"

WHOLE = {
    "jpeg": (jpeg(), ContentType.JPEG),
    "jpeg with a thumbnail": (jpeg(exif=b"Exif\0\0" + jpeg()), ContentType.JPEG),
    "jpeg with a film behind it": (jpeg() + mp4(), ContentType.JPEG),
    "jpeg with fill bytes": (b"\xff\xd8\xff\xff\xff" + jpeg()[3:], ContentType.JPEG),
    "png": (png(), ContentType.PNG),
    "gif": (gif(), ContentType.GIF),
    "gif of two pictures": (gif(images=2), ContentType.GIF),
    "gif without its last byte": (gif(end=b""), ContentType.GIF),
    "webp": (webp(), ContentType.WEBP),
    "lossless webp": (files.webp_lossless(), ContentType.WEBP),
    "animated webp": (files.webp_canvas(), ContentType.WEBP),
    "heic": (heic(), ContentType.HEIC),
    "mp4": (mp4(), ContentType.MP4),
    "mp4 of a camera": (mp4(b"avc1"), ContentType.MP4),
    "fragmented mp4": (brands(b"iso5") + box(b"moov") + box(b"moof") + box(b"mdat"), ContentType.MP4),
    "mp4 with a 64-bit size": (
        brands(b"isom") + box(b"moov") + b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x14film",
        ContentType.MP4,
    ),
    "mp4 open to the end": (brands(b"isom") + box(b"moov") + b"\0\0\0\0mdatfilm", ContentType.MP4),
    "voice": (ogg(), ContentType.OGG),
    "vorbis": (ogg(b"\x01vorbis"), ContentType.OGG),
    "pdf": (pdf(), ContentType.PDF),
    "pdf of words": (printed_pdf(picture=False), ContentType.PDF),
    "pdf with a picture": (printed_pdf(picture=True), ContentType.PDF),
    "pdf after a blank line": (pdf(head=b"\xef\xbb\xbf\r\n%PDF-1.4\n"), ContentType.PDF),
    "pdf with object streams": (pdf_of_streams(object_stream(PAGE)), ContentType.PDF),
    "pdf locked against changes": (
        pdf_of_streams(object_stream(b"?"), trailer=b"/Encrypt 5 0 R"),
        ContentType.PDF,
    ),
    "pdf with escaped font names": (pdf(b"<</BaseFont/#D0#90rial#20Bold>>"), ContentType.PDF),
    "pdf with padding behind it": (pdf(end=END + b"\0" * 500), ContentType.PDF),
    "pdf without references": (pdf().replace(b"xref\n0 1", b"").replace(b"trailer", b""), ContentType.PDF),
    "pdf whose references are beyond its end": (pdf(end=b"\nstartxref\n99999\n%%EOF"), ContentType.PDF),
    "pdf without startxref": (pdf(end=b"\n%%EOF"), ContentType.PDF),
    "pdf of a test tool": (bare_pdf(CATALOG, PAGES, PAGE), ContentType.PDF),
    "pdf of a test tool without a trailer": (bare_pdf(CATALOG, PAGES, PAGE, after=b""), ContentType.PDF),
    "pdf of a catalogue only": (bare_pdf(b"<</Type/Catalog>>"), ContentType.PDF),
    "pdf of a tree without pages": (bare_pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), ContentType.PDF),
    "pdf of a trailer only": (bare_pdf(), ContentType.PDF),
    "bare pdf with blanks and junk behind it": (
        bare_pdf(PAGE, end=b"%%EOF\r\n\r\n<!-- sent by a gateway -->"),
        ContentType.PDF,
    ),
    "docx": (docx(), ContentType.DOCX),
    "docx with a table inside": (docx(**{"word/embeddings/Book1.xlsx": xlsx()}), ContentType.DOCX),
    "xlsx": (xlsx(), ContentType.XLSX),
    "docx with backslashes": (
        zipped({name.replace("/", "\\"): body for name, body in docx_members().items()}),
        ContentType.DOCX,
    ),
    "stored docx": (zipped(docx_members(), method=zipfile.ZIP_STORED), ContentType.DOCX),
    "text": (RUSSIAN.encode(), ContentType.TXT),
    "text with a mark": (RUSSIAN.encode("utf-8-sig"), ContentType.TXT),
    "text of Notepad": (RUSSIAN.encode("utf-16"), ContentType.TXT),
    "text of old Windows": (RUSSIAN.encode("cp1251"), ContentType.TXT),
    "Ukrainian text of old Windows": ("Їжак, ґанок і є".encode("cp1251"), ContentType.TXT),
    "text that begins like a program": (b"MZ: meeting notes", ContentType.TXT),
    "text that begins like a picture": (b"BM and GIF are formats", ContentType.TXT),
}

NULLS = b"\0" * 30_000_000
ENTITY_BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SLIDES = f"{files.OFFICE}presentationml.presentation.main+xml"


def refused_types() -> dict[str, bytes]:
    return {
        "a program": b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
        "a rar": b"Rar!\x1a\x07\x01\0" + b"\0" * 20,
        "an old Word file": ole("WordDocument"),
        "a plain zip": zipped({"a.txt": b"a"}),
        "a zip in a zip": zipped({"inner.zip": zipped({"a.txt": b"a" * 1000})}),
        "slides": zipped({"[Content_Types].xml": content_types("/ppt/p.xml", SLIDES), "ppt/p.xml": b"<p/>"}),
        "a document without its main part": zipped(
            {"[Content_Types].xml": content_types("/word/other.xml", f"{files.OFFICE}{files.WORD}.main+xml")}
        ),
        "QuickTime": mp4(b"qt  "),
        "AVIF": brands(b"avif", b"mif1", b"avif") + box(b"meta") + box(b"mdat"),
        "a film in Ogg": ogg(b"\x80theora"),
        "wave": b"RIFF\x24\0\0\0WAVEfmt ",
        "text with a null": b"text\0text",
        "UTF-16 without a mark": RUSSIAN.encode("utf-16-le"),
        "noise": bytes(range(256)) * 4,
        "a page of HTML": b"\n <!DOCTYPE HTML><script>alert(1)</script>",
        "a script": b"#!/bin/sh\nrm -rf /",
        "SVG": b'<svg onload="alert(1)">',
        "RTF": b"{\\rtf1 hello}",
        "a picture that is a zip too": jpeg() + zipped({"a.class": b"code"}),
        "a film that is a zip too": mp4() + box(b"free", zipped({"a.class": b"code"})),
    }


def broken_files() -> dict[str, bytes]:
    flipped = bytearray(png())
    flipped[20] ^= 1
    stored = bytearray(zipped(docx_members(), method=zipfile.ZIP_STORED))
    stored[stored.find(b"text ")] ^= 1
    return {
        "jpeg without its end": jpeg(end=b""),
        "jpeg with only the thumbnail's end": jpeg(exif=b"Exif\0\0" + jpeg(), end=b""),
        "jpeg without a frame": b"\xff\xd8\xff\xda\0\x02\xff\xd9",
        "jpeg of fill bytes": b"\xff\xd8" + b"\xff" * 1000,
        "jpeg of endless segments": b"\xff\xd8" + b"\xff\xe0\0\x02" * 20_000,
        "jpeg of no width": jpeg(width=0),
        "png without its end": png()[:-12],
        "png without pixels": png(parts=(chunk(b"IEND", b""),)),
        "png with a flipped bit": bytes(flipped),
        "png of no height": png(height=0),
        "png without a header": b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
        "gif cut in a picture": gif(end=b"")[:-2],
        "gif without pictures": gif(images=0),
        "webp cut short": webp()[:-3],
        "webp without a picture": riff((b"VP8X", b"\0" * 10), (b"EXIF", b"x")),
        "heic without data": heic()[: -len(box(b"mdat", b"picture"))],
        "heic without sizes": brands(b"heic") + box(b"meta", b"\0\0\0\0") + box(b"mdat"),
        "mp4 cut short": mp4()[:-5],
        "mp4 without a film": brands(b"isom") + box(b"moov"),
        "mp4 with a box of one byte": brands(b"isom") + b"\0\0\0\x02moov",
        "voice cut in a page": ogg()[:-5],
        "voice of one page": ogg_page(b"OpusHead", 2),
        "pdf without its end": pdf(end=b""),
        "bare pdf without its end": bare_pdf(CATALOG, PAGES, PAGE, end=b"\n%%EO"),
        "bare pdf whose end is far behind": bare_pdf(CATALOG, PAGES, PAGE, end=b"\n%%EOF" + b"x" * 5000),
        "pdf of a head and an end": b"%PDF-1.4\n%%EOF\n",
        "pdf of an object that does not end": b"%PDF-1.4\n1 0 obj\n<</Type/Page>>\n%%EOF\n",
        "pdf of words about objects": b"%PDF-1.4\nsee the endobj of our obj\n%%EOF\n",
        "bare pdf that lost its pages": bare_pdf(CATALOG, PAGES),
        "pdf without pages": pdf(page=b"<</Type/Pagination>>"),
        "pdf cut to half": pdf()[: len(pdf()) // 2],
        "linearized pdf cut short": pdf(b"<</Linearized 1/L 99999>>", head=b"%PDF-1.7\n%<</Linearized 1/L 99999>>\n"),
        "pdf with an unreadable object stream": pdf_of_streams(object_stream(PAGE, filters=b"/LZWDecode")),
        "pdf with a damaged object stream": pdf_of_streams(object_stream(PAGE).replace(b"stream\nx", b"stream\n?")),
        "docx cut short": docx()[:-30],
        "docx with a flipped bit": bytes(stored),
        "docx of another compression": zipped(docx_members(), method=zipfile.ZIP_BZIP2),
        "docx that leaves its folder": docx(**{"../../etc/passwd": b"root"}),
        "docx with an absolute path": docx(**{"/etc/passwd": b"root"}),
        "docx with two parts of one name": docx(**{"WORD/document.xml": b"<other/>"}),
        "a zip that lies about sizes": with_declared_sizes(docx(), 10),
    }


def active_pdfs() -> dict[str, bytes]:
    script = b"<</S/JavaScript/JS(app.alert(1))>>"
    return {
        "a script": pdf(script),
        "a script with its name escaped": pdf(b"<</S/J#61va#53cript/JS(1)>>"),
        "a program started": pdf(b"<</S /Launch /F (cmd.exe)>>"),
        "an embedded file": pdf(b"<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream"),
        "an embedded file without its type": pdf(b"<</Type/Filespec/EF <</F 9 0 R>>>>"),
        "rich media": pdf(b"<</Subtype/RichMedia>>"),
        "a script in an object stream": pdf_of_streams(object_stream(PAGE + script)),
        "a script in an object stream of an escaped type": pdf_of_streams(
            object_stream(PAGE + script, kind=b"/Type/Obj#53tm")
        ),
        "a script in an object stream without a type": pdf_of_streams(object_stream(PAGE + script, kind=b"")),
        "a script in the second object stream": pdf_of_streams(
            object_stream(PAGE), object_stream(script, filters=b" [ /FlateDecode ]")
        ),
        "a script without references": bare_pdf(CATALOG, PAGES, PAGE, script),
        "an escaped script in an object stream": pdf_of_streams(object_stream(b"<</S/#4aavaScript>>" + PAGE)),
        "a flood of escaped names": pdf(b"/#41" * 20_000),
    }


def with_macros() -> dict[str, bytes]:
    return {
        "a docm called docx": zipped(
            {"[Content_Types].xml": content_types("/word/document.xml", MACRO_TYPE), "word/document.xml": b"<x/>"}
        ),
        "a docx with a macro project": docx(**{"word/vbaProject.bin": b"macro"}),
        "a macro project of another case": docx(**{"word/VBAPROJECT.BIN": b"macro"}),
        "an old macro sheet": docx(**{"xl/macrosheets/sheet1.xml": b"<x/>"}),
        "a macro document inside": docx(**{"word/embeddings/Book1.xlsm": b"PK"}),
    }


def bombs() -> dict[str, bytes]:
    nested = docx(**{"word/media/zeros.bin": NULLS})
    return {
        "a steep member": nested,
        "many big members": with_declared_sizes(
            zipped({f"{n}.bin": os.urandom(70_000) for n in range(14)}), 15_000_000
        ),
        "many members": docx(**{f"word/{n}.xml": b"" for n in range(6000)}),
        "entities": docx(**{"word/settings.xml": ENTITY_BOMB}),
        "entities in UTF-16": docx(**{"word/settings.xml": ENTITY_BOMB.decode().encode("utf-16")}),
        "an object stream": pdf_of_streams(object_stream(PAGE + b"\0" * 35_000_000)),
    }


REFUSED = [
    (RefusalCode.WRONG_TYPE, refused_types()),
    (RefusalCode.BROKEN, broken_files()),
    (RefusalCode.ACTIVE_CONTENT, active_pdfs()),
    (RefusalCode.MACROS, with_macros()),
    (RefusalCode.BOMB, bombs()),
    (
        RefusalCode.ENCRYPTED,
        {
            "a document with a password": ole("EncryptedPackage"),
            "a docx with encrypted members": with_encrypted_members(docx()),
        },
    ),
    (
        RefusalCode.TOO_MANY_PIXELS,
        {
            "png": png(50_000, 50_000),
            "png with nothing behind its header": png(2**31 - 1, 2**31 - 1)[:33],
            "jpeg": jpeg(65_500, 65_500),
            "gif": gif(65_535, 65_535),
            "gif with a big picture on a small screen": gif().replace(
                b",\0\0\0\0\x04\0\x03\0", b",\0\0\0\0\xff\xff\xff\xff"
            ),
            "lossless webp": files.webp_lossless(16_384, 16_384),
            "animated webp": files.webp_canvas(2**24, 2**24),
            "heic": heic(60_000, 60_000),
        },
    ),
    (
        RefusalCode.EMPTY,
        {"no bytes": b"", "blanks": b" \r\n\t ", "only a mark": b"\xef\xbb\xbf", "a wide mark": b"\xff\xfe"},
    ),
]


HOSTILE = {
    "slashes": b"%PDF-1.7\n" + b"/" * 4_000_000 + END,
    "digits": b"%PDF-1.7\n" + b"1" * 4_000_000 + b"endobj" + END,
    "numbers": b"%PDF-1.7\n" + b"1 1 " * 1_000_000 + b"endobj" + END,
    "objects that don't end": b"%PDF-1.7\n" + b"1 0 obj\n" * 500_000 + END,
    "names cut short": b"%PDF-1.7\n" + b"/EF " * 1_000_000 + END,
    "streams": b"%PDF-1.7\n" + b"stream\n" * 500_000 + END,
    "object streams that don't end": b"%PDF-1.7\n" + b"/ObjStm/Filter/FlateDecode>>stream\n" * 90_000 + END,
    "blocks of one byte": gif()[:19] + b"!\xfe" + b"\x01a" * 1_500_000,
    "boxes of nothing": brands(b"isom") + box(b"free") * 500_000,
    "chunks of nothing": png(parts=(chunk(b"tEXt", b""),) * 300_000),
    "pages of nothing": ogg_page(b"OpusHead", 2) + b"OggS\0\0" + b"\0" * 21,
    "central directory": b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000,
    "blank lines": b"\n" * 4_000_000 + b"<",
    "deflated zeros": b"%PDF-1.7\n" + object_stream(b"\0" * 30_000_000) + b"xref" + END,
}

"""Small files of every type, made in code: whole ones, and the pieces that hostile ones are made of."""

import io
import re
import struct
import zipfile
import zlib

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

END = b"\nstartxref\n9\n%%EOF\n"
ZIP_DEFLATED = zipfile.ZIP_DEFLATED


def jpeg(width: int = 4, height: int = 3, *, exif: bytes = b"", end: bytes = b"\xff\xd9") -> bytes:
    app1 = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif if exif else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB3s", 11, 8, height, width, 1, b"\x01\x11\x00")
    scan = b"\xff\xda" + struct.pack(">HB2s3s", 8, 1, b"\x01\x00", b"\x00\x3f\x00") + b"\x12\xff\x00\x34" * 8
    return b"\xff\xd8" + app1 + frame + scan + end


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 4, height: int = 3, *, parts: tuple[bytes, ...] | None = None) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    if parts is None:
        parts = (chunk(b"IDAT", zlib.compress(b"\0" * 15)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(parts)


def gif(width: int = 4, height: int = 3, *, images: int = 1, end: bytes = b";") -> bytes:
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    image = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + screen + b"!\xf9\x04\0\0\0\0\0" + image * images + end


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(kind + struct.pack("<I", len(c)) + c + b"\0" * (len(c) % 2) for kind, c in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def webp(width: int = 4, height: int = 3) -> bytes:
    return riff((b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height) + b"data"))


def webp_lossless(width: int = 4, height: int = 3) -> bytes:
    return riff((b"VP8L", b"\x2f" + struct.pack("<I", width - 1 | (height - 1) << 14) + b"dat"))


def webp_canvas(width: int = 4, height: int = 3) -> bytes:
    sides = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    return riff((b"VP8X", b"\x02\0\0\0" + sides), (b"ANIM", b"\0" * 6), (b"ANMF", b"frame"))


def box(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def brands(major: bytes, *others: bytes) -> bytes:
    return box(b"ftyp", major + b"\0\0\0\0" + b"".join(others))


def heic(width: int = 4, height: int = 3) -> bytes:
    size = box(b"ispe", struct.pack(">III", 0, width, height))
    meta = box(b"meta", b"\0\0\0\0" + box(b"iprp", box(b"ipco", size)))
    return brands(b"heic", b"mif1", b"heic") + meta + box(b"mdat", b"picture")


def mp4(major: bytes = b"isom") -> bytes:
    return brands(major, b"mp42") + box(b"moov", box(b"mvhd", b"\0" * 100)) + box(b"mdat", b"film" * 20)


def ogg_page(body: bytes, flags: int = 0) -> bytes:
    lengths = [255] * (len(body) // 255) + [len(body) % 255]
    return b"OggS\0" + bytes([flags]) + b"\0" * 20 + bytes([len(lengths), *lengths]) + body


def ogg(codec: bytes = b"OpusHead") -> bytes:
    return ogg_page(codec + b"\x01\x01", 2) + ogg_page(b"OpusTags") + ogg_page(b"voice" * 100, 4)


def pdf(*objects: bytes, page: bytes = b"<</Type /Page>>", head: bytes = b"%PDF-1.7\n", end: bytes = END) -> bytes:
    bodies = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, *objects)
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(bodies, 1))
    return head + b"".join(numbered) + b"xref\n0 1\ntrailer\n<</Root 1 0 R>>" + end


def bare_pdf(*objects: bytes, after: bytes = b"trailer\n<</Root 1 0 R>>", end: bytes = b"\n%%EOF\n") -> bytes:
    """As test tools write it: without a table of references and without `startxref`."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + after + end


def object_stream(content: bytes, *, kind: bytes = b"/Type/ObjStm", filters: bytes = b"/FlateDecode") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<<%s/N 1/First 4/Filter%s/Length %d>>stream\n%s\nendstream" % (kind, filters, len(packed), packed)


def pdf_of_streams(*streams: bytes, trailer: bytes = b"") -> bytes:
    """As modern programs write it: pages in object streams, references in a stream too."""
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(streams, 10))
    references = b"9 0 obj\n<</Type/XRef%s/Length 1>>stream\nx\nendstream\nendobj" % trailer
    return b"%PDF-1.7\n" + objects + references + END


def zipped(members: dict[str, bytes], *, method: int = ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return packed.getvalue()


WORD = "wordprocessingml.document"
SHEET = "spreadsheetml.sheet"
OFFICE = "application/vnd.openxmlformats-officedocument."


def content_types(part: str, content_type: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="{part}" ContentType="{content_type}"/></Types>'
    ).encode()


def docx_members(**more: bytes) -> dict[str, bytes]:
    return {
        "[Content_Types].xml": content_types("/word/document.xml", f"{OFFICE}{WORD}.main+xml"),
        "_rels/.rels": b"<Relationships/>",
        "word/document.xml": b"<w:document>" + b"text " * 50 + b"</w:document>",
        **more,
    }


def docx(**more: bytes) -> bytes:
    return zipped(docx_members(**more))


def xlsx() -> bytes:
    return zipped(
        {
            "[Content_Types].xml": content_types("/xl/workbook.xml", f"{OFFICE}{SHEET}.main+xml"),
            "_rels/.rels": b"<Relationships/>",
            "xl/workbook.xml": b"<workbook/>",
        }
    )


def ole(stream: str) -> bytes:
    return bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 512 + stream.encode("utf-16-le") + b"\0" * 512


def central_entries(archive: bytes) -> list[int]:
    return [found.start() for found in re.finditer(b"PK\x01\x02", archive)]


def with_encrypted_members(archive: bytes) -> bytes:
    data = bytearray(archive)
    for at in central_entries(archive):
        data[at + 8] |= 1
    return bytes(data)


def with_declared_sizes(archive: bytes, size: int) -> bytes:
    """Every member claims to be `size` bytes long."""
    data = bytearray(archive)
    for at in central_entries(archive):
        data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def printed_pdf(*, picture: bool) -> bytes:
    """As a program prints it: words, or a page that is a picture, as a scanner makes it."""
    printed = io.BytesIO()
    canvas = Canvas(printed)
    if picture:
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 40), "navy")), 72, 600)
    else:
        canvas.drawString(72, 720, "AI-4471122")
    canvas.save()
    return printed.getvalue()

#!/usr/bin/env python3
"""Makes small files with a planted author, device and place: planted_media.py DIRECTORY

DIRECTORY/clean has what can be cleaned, DIRECTORY/refused what cannot. With ffmpeg, exiftool and the standard
library.
"""
import subprocess
import sys
import zipfile
from pathlib import Path

AUTHOR, DEVICE, NOTE = "Quorlim Vashtek", "Zephyrcam 9000", "tamberly note"
PLACE = "+43.1155+131.8855/"


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ffmpeg(*words):
    run("ffmpeg", "-y", *words)


def exiftool(path, *tags):
    run("exiftool", "-overwrite_original", *tags, path)


TAGS = ["-metadata", f"artist={AUTHOR}", "-metadata", f"comment={NOTE}", "-metadata", f"title={DEVICE}"]
PICTURE = ["-f", "lavfi", "-i", "testsrc=size=96x64:rate=10"]
SOUND = ["-f", "lavfi", "-i", "sine"]
EXIF = [f"-Artist={AUTHOR}", f"-Model={DEVICE}", "-GPSLatitude=43.1155", "-GPSLatitudeRef=N",
        "-GPSLongitude=131.8855", "-GPSLongitudeRef=E"]
XMP = [f"-XMP:Creator={AUTHOR}", f"-XMP:Description={NOTE}", "-XMP:GPSLatitude=43.1155",
       "-XMP:GPSLongitude=131.8855"]


def pictures(clean):
    for end in "jpg", "png", "tiff", "gif":
        path = clean / f"picture.{end}"
        ffmpeg(*PICTURE, "-frames:v", "1", path)
        exiftool(path, *(XMP + ([f"-Comment={NOTE}"] if end == "gif" else EXIF)))
    thumbnail = clean / "thumbnail.jpg"
    thumbnail.write_bytes((clean / "picture.jpg").read_bytes())
    exiftool(thumbnail, f"-ThumbnailImage<={clean / 'picture.jpg'}", f"-IPTC:By-line={AUTHOR}",
             f"-UserComment={NOTE}")
    # Bytes behind the end of the picture, as some phones leave them.
    trailing = clean / "trailing.jpg"
    trailing.write_bytes((clean / "picture.jpg").read_bytes() + f"{DEVICE} {PLACE}".encode())


def recordings(clean, refused):
    for end in "mp3", "ogg", "flac", "wav":
        ffmpeg(*SOUND, "-t", "1", *TAGS, clean / f"recording.{end}")
    opus = clean / "opus.ogg"
    ffmpeg(*SOUND, "-t", "1", "-c:a", "libopus", *TAGS, opus)
    for end in "m4a", "mka":
        ffmpeg(*SOUND, "-t", "1", *TAGS, refused / f"recording.{end}")


def films(clean, refused):
    both = [*PICTURE, *SOUND, "-t", "1"]
    place = ["-metadata", f"location={PLACE}"]
    streams = ["-metadata:s:v", f"handler_name={AUTHOR}", "-metadata:s:a", f"title={DEVICE}"]
    ffmpeg(*both, *TAGS, *place, clean / "film.mp4")
    ffmpeg(*both, "-c:v", "libx265", *TAGS, *streams, "-movflags", "use_metadata_tags", "-metadata",
           f"com.apple.quicktime.location.ISO6709={PLACE}", clean / "phone.mp4")
    ffmpeg(*both, *TAGS, clean / "film.avi")
    for end in "mkv", "webm", "mov":
        ffmpeg(*both, *TAGS, refused / f"film.{end}")
    # A drone writes where it is as subtitles.
    words = refused / "words.srt"
    words.write_text(f"1\n00:00:00,000 --> 00:00:01,000\nGPS {PLACE}\n")
    ffmpeg("-i", clean / "film.mp4", "-i", words, "-c", "copy", "-c:s", "mov_text", refused / "subtitles.mp4")
    words.unlink()


CORE = f"""<?xml version="1.0"?><cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{AUTHOR}</dc:creator><dc:description>{NOTE}</dc:description>
 </cp:coreProperties>"""
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
DOCUMENT = f"""<?xml version="1.0"?><w:document
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p w:rsidR="00A77B3E"><w:r>
 <w:t>They waited.</w:t></w:r><w:ins w:id="1" w:author="{AUTHOR}" w:date="2024-01-02T03:04:05Z"><w:r><w:t>Long.</w:t>
 </w:r></w:ins></w:p></w:body></w:document>"""
ODF_META = f"""<?xml version="1.0"?><office:document-meta
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator><dc:description>{NOTE}</dc:description>
 </office:meta></office:document-meta>"""
ODF_CONTENT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>They waited.</text:p>
 </office:text></office:body></office:document-content>"""
ODF_TYPE = "application/vnd.oasis.opendocument.text"
ODF_MANIFEST = f"""<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry
 manifest:full-path="/" manifest:media-type="{ODF_TYPE}"/><manifest:file-entry manifest:full-path="content.xml"
 manifest:media-type="text/xml"/></manifest:manifest>"""


def office(clean, refused):
    picture = (clean / "picture.jpg").read_bytes()
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": DOCUMENT,
             "docProps/core.xml": CORE, "word/media/image1.jpg": picture}
    pack(clean / "document.docx", parts)
    pack(refused / "unknown-part.docx", parts | {"word/embeddings/part.bin": f"{AUTHOR} {DEVICE}"})
    pack(clean / "document.odt", {
        "mimetype": ODF_TYPE, "content.xml": ODF_CONTENT, "meta.xml": ODF_META,
        "META-INF/manifest.xml": ODF_MANIFEST, "Pictures/1.jpg": picture})


def pack(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def portable_document(path):
    """One page, with an author in the information dictionary."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
               f"<< /Author ({AUTHOR}) /Title ({NOTE}) /Creator ({DEVICE}) >>"]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    text += (f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\n"
             f"startxref\n{len(text)}\n%%EOF\n")
    path.write_bytes(text.encode())


def main():
    root = Path(sys.argv[1])
    clean, refused = root / "clean", root / "refused"
    clean.mkdir(parents=True)
    refused.mkdir()
    pictures(clean)
    recordings(clean, refused)
    films(clean, refused)
    office(clean, refused)
    portable_document(clean / "paper.pdf")
    (refused / "notes.txt").write_text(f"{AUTHOR} {DEVICE}")
    whole = (clean / "picture.jpg").read_bytes()
    (refused / "cut.jpg").write_bytes(whole[:200])
    (refused / "cut.mp4").write_bytes((clean / "film.mp4").read_bytes()[:400])
    pack(refused / "archive.zip", {"picture.jpg": whole})


main()

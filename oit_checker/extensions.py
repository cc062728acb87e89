"""The endings of file names that tell a document, or a picture, a film and what a page is made with."""

from __future__ import annotations

_DOCUMENTS = (
    "pdf doc docx docm dot dotx xls xlsx xlsm xlsb csv tsv ppt pptx pps ppsx odt ods odp rtf txt zip rar 7z gz tar "
    "json xml epub"
)
_MEDIA = (
    "jpg jpeg jfif png gif bmp webp svg ico tif tiff avif heic psd ai mp3 mp4 m4a m4v avi mov wmv wav wma ogg webm flv "
    "mpg mpeg mkv swf css js mjs map woff woff2 ttf otf eot exe msi apk dmg iso"
)
DOCUMENT_EXTENSIONS = frozenset(_DOCUMENTS.split())
MEDIA_EXTENSIONS = frozenset(_MEDIA.split())

//! What is called a picture and is none.

use crate::{HostileFile, REFUSED};

pub(super) fn hostile() -> Vec<HostileFile> {
    let lies: [(&str, &[u8]); 12] = [
        ("nothing.png", b""),
        ("one_byte.jpg", b"\xff"),
        ("drawing_called_png.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        ("drawing_with_a_mark.png", b"\xef\xbb\xbf<?xml version=\"1.0\"?><!-- --><svg onload=\"alert(1)\"/>"),
        ("web_page_called_jpg.jpg", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("program_called_jpg.jpg", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"),
        ("program_called_gif.gif", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"),
        ("archive_called_png.png", b"PK\x03\x04\x14\0\0\0\0\0"),
        ("script_called_png.png", b"#!/bin/sh\n"),
        ("rich_text_called_jpg.jpg", b"{\\rtf1\\ansi{\\object\\objautlink}}"),
        ("icon_called_png.png", b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0"),
        ("signature_one_bit_off.png", b"\x89PNG\r\n\x1a\x0b\0\0\0\rIHDR"),
    ];
    lies.into_iter().map(|(name, bytes)| HostileFile::new(name, REFUSED, move || bytes.to_vec())).collect()
}

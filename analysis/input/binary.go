package input

import (
	"bytes"
	"strings"
)

// A signature is how files of a format begin.
type signature struct {
	magic  string
	at     int
	binary bool // the magic alone could begin a text: control characters must follow it
	what   string
}

// signatures are those of libmagic for the formats in which policy texts and
// their attachments are met. KDH and CAJ are CNKI's, OFD is the Chinese national
// standard GB/T 33190.
var signatures = []signature{
	{magic: "%PDF-", what: "a PDF document"},
	{magic: "%!PS", what: "a PostScript document"},
	{magic: "PK\x03\x04", what: "a ZIP archive"},
	{magic: "PK\x05\x06", what: "an empty ZIP archive"},
	{magic: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", what: "an old Word, Excel, PowerPoint or WPS document"},
	{magic: "{\\rtf", what: "an RTF document"},
	{magic: "\x1f\x8b", what: "a gzip file"},
	{magic: "BZh", binary: true, what: "a bzip2 file"},
	{magic: "\xfd7zXZ\x00", what: "an xz file"},
	{magic: "\x28\xb5\x2f\xfd", what: "a Zstandard file"},
	{magic: "7z\xbc\xaf\x27\x1c", what: "a 7-Zip archive"},
	{magic: "Rar!\x1a\x07", what: "a RAR archive"},
	{magic: "ustar", at: 257, what: "a tar archive"},
	{magic: "\x89PNG\r\n\x1a\n", what: "a PNG image"},
	{magic: "\xff\xd8\xff", what: "a JPEG image"},
	{magic: "GIF87a", what: "a GIF image"},
	{magic: "GIF89a", what: "a GIF image"},
	{magic: "II*\x00", what: "a TIFF image"},
	{magic: "MM\x00*", what: "a TIFF image"},
	{magic: "WEBP", at: 8, what: "a WebP image"},
	{magic: "BM", binary: true, what: "a BMP image"},
	{magic: "AT&TFORM", what: "a DjVu document"},
	{magic: "CAJ", binary: true, what: "a CAJ document"},
	{magic: "KDH ", what: "a KDH document"},
	{magic: "ITSF", binary: true, what: "a CHM help file"},
	{magic: "\x7fELF", what: "an ELF program"},
	{magic: "MZ", binary: true, what: "a Windows program"},
	{magic: "\xcf\xfa\xed\xfe", what: "a macOS program"},
	{magic: "\xca\xfe\xba\xbe", what: "a Java class or a macOS program"},
	{magic: "SQLite format 3\x00", what: "an SQLite database"},
	{magic: "ftyp", at: 4, binary: true, what: "a video"},
	{magic: "ID3", binary: true, what: "an MP3 file"},
	{magic: "OggS", binary: true, what: "an Ogg file"},
	{magic: "RIFF", binary: true, what: "a WAV or AVI file"},
}

// zipped tells documents that are ZIP archives by the names of their first
// entries.
var zipped = []struct{ entry, what string }{
	{"word/", "a Word document (DOCX)"},
	{"xl/", "an Excel workbook (XLSX)"},
	{"ppt/", "a PowerPoint presentation (PPTX)"},
	{"OFD.xml", "an OFD document"},
	{"mimetypeapplication/epub+zip", "an EPUB book"},
	{"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"},
	{"[Content_Types].xml", "an Office document (DOCX, XLSX or PPTX)"},
}

// binaryHead is how many bytes are looked at: the entries of a ZIP archive that
// tell what it is come first.
const binaryHead = 4 << 10

// binaryFormat returns what a file that is not text looks like, "" where it may
// be text.
func binaryFormat(data []byte) string {
	head := data[:min(len(data), binaryHead)]
	for _, s := range signatures {
		if len(head) < s.at || !bytes.HasPrefix(head[s.at:], []byte(s.magic)) {
			continue
		}
		if s.binary && !bytes.ContainsFunc(head[:min(len(head), 64)], isBinaryControl) {
			continue
		}
		if strings.HasPrefix(s.magic, "PK\x03") {
			for _, z := range zipped {
				if bytes.Contains(head, []byte(z.entry)) {
					return z.what
				}
			}
		}
		return s.what
	}
	return ""
}

// isBinaryControl reports control characters that texts do not have: all but
// tab, line breaks, form feed, backspace, escape, and the end-of-file mark of
// MS-DOS.
func isBinaryControl(r rune) bool {
	return r < ' ' && (r < '\b' || r > '\r') && r != 0x1b && r != 0x1a
}

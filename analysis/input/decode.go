package input

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// Decode turns the bytes of a plain text into UTF-8 text for analysis.
//
// The encoding is that of a byte order mark, else Options.Encoding, else it is
// told from the bytes: UTF-8, GB18030 (and with it GBK and GB2312), Big5 or
// UTF-16. Bytes that cannot be decoded, among them NUL, are refused or become
// U+FFFD each, as Options.Invalid says.
//
// Where Options.Forms is NormalizeForms, Decode then
//
//   - removes what is invisible and cuts words in two: control characters, soft
//     hyphens, zero-width spaces and joiners, marks of direction, byte order marks
//     and variation selectors;
//   - turns radicals (⽹, ⻓) and compatibility ideographs, which PDF files yield in
//     place of characters, into the characters;
//   - turns U+0085 and vertical tabs into \n.
//
// All else stays: analysis knows full-width forms, every kind of space, \r\n, \r
// and U+2028.
//
// It fails with an [*Error]. The time is linear in the length of data; text that
// is UTF-8 and needs no change is copied once.
func (o Options) Decode(name string, data []byte) (Text, error) {
	if IsHTML(data) {
		return Text{}, &Error{name, -1, ErrHTML, "this is an HTML page, to be read by DecodeHTML"}
	}
	t, found, err := o.decode(name, data, nil)
	if err != nil {
		return Text{}, err
	}
	if err := o.finish(name, &t, found); err != nil {
		return Text{}, err
	}
	return t, nil
}

// finish does to decoded text, given its survey, what is the same for plain texts
// and pages.
func (o Options) finish(name string, t *Text, found survey) error {
	if found.lost {
		t.noteDamage()
	}
	if o.Forms == NormalizeForms {
		if found.forms {
			t.normalize()
			found, _ = look(t.Text)
		}
		t.normalizeFields()
	}
	if strings.TrimSpace(t.Text) == "" {
		return &Error{name, -1, ErrNoText, "there is no text in it"}
	}
	return o.traditional(name, t, found.census)
}

// noteDamage notes what was lost before the input was made. 锟斤拷 is two U+FFFD in
// UTF-8, read as GB18030.
func (t *Text) noteDamage() {
	for _, n := range t.Notes {
		if n.Kind == Replaced {
			return // those were just put there
		}
	}
	count, first := 0, len(t.Text)
	for _, sign := range []string{"\ufffd", "锟斤拷"} {
		if i := strings.Index(t.Text, sign); i >= 0 {
			count += strings.Count(t.Text, sign)
			first = min(first, i)
		}
	}
	if count > 0 {
		t.Notes = append(t.Notes, Note{Damaged, first, count, fmt.Sprintf("Characters were lost before the input was made: it has U+FFFD or 锟斤拷, %d times.", count)})
	}
}

// decode finds the encoding, decodes, and surveys the text. declared is what a page
// says about its encoding, nil for a plain text.
func (o Options) decode(name string, data []byte, declared *declaration) (Text, survey, error) {
	if o.MaxBytes > 0 && len(data) > o.MaxBytes {
		return Text{}, survey{}, &Error{name, -1, ErrTooLarge, fmt.Sprintf("it has %d bytes, and Options.MaxBytes is %d", len(data), o.MaxBytes)}
	}
	if len(data) == 0 {
		return Text{}, survey{}, &Error{name, -1, ErrNoText, "it is empty"}
	}
	if format := binaryFormat(data); format != "" {
		return Text{}, survey{}, &Error{name, -1, ErrBinary, "this looks like " + format + ", not like text; its text must be extracted first"}
	}
	text := string(data)
	found, valid := look(text)
	c, err := o.encoding(name, data, valid, declared)
	if err != nil {
		return Text{}, survey{}, err
	}
	t := Text{Text: text, Encoding: c.name}
	if c.note.Text != "" {
		t.Notes = append(t.Notes, c.note)
	}
	if c.clean && c.skip == 0 && strings.IndexByte(text, 0) < 0 {
		return t, found, nil
	}
	var bad damage
	t.Text = c.decode(data, &bad)
	found, _ = look(t.Text)
	if bad.count == 0 {
		return t, found, nil
	}
	if o.Invalid == RefuseInvalid {
		return Text{}, survey{}, &Error{name, bad.offsets[0], ErrInvalid, bad.sentence(data, c.name)}
	}
	for _, at := range bad.offsets {
		t.Notes = append(t.Notes, Note{Replaced, at, 1, fmt.Sprintf("Byte %d (0x%02X) is not %s and was replaced by U+FFFD.", at, data[at], c.name)})
	}
	if n := bad.count - len(bad.offsets); n > 0 {
		t.Notes = append(t.Notes, Note{Replaced, bad.next, n, fmt.Sprintf("%d more bytes that are not %s were replaced, the first at byte %d.", n, c.name, bad.next)})
	}
	return t, found, nil
}

// A damage collects what cannot be decoded.
type damage struct {
	count   int   // places that became U+FFFD
	offsets []int // of the first maxReplaced, in the input
	next    int   // offset of the first one after these
}

// maxReplaced is how many places that could not be decoded have a Note each. The
// note after them counts the others.
const maxReplaced = 20

func (d *damage) add(at int) {
	d.count++
	switch {
	case len(d.offsets) < maxReplaced:
		d.offsets = append(d.offsets, at)
	case d.count == maxReplaced+1:
		d.next = at
	}
}

// sentence says what is wrong, for an error.
func (d *damage) sentence(data []byte, encoding string) string {
	at := d.offsets[0]
	what := fmt.Sprintf("0x%02X is not %s", data[at], encoding)
	switch {
	case data[at] == 0:
		what = "NUL is no character of a text"
	case d.count == 1 && isCut(data[at:], encoding):
		what += ", the last character seems to be cut off"
	}
	if d.count > 1 {
		what += fmt.Sprintf(" (nor are %d more places)", d.count-1)
	}
	return what + "; Options.Invalid = ReplaceInvalid would put U+FFFD for it"
}

// isCut reports that s is the beginning of a character.
func isCut(s []byte, encoding string) bool {
	switch encoding {
	case "utf-8":
		return s[0] >= 0xc2 && s[0] <= 0xf4 && !utf8.FullRune(s)
	case "gb18030", "big5":
		return len(s) == 1 && s[0] > 0x80 && s[0] < 0xff
	case "utf-16le", "utf-16be":
		return len(s) == 1
	}
	return false
}

// A coding is an encoding, and how it was found.
type coding struct {
	name     string            // by the Encoding Standard
	encoding encoding.Encoding // nil for UTF-8 and UTF-16
	skip     int               // bytes of the byte order mark
	clean    bool              // UTF-8 without fault
	note     Note
}

// codingOf returns the encoding that a label names.
func codingOf(label string) (coding, bool) {
	e, name := charset.Lookup(label)
	switch name {
	case "", "replacement", "iso-2022-jp", "x-user-defined":
		return coding{}, false
	case "utf-8", "utf-16le", "utf-16be":
		return coding{name: name}, true
	case "gbk": // the Encoding Standard decodes it as GB18030
		e, name = charset.Lookup("gb18030")
	}
	return coding{name: name, encoding: e}, true
}

// decode returns the text of data, with U+FFFD for what cannot be decoded.
func (c *coding) decode(data []byte, bad *damage) string {
	body := data[c.skip:]
	switch {
	case c.name == "utf-8":
		return decodeUTF8(body, c.skip, bad)
	case c.encoding == nil:
		return decodeUTF16(body, c.skip, c.name == "utf-16be", bad)
	}
	var p *pairs // to go on from a fault by
	switch c.name {
	case "gb18030":
		p = gbPairs()
	case "big5":
		p = big5Pairs()
	}
	return decodeTable(body, c.skip, c.encoding.NewDecoder(), p, bad)
}

// decodeUTF8 copies UTF-8. base is the offset of data in the input.
func decodeUTF8(data []byte, base int, bad *damage) string {
	var b strings.Builder
	b.Grow(len(data))
	start := 0 // of what is not copied yet
	for i := 0; i < len(data); {
		if c := data[i]; c != 0 && c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 || r == 0 {
			n = max(1, cutCharacter(data[i:]))
			bad.add(base + i)
			b.Write(data[start:i])
			b.WriteRune(utf8.RuneError)
			start = i + n
		}
		i += n
	}
	b.Write(data[start:])
	return b.String()
}

// cutCharacter returns the length of the beginning of a character of which the
// rest is missing: one fault by the Encoding Standard, and by Unicode, chapter 3,
// "U+FFFD Substitution of Maximal Subparts". It is 0 for none.
func cutCharacter(s []byte) int {
	low, high := byte(0x80), byte(0xbf) // of the second byte
	switch s[0] {
	case 0xe0:
		low = 0xa0
	case 0xed:
		high = 0x9f
	case 0xf0:
		low = 0x90
	case 0xf4:
		high = 0x8f
	}
	switch {
	case s[0] < 0xe0 || s[0] > 0xf4 || len(s) < 2 || s[1] < low || s[1] > high:
		return 0
	case s[0] >= 0xf0 && len(s) > 2 && s[2]&0xc0 == 0x80:
		return 3
	}
	return 2
}

// decodeTable decodes what x/text has a table for.
func decodeTable(data []byte, base int, d *encoding.Decoder, p *pairs, bad *damage) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/2)
	buffer := make([]byte, 16<<10)
	for i := 0; i < len(data); {
		nDst, nSrc, err := d.Transform(buffer, data[i:], true)
		out := buffer[:nDst]
		if bytes.IndexByte(out, 0) < 0 && !bytes.Contains(out, replacement) {
			b.Write(out)
		} else {
			nSrc = decodeSlowly(&b, data[i:], nSrc, base+i, d, p, bad)
		}
		i += nSrc
		if err == nil || nSrc == 0 {
			break
		}
	}
	return b.String()
}

var replacement = []byte("\ufffd")

// decodeSlowly decodes the first size bytes of data, or a few more, character by
// character, to find the places that cannot be decoded: x/text tells of them by
// U+FFFD only. It returns how many bytes it decoded.
func decodeSlowly(b *strings.Builder, data []byte, size, base int, d *encoding.Decoder, p *pairs, bad *damage) int {
	var out [2 * utf8.UTFMax]byte
	i := 0
	for i < size {
		if c := data[i]; c != 0 && c < utf8.RuneSelf {
			b.WriteByte(c)
			i++
			continue
		}
		// The shortest piece that the decoder takes is one character, or a byte
		// that is none and what comes after it.
		nDst, nSrc := 0, 0
		for n := 1; nSrc == 0 && i+n <= len(data); n++ {
			nDst, nSrc, _ = d.Transform(out[:], data[i:i+n], i+n == len(data))
		}
		nSrc = max(nSrc, 1)
		if nDst > 0 && out[0] != 0 && (!bytes.HasPrefix(out[:nDst], replacement) || isReplacement(data[i:i+nSrc])) {
			b.Write(out[:nDst])
			i += nSrc
			continue
		}
		if p != nil && p == gbPairs() && i+1 < len(data) {
			if r, ok := gbExtra(data[i], data[i+1]); ok {
				b.WriteRune(r)
				i += 2
				continue
			}
		}
		bad.add(base + i)
		b.WriteRune(utf8.RuneError)
		switch {
		case p != nil:
			nSrc = p.fault(data[i:])
		case nDst > len(replacement) || nSrc == 2 && data[i+1] < utf8.RuneSelf:
			nSrc = 1 // the next byte is a character of its own
		}
		i += nSrc
	}
	return i
}

// isReplacement reports the character U+FFFD of GB18030.
func isReplacement(s []byte) bool { return string(s) == "\x84\x31\xa4\x37" }

package input

import (
	"bytes"
	"fmt"
	"math"
	"unicode/utf8"
)

// A declaration is what a page says about its encoding.
type declaration struct {
	label  string
	offset int // of the label
}

// noteUnless returns a Note where the page declares another encoding than name.
func (d *declaration) noteUnless(name string) Note {
	if c, ok := codingOf(d.label); ok && c.name == name {
		return Note{}
	}
	return Note{Declared, d.offset, 1, fmt.Sprintf("The page says that it is in %q, but it is in %s.", d.label, name)}
}

var marks = []struct{ mark, name string }{
	{"\xef\xbb\xbf", "utf-8"},
	{"\xff\xfe", "utf-16le"},
	{"\xfe\xff", "utf-16be"},
}

// encoding decides what data is in, given whether it is UTF-8.
func (o Options) encoding(name string, data []byte, valid bool, declared *declaration) (coding, error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")) || bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")) {
		return coding{}, &Error{name, 0, ErrEncoding, "this looks like UTF-32, which the Encoding Standard does not have; convert it first, for instance with iconv"}
	}
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			c := coding{name: m.name, skip: len(m.mark)}
			if c.name == "utf-8" {
				c.clean = valid
			} else {
				c.note = Note{Detected, 0, 1, fmt.Sprintf("A byte order mark says that this is %s.", m.name)}
			}
			if want, _ := codingOf(o.Encoding); o.Encoding != "" && want.name != c.name {
				c.note = Note{Declared, 0, 1, fmt.Sprintf("Options.Encoding is %q, but a byte order mark says that this is %s.", o.Encoding, c.name)}
			} else if declared != nil && c.name == "utf-8" {
				c.note = declared.noteUnless(c.name)
			}
			return c, nil
		}
	}
	if o.Encoding != "" {
		c, ok := codingOf(o.Encoding)
		if !ok {
			return coding{}, &Error{name, -1, ErrEncoding, fmt.Sprintf("Options.Encoding %q is no label of the Encoding Standard that can be read, such as gb18030, big5 or utf-16le", o.Encoding)}
		}
		if c.name == "utf-8" {
			c.clean = valid
		}
		if d, err := detect(name, data, valid, nil); !c.clean && isReading(c.name) && err == nil && d.name != c.name && firstHigh(data) >= 0 {
			c.note = Note{Declared, -1, 1, fmt.Sprintf("Options.Encoding says that this is %s, but the bytes look like %s.", c.name, d.name)}
		}
		return c, nil
	}
	return detect(name, data, valid, declared)
}

// sampleBytes is how much of the input the readings are compared on. UTF-8 is
// tested on the whole.
const sampleBytes = 4 << 10

// detect tells the encoding from the bytes. Text that is UTF-8 is taken for
// UTF-8. All else is read in each encoding, and the reading that carries least
// information wins: by Shannon (1948) the likeliest one, if each character is
// drawn by itself from the characters of Chinese text.
func detect(name string, data []byte, valid bool, declared *declaration) (coding, error) {
	if valid && !maybeOther(data) {
		c := coding{name: "utf-8", clean: true}
		if declared != nil && firstHigh(data) >= 0 {
			c.note = declared.noteUnless(c.name)
		}
		return c, nil
	}
	sample := data[:min(len(data), sampleBytes)]
	if at := firstHigh(data) &^ 1; at > len(sample)/2 { // ASCII for long, as a page's head is
		sample = data[at : at+min(len(data)-at, sampleBytes)]
	}
	best, least := coding{}, math.Inf(1)
	var want coding // what is declared
	if declared != nil {
		want, _ = codingOf(declared.label)
	}
	for _, r := range readings {
		bits := r.prior + r.bits(sample)
		if r.name == want.name {
			bits -= declaredBits
		}
		if valid && r.name != "utf-8" {
			bits += validBits
		}
		if bits < least {
			best, least = coding{name: r.name, clean: valid && r.name == "utf-8"}, bits
		}
	}
	if best.name != "utf-8" && isStrange(best.name, sample, least) {
		switch {
		case want.name != "":
			best = want
		case valid:
			best = coding{name: "utf-8", clean: true}
		default:
			return coding{}, &Error{name, firstInvalid(data), ErrEncoding, "the text from here on is neither UTF-8 nor, by its characters, Chinese in GB18030, Big5 or UTF-16; Options.Encoding can name what it is in"}
		}
	}
	if best.name != "utf-8" && best.encoding == nil {
		best, _ = codingOf(best.name)
	}
	switch {
	case declared != nil:
		best.note = declared.noteUnless(best.name)
	case best.name != "utf-8":
		best.note = Note{Detected, max(firstHigh(data), 0), 1, fmt.Sprintf("The bytes were found to be %s.", best.name)}
	}
	return best, nil
}

// maybeOther reports whether bytes that are UTF-8 may be meant otherwise: NULs,
// as in UTF-16, or letters of two bytes only, which in GB18030 are two
// characters where UTF-8 has rare letters.
func maybeOther(data []byte) bool {
	if bytes.IndexByte(data, 0) >= 0 {
		return true
	}
	two := false
	for _, c := range data {
		if c >= 0xe0 {
			return false
		}
		two = two || c >= 0xc2
	}
	return two
}

// firstHigh returns the offset of the first byte that is not ASCII, or -1.
func firstHigh(data []byte) int {
	for i, c := range data {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return -1
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

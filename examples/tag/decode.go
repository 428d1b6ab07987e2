package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/input"
)

// decodeOptions are what the flags say of bytes that become text.
type decodeOptions struct {
	encoding    string
	invalid     string
	traditional string
	forms       string
}

var (
	invalids     = map[string]input.Invalid{"refuse": input.RefuseInvalid, "replace": input.ReplaceInvalid}
	traditionals = map[string]input.Traditional{"refuse": input.RefuseTraditional, "convert": input.ConvertTraditional, "keep": input.KeepTraditional}
	forms        = map[string]input.Forms{autoForms: input.NormalizeForms, "normalize": input.NormalizeForms, "keep": input.KeepForms}
)

// autoForms keeps the forms of characters of a text in UTF-8, so that offsets are
// those into the user's text, and normalizes those of others.
const autoForms = "auto"

// flags adds the flags to f.
func (o *decodeOptions) flags(f *flag.FlagSet) {
	f.StringVar(&o.encoding, "encoding", "", "read texts and pages in `ENCODING`: utf-8, gbk, gb18030, big5, utf-16le or another\nlabel of the Encoding Standard [detected] ("+f.Name()+" -encoding gbk a.txt)")
	f.StringVar(&o.invalid, "invalid", "refuse", "refuse a text with bytes that cannot be decoded, or replace them by U+FFFD, with\nnotes: `WHAT` is refuse or replace ("+f.Name()+" -invalid replace a.txt)")
	f.StringVar(&o.traditional, "traditional", "refuse", "refuse a text in traditional characters, convert it to simplified ones, or keep it\nand cut it badly: `WHAT` is refuse, convert or keep ("+f.Name()+" -traditional convert a.txt)")
	f.StringVar(&o.forms, "forms", autoForms, "normalize a text that has invisible characters or characters from PDF files,\nwhich cut words in two, or keep it, and with it the offsets: `WHAT` is normalize,\nkeep, or auto, which keeps UTF-8, with a note ("+f.Name()+" -forms normalize a.txt)")
}

// check returns what is wrong with the flags, "" for nothing.
func (o *decodeOptions) check() string {
	_, invalid := invalids[o.invalid]
	_, traditional := traditionals[o.traditional]
	_, form := forms[o.forms]
	_, err := input.Options{Encoding: o.encoding}.Decode("", []byte("a"))
	switch {
	case errors.Is(err, input.ErrEncoding):
		return fmt.Sprintf("-encoding %s: the encoding is not known", o.encoding)
	case !invalid:
		return fmt.Sprintf("-invalid %s: what to do is refuse or replace", o.invalid)
	case !traditional:
		return fmt.Sprintf("-traditional %s: what to do is refuse, convert or keep", o.traditional)
	case !form:
		return fmt.Sprintf("-forms %s: what to do is normalize, keep or auto", o.forms)
	}
	return ""
}

// An article is decoded text and what is known of it.
type article struct {
	analysis.Source
	encoding string   // "" for UTF-8
	notes    []string // what was done to the input
}

// decode turns what was found into text. The article's ID is set in any case.
func (o inputOptions) decode(e entry) (article, error) {
	a := article{Source: analysis.Source{ID: e.id}}
	settings := input.Options{
		Encoding:    o.decoding.encoding,
		Invalid:     invalids[o.decoding.invalid],
		Traditional: traditionals[o.decoding.traditional],
		Forms:       forms[o.decoding.forms],
		MaxBytes:    int(o.maxBytes),
	}
	data, what := e.data, ""
	if e.format == formatJSONL {
		l, err := parseLine(e.data)
		if l.id != "" {
			a.ID = l.id
		}
		if err != nil {
			return a, fmt.Errorf("%s: %w", e.name, err)
		}
		a.Title = l.title
		data, what, settings.Encoding = []byte(l.text), " of the text", "utf-8"
	}
	read := settings.Decode
	if e.format == formatHTML || o.format != formatText && input.IsHTML(data) {
		read = settings.DecodeHTML
	}
	t, err := read(e.name, data)
	if err != nil {
		return a, refusal(e, what, err)
	}
	if o.decoding.forms == autoForms && t.Encoding == "utf-8" && hasKind(t.Notes, input.Normalized) && !hasKind(t.Notes, input.Extracted) {
		t = keepForms(settings, e.name, data, t)
	}
	a.Text, a.Date, a.Source.Source, a.Author = t.Text, t.Date, t.Source, t.Author
	if a.Title == "" {
		a.Title = t.Title
	}
	if t.Encoding != "utf-8" {
		a.encoding = t.Encoding
	}
	for _, n := range t.Notes {
		a.notes = append(a.notes, n.Text)
	}
	return a, nil
}

func hasKind(notes []input.Note, k input.Kind) bool {
	for _, n := range notes {
		if n.Kind == k {
			return true
		}
	}
	return false
}

// keepForms returns a text as it was before it was normalized, with a note that
// says what it has.
func keepForms(settings input.Options, name string, data []byte, t input.Text) input.Text {
	settings.Forms = input.KeepForms
	kept, err := settings.Decode(name, data)
	if err != nil {
		return t
	}
	kept.Notes = append(kept.Notes, input.Note{Kind: input.Kept, Text: "The text has invisible characters, or characters of PDF files, which cut words in two; -forms normalize mends them, and shifts the offsets."})
	return kept
}

// refusal says why an input is refused, and which flag would change that.
func refusal(e entry, what string, err error) error {
	var refused *input.Error
	if !errors.As(err, &refused) {
		return fmt.Errorf("%s: %w", e.name, err)
	}
	if refused.Err == input.ErrNoText && e.format != formatHTML {
		return errEmpty
	}
	detail, _, _ := strings.Cut(refused.Detail, "; Options.")
	switch refused.Err {
	case input.ErrInvalid:
		detail += "; -invalid replace puts U+FFFD for it"
	case input.ErrTraditional:
		detail += "; -traditional convert makes them simplified ones"
	case input.ErrHTML:
		detail = "this is an HTML page; -input html reads it"
	}
	if refused.Offset >= 0 {
		return fmt.Errorf("%s: byte %d%s: %s", e.name, refused.Offset, what, detail)
	}
	return fmt.Errorf("%s: %s", e.name, detail)
}

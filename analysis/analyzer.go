package analysis

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tifa-go/tifa/internal/valid"
)

// A Source is one text to analyze.
type Source struct {
	ID    string // names the document in errors and results
	Title string // UTF-8; "" means: find it in the text
	Text  string // UTF-8

	// Metadata that the caller knows, for instance from HTML; "" means: find it
	// in the text. See the fields of Document.
	Date, Source, Author string
}

// An Analyzer builds Documents. Segmenter must be set; every other zero field
// means the default in brackets. An Analyzer may be used by any number of
// goroutines, and must not be changed once it is in use.
type Analyzer struct {
	Segmenter Segmenter
	Terms     TermFunc // which tokens are content terms [ContentTerm]
	Workers   int      // documents that Stream analyzes at once [GOMAXPROCS]
}

// Analyze segments the text once and returns the finished Document. It fails
// with an [*Error] if the text is not UTF-8, and if the Segmenter fails or
// breaks its contract; with ctx's error if ctx ends, which it looks at once a
// line. An empty text gives an empty Document. Time and memory grow linearly
// with the text.
func (a *Analyzer) Analyze(ctx context.Context, src Source) (*Document, error) {
	if a.Segmenter == nil {
		return nil, &Error{ID: src.ID, Err: ErrNoSegmenter}
	}
	if i := valid.UTF8(src.Text); i >= 0 {
		return nil, &Error{ID: src.ID, Offset: i, Err: ErrNotUTF8}
	}
	b := newBuilder(a, src)
	defer b.release()
	for i := range b.lines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := b.line(i); err != nil {
			return nil, err
		}
	}
	return b.finish(), nil
}

// lines appends the byte range of each line of text with its line break to
// dst: \n, \r\n, \r, form feed, or one of Unicode's separators U+2028 and U+2029.
func lines(dst []Span, text string) []Span {
	odd := hasOddBreak(text)
	for start := 0; start < len(text); {
		end := len(text) // of what the next line feed ends
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		if odd && hasOddBreak(strings.TrimSuffix(text[start:end], "\r\n")) {
			dst = oddLines(dst, text[:end], start)
		} else {
			dst = append(dst, Span{start, end})
		}
		start = end
	}
	return dst
}

// hasOddBreak reports a line break other than \n.
func hasOddBreak(text string) bool {
	return strings.IndexByte(text, '\r') >= 0 || strings.IndexByte(text, '\f') >= 0 ||
		strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029")
}

// oddLines does so from byte start on, where other breaks than \n are.
func oddLines(dst []Span, text string, start int) []Span {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c > '\r' && c != 0xe2:
			continue
		case c == '\n' || c == '\f' || c == '\r' && !strings.HasPrefix(text[i+1:], "\n"):
		case strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029"):
			i += 2
		default:
			continue
		}
		dst = append(dst, Span{start, i + 1})
		start = i + 1
	}
	if start < len(text) {
		dst = append(dst, Span{start, len(text)})
	}
	return dst
}

// A builder holds a Document in the making.
type builder struct {
	doc       *Document
	segmenter Segmenter
	found     []guess     // of each line, that it is furniture
	leads     []Furniture // Start and Repeats of those among it
	glued     []Furniture // parts of lines
	roles     []Role
	outline   outline
	tree      tree
	tokenizer tokenizer

	titleEnd int // of a title that running text is fused to, 0 for none

	reused *arrays // of a Document that was released, or empty ones
	*buffers
}

// buffers are what is used again for the next document.
type buffers struct {
	lines []Span
	words []Word // of a block
	terms termTable

	// Of a line.
	marks    []lineMark
	pairs    []pair
	ends     []int
	headings []heading

	firstToken    []int // of each sentence
	firstSentence []int // of each paragraph
}

var builderBuffers = sync.Pool{New: func() any { return new(buffers) }}

// keptBytes is the length of the longest text whose buffers are used again.
const keptBytes = 1 << 20

// keptWords is how many words that are: more than most blocks have, as they are
// cleared for every document.
const keptWords = 1 << 14

// release gives the buffers back, without what would keep the text in memory.
func (b *builder) release() {
	if len(b.doc.Text) <= keptBytes {
		if cap(b.words) > keptWords {
			b.words = nil
		}
		clear(b.words[:cap(b.words)])
		clear(b.headings[:cap(b.headings)])
		b.terms.reset(nil, nil, 0)
		builderBuffers.Put(b.buffers)
	}
	b.buffers = nil
}

func newBuilder(a *Analyzer, src Source) *builder {
	b := &builder{
		doc:       &Document{ID: src.ID, Text: src.Text, Date: src.Date, Source: src.Source, Author: src.Author, idfs: new(idfCache)},
		segmenter: a.Segmenter,
		buffers:   builderBuffers.Get().(*buffers),
	}
	b.reused = released.Get().(*arrays)
	b.terms.reset(a.Terms, b.reused.terms, min(len(src.Text)/24, 4096))
	b.lines = lines(b.lines[:0], src.Text)
	b.firstToken, b.firstSentence = b.firstToken[:0], b.firstSentence[:0]
	wrapped := isHardWrapped(src.Text, b.lines)
	b.found, b.leads = findFurniture(src.Text, b.lines, wrapped)
	b.roles, b.doc.Title = lineRoles(src.Text, b.lines, src.Title, wrapped, b.found)
	b.findGlued()
	b.findSignatures()
	b.findSpeechTitle()
	b.doc.Tokens = b.reused.tokens
	b.doc.Paragraphs = slices.Grow(b.reused.paragraphs, len(b.lines))
	b.doc.Sentences = slices.Grow(b.reused.sentences, len(b.lines)+len(src.Text)/150)
	return b
}

// findSpeechTitle looks for a title fused to the first line that has text, where
// no other one was found.
func (b *builder) findSpeechTitle() {
	for i, l := range b.lines {
		if b.roles[i] == RoleBlank || b.roles[i] == RoleFurniture {
			continue
		}
		if b.doc.Title == "" && b.roles[i] == RoleBody {
			at := skipSpace(b.doc.Text, l.Start)
			if title, end := speechTitle(b.doc.Text[min(at, l.End):l.End]); end > 0 && at+end < l.End {
				b.doc.Title, b.titleEnd = b.doc.Text[at:at+title], at+end
			}
		}
		return
	}
}

// line adds the i-th line: its sentences, headings and tokens.
func (b *builder) line(i int) error {
	d, l := b.doc, b.lines[i]
	text := d.Text[l.Start:l.End]
	b.marks = findMarks(b.marks, text)
	b.pairs = matchPairs(b.pairs, b.marks)
	b.ends = sentenceEnds(b.ends[:0], text, b.marks, b.pairs)
	b.headings = b.headings[:0]
	if b.roles[i] == RoleBody {
		b.headings = b.outline.headings(b.headings, text, b.ends)
		b.ends = cutAtHeadings(b.ends, b.headings, skipDecoration(text))
	}
	if b.titleEnd > l.Start && b.titleEnd < l.End {
		b.ends = cutAtHeadings(b.ends, []heading{{start: 0, end: b.titleEnd - l.Start}}, 0)
	}
	b.cutGlued(l)
	if b.roles[i] != RoleFurniture {
		b.works(l.Start)
	}

	if b.tokenizer.at == l.Start && b.tokenizer.next == len(b.tokenizer.words) {
		if err := b.segment(i); err != nil {
			return err
		}
	}
	b.firstSentence = append(b.firstSentence, len(d.Sentences))
	heads, start := b.headings, 0
	for _, end := range b.ends {
		role := b.roles[i]
		for len(heads) > 0 && heads[0].start < end {
			h := heads[0]
			heads = heads[1:]
			b.tree.open(h, l.Start+start, len(d.Sentences))
			if h.end > h.start {
				role = RoleHeading
			}
		}
		if l.Start+end <= b.titleEnd {
			role = RoleTitle
		}
		role = b.furniture(role, i, Span{l.Start + start, l.Start + end})
		first := len(d.Tokens)
		sessions, numbers := len(d.Sessions), len(d.Numbers)
		d.Tokens = b.tokenizer.sentence(d.Tokens, l.Start+end)
		b.firstToken = append(b.firstToken, first)
		if role == RoleFurniture { // no names and no terms
			d.Sessions, d.Numbers = d.Sessions[:sessions], d.Numbers[:numbers]
		} else {
			b.terms.add(d, first)
		}
		d.Sentences = append(d.Sentences, Sentence{
			Start: l.Start + start, End: l.Start + end,
			Paragraph: i, Section: b.tree.innermost(), Role: role,
		})
		start = end
	}
	d.Paragraphs = append(d.Paragraphs, Paragraph{Start: l.Start, End: l.End})
	return nil
}

// blockBytes is how much text, of whole lines, is segmented in one call. A call
// for each line costs more, and a larger block more memory, which is what a
// pipeline's time goes into.
const blockBytes = 8 << 10

// segment has the Segmenter cut the lines from the i-th on, about a block.
func (b *builder) segment(i int) error {
	d, start := b.doc, b.lines[i].Start
	end := start
	for ; i < len(b.lines) && end-start < blockBytes; i++ {
		end = b.lines[i].End
	}
	var err error
	if b.words, err = b.segmenter.Segment(b.words[:0], d.Text[start:end]); err != nil {
		return &Error{ID: d.ID, Offset: start, Err: err}
	}
	if n := lossAt(d.Text[start:end], b.words); n >= 0 {
		return &Error{ID: d.ID, Offset: start + n, Err: ErrNotLossless}
	}
	if start == 0 { // as many tokens a byte as words in the first block, and some
		room := len(b.words) * len(d.Text) / max(end, 1)
		d.Tokens = slices.Grow(b.reused.tokens, room+room/16)
	}
	b.tokenizer = tokenizer{doc: d, text: d.Text, words: b.words, at: start}
	return nil
}

// works adds the titles in a line that starts at byte at: 《…》 with its marks,
// the outermost of nested ones, unless a heading ends inside.
func (b *builder) works(at int) {
	last, k := 0, 0
	for _, p := range b.pairs {
		if p.mark != '《' || p.open < last {
			continue
		}
		last = p.close + len("》")
		for k < len(b.ends) && b.ends[k] <= p.open {
			k++
		}
		if k < len(b.ends) && b.ends[k] >= last {
			b.doc.Works = append(b.doc.Works, Span{at + p.open, at + last})
		}
	}
}

// cutAtHeadings adds to a line's sentence ends the start and the end of each
// of its headings, and takes out those inside one. A heading behind the lead
// bytes of space that the line starts with begins with the line.
func cutAtHeadings(ends []int, headings []heading, lead int) []int {
	if len(headings) == 0 {
		return ends
	}
	var cuts []int
	k := 0
	for _, h := range headings {
		for ; k < len(ends) && ends[k] < h.start; k++ {
			cuts = appendCut(cuts, ends[k])
		}
		if h.start > lead {
			cuts = appendCut(cuts, h.start)
		}
		if h.end > h.start {
			for ; k < len(ends) && ends[k] < h.end; k++ {
			}
			cuts = appendCut(cuts, h.end)
		}
	}
	for ; k < len(ends); k++ {
		cuts = appendCut(cuts, ends[k])
	}
	return cuts
}

// appendCut appends a cut that is further on than the last one.
func appendCut(cuts []int, at int) []int {
	if len(cuts) > 0 && cuts[len(cuts)-1] >= at || at == 0 {
		return cuts
	}
	return append(cuts, at)
}

// lossAt returns the first byte at which the words, one after the other, are
// not the text, or part a character, or -1.
func lossAt(text string, words []Word) int {
	at := 0
	for i := range words {
		w := words[i].Text
		end := at + len(w)
		if end == at || end > len(text) || text[at:end] != w || !utf8.RuneStart(w[0]) {
			return at
		}
		at = end
	}
	if at < len(text) {
		return at
	}
	return -1
}

// finish sets the views, which the growing arrays did not allow before.
func (b *builder) finish() *Document {
	d := b.doc
	d.Terms = b.terms.counted()
	d.Sections = b.tree.close(len(d.Sentences), d)
	setViews(d, b.firstToken, b.firstSentence)
	b.findMetadata()
	return d
}

// setViews makes the Tokens of sentences and the Sentences of paragraphs views
// on the document's own, given where each begins.
func setViews(d *Document, firstToken, firstSentence []int) {
	for i := range d.Sentences {
		end := len(d.Tokens)
		if i+1 < len(firstToken) {
			end = firstToken[i+1]
		}
		d.Sentences[i].Tokens = d.Tokens[firstToken[i]:end:end]
	}
	for i := range d.Paragraphs {
		end := len(d.Sentences)
		if i+1 < len(firstSentence) {
			end = firstSentence[i+1]
		}
		d.Paragraphs[i].Sentences = d.Sentences[firstSentence[i]:end:end]
	}
}

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"

	"github.com/tifa-go/tifa/examples/internal/methods"
)

// options are what the flags of tag score say.
type options struct {
	output     string
	keywords   int
	phrases    int
	summary    summaryOptions
	method     string
	explain    bool
	withText   bool
	table      tableOptions
	corpusFile string
	resume     string
	input      inputOptions
	work       workOptions
	args       []string
	given      [][2]string // flags and their values that the output depends on
}

// inputOptions are what the flags say of the input.
type inputOptions struct {
	format   format
	globs    []string
	maxBytes int64
	decoding decodeOptions
}

// workOptions are what the flags say of the work on each article.
type workOptions struct {
	lexicon   string
	segmenter string
	workers   int
	progress  bool
}

// maxWorkers is more than any machine has use for.
const maxWorkers = 1024

// defaultMaxBytes is the longest article that is read. The policy texts of a
// country have up to 1 MB; and an article takes 40 to 47 times its bytes while it
// is worked on.
const defaultMaxBytes = 10e6

// newFlags returns an empty set of flags.
func newFlags(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard) // one line for a mistake, and all only for -h
	f.Usage = func() {}
	return f
}

// parse parses the arguments and returns those that are not flags.
func parse(f *flag.FlagSet, usage string, args []string, stdout io.Writer) ([]string, error) {
	if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		f.SetOutput(stdout)
		f.PrintDefaults()
		return nil, err
	} else if err != nil {
		return nil, wrongFlag(f, "%v", err)
	}
	for _, a := range f.Args() {
		if len(a) > 1 && a[0] == '-' {
			return nil, wrongFlag(f, "%s: flags come before the files", a)
		}
	}
	return f.Args(), nil
}

func wrongFlag(f *flag.FlagSet, format string, args ...any) error {
	return wrongCall(format+"; %s -h explains the flags", append(args, f.Name())...)
}

// firstWrong returns the first of the sentences that say what is wrong, nil where
// all are empty.
func firstWrong(f *flag.FlagSet, wrong ...string) error {
	for _, w := range wrong {
		if w != "" {
			return wrongFlag(f, "%s", w)
		}
	}
	return nil
}

func parseScoreFlags(args []string, stdout io.Writer) (options, error) {
	var o options
	f := newFlags("tag")
	f.StringVar(&o.output, "o", "text", "output `FORMAT`: text, a page to read, jsonl, a line for each article, or csv or\ntsv, a row for each finding (tag -o jsonl articles/ >tags.jsonl)")
	f.IntVar(&o.keywords, "keywords", 10, "list at most `N` keywords (tag -keywords 5 a.txt)")
	f.IntVar(&o.phrases, "phrases", 20, "list at most `N` phrases (tag -phrases 50 a.txt)")
	o.summary.flags(f)
	f.StringVar(&o.method, "method", methods.DefaultKeywords, "rank keywords by `METHOD`: "+methods.Names(methods.Keywords)+"\n(tag -method textrank a.txt)")
	f.BoolVar(&o.explain, "explain", false, "say why each keyword and phrase has its score (tag -explain a.txt)")
	f.BoolVar(&o.withText, "with-text", false, "add the text, into which the offsets are, to each line (tag -with-text -o jsonl a.html)")
	o.table.flags(f)
	f.StringVar(&o.corpusFile, "corpus", "", "take document frequencies from `FILE`, written by tag count or tag merge, in\nplace of the built-in ones (tag -corpus reports.corpus a.txt)")
	f.StringVar(&o.resume, "resume", "", "write to `FILE`, and go on where a run with the same flags and articles was\nstopped or killed (tag -resume tags.jsonl -o jsonl articles/)")
	o.input.flags(f)
	o.work.flags(f)
	var err error
	if o.args, err = parse(f, scoreUsage, args, stdout); err != nil {
		return o, err
	}
	given := make(map[string]bool)
	f.Visit(func(f *flag.Flag) { given[f.Name] = true })
	f.VisitAll(func(f *flag.Flag) {
		switch f.Name {
		case "resume", "workers", "progress": // the output does not depend on them,
		case "glob", "corpus", "lexicon": // and on these by what the files hold
		default:
			o.given = append(o.given, [2]string{"-" + f.Name, f.Value.String()})
		}
	})
	switch {
	case formats[o.output] == nil:
		return o, wrongFlag(f, "-o %s: the output is text, jsonl, csv or tsv", o.output)
	case methods.Keywords[o.method] == nil:
		return o, wrongFlag(f, "-method %s: the method is %s", o.method, methods.Names(methods.Keywords))
	case o.keywords < 0 || o.phrases < 0:
		return o, wrongFlag(f, "a number of keywords or phrases is negative")
	case o.withText && o.output != "jsonl":
		return o, wrongFlag(f, "-with-text needs -o jsonl")
	case o.explain && isTable(o.output):
		return o, wrongFlag(f, "-explain needs -o text or jsonl: a table has no column for it")
	}
	return o, firstWrong(f, o.summary.check(given), o.table.check(o.output), o.input.check(), o.work.check())
}

// flags adds the flags to f.
func (o *inputOptions) flags(f *flag.FlagSet) {
	o.format, o.maxBytes = byName, defaultMaxBytes
	f.StringVar((*string)(&o.format), "input", string(byName), "take every input for `FORMAT`: text, html or jsonl, whatever its name\n("+f.Name()+" -input html <page)")
	f.Var((*globsValue)(&o.globs), "glob", "read in directories only files that match `PATTERN`, which may be given again;\nwith a slash it is matched with the path below the directory\n("+f.Name()+" -glob '*.html' -glob '2015/*' site/)")
	f.Var((*bytesValue)(&o.maxBytes), "max-bytes", "refuse an article, or a line of JSON, of more than `N` bytes, once decompressed,\nwhich may end in kB, MB or GB; one takes some 40 times as much memory\n("+f.Name()+" -max-bytes 50MB all.txt)")
	o.decoding.flags(f)
}

func (o *inputOptions) check() string {
	switch o.format {
	case byName, formatText, formatHTML, formatJSONL:
		return o.decoding.check()
	}
	return fmt.Sprintf("-input %s: the format is text, html, jsonl or auto", o.format)
}

// flags adds the flags to f.
func (o *workOptions) flags(f *flag.FlagSet) {
	f.StringVar(&o.lexicon, "lexicon", "", "keep the words in `FILE` whole: a line each, word [tag] [frequency]\n("+f.Name()+" -lexicon terms.txt a.txt)")
	f.StringVar(&o.segmenter, "segmenter", "native", "segment with `ENGINE`: native, or gojieba, which gives the same words, slower\n("+f.Name()+" -segmenter gojieba a.txt)")
	f.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), "work on `N` articles at once ("+f.Name()+" -workers 4 articles/)")
	f.BoolVar(&o.progress, "progress", false, "draw a bar on standard error, if it is a terminal ("+f.Name()+" -progress articles/ >tags.txt)")
}

func (o *workOptions) check() string {
	switch {
	case o.segmenter != "native" && o.segmenter != "gojieba":
		return fmt.Sprintf("-segmenter %s: the segmenter is native or gojieba", o.segmenter)
	case o.workers < 1 || o.workers > maxWorkers:
		return fmt.Sprintf("-workers %d: the number is from 1 to %d", o.workers, maxWorkers)
	}
	return ""
}

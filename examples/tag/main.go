// Tag reads Chinese policy articles and writes the keywords, the recurring
// phrases and a summary of each. See -h.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/tifa-go/tifa/examples/internal/methods"
	"github.com/tifa-go/tifa/internal/ordered"
)

const usage = `Tag writes the keywords, recurring phrases and a summary of Chinese policy articles.

Usage: tag [flags] [FILE | DIR | -]…

FILE is UTF-8 text, one article a file, whose id is the file's name without
.txt; or FILE ends in .jsonl and has one article a line, {"id","title"?,"text"}.
DIR stands for all .txt and .jsonl files in it and below, in order of their
names, without hidden ones. - is standard input, text or JSON lines, and so is
no argument at all.

With -o jsonl each article gives one line, in input order:

  {"id","title","keywords":[{"text","score","count","tag","spans":[[start,end],…],"variants"?,"why"?}],
   "phrases":[{"text","score","count","spans"}],"cited":[{"text","kind","count","spans"}],
   "numerals":[{"text","members":[…],"source","spans"}],
   "summary":[{"text","start","end","score","section"?}]}

start and end are byte offsets into the article's text, a byte order mark
included. A keyword counts where it stands alone, a phrase also inside longer
ones. "variants" are other forms of a keyword, {"text","count"}, and "why", with
-explain, the parts of a score, {"feature","value"}. "cited" has the titles and
document numbers that recur, if any do. "notes" says why a list is empty. An
article that fails gives {"id","error"}, and the others go on.
The same input gives the same output, for any -workers.

Exit status: 0, or 1 if an article failed, or 2 if the call was wrong.

Flags, each with an example:
`

// ballast is never touched, and so takes no memory of the machine, but the garbage
// collector counts it as in use. What a short article needs is thrown away with
// it and what stays is little: without ballast the collector would start for
// every 4 MB, and a tenth of the time would be its own. A long article's own
// memory outweighs it.
var ballast = make([]byte, 20<<20)

func main() {
	code := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(ballast)
	os.Exit(code)
}

// options are what the flags say.
type options struct {
	output     string
	keywords   int
	phrases    int
	summary    summaryOptions
	method     string
	explain    bool
	corpusFile string
	lexicon    string
	segmenter  string
	workers    int
	args       []string
}

// maxWorkers is more than any machine has use for.
const maxWorkers = 1024

var errUsage = errors.New("usage")

func parseFlags(args []string, stdout, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("tag", flag.ContinueOnError)
	f.SetOutput(io.Discard) // one line for a mistake, and all only for -h
	f.Usage = func() {}
	f.StringVar(&o.output, "o", "text", "output `FORMAT`: text, a page to read, or jsonl, a line for each article\n(tag -o jsonl articles/ >tags.jsonl)")
	f.IntVar(&o.keywords, "keywords", 10, "list at most `N` keywords (tag -keywords 5 a.txt)")
	f.IntVar(&o.phrases, "phrases", 20, "list at most `N` phrases (tag -phrases 50 a.txt)")
	o.summary.flags(f)
	f.StringVar(&o.method, "method", methods.DefaultKeywords, "rank keywords by `METHOD`: "+methods.Names(methods.Keywords)+"\n(tag -method textrank a.txt)")
	f.BoolVar(&o.explain, "explain", false, "say why each keyword and phrase has its score (tag -explain a.txt)")
	f.StringVar(&o.corpusFile, "corpus", "", "take document frequencies from `FILE`, written by analysis.Corpus.WriteTo,\nin place of the built-in ones (tag -corpus reports.corpus a.txt)")
	f.StringVar(&o.lexicon, "lexicon", "", "keep the words in `FILE` whole: a line each, word [tag] [frequency]\n(tag -lexicon terms.txt a.txt)")
	f.StringVar(&o.segmenter, "segmenter", "native", "segment with `ENGINE`: native, or gojieba, which gives the same words, slower\n(tag -segmenter gojieba a.txt)")
	f.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), "work on `N` articles at once (tag -workers 4 articles/)")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(stdout, usage)
			f.SetOutput(stdout)
			f.PrintDefaults()
			return o, err
		}
		fmt.Fprintf(stderr, "tag: %v; tag -h explains the flags\n", err)
		return o, errUsage
	}
	o.args = f.Args()
	given := make(map[string]bool)
	f.Visit(func(f *flag.Flag) { given[f.Name] = true })
	fail := func(format string, a ...any) (options, error) {
		fmt.Fprintf(stderr, "tag: "+format+"; tag -h explains the flags\n", a...)
		return o, errUsage
	}
	for _, a := range o.args {
		if len(a) > 1 && a[0] == '-' {
			return fail("%s: flags come before the files", a)
		}
	}
	switch {
	case o.output != "text" && o.output != "jsonl":
		return fail("-o %s: the output is text or jsonl", o.output)
	case methods.Keywords[o.method] == nil:
		return fail("-method %s: the method is %s", o.method, methods.Names(methods.Keywords))
	case o.segmenter != "native" && o.segmenter != "gojieba":
		return fail("-segmenter %s: the segmenter is native or gojieba", o.segmenter)
	case o.keywords < 0 || o.phrases < 0:
		return fail("a number of keywords or phrases is negative")
	case o.workers < 1 || o.workers > maxWorkers:
		return fail("-workers %d: the number is from 1 to %d", o.workers, maxWorkers)
	}
	if wrong := o.summary.check(given); wrong != "" {
		return fail("%s", wrong)
	}
	return o, nil
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parseFlags(args, stdout, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	p, err := newPipeline(o)
	if err != nil {
		fmt.Fprintln(stderr, "tag:", err)
		return 2
	}
	defer p.close()

	out := bufio.NewWriter(stdout)
	write := writeText
	if o.output == "jsonl" {
		write = writeJSON
	}
	total, failed := 0, 0
	for r, err := range ordered.Map(ctx, o.workers, sources(o.args, stdin), p.tag) {
		if err != nil { // only ctx's
			fmt.Fprintf(stderr, "tag: stopped after %d articles: %v\n", total, err)
			return 1
		}
		total++
		if r.Error != "" {
			failed++
			if o.output == "text" {
				fmt.Fprintf(stderr, "tag: %s: %s\n", r.ID, r.Error)
				continue
			}
		}
		if err := errors.Join(write(out, r), out.Flush()); err != nil {
			fmt.Fprintln(stderr, "tag: writing the output:", err)
			return 1
		}
	}
	if failed > 0 {
		fmt.Fprintf(stderr, "tag: %d of %d articles failed\n", failed, total)
		return 1
	}
	return 0
}

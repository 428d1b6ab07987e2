// Evaluate measures keywords, phrases and summaries against what readers marked
// by hand, method by method. See -h.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/internal/eval"
	"github.com/tifa-go/tifa/internal/ordered"
)

const usage = `Evaluate measures keywords, phrases and summaries of documents that readers have
labelled, by every method, and compares each method with the default.

Usage: evaluate [flags] GOLD [FILE | DIR]…

GOLD is a folder with a file ID.gold.json for each document:

  {"phrases":{"五大发展理念":2,…},"keywords":[…],"key_sentences":[…]}

phrases has every recurring phrase with its grade, 2 for a salient one and 1 for
one that is only well-formed; keywords has index terms; key_sentences has
sentences of the text, which together are the reference summary. What is missing
is not measured. The other arguments are texts or folders of them; ID.txt
is the text of ID.gold.json, and texts without labels are not read. Without any,
the texts are in the folder of gold.

  F1@K     of the first K keywords, against the index terms
  P@K      share of the first K phrases that are well-formed; P2@K: salient
  nDCG@K   of the first K phrases, with the gains 3 and 1 for the grades
  ROUGE-N  F1 of a summary's characters (1), pairs of characters (2), and longest
           common subsequence (L), the summary cut to the reference's length

All are means over documents, with the interval that they are in when documents
are drawn anew with replacement (percentile bootstrap), and the difference from
the default by the same draws, document by document. * says that 0 is outside the
interval of the difference. Mind that many comparisons find some by chance, and
that the interval tells about documents like these.

Exit status: 0, or 1 if a document failed, or 2 if the call was wrong.

Flags, each with an example:
`

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	keywordRanks := ranks{5, 10}
	phraseRanks := ranks{20, 50}
	output := f.String("o", "text", "output `FORMAT`: text, csv (a line for each figure), or documents (CSV, a line for\neach document and measure) (evaluate -o csv gold/ texts/)")
	f.Var(&keywordRanks, "keywords", "measure the first `K,…` keywords (evaluate -keywords 5,10,15 gold/ texts/)")
	f.Var(&phraseRanks, "phrases", "measure the first `K,…` phrases (evaluate -phrases 10 gold/ texts/)")
	chars := f.Int("chars", 0, "summarise in `N` characters; 0 means as many as the reference has\n(evaluate -chars 800 gold/ texts/)")
	predicted := f.String("pred", "", "measure another program too, whose results are JSON lines in `FILE`,\n{\"id\",\"keywords\",\"phrases\",\"summary\"} (evaluate -pred theirs.jsonl gold/ texts/)")
	resamples := f.Int("resamples", 2000, "draw `N` times (evaluate -resamples 10000 gold/ texts/)")
	level := f.Float64("level", 0.95, "the `PART` of the draws that the interval has (evaluate -level 0.99 gold/ texts/)")
	seed := f.Uint64("seed", 1, "draw as `N` says (evaluate -seed 7 gold/ texts/)")
	common := desk.Flags(f)
	if code, done := desk.Parse(f, usage, args, stdout, stderr); done {
		return code
	}
	switch {
	case f.NArg() == 0:
		return desk.Misused(f, stderr, "no folder of gold is named")
	case *output != "text" && *output != "csv" && *output != "documents":
		return desk.Misused(f, stderr, "-o %s: the output is text, csv or documents", *output)
	case *chars < 0:
		return desk.Misused(f, stderr, "-chars %d: the number is negative", *chars)
	case *resamples < 1 || *resamples > 1_000_000:
		return desk.Misused(f, stderr, "-resamples %d: the number is from 1 to 1,000,000", *resamples)
	case !(*level > 0 && *level < 1):
		return desk.Misused(f, stderr, "-level %v: the part is between 0 and 1", *level)
	}
	fail := func(code int, err error) int {
		fmt.Fprintln(stderr, "evaluate:", err)
		return code
	}
	gold, err := eval.ReadGold(f.Arg(0))
	if err != nil {
		return fail(desk.Wrong, err)
	}
	analyzer, err := common.Open()
	if err != nil {
		return fail(desk.Wrong, err)
	}
	e := newEvaluation(analyzer, gold, tasks(keywordRanks, phraseRanks, *chars))
	if *predicted != "" {
		found, err := readPredictions(*predicted)
		if err != nil {
			return fail(desk.Wrong, err)
		}
		e.predict(strings.TrimSuffix(filepath.Base(*predicted), ".jsonl"), found)
	}

	texts := f.Args()[1:]
	if len(texts) == 0 {
		texts = f.Args()
	}
	code := desk.OK
	bar := desk.Progress(stderr, !common.Quiet, len(gold))
	for d, err := range ordered.Map(ctx, common.Workers, e.labelled(desk.Sources(texts, stdin)), e.document) {
		if err == nil {
			err = e.add(d)
		}
		if err != nil {
			bar.Clear()
			code = fail(desk.Failed, err)
			if ctx.Err() != nil {
				return code
			}
		}
		bar.Add()
	}
	bar.Clear()
	for _, id := range e.missing() {
		code = fail(desk.Failed, fmt.Errorf("%s: there is no text %s.txt for the labels, and it is not measured", f.Arg(0), id))
	}
	write := map[string]func(io.Writer, eval.Bootstrap) error{"text": e.writeText, "csv": e.writeCSV, "documents": e.writeDocuments}[*output]
	if err := write(stdout, eval.Bootstrap{Resamples: *resamples, Level: *level, Seed: *seed}); err != nil {
		return fail(desk.Failed, fmt.Errorf("writing the output: %w", err))
	}
	return code
}

// ranks are the K of measures at K.
type ranks []int

func (r *ranks) String() string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint([]int(*r)), " ", ","), "[]")
}

func (r *ranks) Set(s string) error {
	*r = nil
	for part := range strings.SplitSeq(s, ",") {
		k, err := strconv.Atoi(part)
		if err != nil || k < 1 || k > 1000 {
			return fmt.Errorf("%q is no number from 1 to 1000", part)
		}
		*r = append(*r, k)
	}
	return nil
}

// labelled passes on the texts that have labels, with the labels' ids, and errors.
func (e *evaluation) labelled(sources iter.Seq2[analysis.Source, error]) iter.Seq2[analysis.Source, error] {
	return func(yield func(analysis.Source, error) bool) {
		for src, err := range sources {
			src.ID = path.Base(src.ID)
			if _, ok := e.index[src.ID]; (ok || err != nil) && !yield(src, err) {
				return
			}
		}
	}
}

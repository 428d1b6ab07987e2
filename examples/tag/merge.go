package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/tifa-go/tifa/analysis"
)

// mergeOptions are what the flags of tag merge say.
type mergeOptions struct {
	same bool
	args []string
}

func parseMergeFlags(args []string, stdout io.Writer) (o mergeOptions, err error) {
	f := newFlags("tag merge")
	f.BoolVar(&o.same, "same", false, "add up parts that have the same bytes, too (tag merge -same a.corpus b.corpus >all.corpus)")
	if o.args, err = parse(f, mergeUsage, args, stdout); err != nil {
		return o, err
	}
	if len(o.args) == 0 {
		return o, wrongFlag(f, "there is no part to merge")
	}
	return o, nil
}

// runMerge is tag merge.
func runMerge(ctx context.Context, s streams, args []string) error {
	o, err := parseMergeFlags(args, s.out)
	if err != nil {
		return err
	}
	m := merger{same: o.same, seen: make(map[[sha256.Size]byte]string)}
	for _, arg := range o.args {
		if arg == "-" {
			err = m.add("standard input", newWaiting(ctx, s.in))
		} else {
			walk(arg, corpusFiles, func(path string, failed error) bool {
				if err = cmp.Or(ctx.Err(), failed); err == nil {
					err = m.file(path)
				}
				return err == nil
			})
		}
		if ctx.Err() != nil {
			return stopped(ctx, m.parts, "part")
		} else if err != nil {
			return err
		}
	}
	return writeCorpus(s.out, &m.sum)
}

// writeCorpus writes a corpus, whole or not at all where w is a file.
func writeCorpus(w io.Writer, c *analysis.Corpus) error {
	n, err := c.WriteTo(w)
	if err != nil {
		takeBack(w, n)
		return notWritten("the output cannot be written", err)
	}
	return nil
}

// corpusFiles are the files that hold parts.
var corpusFiles = selection{known: func(path string) bool { return equalsAny(filepath.Ext(cutSuffixFold(path, ".gz")), ".corpus") }, names: ".corpus"}

// A merger adds up parts.
type merger struct {
	sum   analysis.Corpus
	parts int
	same  bool
	seen  map[[sha256.Size]byte]string // the names of the parts by their bytes
}

func (m *merger) file(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return m.add(path, f)
}

func (m *merger) add(name string, r io.Reader) error {
	in, err := newInflow(r, isGzipName(name))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	hash := sha256.New()
	c, err := analysis.ReadCorpus(io.TeeReader(in, hash))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	sum := [sha256.Size]byte(hash.Sum(nil))
	if other, ok := m.seen[sum]; ok && c.Len() > 0 && !m.same {
		return fmt.Errorf("%s has the same bytes as %s, so its articles would be counted twice; -same adds it nevertheless", name, other)
	}
	m.seen[sum] = name
	m.sum.Merge(c)
	m.parts++
	return nil
}

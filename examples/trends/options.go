package main

import (
	"context"
	"flag"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/keywords"
)

// options are what the flags say.
type options struct {
	common                    *desk.Common
	date, manifest, out, font string
	eras, follow              string
	phrases, top, minCount    int
	lives                     keywords.Lives
}

func flags(o *options) *flag.FlagSet {
	f := flag.NewFlagSet("trends", flag.ContinueOnError)
	o.common = desk.Flags(f)
	f.StringVar(&o.date, "date", `(?:19|20)\d\d`, "the period is what the regular expression `RE` finds in a name, or its first group\n(trends -date '_(\\d{4}-\\d\\d)_' news/)")
	f.StringVar(&o.manifest, "manifest", "", "take periods from `FILE`, a table with tabs whose first line names the columns\nfile, or id, and year, or date (trends -manifest policy/manifest.tsv policy/)")
	f.StringVar(&o.out, "o", "", "write tables and pictures to the folder `DIR` (trends -o out reports/)")
	f.StringVar(&o.font, "font", "", "write the pictures with the font in `FILE`, where it has a character\n(trends -font NotoSansCJK-Regular.ttc -o out reports/)")
	f.StringVar(&o.eras, "eras", "", "compare the eras that begin with these `PERIODS` [the recent ones]\n(trends -eras 1978,1992,2003 -o out reports/)")
	f.StringVar(&o.follow, "follow", "", "tell the lives of these `PHRASES` only (trends -follow 三个代表,科学发展观 reports/)")
	f.IntVar(&o.phrases, "phrases", 2000, "tell the lives of the `N` best phrases (trends -phrases 10000 reports/)")
	f.IntVar(&o.top, "top", 8, "list and draw `N` phrases of each kind (trends -top 20 reports/)")
	f.IntVar(&o.minCount, "min-count", 3, "a phrase occurs `N` times or more in all (trends -min-count 10 reports/)")
	f.IntVar(&o.lives.MinDocuments, "min-docs", 2, "a time of use has `N` documents or more (trends -min-docs 3 reports/)")
	f.IntVar(&o.lives.Recent, "recent", 0, "the last `N` periods are recent [a fifth of all, 2 or more] (trends -recent 5 reports/)")
	f.IntVar(&o.lives.Gap, "gap", 0, "an absence has `N` periods or more [a tenth of all, 2 or more] (trends -gap 5 reports/)")
	f.Float64Var(&o.lives.MinG2, "min-g2", 10.83, "`G²` of a change or an absence (trends -min-g2 6.63 reports/)")
	f.Float64Var(&o.lives.MinLogRatio, "min-ratio", 1, "`LOG` to base 2 of how many times as frequent is rising or falling (trends -min-ratio 2 reports/)")
	return f
}

// table returns the phrases, or those to follow.
func (o *options) table(ctx context.Context, c *keywords.PhraseCounter) (*keywords.PhraseTable, error) {
	if o.follow != "" {
		return c.Given(strings.Split(o.follow, ",")...), nil
	}
	return c.Table(ctx, keywords.TableOptions{Phrases: keywords.Phrases{MinCount: o.minCount}, MinDocuments: o.lives.MinDocuments})
}

// report tells the lives of the phrases of a table.
func (o *options) report(t *keywords.PhraseTable) (*report, error) {
	lives, err := o.lives.Defaults(len(t.Groups))
	if err != nil {
		return nil, err
	}
	r := &report{table: t, lives: lives, eras: []string{t.Groups[len(t.Groups)-lives.Recent].Group}}
	if o.eras != "" {
		r.eras = strings.Split(o.eras, ",")
		slices.Sort(r.eras)
	}
	if o.follow == "" {
		r.phrases, err = lives.Phrases(t, o.phrases)
		return r, err
	}
	r.all = true
	for _, row := range t.Rows {
		life, err := lives.Of(t.Groups, row.Groups)
		if err != nil {
			return nil, err
		}
		r.phrases = append(r.phrases, keywords.LivedPhrase{PhraseRow: row, Life: life})
	}
	return r, nil
}

package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/tifa-go/tifa/internal/eval"
)

// each calls do for each figure, with its difference from the default's: the
// zero Mean for the default.
func (e *evaluation) each(b eval.Bootstrap, do func(t, method, measure int, mean, difference eval.Mean)) {
	for t, task := range e.tasks {
		for m := range task.methods {
			for k := range task.measures {
				values := e.values(t, m, k)
				var difference eval.Mean
				if m > 0 {
					difference = b.Paired(values, e.values(t, 0, k))
				}
				do(t, m, k, b.Mean(values), difference)
			}
		}
	}
}

// writeText writes a table for each task, in per cent.
func (e *evaluation) writeText(w io.Writer, b eval.Bootstrap) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	last, any := -1, false
	e.each(b, func(t, m, k int, mean, difference eval.Mean) {
		if mean.N == 0 {
			return
		}
		any = true
		task := e.tasks[t]
		if t != last {
			if last >= 0 {
				fmt.Fprintln(out)
			}
			last = t
			fmt.Fprintf(out, "%s, %d documents, %% with %v %% intervals of %d resamples\n", task.name, mean.N, 100*b.Level, b.Resamples)
			if len(task.methods) > 1 {
				fmt.Fprintf(out, "\t%s\n", strings.Join(task.measures, "\tdifference\t")+"\tdifference")
			} else {
				fmt.Fprintf(out, "\t%s\n", strings.Join(task.measures, "\t"))
			}
		}
		if k == 0 {
			fmt.Fprint(out, task.methods[m])
		}
		fmt.Fprintf(out, "\t%.1f [%.1f, %.1f]", 100*mean.Value, 100*mean.Low, 100*mean.High)
		star := ""
		if difference.Differs() {
			star = "*"
		}
		switch {
		case m > 0:
			fmt.Fprintf(out, "\t%+.1f [%+.1f, %+.1f]%s", 100*difference.Value, 100*difference.Low, 100*difference.High, star)
		case len(task.methods) > 1 && k < len(task.measures)-1:
			fmt.Fprint(out, "\t")
		}
		if k == len(task.measures)-1 {
			fmt.Fprintln(out)
		}
	})
	if !any {
		return errNothing
	}
	return out.Flush()
}

// writeCSV writes a line for each figure.
func (e *evaluation) writeCSV(w io.Writer, b eval.Bootstrap) error {
	out := csv.NewWriter(w)
	out.Write([]string{"task", "method", "measure", "documents", "mean", "low", "high", "difference", "difference_low", "difference_high"})
	e.each(b, func(t, m, k int, mean, difference eval.Mean) {
		if mean.N == 0 {
			return
		}
		row := []string{e.tasks[t].name, e.tasks[t].methods[m], e.tasks[t].measures[k], strconv.Itoa(mean.N)}
		row = append(row, decimals(mean.Value, mean.Low, mean.High)...)
		if m > 0 {
			row = append(row, decimals(difference.Value, difference.Low, difference.High)...)
		} else {
			row = append(row, "", "", "")
		}
		out.Write(row)
	})
	out.Flush()
	return out.Error()
}

// writeDocuments writes a line for each document, method and measure.
func (e *evaluation) writeDocuments(w io.Writer, _ eval.Bootstrap) error {
	out := csv.NewWriter(w)
	out.Write([]string{"document", "task", "method", "measure", "value"})
	for _, d := range e.figures {
		if d == nil {
			continue
		}
		for t, methods := range d.values {
			for m, measures := range methods {
				for k, v := range measures {
					out.Write(append([]string{d.id, e.tasks[t].name, e.tasks[t].methods[m], e.tasks[t].measures[k]}, decimals(v)...))
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

func decimals(values ...float64) (out []string) {
	for _, v := range values {
		out = append(out, strconv.FormatFloat(v, 'f', 6, 64))
	}
	return out
}

package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/eval"
)

// An evaluation collects the figures of the documents.
type evaluation struct {
	analyzer *analysis.Analyzer
	gold     []eval.Gold
	index    map[string]int // of gold, by id
	tasks    []task
	other    string // the name of another program, or ""
	others   map[string]prediction

	figures []*figures // of each of gold, nil where there is no text
}

// figures are those of one document: of each task, method and measure, nil for a
// task that the document is not labelled for.
type figures struct {
	id     string
	values [][][]float64
}

func newEvaluation(a *analysis.Analyzer, gold []eval.Gold, tasks []task) *evaluation {
	e := &evaluation{analyzer: a, gold: gold, tasks: tasks, index: make(map[string]int), figures: make([]*figures, len(gold))}
	for i, g := range gold {
		e.index[g.ID] = i
	}
	return e
}

// predict adds the results of another program, as the last method of each task
// that it has results for. Where it has none for a document, they score 0.
func (e *evaluation) predict(name string, results map[string]prediction) {
	e.other, e.others = name, results
	for i, t := range e.tasks {
		for _, p := range results {
			if _, ok := p.of(t.name); ok {
				e.tasks[i].methods = append(t.methods, name)
				break
			}
		}
	}
}

// document measures one document by all methods.
func (e *evaluation) document(ctx context.Context, src analysis.Source, err error) (*figures, error) {
	if err != nil {
		return nil, err
	}
	doc, err := e.analyzer.Analyze(ctx, src)
	if err != nil {
		return nil, err
	}
	g := e.gold[e.index[src.ID]]
	d := &figures{id: src.ID, values: make([][][]float64, len(e.tasks))}
	for i, t := range e.tasks {
		if !t.labelled(g) {
			continue
		}
		for k, method := range t.methods {
			var a answer
			if e.other != "" && k == len(t.methods)-1 && method == e.other {
				a, _ = e.others[src.ID].of(t.name)
			} else if a, err = t.answer(ctx, method, doc, g); err != nil {
				return nil, err
			}
			d.values[i] = append(d.values[i], t.measure(g, a))
		}
	}
	return d, nil
}

func (e *evaluation) add(d *figures) error {
	i := e.index[d.id]
	if e.figures[i] != nil {
		return fmt.Errorf("there are two texts %s.txt; the first is measured", d.id)
	}
	e.figures[i] = d
	return nil
}

// missing returns the ids of the labels without a text.
func (e *evaluation) missing() (ids []string) {
	for i, d := range e.figures {
		if d == nil {
			ids = append(ids, e.gold[i].ID)
		}
	}
	return ids
}

// values returns what a method scores by a measure, document by document.
func (e *evaluation) values(task, method, measure int) (out []float64) {
	for _, d := range e.figures {
		if d != nil && d.values[task] != nil {
			out = append(out, d.values[task][method][measure])
		}
	}
	return out
}

// errNothing is what a table without documents is.
var errNothing = errors.New("no document was measured")

package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/graph"
)

// A network is who cites whom.
type network struct {
	ids    []string // of the documents
	titles []string
	cited  []analysis.CitedDocument
	quotes bool              // whether texts has what mentions say
	texts  []map[span]string // of each document
}

type span = analysis.Span

// read keeps what the output needs of a document.
func (n *network) read(doc *analysis.Document) {
	n.titles = append(n.titles, doc.Title)
	if !n.quotes {
		return
	}
	texts := make(map[span]string)
	for _, c := range analysis.Citations(doc) {
		for _, m := range c.Mentions {
			texts[m] = strings.Clone(doc.Text[m.Start:m.End])
		}
	}
	n.texts = append(n.texts, texts)
}

var writers = map[string]func(*network, io.Writer) error{
	"text":     (*network).writeText,
	"csv":      (*network).writeCSV,
	"mentions": (*network).writeMentions,
	"graphml":  func(n *network, w io.Writer) error { return n.graph().WriteGraphML(w) },
	"gexf":     func(n *network, w io.Writer) error { return n.graph().WriteGEXF(w) },
	"nodes":    func(n *network, w io.Writer) error { return n.graph().WriteNodesCSV(w) },
	"edges":    func(n *network, w io.Writer) error { return n.graph().WriteEdgesCSV(w) },
}

func parseKinds(s string) (map[analysis.CitationKind]bool, error) {
	wanted := make(map[analysis.CitationKind]bool)
	for name := range strings.SplitSeq(s, ",") {
		found := false
		for _, k := range []analysis.CitationKind{analysis.CitesDocument, analysis.CitesWork, analysis.CitesForm} {
			if k.String() == name {
				wanted[k], found = true, true
			}
		}
		if !found {
			return nil, fmt.Errorf("%q is none of document, work and form", name)
		}
	}
	return wanted, nil
}

// name is what a cited document is called.
func name(c analysis.CitedDocument) string {
	if c.Title == "" {
		return c.Number
	}
	return "《" + c.Title + "》"
}

// times is how often a document is mentioned in all.
func times(c analysis.CitedDocument) (n int) {
	for _, by := range c.By {
		n += len(by.Mentions)
	}
	return n
}

func (n *network) writeText(w io.Writer) error {
	var b strings.Builder
	mentions, inside := 0, 0
	for _, c := range n.cited {
		mentions += times(c)
		if c.Document >= 0 {
			inside++
		}
	}
	fmt.Fprintf(&b, "%d read, %d cited, %d mentions; %d of the cited are among those read\n\n%4s %5s\n", len(n.ids), len(n.cited), mentions, inside, "docs", "times")
	for _, c := range n.cited {
		var more []string
		if c.Number != "" && c.Title != "" {
			more = append(more, c.Number)
		}
		if c.Issuer != "" && !strings.HasPrefix(c.Title, c.Issuer) {
			more = append(more, c.Issuer)
		}
		if c.Date != "" {
			more = append(more, c.Date)
		}
		if len(c.Aliases) > 0 {
			more = append(more, "简称"+strings.Join(c.Aliases, "、"))
		}
		if c.Document >= 0 {
			more = append(more, "= "+n.ids[c.Document])
		}
		fmt.Fprintf(&b, "%4d %5d  %s\n", len(c.By), times(c), strings.Join(append([]string{name(c)}, more...), "  "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (n *network) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"document", "kind", "title", "number", "issuer", "date", "aliases", "times", "is_document"})
	for _, c := range n.cited {
		is := ""
		if c.Document >= 0 {
			is = n.ids[c.Document]
		}
		for _, by := range c.By {
			out.Write([]string{
				n.ids[by.Document], c.Kind.String(), c.Title, c.Number, c.Issuer, c.Date,
				strings.Join(c.Aliases, ";"), strconv.Itoa(len(by.Mentions)), is,
			})
		}
	}
	out.Flush()
	return out.Error()
}

func (n *network) writeMentions(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"document", "start", "end", "text", "title", "number"})
	for _, c := range n.cited {
		for _, by := range c.By {
			for _, m := range by.Mentions {
				out.Write([]string{n.ids[by.Document], strconv.Itoa(m.Start), strconv.Itoa(m.End), n.texts[by.Document][m], c.Title, c.Number})
			}
		}
	}
	out.Flush()
	return out.Error()
}

// graph has a node for each document that cites or is cited, and an edge from
// each to what it cites, but not to itself.
func (n *network) graph() *graph.Graph {
	g := &graph.Graph{
		Description: "who cites whom; weights are mentions",
		Directed:    true,
		NodeAttributes: []graph.Attribute{
			{Name: "kind", Type: graph.String}, {Name: "number", Type: graph.String}, {Name: "issuer", Type: graph.String},
			{Name: "date", Type: graph.String}, {Name: "read", Type: graph.Boolean}, {Name: "cited_by", Type: graph.Integer}, {Name: "mentions", Type: graph.Integer},
		},
	}
	node := make(map[int]int) // of the documents
	used := make(map[string]bool)
	id := func(s string) string { // a cited title may be the id of a document too
		for used[s] {
			s += "'"
		}
		used[s] = true
		return s
	}
	document := func(i int) int {
		if _, ok := node[i]; !ok {
			node[i] = len(g.Nodes)
			label := n.titles[i]
			g.Nodes = append(g.Nodes, graph.Node{ID: id(n.ids[i]), Label: label, Values: []any{"document", nil, nil, nil, true, 0, 0}})
		}
		return node[i]
	}
	for i := range n.ids {
		document(i)
	}
	for _, c := range n.cited {
		target := len(g.Nodes)
		if c.Document >= 0 {
			target = document(c.Document)
			g.Nodes[target].Values = []any{c.Kind.String(), orNil(c.Number), orNil(c.Issuer), orNil(c.Date), true, len(c.By), times(c)}
		} else {
			g.Nodes = append(g.Nodes, graph.Node{ID: id(name(c)), Values: []any{c.Kind.String(), orNil(c.Number), orNil(c.Issuer), orNil(c.Date), false, len(c.By), times(c)}})
		}
		for _, by := range c.By {
			if source := document(by.Document); source != target {
				g.Edges = append(g.Edges, graph.Edge{Source: source, Target: target, Weight: float64(len(by.Mentions))})
			}
		}
	}
	return g
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

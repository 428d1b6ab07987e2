// Package graph writes networks for programs that draw and measure them: GraphML
// and GEXF for Gephi, Cytoscape and NetworkX, and tables of nodes and of edges.
package graph

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// A Graph is a network to be written. Equal graphs give equal bytes.
type Graph struct {
	Description    string // what the nodes and the edges are
	Directed       bool
	NodeAttributes []Attribute
	EdgeAttributes []Attribute
	Nodes          []Node
	Edges          []Edge
}

// An Attribute is a column of the table of nodes, or of edges.
type Attribute struct {
	Name string // letters, digits and ._- : no blanks, as GraphML wants it
	Type Type
}

// A Type is what the values of an attribute are.
type Type uint8

// The types of attributes, and what a value is in Go.
const (
	String  Type = iota // string
	Integer             // int
	Real                // float64, finite
	Boolean             // bool
)

// names of the types, which GraphML and GEXF have in common.
var typeNames = [...]string{"string", "long", "double", "boolean"}

// A Node is a point of the network. Values has one for each of the graph's
// NodeAttributes, nil where the node has none. Attributes that are called x and y
// (Real), size (Real), and r, g and b (Integer, 0 to 255) say where the node is
// drawn, how large, and in which colour; Gephi reads them from GraphML and GEXF.
type Node struct {
	ID     string // unique in the graph
	Label  string // "" means ID
	Values []any
}

// An Edge joins two nodes, given by their index in the graph's Nodes, and in a
// directed graph leads from the first to the second. Values is like a Node's.
type Edge struct {
	Source, Target int
	Weight         float64 // finite
	Values         []any
}

// check returns what is wrong with a graph, before a byte of it is written.
func (g *Graph) check() error {
	for _, list := range [][]Attribute{g.NodeAttributes, g.EdgeAttributes} {
		seen := map[string]bool{"id": true, "label": true, "source": true, "target": true, "weight": true, "type": true}
		for _, a := range list {
			if a.Name == "" || strings.ContainsFunc(a.Name, notInName) {
				return fmt.Errorf("graph: the attribute %q is not of letters, digits and ._-", a.Name)
			}
			if int(a.Type) >= len(typeNames) {
				return fmt.Errorf("graph: the attribute %q has no known type", a.Name)
			}
			if seen[strings.ToLower(a.Name)] {
				return fmt.Errorf("graph: there are two attributes %q", a.Name)
			}
			seen[strings.ToLower(a.Name)] = true
		}
	}
	ids := make(map[string]bool, len(g.Nodes))
	for i, n := range g.Nodes {
		if n.ID == "" {
			return fmt.Errorf("graph: node %d has no id", i)
		}
		if ids[n.ID] {
			return fmt.Errorf("graph: there are two nodes %q", n.ID)
		}
		ids[n.ID] = true
		if err := checkValues(n.Values, g.NodeAttributes); err != nil {
			return fmt.Errorf("graph: node %q: %w", n.ID, err)
		}
	}
	for i, e := range g.Edges {
		if e.Source < 0 || e.Source >= len(g.Nodes) || e.Target < 0 || e.Target >= len(g.Nodes) {
			return fmt.Errorf("graph: edge %d joins nodes %d and %d of %d", i, e.Source, e.Target, len(g.Nodes))
		}
		if !finite(e.Weight) {
			return fmt.Errorf("graph: edge %d: the weight %v is no number", i, e.Weight)
		}
		if err := checkValues(e.Values, g.EdgeAttributes); err != nil {
			return fmt.Errorf("graph: edge %d: %w", i, err)
		}
	}
	return nil
}

func notInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-", r)
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

func checkValues(values []any, attributes []Attribute) error {
	if len(values) != len(attributes) {
		return fmt.Errorf("there are %d values for %d attributes", len(values), len(attributes))
	}
	for i, v := range values {
		ok := v == nil
		switch v := v.(type) {
		case string:
			ok = attributes[i].Type == String
		case int:
			ok = attributes[i].Type == Integer
		case float64:
			ok = attributes[i].Type == Real && finite(v)
		case bool:
			ok = attributes[i].Type == Boolean
		}
		if !ok {
			return fmt.Errorf("%s: %v (%T) is no value of the type %s", attributes[i].Name, v, v, typeNames[attributes[i].Type])
		}
	}
	return nil
}

// text writes a value of an attribute, or "" for none.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return printable(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// printable replaces what XML cannot have, and line breaks, by spaces.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\ufffe' || r == '\uffff' {
			return ' '
		}
		return r
	}, s)
}

func (n Node) label() string {
	if n.Label == "" {
		return n.ID
	}
	return n.Label
}

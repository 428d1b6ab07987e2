package graph

import (
	"encoding/csv"
	"io"
)

// WriteNodesCSV writes a table of the nodes: Id, Label and the attributes, as
// Gephi's import of spreadsheets wants it.
func (g *Graph) WriteNodesCSV(w io.Writer) error {
	if err := g.check(); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Write(columns([]string{"Id", "Label"}, g.NodeAttributes))
	for _, n := range g.Nodes {
		c.Write(cells([]string{printable(n.ID), printable(n.label())}, n.Values))
	}
	c.Flush()
	return c.Error()
}

// WriteEdgesCSV writes a table of the edges: Source and Target, which are ids of
// nodes, Type, Weight and the attributes.
func (g *Graph) WriteEdgesCSV(w io.Writer) error {
	if err := g.check(); err != nil {
		return err
	}
	kind := "Undirected"
	if g.Directed {
		kind = "Directed"
	}
	c := csv.NewWriter(w)
	c.Write(columns([]string{"Source", "Target", "Type", "Weight"}, g.EdgeAttributes))
	for _, e := range g.Edges {
		c.Write(cells([]string{printable(g.Nodes[e.Source].ID), printable(g.Nodes[e.Target].ID), kind, text(e.Weight)}, e.Values))
	}
	c.Flush()
	return c.Error()
}

func columns(names []string, attributes []Attribute) []string {
	for _, a := range attributes {
		names = append(names, a.Name)
	}
	return names
}

func cells(row []string, values []any) []string {
	for _, v := range values {
		row = append(row, text(v))
	}
	return row
}

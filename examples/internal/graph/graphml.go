package graph

import (
	"encoding/xml"
	"fmt"
	"io"
)

type graphML struct {
	XMLName  xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	XSI      string       `xml:"xmlns:xsi,attr"`
	Location string       `xml:"xsi:schemaLocation,attr"`
	Keys     []graphMLKey `xml:"key"`
	Graph    graphMLGraph `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLGraph struct {
	ID          string        `xml:"id,attr"`
	EdgeDefault string        `xml:"edgedefault,attr"`
	Description string        `xml:"desc,omitempty"`
	Nodes       []graphMLNode `xml:"node"`
	Edges       []graphMLEdge `xml:"edge"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// WriteGraphML writes the graph in GraphML 1.0 with its attributes. The nodes are
// called n0, n1, …, because the format has no blanks in an id; their own ids and
// labels are the attributes id and label.
func (g *Graph) WriteGraphML(w io.Writer) error {
	if err := g.check(); err != nil {
		return err
	}
	out := graphML{
		XSI:      "http://www.w3.org/2001/XMLSchema-instance",
		Location: "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
		Graph:    graphMLGraph{ID: "G", EdgeDefault: "undirected", Description: printable(g.Description)},
	}
	if g.Directed {
		out.Graph.EdgeDefault = "directed"
	}
	key := func(id, kind, name string, t Type) {
		out.Keys = append(out.Keys, graphMLKey{id, kind, name, typeNames[t]})
	}
	key("id", "node", "id", String)
	key("label", "node", "label", String)
	key("weight", "edge", "weight", Real)
	for i, a := range g.NodeAttributes {
		key(fmt.Sprintf("n%d", i), "node", a.Name, a.Type)
	}
	for i, a := range g.EdgeAttributes {
		key(fmt.Sprintf("e%d", i), "edge", a.Name, a.Type)
	}
	data := func(list []graphMLData, prefix string, values []any) []graphMLData {
		for i, v := range values {
			if v != nil {
				list = append(list, graphMLData{fmt.Sprintf("%s%d", prefix, i), text(v)})
			}
		}
		return list
	}
	for i, n := range g.Nodes {
		list := []graphMLData{{"id", printable(n.ID)}, {"label", printable(n.label())}}
		out.Graph.Nodes = append(out.Graph.Nodes, graphMLNode{fmt.Sprintf("n%d", i), data(list, "n", n.Values)})
	}
	for i, e := range g.Edges {
		out.Graph.Edges = append(out.Graph.Edges, graphMLEdge{
			fmt.Sprintf("e%d", i), fmt.Sprintf("n%d", e.Source), fmt.Sprintf("n%d", e.Target),
			data([]graphMLData{{"weight", text(e.Weight)}}, "e", e.Values),
		})
	}
	return writeXML(w, out)
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

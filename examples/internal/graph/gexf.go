package graph

import (
	"encoding/xml"
	"io"
	"strconv"
)

type gexf struct {
	XMLName xml.Name  `xml:"http://gexf.net/1.3 gexf"`
	Viz     string    `xml:"xmlns:viz,attr,omitempty"`
	Version string    `xml:"version,attr"`
	Meta    gexfMeta  `xml:"meta"`
	Graph   gexfGraph `xml:"graph"`
}

type gexfMeta struct {
	Creator     string `xml:"creator"`
	Description string `xml:"description"`
}

type gexfGraph struct {
	EdgeType   string           `xml:"defaultedgetype,attr"`
	Mode       string           `xml:"mode,attr"`
	Attributes []gexfAttributes `xml:"attributes"`
	Nodes      []gexfNode       `xml:"nodes>node"`
	Edges      []gexfEdge       `xml:"edges>edge"`
}

type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Values *gexfValues `xml:"attvalues"`
	gexfLook
}

type gexfEdge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Weight string      `xml:"weight,attr"`
	Values *gexfValues `xml:"attvalues"`
}

type gexfValues struct {
	List []gexfValue `xml:"attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

// WriteGEXF writes the graph in GEXF 1.3, without the date that the format may
// have. The attributes of nodes that say how they look are written as the format
// has them: see [Node].
func (g *Graph) WriteGEXF(w io.Writer) error {
	if err := g.check(); err != nil {
		return err
	}
	out := gexf{
		Version: "1.3",
		Meta:    gexfMeta{Creator: "tifa", Description: printable(g.Description)},
		Graph:   gexfGraph{EdgeType: "undirected", Mode: "static"},
	}
	if g.Directed {
		out.Graph.EdgeType = "directed"
	}
	look := newLooks(g.NodeAttributes)
	if len(look) > 0 {
		out.Viz = "http://gexf.net/1.3/viz"
	}
	attributes := func(class string, list []Attribute, without looks) {
		x := gexfAttributes{Class: class}
		for i, a := range list {
			if !without.has(i) {
				x.List = append(x.List, gexfAttribute{strconv.Itoa(i), a.Name, typeNames[a.Type]})
			}
		}
		if len(x.List) > 0 {
			out.Graph.Attributes = append(out.Graph.Attributes, x)
		}
	}
	attributes("node", g.NodeAttributes, look)
	attributes("edge", g.EdgeAttributes, nil)
	values := func(list []any, without looks) *gexfValues {
		var x gexfValues
		for i, v := range list {
			if v != nil && !without.has(i) {
				x.List = append(x.List, gexfValue{strconv.Itoa(i), text(v)})
			}
		}
		if x.List == nil {
			return nil
		}
		return &x
	}
	for _, n := range g.Nodes {
		out.Graph.Nodes = append(out.Graph.Nodes, gexfNode{printable(n.ID), printable(n.label()), values(n.Values, look), look.of(n)})
	}
	for i, e := range g.Edges {
		out.Graph.Edges = append(out.Graph.Edges, gexfEdge{
			strconv.Itoa(i), printable(g.Nodes[e.Source].ID), printable(g.Nodes[e.Target].ID), text(e.Weight), values(e.Values, nil),
		})
	}
	return writeXML(w, out)
}

package graph

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func example() *Graph {
	return &Graph{
		Description:    "who cites <whom>",
		Directed:       true,
		NodeAttributes: []Attribute{{"kind", String}, {"times", Integer}, {"in_folder", Boolean}},
		EdgeAttributes: []Attribute{{"share", Real}},
		Nodes: []Node{
			{ID: "a b", Values: []any{"意见", 2, true}},
			{ID: `b"`, Label: "《数据<安全>法》&\x01", Values: []any{nil, nil, nil}},
		},
		Edges: []Edge{{0, 1, 2.5, []any{.25}}, {1, 1, 1, []any{nil}}},
	}
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b))
	return b.String()
}

func TestCSV(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "Id,Label,kind,times,in_folder\na b,a b,意见,2,true\n\"b\"\"\",《数据<安全>法》& ,,,\n", written(t, example().WriteNodesCSV))
	assert.Equal(t, "Source,Target,Type,Weight,share\na b,\"b\"\"\",Directed,2.5,0.25\n\"b\"\"\",\"b\"\"\",Directed,1,\n", written(t, example().WriteEdgesCSV))
}

func TestGraphML(t *testing.T) {
	t.Parallel()
	assert.Equal(t, `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
 <key id="id" for="node" attr.name="id" attr.type="string"></key>
 <key id="label" for="node" attr.name="label" attr.type="string"></key>
 <key id="weight" for="edge" attr.name="weight" attr.type="double"></key>
 <key id="n0" for="node" attr.name="kind" attr.type="string"></key>
 <key id="n1" for="node" attr.name="times" attr.type="long"></key>
 <key id="n2" for="node" attr.name="in_folder" attr.type="boolean"></key>
 <key id="e0" for="edge" attr.name="share" attr.type="double"></key>
 <graph id="G" edgedefault="directed">
  <desc>who cites &lt;whom&gt;</desc>
  <node id="n0">
   <data key="id">a b</data>
   <data key="label">a b</data>
   <data key="n0">意见</data>
   <data key="n1">2</data>
   <data key="n2">true</data>
  </node>
  <node id="n1">
   <data key="id">b&#34;</data>
   <data key="label">《数据&lt;安全&gt;法》&amp; </data>
  </node>
  <edge id="e0" source="n0" target="n1">
   <data key="weight">2.5</data>
   <data key="e0">0.25</data>
  </edge>
  <edge id="e1" source="n1" target="n1">
   <data key="weight">1</data>
  </edge>
 </graph>
</graphml>
`, written(t, example().WriteGraphML))
}

func TestGEXF(t *testing.T) {
	t.Parallel()
	assert.Equal(t, `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
 <meta>
  <creator>tifa</creator>
  <description>who cites &lt;whom&gt;</description>
 </meta>
 <graph defaultedgetype="directed" mode="static">
  <attributes class="node">
   <attribute id="0" title="kind" type="string"></attribute>
   <attribute id="1" title="times" type="long"></attribute>
   <attribute id="2" title="in_folder" type="boolean"></attribute>
  </attributes>
  <attributes class="edge">
   <attribute id="0" title="share" type="double"></attribute>
  </attributes>
  <nodes>
   <node id="a b" label="a b">
    <attvalues>
     <attvalue for="0" value="意见"></attvalue>
     <attvalue for="1" value="2"></attvalue>
     <attvalue for="2" value="true"></attvalue>
    </attvalues>
   </node>
   <node id="b&#34;" label="《数据&lt;安全&gt;法》&amp; "></node>
  </nodes>
  <edges>
   <edge id="0" source="a b" target="b&#34;" weight="2.5">
    <attvalues>
     <attvalue for="0" value="0.25"></attvalue>
    </attvalues>
   </edge>
   <edge id="1" source="b&#34;" target="b&#34;" weight="1"></edge>
  </edges>
 </graph>
</gexf>
`, written(t, example().WriteGEXF))
}

func TestGEXFSaysHowNodesLook(t *testing.T) {
	t.Parallel()
	g := &Graph{
		NodeAttributes: []Attribute{{"x", Real}, {"y", Real}, {"n", Integer}, {"size", Real}, {"r", Integer}, {"g", Integer}, {"b", Integer}},
		Nodes: []Node{
			{ID: "a", Values: []any{1.5, -2.0, 7, 9.0, 255, 0, 10}},
			{ID: "b", Values: []any{1.5, nil, nil, nil, nil, nil, nil}},
		},
	}
	got := written(t, g.WriteGEXF)
	assert.Contains(t, got, `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`)
	assert.Contains(t, got, `
  <attributes class="node">
   <attribute id="2" title="n" type="long"></attribute>
  </attributes>
  <nodes>
   <node id="a" label="a">
    <attvalues>
     <attvalue for="2" value="7"></attvalue>
    </attvalues>
    <viz:color r="255" g="0" b="10"></viz:color>
    <viz:position x="1.5" y="-2" z="0"></viz:position>
    <viz:size value="9"></viz:size>
   </node>
   <node id="b" label="b"></node>
`)
	// Half a place, and a colour of another type, are attributes like any other.
	g = &Graph{
		NodeAttributes: []Attribute{{"x", Real}, {"r", Real}, {"g", Integer}, {"b", Integer}},
		Nodes:          []Node{{ID: "a", Values: []any{1.5, 1.0, 2, 3}}},
	}
	got = written(t, g.WriteGEXF)
	assert.NotContains(t, got, "viz")
	assert.Equal(t, 4, strings.Count(got, "<attvalue "))
}

func TestUndirectedAndEmpty(t *testing.T) {
	t.Parallel()
	g := &Graph{Nodes: []Node{{ID: "a"}, {ID: "b"}}, Edges: []Edge{{0, 1, 1, nil}}}
	assert.Contains(t, written(t, g.WriteGEXF), `defaultedgetype="undirected"`)
	assert.Contains(t, written(t, g.WriteGraphML), `edgedefault="undirected"`)
	assert.Contains(t, written(t, g.WriteEdgesCSV), "Undirected")
	for _, write := range []func(io.Writer) error{new(Graph).WriteGEXF, new(Graph).WriteGraphML} {
		assert.NoError(t, xml.Unmarshal([]byte(written(t, write)), new(struct{})))
	}
}

func TestWhatIsWrongWithAGraph(t *testing.T) {
	t.Parallel()
	nodes := []Node{{ID: "a"}, {ID: "b"}}
	for _, c := range []struct {
		name string
		g    Graph
		want string
	}{
		{"a blank in an attribute's name", Graph{NodeAttributes: []Attribute{{"per million", Real}}}, `graph: the attribute "per million" is not of letters, digits and ._-`},
		{"an attribute without a name", Graph{EdgeAttributes: []Attribute{{}}}, `graph: the attribute "" is not of letters, digits and ._-`},
		{"the same attribute twice", Graph{NodeAttributes: []Attribute{{"n", Real}, {"N", Real}}}, `graph: there are two attributes "N"`},
		{"an attribute that all graphs have", Graph{NodeAttributes: []Attribute{{"label", String}}}, `graph: there are two attributes "label"`},
		{"an unknown type", Graph{NodeAttributes: []Attribute{{"n", 9}}}, `graph: the attribute "n" has no known type`},
		{"a node without an id", Graph{Nodes: []Node{{}}}, `graph: node 0 has no id`},
		{"the same node twice", Graph{Nodes: []Node{{ID: "a"}, {ID: "a"}}}, `graph: there are two nodes "a"`},
		{"values without an attribute", Graph{Nodes: []Node{{ID: "a", Values: []any{1}}}}, `graph: node "a": there are 1 values for 0 attributes`},
		{"a value of another type", Graph{NodeAttributes: []Attribute{{"n", Integer}}, Nodes: []Node{{ID: "a", Values: []any{1.5}}}}, `graph: node "a": n: 1.5 (float64) is no value of the type long`},
		{"no number", Graph{NodeAttributes: []Attribute{{"n", Real}}, Nodes: []Node{{ID: "a", Values: []any{math.NaN()}}}}, `graph: node "a": n: NaN (float64) is no value of the type double`},
		{"an edge to nowhere", Graph{Nodes: nodes, Edges: []Edge{{0, 2, 1, nil}}}, `graph: edge 0 joins nodes 0 and 2 of 2`},
		{"an endless weight", Graph{Nodes: nodes, Edges: []Edge{{0, 1, math.Inf(1), nil}}}, `graph: edge 0: the weight +Inf is no number`},
		{"an edge's value", Graph{Nodes: nodes, Edges: []Edge{{0, 1, 1, []any{1}}}}, `graph: edge 0: there are 1 values for 0 attributes`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, write := range []func(io.Writer) error{c.g.WriteGEXF, c.g.WriteGraphML, c.g.WriteNodesCSV, c.g.WriteEdgesCSV} {
				var b bytes.Buffer
				assert.EqualError(t, write(&b), c.want)
				assert.Empty(t, b.String(), "nothing is written")
			}
		})
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWriteErrors(t *testing.T) {
	t.Parallel()
	g := example()
	for _, write := range []func(io.Writer) error{g.WriteGEXF, g.WriteGraphML, g.WriteNodesCSV, g.WriteEdgesCSV} {
		assert.ErrorContains(t, write(brokenWriter{}), "the disk is full")
	}
}

// Whatever a label is, both files are well-formed and say it.
func FuzzWrite(f *testing.F) {
	f.Add("《数据安全法》")
	f.Add("]]>&<\x00\ufffe")
	f.Fuzz(func(t *testing.T, label string) {
		g := &Graph{Nodes: []Node{{ID: "a", Label: label}}}
		for _, write := range []func(io.Writer) error{g.WriteGEXF, g.WriteGraphML} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			var any struct {
				Inner string `xml:",innerxml"`
			}
			if err := xml.Unmarshal(b.Bytes(), &any); err != nil {
				t.Fatalf("%q: %v", label, err)
			}
			if !strings.Contains(any.Inner, "a") {
				t.Fatal("the node is gone")
			}
		}
	})
}

package graph

import "slices"

// gexfLook is how a node looks, in the part of GEXF for that.
type gexfLook struct {
	Color    *gexfColor    `xml:"viz:color"`
	Position *gexfPosition `xml:"viz:position"`
	Size     *gexfSize     `xml:"viz:size"`
}

type gexfColor struct {
	R string `xml:"r,attr"`
	G string `xml:"g,attr"`
	B string `xml:"b,attr"`
}

type gexfPosition struct {
	X string `xml:"x,attr"`
	Y string `xml:"y,attr"`
	Z string `xml:"z,attr"` // 0, which GEXF 1.2 needs
}

type gexfSize struct {
	Value string `xml:"value,attr"`
}

// looks are the indices of the attributes that say how a node looks, by name.
type looks map[string]int

// newLooks finds x and y, r, g and b, and size; of the first two groups all or
// none.
func newLooks(attributes []Attribute) looks {
	out := make(looks)
	for _, group := range []struct {
		names []string
		kind  Type
	}{
		{[]string{"x", "y"}, Real}, {[]string{"r", "g", "b"}, Integer}, {[]string{"size"}, Real},
	} {
		var found []int
		for _, name := range group.names {
			if i := slices.Index(attributes, Attribute{name, group.kind}); i >= 0 {
				found = append(found, i)
			}
		}
		if len(found) == len(group.names) {
			for k, name := range group.names {
				out[name] = found[k]
			}
		}
	}
	return out
}

// has reports whether the attribute with an index is one.
func (l looks) has(i int) bool {
	for _, k := range l {
		if k == i {
			return true
		}
	}
	return false
}

// of returns how a node looks.
func (l looks) of(n Node) (out gexfLook) {
	// value returns what the attribute of a name says, "" for nothing.
	value := func(name string) string {
		if i, ok := l[name]; ok {
			return text(n.Values[i])
		}
		return ""
	}
	if x, y := value("x"), value("y"); x != "" && y != "" {
		out.Position = &gexfPosition{x, y, "0"}
	}
	if r, g, b := value("r"), value("g"), value("b"); r != "" && g != "" && b != "" {
		out.Color = &gexfColor{r, g, b}
	}
	if size := value("size"); size != "" {
		out.Size = &gexfSize{size}
	}
	return out
}

package keywords

import (
	"cmp"
	"maps"
	"slices"
)

// Regroup returns the table with other groups: name says into which one the
// documents of a group go, those of a year into a decade, for instance. Rows are
// the same otherwise, and the table itself is not changed.
func (t *PhraseTable) Regroup(name func(group string) string) *PhraseTable {
	out := &PhraseTable{Kept: t.Kept, Left: t.Left, Rows: slices.Clone(t.Rows)}
	sizes := make(map[string]Size)
	names := make(map[string]string, len(t.Groups))
	for _, g := range t.Groups {
		names[g.Group] = name(g.Group)
		s := sizes[names[g.Group]]
		sizes[names[g.Group]] = Size{s.Documents + g.Documents, s.Tokens + g.Tokens}
	}
	for _, group := range slices.Sorted(maps.Keys(sizes)) {
		out.Groups = append(out.Groups, GroupSize{group, sizes[group]})
	}
	for i := range out.Rows {
		var groups []GroupCount
		for _, c := range t.Rows[i].Groups {
			c.Group = names[c.Group]
			groups = addGroup(groups, c)
		}
		out.Rows[i].Groups = groups
	}
	return out
}

// addGroup adds counts to those of the same group in a list that is sorted by
// name.
func addGroup(groups []GroupCount, c GroupCount) []GroupCount {
	at, ok := slices.BinarySearchFunc(groups, c.Group, func(g GroupCount, name string) int { return cmp.Compare(g.Group, name) })
	if !ok {
		return slices.Insert(groups, at, c)
	}
	g := &groups[at]
	g.Count, g.All, g.Documents = g.Count+c.Count, g.All+c.All, g.Documents+c.Documents
	return groups
}

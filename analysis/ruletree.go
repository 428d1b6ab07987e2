package analysis

import "strings"

// A branch is an element of one or more patterns of rules that are alike up to
// it, so that text which several of them match is looked at once.
type branch struct {
	element
	starts start // of the element
	rule   int   // index into rules of the first one with a pattern that ends here, or noRule
	next   []branch
}

// noRule is behind all rules.
const noRule = len(rules)

// grow adds a pattern of a rule. Rules are added in their order.
func grow(tree []branch, p pattern, rule int) []branch {
	for i := range tree {
		if b := &tree[i]; b.element == p[0] {
			if len(p) > 1 {
				b.next = grow(b.next, p[1:], rule)
			} else {
				b.rule = min(b.rule, rule)
			}
			return tree
		}
	}
	b := branch{element: p[0], starts: p[0].starts(), rule: rule}
	if len(p) > 1 {
		b.rule, b.next = noRule, grow(nil, p[1:], rule)
	}
	return append(tree, b)
}

// A starter is what can match at a word that starts with a character of a class.
type starter struct {
	rules    []int // with a function that can
	patterns []branch
}

var starters = func() (all [startMark + 1]starter) {
	for _, class := range []start{startDigit, startNumeral, startLatin, startMark} {
		s := &all[class]
		for i, r := range rules {
			if r.match != nil && r.starts&class != 0 {
				s.rules = append(s.rules, i)
			}
			for _, written := range r.patterns {
				if p := compile(written); p[0].starts() == class {
					s.patterns = grow(s.patterns, p, i)
				}
			}
		}
	}
	return all
}()

// mayBeNumber reports whether a rule may match from the start of a word that
// starts with a Han numeral: not with 一定 or 一些, since no match ends inside them.
func mayBeNumber(word string) bool {
	r, n := decode(word[len("一"):])
	return n == 0 || isHanNumeral(r) || inPatterns[r%rune(len(inPatterns))]
}

// inPatterns has the low bits of the characters in patterns, and those in what
// functions match from a Han numeral on.
var inPatterns = func() (in [1 << 12]bool) {
	for _, rule := range rules {
		for _, r := range strings.Join(rule.patterns, "") + "大" {
			in[r%rune(len(in))] = true
		}
	}
	return in
}()

// A ruleMatch is the longest match of a rule so far.
type ruleMatch struct {
	text   string         // of the document up to the end of the sentence
	mayEnd func(int) bool // whether a match may end at a byte
	rule   int            // or noRule
	end    int
}

// matchRules returns the longest match of a rule at a word that starts at
// text[at:] with a character of class c, of equally long ones that of the first
// rule; nil where there is none. text is the document up to the end of the
// sentence. mayEnd reports whether a match may end at a byte.
func matchRules(text string, at int, c start, mayEnd func(int) bool) (r *rule, end int) {
	m := ruleMatch{text, mayEnd, noRule, at}
	s := &starters[c]
	for _, i := range s.rules {
		m.found(i, rules[i].match(text, at))
	}
	m.find(s.patterns, at)
	if m.rule == noRule {
		return nil, at
	}
	return &rules[m.rule], m.end
}

// find looks for the patterns of a tree at byte at.
func (m *ruleMatch) find(tree []branch, at int) {
	r, size := decode(m.text[at:])
	half, starts := halfWidth(r), classOf(r).start()
	for i := range tree {
		b := &tree[i]
		n := size
		switch {
		case b.class == 0:
			if b.rune != half {
				continue
			}
		case b.starts != 0 && b.starts != starts:
			continue
		default:
			if n = b.matchFrom(m.text[at:], r, size); n == 0 && b.class != 'B' {
				continue
			}
		}
		if b.rule != noRule {
			m.found(b.rule, at+n)
		}
		if b.next != nil {
			m.find(b.next, at+n)
		}
	}
}

// found takes a match if it is better.
func (m *ruleMatch) found(rule, end int) {
	if (end > m.end || end == m.end && rule < m.rule && m.rule != noRule) && m.mayEnd(end) {
		m.rule, m.end = rule, end
	}
}

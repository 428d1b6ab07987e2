package keywords

// A trie maps words to numbers. It is read by any number of goroutines once
// it is built. The zero trie is empty.
type trie struct {
	next  map[trieEdge]int32 // node
	value []int32            // of each node: a number counted from 1, or 0
	first runeSet            // the first characters of words
	exact bool               // commas count
}

type trieEdge struct {
	node int32
	r    rune
}

// add maps a word to a number; of two numbers the first stays.
func (t *trie) add(word string, value int32) {
	if t.next == nil {
		t.next = make(map[trieEdge]int32)
		t.value = make([]int32, 1)
	}
	node := int32(0)
	for i, r := range word {
		if i == 0 {
			t.first.add(r)
		}
		to, ok := t.next[trieEdge{node, r}]
		if !ok {
			to = int32(len(t.value))
			t.value = append(t.value, 0)
			t.next[trieEdge{node, r}] = to
		}
		node = to
	}
	if t.value[node] == 0 {
		t.value[node] = value + 1
	}
}

// longest returns the number of the longest word that text begins with and
// that ok accepts, given its length in text, or -1. Unless the trie is
// exact, commas behind the second character do not count: 双随机、一公开, but not
// 三、保障.
func (t *trie) longest(text []rune, ok func(n int, value int32) bool) int32 {
	best := int32(-1)
	if len(text) == 0 || !t.first.has(text[0]) {
		return best
	}
	node := int32(0)
	for i, r := range text {
		if i > 1 && !t.exact && (r == '、' || r == '，') {
			continue
		}
		to, found := t.next[trieEdge{node, r}]
		if !found {
			break
		}
		node = to
		if v := t.value[node]; v > 0 && ok(i+1, v-1) {
			best = v - 1
		}
	}
	return best
}

// A runeSet is a set of characters up to U+FFFF, and of what is above them as
// one.
type runeSet [1 << 10]uint64

func (s *runeSet) add(r rune) {
	r = min(r, 0xffff)
	s[r>>6] |= 1 << (r & 63)
}

func (s *runeSet) has(r rune) bool {
	r = min(r, 0xffff)
	return s[r>>6]&(1<<(r&63)) != 0
}

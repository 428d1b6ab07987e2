package keywords

import (
	"context"
	"math"
)

// A run is one n-gram that recurs: n words from each of the positions on.
type run struct {
	n, runes    int
	first, last uses    // see group; 0 in what repeats has not found
	where       []int32 // positions in grams.word, ascending
}

// mayBePhrase reports whether the words may be a phrase by what they are.
func (r *run) mayBePhrase() bool {
	if r.n == 1 {
		return r.first&alone != 0
	}
	return r.first&begins != 0 && r.last&ends != 0
}

// repeats calls f for the n-grams of as many words and characters as the options
// allow that occur MinCount times or more, but for most that are nothing of
// interest by the words they begin with. It fails only with ctx's error. f must not
// keep the positions. Shorter n-grams come first; single words in the order of their
// numbers, longer n-grams in that of what they are without the last word, and of
// their first occurrences.
//
// The positions of an n-gram stand together, and are parted by the word that
// follows. What does not recur is dropped at once: nothing longer recurs there
// (the Apriori property: Agrawal & Srikant 1994). No text is compared, and each
// position is looked at no more than maxWords times, so time and memory are
// linear in the text.
func (e *evaluator) repeats(ctx context.Context, f func(run)) error {
	r := &e.finder
	r.least, r.maxRunes = int32(min(e.opts.MinCount, math.MaxInt32)), int32(min(e.opts.MaxRunes, math.MaxInt32))
	r.words(e)
	for n := 1; len(r.groups) > 0; n++ {
		r.longer, r.kept = r.longer[:0], 1
		begin := int32(1)
		for i, x := range r.groups {
			if i%1024 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			where := r.where[begin:x.end]
			f(run{n, int(x.runes), x.first, x.last, where})
			if n > 1 && x.last&inside == 0 {
				x.first &^= begins
			}
			if n < e.opts.MaxWords && x.first&(begins|counts) != 0 {
				r.extend(e, where, n, x)
			}
			begin = x.end
		}
		r.groups, r.longer = r.longer, r.groups
	}
	return ctx.Err()
}

// A repeatFinder is the state of evaluator.repeats. Its slices are kept for the
// next document.
type repeatFinder struct {
	least, maxRunes int32

	// The positions, group by group, from where[1] on. Those of longer n-grams,
	// which are no more, take the place of what has been looked at. What is not
	// looked for is written to where[0], as no branch on that could be foreseen.
	where  []int32
	groups []group // of the n-grams of one length
	longer []group // of those with a word more
	kept   int32   // where those in longer end

	// Of the break and each word, -1 if it does not recur. Of others 0, but while a
	// group is parted: how many of the group it follows, then where in where the
	// next one goes.
	at      []int32
	follows []int32     // the words that follow the group
	next    []following // where they follow it
}

// A group is the positions of one n-gram, which begin where those of the group
// before end.
type group struct {
	end   int32 // in where
	runes int32

	// What the first and the last word may be. Behind words that do not stand
	// inside a phrase, the first one begins none.
	first, last uses
}

// following is a position of a group and the word that follows there.
type following struct{ position, word int32 }

// words makes the groups of the single words that a phrase or another word of
// interest may begin with.
func (r *repeatFinder) words(e *evaluator) {
	g := e.grams
	r.at, r.groups = resized(r.at, 1+len(g.stats)), r.groups[:0]
	r.at[0] = 0
	at := r.at[1:]
	n, most := int32(1), int32(0)
	for w := range at {
		s := &g.stats[w]
		if at[w] = 0; !r.recurs(s) {
			continue
		}
		may := e.role(int32(w)).may
		if may&(begins|counts|latin) == 0 {
			continue
		}
		at[w] = n
		n += s.count
		most = max(most, s.count)
		r.groups = append(r.groups, group{n, s.runes, may, may})
	}
	r.where = resized(r.where, int(n))
	where := r.where
	for p, w := range g.word {
		to := &r.at[w+1]
		where[*to] = int32(p)
		*to += min(*to, 1)
	}
	r.at[0] = -1
	for w := range at {
		if at[w] = -1; r.recurs(&g.stats[w]) {
			at[w] = 0
		}
	}
	r.next, r.follows = resized(r.next, int(most)), resized(r.follows, int(most))
}

func (r *repeatFinder) recurs(s *wordStats) bool { return s.count >= r.least && s.runes <= r.maxRunes }

// extend adds to longer the groups of n+1 words that begin with the n words of a
// group, at the positions where.
func (r *repeatFinder) extend(e *evaluator, where []int32, n int, x group) {
	word := e.grams.word[n:]
	if len(where) == 2 { // as mostly
		w := word[where[0]]
		if w < 0 || w != word[where[1]] {
			return
		}
		v := e.role(w)
		if runes := x.runes + v.runes; runes <= r.maxRunes {
			r.where[r.kept], r.where[r.kept+1] = where[0], where[1]
			r.kept += 2
			r.longer = append(r.longer, group{r.kept, runes, x.first, v.may})
		}
		return
	}
	next, follows := r.tally(word, where)
	if follows = r.choose(e, follows, x); len(follows) == 0 {
		return
	}
	at := r.at
	for _, x := range next {
		to := &at[x.word+1]
		r.where[*to] = x.position
		*to += min(*to, 1)
	}
	for _, w := range follows {
		at[w+1] = 0
	}
}

// tally counts the words that follow the positions of a group. It leaves out those
// that do not recur.
func (r *repeatFinder) tally(word, where []int32) (next []following, follows []int32) {
	at, next, follows := r.at, r.next, r.follows
	n, words := 0, 0
	for _, p := range where {
		w := word[p]
		count := at[w+1]
		next[n], follows[words] = following{p, w}, w
		if count == 0 {
			words++
		}
		if count >= 0 {
			n++
			count++
		}
		at[w+1] = count
	}
	return next[:n], follows[:words]
}

// choose adds the groups of the words that follow a group often enough, and
// returns these words.
func (r *repeatFinder) choose(e *evaluator, follows []int32, x group) []int32 {
	n := 0
	for _, w := range follows {
		count := r.at[w+1]
		r.at[w+1] = 0
		if count < r.least {
			continue
		}
		v := e.role(w)
		if runes := x.runes + v.runes; runes <= r.maxRunes {
			r.at[w+1] = r.kept
			r.kept += count
			r.longer = append(r.longer, group{r.kept, runes, x.first, v.may})
			follows[n] = w
			n++
		}
	}
	return follows[:n]
}

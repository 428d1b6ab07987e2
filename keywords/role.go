package keywords

import (
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A role is what an evaluator asks of words at every occurrence of an n-gram. It
// is a copy, as vocables are many times as large.
type role struct {
	first, last rune // characters
	runes       int32
	may         uses
}

// uses say what a word may be in a phrase.
type uses uint32

const (
	settled  uses = 1 << iota // the others are known
	begins                    // a phrase may begin with the word
	ends                      // a phrase of several words may end with it
	inside                    // it may stand between others
	alone                     // a phrase may be this word
	counts                    // it begins with a numeral, like numeral slogans
	joins                     // the options let it be in a phrase
	bordered                  // a phrase can end beside it
	light                     // it is a light verb
	latin                     // it is a Latin word
	personal                  // it is a person's name
	unlisted                  // no dictionary has it
)

// role returns the role of a word.
func (e *evaluator) role(w int32) *role {
	r := &e.roles[w]
	if r.may == 0 {
		e.settle(w, r)
	}
	return r
}

func (e *evaluator) settle(w int32, r *role) {
	v := e.grams.vocable(w)
	*r = role{first: v.first, last: v.last, runes: int32(v.runes), may: settled | usesOf(v)}
	if !e.picky || e.lets(v) {
		r.may |= joins
	}
}

// A letterUse is what the first letter of a word's tag says.
type letterUse uint8

const (
	beginsNone letterUse = 1 << iota // begins no phrase, unless it is Latin
	endsNone                         // ends no phrase, unless it is Latin
	endsShort                        // ends no phrase if it has one character: 全面建设社会主义现代化国家新
	insideNone                       // stands inside no phrase
	aloneNone                        // is no phrase
	isParticle                       // a phrase can end beside it
)

var letterUses = func() (of [1 << 8]letterUse) {
	for use, letters := range map[letterUse]string{
		beginsNone: "ucpykqero", endsNone: "ucpyreok", endsShort: "dqabm", insideNone: "yr", aloneNone: "m", isParticle: "ucp",
	} {
		for _, l := range []byte(letters) {
			of[l] |= use
		}
	}
	return of
}()

func usesOf(v *vocable) (may uses) {
	letter := letterUse(0)
	if v.tag != "" {
		letter = letterUses[v.tag[0]]
	}
	number, latinWord := v.kind == analysis.KindNumber, v.kind == analysis.KindLatin
	if latinWord {
		letter &^= beginsNone | endsNone
		may |= latin
	}
	if letter&beginsNone == 0 && v.class&function == 0 && !(number && isDigit(v.first)) &&
		!(letter&aloneNone != 0 && v.first == '第') { // 第十二条
		may |= begins
	}
	if letter&endsNone == 0 && v.class&(function|noEnd) == 0 && !number {
		may |= ends
		if may&begins != 0 && v.kind == analysis.KindWord && letter&aloneNone == 0 {
			may |= alone
		}
		if v.runes == 1 && (letter&endsShort != 0 || v.first == '第') {
			may &^= ends
		}
	}
	if letter&insideNone == 0 && v.class&noInner == 0 && v.tag != "ul" && v.tag != "uz" &&
		!(number && (isDigit(v.first) || strings.ContainsAny(v.text, "千万亿"))) {
		may |= inside
	}
	if v.first == '双' || isNumeralRune(v.first) {
		may |= counts
	}
	if letter&isParticle != 0 || v.class&(function|lightVerb) != 0 {
		may |= bordered
	}
	if v.class&lightVerb != 0 {
		may |= light
	}
	if strings.HasPrefix(v.tag, "nr") {
		may |= personal
	}
	if v.tag == "x" {
		may |= unlisted
	}
	return may
}

// mayBegin reports whether a phrase or another word of interest may begin with a
// word.
func (e *evaluator) mayBegin(w int32) bool { return e.role(w).may&(begins|counts|latin) != 0 }

// mayGoOn reports whether a phrase may begin with an n-gram and be longer. In
// numeral slogans is any word.
func (e *evaluator) mayGoOn(r run) bool {
	words := e.grams.words(r)
	return r.n == 1 || e.role(words[0]).may&counts != 0 || e.role(words[r.n-1]).may&inside != 0
}

// mayBePhrase reports whether the words may be a phrase by what they are.
func (e *evaluator) mayBePhrase(words []int32) bool {
	first := e.role(words[0])
	if len(words) == 1 {
		return first.may&alone != 0
	}
	if first.may&begins == 0 || e.role(words[len(words)-1]).may&ends == 0 {
		return false
	}
	for _, w := range words[1 : len(words)-1] {
		if e.role(w).may&inside == 0 {
			return false
		}
	}
	return true
}

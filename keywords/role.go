package keywords

import (
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A role is what an evaluator asks of a word again and again.
type role struct {
	first, last rune // characters
	runes       int32
	may         uses
}

// uses say what a word is, and what it may be in a phrase.
type uses uint32

const (
	settled     uses = 1 << iota // the others are known
	begins                       // a phrase may begin with the word
	ends                         // a phrase of several words may end with it
	inside                       // it may stand between others
	alone                        // a phrase may be this word
	counts                       // it begins with a numeral, like numeral slogans
	joins                        // the options let it be in a phrase
	bordered                     // a phrase can end beside it
	light                        // it is a light verb
	latin                        // it is a Latin word
	personal                     // it is a person's name
	unlisted                     // no dictionary has it
	named                        // it is a keyword though it is short
	verb                         // it is one, and nothing else
	verbal                       // it is of any kind of verbs
	joint                        // it is a conjunction
	possessive                   // it is 的
	heads                        // it makes a phrase that it ends a formulation
	statistical                  // it is the name of a statistic
	listed                       // it is a term of the thesaurus
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
	*r = role{first: v.first, last: v.last, runes: int32(v.runes), may: settled | usesOf(&v)}
	if !e.picky || e.lets(&v) {
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
	if v.class&headNoun != 0 {
		may |= heads
	}
	if v.class&statistic != 0 {
		may |= statistical
	}
	if v.class&concept != 0 {
		may |= listed
	}
	if isName(v) {
		may |= named
	}
	switch v.tag {
	case "x":
		may |= unlisted
	case "v":
		may |= verb
	case "c":
		may |= joint
	case "uj":
		may |= possessive
	}
	if startsTag(v.tag, "v") {
		may |= verbal
	}
	return may
}

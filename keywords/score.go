package keywords

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The weights of a phrase's score.
const (
	weightCount   = 0.10 // × ln(1 + occurrences) × characters, at most 8
	weightQuoted  = 3.0  // × share of occurrences that are one quotation or title
	weightBorder  = 1.1  // × share with a border next to it, of the worse side
	weightIDF     = 0.9  // × ln(1 + Σ IDF of the words)
	weightEntropy = 0.5  // × branching entropy in bits, of the worse side

	bonusHeading   = 0.3 // in a heading or the title
	bonusNumeral   = 0.5 // 五大发展理念, 三个代表
	bonusHead      = 0.4 // ends in one of headNouns
	malusDe        = 1.0 // has 的, other than 党的
	malusJoined    = 0.5 // has a conjunction
	malusVerbs     = 0.4 // is two verbs
	malusExtension = 0.5 // is a word and a phrase extensionRatio times as frequent

	// A phrase that a light verb begins has a border behind it at least so often.
	leastBorder = 0.4

	extensionRatio = 3
	extensionGap   = 1.5 // … unless that scores lower by more than this
)

// headNouns name what policies are and make: the head of a formulation.
var headNouns = wordSet(`
战略 理念 方略 思想 精神 主义 道路 方针 政策 原则 总基调 布局 格局 体系 机制 体制 制度 改革 革命 模式 路径
工程 行动 计划 规划 纲要 试点 平台 基地 园区 新区 示范区 试验区 走廊 枢纽 集群
治理 振兴 文明 安全 攻坚战 保卫战 共同体 现代化 一体化 数字化 智能化 市场 经济 产业 生产力 社会 城市 乡村 强国 强省 强市 强县`)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// score adds up the evidence for a phrase of the given words and length.
func (e *evaluator) score(words []int32, runes int, r run, c evidence) float64 {
	g := e.grams
	idf := 0.0
	for _, w := range words {
		idf += e.wordIDF(w)
	}
	score := weightCount*math.Log(1+float64(len(r.where)))*float64(min(runes, 8)) +
		weightQuoted*c.quoted +
		weightBorder*min(c.leftBorder, c.rightBorder) +
		weightIDF*math.Log(1+idf) +
		weightEntropy*min(c.leftEntropy, c.rightEntropy)
	if slices.ContainsFunc(r.where, func(p int32) bool { return g.head[p] }) {
		score += bonusHeading
	}
	if g.countsMembers(words) {
		score += bonusNumeral
	}
	first, last := &g.vocab[words[0]], &g.vocab[words[len(words)-1]]
	if len(words) > 1 && headNouns[last.text] {
		score += bonusHead
	}
	if len(words) == 2 && startsTag(first.tag, "v") && last.tag == "v" {
		score -= malusVerbs
	}
	for i := 1; i < len(words); i++ {
		switch v := &g.vocab[words[i]]; {
		case v.tag == "c":
			score -= malusJoined
		case v.tag == "uj" && !strings.HasPrefix(g.vocab[words[i-1]].text, "党"):
			score -= malusDe
		}
	}
	return score
}

func (e *evaluator) wordIDF(w int32) float64 {
	if e.idf[w] < 0 {
		e.idf[w] = e.opts.Corpus.IDF(e.grams.vocab[w].text)
	}
	return e.idf[w]
}

// countsMembers reports whether a phrase begins with a numeral that counts
// what follows: 五大, 三个, 四项, 两化.
func (g *grams) countsMembers(words []int32) bool {
	first := g.vocab[words[0]].text
	r, n := utf8.DecodeRuneInString(first)
	if !strings.ContainsRune("两三四五六七八九十双", r) {
		return false
	}
	if n < len(first) {
		r, _ = utf8.DecodeRuneInString(first[n:])
		return strings.ContainsRune("大个位项新化", r)
	}
	if len(words) == 1 {
		return false
	}
	second := &g.vocab[words[1]]
	return second.tag == "q" || strings.HasPrefix(second.text, "大")
}

// discountExtensions lowers the score of each phrase that is another one, much
// more frequent, with words put in front.
func (e *evaluator) discountExtensions() {
	scores := make([]float64, len(e.found))
	for i, p := range e.found {
		scores[i] = p.Score
	}
	for i := range e.found {
		p, key := &e.found[i], e.keys[i]
		for at := range key {
			k, ok := e.byKey[key[at:]]
			if at == 0 || !ok {
				continue
			}
			if e.found[k].Count >= extensionRatio*p.Count && scores[k] > scores[i]-extensionGap {
				p.Score -= malusExtension
				break
			}
		}
	}
}

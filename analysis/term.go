package analysis

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A TermFunc decides whether a token is a content term, and under which key it
// is counted. text is the token's own text. A nil TermFunc means [ContentTerm].
type TermFunc func(text string, t Token) (key string, ok bool)

// ContentTerm is the default [TermFunc]. It accepts
//
//   - words of two or more characters that are nouns (tags n…), verbs (v…),
//     adjectives (a…), abbreviations (j), set phrases (i, l), distinguishing
//     words (b), places (s), descriptive words (z), and words that the
//     segmenter's dictionary does not have (x): in policy texts those are the
//     new ones, 网信 and 强省;
//   - Latin words of two or more characters with a letter, but no web address;
//
// without the stop words of [StopWords]. The key is [Key] of the text.
func ContentTerm(text string, t Token) (key string, ok bool) {
	return contentKey(text, t.Tag, t.Kind)
}

func contentKey(text, tag string, kind Kind) (key string, ok bool) {
	switch {
	case kind == KindWord && IsContentTag(tag):
		return wordKey(text)
	case kind == KindLatin && tag != "xu" && runeCountAtLeast(text, 2) && strings.ContainsFunc(text, unicode.IsLetter):
		return Key(text), true
	}
	return "", false
}

// wordKey returns the key of a word with a content tag.
func wordKey(text string) (key string, ok bool) {
	if len(text) <= utf8.UTFMax && !runeCountAtLeast(text, 2) || isStopWord(text) {
		return "", false
	}
	return Key(text), true
}

// IsContentTag reports whether words of a part of speech carry content; see
// [ContentTerm] for the list.
func IsContentTag(tag string) bool {
	return tag != "" && (isContentTag[tag[0]] || tag == "eng" || tag == "en")
}

// isContentTag has the first letters of these tags.
var isContentTag = func() (is [1 << 8]bool) {
	for _, b := range []byte("nvajilbszx") {
		is[b] = true
	}
	return is
}()

// Key returns the normalized form of a word or phrase: without space and
// quotation marks (“十三五”规划 is 十三五规划), Latin letters in lower case,
// full-width letters, digits and signs in half width. s must be UTF-8.
func Key(s string) string {
	if isCommonHan(s) {
		return s
	}
	var b strings.Builder
	copied := 0 // of s, into b
	for i := 0; i < len(s); {
		if s[i] >= 0xe4 && s[i] <= 0xe9 { // U+4000 to U+9FFF
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if k := keyRune(r); k != r {
			if copied == 0 {
				b.Grow(len(s))
			}
			b.WriteString(s[copied:i])
			if k >= 0 {
				b.WriteRune(k)
			}
			copied = i + n
		}
		i += n
	}
	if copied == 0 {
		return s
	}
	b.WriteString(s[copied:])
	return b.String()
}

// isCommonHan reports whether s has only characters from U+4E00 to U+9FFF, as
// most words do, by their first bytes.
func isCommonHan(s string) bool {
	for i := 0; i < len(s); i += 3 {
		if s[i] < 0xe4 || s[i] > 0xe9 || s[i] == 0xe4 && (i+1 == len(s) || s[i+1] < 0xb8) {
			return false
		}
	}
	return true
}

// keyRune returns what a character is in a key, -1 where it is dropped.
func keyRune(r rune) rune {
	switch {
	case r >= 0x4e00 && r <= 0x9fff:
		return r
	case isSpace(r) || isQuote(r):
		return -1
	}
	return unicode.ToLower(halfWidth(r))
}

// stopWords carry a content tag and no content of their own.
var stopWords = strings.Fields(`
进行 作为 没有 可以 应当 应该 必须 需要 能够 可能 成为 属于 具有 包括 有关 相关 给予 予以 加以 存在 作出 做出
做到 做好 认为 表示 指出 强调 提出 要求 使得 以来 以上 以下 以内 以外 左右 之间 之后 之前 其中 其他 其它 方面
时候 问题 情况 特别 同时 今后 今年 去年 明年 目前 当前 现在 我们 他们 她们 它们 你们 大家 自己 什么 怎么 如何
这里 那里 这样 那样 一些 一定 一样 一般 全部 所有 许多 不少 很多 更多 更好 不同 主要 重要 重大 有效 积极 明显
显著 较大 较快 较好 良好 突出 深入 扎实 切实 认真 努力 着力 大力 进一步 不断 继续 逐步 全面 充分 严格 合理
使用 利用 得到 取得 达到 超过 占 完成 开始 出现 产生 发生 变成 来说 看到 知道 本办法 本条例 本规定 各项 各类 各级
左右 以及 不是 就是 还是 都是 不能 不会 不得 不要 只能 有的 有些 有所 无法 是否 能否 来自 用于 便于 有利于 有助于`)

var stopSet = func() map[string]bool {
	set := make(map[string]bool, len(stopWords))
	for _, w := range stopWords {
		set[w] = true
	}
	return set
}()

func isStopWord(s string) bool {
	return len(s) >= 3 && stopFilter[stopHash(s)] && stopSet[s]
}

// stopFilter has the hashes of stop words: most words need no look-up.
var stopFilter = func() (filter [1 << 12]bool) {
	for _, w := range stopWords {
		filter[stopHash(w)] = true
	}
	return filter
}()

// stopHash mixes the last two bytes of the first and of the last character of s,
// where most of what tells Han characters apart is.
func stopHash(s string) uint {
	first := uint(s[1]&0x3f)<<6 | uint(s[2]&0x3f)
	last := uint(s[len(s)-2]&0x3f)<<6 | uint(s[len(s)-1]&0x3f)
	return (first ^ 5*last) & (1<<12 - 1)
}

// StopWords returns a copy of the default stop words, sorted: words with a
// content tag that carry no content of their own.
func StopWords() []string {
	words := slices.Clone(stopWords)
	slices.Sort(words)
	return slices.Compact(words)
}

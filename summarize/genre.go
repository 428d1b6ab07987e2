package summarize

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A Genre is a kind of official text. It decides which sentences a summary
// prefers and which it never has.
//
// The table is how a genre is told from the text where the caller does not name
// it: the first that has a cue, from the top. The cues are in genres.txt.
//
//	genre           told by                              in a summary
//	GenreRuling     本院认为, 判决如下                     a prior of its own: what is claimed, found and decided; no parties, course of the trial, evidence, costs, appeal
//	GenreRegulation title …办法 …条例 …规定; five 第…条     purpose, principles and 总则 before procedure
//	GenreReport     title …工作报告, or 向大会报告工作      as GenreOther
//	GenreSpeech     title …讲话 …致辞, or 同志们           as GenreOther
//	GenreNotice     title …通知 …意见 …方案 …规划 …        as GenreOther
//	GenreNews       本报讯, 新华社…电, 记者从…获悉          the beginning counts twice
//	GenreOther      everything else                       purpose, aims, what is to be done, lead sentences of sections and paragraphs
//
// What no genre has in a summary is told at [Summarizer.Summarize].
type Genre uint8

// The genres.
const (
	GenreAuto       Genre = iota // told from the text
	GenreOther                   // none of the others
	GenreReport                  // work reports: 政府工作报告
	GenreNotice                  // notices, opinions, plans: 通知 意见 方案 规划
	GenreRegulation              // regulations: 办法 条例 规定
	GenreSpeech                  // speeches and letters
	GenreNews                    // news
	GenreRuling                  // rulings of courts
)

var genreNames = [...]string{"auto", "other", "report", "notice", "regulation", "speech", "news", "ruling"}

// String returns the genre's name in lower case.
func (g Genre) String() string {
	if int(g) < len(genreNames) {
		return genreNames[g]
	}
	return fmt.Sprintf("Genre(%d)", uint8(g))
}

// ParseGenre returns the genre of a name that String gives.
func ParseGenre(name string) (Genre, error) {
	for g, n := range genreNames {
		if n == name {
			return Genre(g), nil
		}
	}
	return 0, fmt.Errorf("summarize: %q is no genre: the genres are %s", name, strings.Join(genreNames[:], ", "))
}

// genresFile holds the cues of the genres; its header says how it was made.
//
//go:embed genres.txt
var genresFile string

var genreCues = readCues(genresFile)

// genreTitles and genreBeginnings are the cues in titles and in beginnings, nil for
// a genre without any.
var genreTitles, genreBeginnings = func() (titles, beginnings [len(genreNames)]*cueList) {
	for g, name := range genreNames {
		titles[g], beginnings[g] = genreCues[name+" title"], genreCues[name+" beginning"]
	}
	return titles, beginnings
}()

// rulingCues tell a ruling anywhere in its text.
var rulingCues = newCueIndex(genreCues["ruling anywhere"])

// DetectGenre tells the genre of a document from its title and text; see
// [Genre]. It takes time linear in the text.
func DetectGenre(doc *analysis.Document) Genre {
	return detectGenre(doc, rulingCues.classes(doc.Text) != 0)
}

// detectGenre is DetectGenre, given whether the text has what tells a ruling.
func detectGenre(doc *analysis.Document, ruling bool) Genre {
	for _, g := range []Genre{GenreRuling, GenreRegulation, GenreReport, GenreSpeech, GenreNotice, GenreNews} {
		switch {
		case g == GenreRuling && ruling:
		case doc.Title != "" && genreTitles[g].in(strings.TrimRight(doc.Title, "）)")):
		case genreBeginnings[g].inBeginning(doc):
		case g == GenreRegulation && articles(doc) >= minArticles:
		default:
			continue
		}
		return g
	}
	return GenreOther
}

// minArticles is the number of 第…条 from which a text without a telling title is
// a regulation: the shortest regulations have some ten.
const minArticles = 5

func articles(doc *analysis.Document) int {
	n := 0
	for _, s := range doc.Sections {
		if s.Marker == analysis.MarkerArticle {
			n++
		}
	}
	return n
}

// maxBeginning is how many sentences are the beginning of a text.
const maxBeginning = 20

// inBeginning reports whether one of the first sentences of the document's
// running text has a cue.
func (l *cueList) inBeginning(doc *analysis.Document) bool {
	if l == nil {
		return false
	}
	n := 0
	for _, s := range doc.Sentences {
		if s.Role == analysis.RoleBody || s.Role == analysis.RoleSalutation {
			if l.in(strings.TrimSpace(doc.Text[s.Start:s.End])) {
				return true
			}
			if n++; n == maxBeginning {
				break
			}
		}
	}
	return false
}

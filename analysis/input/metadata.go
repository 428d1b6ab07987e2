package input

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says about its article.
type metadata struct {
	page
	titles    []string // what may be the title, the most reliable first
	headTitle string   // <title>, which mostly has the site's name too
	site      string   // og:site_name, or the publisher
	titleEnd  int      // the line after the title, 0 where it is in none
}

// metaNames are the names of <meta> that say something about the article: those
// that the Chinese government's website standard (国办发〔2017〕47号) requires, Open
// Graph, Dublin Core and common others.
var metaNames = map[string]string{
	"articletitle": "title", "og:title": "title", "dc.title": "title",
	"pubdate": "date", "publishdate": "date", "publish_date": "date", "article:published_time": "date", "og:release_date": "date",
	"dc.date": "date", "og:published_time": "date", "datepublished": "date", "weibo: article:create_at": "date", "apub:time": "date",
	"contentsource": "source", "mediaid": "source", "og:article:source": "source",
	"author": "author", "article:author": "author", "og:article:author": "author", "dc.creator": "author",
	"og:site_name": "site",
}

// readMetadata reads the head of a page, JSON-LD and what is marked up as metadata
// elsewhere.
func readMetadata(root *html.Node) metadata {
	var m metadata
	var ogTitle string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Title:
			if m.headTitle == "" {
				m.headTitle = strings.Join(strings.Fields(textOf(n, 1000)), " ")
			}
		case atom.Meta:
			name := attribute(n, "name")
			if name == "" {
				name = attribute(n, "property")
			}
			if name == "" {
				name = attribute(n, "itemprop")
			}
			value := strings.Join(strings.Fields(attribute(n, "content")), " ")
			if kind := metaNames[strings.ToLower(name)]; kind == "title" && strings.EqualFold(name, "og:title") {
				ogTitle = value
			} else if value != "" {
				m.set(kind, value)
			}
		case atom.Script:
			if n.FirstChild != nil {
				m.readScript(attribute(n, "type"), n.FirstChild.Data)
			}
		case atom.Time:
			m.set("date", attribute(n, "datetime"))
		}
		switch attribute(n, "itemprop") {
		case "datePublished":
			m.set("date", textOf(n, 100))
		case "author":
			m.set("author", textOf(n, 100))
		}
		if attribute(n, "id") == "js_name" { // of WeChat
			m.set("source", textOf(n, 100))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if ogTitle != "" {
		m.titles = append(m.titles, ogTitle)
	}
	if m.site == "微信公众平台" {
		m.site = ""
	}
	return m
}

// set sets a field that has no value yet.
func (m *metadata) set(kind, value string) {
	value = strings.Trim(value, " \t\r\n\u3000\u00a0")
	switch {
	case value == "" || runesIn(value) > maxField && kind != "title" && kind != "date":
	case kind == "title":
		m.titles = append(m.titles, value)
	case kind == "date" && m.date == "":
		m.date = dateIn(value)
	case kind == "source" && m.source == "":
		m.source = value
	case kind == "author" && m.author == "" && !strings.HasPrefix(value, "http"):
		m.author = value
	case kind == "site" && m.site == "":
		m.site = value
	}
}

// maxField is the length in characters above which a value is no name of a source
// or author.
const maxField = 40

var (
	scriptDate  = regexp.MustCompile(`\b(?:publish_time|publishTime|createTime)\s*=\s*['"](\d{4}-\d{1,2}-\d{1,2})`)
	scriptStamp = regexp.MustCompile(`\bvar\s+ct\s*=\s*['"](\d{10})['"]`)
)

// readScript reads JSON-LD, and the date that a WeChat page has in its script.
func (m *metadata) readScript(kind, text string) {
	if kind == "application/ld+json" {
		var v any
		if json.Unmarshal([]byte(text), &v) == nil {
			m.readJSON(v, 0)
		}
		return
	}
	if !strings.Contains(text, "publish") && !strings.Contains(text, "createTime") && !strings.Contains(text, "ct =") {
		return
	}
	if d := scriptDate.FindStringSubmatch(text); d != nil {
		m.set("date", d[1])
	} else if d := scriptStamp.FindStringSubmatch(text); d != nil {
		seconds, _ := strconv.ParseInt(d[1], 10, 64)
		m.set("date", time.Unix(seconds, 0).In(time.FixedZone("", 8*60*60)).Format(time.DateOnly))
	}
}

// readJSON reads the article of schema.org in JSON-LD.
func (m *metadata) readJSON(v any, depth int) {
	if depth > 4 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			m.readJSON(x, depth+1)
		}
	case map[string]any:
		if s, ok := v["headline"].(string); ok {
			m.set("title", s)
		}
		if s, ok := v["datePublished"].(string); ok {
			m.set("date", s)
		} else if s, ok := v["pubDate"].(string); ok {
			m.set("date", s)
		}
		m.set("author", nameIn(v["author"]))
		m.set("site", nameIn(v["publisher"]))
		m.readJSON(v["@graph"], depth+1)
	}
}

func nameIn(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var names []string
		for _, x := range v {
			if s := nameIn(x); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, " ")
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	}
	return ""
}

var (
	dateForm   = regexp.MustCompile(`((?:19|20)\d\d)\s*[-年/.．]\s*(\d{1,2})\s*[-月/.．]\s*(\d{1,2})`)
	digitsForm = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?$`) // of <meta>
)

// dateIn returns the first date in s as 2006-01-02, "" where there is none.
func dateIn(s string) string {
	if !strings.Contains(s, "19") && !strings.Contains(s, "20") {
		return ""
	}
	for _, d := range append(digitsForm.FindAllStringSubmatch(s, 1), dateForm.FindAllStringSubmatch(s, 8)...) {
		date := fmt.Sprintf("%s-%02s-%02s", d[1], d[2], d[3])
		if _, err := time.Parse(time.DateOnly, date); err == nil {
			return date
		}
	}
	return ""
}

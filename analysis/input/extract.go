package input

import "golang.org/x/net/html"

// A page is what was found in an HTML page.
type page struct {
	text, title, date, source, author string
}

func extract(root *html.Node) page {
	return page{text: render(root, nil)}
}

package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// dates tell the period of a document by its id.
type dates struct {
	pattern *regexp.Regexp
	listed  map[string]string // by id, nil without a manifest
}

// newDates reads the pattern, whose first group is the period, if it has one, and
// the manifest, if there is one.
func newDates(pattern, manifest string) (*dates, error) {
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, fmt.Errorf("-date: %w", err)
	}
	d := &dates{pattern: re}
	if manifest != "" {
		if d.listed, err = readManifest(manifest); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// of returns the period of a document.
func (d *dates) of(id string) (string, error) {
	if d.listed != nil {
		if period, ok := d.listed[id]; ok && strings.Trim(period, "0") == "" {
			return "", fmt.Errorf("%s: the manifest gives its year as %s, which is none", id, period)
		} else if ok {
			return period, nil
		}
		return "", fmt.Errorf("%s: the manifest does not list the document", id)
	}
	found := d.pattern.FindStringSubmatch(id)
	if found == nil || found[min(1, len(found)-1)] == "" {
		return "", fmt.Errorf("%s: the name has no date that fits %q; see -date and -manifest", id, d.pattern)
	}
	return found[min(1, len(found)-1)], nil
}

// readManifest reads a table with tabs between its columns, of which the first
// line names one file, or id, and one year, or date.
func readManifest(name string) (map[string]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	listed := make(map[string]string)
	lines := bufio.NewScanner(f)
	file, year := -1, -1
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(strings.TrimPrefix(strings.TrimRight(lines.Text(), "\r"), "\ufeff"), "\t")
		column := func(names ...string) int {
			return slices.IndexFunc(cells, func(c string) bool { return slices.Contains(names, strings.ToLower(c)) })
		}
		switch {
		case n == 1:
			if file, year = column("file", "id"), column("year", "date"); file < 0 || year < 0 {
				return nil, fmt.Errorf("%s:1: the line names no column file, or id, and no column year, or date", name)
			}
		case len(cells) <= max(file, year):
			return nil, fmt.Errorf("%s:%d: the line has %d columns, too few for a file and a year", name, n, len(cells))
		case cells[year] == "":
			return nil, fmt.Errorf("%s:%d: the year is empty", name, n)
		default:
			listed[strings.TrimSuffix(cells[file], ".txt")] = cells[year]
		}
	}
	return listed, lines.Err()
}

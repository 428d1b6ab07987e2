package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Gold is what a reader marked in a document. What is missing in it is not
// measured.
type Gold struct {
	ID       string
	Phrases  Grades   // every phrase that recurs
	Keywords []string // index terms
	Summary  string   // the sentences that summarise the document, one after the other
}

// suffix of the files of a folder of gold.
const suffix = ".gold.json"

// ReadGold reads a folder of files, one for each document, in the order of their
// names: ID.gold.json has
//
//	{"phrases": {"五大发展理念": 2, …}, "keywords": […], "key_sentences": […]}
//
// Its error names the file.
func ReadGold(dir string) ([]Gold, error) {
	entries, err := os.ReadDir(dir) // sorted
	if err != nil {
		return nil, err
	}
	var all []Gold
	for _, e := range entries {
		id, ok := strings.CutSuffix(e.Name(), suffix)
		if !ok || strings.HasPrefix(id, ".") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		g, err := parseGold(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		g.ID = id
		all = append(all, g)
	}
	if all == nil {
		return nil, fmt.Errorf("%s: there is no file ID%s in the folder: %w", dir, suffix, fs.ErrNotExist)
	}
	return all, nil
}

func parseGold(data []byte) (Gold, error) {
	var file struct {
		Phrases      map[string]int
		Keywords     []string
		KeySentences []string `json:"key_sentences"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&file); err != nil {
		return Gold{}, fmt.Errorf(`byte %d: the file is not {"phrases":{TEXT:GRADE},"keywords":[TEXT],"key_sentences":[TEXT]}: %w`, dec.InputOffset(), err)
	}
	for p, grade := range file.Phrases {
		if grade < 0 || grade > 2 {
			return Gold{}, fmt.Errorf("the grade of %s is %d, not 0, 1 or 2", p, grade)
		}
	}
	if len(file.Phrases)+len(file.Keywords)+len(file.KeySentences) == 0 {
		return Gold{}, errors.New("there are no phrases, keywords or key_sentences in the file")
	}
	return Gold{Phrases: NewGrades(file.Phrases), Keywords: file.Keywords, Summary: strings.Join(file.KeySentences, "")}, nil
}

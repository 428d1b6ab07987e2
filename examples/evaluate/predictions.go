package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// A prediction is what another program says of a document.
type prediction struct {
	ID                         string
	Keywords, Phrases, Summary texts
}

// texts are strings, or objects with a text, or one string.
type texts []string

func (t *texts) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = texts{one}
		return nil
	}
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*t = texts{}
	for _, x := range list {
		var object struct{ Text *string }
		if json.Unmarshal(x, &one) != nil {
			if json.Unmarshal(x, &object) != nil || object.Text == nil {
				return errors.New(`an element is neither a string nor an object with a "text"`)
			}
			one = *object.Text
		}
		*t = append(*t, one)
	}
	return nil
}

// readPredictions reads JSON lines, {"id","keywords","phrases","summary"}, of which
// all but the id may be missing: what tag -o jsonl writes.
func readPredictions(path string) (map[string]prediction, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := make(map[string]prediction)
	r := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if strings.TrimSpace(string(line)) != "" {
			var p prediction
			if err := json.Unmarshal(line, &p); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
			if p.ID == "" {
				return nil, fmt.Errorf(`%s:%d: the object has no "id"`, path, n)
			}
			if _, twice := all[p.ID]; twice {
				return nil, fmt.Errorf("%s:%d: there are two lines for %s", path, n, p.ID)
			}
			all[p.ID] = p
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// of returns the answer to a task, false where the prediction has none.
func (p prediction) of(task string) (answer, bool) {
	switch task {
	case "keywords":
		return answer{list: p.Keywords}, p.Keywords != nil
	case "phrases":
		return answer{list: p.Phrases}, p.Phrases != nil
	}
	return answer{summary: strings.Join(p.Summary, "")}, p.Summary != nil
}

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/internal/eval"
)

// An independent scorer in Python finds the same figures for every method, if
// there is one beside the folder of labelled texts.
func TestSameFiguresAsTheScorerInPython(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of labelled texts")
	}
	script := filepath.Join(dir, "..", "eval", "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("there is no ../eval/score.py beside TIFA_DATA")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	gold, err := eval.ReadGold(filepath.Join(dir, "gold"))
	require.NoError(t, err)
	analyzer, err := (&desk.Common{}).Open()
	require.NoError(t, err)
	e := newEvaluation(analyzer, gold, tasks([]int{5, 10}, []int{20, 50}, 0))
	lines := make(map[string]*strings.Builder) // predictions by task and method
	for src, err := range e.labelled(desk.Sources([]string{dir}, nil)) {
		require.NoError(t, err)
		d, err := e.document(t.Context(), src, nil)
		require.NoError(t, err)
		require.NoError(t, e.add(d))
		doc, err := analyzer.Analyze(t.Context(), src)
		require.NoError(t, err)
		for _, task := range e.tasks {
			for _, m := range task.methods {
				a, err := task.answer(t.Context(), m, doc, e.gold[e.index[src.ID]])
				require.NoError(t, err)
				line, err := json.Marshal(map[string]any{"id": src.ID, "keywords": a.list, "phrases": a.list, "summary": a.summary})
				require.NoError(t, err)
				key := task.name + " " + m
				if lines[key] == nil {
					lines[key] = &strings.Builder{}
				}
				lines[key].Write(append(line, '\n'))
			}
		}
	}
	require.Empty(t, e.missing())
	for i, task := range e.tasks {
		for k, m := range task.methods {
			path := filepath.Join(t.TempDir(), "pred.jsonl")
			require.NoError(t, os.WriteFile(path, []byte(lines[task.name+" "+m].String()), 0o644))
			out, err := exec.CommandContext(t.Context(), python, script, strings.Replace(task.name, "summaries", "summary", 1), filepath.Join(dir, "gold"), path).Output()
			require.NoError(t, err)
			for j, measure := range task.measures {
				found := regexp.MustCompile(`(?:^| )` + measure + ` ([0-9.]+)`).FindSubmatch(out)
				require.NotNil(t, found, "%s: %s", measure, out)
				want, err := strconv.ParseFloat(string(found[1]), 64)
				require.NoError(t, err)
				got, rounding := 100*eval.Bootstrap{Resamples: 1}.Mean(e.values(i, k, j)).Value, .00501
				switch {
				case strings.HasPrefix(measure, "nDCG"):
					got, rounding = got/100, .000501
				case strings.HasPrefix(measure, "P"):
					rounding = .0501
				}
				assert.InDelta(t, want, got, rounding, "%s, %s: %s", task.name, m, measure)
			}
		}
	}
}

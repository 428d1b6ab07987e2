package summarize

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unbounded hides that a selection knows bounds.
type unbounded struct{ selection }

// What is picked, and what it adds, does not depend on bounds.
func TestBoundsChangeNothing(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for name, z := range map[string]Summarizer{
			"three sentences": {Sentences: 3}, "characters": {Runes: 300}, "all": {Sentences: 1000}, "a focus": {Sentences: 5, Focus: []string{"发展", "工作", "建设", "服务", "企业", "数据"}},
			"tasks": {Sentences: 5, Aim: AimTasks}, "a ruling": {Sentences: 5, Genre: GenreRuling},
		} {
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				t.Parallel()
				var picked [2][]choice
				for k := range picked {
					in, err := z.input(analyze(t, string(text)))
					require.NoError(t, err)
					s, err := Coverage{}.begin(t.Context(), in)
					require.NoError(t, err)
					if k == 1 {
						s = unbounded{s}
					}
					picked[k] = z.pick(in, s)
				}
				require.NotEmpty(t, picked[0])
				assert.Equal(t, picked[1], picked[0])
			})
		}
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	d := analyze(t, "加快建设网络强省\n要加快网络强省建设，夯实基础。\n网络强省的目标必须实现，不能动摇。\n全会精神要深入学习，融会贯通。\n")
	in := inputOf(d)
	s, err := Coverage{}.begin(t.Context(), in)
	require.NoError(t, err)
	c := s.(*coverage)
	for _, i := range in.ranked {
		first := c.gain(i)
		assert.Equal(t, first, c.first(i), "before the first pick")
		assert.GreaterOrEqual(t, c.bound(i), first)
	}
	last := in.ranked[len(in.ranked)-1]
	before := c.first(last)
	s.add(in.ranked[0])
	s.add(last)
	assert.Equal(t, before, c.first(last), "a pick changes nothing of what was before it")
	assert.Less(t, c.gain(last), before)
}

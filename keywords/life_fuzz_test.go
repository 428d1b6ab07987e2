package keywords_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

// Whatever the counts are, spans are parted by absences, begin and end with a
// use, and the kind is what they say.
func FuzzLives(f *testing.F) {
	f.Add([]byte{9, 9, 0, 0, 0, 0, 0, 9, 9}, uint8(0), uint8(0))
	f.Add([]byte{1, 0, 0, 7, 0, 0, 0, 1, 0, 0, 8, 8}, uint8(3), uint8(2))
	f.Fuzz(func(t *testing.T, counts []byte, recent, gap uint8) {
		if len(counts) < 2 || len(counts) > 64 {
			return
		}
		var periods []keywords.GroupSize
		var found []keywords.GroupCount
		for i, n := range counts {
			name := fmt.Sprintf("%02d", i)
			periods = append(periods, keywords.GroupSize{Group: name, Size: keywords.Size{Documents: 3, Tokens: 100 + int(n)}})
			if n > 0 {
				found = append(found, keywords.GroupCount{Group: name, All: int(n), Documents: min(3, int(n))})
			}
		}
		l, err := keywords.Lives{Recent: int(recent), Gap: int(gap)}.Defaults(len(periods))
		if err != nil {
			return
		}
		life, err := l.Of(periods, found)
		require.NoError(t, err)
		for i, s := range life.Spans {
			require.LessOrEqual(t, s.First, s.Last)
			require.NotZero(t, counts[s.First])
			require.NotZero(t, counts[s.Last])
			if i > 0 {
				require.Greater(t, s.First-life.Spans[i-1].Last, l.Gap)
			}
		}
		require.GreaterOrEqual(t, life.G2, 0.0)
		if len(life.Spans) == 0 {
			require.Equal(t, keywords.Unsettled, life.Kind)
			return
		}
		last := life.Spans[len(life.Spans)-1]
		require.Equal(t, slices.Max(counts) > 0, life.Peak >= 0)
		switch life.Kind {
		case keywords.Gone:
			require.GreaterOrEqual(t, len(counts)-1-last.Last, l.Gap)
		case keywords.Revived:
			require.Greater(t, len(life.Spans), 1)
			require.GreaterOrEqual(t, life.G2, l.MinG2)
			require.Positive(t, life.LogRatio)
		case keywords.New:
			require.GreaterOrEqual(t, last.First, len(counts)-l.Recent)
			require.GreaterOrEqual(t, last.First, l.Gap)
			require.Positive(t, life.LogRatio)
		case keywords.Rising:
			require.GreaterOrEqual(t, life.LogRatio, l.MinLogRatio)
		case keywords.Falling:
			require.LessOrEqual(t, life.LogRatio, -l.MinLogRatio)
		default:
			require.Equal(t, keywords.Steady, life.Kind)
			require.Len(t, life.Spans, 1)
		}
	})
}

package native

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// plainLattice is lattice as cppjieba's source has it: all words of the run from
// each character on, and all weights, in slices of their own.
func plainLattice(s *Segmenter, codes []uint16) []step {
	type candidate struct {
		end    int
		weight float64
		step   step
	}
	best, weights := make([]step, len(codes)), make([]float64, len(codes)+1)
	for i := len(codes) - 1; i >= 0; i-- {
		candidates := []candidate{{i + 1, s.dict.Weights[0], 1}}
		at := s.start(codes[i])
		for j := i + 1; ; j++ {
			if v := at.user.Value(); v != 0 {
				x := s.user.values[v]
				single := step(0)
				if j == i+1 {
					single, candidates = known, nil
				}
				candidates = append(candidates, candidate{j, x.weight, step(x.tag<<tagShift|uint32(j-i)) | single})
			} else if v := at.word.Value(); v != 0 {
				if j == i+1 {
					candidates = nil
				}
				candidates = append(candidates, candidate{j, s.dict.Weights[uint16(v)], step(v>>16<<tagShift | uint32(j-i))})
			}
			if j == len(codes) || at == (cursor{}) {
				break
			}
			at = s.step(at, codes[j])
		}
		for k, x := range candidates {
			if w := weights[x.end] + x.weight; k == 0 || w > weights[i] {
				weights[i], best[i] = w, x.step
			}
		}
	}
	return best
}

// The ring of the last weights is as good as all of them.
func TestLatticeOfLongRuns(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("长治久安", 25)
	plain, user := open(t), open(t, long, "安长治", "省", "龙", "ab", "a中")
	random := rand.New(rand.NewPCG(1, 2))
	text := strings.Join(articles(t), "")
	for name, s := range map[string]*Segmenter{"plain": plain, "with a lexicon": user} {
		var codes []uint16
		for len(codes) < 200_000 {
			switch random.IntN(4) {
			case 0:
				codes = append(codes, uint16(1+random.IntN(s.dict.Codes()-1)))
			case 1:
				codes = append(codes, uint16(utf8.RuneSelf+random.IntN(500))) // the most used
			default:
				words := []rune(text[random.IntN(len(text)):])
				for _, r := range words[:min(len(words), random.IntN(20))] {
					if c := s.dict.Code(r); c != 0 {
						codes = append(codes, c)
					}
				}
				if random.IntN(50) == 0 {
					for _, r := range long[:3*random.IntN(100)] {
						codes = append(codes, s.dict.Code(r))
					}
				}
			}
		}
		c := cutter{Segmenter: s, codes: codes}
		best := make([]step, len(codes))
		c.lattice(best, 0)
		require.Equal(t, plainLattice(s, codes), best, name)
	}
}

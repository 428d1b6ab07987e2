package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestKilledRunsGoOn kills the program ten times at random moments, half of
// them after some more output, and compares what the eleventh run leaves with
// the output of a run that nobody killed.
func TestKilledRunsGoOn(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the test tells a killed process as Unix does")
	}
	path := program(t)
	for _, output := range []string{"jsonl", "csv", "text"} {
		t.Run(output, func(t *testing.T) {
			t.Parallel()
			const kills = 10
			f := newFolder(t)
			var lines bytes.Buffer
			g := newGenerator(t, 5)
			require.NoError(t, g.lines(&lines, 300, 1500))
			lines.WriteString("{\n" + object(`"id":"same"`) + object(`"id":"same"`)) // one fails, and two are alike
			require.NoError(t, g.lines(&lines, 300, 1500))                           // with the ids of the first
			in := f.write("in.jsonl", lines.String())
			want, err := exec.Command(path, "-o", output, in).Output()
			require.EqualError(t, err, "exit status 1", "an article failed")
			require.NotEmpty(t, want)

			out := filepath.Join(f.dir, "out")
			size := func() int {
				info, err := os.Stat(out)
				if err != nil {
					return 0
				}
				return int(info.Size())
			}
			random := rand.New(rand.NewPCG(uint64(len(output)), uint64(time.Now().UnixNano())))
			for kill := 0; kill < kills; {
				cmd := exec.Command(path, "-resume", out, "-workers", "1", "-o", output, in)
				var messages bytes.Buffer
				cmd.Stderr = &messages
				require.NoError(t, cmd.Start())
				if kill%2 == 0 {
					time.Sleep(time.Duration(random.IntN(int(60 * time.Millisecond))))
				} else {
					more := size() + random.IntN(len(want)/kills)
					for deadline := time.Now().Add(time.Minute); size() < more && time.Now().Before(deadline); {
						time.Sleep(time.Duration(random.IntN(int(2 * time.Millisecond))))
					}
				}
				cmd.Process.Kill() // fails if the process has ended
				err := cmd.Wait()
				if err != nil && err.Error() == "exit status 1" { // on a fast machine, before it could be killed
					require.NoError(t, errors.Join(os.Remove(out), os.Remove(out+".resume")))
					continue
				}
				require.EqualError(t, err, "signal: killed", messages.String())
				kill++
				t.Logf("killed with %d of %d bytes written", size(), len(want))
			}
			cmd := exec.Command(path, "-resume", out, "-o", output, in)
			var messages bytes.Buffer
			cmd.Stderr = &messages
			require.EqualError(t, cmd.Run(), "exit status 1", "as that of the run that nobody killed")
			assert.Contains(t, messages.String(), "tag: 1 of 603 articles failed\n")
			got, err := os.ReadFile(out)
			require.NoError(t, err)
			assert.True(t, bytes.Equal(want, got), "%d bytes, not the %d of the run that nobody killed", len(got), len(want))
		})
	}
}

package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// resident returns the memory that the process holds, C++ included, in bytes.
func resident(t *testing.T) int {
	t.Helper()
	debug.FreeOSMemory()
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("the system does not tell a process's memory: ", err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(statm))[1])
	require.NoError(t, err)
	return pages * os.Getpagesize()
}

// TestThousandDocumentsLeaveMemoryFlat compares the memory after 200 documents
// with that after 1,200. It does not run beside other tests.
func TestThousandDocumentsLeaveMemoryFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	files, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	p, err := newPipeline(options{keywords: 10, phrases: 20, summary: summaryOptions{sentences: 3}})
	require.NoError(t, err)
	defer p.close()
	run := func(n int) {
		for i := range n {
			text, err := os.ReadFile(files[i%len(files)])
			require.NoError(t, err)
			r, err := p.tag(t.Context(), entry{id: "a", data: text}, nil)
			require.NoError(t, err)
			require.Empty(t, r.Error)
		}
	}
	run(200)
	before := resident(t)
	run(1000)
	after := resident(t)
	t.Logf("%d MB after 200 documents, %d MB after 1,200", before>>20, after>>20)
	assert.Less(t, after-before, 8<<20, "bytes that a thousand documents left behind")
}

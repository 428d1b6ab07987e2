package jieba

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestCore(t *testing.T) {
	var m0, m1 runtime.MemStats
	runtime.ReadMemStats(&m0)
	t0 := time.Now()
	s, err := Open(Options{})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&m1)
	fmt.Println(time.Since(t0), (m1.HeapAlloc-m0.HeapAlloc)>>20, "MB go")
	b, _ := os.ReadFile("/proc/self/status")
	for _, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(l, "VmRSS") || strings.HasPrefix(l, "VmHWM") {
			fmt.Println(l)
		}
	}
	for _, x := range []string{"2015年12月3日，孙琳、鲁炜出席。互联网+十三五规划６．９％ａｂｃ\x00\xff是 Россия café🙂好", "二〇二〇年云计算和区块链"} {
		w, err := s.Segment(nil, x)
		fmt.Println(w, err)
	}
	fs, _ := filepath.Glob(os.Getenv("TIFA_DATA") + "/*/*.txt")
	for _, f := range fs {
		b, _ := os.ReadFile(f)
		w, err := s.Segment(nil, string(b))
		if err != nil {
			t.Fatal(err)
		}
		var sb strings.Builder
		for _, x := range w {
			sb.WriteString(x.Text)
		}
		if sb.String() != string(b) {
			t.Fatal(f)
		}
	}
	t.Log(len(fs))
	s.Close()
}

package ordered_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/internal/ordered"
)

// The tests run in bubbles of testing/synctest: Wait returns when every
// goroutine is blocked for good, so counts are exact, and a goroutine left
// behind at the end of a bubble is a deadlock that fails the test.

// count yields 0, 1, … n-1, or forever for n < 0, with an error at each
// multiple of seven above zero.
func count(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := 0; i != n; i++ {
			var err error
			if i > 0 && i%7 == 0 {
				err = fmt.Errorf("source error %d", i)
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

// square squares; errors of the source pass, and multiples of five have one
// of their own.
func square(_ context.Context, i int, err error) (int, error) {
	if err == nil && i > 0 && i%5 == 0 {
		err = fmt.Errorf("f error %d", i)
	}
	return i * i, err
}

type pair struct {
	value int
	err   string
}

func collect(seq iter.Seq2[int, error]) []pair {
	var all []pair
	for v, err := range seq {
		p := pair{value: v}
		if err != nil {
			p.err = err.Error()
		}
		all = append(all, p)
	}
	return all
}

func TestMapGivesTheResultsOfPlainCallsInOrder(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 2, 3, 100} {
		var want []pair
		for i, err := range count(n) {
			v, err := square(t.Context(), i, err)
			p := pair{value: v}
			if err != nil {
				p.err = err.Error()
			}
			want = append(want, p)
		}
		for _, workers := range []int{-1, 0, 1, 2, 8, 200} {
			t.Run(fmt.Sprintf("%d pairs, %d workers", n, workers), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					seq := ordered.Map(t.Context(), workers, count(n), square)
					assert.Equal(t, want, collect(seq))
					assert.Equal(t, want, collect(seq), "a second range")
				})
			})
		}
	}
}

func TestMapKeepsTheOrderWhenCallsFinishInReverse(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const n = 8
		var done [n + 1]chan struct{}
		for i := range done {
			done[i] = make(chan struct{})
		}
		close(done[n])
		var got []int
		for v := range ordered.Map(t.Context(), n, count(n), func(_ context.Context, i int, _ error) (int, error) {
			<-done[i+1]
			close(done[i])
			return i, nil
		}) {
			got = append(got, v)
		}
		assert.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7}, got)
	})
}

func TestMapHoldsTwicePerWorkerAtMost(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 3, 8} {
		var asked atomic.Int64
		src := func(yield func(int, error) bool) {
			for i := 0; ; i++ {
				asked.Add(1)
				if !yield(i, nil) {
					return
				}
			}
		}
		synctest.Test(t, func(t *testing.T) {
			asked.Store(0)
			var atOnce, finished atomic.Int64
			gate := make(chan struct{})
			go func() {
				synctest.Wait()
				assert.EqualValues(t, 2*workers, asked.Load())
				if workers > 1 {
					assert.EqualValues(t, 2*workers-1, finished.Load(), "the other workers went on")
				}
				close(gate)
			}()
			taken := 0
			for v := range ordered.Map(t.Context(), workers, src, func(_ context.Context, i int, _ error) (int, error) {
				assert.LessOrEqual(t, atOnce.Add(1), int64(workers))
				defer atOnce.Add(-1)
				if i == 0 {
					<-gate
				}
				finished.Add(1)
				return i, nil
			}) {
				require.Equal(t, taken, v)
				if taken++; taken == 5*workers {
					break
				}
			}
			assert.Equal(t, 5*workers, taken)
		})
		synctest.Test(t, func(t *testing.T) {
			asked.Store(0)
			taken := 0
			for range ordered.Map(t.Context(), workers, src, square) {
				synctest.Wait() // the loop is slow, all others go as far as they can
				require.EqualValues(t, taken+2*workers, asked.Load())
				if taken++; taken == 10 {
					break
				}
			}
		})
	}
}

func TestMapRunsAsManyCallsAtOnceAsWorkers(t *testing.T) {
	t.Parallel()
	for workers, want := range map[int]int{1: 1, 5: 5, 0: runtime.GOMAXPROCS(0)} {
		synctest.Test(t, func(t *testing.T) {
			var running atomic.Int64
			gate := make(chan struct{})
			go func() {
				synctest.Wait()
				assert.EqualValues(t, want, running.Load())
				close(gate)
			}()
			for range ordered.Map(t.Context(), workers, count(20), func(context.Context, int, error) (int, error) {
				running.Add(1)
				<-gate
				return 0, nil
			}) {
			}
		})
	}
}

func TestMapHandsOutResultsWhileTheSourceWaits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		answers := make(chan int)
		src := func(yield func(int, error) bool) {
			for i := range 5 {
				if !yield(i, nil) || <-answers != i*i {
					return
				}
			}
		}
		n := 0
		for v := range ordered.Map(t.Context(), 4, src, square) {
			n++
			answers <- v
		}
		assert.Equal(t, 5, n, "each request waits for the answer to the one before")
	})
}

func TestMapStopsWhenTheLoopIsLeft(t *testing.T) {
	t.Parallel()
	leave := map[string]func(){
		"break":  nil,
		"panic":  func() { panic("in the loop") },
		"goexit": runtime.Goexit,
	}
	for name, how := range leave {
		for _, workers := range []int{1, 8} {
			t.Run(fmt.Sprintf("%s, %d workers", name, workers), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					cleaned := false // without a lock: the race detector proves that the loop's end waits
					src := func(yield func(int, error) bool) {
						defer func() { cleaned = true }()
						count(-1)(yield)
					}
					var loop sync.WaitGroup
					loop.Go(func() {
						defer func() {
							if name == "panic" {
								assert.Equal(t, "in the loop", recover())
							}
							assert.True(t, cleaned, "the source's deferred call has run")
						}()
						for v := range ordered.Map(t.Context(), workers, src, func(ctx context.Context, i int, _ error) (int, error) {
							if i > 2 {
								<-ctx.Done() // cancelled although the caller's context is not
							}
							return i, nil
						}) {
							if v == 2 {
								if how == nil {
									break
								}
								how()
							}
						}
					})
					loop.Wait()
				})
			})
		}
	}
}

func TestMapStopsWhenTheContextEnds(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 8} {
		t.Run(fmt.Sprintf("while calls run, %d workers", workers), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				var began atomic.Int64
				cleaned := false
				src := func(yield func(int, error) bool) {
					defer func() { cleaned = true }()
					count(-1)(yield)
				}
				go func() {
					synctest.Wait()
					cancel()
				}()
				got := collect(ordered.Map(ctx, workers, src, func(ctx context.Context, i int, _ error) (int, error) {
					began.Add(1)
					if i >= 3 {
						<-ctx.Done()
					}
					return i, nil
				}))
				assert.Equal(t, []pair{{0, ""}, {1, ""}, {2, ""}, {0, "context canceled"}}, got)
				assert.EqualValues(t, 3+workers, began.Load(), "no call began after the end")
				assert.True(t, cleaned)
			})
		})
	}
	t.Run("before the first pair", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			src := func(func(int, error) bool) { t.Error("the source was asked") }
			assert.Equal(t, []pair{{0, "context canceled"}}, collect(ordered.Map(ctx, 2, src, square)))
		})
	})
	t.Run("in the body of the loop", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var got []error
			for _, err := range ordered.Map(ctx, 2, count(-1), square) {
				got = append(got, err)
				cancel()
			}
			assert.Equal(t, []error{nil, context.Canceled}, got)
		})
	})
	t.Run("and makes the source end", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			src := func(yield func(int, error) bool) {
				yield(1, nil)
				<-ctx.Done()
			}
			go func() {
				synctest.Wait()
				cancel()
			}()
			assert.Equal(t, []pair{{1, ""}, {0, "context canceled"}}, collect(ordered.Map(ctx, 2, src, square)))
		})
	})
	t.Run("while the source is stuck", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			stuck := make(chan struct{})
			src := func(func(int, error) bool) { <-stuck }
			go func() {
				synctest.Wait()
				cancel()
			}()
			ended := false
			for _, err := range ordered.Map(ctx, 2, src, square) {
				require.ErrorIs(t, err, context.Canceled, "the loop hears of it at once")
				close(stuck) // and then waits for the source
				ended = true
			}
			assert.True(t, ended)
		})
	})
}

func TestMapPanicsInTheGoroutineOfTheLoop(t *testing.T) {
	t.Parallel()
	cause := errors.New("the cause")
	panicAt3 := func(_ context.Context, i int, _ error) (int, error) {
		if i == 3 {
			panic(cause)
		}
		return i, nil
	}
	brokenSource := func(yield func(int, error) bool) {
		if yield(0, nil) && yield(1, nil) && yield(2, nil) {
			panic(cause)
		}
	}
	cases := []struct {
		name string
		src  iter.Seq2[int, error]
		f    func(context.Context, int, error) (int, error)
	}{
		{"a panic in f", count(-1), panicAt3},
		{"a panic in the source", brokenSource, square},
	}
	for _, c := range cases {
		for _, workers := range []int{1, 8} {
			t.Run(fmt.Sprintf("%s, %d workers", c.name, workers), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					n := 0
					defer func() {
						p, ok := recover().(*ordered.Panic)
						require.True(t, ok)
						require.ErrorIs(t, p, cause)
						assert.Contains(t, p.Error(), "ordered_test.go", "the stack shows where")
						assert.Equal(t, 3, n, "the results before it came")
					}()
					for range ordered.Map(t.Context(), workers, c.src, c.f) {
						n++
					}
					t.Error("no panic")
				})
			})
		}
	}
}

func TestMapExitsTheGoroutineOfTheLoopOnGoexit(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 8} {
		synctest.Test(t, func(t *testing.T) {
			var loop sync.WaitGroup
			n, ended := 0, false
			loop.Go(func() {
				for range ordered.Map(t.Context(), workers, count(-1), func(_ context.Context, i int, _ error) (int, error) {
					if i >= 3 {
						runtime.Goexit()
					}
					return i, nil
				}) {
					n++
				}
				ended = true
			})
			loop.Wait()
			assert.Equal(t, 3, n)
			assert.False(t, ended)
		})
	}
}

func TestMapDiscardsPanicsBeyondABreak(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for i := range ordered.Map(t.Context(), 4, count(-1), func(_ context.Context, i int, _ error) (int, error) {
			if i > 0 {
				panic(i)
			}
			return i, nil
		}) {
			synctest.Wait() // until the panics have happened
			assert.Zero(t, i)
			break
		}
	})
}

func BenchmarkMap(b *testing.B) {
	for _, workers := range []int{1, 2, 8} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			src := func(yield func(int, error) bool) {
				for yield(0, nil) {
				}
			}
			for range ordered.Map(b.Context(), workers, src, square) {
				if !b.Loop() {
					break
				}
			}
		})
	}
}

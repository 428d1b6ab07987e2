package ordered

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// A Panic is what Map panics with in the goroutine of the loop after f or src
// panicked in another one.
type Panic struct {
	Value any    // what was panicked with
	Stack []byte // of the goroutine that panicked
}

// Error returns the value and the stack.
func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Unwrap returns Value where it is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// caught turns what recover returned in a function that did not return into a
// Panic; nil stands for runtime.Goexit.
func caught(value any) *Panic { return &Panic{value, debug.Stack()} }

// raise does in this goroutine what happened in the other.
func (p *Panic) raise() {
	if p.Value == nil {
		runtime.Goexit()
	}
	panic(p)
}

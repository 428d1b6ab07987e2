// Tag reads Chinese policy articles and writes the keywords, the recurring
// phrases and a summary of each, and counts corpora. See -h.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
)

// ballast is never touched, and so takes no memory of the machine, but the garbage
// collector counts it as in use. What a short article needs is thrown away with
// it and what stays is little: without ballast the collector would start for
// every 4 MB, and a tenth of the time would be its own. A long article's own
// memory outweighs it.
var ballast = make([]byte, 20<<20)

func main() {
	ctx, stop := withSignals(context.Background())
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	runtime.KeepAlive(ballast)
	os.Exit(code)
}

// A command is one step of a pipeline.
type command struct {
	name string
	run  func(ctx context.Context, s streams, args []string) error
}

// streams are what a command reads from and writes to, and the name by which it
// was called.
type streams struct {
	in       io.Reader
	out, err io.Writer
	name     string
}

var commands = []command{
	{"tag", runScore}, // without a name of its own
	{"tag score", runScore},
	{"tag count", runCount},
	{"tag merge", runMerge},
}

// A failure ends the program: its message goes to standard error, unless it is
// empty, with a status other than 0.
type failure struct {
	status  int
	message string
}

func (f failure) Error() string { return f.message }

// wrongCall is the failure of a program that was called in a wrong way.
func wrongCall(format string, args ...any) error {
	return failure{2, fmt.Sprintf(format, args...)}
}

// failed is the failure of a program that did not do all that it was asked for.
func failed(format string, args ...any) error {
	return failure{1, fmt.Sprintf(format, args...)}
}

// run runs the program and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := commands[0]
	for _, other := range commands[1:] {
		if len(args) > 0 && "tag "+args[0] == other.name {
			c, args = other, args[1:]
			break
		}
	}
	err := c.run(ctx, streams{stdin, stdout, stderr, c.name}, args)
	var f failure
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return 0
	case !errors.As(err, &f):
		f = failure{1, err.Error()}
	}
	if f.message != "" {
		fmt.Fprintf(stderr, "%s: %s\n", c.name, f.message)
	}
	return f.status
}

// count writes a number of things: 1 article, 2 articles.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

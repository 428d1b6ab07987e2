// Package browsertest opens the pages of examples/report in a real browser. It is
// a module of its own so that the browser's driver is no dependency of tifa's.
package browsertest

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var screenshot = flag.String("screenshot", "", "write a picture of the page to `FILE`")

const article = "../../../testdata/articles/report.txt"

// browserNames are the programs that are looked for.
var browserNames = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// open makes the page of a text file, opens it in a browser and returns the tab's
// context, and what the tab asked the network for, wrote to its console or had to
// say in a dialogue.
func open(t *testing.T, file string, flags ...string) (ctx context.Context, events func() []string) {
	t.Helper()
	browser := os.Getenv("TIFA_BROWSER")
	for _, name := range browserNames {
		if found, err := exec.LookPath(name); err == nil && browser == "" {
			browser = found
		}
	}
	if browser == "" {
		t.Skip("there is no Chromium; TIFA_BROWSER names one")
	}
	out := filepath.Join(t.TempDir(), "page.html")
	file, err := filepath.Abs(file)
	require.NoError(t, err)
	build := exec.Command("go", slices.Concat([]string{"run", "./examples/report", "-o", out}, flags, []string{file})...)
	build.Dir = "../../.." // the module of the program
	message, err := build.CombinedOutput()
	require.NoError(t, err, string(message))

	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1400, 900),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)

	var mu sync.Mutex
	var seen []string
	add := func(s string) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, s)
	}
	// The browser announces a request before the page's policy stops it.
	blocked := func(prefix string) {
		mu.Lock()
		defer mu.Unlock()
		seen = slices.DeleteFunc(seen, func(s string) bool { return strings.HasPrefix(s, prefix) })
	}
	require.NoError(t, chromedp.Listen(ctx, func(e any) {
		switch e := e.(type) {
		case *network.EventRequestWillBeSent:
			if e.Request.URL != "file://"+out {
				add("request " + string(e.RequestID) + " " + e.Request.URL)
			}
		case *network.EventLoadingFailed:
			if e.BlockedReason == network.BlockedReasonCsp {
				blocked("request " + string(e.RequestID) + " ")
			}
		case *page.EventJavascriptDialogOpening:
			add("dialogue " + e.Message)
			go func() {
				_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
			}()
		case *runtime.EventExceptionThrown:
			add("exception " + e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			add("console")
		}
	}))
	_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	do(t, ctx, chromedp.Navigate("file://"+out), chromedp.WaitVisible(chromedp.CSS("#text")))
	return ctx, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(seen)
	}
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	require.NoError(t, chromedp.Do(ctx, steps...))
}

// eval returns what an expression of the page is.
func eval[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	require.NoError(t, err, expression)
	return result
}

// until waits for an expression to be true.
func until(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	_, err := chromedp.Run(ctx, chromedp.Poll[chromedp.Void](expression, chromedp.WithPollingTimeout(10*time.Second)))
	require.NoError(t, err, "%s: %s", expression, where(ctx))
}

// where tells what the page shows, for a test that fails.
func where(ctx context.Context) string {
	s, _ := chromedp.Run(ctx, chromedp.Evaluate[string]("[location.hash, scrollY, innerHeight, JSON.stringify(document.querySelector(':target')?.getBoundingClientRect() ?? null)].join(' ')"))
	return s
}

// transparent is how a browser writes the colour of no background.
const transparent = "rgba(0, 0, 0, 0)"

func TestPage(t *testing.T) {
	ctx, events := open(t, article)

	// The text is the file's, and keywords are coloured.
	source, err := os.ReadFile(article)
	require.NoError(t, err)
	assert.Equal(t, string(source), eval[string](t, ctx, `document.getElementById('text').textContent`))
	const first = `document.querySelector('#text mark.k')`
	assert.NotEqual(t, transparent, eval[string](t, ctx, `getComputedStyle(`+first+`).backgroundColor`))
	assert.Greater(t, eval[float64](t, ctx, first+`.getBoundingClientRect().width`), 20.0)

	// A box of the legend takes the colour away without any script.
	do(t, ctx, chromedp.Click(chromedp.CSS("#show-k")))
	assert.Equal(t, transparent, eval[string](t, ctx, `getComputedStyle(`+first+`).backgroundColor`))
	do(t, ctx, chromedp.Click(chromedp.CSS("#show-k")))

	// At the pointer, a mark says what it is, its score, count and reasons.
	assert.True(t, eval[bool](t, ctx, `document.getElementById('tip').hidden`))
	hover(t, ctx, `[...document.querySelectorAll('#text mark')].find((m) => m.textContent.startsWith('三区'))`)
	until(t, ctx, `!document.getElementById('tip').hidden`)
	tip := eval[string](t, ctx, `document.getElementById('tip').innerText`)
	for _, want := range []string{"三区两带一核心", "关键词 keyword score 5.48, 5 times", "提法 phrase score 10.07, 5 times", "quoted +"} {
		assert.Contains(t, tip, want)
	}
	inside := eval[bool](t, ctx, `(() => { const r = document.getElementById('tip').getBoundingClientRect(); return r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight })()`)
	assert.True(t, inside, "the tip is inside the window")
	hover(t, ctx, `document.querySelector('h1')`)
	until(t, ctx, `document.getElementById('tip').hidden`)

	// A phrase of the list leads to its places, one after the other and round.
	const name = `[...document.querySelectorAll('.rows .name')].find((a) => a.textContent === '山海联动')`
	eval[chromedp.Void](t, ctx, name+`.click()`)
	until(t, ctx, `document.querySelector('#bar span').textContent === '1 / 5'`)
	assert.Equal(t, "山海联动", eval[string](t, ctx, `document.querySelector('#bar b').textContent`))
	assert.Equal(t, "山海联动", eval[string](t, ctx, `[...document.querySelectorAll('mark.here')].map((m) => m.textContent).join('')`))
	var at []float64
	for _, want := range []string{"2 / 5", "3 / 5", "4 / 5", "5 / 5", "1 / 5"} {
		do(t, ctx, chromedp.Click(chromedp.CSS("#next")))
		until(t, ctx, `document.querySelector('#bar span').textContent === '`+want+`'`)
		until(t, ctx, `(() => { const r = document.querySelector('mark.here').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight })()`)
		at = append(at, eval[float64](t, ctx, `document.querySelector('mark.here').getBoundingClientRect().top + scrollY`))
	}
	assert.IsIncreasing(t, at[:4])
	do(t, ctx, chromedp.Click(chromedp.CSS("#previous")))
	until(t, ctx, `document.querySelector('#bar span').textContent === '5 / 5'`)
	do(t, ctx, chromedp.KeyEvent("\u001b"))
	until(t, ctx, `document.getElementById('bar').hidden && !document.querySelector('mark.on')`)

	// So do a tick of a strip, a word of the cloud, a section and a summary's sentence.
	eval[chromedp.Void](t, ctx, `document.querySelectorAll('.rows .strip')[0].querySelectorAll('a')[2].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))`)
	until(t, ctx, `document.querySelector('#bar span').textContent === '3 / 5'`)
	eval[chromedp.Void](t, ctx, `document.querySelector('.cloud a').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))`)
	until(t, ctx, `document.querySelector('#bar b').textContent === '三区两带一核心' && document.querySelector('#bar span').textContent === '1 / 5'`)
	for _, link := range []string{`document.querySelector('nav li:last-child > a')`, `document.querySelector('.summary li:last-child a')`} {
		eval[chromedp.Void](t, ctx, link+`.click()`)
		until(t, ctx, `(() => { const r = document.querySelector(':target').getBoundingClientRect(); return r.top >= 0 && r.bottom < innerHeight })()`)
	}

	// No two words of the cloud overlap as they are drawn.
	overlaps := eval[[]string](t, ctx, `(() => {
		const words = [...document.querySelectorAll('.cloud text')].map((w) => ({text: w.textContent, r: w.getBoundingClientRect(), size: 0}));
		const out = [];
		for (const a of words) for (const b of words) {
			if (a.text < b.text && Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left) > 1 &&
				Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top) > 0.35 * Math.min(a.r.height, b.r.height)) out.push(a.text + ' ' + b.text);
		}
		return out;
	})()`)
	assert.Empty(t, overlaps)
	assert.Empty(t, events(), "the page asks for nothing and says nothing")
}

// hover moves the pointer to an element, once it is in sight and the scrolling is
// over: scrolling hides the tip.
func hover(t *testing.T, ctx context.Context, element string) {
	t.Helper()
	eval[chromedp.Void](t, ctx, element+`.scrollIntoViewIfNeeded(); window.frameCount = 0`)
	until(t, ctx, `++frameCount > 5`)
	p := eval[[]float64](t, ctx, `(() => { const r = `+element+`.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2] })()`)
	do(t, ctx, chromedp.MouseEvent("mouseMoved", p[0], p[1]))
}

func TestDarkAndPrint(t *testing.T) {
	ctx, _ := open(t, article)
	ground := func() string { return eval[string](t, ctx, `getComputedStyle(document.body).backgroundColor`) }
	ink := func() string { return eval[string](t, ctx, `getComputedStyle(document.body).color`) }
	emulate := func(medium, scheme string) {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		require.NoError(t, err)
	}
	emulate("", "light")
	assert.Equal(t, []string{"rgb(251, 250, 247)", "rgb(36, 38, 43)"}, []string{ground(), ink()})
	emulate("", "dark")
	assert.Equal(t, []string{"rgb(23, 25, 28)", "rgb(217, 214, 207)"}, []string{ground(), ink()})
	emulate("print", "light")
	assert.Equal(t, "none", eval[string](t, ctx, `getComputedStyle(document.getElementById('legend')).display`))
}

// TestHostileText opens a page whose text would run scripts on a careless one.
func TestHostileText(t *testing.T) {
	const text = "关于<script>alert(1)</script>改革的通知\n\n一、</style><img src=x onerror=alert(2)>改革开放。推进改革开放。\r\n" +
		"<a href=\"javascript:alert(3)\" onclick=\"alert(4)\">改革开放</a></title><svg onload=alert(5)>\"改革开放\"' & &amp;\x00\u202e右到左\r" +
		"<iframe src=\"http://example.com\"></iframe><link rel=stylesheet href=http://example.com/a.css>{{.}} ${x}\n"
	file := filepath.Join(t.TempDir(), `<img src=x onerror=alert(6)>.txt`)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	ctx, events := open(t, file)
	assert.Equal(t, strings.ReplaceAll(text, "\x00", "\ufffd"), eval[string](t, ctx, `document.getElementById('text').textContent`))
	assert.Zero(t, eval[int](t, ctx, `document.querySelectorAll('img, iframe, link, [onerror], [onload], [onclick]').length`))
	assert.Equal(t, 1, eval[int](t, ctx, `document.querySelectorAll('script').length`))
	assert.Contains(t, eval[string](t, ctx, `document.querySelector('header').textContent`), "<img src=x onerror=alert(6)>")
	assert.True(t, eval[bool](t, ctx, `document.querySelector('#text mark') !== null && !document.getElementById('tip').textContent`), "the page's own script has run")

	// The policy stops what might still get in.
	assert.Empty(t, events())
	eval[chromedp.Void](t, ctx, `(() => {
		window.violations = 0;
		document.addEventListener('securitypolicyviolation', () => { violations++; });
		const s = document.createElement('script'); s.textContent = 'document.title = "run"'; document.body.append(s);
		document.body.append(Object.assign(new Image(), {src: 'http://example.com/a.png'}));
	})()`)
	until(t, ctx, `violations === 2`)
	assert.NotEqual(t, "run", eval[string](t, ctx, `document.title`))
	assert.Eventually(t, func() bool { return len(events()) == 0 }, 5*time.Second, 50*time.Millisecond, "no request, no dialogue")
	assert.Empty(t, events())
}

// TestWithoutScripts looks at the page where JavaScript is turned off.
func TestWithoutScripts(t *testing.T) {
	ctx, _ := open(t, article)
	_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	require.NoError(t, err)
	do(t, ctx, chromedp.Reload(), chromedp.WaitVisible(chromedp.CSS("#text")))
	title, err := chromedp.Run(ctx, chromedp.AttributeValue(chromedp.CSS("#text mark.k"), "title"))
	require.NoError(t, err)
	assert.Regexp(t, `keyword \d+\.\d+ ×\d+`, title.Value, "the browser's own tip says it")
	link, err := chromedp.Run(ctx, chromedp.AttributeValue(chromedp.CSS(".rows .name"), "href"))
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(link.Value, "#m"))
}

// TestScreenshot writes a picture for the README where -screenshot asks for it.
func TestScreenshot(t *testing.T) {
	if *screenshot == "" {
		t.Skip("no -screenshot")
	}
	ctx, _ := open(t, article, "-sentences", "2")
	do(t, ctx, chromedp.EmulateViewport(1440, 1000))
	hover(t, ctx, `[...document.querySelectorAll('#text mark')].find((m) => m.textContent.startsWith('三区'))`)
	until(t, ctx, `!document.getElementById('tip').hidden`)
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(*screenshot, png, 0o644))
}

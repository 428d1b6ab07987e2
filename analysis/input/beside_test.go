package input

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDecodeHTMLFindsMetadata(t *testing.T) {
	t.Parallel()
	const body = "<p>坚持稳中求进工作总基调，推动高质量发展。</p><p>加快建设网络强国，做强数字经济。</p>"
	for _, c := range []struct {
		name, head, beside          string
		title, date, source, author string
	}{
		{"the government's <meta>", `<meta name="ArticleTitle" content="通知"><meta name="PubDate" content="2024-03-05 10:20"><meta name="ContentSource" content="办公室"><meta name="Author" content="李四">`, "", "通知", "2024-03-05", "办公室", "李四"},
		{"a date of digits", `<meta name="PubDate" content="20240305102000">`, "", "", "2024-03-05", "", ""},
		{"a date that is none", `<meta name="PubDate" content="2024-13-45">`, "", "", "", "", ""},
		{"Open Graph", `<meta property="og:title" content="通知"><meta property="article:published_time" content="2024-03-05T10:20:00+08:00"><meta property="og:site_name" content="青阳网">`, "", "通知", "2024-03-05", "青阳网", ""},
		{"JSON-LD in a graph", `<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"通知","datePublished":"2024-03-05","author":{"name":"李四"}}]}</script>`, "", "通知", "2024-03-05", "", "李四"},
		{"<time>", "", `<h1>通知</h1><time datetime="2024-03-05">昨天</time>`, "", "2024-03-05", "", ""},
		{"labels in one line", "", "<div>来源：新华社 作者：李四 时间：2024年3月5日 10:20</div>", "", "2024-03-05", "新华社", "李四"},
		{"labels and values in elements of their own", "", "<div><span>来源：</span><a>新华社</a><span>发布时间：</span><b>2024/3/5</b></div>", "", "2024-03-05", "新华社", ""},
		{"a label without a value", "", "<div><span>来源：</span><span>作者：李四</span></div>", "", "", "", "李四"},
		{"a date after the source", "", "<div>来源：新华社 2024-03-05 10:20</div>", "", "2024-03-05", "新华社", ""},
		{"a date alone", "", "<div>2024-03-05 10:20:30</div>", "", "2024-03-05", "", ""},
		{"bars", "", "<div>2024-03-05 | 来源：新华社 | 记者 李四</div>", "", "2024-03-05", "新华社", "李四"},
		{"a label inside another word", "", "<div>资金来源于财政：详见附表</div>", "", "", "", ""},
		{"a line after the article", "", body + "<div>（来源：新华社）</div>", "", "", "新华社", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{}.DecodeHTML("a.html", []byte("<html><head>"+c.head+"</head><body>"+c.beside+body))
			require.NoError(t, err)
			assert.Equal(t, []string{c.title, c.date, c.source, c.author}, []string{got.Title, got.Date, got.Source, got.Author})
			assert.Contains(t, got.Text, "做强数字经济。\n")
		})
	}
}

func TestDecodeHTMLReadsArticlesWithoutSentences(t *testing.T) {
	t.Parallel()
	got, err := Options{}.DecodeHTML("a.html", []byte(`<ul><li><a href="/">首页</a></li><li><a href="/a">公示公告</a></li></ul><h1>拟入选企业名单</h1>
<table><tr><th>序号</th><th>企业名称</th></tr><tr><td>1</td><td>青阳精密制造公司</td></tr><tr><td>2</td><td>东湖新材料公司</td></tr><tr><td>3</td><td>云岭生物医药公司</td></tr></table>`))
	require.NoError(t, err)
	assert.Equal(t, "拟入选企业名单\n序号\t企业名称\n1\t青阳精密制造公司\n2\t东湖新材料公司\n3\t云岭生物医药公司\n", got.Text)
	assert.Equal(t, "拟入选企业名单", got.Title)
}

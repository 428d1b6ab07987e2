package input_test

import (
	"fmt"
	"log"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/tifa-go/tifa/analysis/input"
)

// The encoding is found, and what is done is said.
func ExampleOptions_Decode() {
	data, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("加快建设网络强国，２０２５年"))
	check(err)
	text, err := input.Options{}.Decode("a.txt", data)
	check(err)
	fmt.Println(text.Text)
	fmt.Println(text.Encoding, text.Notes)
	// Output:
	// 加快建设网络强国，２０２５年
	// gb18030 [The bytes were found to be gb18030.]
}

// Nothing is dropped in silence: what cannot be decoded is refused, or replaced
// and reported.
func ExampleOptions_Decode_invalid() {
	data := []byte("加快建设\xff网络强国")
	_, err := input.Options{}.Decode("a.txt", data)
	fmt.Println(err)

	text, err := input.Options{Invalid: input.ReplaceInvalid}.Decode("a.txt", data)
	check(err)
	fmt.Println(text.Text)
	fmt.Println(text.Notes[0].Kind, text.Notes[0].Offset)
	// Output:
	// input: "a.txt": byte 12: 0xFF is not utf-8; Options.Invalid = ReplaceInvalid would put U+FFFD for it
	// 加快建设�网络强国
	// replaced 12
}

// Traditional characters are refused, or converted.
func ExampleOptions_Decode_traditional() {
	data := []byte("加快建設網絡強國")
	_, err := input.Options{}.Decode("a.txt", data)
	fmt.Println(err)

	text, err := input.Options{Traditional: input.ConvertTraditional}.Decode("a.txt", data)
	check(err)
	fmt.Println(text.Text, text.Notes)
	// Output:
	// input: "a.txt": the text is in traditional characters: 5 of 8 characters are traditional only (設 網 絡 強 國), the first at byte 9 of the text; Options.Traditional = ConvertTraditional would make them simplified ones
	// 加快建设网络强国 [Traditional characters were converted to simplified ones: 5 places.]
}

// Of a page the article is taken, with its tables and the numbers of its lists.
func ExampleOptions_DecodeHTML() {
	page := `<html><head><meta charset="utf-8"><title>数字青阳建设情况-青阳市人民政府</title></head><body>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul>
<h1>数字青阳建设情况</h1><div>发布时间：2025-03-01 来源：市数据局 【打印】【关闭】</div>
<div><p>全市数字基础设施建设进展如下。</p>
<table><tr><th>项目</th><th>数量</th></tr><tr><td>5G基站</td><td>3200个</td></tr></table>
<ol><li>全面推进“一网通办”。</li><li>加强数据安全保护。</li></ol></div>
<div class="footer">版权所有：青阳市人民政府</div></body></html>`
	text, err := input.Options{}.DecodeHTML("a.html", []byte(page))
	check(err)
	fmt.Println(text.Title, text.Date, text.Source)
	fmt.Print(text.Text)
	// Output:
	// 数字青阳建设情况 2025-03-01 市数据局
	// 数字青阳建设情况
	// 全市数字基础设施建设进展如下。
	// 项目	数量
	// 5G基站	3200个
	// 1. 全面推进“一网通办”。
	// 2. 加强数据安全保护。
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

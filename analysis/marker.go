package analysis

// A Marker is the kind of number that a heading starts with. Markers are
// ordered from the outermost to the innermost.
type Marker uint8

// The markers of Chinese official documents, in their order of nesting.
const (
	MarkerPart       Marker = iota // 第一编, 第一篇, 第一部分
	MarkerChapter                  // 第一章
	MarkerDivision                 // 第一节
	MarkerArticle                  // 第一条
	MarkerHan                      // 一、
	MarkerHanParen                 // （一）
	MarkerDigit                    // 1. 1、 1．
	MarkerDigitParen               // （1） 1） ①
)

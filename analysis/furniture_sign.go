package analysis

// Signs are what a line has in it. Most lines have none of those that a rule
// wants to see.
type signs uint8

const (
	signColon  signs = 1 << iota // or a closing bracket
	signDigit                    // half-width or full-width
	signParts                    // a blank or a mark between words
	signDot                      // of a file's name
	signPerson                   // 记者, 评论员, 摄, 版, 电, 讯
	signHyphen
	signMark // a mark may begin
)

func signsOf(s string) signs {
	var has signs
	t := furnitureWords
	for size := 0; s != ""; s = s[size:] {
		var r rune
		r, size = decode(s)
		if t.markFilter[r%rune(len(t.markFilter))] {
			has |= signMark
		}
		if r >= 0x4e00 && r <= 0x9fff { // most characters
			switch r {
			case '记', '通', '摄', '版', '电', '讯', '员':
				has |= signPerson
			}
			continue
		}
		switch r {
		case '，', '。', '、', '“', '”', '（', '）', '《', '》', '；': // most marks
		case '：', ':', '】', ']', '｜':
			has |= signColon | signParts
		case '.':
			has |= signDot
		case '-':
			has |= signHyphen
		default:
			if isDigit(r) {
				has |= signDigit
			} else if partsFields(r) || r == '＞' {
				has |= signParts
			}
		}
	}
	return has
}

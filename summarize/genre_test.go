package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDetectGenre(t *testing.T) {
	t.Parallel()
	const body = "各地要加强组织领导，抓好工作落实，确保取得实效。\n"
	for _, c := range []struct {
		name, text string
		want       Genre
	}{
		{"a report by its title", "青阳市政府工作报告\n" + body, GenreReport},
		{"a report by what it says first", "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n" + body, GenreReport},
		{"a regulation by its title", "青阳市公共数据管理办法\n第一条 为了规范管理，制定本办法。\n" + body, GenreRegulation},
		{"a regulation on trial", "青阳市公共数据管理办法（试行）\n" + body, GenreRegulation},
		{"a notice that brings a regulation", "关于印发青阳市公共数据管理办法的通知\n第一条 为了规范管理，制定本办法。\n第二条 本市的数据管理适用本办法。\n第三条 数据管理应当依法进行。\n第四条 市数据局负责管理工作。\n第五条 数据应当编入目录。\n", GenreRegulation},
		{"a notice", "关于做好2025年重点工作的通知\n" + body, GenreNotice},
		{"a plan", "青阳市绿色发展三年行动计划\n" + body, GenreNotice},
		{"a speech by its title", "在全市大会上的讲话\n" + body, GenreSpeech},
		{"a speech by whom it addresses", "同志们：\n" + body, GenreSpeech},
		{"news", "青阳举办产业大会\n新华社青阳3月5日电 产业大会5日在青阳举行，来自各地的企业代表参加了会议。\n" + body, GenreNews},
		{"a ruling", "原告诉称，被告拖欠货款未付。\n本院认为，买卖合同合法有效，被告应当付款。\n", GenreRuling},
		{"what courts think is not enough", "法院工作要点\n各级法院认为，要加强审判管理，提高审判质效。\n", GenreOther},
		{"everything else", "基层治理观察\n" + body, GenreOther},
		{"an empty text", "", GenreOther},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, DetectGenre(analyze(t, c.text)))
		})
	}
}

func TestParseGenre(t *testing.T) {
	t.Parallel()
	for g := GenreAuto; int(g) < len(genreNames); g++ {
		got, err := ParseGenre(g.String())
		require.NoError(t, err)
		assert.Equal(t, g, got)
	}
	_, err := ParseGenre("poem")
	assert.EqualError(t, err, `summarize: "poem" is no genre: the genres are auto, other, report, notice, regulation, speech, news, ruling`)
	assert.Equal(t, "Genre(99)", Genre(99).String())
}

package jieba
import ("testing";"fmt")
func TestExpB(t *testing.T) {
	for _, mf := range []int{2,3,10,30,100,1000} {
		minFreq = mf
		var es []Entry
		for _,w:=range []string{"新发展理念","五中","网信","强省","双碳","放管服","营改增","碳达峰","家安","业发","国务","AI","5G","省","新发展","大会精神","和国"} { es=append(es,Entry{Word:w}) }
		s,_:=Open(Options{Lexicon:es})
		for _,x:=range []string{"创新发展理念","贯彻新发展理念","坚持创新发展理念引领","十八届五中全会","国家安全","企业发展","国务院","中华人民共和国","创新发展","党的代表大会精神","AIIB和MAIL和15G","中国AI产业,5G网络3.5G"} { w,_:=s.Segment(nil,x); fmt.Print(" "); for _,y:=range w {fmt.Print(y.Text,"|")} }
		fmt.Println(mf); s.Close()
	}
}

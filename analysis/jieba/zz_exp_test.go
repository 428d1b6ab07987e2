package jieba

import ("testing";"strings";"os";"path/filepath";"fmt";"encoding/json";"sort")

func TestExp(t *testing.T) {
	set := map[string]bool{}
	fs,_:=filepath.Glob(os.Getenv("TIFA_DATA")+"/gold/*.json")
	for _,f:=range fs { b,_:=os.ReadFile(f); var g struct{Phrases map[string]int}; if err:=json.Unmarshal(b,&g);err!=nil{t.Fatal(err)}
	for w,r := range g.Phrases { if r==2 && (Entry{Word:w,Tag:"n"}).check()==nil {set[w]=true} } }
	b,_:=os.ReadFile(os.Getenv("TIFA_DATA")+"/glossary.jsonl")
	for _,l:=range strings.Split(string(b),"\n"){ var g struct{Terms []struct{Term string}}; json.Unmarshal([]byte(l),&g); for _,x:=range g.Terms { if (Entry{Word:x.Term,Tag:"n"}).check()==nil {set[x.Term]=true}}}
	var es []Entry; for w:=range set {es=append(es,Entry{Word:w})}
	sort.Slice(es,func(i,j int)bool{return es[i].Word<es[j].Word})
	fmt.Println(len(es), es[:10])
	bases,_:=Open(Options{})
	docs,_:=filepath.Glob(os.Getenv("TIFA_DATA")+"/policy/*.txt")
	var texts []string; for _,d:=range docs { b,_:=os.ReadFile(d); texts=append(texts,string(b)) }
	bound := func(s *Segmenter, x string) map[int]bool { w,err:=s.Segment(nil,x); if err!=nil{t.Fatal(err)}; m:=map[int]bool{0:true}; a:=0; for _,y:=range w { a+=len(y.Text); m[a]=true }; return m }
	var baseB []map[int]bool; for _,x:=range texts { baseB=append(baseB,bound(bases,x)) }
	for _, mf := range []int{1,2,3,5,10,30,100,1000} {
		minFreq = mf
		s,err:=Open(Options{Lexicon:es}); if err!=nil{t.Fatal(err)}
		occ,whole,coll,isol := 0,0,0,0
		miss:=map[string]int{}
		for _,e:=range es { w,_:=s.Segment(nil,e.Word); if len(w)!=1 { isol++; fmt.Println("ISOLATED",e,w) } }
		for i,x:=range texts { m:=bound(s,x)
			inside:=make([]bool,len(x)+1)
			for _,e:=range es { for p:=0;; { k:=strings.Index(x[p:],e.Word); if k<0 {break}; p+=k; q:=p+len(e.Word)
				for z:=p; z<=q; z++ {inside[z]=true}
				ok:=true; for z:=p+1;z<q;z++ { if m[z] {ok=false;break} }
				occ++; if ok {whole++} else {miss[e.Word]++}
				p+=1 } }
			for z:=range m { if !inside[z] && !baseB[i][z] {coll++} }
			for z:=range baseB[i] { if !inside[z] && !m[z] {coll++} }
		}
		var ms []string; for k,v:=range miss {ms=append(ms,fmt.Sprintf("%s:%d",k,v))}; sort.Strings(ms)
		fmt.Println(mf,"occ",occ,"whole",whole,"not",occ-whole,"collateral",coll,"isolated fail",isol, ms)
		s.Close()
	}
}

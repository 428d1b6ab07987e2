package main

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"
)

// A journal writes the output of a run with -resume, and beside it how far the
// run has come, so that another one can go on from there: FILE.resume has the
// settings in its first line and then a [record] for each article.
//
// An article is written whole, then its record. A run that is killed between
// the two, or in one of them, leaves bytes that no record tells of, and the next
// run cuts them off. It also reads what is there once, and does again what was
// cut off or changed since. After syncEvery, and at the end, both files are
// flushed to the disk, so a machine that fails costs at most as much work.
type journal struct {
	name    string // FILE
	out     *os.File
	log     *os.File
	head    []byte        // of the output, before the first article
	start   int64         // of the records in log
	end     int64         // of the output that is done
	done    int           // articles that were done before this run
	records *bufio.Reader // of them, in order
	lost    bool          // whether records tell of output that is not there
	begun   bool
	synced  time.Time
}

// syncEvery is how often the files are flushed to the disk.
const syncEvery = 5 * time.Second

var errInUse = errors.New("another run is writing to it")

// openJournal opens the two files, the second of them for this process alone,
// and finds out what is done already. It changes nothing that was written. An error
// is a failure if the disk was full, and else one of the call.
func openJournal(o options, head []byte) (_ *journal, err error) {
	j := &journal{name: o.resume, head: head, synced: time.Now()}
	defer func() {
		if err != nil {
			j.release()
		}
	}()
	foreign := fmt.Errorf("%s is there already, and no run with -resume has begun it: name another file, or remove it", o.resume)
	if _, err := os.Stat(o.resume + ".resume"); errors.Is(err, fs.ErrNotExist) {
		if info, err := os.Stat(o.resume); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
			return nil, foreign // and no file is left beside it
		}
	}
	if j.log, err = openAlone(o.resume + ".resume"); err != nil {
		return nil, fmt.Errorf("%s: %w", o.resume, err)
	}
	now, err := settingsOf(o)
	if err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(j.log).ReadBytes('\n')
	fresh := err == io.EOF // killed before the first line was there, or never begun
	if err != nil && !fresh {
		return nil, err
	}
	if j.out, err = os.OpenFile(o.resume, os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return nil, err
	}
	info, err := j.out.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file, so -resume cannot go on in it", o.resume)
	}
	if !fresh {
		var then settings
		if json.Unmarshal(line, &then) != nil || then.Tifa != journalVersion {
			return nil, fmt.Errorf("%s.resume is no file of -resume", o.resume)
		}
		if err := then.compare(now, o.resume); err != nil {
			return nil, err
		}
		j.start = int64(len(line))
		return j, j.survey(info.Size())
	}
	if info.Size() > 0 {
		return nil, foreign
	}
	if line, err = json.Marshal(now); err != nil {
		return nil, err
	}
	line = append(line, '\n')
	j.start = int64(len(line))
	if err := j.log.Truncate(0); err != nil {
		return nil, writeFailed(err, 0)
	}
	if _, err = j.log.WriteAt(line, 0); err != nil {
		return nil, writeFailed(err, 0)
	}
	return j, nil
}

// survey reads the records, and the output that they tell of, as far as both
// are whole.
func (j *journal) survey(size int64) error {
	log := bufio.NewReader(io.NewSectionReader(j.log, j.start, 1<<62))
	out := bufio.NewReader(j.out)
	var buf [recordSize]byte
	for {
		if _, err := io.ReadFull(log, buf[:]); err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		} else if err != nil {
			return err
		}
		r, ok := decodeRecord(buf)
		if !ok || r.end < j.end || r.end > size {
			j.lost = true
			break
		}
		sum := crc32.New(castagnoli)
		if _, err := io.CopyN(sum, out, r.end-j.end); err != nil {
			return err
		}
		if sum.Sum32() != r.sum {
			j.lost = true
			break
		}
		j.end = r.end
		j.done++
	}
	j.records = bufio.NewReader(io.NewSectionReader(j.log, j.start, int64(j.done)*recordSize))
	return nil
}

// file returns FILE, nil without a journal.
func (j *journal) file() *os.File {
	if j == nil {
		return nil
	}
	return j.out
}

// has reports whether an earlier run has done the article with this number.
func (j *journal) has(number int) bool { return j != nil && number < j.done }

// check compares the next article that is done already with its record, and
// says whether it failed then.
func (j *journal) check(d done) (problem string, err error) {
	var buf [recordSize]byte
	if _, err := io.ReadFull(j.records, buf[:]); err != nil {
		return "", err
	}
	r, _ := decodeRecord(buf)
	if r.key != d.key {
		return "", fmt.Errorf("article %d (%s) is not what it was when %s was begun; -resume needs the same articles in the same order", d.number+1, d.id, j.name)
	}
	if r.failed {
		return "it failed before", nil
	}
	return "", nil
}

// checkEnd returns an error if an earlier run has done more than total articles.
func (j *journal) checkEnd(total int) error {
	if j != nil && total < j.done {
		return fmt.Errorf("%s has more articles than there are now; -resume needs the same articles in the same order", j.name)
	}
	return nil
}

// begin cuts off what an earlier run did not finish.
func (j *journal) begin() error {
	at := j.start + int64(j.done)*recordSize
	_, err := j.out.Seek(j.end, io.SeekStart)
	_, err2 := j.log.Seek(at, io.SeekStart)
	j.begun = true
	return errors.Join(err, err2, j.out.Truncate(j.end), j.log.Truncate(at))
}

// write implements sink.
func (j *journal) write(d done) error {
	if !j.begun {
		if err := j.begin(); err != nil {
			return err
		}
	}
	data := d.data
	if d.number == 0 {
		data = append(j.head, data...)
	}
	if _, err := j.out.Write(data); err != nil {
		j.out.Truncate(j.end)
		return err
	}
	j.end += int64(len(data))
	buf := record{j.end, d.key, crc32.Checksum(data, castagnoli), d.problem != ""}.encode()
	if _, err := j.log.Write(buf[:]); err != nil {
		return err
	}
	if time.Since(j.synced) < syncEvery {
		return nil
	}
	j.synced = time.Now()
	return j.sync()
}

// sync flushes the output first, so that no record tells of what is not there.
func (j *journal) sync() error { return cmp.Or(j.out.Sync(), j.log.Sync()) }

// close implements sink.
func (j *journal) close() error {
	if !j.begun {
		if err := j.begin(); err != nil {
			return err
		}
	}
	return j.sync()
}

// release closes the files, and so lets another process have them.
func (j *journal) release() {
	if j.out != nil {
		j.out.Close()
	}
	if j.log != nil {
		closeAlone(j.log)
	}
}

const journalVersion = "resume 1"

// settings are what the output depends on, besides the articles: name and value
// of each flag, what the files that they name hold, and the program.
type settings struct {
	Tifa   string      `json:"tifa"`
	Values [][2]string `json:"settings"`
}

func settingsOf(o options) (settings, error) {
	s := settings{Tifa: journalVersion, Values: o.given}
	program, err := programSum()
	if err != nil {
		return s, err
	}
	s.Values = append(s.Values, [2]string{"the program", program})
	for _, f := range [][2]string{{"the corpus", o.corpusFile}, {"the lexicon", o.work.lexicon}} {
		sum := ""
		if f[1] != "" {
			if sum, err = sumOf(f[1]); err != nil {
				return s, err
			}
		}
		s.Values = append(s.Values, [2]string{f[0], sum})
	}
	return s, nil
}

// programSum tells this program from others, which may give another output.
var programSum = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	return sumOf(path)
})

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}

// compare returns an error that says what is different now.
func (s settings) compare(now settings, name string) error {
	values := make(map[string]string)
	for _, v := range s.Values {
		values[v[0]] = v[1]
	}
	for _, v := range now.Values {
		then := values[v[0]]
		switch {
		case then == v[1]:
		case strings.HasPrefix(v[0], "-"):
			return fmt.Errorf("%s was begun with %s %q, not %q; -resume needs the same flags and files", name, v[0], then, v[1])
		default:
			return fmt.Errorf("%s is not the one that %s was begun with; -resume needs the same", v[0], name)
		}
	}
	return nil
}

package dict

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"strings"
	"unsafe"
)

// The file form of a Dict has, all little-endian:
//
//	magic, 8 bytes
//	CRC-32C of all that follows, uint32
//	sizes: of the trie, the weights, the codes, the runes beyond U+FFFF, the tags in bytes, 5 × uint32
//	the smallest frequency, the longest word, 2 × uint32
//	trie, uint64 each
//	weights, the sum, the model's start and transitions, float64 each
//	frequencies, uint32 each
//	emissions: 4 for each code, in millionths, int32; noEmission stands for Never
//	runes beyond U+FFFF, each with its code, 2 × uint32
//	codes of the runes up to U+FFFF, uint16 each
//	tags, each with a line feed behind it
const (
	magic      = "tifa dw1"
	headerSize = 40
	noEmission = math.MinInt32
	millionth  = 1e6
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Marshal returns the file form of d.
func (d *Dict) Marshal() ([]byte, error) {
	le := binary.LittleEndian
	var tags strings.Builder
	for _, t := range d.Tags {
		tags.WriteString(t + "\n")
	}
	b := le.AppendUint32([]byte(magic), 0)
	for _, n := range []int{len(d.Words), len(d.Weights), d.Codes(), len(d.beyond), tags.Len(), d.Least, d.Longest} {
		b = le.AppendUint32(b, uint32(n))
	}
	for _, n := range d.Words {
		b = le.AppendUint64(b, uint64(n))
	}
	for _, row := range [][]float64{d.Weights, {d.Sum}, d.Model.Start[:], d.Model.Trans[B][:], d.Model.Trans[E][:], d.Model.Trans[M][:], d.Model.Trans[S][:]} {
		for _, x := range row {
			b = le.AppendUint64(b, math.Float64bits(x))
		}
	}
	for _, f := range d.freqs {
		b = le.AppendUint32(b, f)
	}
	for _, row := range d.Model.Emit {
		for _, x := range row {
			m := int32(noEmission)
			if x != Never {
				m = int32(math.Round(x * millionth))
				if float64(m)/millionth != x {
					return nil, fmt.Errorf("the emission %v has more than six decimals", x)
				}
			}
			b = le.AppendUint32(b, uint32(m))
		}
	}
	for r := rune(1 << 16); len(d.beyond) > 0 && r <= 0x10ffff; r++ {
		if c, ok := d.beyond[r]; ok {
			b = le.AppendUint32(le.AppendUint32(b, uint32(r)), uint32(c))
		}
	}
	for _, c := range d.codes {
		b = le.AppendUint16(b, c)
	}
	b = append(b, tags.String()...)
	le.PutUint32(b[len(magic):], crc32.Checksum(b[len(magic)+4:], castagnoli))
	return b, nil
}

// Load returns the Dict that Marshal made data of. It uses data in place where
// the machine allows it, so that data must never change. The error says that
// data is damaged: it cannot be of a Dict that makes the segmenter fail.
func Load(data []byte) (*Dict, error) {
	le := binary.LittleEndian
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return nil, errors.New("it does not begin as a dictionary does")
	}
	if got, want := crc32.Checksum(data[len(magic)+4:], castagnoli), le.Uint32(data[len(magic):]); got != want {
		return nil, fmt.Errorf("the checksum is %08x, not %08x", got, want)
	}
	var sizes [7]int
	for i := range sizes {
		n := le.Uint32(data[len(magic)+4+4*i:])
		if uint64(n) > uint64(len(data)) {
			return nil, fmt.Errorf("it has %d bytes, too few for %d of something", len(data), n)
		}
		sizes[i] = int(n)
	}
	words, weights, codes, beyond, tags := sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]
	r := reader{data[headerSize:]}
	want := 8*words + 12*weights + 8*(1+4+16) + 16*codes + 8*beyond + 2<<16 + tags
	if len(r.rest) != want {
		return nil, fmt.Errorf("it has %d bytes behind its header, not %d", len(r.rest), want)
	}
	d := &Dict{Least: sizes[5], Longest: sizes[6], beyond: make(map[rune]uint16, beyond)}
	d.Words = inPlace(r.take(8*words), words, func(b []byte) Node { return Node(le.Uint64(b)) })
	d.Weights = r.floats(weights)
	d.Sum = r.floats(1)[0]
	copy(d.Model.Start[:], r.floats(4))
	for i := range d.Model.Trans {
		copy(d.Model.Trans[i][:], r.floats(4))
	}
	d.freqs = inPlace(r.take(4*weights), weights, le.Uint32)
	d.Model.Emit = make([][4]float64, codes)
	emissions := r.take(16 * codes)
	for i := range d.Model.Emit {
		for k := range d.Model.Emit[i] {
			m := int32(le.Uint32(emissions[16*i+4*k:]))
			d.Model.Emit[i][k] = float64(m) / millionth
			if m == noEmission {
				d.Model.Emit[i][k] = Never
			}
		}
	}
	for range beyond {
		pair := r.take(8)
		d.beyond[rune(le.Uint32(pair))] = uint16(le.Uint32(pair[4:]))
	}
	d.codes = inPlace(r.take(2<<16), 1<<16, le.Uint16)
	d.Tags = strings.Split(strings.TrimSuffix(string(r.rest), "\n"), "\n")
	return d, d.check()
}

// check returns an error where an index in d points out of its table.
func (d *Dict) check() error {
	codes := d.Codes()
	if codes < 1 || len(d.Words) < codes || len(d.Weights) < 1 {
		return errors.New("its tables are empty")
	}
	if d.Longest < 1 || d.Longest > MaxRunes || d.Least < 1 || !(d.Sum > 0) {
		return errors.New("its longest word, smallest frequency or sum is impossible")
	}
	var weight, tag, code, odd uint32 // the largest ones, and the values without a weight
	for _, n := range d.Words {       // without branches, which would take most of the time to open a Segmenter
		v := n.Value()
		weight = max(weight, v&0xffff)
		tag = max(tag, TagIndex(v))
		code = max(code, uint32(n.Code()))
		none := uint32(int32(v&0xffff-1) >> 31) // all bits if the word has no weight
		odd |= v & none
	}
	if int(weight) >= len(d.Weights) || int(tag) >= len(d.Tags) || int(code) >= codes || odd != 0 {
		return errors.New("an element of the trie points out of a table")
	}
	for r, c := range d.codes {
		if int(c) >= codes {
			return fmt.Errorf("%U has a code out of the table", r)
		}
	}
	for r, c := range d.beyond {
		if int(c) >= codes {
			return fmt.Errorf("%U has a code out of the table", r)
		}
	}
	return nil
}

// MaxRunes is more characters than any word has.
const MaxRunes = 127

// A reader takes what follows.
type reader struct{ rest []byte }

func (r *reader) take(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) floats(n int) []float64 {
	return inPlace(r.take(8*n), n, func(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) })
}

// inPlace returns the n values that b has the little-endian bytes of: b itself
// where the machine is little-endian and b is aligned, or else a copy.
func inPlace[T Node | float64 | uint32 | uint16](b []byte, n int, decode func([]byte) T) []T {
	size := int(unsafe.Sizeof(T(0)))
	if n == 0 {
		return nil
	}
	one := uint16(1)
	isLittle := *(*byte)(unsafe.Pointer(&one)) == 1
	if p := unsafe.Pointer(unsafe.SliceData(b)); isLittle && uintptr(p)%uintptr(size) == 0 {
		return unsafe.Slice((*T)(p), n)
	}
	values := make([]T, n)
	for i := range values {
		values[i] = decode(b[size*i:])
	}
	return values
}

package main

import (
	"encoding/binary"
	"hash/crc32"
)

// A record says of one article that it is done, and where.
type record struct {
	end    int64  // of its output in the file
	key    uint64 // of its input
	sum    uint32 // CRC-32C of its output
	failed bool
}

// recordSize is the length of a record in bytes: end and key, eight each, sum
// and whether it failed, four each, the CRC-32C of these, and four that are 0,
// all little-endian.
const recordSize = 32

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (r record) encode() (b [recordSize]byte) {
	binary.LittleEndian.PutUint64(b[0:], uint64(r.end))
	binary.LittleEndian.PutUint64(b[8:], r.key)
	binary.LittleEndian.PutUint32(b[16:], r.sum)
	if r.failed {
		b[20] = 1
	}
	binary.LittleEndian.PutUint32(b[24:], crc32.Checksum(b[:24], castagnoli))
	return b
}

// decodeRecord returns false for what encode has not made.
func decodeRecord(b [recordSize]byte) (record, bool) {
	r := record{
		end:    int64(binary.LittleEndian.Uint64(b[0:])),
		key:    binary.LittleEndian.Uint64(b[8:]),
		sum:    binary.LittleEndian.Uint32(b[16:]),
		failed: b[20] == 1,
	}
	return r, r.end >= 0 && r.encode() == b
}

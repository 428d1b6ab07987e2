package main

import (
	"errors"
	"path"
	"strconv"
	"strings"
)

// globsValue is the value of a flag that may be given again: patterns.
type globsValue []string

// String implements flag.Value.
func (v *globsValue) String() string { return strings.Join(*v, " ") }

// Set implements flag.Value.
func (v *globsValue) Set(s string) error {
	if _, err := path.Match(s, ""); err != nil || s == "" {
		return errors.New("the pattern is malformed")
	}
	if strings.Contains(s, "**") {
		return errors.New("** is not known; directories are read with all below them")
	}
	*v = append(*v, s)
	return nil
}

// bytesValue is the value of a flag: a number of bytes, as 20000000, 20MB or 20 mb.
type bytesValue int64

var byteUnits = []struct {
	name  string
	bytes int64
}{{"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}, {"B", 1}}

// maxMaxBytes is less than what a slice can hold on any machine.
const maxMaxBytes = 2e9

// String implements flag.Value.
func (v *bytesValue) String() string {
	for _, u := range byteUnits {
		if int64(*v)%u.bytes == 0 {
			return strconv.FormatInt(int64(*v)/u.bytes, 10) + u.name
		}
	}
	return "" // not reached: every number is a multiple of 1
}

// Set implements flag.Value.
func (v *bytesValue) Set(s string) error {
	number, unit := s, int64(1)
	for _, u := range byteUnits {
		if n := cutSuffixFold(s, u.name); n != s {
			number, unit = strings.TrimSpace(n), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 1 || n > maxMaxBytes/unit {
		return errors.New("the number is from 1 to 2GB, and may end in kB, MB or GB")
	}
	*v = bytesValue(n * unit)
	return nil
}

//go:build cgo && race

package jieba

const raceEnabled = true

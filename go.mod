module github.com/tifa-go/tifa

go 1.26

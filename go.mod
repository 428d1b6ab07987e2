module github.com/tifa-go/tifa

go 1.26.0

require (
	github.com/stretchr/testify v1.12.1
	github.com/yanyiwu/gojieba v1.4.6
	golang.org/x/net v0.62.0
	golang.org/x/text v0.44.0
	gonum.org/v1/gonum v0.17.0
)

require go.yaml.in/yaml/v3 v3.0.5 // indirect

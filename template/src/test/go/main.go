// Renders templates with Go's text/template and Sprig, one case a line, for comparison.
//
// In: {"name": ..., "template": base64, "data": {name: base64}}.
// Out: {"output": base64} or {"class": "parse" or "exec", "error": ...}; with -time N as argument
// the nanoseconds of one rendering of the first case, the mean of N.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"text/template"
	"time"

	"github.com/Masterminds/sprig/v3"
)

type request struct {
	Name     string            `json:"name"`
	Template []byte            `json:"template"`
	Data     map[string][]byte `json:"data"`
}

type answer struct {
	Output []byte `json:"output,omitempty"`
	Class  string `json:"class,omitempty"`
	Error  string `json:"error,omitempty"`
}

func functions() template.FuncMap {
	functions := sprig.TxtFuncMap()
	for _, name := range []string{"env", "expandenv", "getHostByName"} {
		delete(functions, name)
	}
	return functions
}

func (r request) dot() map[string]string {
	dot := map[string]string{}
	for name, value := range r.Data {
		dot[name] = string(value)
	}
	return dot
}

func render(r request) answer {
	parsed, err := template.New(r.Name).Funcs(functions()).Parse(string(r.Template))
	if err != nil {
		return answer{Class: "parse", Error: err.Error()}
	}
	var output bytes.Buffer
	if err := parsed.Execute(&output, r.dot()); err != nil {
		return answer{Class: "exec", Error: err.Error()}
	}
	return answer{Output: output.Bytes()}
}

func measure(r request, times int) int64 {
	parsed := template.Must(template.New(r.Name).Funcs(functions()).Parse(string(r.Template)))
	dot := r.dot()
	var output bytes.Buffer
	started := time.Now()
	for range times {
		output.Reset()
		if err := parsed.Execute(&output, dot); err != nil {
			panic(err)
		}
	}
	return time.Since(started).Nanoseconds() / int64(times)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var r request
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			panic(err)
		}
		if len(os.Args) == 3 && os.Args[1] == "-time" {
			times, _ := strconv.Atoi(os.Args[2])
			measure(r, times)
			fmt.Println(measure(r, times))
			return
		}
		if err := out.Encode(render(r)); err != nil {
			panic(err)
		}
	}
}

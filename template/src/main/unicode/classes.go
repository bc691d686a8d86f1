// Writes the character classes that \p{Name} means in Go's regular expressions:
//
//	go run template/src/main/unicode/classes.go > template/src/main/resources/dev/signet/template/regex/classes.txt
//
// A line is a name in lower case without separators, and first and last code points in hexadecimal.
// A name with /i is the class where letter case does not count.
package main

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	names := []string{"Any", "Assigned", "ASCII", "LC"}
	for name := range unicode.Categories {
		names = append(names, name)
	}
	for name := range unicode.Scripts {
		names = append(names, name)
	}
	for name := range unicode.CategoryAliases {
		names = append(names, name)
	}
	sort.Strings(names)
	written := map[string]bool{}
	for _, name := range names {
		key := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
		// Scripts of two words are not found by any name.
		if _, err := regexp.Compile(`\p{` + name + `}`); err != nil || written[key] {
			continue
		}
		written[key] = true
		plain := ranges(`^\p{` + name + `}$`)
		folded := ranges(`(?i)^\p{` + name + `}$`)
		fmt.Println(key + plain)
		if folded != plain {
			fmt.Println(key + "/i" + folded)
		}
	}
}

func ranges(pattern string) string {
	class := regexp.MustCompile(pattern)
	var text strings.Builder
	first := rune(-1)
	for r := rune(0); r <= unicode.MaxRune+1; r++ {
		in := r <= unicode.MaxRune && utf8.ValidRune(r) && class.MatchString(string(r))
		if in && first < 0 {
			first = r
		}
		if !in && first >= 0 {
			fmt.Fprintf(&text, " %x-%x", first, r-1)
			first = -1
		}
	}
	return text.String()
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package main

import (
	"fmt"
	"log"
	"strconv"
	"strings"
)

var short = map[rune]string{'\\': `\\`, '\n': `\n`, '\t': `\t`, '\r': `\r`, '\f': `\f`}

func escape(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case short[r] != "":
			out.WriteString(short[r])
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&out, `\%03o`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func unescape(line string) string {
	quoted := `"` + strings.ReplaceAll(line, `"`, `\"`) + `"`
	text, err := strconv.Unquote(quoted)
	if err != nil {
		log.Fatalf("%q: %v", line, err)
	}
	return text
}

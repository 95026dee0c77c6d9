// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

// Command syntax records what go-jsonnet says about the text of programs, without running them.
//
//	go run ./syntax verdicts FILE...
//	go run ./syntax trees FILE...
//
// Every line of a file is a program, escaped as in a Go string. What follows the arrow is written
// anew: the static error if there is one, or the tree with the place of every node.
package main

import (
	"log"
	"os"
	"strings"

	jsonnet "github.com/google/go-jsonnet"
	"github.com/google/go-jsonnet/formatter"
)

const (
	fileName = "t"
	arrow    = " ➤ "
)

func main() {
	if len(os.Args) < 3 {
		log.Fatal("usage: syntax verdicts|trees FILE...")
	}
	answer := verdict
	if os.Args[1] == "trees" {
		answer = tree
	}
	for _, path := range os.Args[2:] {
		record(path, answer)
	}
}

func record(path string, answer func(string) string) {
	content, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var out strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(string(content), "\n"), "\n") {
		program, _, _ := strings.Cut(line, arrow)
		out.WriteString(program)
		if text := answer(unescape(program)); text != "" {
			out.WriteString(arrow + escape(text))
		}
		out.WriteByte('\n')
	}
	if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}

func verdict(program string) string {
	if _, err := jsonnet.SnippetToAST(fileName, program); err != nil {
		return err.Error()
	}
	return ""
}

func tree(program string) string {
	node, _, err := formatter.SnippetToRawAST(fileName, program)
	if err != nil {
		log.Fatalf("%q: %v", program, err)
	}
	var out treeText
	out.node(node)
	return out.String()
}

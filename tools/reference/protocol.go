// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"sort"
	"strconv"
	"time"
)

// request is, in this order: file name, source, form, max stack and timeout in milliseconds as
// decimal text, the number of bindings as text and for each its kind, name and value, the number of
// files as text and for each its path and content.
type request struct {
	fileName string
	source   string
	form     string
	maxStack int
	timeout  time.Duration
	bindings []binding
	files    map[string]string
}

// binding is a variable or argument; kind is one of extStr, extCode, tlaStr, tlaCode.
type binding struct {
	kind, name, value string
}

const (
	formJSON        = "json"
	formString      = "string"
	formMulti       = "multi"
	formMultiString = "multi-string"
	formStream      = "stream"
)

const (
	kindOutput  = "output"  // one text
	kindFiles   = "files"   // names and contents, alternating
	kindFailure = "failure" // what the command would print on standard error
	kindTimeout = "timeout"
	kindMemory  = "memory"
)

// answer is its kind, the number of texts as decimal text, and the texts.
type answer struct {
	kind  string
	texts []string
}

func readRequest(in *bufio.Reader) (request, error) {
	head := make([]string, 6)
	for i := range head {
		text, err := readText(in)
		if err != nil {
			return request{}, err
		}
		head[i] = text
	}
	question := request{fileName: head[0], source: head[1], form: head[2], files: map[string]string{}}
	question.maxStack, _ = strconv.Atoi(head[3])
	millis, _ := strconv.Atoi(head[4])
	question.timeout = time.Duration(millis) * time.Millisecond
	count, _ := strconv.Atoi(head[5])
	for range count {
		triple, err := readTexts(in, 3)
		if err != nil {
			return request{}, err
		}
		question.bindings = append(question.bindings, binding{triple[0], triple[1], triple[2]})
	}
	fileCount, err := readText(in)
	if err != nil {
		return request{}, err
	}
	count, _ = strconv.Atoi(fileCount)
	for range count {
		pair, err := readTexts(in, 2)
		if err != nil {
			return request{}, err
		}
		question.files[pair[0]] = pair[1]
	}
	return question, nil
}

func readTexts(in *bufio.Reader, count int) ([]string, error) {
	texts := make([]string, count)
	for i := range texts {
		text, err := readText(in)
		if err != nil {
			return nil, err
		}
		texts[i] = text
	}
	return texts, nil
}

func readText(in *bufio.Reader) (string, error) {
	var length uint32
	if err := binary.Read(in, binary.BigEndian, &length); err != nil {
		return "", err
	}
	text := make([]byte, length)
	_, err := io.ReadFull(in, text)
	return string(text), err
}

func writeAnswer(out *bufio.Writer, reply answer) error {
	texts := append([]string{reply.kind, strconv.Itoa(len(reply.texts))}, reply.texts...)
	for _, text := range texts {
		if err := binary.Write(out, binary.BigEndian, uint32(len(text))); err != nil {
			return err
		}
		if _, err := out.WriteString(text); err != nil {
			return err
		}
	}
	return out.Flush()
}

func alternating(files map[string]string) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	texts := make([]string, 0, 2*len(names))
	for _, name := range names {
		texts = append(texts, name, files[name])
	}
	return texts
}

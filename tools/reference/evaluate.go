// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package main

import (
	"fmt"
	"io"
	"runtime/metrics"
	"strings"
	"time"

	jsonnet "github.com/google/go-jsonnet"
)

const (
	// maxHeap is what one program may hold before the process gives it up.
	maxHeap      = 1 << 30
	heapInterval = 5 * time.Millisecond
	heapMetric   = "/memory/classes/heap/objects:bytes"
	// maxTrace is the default of the command: so many frames are printed.
	maxTrace = 20
)

// evaluateBounded answers in time whatever the program does; the evaluation itself may go on.
func evaluateBounded(question request) answer {
	done := make(chan answer, 1)
	go func() { done <- evaluate(question) }()
	deadline := time.After(question.timeout)
	look := time.NewTicker(heapInterval)
	defer look.Stop()
	for {
		select {
		case reply := <-done:
			return reply
		case <-deadline:
			return answer{kind: kindTimeout}
		case <-look.C:
			if heapInUse() > maxHeap {
				return answer{kind: kindMemory}
			}
		}
	}
}

func heapInUse() uint64 {
	sample := []metrics.Sample{{Name: heapMetric}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func evaluate(question request) answer {
	vm := newVM(question)
	switch question.form {
	case formMulti, formMultiString:
		files, err := vm.EvaluateAnonymousSnippetMulti(question.fileName, question.source)
		if err != nil {
			return failure(err)
		}
		return answer{kindFiles, alternating(files)}
	case formStream:
		documents, err := vm.EvaluateAnonymousSnippetStream(question.fileName, question.source)
		if err != nil {
			return failure(err)
		}
		return answer{kindOutput, []string{joinStream(documents)}}
	default:
		text, err := vm.EvaluateAnonymousSnippet(question.fileName, question.source)
		if err != nil {
			return failure(err)
		}
		return answer{kindOutput, []string{text}}
	}
}

func newVM(question request) *jsonnet.VM {
	vm := jsonnet.MakeVM()
	vm.MaxStack = question.maxStack
	vm.StringOutput = question.form == formString || question.form == formMultiString
	vm.SetTraceOut(io.Discard)
	vm.ErrorFormatter.SetMaxStackTraceSize(maxTrace)
	vm.Importer(importerOf(question.files))
	for _, b := range question.bindings {
		switch b.kind {
		case "extStr":
			vm.ExtVar(b.name, b.value)
		case "extCode":
			vm.ExtCode(b.name, b.value)
		case "tlaStr":
			vm.TLAVar(b.name, b.value)
		case "tlaCode":
			vm.TLACode(b.name, b.value)
		}
	}
	return vm
}

// filesInMemory says of a file it does not have what the command says.
type filesInMemory map[string]jsonnet.Contents

func (f filesInMemory) Import(_, path string) (jsonnet.Contents, string, error) {
	if contents, ok := f[path]; ok {
		return contents, path, nil
	}
	return jsonnet.Contents{}, "", fmt.Errorf(
		"couldn't open import %#v: no match locally or in the Jsonnet library paths", path)
}

func importerOf(files map[string]string) jsonnet.Importer {
	data := make(filesInMemory, len(files))
	for path, content := range files {
		data[path] = jsonnet.MakeContents(content)
	}
	return data
}

func failure(err error) answer {
	return answer{kindFailure, []string{err.Error()}}
}

// joinStream writes what the command writes with --yaml-stream.
func joinStream(documents []string) string {
	if len(documents) == 0 {
		return ""
	}
	var text strings.Builder
	for _, document := range documents {
		text.WriteString("---\n")
		text.WriteString(document)
	}
	text.WriteString("...\n")
	return text.String()
}

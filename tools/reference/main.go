// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

// Command reference evaluates many programs in one process with go-jsonnet, so that a test can ask
// thousands of questions a second.
//
// Standard input carries requests, standard output one answer a request, in the order of the
// requests. Every string is a 32-bit big-endian length and that many bytes. The form of both is
// described at request and answer in protocol.go.
//
// The library can neither be stopped nor bounded: after an answer of the kinds timeout and memory
// the process ends, and a program that exhausts the stack ends it without an answer. Whoever asks
// starts another one.
package main

import (
	"bufio"
	"errors"
	"io"
	"log"
	"os"
	"runtime/debug"
)

// maxGoStack ends a runaway recursion long before Go's own default of 1 GB does.
const maxGoStack = 256 << 20

func main() {
	debug.SetMaxStack(maxGoStack)
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	for {
		question, err := readRequest(in)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
		reply := evaluateBounded(question)
		if err := writeAnswer(out, reply); err != nil {
			log.Fatal(err)
		}
		if reply.kind == kindTimeout || reply.kind == kindMemory {
			os.Exit(0)
		}
	}
}

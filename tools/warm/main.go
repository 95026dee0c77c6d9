// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

// Command warm renders one file many times in one process with go-jsonnet and prints the time of every
// render in microseconds, so that a warm process can be set beside a warm process.
//
//	warm -renders 20 -seconds 30 -J vendor main.jsonnet
//
// Every render has a virtual machine of its own, as a service needs it: variables and libraries
// differ from request to request.
package main

import (
	"flag"
	"fmt"
	"log"
	"time"

	jsonnet "github.com/google/go-jsonnet"
)

func main() {
	renders := flag.Int("renders", 20, "how many renders at most")
	seconds := flag.Int("seconds", 30, "how long at most")
	library := flag.String("J", "", "library folder")
	flag.Parse()

	var times []time.Duration
	end := time.Now().Add(time.Duration(*seconds) * time.Second)
	for len(times) < *renders && (len(times) < 2 || time.Now().Before(end)) {
		begin := time.Now()
		vm := jsonnet.MakeVM()
		vm.Importer(&jsonnet.FileImporter{JPaths: []string{*library}})
		if _, err := vm.EvaluateFile(flag.Arg(0)); err != nil {
			log.Fatal(err)
		}
		times = append(times, time.Since(begin))
	}
	for _, time := range times {
		fmt.Println(time.Microseconds())
	}
}

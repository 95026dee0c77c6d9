// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

// Command yaml tells whether the readers of YAML that Kubernetes, Flux and most of Go use read the
// same value from a text as from a JSON text.
//
// Standard input carries pairs of a JSON and a YAML text, standard output one answer a pair, in the
// order of the pairs: empty if all agree, otherwise what differs. Every text is a 32-bit big-endian
// length and that many bytes.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"reflect"

	"sigs.k8s.io/yaml"
	v3 "sigs.k8s.io/yaml/goyaml.v3"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	for {
		jsonText, err := readText(in)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
		yamlText, err := readText(in)
		if err != nil {
			log.Fatal(err)
		}
		if err := writeText(out, compare(jsonText, yamlText)); err != nil {
			log.Fatal(err)
		}
	}
}

// compare asks the reader of Kubernetes' tools, which keeps to YAML 1.1, and the newer one.
func compare(jsonText, yamlText []byte) string {
	var want any
	if err := json.Unmarshal(jsonText, &want); err != nil {
		return "no JSON: " + err.Error()
	}
	for name, read := range map[string]func([]byte) (any, error){"sigs.k8s.io/yaml": older, "yaml.v3": newer} {
		got, err := read(yamlText)
		if err != nil {
			return fmt.Sprintf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(got, want) {
			return fmt.Sprintf("%s reads %#v instead of %#v", name, got, want)
		}
	}
	return ""
}

func older(text []byte) (any, error) {
	converted, err := yaml.YAMLToJSON(text)
	if err != nil {
		return nil, err
	}
	var value any
	err = json.Unmarshal(converted, &value)
	return value, err
}

func newer(text []byte) (any, error) {
	var value any
	if err := v3.Unmarshal(text, &value); err != nil {
		return nil, err
	}
	converted, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var plain any
	err = json.Unmarshal(converted, &plain)
	return plain, err
}

func readText(in *bufio.Reader) ([]byte, error) {
	var length uint32
	if err := binary.Read(in, binary.BigEndian, &length); err != nil {
		return nil, err
	}
	text := make([]byte, length)
	_, err := io.ReadFull(in, text)
	return text, err
}

func writeText(out *bufio.Writer, text string) error {
	if err := binary.Write(out, binary.BigEndian, uint32(len(text))); err != nil {
		return err
	}
	if _, err := out.WriteString(text); err != nil {
		return err
	}
	return out.Flush()
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

// Command tar lists what archive/tar reads from a .tar.gz on standard input: a line for each file
// with its name in hexadecimal digits and the SHA-256 of its content.
package main

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
)

func main() {
	unpacked, err := gzip.NewReader(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	archive := tar.NewReader(unpacked)
	for {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		hash := sha256.New()
		if _, err := io.Copy(hash, archive); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%x %x\n", header.Name, hash.Sum(nil))
	}
	// What is left is checked by its checksum.
	if _, err := io.Copy(io.Discard, unpacked); err != nil {
		log.Fatal(err)
	}
}

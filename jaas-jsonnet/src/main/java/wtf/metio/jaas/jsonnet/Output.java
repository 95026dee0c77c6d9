// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.SequencedMap;

/** What a program yields. */
public sealed interface Output {

  /** One text, UTF-8. */
  record Text(byte[] bytes) implements Output {}

  /** Files by name, sorted by code point; contents are UTF-8. */
  record Files(SequencedMap<String, byte[]> contents) implements Output {}
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

/**
 * A token.
 *
 * @param value of a scalar; name of an anchor or alias; handle of a tag or tag directive; version
 * @param suffix of a tag, prefix of a tag directive; empty for other kinds
 */
record Token(Kind kind, Mark start, Mark end, String value, String suffix) {

  enum Kind {
    STREAM_END,
    VERSION_DIRECTIVE,
    TAG_DIRECTIVE,
    DOCUMENT_START,
    DOCUMENT_END,
    BLOCK_SEQUENCE_START,
    BLOCK_MAPPING_START,
    BLOCK_END,
    FLOW_SEQUENCE_START,
    FLOW_SEQUENCE_END,
    FLOW_MAPPING_START,
    FLOW_MAPPING_END,
    BLOCK_ENTRY,
    FLOW_ENTRY,
    KEY,
    VALUE,
    ALIAS,
    ANCHOR,
    TAG,
    PLAIN_SCALAR,
    QUOTED_SCALAR
  }

  /** A token that is only a sign. */
  static Token sign(Kind kind, Mark start, Mark end) {
    return new Token(kind, start, end, "", "");
  }

  /** A token with a text. */
  static Token text(Kind kind, Mark start, Mark end, String value) {
    return new Token(kind, start, end, value, "");
  }

  boolean is(Kind other) {
    return kind == other;
  }
}

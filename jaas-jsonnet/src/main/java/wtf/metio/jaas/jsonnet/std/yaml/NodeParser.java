// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.std.yaml.Token.Kind;

/** Makes nodes of the tokens of a document. */
final class NodeParser {

  private static final Node EMPTY = new Node.Scalar("", "", true);

  private final Evaluation evaluation;
  private final Scanner scanner;
  private final Directives directives = new Directives();
  private final Map<String, Node> anchors = new HashMap<>();

  NodeParser(Evaluation evaluation, Scanner scanner) {
    this.evaluation = evaluation;
    this.scanner = scanner;
  }

  /** The first document; null if there is none. What follows it is not looked at. */
  @Nullable Node document() {
    if (is(Kind.STREAM_END)) {
      return null;
    }
    boolean explicit =
        is(Kind.VERSION_DIRECTIVE) || is(Kind.TAG_DIRECTIVE) || is(Kind.DOCUMENT_START);
    while (is(Kind.VERSION_DIRECTIVE) || is(Kind.TAG_DIRECTIVE)) {
      directives.add(take());
    }
    if (explicit) {
      if (!is(Kind.DOCUMENT_START)) {
        throw YamlFailure.structure(
            "did not find expected <document start>", scanner.peek().start());
      }
      take();
    }
    var root = explicit && isDocumentBorder() ? EMPTY : node(true, false);
    // Only by looking behind the document is it known to be complete.
    scanner.peek();
    return root;
  }

  private boolean isDocumentBorder() {
    return is(Kind.VERSION_DIRECTIVE)
        || is(Kind.TAG_DIRECTIVE)
        || is(Kind.DOCUMENT_START)
        || is(Kind.DOCUMENT_END)
        || is(Kind.STREAM_END);
  }

  private boolean is(Kind kind) {
    return scanner.peek().is(kind);
  }

  private boolean isOneOf(Kind first, Kind second, Kind third) {
    return is(first) || is(second) || is(third);
  }

  private Token take() {
    var token = scanner.peek();
    scanner.advance();
    return token;
  }

  // node ::= alias | properties? content
  private Node node(boolean block, boolean indentless) {
    if (is(Kind.ALIAS)) {
      return alias(take().value());
    }
    var start = scanner.peek().start();
    var anchor = is(Kind.ANCHOR) ? take() : null;
    var tag = is(Kind.TAG) ? take() : null;
    if (anchor == null && is(Kind.ANCHOR)) {
      anchor = take();
    }
    var name = anchor == null ? "" : anchor.value();
    var resolved = tag == null ? "" : directives.resolve(tag, start);
    evaluation.descend();
    var node = content(block, indentless, name, resolved, start);
    evaluation.ascend();
    return node;
  }

  private Node alias(String name) {
    var target = anchors.get(name);
    if (target == null) {
      throw YamlFailure.of("unknown anchor '" + name + "' referenced");
    }
    return new Node.Alias(name, target);
  }

  private Node content(boolean block, boolean indentless, String anchor, String tag, Mark start) {
    if (indentless && is(Kind.BLOCK_ENTRY)) {
      return indentlessSequence(anchor);
    }
    if (is(Kind.PLAIN_SCALAR) || is(Kind.QUOTED_SCALAR)) {
      var token = take();
      boolean plain = tag.isEmpty() ? token.is(Kind.PLAIN_SCALAR) : tag.equals("!");
      return scalar(anchor, new Node.Scalar(token.value(), tag, plain));
    }
    if (is(Kind.FLOW_SEQUENCE_START)) {
      return flowSequence(anchor);
    }
    if (is(Kind.FLOW_MAPPING_START)) {
      return flowMapping(anchor);
    }
    if (block && is(Kind.BLOCK_SEQUENCE_START)) {
      return blockSequence(anchor);
    }
    if (block && is(Kind.BLOCK_MAPPING_START)) {
      return blockMapping(anchor);
    }
    if (!anchor.isEmpty() || !tag.isEmpty()) {
      return scalar(anchor, new Node.Scalar("", tag, tag.isEmpty()));
    }
    throw YamlFailure.structure(
        start, "did not find expected node content", scanner.peek().start());
  }

  private Node scalar(String anchor, Node node) {
    remember(anchor, node);
    return node;
  }

  private void remember(String anchor, Node node) {
    if (!anchor.isEmpty()) {
      anchors.put(anchor, node);
    }
  }

  // A collection is known by its name before it is complete: it may be found to hold itself.

  private Node blockSequence(String anchor) {
    var items = new ArrayList<Node>();
    var sequence = new Node.Sequence(items);
    remember(anchor, sequence);
    var start = take().start();
    while (is(Kind.BLOCK_ENTRY)) {
      take();
      boolean empty = is(Kind.BLOCK_ENTRY) || is(Kind.BLOCK_END);
      items.add(empty ? EMPTY : node(true, false));
    }
    endBlock(start, "did not find expected '-' indicator");
    return sequence;
  }

  private void endBlock(Mark start, String problem) {
    if (!is(Kind.BLOCK_END)) {
      throw YamlFailure.structure(start, problem, scanner.peek().start());
    }
    take();
  }

  private Node indentlessSequence(String anchor) {
    var items = new ArrayList<Node>();
    var sequence = new Node.Sequence(items);
    remember(anchor, sequence);
    while (is(Kind.BLOCK_ENTRY)) {
      take();
      boolean empty = is(Kind.BLOCK_ENTRY) || isBlockSign();
      items.add(empty ? EMPTY : node(true, false));
    }
    return sequence;
  }

  private boolean isBlockSign() {
    return isOneOf(Kind.KEY, Kind.VALUE, Kind.BLOCK_END);
  }

  private Node blockMapping(String anchor) {
    var entries = new ArrayList<Node>();
    var mapping = new Node.Mapping(entries);
    remember(anchor, mapping);
    var start = take().start();
    while (is(Kind.KEY)) {
      take();
      entries.add(isBlockSign() ? EMPTY : node(true, true));
      entries.add(blockValue());
    }
    endBlock(start, "did not find expected key");
    return mapping;
  }

  private Node blockValue() {
    if (!is(Kind.VALUE)) {
      return EMPTY;
    }
    take();
    return isBlockSign() ? EMPTY : node(true, true);
  }

  private Node flowSequence(String anchor) {
    var items = new ArrayList<Node>();
    var sequence = new Node.Sequence(items);
    remember(anchor, sequence);
    var start = take().start();
    while (!is(Kind.FLOW_SEQUENCE_END)) {
      separate(items, start, "did not find expected ',' or ']'");
      if (is(Kind.KEY)) {
        take();
        items.add(flowPair());
      } else if (!is(Kind.FLOW_SEQUENCE_END)) {
        items.add(node(false, false));
      }
    }
    take();
    return sequence;
  }

  private void separate(List<Node> before, Mark start, String problem) {
    if (before.isEmpty()) {
      return;
    }
    if (!is(Kind.FLOW_ENTRY)) {
      throw YamlFailure.structure(start, problem, scanner.peek().start());
    }
    take();
  }

  private Node flowPair() {
    Node key;
    if (isOneOf(Kind.VALUE, Kind.FLOW_ENTRY, Kind.FLOW_SEQUENCE_END)) {
      // The reference drops this token, whatever it is; so what is left rarely makes sense.
      take();
      key = EMPTY;
    } else {
      key = node(false, false);
    }
    if (!is(Kind.VALUE)) {
      return new Node.Mapping(List.of(key, EMPTY));
    }
    take();
    boolean empty = is(Kind.FLOW_ENTRY) || is(Kind.FLOW_SEQUENCE_END);
    return new Node.Mapping(List.of(key, empty ? EMPTY : node(false, false)));
  }

  private Node flowMapping(String anchor) {
    var entries = new ArrayList<Node>();
    var mapping = new Node.Mapping(entries);
    remember(anchor, mapping);
    var start = take().start();
    while (!is(Kind.FLOW_MAPPING_END)) {
      separate(entries, start, "did not find expected ',' or '}'");
      if (is(Kind.KEY)) {
        take();
        boolean empty = isOneOf(Kind.VALUE, Kind.FLOW_ENTRY, Kind.FLOW_MAPPING_END);
        entries.add(empty ? EMPTY : node(false, false));
        entries.add(flowValue());
      } else if (!is(Kind.FLOW_MAPPING_END)) {
        entries.add(node(false, false));
        entries.add(EMPTY);
      }
    }
    take();
    return mapping;
  }

  private Node flowValue() {
    if (!is(Kind.VALUE)) {
      return EMPTY;
    }
    take();
    boolean empty = is(Kind.FLOW_ENTRY) || is(Kind.FLOW_MAPPING_END);
    return empty ? EMPTY : node(false, false);
  }
}

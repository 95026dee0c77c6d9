// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.std.yaml.Token.Kind;

/**
 * The tokens of a document.
 *
 * <p>Indents become tokens that open and close blocks. Whether a scalar is a key is not known
 * before the colon behind it, so tokens wait in {@link Pending} until that is settled.
 */
final class Scanner {

  private static final int DEEPEST = 10_000;

  private final Evaluation evaluation;
  private final Cursor cursor;
  private final Pending pending;
  private final Deque<Integer> indents = new ArrayDeque<>();
  private int indent = -1;
  private int flowLevel;
  private boolean keyAllowed = true;

  Scanner(Evaluation evaluation, String text) {
    this.evaluation = evaluation;
    this.cursor = new Cursor(text);
    this.pending = new Pending(cursor);
  }

  /** The next token, which stays. */
  Token peek() {
    while (pending.isUnsettled()) {
      fetch();
    }
    return pending.head();
  }

  /** Takes the token that was looked at. */
  void advance() {
    pending.removeHead();
  }

  private void fetch() {
    int before = cursor.index();
    skipToToken();
    closeBlocks(cursor.column());
    if (cursor.isEnd()) {
      streamEnd();
    } else if (cursor.column() == 0 && cursor.peek() == '%') {
      beginLine();
      pending.add(new TagScanner(cursor).directive());
    } else if (cursor.isDocumentIndicator()) {
      var kind = cursor.peek() == '-' ? Kind.DOCUMENT_START : Kind.DOCUMENT_END;
      beginLine();
      sign(kind, 3);
    } else {
      fetchContent(cursor.peek());
    }
    evaluation.steps(1 + (cursor.index() - before >> 4));
  }

  private void fetchContent(char c) {
    switch (c) {
      case '[' -> flowStart(Kind.FLOW_SEQUENCE_START);
      case '{' -> flowStart(Kind.FLOW_MAPPING_START);
      case ']' -> flowEnd(Kind.FLOW_SEQUENCE_END);
      case '}' -> flowEnd(Kind.FLOW_MAPPING_END);
      case ',' -> flowEntry();
      case '*' -> anchor(Kind.ALIAS);
      case '&' -> anchor(Kind.ANCHOR);
      case '!' -> tag();
      case '\'', '"' -> quoted();
      default -> fetchWord(c);
    }
  }

  private void fetchWord(char c) {
    boolean alone = cursor.isSpaceOrEnd(1);
    if (c == '-' && alone) {
      blockEntry();
    } else if (c == '?' && (flowLevel > 0 || alone)) {
      key();
    } else if (c == ':' && (flowLevel > 0 || alone)) {
      value();
    } else if ((c == '|' || c == '>') && flowLevel == 0) {
      block();
    } else if (c == '-' || c == '?' || c == ':' || "#|>%@`\t".indexOf(c) < 0) {
      plain();
    } else {
      var place = cursor.mark();
      throw YamlFailure.token(place, "found character that cannot start any token", place);
    }
  }

  private void skipToToken() {
    while (true) {
      // A tab may stand between tokens of a line, but not where it would be an indent.
      while (cursor.peek() == ' ' || cursor.peek() == '\t' && (flowLevel > 0 || !keyAllowed)) {
        cursor.skip();
      }
      cursor.skipComment();
      if (!cursor.isBreak()) {
        return;
      }
      cursor.skipBreak();
      if (flowLevel == 0) {
        keyAllowed = true;
      }
    }
  }

  private void openBlock(int column, int tokenNumber, Kind kind, Mark mark) {
    if (flowLevel > 0 || indent >= column) {
      return;
    }
    indents.push(indent);
    indent = column;
    if (indents.size() > DEEPEST) {
      throw tooDeep();
    }
    pending.insert(tokenNumber, Token.sign(kind, mark, mark));
  }

  private void closeBlocks(int column) {
    while (flowLevel == 0 && indent > column) {
      var here = cursor.mark();
      pending.add(Token.sign(Kind.BLOCK_END, here, here));
      indent = indents.pop();
    }
  }

  private JsonnetException tooDeep() {
    return YamlFailure.token(pending.keyMark(), "exceeded max depth of " + DEEPEST, cursor.mark());
  }

  private void streamEnd() {
    cursor.finishLine();
    beginLine();
    var here = cursor.mark();
    pending.add(Token.sign(Kind.STREAM_END, here, here));
  }

  /** Ends everything that is open, for what stands at the beginning of a line. */
  private void beginLine() {
    closeBlocks(-1);
    pending.forgetKey();
    keyAllowed = false;
  }

  private void sign(Kind kind, int length) {
    var start = cursor.mark();
    cursor.skip(length);
    pending.add(Token.sign(kind, start, cursor.mark()));
  }

  private void saveKey() {
    if (keyAllowed) {
      pending.saveKey(flowLevel == 0 && indent == cursor.column());
    }
  }

  private void flowStart(Kind kind) {
    saveKey();
    pending.openLevel();
    if (++flowLevel > DEEPEST) {
      throw tooDeep();
    }
    keyAllowed = true;
    sign(kind, 1);
  }

  private void flowEnd(Kind kind) {
    pending.forgetKey();
    if (flowLevel > 0) {
      flowLevel--;
      pending.closeLevel();
    }
    keyAllowed = false;
    sign(kind, 1);
  }

  private void flowEntry() {
    pending.forgetKey();
    keyAllowed = true;
    sign(Kind.FLOW_ENTRY, 1);
  }

  private void blockEntry() {
    if (flowLevel == 0) {
      requireKeyAllowed("block sequence entries are not allowed in this context");
      openBlock(cursor.column(), Pending.AT_END, Kind.BLOCK_SEQUENCE_START, cursor.mark());
    }
    pending.forgetKey();
    keyAllowed = true;
    sign(Kind.BLOCK_ENTRY, 1);
  }

  private void key() {
    if (flowLevel == 0) {
      requireKeyAllowed("mapping keys are not allowed in this context");
      openBlock(cursor.column(), Pending.AT_END, Kind.BLOCK_MAPPING_START, cursor.mark());
    }
    pending.forgetKey();
    keyAllowed = flowLevel == 0;
    sign(Kind.KEY, 1);
  }

  private void value() {
    if (pending.hasKey()) {
      // The tokens since then were a key after all.
      var mark = pending.keyMark();
      int number = pending.keyNumber();
      pending.insert(number, Token.sign(Kind.KEY, mark, mark));
      openBlock(mark.column(), number, Kind.BLOCK_MAPPING_START, mark);
      pending.settleKey();
      keyAllowed = false;
    } else {
      if (flowLevel == 0) {
        requireKeyAllowed("mapping values are not allowed in this context");
        openBlock(cursor.column(), Pending.AT_END, Kind.BLOCK_MAPPING_START, cursor.mark());
      }
      keyAllowed = flowLevel == 0;
    }
    sign(Kind.VALUE, 1);
  }

  private void requireKeyAllowed(String problem) {
    if (!keyAllowed) {
      var place = cursor.mark();
      throw YamlFailure.token(place, problem, place);
    }
  }

  private void anchor(Kind kind) {
    saveKey();
    keyAllowed = false;
    var start = cursor.mark();
    cursor.skip();
    var name = new StringBuilder();
    while (cursor.isWord()) {
      cursor.read(name);
    }
    boolean ended = cursor.isSpaceOrEnd() || "?:,]}%@`".indexOf(cursor.peek()) >= 0;
    if (name.isEmpty() || !ended) {
      throw YamlFailure.token(
          start, "did not find expected alphabetic or numeric character", cursor.mark());
    }
    pending.add(Token.text(kind, start, cursor.mark(), name.toString()));
  }

  private void tag() {
    saveKey();
    keyAllowed = false;
    pending.add(new TagScanner(cursor).tag());
  }

  private void quoted() {
    saveKey();
    keyAllowed = false;
    pending.add(new QuotedScalar(cursor).scan());
  }

  private void block() {
    pending.forgetKey();
    keyAllowed = true;
    pending.add(new BlockScalar(cursor, indent).scan());
  }

  private void plain() {
    saveKey();
    keyAllowed = false;
    var scalar = new PlainScalar(cursor, flowLevel > 0, indent + 1);
    pending.add(scalar.scan());
    if (scalar.endedWithBreak()) {
      keyAllowed = true;
    }
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/**
 * Tokens that were scanned and not taken yet, and where keys may begin among them: at most one for
 * each level of brackets.
 */
final class Pending {

  /** In place of the number of a token: behind all others. */
  static final int AT_END = -1;

  /** A key and its colon stand on one line and no further apart than this. */
  private static final int LONGEST_KEY = 1024;

  /** Taken tokens that are kept at the most. */
  private static final int MOST_TAKEN = 64;

  /** A place where a key may begin. */
  private record Key(int number, Mark mark, boolean required) {}

  /** Brackets, and the number of the token that opened them. */
  private record Level(Mark mark, int number) {}

  private final Cursor cursor;
  private final List<Token> tokens = new ArrayList<>();
  private final List<@Nullable Key> keys = new ArrayList<>();
  private final Map<Integer, Key> keysByNumber = new HashMap<>();
  private final List<Level> levels = new ArrayList<>();
  private int head;
  private int taken;

  Pending(Cursor cursor) {
    this.cursor = cursor;
    openLevel();
  }

  /** Whether more tokens are needed before the first one can be taken. */
  boolean isUnsettled() {
    if (head == tokens.size()) {
      return true;
    }
    var key = keysByNumber.get(taken);
    return key != null && isPossible(key);
  }

  Token head() {
    return tokens.get(head);
  }

  void removeHead() {
    taken++;
    // What was taken is let go of, not each time but often enough.
    if (++head == tokens.size() || head > MOST_TAKEN) {
      tokens.subList(0, head).clear();
      head = 0;
    }
  }

  void add(Token token) {
    tokens.add(token);
  }

  /** Puts a token in front of the one with that number, or at the end if that was taken. */
  void insert(int number, Token token) {
    tokens.add(number < taken ? tokens.size() : head + number - taken, token);
  }

  /** Enters brackets. */
  void openLevel() {
    keys.add(null);
    levels.add(new Level(cursor.mark(), nextNumber()));
  }

  /**
   * Leaves brackets.
   *
   * <p>Brackets in which no key was possible are not waited for as keys themselves: so does the
   * reference, in which {@code []: x} is an empty list and the rest is not read.
   */
  void closeLevel() {
    settleKey();
    keys.removeLast();
    keysByNumber.remove(levels.removeLast().number());
  }

  /**
   * Notes that the next token may begin a key.
   *
   * @param required whether nothing but a key may stand there
   */
  void saveKey(boolean required) {
    forgetKey();
    var key = new Key(nextNumber(), cursor.mark(), required);
    keys.set(keys.size() - 1, key);
    keysByNumber.put(key.number(), key);
    levels.set(levels.size() - 1, new Level(levels.getLast().mark(), key.number()));
  }

  private int nextNumber() {
    return taken + tokens.size() - head;
  }

  /** Gives up the key of this level; fails if there had to be one. */
  void forgetKey() {
    var key = keys.getLast();
    if (key != null) {
      if (key.required()) {
        throw missingColon(key);
      }
      settleKey();
    }
  }

  /** The key of this level is no question any more. */
  void settleKey() {
    var key = keys.getLast();
    if (key != null) {
      keysByNumber.remove(key.number());
      keys.set(keys.size() - 1, null);
    }
  }

  /** Whether the tokens since {@link #saveKey} may be a key. */
  boolean hasKey() {
    var key = keys.getLast();
    return key != null && isPossible(key);
  }

  int keyNumber() {
    var key = keys.getLast();
    return key == null ? AT_END : key.number();
  }

  /** Where the key of this level begins, or the level itself if there is no key. */
  Mark keyMark() {
    var key = keys.getLast();
    return key == null ? levels.getLast().mark() : key.mark();
  }

  private boolean isPossible(Key key) {
    if (key.mark().line() == cursor.line() && key.mark().index() + LONGEST_KEY >= cursor.index()) {
      return true;
    }
    if (key.required()) {
      throw missingColon(key);
    }
    drop(key);
    return false;
  }

  private void drop(Key key) {
    keysByNumber.remove(key.number());
    int level = keys.lastIndexOf(key);
    if (level >= 0) {
      keys.set(level, null);
    }
  }

  private JsonnetException missingColon(Key key) {
    return YamlFailure.token(key.mark(), "could not find expected ':'", cursor.mark());
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.util.Comparator;

/**
 * The order of keys: numbers inside of names count as numbers, so {@code a9} stands before {@code
 * a10}; letters stand behind everything else, unless a number goes on there.
 */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder INSTANCE = new NaturalOrder();

  @Override
  public int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] != b[i]) {
        return compareFrom(a, b, i);
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int compareFrom(int[] a, int[] b, int at) {
    boolean letterA = Character.isLetter(a[at]);
    boolean letterB = Character.isLetter(b[at]);
    if (letterA && letterB) {
      return Integer.compare(a[at], b[at]);
    }
    if (letterA || letterB) {
      boolean afterDigit = at > 0 && Character.isDigit(a[at - 1]);
      return letterA == afterDigit ? -1 : 1;
    }
    long lead = (a[at] == '0' || b[at] == '0') && isInsideNumber(a, at) ? 1 : 0;
    int endA = numberEnd(a, at);
    int endB = numberEnd(b, at);
    int byNumber = Long.compare(number(a, at, endA, lead), number(b, at, endB, lead));
    if (byNumber != 0) {
      return byNumber;
    }
    return endA == endB ? Integer.compare(a[at], b[at]) : Integer.compare(endA, endB);
  }

  /** Whether digits before belong to a number that is not made of zeros so far. */
  private static boolean isInsideNumber(int[] text, int at) {
    for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
      if (text[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int numberEnd(int[] text, int begin) {
    int end = begin;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] text, int begin, int end, long lead) {
    long number = lead;
    for (int i = begin; i < end; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}

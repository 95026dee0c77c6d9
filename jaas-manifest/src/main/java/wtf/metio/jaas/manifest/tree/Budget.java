// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

/** How many values a file may have, with those that aliases stand for. */
final class Budget {

  private static final int MAX_VALUES = 2_000_000;

  private int values;

  int used() {
    return values;
  }

  void take(int more, int line) throws UnreadableException {
    values += more;
    if (values > MAX_VALUES) {
      throw new UnreadableException(
          line,
          "the file has more than " + MAX_VALUES + " values, with those that aliases stand for");
    }
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the records of an extended header: {@code LENGTH KEY=VALUE} and a newline each.
 *
 * <p>Only those that matter here are kept: a header can hold very many others.
 */
final class PaxRecords {

  /** Begins the keys that say how a file with holes is stored; one of them stands for all. */
  static final String SPARSE = "GNU.sparse";

  private static final int SHORTEST = 5;

  private PaxRecords() {}

  static Map<String, String> parse(byte[] bytes) throws RefusedArchiveException {
    var records = new HashMap<String, String>();
    int begin = 0;
    while (begin < bytes.length) {
      begin = record(bytes, begin, records);
    }
    return records;
  }

  /** Reads the record that begins there; returns where the next one begins. */
  private static int record(byte[] bytes, int begin, Map<String, String> records)
      throws RefusedArchiveException {
    int space = indexOf(bytes, ' ', begin, bytes.length);
    long length = space < 0 ? 0 : length(bytes, begin, space);
    long end = begin + length;
    if (length < SHORTEST
        || end > bytes.length
        || end <= space + 1
        || bytes[(int) end - 1] != '\n') {
      throw damaged();
    }
    int equals = indexOf(bytes, '=', space + 1, (int) end - 1);
    if (equals <= space + 1) {
      throw damaged();
    }
    var key = text(bytes, space + 1, equals);
    var value = text(bytes, equals + 1, (int) end - 1);
    if (key.indexOf('\0') >= 0 || key.equals("path") && value.indexOf('\0') >= 0) {
      throw damaged();
    }
    if (key.equals("path") || key.equals("size")) {
      records.put(key, value);
    } else if (key.startsWith(SPARSE)) {
      records.put(SPARSE, value);
    }
    return (int) end;
  }

  private static long length(byte[] bytes, int begin, int end) throws RefusedArchiveException {
    try {
      return Integer.parseInt(text(bytes, begin, end));
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private static int indexOf(byte[] bytes, char wanted, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static String text(byte[] bytes, int begin, int end) {
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  private static RefusedArchiveException damaged() {
    return RefusedArchiveException.damaged("an extended header in the archive is damaged");
  }
}

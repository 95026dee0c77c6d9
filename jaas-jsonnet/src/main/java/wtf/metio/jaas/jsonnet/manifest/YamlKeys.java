// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.Locale;
import java.util.Set;
import wtf.metio.jaas.jsonnet.text.DecimalForm;

/** Which keys of a YAML object may stand without quotes. */
final class YamlKeys {

  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "yes",
          "no",
          "on",
          "off",
          "y",
          "n",
          ".nan",
          "-.inf",
          "+.inf",
          ".inf",
          "null",
          "-",
          "---",
          "nan",
          "inf",
          "infinity",
          "-inf",
          "-infinity");

  private YamlKeys() {}

  /** Whether a reader takes the key for the same string when it has no quotes. */
  static boolean isBare(String key) {
    return hasSafeCharacters(key)
        && !RESERVED.contains(key.toLowerCase(Locale.ROOT))
        && !isDate(key)
        && !isBinary(key)
        && !hasHexadecimal(key)
        && !isDecimal(key);
  }

  private static boolean hasSafeCharacters(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (!letter && !isDigit(c) && c != '_' && c != '-' && c != '/' && c != '.') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  /** Digits with two dashes between them. */
  private static boolean isDate(String key) {
    int dashes = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '-') {
        dashes++;
      } else if (!isDigit(c)) {
        return false;
      }
    }
    return dashes == 2;
  }

  private static boolean isBinary(String key) {
    int begin = key.startsWith("-") ? 1 : 0;
    if (!key.startsWith("0b", begin) || key.length() == begin + 2) {
      return false;
    }
    for (int i = begin + 2; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != '0' && c != '1' && c != '_') {
        return false;
      }
    }
    return true;
  }

  // The reference looks for such a number anywhere in the key.
  private static boolean hasHexadecimal(String key) {
    for (int at = key.indexOf("0x"); at >= 0; at = key.indexOf("0x", at + 1)) {
      if (at + 2 < key.length() && isHexadecimalDigit(key.charAt(at + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHexadecimalDigit(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '_';
  }

  private static boolean isDecimal(String key) {
    return DecimalForm.isNumber(key) && isFinite(key);
  }

  // What is too large for a double is a string to readers.
  private static boolean isFinite(String key) {
    return !Double.isInfinite(Double.parseDouble(key.replace("_", "")));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

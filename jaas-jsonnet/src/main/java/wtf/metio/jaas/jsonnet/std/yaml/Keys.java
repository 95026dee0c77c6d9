// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;

/** Names of fields from keys that need not be strings. */
final class Keys {

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private Keys() {}

  /** The name; null for what can be no key. */
  static @Nullable String name(Scalars.Scalar key) {
    return switch (key) {
      case Scalars.Text(var value) -> value;
      case Scalars.Date(var value) -> value;
      case Scalars.Bool(var value) -> Boolean.toString(value);
      case Scalars.Whole(var value) -> value.compareTo(LARGEST) > 0 ? null : value.toString();
      case Scalars.Decimal(var value) -> decimal((float) value);
      case Scalars.Null() -> null;
    };
  }

  private static String decimal(float value) {
    if (Float.isNaN(value)) {
      return ".nan";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return GoNumbers.general(value);
  }

  /** How messages show a key that is none. */
  static String describe(Scalars.Scalar key) {
    return key instanceof Scalars.Whole(var value)
        ? "uint64, key: 0x" + value.toString(16)
        : "%!s(<nil>), key: <nil>";
  }
}

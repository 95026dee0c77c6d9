// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/**
 * What a scalar stands for.
 *
 * @param kind its type
 * @param json its value
 */
record YamlScalar(Kind kind, Json json) {

  /** The types, by the last part of their tags. */
  enum Kind {
    NULL,
    BOOL,
    INT,
    FLOAT,
    TIMESTAMP,
    STR;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String STANDARD = "tag:yaml.org,2002:";

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  /** Finds the value of a scalar with or without a tag. */
  static YamlScalar of(Optional<String> tag, String text, boolean plain) throws NativeFailure {
    var name = tag.orElse("!");
    if (name.equals("!")) {
      return plain ? plain(text) : string(text);
    }
    return switch (name.startsWith(STANDARD) ? name.substring(STANDARD.length()) : "") {
      case "null" -> ofKind(Kind.NULL, text);
      case "bool" -> ofKind(Kind.BOOL, text);
      case "int" -> ofKind(Kind.INT, text);
      case "float" -> ofKind(Kind.FLOAT, text);
      case "timestamp" -> ofKind(Kind.TIMESTAMP, text);
      case "binary" -> string(decoded(text));
      default -> string(text);
    };
  }

  /** Finds the value of a scalar that has neither a tag nor quotes. */
  static YamlScalar plain(String text) throws NativeFailure {
    if (NULLS.contains(text)) {
      return new YamlScalar(Kind.NULL, new Json.Null());
    }
    if (TRUES.contains(text) || FALSES.contains(text)) {
      return new YamlScalar(Kind.BOOL, new Json.Bool(TRUES.contains(text)));
    }
    if (NO_NUMBER.matcher(text).matches()) {
      throw new NativeFailure("converting yaml to json: " + text + " is no number there");
    }
    char first = text.charAt(0);
    return first == '.' || first == '-' || first == '+' || first >= '0' && first <= '9'
        ? numeric(text)
        : string(text);
  }

  /** Whether it is read as a string without quotes. */
  static boolean isPlainString(String text) {
    try {
      return plain(text).kind == Kind.STR;
    } catch (NativeFailure _) {
      return false;
    }
  }

  private static YamlScalar ofKind(Kind kind, String text) throws NativeFailure {
    var found = plain(text);
    if (found.kind == kind) {
      return found;
    }
    if (kind == Kind.FLOAT && found.kind == Kind.INT) {
      return new YamlScalar(Kind.FLOAT, found.json);
    }
    throw YamlReading.failure(
        "cannot decode !!" + found.kind.tag() + " `" + text + "` as a !!" + kind.tag());
  }

  private static YamlScalar string(String text) {
    return new YamlScalar(Kind.STR, new Json.Str(text));
  }

  private static String decoded(String text) throws NativeFailure {
    try {
      return new String(
          Base64.getDecoder().decode(text.replaceAll("[\\n\\r ]", "")), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw YamlReading.failure("!!binary value contains invalid base64 data");
    }
  }

  private static YamlScalar numeric(String text) {
    var timestamp = YamlTimestamp.rewritten(text);
    if (timestamp.isPresent()) {
      return new YamlScalar(Kind.TIMESTAMP, new Json.Str(timestamp.get()));
    }
    var digits = text.replace("_", "");
    var integer = INTEGER.matcher(digits);
    if (integer.matches()) {
      var number = integer(integer);
      if (number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0) {
        return new YamlScalar(Kind.INT, new Json.Num(number.doubleValue()));
      }
    }
    return FLOAT.matcher(digits).matches() ? floating(text, digits) : string(text);
  }

  private static BigInteger integer(Matcher parts) {
    int[] radixes = {16, 2, 8, 10};
    for (int i = 0; i < radixes.length; i++) {
      var digits = parts.group(i + 2);
      if (digits != null) {
        return new BigInteger(parts.group(1) + digits, radixes[i]);
      }
    }
    throw new IllegalStateException("an integer without digits");
  }

  private static YamlScalar floating(String text, String digits) {
    double number = Double.parseDouble(digits);
    return Double.isInfinite(number)
        ? string(text)
        : new YamlScalar(Kind.FLOAT, new Json.Num(number));
  }
}

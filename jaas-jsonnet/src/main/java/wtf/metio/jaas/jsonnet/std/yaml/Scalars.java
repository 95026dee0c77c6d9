// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.text.DecimalForm;
import wtf.metio.jaas.jsonnet.text.NumberReader;

/** What a scalar means: its tag says so, or its form. */
final class Scalars {

  private static final String TAGS = "tag:yaml.org,2002:";
  static final String MERGE = TAGS + "merge";

  private static final Map<String, Scalar> WORDS = words();
  private static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger LARGEST_SIGNED = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  /** More digits than any whole number has; zeros in front of more than that are not worth it. */
  private static final int LONGEST = 1000;

  private Scalars() {}

  /** A meaning. */
  sealed interface Scalar {

    /** The last part of its tag. */
    String type();
  }

  record Null() implements Scalar {
    @Override
    public String type() {
      return "null";
    }
  }

  record Bool(boolean value) implements Scalar {
    @Override
    public String type() {
      return "bool";
    }
  }

  /** A whole number of at most 64 bits, with or without sign. */
  record Whole(BigInteger value) implements Scalar {
    @Override
    public String type() {
      return "int";
    }
  }

  record Decimal(double value) implements Scalar {
    @Override
    public String type() {
      return "float";
    }
  }

  record Text(String value) implements Scalar {
    @Override
    public String type() {
      return "str";
    }
  }

  /** A date is a string for programs, but knows its tag. */
  record Date(String value) implements Scalar {
    @Override
    public String type() {
      return "timestamp";
    }
  }

  /** The meaning of a scalar; fails if its tag asks for something that it is not. */
  static Scalar of(Node.Scalar scalar) {
    var tag = scalar.tag();
    var text = scalar.value();
    if (tag.isEmpty()) {
      return scalar.plain() ? byForm(text, true) : new Text(text);
    }
    if (!tag.startsWith(TAGS)) {
      return new Text(text);
    }
    var type = tag.substring(TAGS.length());
    return switch (type) {
      case "str" -> new Text(text);
      case "binary" -> new Text(Binary.decode(text));
      case "bool", "int", "float", "null", "timestamp" -> required(type, text);
      default -> new Text(text);
    };
  }

  private static Scalar required(String type, String text) {
    var found = byForm(text, type.equals("timestamp"));
    if (found.type().equals(type)) {
      return found;
    }
    if (type.equals("float")
        && found instanceof Whole(var value)
        && value.compareTo(LARGEST_SIGNED) <= 0) {
      return new Decimal(value.doubleValue());
    }
    throw YamlFailure.of("cannot decode !!" + found.type() + " `" + text + "` as a !!" + type);
  }

  private static Scalar byForm(String text, boolean dates) {
    char first = text.isEmpty() ? '~' : text.charAt(0);
    if ("+-.0123456789yYnNtTfFoO~".indexOf(first) < 0) {
      return new Text(text);
    }
    var word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    if (first == '.') {
      return decimal(text, DecimalForm.isNumber(text));
    }
    if (Character.isLetter(first) || first == '~') {
      return new Text(text);
    }
    if (dates && Dates.isDate(text)) {
      return new Date(text);
    }
    var digits = text.replace("_", "");
    var whole = whole(digits);
    return whole != null ? new Whole(whole) : number(text, digits);
  }

  private static Scalar number(String text, String digits) {
    var number = decimal(digits, DecimalForm.isPlainNumber(digits));
    return number instanceof Text ? new Text(text) : number;
  }

  // A number too large for a double stays a string.
  private static Scalar decimal(String text, boolean isNumber) {
    if (isNumber) {
      double value = NumberReader.parse(text.startsWith("+") ? text.substring(1) : text);
      if (!Double.isInfinite(value)) {
        return new Decimal(value);
      }
    }
    return new Text(text);
  }

  /** A whole number in base 10, or in base 2, 8 or 16 by its prefix; null if it is none. */
  private static @Nullable BigInteger whole(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int begin = signed ? 1 : 0;
    int radix = radix(text, begin);
    var digits = text.substring(begin + prefixLength(text, begin, radix));
    if (digits.isEmpty() || digits.length() > LONGEST || !isWritten(digits, radix)) {
      return null;
    }
    var size = new BigInteger(digits, radix);
    var value = text.startsWith("-") ? size.negate() : size;
    boolean fits = value.compareTo(signed ? LARGEST_SIGNED : LARGEST) <= 0;
    return fits && value.compareTo(SMALLEST) >= 0 ? value : null;
  }

  private static int radix(String text, int begin) {
    if (text.length() < begin + 2 || text.charAt(begin) != '0') {
      return 10;
    }
    return switch (text.charAt(begin + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  // Octal numbers begin with a zero alone or with a letter behind it.
  private static int prefixLength(String text, int begin, int radix) {
    return switch (radix) {
      case 10 -> 0;
      case 8 -> text.charAt(begin + 1) == 'o' || text.charAt(begin + 1) == 'O' ? 2 : 1;
      default -> 2;
    };
  }

  private static boolean isWritten(String digits, int radix) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Scalar> words() {
    var words = new HashMap<String, Scalar>();
    enter(words, new Bool(true), "y Y yes Yes YES true True TRUE on On ON");
    enter(words, new Bool(false), "n N no No NO false False FALSE off Off OFF");
    enter(words, new Null(), "~ null Null NULL");
    words.put("", new Null());
    enter(words, new Decimal(Double.NaN), ".nan .NaN .NAN");
    double infinity = Double.POSITIVE_INFINITY;
    enter(words, new Decimal(infinity), ".inf .Inf .INF +.inf +.Inf +.INF");
    enter(words, new Decimal(-infinity), "-.inf -.Inf -.INF");
    return words;
  }

  private static void enter(Map<String, Scalar> words, Scalar meaning, String all) {
    for (var word : all.split(" ", -1)) {
      words.put(word, meaning);
    }
  }
}

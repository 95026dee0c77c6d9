// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, with or without a time of the day. */
final class Dates {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:[Tt]|( ))(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?"
              + "(Z|[-+]\\d\\d:\\d\\d)?)?");

  private static final int LONGEST = 64;

  private Dates() {}

  static boolean isDate(String text) {
    // Nearly nothing that begins with a digit is a date.
    if (text.length() < 8 || text.length() > LONGEST || text.charAt(4) != '-') {
      return false;
    }
    var matcher = FORM.matcher(text);
    return matcher.matches() && isDay(matcher) && isTime(matcher);
  }

  private static boolean isDay(Matcher matcher) {
    int month = Integer.parseInt(matcher.group(2));
    int day = Integer.parseInt(matcher.group(3));
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(Integer.parseInt(matcher.group(1)), month).lengthOfMonth();
  }

  private static boolean isTime(Matcher matcher) {
    if (matcher.group(5) == null) {
      return true;
    }
    // After a space there is no zone, after a T there is one.
    boolean space = matcher.group(4) != null;
    boolean zone = matcher.group(8) != null;
    return space != zone
        && Integer.parseInt(matcher.group(5)) < 24
        && Integer.parseInt(matcher.group(6)) < 60
        && Integer.parseInt(matcher.group(7)) < 60;
  }
}

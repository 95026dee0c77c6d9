// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent encoding of URLs. Texts hold a byte a character, as they came over the wire. */
public final class PercentEncoding {

  private PercentEncoding() {}

  /**
   * Undoes it in a path.
   *
   * @return empty if a percent sign is not followed by two digits
   */
  public static Optional<String> decodePath(String raw) {
    return decode(raw, false);
  }

  /**
   * Undoes it in a name or value of a query, where a plus sign is a space.
   *
   * @return empty if a percent sign is not followed by two digits
   */
  public static Optional<String> decodeQuery(String raw) {
    return decode(raw, true);
  }

  /** Encodes every byte that may not stand in a path, and leaves what is encoded already. */
  public static String encodePath(String raw) {
    var encoded = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' || isPathCharacter(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      }
    }
    return encoded.toString();
  }

  private static Optional<String> decode(String raw, boolean plusIsSpace) {
    var bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    var decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        if (i + 2 >= bytes.length || !isHex(bytes[i + 1]) || !isHex(bytes[i + 2])) {
          return Optional.empty();
        }
        decoded.write(
            HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        decoded.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return Optional.of(GoText.decode(decoded.toByteArray()));
  }

  private static boolean isHex(byte digit) {
    return HexFormat.isHexDigit(digit);
  }

  private static boolean isPathCharacter(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/[]".indexOf(c) >= 0);
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The Go module in the checkout that says which version of a program is meant.
 *
 * @param folder of the Go module
 * @param version of the program, with its {@code v}
 */
record PinnedModule(Path folder, String version) {

  private static final int DIGITS = 4;

  static PinnedModule of(Program program) {
    var folder = Checkout.root().resolve(Checkout.GO_MODULES).resolve(program.folder());
    return new PinnedModule(folder, version(folder.resolve("go.mod"), program.module()));
  }

  /** A name for what is built from this module: it changes with everything that stands in it. */
  String identity() {
    return folder.getFileName() + "-" + version + "-" + digest();
  }

  private static String version(Path goMod, String module) {
    var line = Pattern.compile("^\\s*(?:require )?" + Pattern.quote(module) + " (v\\S+)");
    try (var lines = Files.lines(goMod)) {
      return lines
          .map(line::matcher)
          .filter(matcher -> matcher.find())
          .map(matcher -> matcher.group(1))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(goMod + " does not require " + module));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String digest() {
    try (var files = Files.walk(folder)) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

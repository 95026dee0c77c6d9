// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A secret in a file of its own, as Kubernetes and Docker mount it. */
final class SecretFile {

  private static final int MAX_BYTES = 64 * 1024;

  private SecretFile() {}

  /** The file holds no secret that can be used. The message is a clause that says why. */
  static final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableException(String reason) {
      super(reason);
    }
  }

  /**
   * Reads a secret: one line of UTF-8, without the white space around it.
   *
   * @throws UnusableException with a message that shows nothing of the content
   */
  static String read(String file) throws UnusableException {
    try {
      return secret(content(Path.of(file)));
    } catch (InvalidPathException _) {
      throw new UnusableException("is no path");
    } catch (NoSuchFileException _) {
      throw new UnusableException("does not exist");
    } catch (AccessDeniedException _) {
      throw new UnusableException("may not be read by this user");
    } catch (CharacterCodingException _) {
      throw new UnusableException("is no text in UTF-8");
    } catch (IOException e) {
      throw new UnusableException("cannot be read: " + e.getMessage());
    }
  }

  private static String content(Path file) throws IOException, UnusableException {
    if (Files.isDirectory(file)) {
      throw new UnusableException("is a folder");
    }
    try (var stream = Files.newInputStream(file)) {
      var bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UnusableException("is larger than " + MAX_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private static String secret(String content) throws UnusableException {
    var secret = content.strip();
    if (secret.isEmpty()) {
      throw new UnusableException("is empty");
    }
    if (secret.chars().anyMatch(Character::isISOControl)) {
      throw new UnusableException("must hold one line of text");
    }
    return secret;
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the cache cannot be read or written: it is full, protected or gone. The same call
 * may succeed later.
 */
public final class CacheUnavailableException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** A failure of this folder. */
  public CacheUnavailableException(IOException cause) {
    super("the cache for sources cannot be used: " + words(cause), cause);
  }

  /** The same, wrapped. */
  public CacheUnavailableException(UncheckedIOException cause) {
    super("the cache for sources cannot be used: " + words(cause.getCause()), cause);
  }

  /** Without the path, which is nobody's business outside. */
  private static String words(@Nullable IOException cause) {
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    var message = cause == null ? null : cause.getMessage();
    return message == null || message.indexOf('/') >= 0 ? "it fails" : message;
  }
}

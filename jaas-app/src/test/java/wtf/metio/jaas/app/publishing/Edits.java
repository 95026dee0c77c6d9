// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Somebody who changes the manifests of some snippets, one after the other, without pause. */
final class Edits {

  private static final int SNIPPETS = 12;
  private static final long PAUSE_NANOS = 2_000_000;

  private final Path manifests;
  private int count;

  Edits(Path manifests) throws IOException {
    this.manifests = Files.createDirectories(manifests);
  }

  List<String> names() {
    return IntStream.range(0, SNIPPETS).mapToObj(i -> "s" + i).toList();
  }

  /** Changes each once. */
  void once() {
    names().forEach(this::edit);
  }

  /** Goes on until it is closed. */
  AutoCloseable begin() {
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    once();
                  }
                });
    return () -> {
      thread.interrupt();
      thread.join();
    };
  }

  private void edit(String name) {
    count++;
    // Some are large enough that a kill finds them half written.
    var program = "{ edit: " + count + ", rest: std.range(1, " + count % 7 * 3000 + ") }";
    var text = PublishingService.snippet(name, program, "history: 3");
    try {
      var beside = Files.writeString(manifests.resolve('.' + name), text);
      Files.move(beside, manifests.resolve(name + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * What the API server noted of writes: who changed what, and who held the lease then.
 *
 * <p>Everything that is stored has a version, and they are in one order. So a replica that wrote
 * between two versions of the lease is known to have led, or not to have.
 */
final class WriteLog {

  private static final String LEASES = Resource.LEASES.in(Installation.NAMESPACE);

  private final Path file;
  private final long begin;

  private WriteLog(Path file, long begin) {
    this.file = file;
    this.begin = begin;
  }

  /** All that is written from now on. */
  static WriteLog from(Path file) throws IOException {
    return new WriteLog(file, Files.readAllLines(file).size());
  }

  /**
   * A change.
   *
   * @param version that came of it
   * @param from the address of whoever made it
   * @param holder of the lease from then on, if it was a change of that
   */
  private record Write(long version, String what, String from, Optional<String> holder) {}

  /** Everything that a replica wrote while another one, or nobody, held the lease. */
  List<String> trespasses(List<String> replicas) {
    var found = new ArrayList<String>();
    var addresses = new HashMap<String, String>(Map.of("", "nobody"));
    var leader = "nobody";
    for (var write : writes()) {
      if (write.holder().isPresent()) {
        // Whoever takes the lease is the first to write his name.
        leader = addresses.computeIfAbsent(write.holder().get(), _ -> write.from());
      } else if (replicas.contains(write.from()) && !leader.equals(write.from())) {
        found.add(write + " while " + leader + " led");
      }
    }
    return found;
  }

  /** How much replicas wrote. */
  long count(List<String> replicas) {
    return writes().stream()
        .filter(write -> write.holder().isEmpty() && replicas.contains(write.from()))
        .count();
  }

  /** What changes nothing leaves the version as it is, and counts once: for whoever made it. */
  private List<Write> writes() {
    var seen = new HashSet<Long>();
    return events().stream()
        .flatMap(event -> write(event).stream())
        .filter(write -> seen.add(write.version()))
        .sorted(Comparator.comparingLong(Write::version))
        .toList();
  }

  private List<KubeObject> events() {
    try (var lines = Files.lines(file)) {
      return lines.skip(begin).map(KubeObject::ofJson).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Write> write(KubeObject event) {
    var version = event.text("/responseObject/metadata/resourceVersion");
    var code = event.text("/responseStatus/code").orElse("500");
    if (version.isEmpty() || code.compareTo("300") >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Write(
            Long.parseLong(version.get()),
            event.text("/verb").orElseThrow() + ' ' + event.text("/requestURI").orElseThrow(),
            event.text("/sourceIPs/0").orElseThrow(),
            event
                .text("/requestURI")
                .filter(path -> path.startsWith(LEASES))
                .map(_ -> event.text("/responseObject/spec/holderIdentity").orElse(""))));
  }
}

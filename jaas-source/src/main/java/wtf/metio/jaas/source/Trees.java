// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveProblem;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.source.cache.CacheUnavailableException;
import wtf.metio.jaas.source.cache.Gate;
import wtf.metio.jaas.source.cache.Held;
import wtf.metio.jaas.source.cache.Pack;
import wtf.metio.jaas.source.cache.Shelf;

/** Unpacks archives to trees on the shelf, a few at a time. */
final class Trees {

  private final Shelf shelf;
  private final Gate gate;
  private final ArchiveLimits limits;

  Trees(Shelf shelf, Gate gate, ArchiveLimits limits) {
    this.shelf = shelf;
    this.gate = gate;
    this.limits = limits;
  }

  /**
   * Unpacks the wanted part of an archive.
   *
   * @param name under which the tree is kept
   * @param archive stays held
   */
  Landing unpack(String name, Wanted wanted, Held archive, Cancellation cancellation) {
    if (!gate.enter(cancellation)) {
      return Landing.forNow("nobody waits for the source any more");
    }
    try (var draft = shelf.draft()) {
      Unpacked unpacked;
      try (var pack = new Pack(draft.file());
          var in = Files.newInputStream(archive.file())) {
        unpacked = pack.unpack(in, wanted.part(), limits);
        pack.finish();
      }
      return switch (unpacked) {
        case Unpacked.Complete _ -> new Landing.Kept(draft.put(name));
        case Unpacked.Refused(var problem, var message) ->
            problem == ArchiveProblem.TOO_LARGE
                ? Landing.permanently(wanted.label() + ": " + message)
                : Landing.forNow(wanted.label() + ": " + message);
      };
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    } catch (UncheckedIOException e) {
      throw new CacheUnavailableException(e);
    } finally {
      gate.leave();
    }
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import wtf.metio.jaas.domain.archive.ArchiveProblem;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.source.cache.Flights;
import wtf.metio.jaas.source.cache.Held;

/** What came of bringing something. */
sealed interface Landing extends Flights.Cargo {

  /** It is there. */
  record Kept(Held held) implements Landing {

    @Override
    public void close() {
      held.close();
    }
  }

  /** It is not. */
  record Lost(SourceProblem problem) implements Landing {

    @Override
    public void close() {
      // There is nothing to give back.
    }
  }

  /** It is not, and will not be soon. */
  static Lost permanently(String message) {
    return lost(message, Retry.SLOWLY);
  }

  /** It is not, but may be soon. */
  static Lost forNow(String message) {
    return lost(message, Retry.WITH_BACKOFF);
  }

  /** It is an archive that cannot be unpacked. */
  static Lost refused(String label, Unpacked.Refused refused) {
    return refused.problem() == ArchiveProblem.TOO_LARGE
        ? permanently(label + ": " + refused.message())
        : forNow(label + ": " + refused.message());
  }

  /** The same for somebody who keeps it on his own. */
  default Landing again() {
    return switch (this) {
      case Kept(var held) -> new Kept(held.again());
      case Lost lost -> lost;
    };
  }

  private static Lost lost(String message, Retry retry) {
    return new Lost(new SourceProblem(Reason.SOURCE_FETCH_FAILED, message, retry));
  }
}

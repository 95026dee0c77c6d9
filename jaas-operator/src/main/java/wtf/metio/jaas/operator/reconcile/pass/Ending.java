// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.time.Duration;
import java.util.Set;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.NextLook;

/** How one pass over one snippet ended, and what follows for the queue. */
public sealed interface Ending {

  /**
   * The status says what is.
   *
   * @param users made of what this snippet publishes, which is something else now
   */
  record Settled(NextLook next, Set<ResourceName> users) implements Ending {
    public Settled {
      users = Set.copyOf(users);
    }
  }

  /** It was not its turn; nothing is different. */
  record PutOff(Lane lane, Duration pause) implements Ending {}

  /** The snippet is not what it was when the pass began; a new pass is needed. */
  record Outdated() implements Ending {}

  /**
   * There is no such snippet, and nothing more to be done about it.
   *
   * @param users as in {@link Settled}
   */
  record Gone(Set<ResourceName> users) implements Ending {
    public Gone {
      users = Set.copyOf(users);
    }
  }

  /** The world did not let the pass be made, or its end be written down. */
  record Failed() implements Ending {}

  /** The term is over. */
  record Dropped() implements Ending {}
}

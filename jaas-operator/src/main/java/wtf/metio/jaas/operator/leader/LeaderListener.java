// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

/** Hears who leads. Called on one thread; must not block. */
public interface LeaderListener {

  /** Nobody listens. */
  LeaderListener NONE =
      new LeaderListener() {
        @Override
        public void leads() {}

        @Override
        public void leadsNoMore(String why) {}

        @Override
        public void follows(String holder) {}

        @Override
        public void failed(String message) {}
      };

  /** This process leads. */
  void leads();

  /** This process leads no more. */
  void leadsNoMore(String why);

  /**
   * Another one leads.
   *
   * @param holder as it calls itself; empty while nobody does
   */
  void follows(String holder);

  /** The lease could not be read or written; it is tried again. */
  void failed(String message);
}

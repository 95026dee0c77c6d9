// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wtf.metio.jaas.app.cluster.SourceServer;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.testservers.cluster.Installation;

/**
 * Where a case is played: a namespace of its own.
 *
 * @param store of the service
 */
record Scene(Installation installation, TenantNamespace team, SourceServer sources, Path store) {

  /** The one snippet that each case is about. */
  static final String SNIPPET = "dash";

  static final String GUEST = "serviceAccountName: guest, ";

  /** Describes the snippet as somebody who may do everything that is needed. */
  void describe(String spec) {
    team.snippet(SNIPPET, spec);
  }

  void program(String program) {
    team.inline(SNIPPET, program);
  }

  /** Describes the snippet as an account without any rights. */
  void describeAsGuest(String spec) {
    team.cluster().serviceAccount(team.name(), "guest");
    team.anonymous(SNIPPET, GUEST + spec);
  }

  /** From now on the guest may do what tenants may. */
  void grantGuest() {
    installation.tenant(team.name(), "guest");
  }

  /** Puts a file where the store has, or would have, a folder for the namespace. */
  void blockStore() {
    try {
      if (Files.exists(folder())) {
        Files.move(folder(), aside());
      }
      Files.writeString(folder(), "in the way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the file away; what was there before is back. */
  void unblockStore() {
    try {
      Files.delete(folder());
      if (Files.exists(aside())) {
        Files.move(aside(), folder());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path aside() {
    return store.resolveSibling("aside-" + team.name());
  }

  private Path folder() {
    return store.resolve(team.name());
  }
}

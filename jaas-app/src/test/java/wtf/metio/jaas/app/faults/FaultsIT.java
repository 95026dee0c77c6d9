// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can go wrong around the operator of a cluster, and that all is well afterwards: everything
 * is published without anybody's help, what is advertised could be had all the time, and nothing is
 * left behind.
 */
@Timeout(3600)
class FaultsIT {

  @TempDir private static Path folder;

  private static Ground ground;

  @BeforeAll
  static void start() throws IOException {
    ground = new Ground(folder);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    ground.close();
  }

  @Nested
  class OfTheApiServer implements ApiServerFaults {
    @Override
    public Ground ground() {
      return ground;
    }
  }

  @Nested
  class OfAccounts implements AccountFaults {
    @Override
    public Ground ground() {
      return ground;
    }
  }

  @Nested
  class OfKinds implements KindFaults {
    @Override
    public Ground ground() {
      return ground;
    }
  }

  @Nested
  class OfProcesses implements ProcessFaults {
    @Override
    public Ground ground() {
      return ground;
    }
  }

  @Nested
  class OfReplicas implements ReplicaFaults {
    @Override
    public Ground ground() {
      return ground;
    }
  }

  @Nested
  class OfStopping implements GracefulStops {
    @Override
    public Ground ground() {
      return ground;
    }
  }
}

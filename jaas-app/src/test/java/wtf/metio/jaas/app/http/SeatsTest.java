// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeatsTest {

  private static final long MANY = Long.MAX_VALUE;

  @Test
  void connectionsFitIntoTheHeap() {
    assertThat(Seats.affordable(1 << 20, MANY)).isEqualTo(64);
    assertThat(Seats.affordable(192 << 20, MANY)).isEqualTo(512);
    assertThat(Seats.affordable(64L << 30, MANY)).isEqualTo(8192);
  }

  @Test
  void connectionsLeaveFilesForOthers() {
    assertThat(Seats.affordable(64L << 30, 1024)).isEqualTo(512);
    assertThat(Seats.affordable(64L << 30, 100)).isEqualTo(64);
  }
}

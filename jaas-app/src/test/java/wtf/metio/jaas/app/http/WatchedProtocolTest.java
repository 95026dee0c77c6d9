// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchedProtocolTest {

  @Test
  void connectionsFitIntoTheHeap() {
    assertThat(WatchedProtocol.connections(1 << 20)).isEqualTo(64);
    assertThat(WatchedProtocol.connections(192 << 20)).isEqualTo(512);
    assertThat(WatchedProtocol.connections(64L << 30)).isEqualTo(8192);
  }
}

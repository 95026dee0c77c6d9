// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctTest {

  @Test
  void aNameIsNewOnce() {
    var names = new Distinct();

    for (int known = 0; known < 30; known++) {
      assertThat(names.add("name" + known)).isTrue();
      for (int i = 0; i <= known; i++) {
        assertThat(names.add("name" + i)).as("%d of %d", i, known).isFalse();
      }
    }
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameSetTest {

  @Test
  void holdsEachNameOnce() {
    var names = NameSet.NONE.with("b").with("a").with("c").with("b");

    assertThat(names.names()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(names.contains("c")).isTrue();
    assertThat(names.contains("d")).isFalse();
    assertThat(names.isEmpty()).isFalse();
  }

  @Test
  void staysAsItWas() {
    var few = NameSet.NONE.with("a");
    var more = few.with("b");

    assertThat(few.contains("b")).isFalse();
    assertThat(more.contains("b")).isTrue();
    assertThat(NameSet.NONE.isEmpty()).isTrue();
  }
}

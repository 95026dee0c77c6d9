// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Variable;

class FingerprintTest {

  private static Map<String, Variable> text(String name, String value) {
    return Map.of(name, new Variable.Text(value));
  }

  @Test
  void theOrderMakesNoDifference() {
    var one = new LinkedHashMap<String, Variable>();
    one.put("a", new Variable.Text("1"));
    one.put("b", new Variable.Text("2"));
    var other = new LinkedHashMap<String, Variable>();
    other.put("b", new Variable.Text("2"));
    other.put("a", new Variable.Text("1"));

    assertThat(Fingerprint.of(one, Map.of())).isEqualTo(Fingerprint.of(other, Map.of()));
  }

  @Test
  void everyOtherDifferenceDoes() {
    var fingerprints =
        List.of(
            Fingerprint.of(Map.of(), Map.of()),
            Fingerprint.of(text("a", "b"), Map.of()),
            Fingerprint.of(Map.of(), text("a", "b")),
            Fingerprint.of(text("a", "b"), text("a", "b")),
            Fingerprint.of(Map.of("a", new Variable.Code("b")), Map.of()),
            Fingerprint.of(text("ab", ""), Map.of()),
            Fingerprint.of(text("", "ab"), Map.of()),
            Fingerprint.of(text("a", "\ud800"), Map.of()),
            Fingerprint.of(text("a", "\ud801"), Map.of()),
            Fingerprint.of(text("a", "?"), Map.of()),
            Fingerprint.of(text("a", "\ufffd"), Map.of()));

    assertThat(new HashSet<>(fingerprints)).hasSize(fingerprints.size());
  }

  @Test
  void textsThatShareAHashShareNoBucket() {
    var buckets = new HashSet<Integer>();
    for (int i = 0; i < 1 << 10; i++) {
      var text = new StringBuilder();
      for (int bit = 0; bit < 10; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      assertThat(text.toString().hashCode()).isEqualTo("AaAaAaAaAaAaAaAaAaAa".hashCode());
      buckets.add(Fingerprint.of(text("a", text.toString()), Map.of()).hashCode());
    }
    assertThat(buckets).hasSizeGreaterThan(1000);
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.manifest.tree.Node.Scalar.Kind;

class TreeReaderTest {

  private static Documents read(String text) {
    return TreeReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Node.Fields root(String text) {
    return (Node.Fields) read(text).documents().getFirst().root();
  }

  private static void refused(String text, int line, String message) {
    var documents = read(text);
    assertThat(documents.complete()).isFalse();
    assertThat(documents.flaws()).hasSize(1);
    assertThat(documents.flaws().getFirst().line()).isEqualTo(line);
    assertThat(documents.flaws().getFirst().message()).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          text, TEXT
          'yes', TEXT
          yes, FLAG
          n, FLAG
          Off, FLAG
          nope, TEXT
          ~, NOTHING
          null, NOTHING
          nULL, TEXT
          0, WHOLE
          -17, WHOLE
          1_000, WHOLE
          0x1f, WHOLE
          0o17, WHOLE
          017, WHOLE
          08, NUMBER
          1e3, NUMBER
          .5, NUMBER
          -.inf, NUMBER
          1.2.3, TEXT
          2001-01-01, TEXT
          12:30, TEXT
          !!str 1, TEXT
          !!int "1", WHOLE
          <, TEXT
          """)
  void scalarsAreWhatTheToolsOfKubernetesTakeThemFor(String written, Kind kind) {
    assertThat(((Node.Scalar) root("a: " + written).entries().get("a").value()).kind())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"10,10", "-1,-1", "+5,5", "0x1f,31", "0b101,5", "0o17,15", "017,15", "1_0,10", "0,0"})
  void wholeNumbersAreReadAsGoReadsThem(String written, long number) {
    assertThat(root("a: " + written).get("a").flatMap(Node::asWhole)).contains(number);
  }

  @Test
  void numbersBeyond64BitsAreNone() {
    assertThat(root("a: 9223372036854775808").get("a").flatMap(Node::asWhole)).isEmpty();
    assertThat(root("a: 9223372036854775807").get("a").flatMap(Node::asWhole))
        .contains(Long.MAX_VALUE);
  }

  @Test
  void everythingKnowsItsLine() {
    var root = root("a:\n  b: |\n    x\n    y\n  c:\n  - 1\n  - d: e\n");

    assertThat(root.fields("a").map(Node.Fields::line)).contains(2);
    assertThat(root.fields("a").orElseThrow().entries().get("c").line()).isEqualTo(5);
    assertThat(root.fields("a").orElseThrow().items("c").getLast().line()).isEqualTo(7);
  }

  @Test
  void aliasesAndMergesAreFollowed() {
    var root = root("base: &b {x: one, w: two}\nmore: {<<: *b, w: three}\nsame: *b\n");

    assertThat(root.fields("more").flatMap(it -> it.text("x"))).contains("one");
    assertThat(root.fields("more").flatMap(it -> it.text("w"))).contains("three");
    assertThat(root.fields("same").flatMap(it -> it.text("w"))).contains("two");
    assertThat(root("all: {<<: [{a: b}, {a: c, d: e}]}").fields("all").flatMap(it -> it.text("a")))
        .isEqualTo(Optional.of("b"));
  }

  @Test
  @Timeout(20)
  void bombsAreRefusedBeforeTheyGoOff() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    refused(bomb.toString(), 7, "the file has more than 2000000 values");
    refused("a: &a\n  b: *a\n", 2, "the anchor \"a\" contains itself");
    refused("a: *b\n", 1, "the anchor \"b\" is not known");
    refused("[".repeat(2_000_000), 1, "the document has more than 200 levels");
    refused("- ".repeat(2_000_000), 1, "the document has more than 200 levels");
    refused("{a: ".repeat(2_000_000), 1, "the document has more than 200 levels");
    refused("a: !!binary aGk=\n", 1, "the tag \"tag:yaml.org,2002:binary\" is not understood");
    refused("a: !java.lang.Runtime x\n", 1, "the tag \"!java.lang.Runtime\" is not understood");
    refused("? [a]\n: b\n", 1, "the name of a field is a list");
    refused("<<: 1\n", 1, "\"<<\" merges objects only");
  }

  @Test
  void whatIsNoTextIsRefused() {
    for (var bytes : List.of(new byte[] {'a', ':', (byte) 0xff}, new byte[] {(byte) 0xc3})) {
      assertThat(TreeReader.read(bytes).flaws())
          .containsExactly(new Flaw(0, 0, "", "the file is not UTF-8"));
    }
    assertThat(TreeReader.read(new byte[TreeReader.MAX_BYTES + 1]).flaws())
        .containsExactly(new Flaw(0, 0, "", "the file has more than 67108864 bytes"));
    assertThat(read("a: \u0000").complete()).isFalse();
    assertThat(read("\ufeffa: b\n").complete()).isTrue();
  }

  @Test
  void nothingIsReadFromNothing() {
    assertThat(read("")).isEqualTo(new Documents(List.of(), List.of(), true));
    assertThat(read("# a comment\n---\n---\n").documents()).isEmpty();
  }

  @Test
  @Timeout(60)
  void whateverSomebodyWritesIsAnswered() {
    var seed =
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata: {name: &n a, labels: {"x": 'y'}}
        spec:
          files:
            main.jsonnet: |
              { a: 1 }
          history: 0x3 # three
          tlas: [{name: *n, value: >-
            folded}]
        ---
        %YAML 1.2
        ? key
        : !!str value
        <<: {a: b}
        """
            .getBytes(StandardCharsets.UTF_8);
    var signs = "-:?,[]{}#&*!|>'\"%@` \n\t~<=.\\\u0001\u00e9".getBytes(StandardCharsets.UTF_8);
    var random = new Random(5);
    var begun = System.nanoTime();
    int complete = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = Arrays.copyOf(seed, random.nextInt(seed.length) + 1);
      for (int j = random.nextInt(6); j >= 0; j--) {
        text[random.nextInt(text.length)] = signs[random.nextInt(signs.length)];
      }
      complete += TreeReader.read(text).complete() ? 1 : 0;
    }
    assertThat(complete).isBetween(100, 19_900);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.Recorded;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr.StringLiteral;

class ParserTest {

  static Stream<Recorded> trees() {
    return Recorded.in("trees.txt");
  }

  @ParameterizedTest
  @MethodSource("trees")
  void treesAndPlacesAreThoseOfTheReference(Recorded recorded) {
    assertThat(TreeText.of(recorded.source())).isEqualTo(recorded.answer());
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1_000.5_5e1_0,10005500000000",
    "123456789012345,123456789012345",
    "9007199254740993,9007199254740992",
    "0.1,0.1",
    "1e-400,0",
    "0e999999999999,0",
    "4.35,4.35",
    "1e22,1e22",
    "123456789012345678901234567890,1.2345678901234568e29",
  })
  void numbersAreTheNearestDoubles(String literal, double value) {
    assertThat(parse(literal)).isEqualTo(new Expr.NumberLiteral(0, literal.length(), value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "1e99999999999999", "1_0e3_09"})
  void aNumberThatIsTooLargeIsInfiniteUntilItIsUsed(String literal) {
    assertThat(parse(literal))
        .isEqualTo(new Expr.NumberLiteral(0, literal.length(), Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'a\"b',a\"b",
        "\"a'b\",a'b",
        "'\\'\\\"\\\\\\/',`'\"\\/`",
        "'x\\u0041\\u00e9y',xAéy",
        "'\\ud83d\\ude00\\uD83D\\uDE00',😀😀",
        "'\\ud83d\\u0041',\uFFFD",
        "'\\ude00\\ud83d',\uFFFD",
        "'é😀\\u0041é',é😀Aé",
        "@'a''b\\n',a'b\\n",
        "@\"\"\"\",`\"`",
        "@'',``",
      })
  void stringsMeanWhatTheirEscapesSay(String literal, String value) {
    assertThat(string(literal)).isEqualTo(value);
  }

  @Test
  void controlCharactersHaveEscapes() {
    assertThat(string("'\\b\\f\\n\\r\\t\\u0000'")).isEqualTo("\b\f\n\r\t\0");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "|||#  a#|||,a#",
        "|||#  a#    b#|||,a#  b#",
        "|||#  a##  b#|||,a##b#",
        "|||##  a#|||,#a#",
        "|||-#  a#|||,a",
        "|||-#  a###|||,a##",
        "|||#  a |||x#|||,a |||x#",
      })
  void textBlocksLoseTheirIndent(String literal, String value) {
    String block = literal.replace('#', '\n');

    assertThat(string(block)).isEqualTo(value.replace('#', '\n'));
  }

  @Test
  void carriageReturnsStayInTextBlocks() {
    assertThat(string("|||\r\n  a\r\n  b\r\n|||")).isEqualTo("a\r\nb\r\n");
  }

  @Test
  void everyDamagedByteIsOneReplacement() {
    assertThat(string("'a\u00ff\u00e2\u0082b\u00ed\u00a0\u0080'", StandardCharsets.ISO_8859_1))
        .isEqualTo("a\uFFFD\uFFFD\uFFFDb\uFFFD\uFFFD\uFFFD");
    assertThat(string("'\u00c3\\n\u00c3'", StandardCharsets.ISO_8859_1))
        .isEqualTo("\uFFFD\n\uFFFD");
    assertThat(string("@'\u00c3''\u00a9'", StandardCharsets.ISO_8859_1)).isEqualTo("\uFFFD'\uFFFD");
    assertThat(string("|||\n  \u00c3\n|||", StandardCharsets.ISO_8859_1)).isEqualTo("\uFFFD\n");
  }

  @Test
  void aDamagedByteIsNoToken() {
    var source = new SourceText("t", new byte[] {'1', ' ', (byte) 0xC3});

    assertThatThrownBy(() -> Parser.parse(source))
        .hasMessage("t:1:3 Could not lex the character '\\ufffd'");
  }

  @Test
  void zeroBytesAreNoBlanks() {
    assertThatThrownBy(() -> parse("1\0")).hasMessage("t:1:2 Could not lex the character '\\x00'");
  }

  @Test
  void pathsOfImportsAreResolved() {
    assertThat(parse("import 'a\\u0062'"))
        .isEqualTo(new Expr.Import(0, 16, Expr.ImportKind.CODE, "ab"));
  }

  @Test
  void namesThatAreWrittenAlikeAreOneString() {
    var array = (Expr.Array) parse("[abc, 'abc', \"abc\", x.abc]");

    List<Expr> elements = array.elements();
    String name = ((Expr.Variable) elements.get(0)).name();
    assertThat(((StringLiteral) elements.get(1)).value()).isSameAs(name);
    assertThat(((StringLiteral) elements.get(2)).value()).isSameAs(name);
    assertThat(((Expr.Select) elements.get(3)).name()).isSameAs(name);
  }

  @Test
  void aSourceWithoutANameHasPlacesWithoutOne() {
    assertThatThrownBy(() -> Parser.parse(new SourceText("", new byte[0])))
        .hasMessage("1:1 Unexpected end of file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,", "'a',", "x y "})
  void manyTokensLookAtTheCheckpointEvenBehindAMistake(String part) {
    var looks = new AtomicInteger();
    String program = ") " + part.repeat(100_000);

    assertThatThrownBy(() -> parse(program, looks::incrementAndGet))
        .isInstanceOf(JsonnetException.class);

    assertThat(looks).hasValueGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "@'%s'", "|||\n %s\n|||", "/* %s */ 1", "'a' // %s", "%s1"})
  void longTokensLookAtTheCheckpoint(String form) {
    var looks = new AtomicInteger();

    parse(form.formatted(" ".repeat(1 << 20)), looks::incrementAndGet);

    assertThat(looks).hasValueGreaterThan(0);
  }

  @Test
  void theCheckpointEndsTheParse() {
    assertThatThrownBy(
            () ->
                parse(
                    "1,".repeat(10_000),
                    () -> {
                      throw new JsonnetException(FailureKind.TIMEOUT, "late");
                    }))
        .hasMessage("late");
  }

  @Test
  void aTreeKeepsNoListThatMayChange() {
    var array = (Expr.Array) parse("[1, 2, 3]");

    assertThatThrownBy(() -> array.elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Expr parse(String program) {
    return parse(program, Checkpoint.NONE);
  }

  private static Expr parse(String program, Checkpoint checkpoint) {
    var source = new SourceText("t", program.getBytes(StandardCharsets.UTF_8));
    return Parser.parse(source, new ParseLimits(ParseLimits.DEFAULT_MAX_NESTING, checkpoint));
  }

  private static String string(String literal) {
    return string(literal, StandardCharsets.UTF_8);
  }

  private static String string(String literal, Charset charset) {
    Expr expr = Parser.parse(new SourceText("t", literal.getBytes(charset)));
    return ((StringLiteral) expr).value();
  }
}

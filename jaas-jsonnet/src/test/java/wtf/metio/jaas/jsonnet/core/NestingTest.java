// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.ParseLimits;
import wtf.metio.jaas.jsonnet.syntax.Parser;

class NestingTest {

  /** What parser and checks need for {@link ParseLimits#DEFAULT_MAX_NESTING} levels. */
  private static final long STACK = 8L << 20;

  private static final long SMALL_STACK = 256L << 10;
  private static final String TOO_DEEP = "the program is nested too deeply";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "[,1,]",
        "(,1,)",
        "{a:,1,}",
        "{local a=,1,}",
        "{assert ,true,}",
        "{[,'a',]:1}",
        "{a:{} ,``,}",
        "if true then ,1,``",
        "if true then 1 else ,1,``",
        "if ,true, then 1",
        "!,true,``",
        "- ,1,``",
        "function(x) ,1,``",
        "function(x=,1,) 1",
        "local x=1;,1,``",
        "local x=,1,;1",
        "error ,1,``",
        "assert true;,1,``",
        "assert true:,1,;1",
        "assert ,true,;1",
        "std(,1,)",
        "std(x=,1,)",
        "std[,1,]",
        "std[:,1,]",
        "[x for x in ,[],]",
        "[,1, for x in []]",
        "{['a']:,1, for x in []}",
        "1||1&&1|1^1&1==1<1<<1+1*(,1,)",
      })
  void whatIsNestedMayBeDeepButNotWithoutEnd(String open, String core, String close) {
    assertThat(verdict(nested(open, core, close, 200), STACK)).isEmpty();
    assertThat(verdict(nested(open, core, close, 100_000), STACK)).endsWith(TOO_DEEP);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "std,.x",
        "std,[0]",
        "std,[0:1]",
        "std,()",
        "1,+1",
        "1,*1+1||1",
        "1,&&1",
        "1, in std",
        "{},{}",
      })
  void aChainMayBeOfAnyLength(String first, String link) {
    assertThat(verdict(first + link.repeat(200_000), SMALL_STACK)).isEmpty();
  }

  @Test
  void clausesMayBeOfAnyNumber() {
    String clauses = " for x in [] if true if true".repeat(100_000);

    assertThat(verdict("[x" + clauses + "]", SMALL_STACK)).isEmpty();
    assertThat(verdict("{[x]: x" + clauses + "}", SMALL_STACK)).isEmpty();
  }

  @Test
  void aChainOfQuestionsToTheObjectBelowMayBeOfAnyLength() {
    assertThat(verdict("{a: 1" + " in super".repeat(200_000) + "}", SMALL_STACK)).isEmpty();
  }

  @Test
  void aMistakeBehindALongChainIsFound() {
    assertThat(verdict("1" + "+1".repeat(200_000) + "+x", SMALL_STACK))
        .isEqualTo("t:1:400003-400004 Unknown variable: x");
    assertThat(verdict("1" + "+1".repeat(200_000) + "+$", SMALL_STACK))
        .isEqualTo("t:1:400003-400004 No top-level object found.");
  }

  @Test
  void millionsOfBracketsAreNoProgram() {
    assertThat(verdict("[".repeat(2_000_000), STACK)).isEqualTo("t:1:4001 " + TOO_DEEP);
  }

  @Test
  void theLimitIsTheCallers() {
    var limits = new ParseLimits(3, Checkpoint.NONE);

    assertThat(verdict("[[1]]", STACK, limits)).isEmpty();
    assertThat(verdict("[[[1]]]", STACK, limits)).isEqualTo("t:1:4 " + TOO_DEEP);
  }

  @Test
  void aStackTooSmallForTheLimitIsTheSameFailure() {
    var limits = new ParseLimits(Integer.MAX_VALUE, Checkpoint.NONE);

    assertThat(verdict("[".repeat(200_000), SMALL_STACK, limits)).endsWith(TOO_DEEP);
  }

  private static String nested(String open, String core, String close, int depth) {
    return open.repeat(depth) + core + close.repeat(depth);
  }

  private static String verdict(String program, long stack) {
    return verdict(program, stack, ParseLimits.DEFAULT);
  }

  private static String verdict(String program, long stack, ParseLimits limits) {
    var source = new SourceText("t", program.getBytes(StandardCharsets.UTF_8));
    var verdict = new CompletableFuture<String>();
    Runnable work = () -> verdict.complete(verdict(source, limits));
    Thread thread = new Thread(null, work, "parse", stack);
    thread.setUncaughtExceptionHandler((ended, problem) -> verdict.completeExceptionally(problem));
    thread.start();
    return verdict.join();
  }

  private static String verdict(SourceText source, ParseLimits limits) {
    try {
      StaticAnalysis.check(source, Parser.parse(source, limits), Set.of("std", "$std"));
      return "";
    } catch (JsonnetException mistake) {
      return mistake.text();
    }
  }
}

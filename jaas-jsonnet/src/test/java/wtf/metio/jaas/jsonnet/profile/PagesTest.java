// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final Costs COSTS =
      new Costs(125_500_000, 1_234_567, 45_600_000, 789, 10_000, 50.0);

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(Kind.PARSING, "parsing main.jsonnet", null, 1, 70_000_000, 70_000_000, 0, 9),
          new Entry(
              Kind.FUNCTION,
              "g.panel.new",
              new Spot("main.jsonnet", 3, 5),
              1_234,
              40_000_000,
              50_000_000,
              12,
              2_500_000),
          new Entry(Kind.STANDARD, "std.foldl", null, 7, 10_000_000, 15_000_000, 3, 0),
          new Entry(
              Kind.FIELD,
              "dashboards.[name]",
              new Spot("lib/dashboards.libsonnet", 120, 17),
              1,
              5_000_000,
              5_000_000,
              1,
              0));

  private static final List<FileUse> FILES =
      List.of(
          new FileUse("main.jsonnet", 120, 0, 100_000, 70_000_000, 20_000_000, 45_000_000, 12, 11));

  private static final List<CallPlace> CALLS =
      List.of(new CallPlace("g.panel.new", new Spot("main.jsonnet", 9, 1), 1_234));

  @Test
  void thePageOfAProfileReadsLikeThis() {
    assertThat(TextPage.of(profile(ENTRIES, FILES)))
        .isEqualTo(
            """
            Profile of main.jsonnet: rendered

              wall time     125.50 ms
              this profile  0.50 ms of it: 10,000 looks at the clock, 50 ns each, taken off below
              steps         1,234,567
              allocated     45.60 MB
              output        789 bytes

            Where the time went
              self ms     %  what
                40.00  32.0  functions
                10.00   8.0  std calls
                 5.00   4.0  fields
                70.00  56.0  parsing

            Functions, by self time
              self ms     %  total ms      calls       MB  name         where
                40.00  32.0     50.00      1,234     2.50  g.panel.new  main.jsonnet:3:5

            Standard library and native functions, by self time
              self ms     %  total ms      calls       MB  name
                10.00   8.0     15.00          7     0.00  std.foldl

            Fields and variables, by self time
              self ms     %  total ms      calls       MB  name               where
                 5.00   4.0      5.00          1     0.00  dashboards.[name]  lib/dashboards.libsonnet:120:17

            Calls as written, by number
                  calls  what         where
                  1,234  g.panel.new  main.jsonnet:9:1

            Files, by time to parse and in their code
              code ms  parse ms  read ms   eval ms      bytes imports         ran  file
                45.00     70.00     0.10     20.00        120       0       11/12  main.jsonnet
            """);
  }

  @Test
  void noLineIsLongerThanAHundredCharactersHoweverLongNamesAre() {
    var entries = new ArrayList<Entry>();
    var files = new ArrayList<FileUse>();
    for (int i = 0; i < 60; i++) {
      var name = "näme.".repeat(i) + i;
      var path = "vendor/𝄞/".repeat(i) + "main.libsonnet";
      entries.add(new Entry(Kind.FUNCTION, name, new Spot(path, i + 1, 7), i * 1_000L, i, i, i, i));
      files.add(new FileUse(path, i, i, i, i, i, i, i, i));
    }

    var page = TextPage.of(profile(entries, files));

    assertThat(page.lines()).hasSizeGreaterThan(50).allSatisfy(PagesTest::fits);
    assertThat(page).contains("Functions, by self time: 20 of 60", ": 20 of 60\n  code ms");
  }

  @Test
  void hintsAreBrokenIntoLines() {
    var often = new Entry(Kind.FUNCTION, "f", new Spot("a/b.jsonnet", 1, 2), 200_000, 1, 1, 1, 1);

    assertThat(TextPage.of(profile(List.of(often), FILES)))
        .contains(
            """

            Hints
              - `f` at a/b.jsonnet:1:2 is called 200,000 times. A function is computed anew for every call: bind
                what repeats to a local.

            Where the time went
            """);
  }

  private static void fits(String line) {
    assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(100);
  }

  @Test
  void whatAProgramNamesMovesNoCursorAndBeginsNoLine() {
    var entries =
        List.of(
            new Entry(Kind.FUNCTION, "a\nb\u001b[2J", new Spot("c\rd", 1, 1), 1, 9, 9, 1, 1),
            new Entry(Kind.FIELD, "\u0085", new Spot("x", 1, 1), 1, 9, 9, 1, 1));

    var page = TextPage.of(profile(entries, List.of()));

    assertThat(page.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
    assertThat(page).contains("a\uFFFDb\uFFFD[2J");
  }

  @Test
  void aStackIsALineWithItsFramesAndNanoseconds() {
    var profile =
        new Profile(
            "main.jsonnet",
            "rendered",
            COSTS,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new StackTime(List.of("out", "f;g (a b:1)"), 12),
                new StackTime(List.of("out"), 3),
                new StackTime(List.of("out", "f;g (a b:1)"), 30)));

    assertThat(FoldedStacks.of(profile)).isEqualTo("out 3\nout;f,g (a b:1) 42\n");
  }

  @Test
  void aProfileWithNothingInItHasPages() {
    var profile = profile(List.of(), List.of());

    assertThat(TextPage.of(profile)).startsWith("Profile of main.jsonnet: rendered\n");
    assertThat(FoldedStacks.of(profile)).isEmpty();
    assertThat(JsonPage.of(profile)).contains("\"entries\":[]");
  }

  private static Profile profile(List<Entry> entries, List<FileUse> files) {
    return new Profile(
        "main.jsonnet", "rendered", COSTS, entries, files, CALLS, List.of(), List.of());
  }
}

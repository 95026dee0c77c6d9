// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandFrameTest {

  private static final int MISUSED = 7;
  private static final int FAILED = 8;
  private static final CommandFrame FRAME =
      new CommandFrame("walk", Set.of(Option.HELP), "how\n", MISUSED, FAILED);

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  @Test
  void theAnswerOfTheWorkIsTheExitCode() {
    assertThat(run(_ -> 3)).isEqualTo(3);
    assertThat(told()).isEmpty();
  }

  @Test
  void helpIsGivenInsteadOfWork() {
    assertThat(run(_ -> 3, "--help")).isZero();
    assertThat(stdout).hasToString("how\n");
  }

  @Test
  void wrongArgumentsAreTold() {
    assertThat(run(_ -> 3, "--hilp")).isEqualTo(MISUSED);
    assertThat(told()).isEqualTo("jaas walk: unknown option --hilp; did you mean --help?\n");
  }

  @Test
  void aNameThatNoPathCanHaveIsTold() {
    assertThat(run(_ -> failing(new InvalidPathException("a\0b", "Nul character"))))
        .isEqualTo(MISUSED);
    assertThat(told()).isEqualTo("jaas walk: no path can have the name a\0b\n");
  }

  @Test
  void aFileThatCannotBeUsedIsToldWithItsNameHoweverThatComesUp() {
    var denied = new AccessDeniedException("x.yaml");
    assertThat(
            run(
                _ -> {
                  throw denied;
                }))
        .isEqualTo(FAILED);
    assertThat(run(_ -> failing(new UncheckedIOException(denied)))).isEqualTo(FAILED);
    assertThat(run(_ -> failing(new DirectoryIteratorException(denied)))).isEqualTo(FAILED);
    assertThat(told()).isEqualTo("jaas walk: x.yaml: permission denied\n".repeat(3));
  }

  @Test
  void whatElseFailsIsToldInItsOwnWords() {
    assertThat(
            run(
                _ -> {
                  throw new IOException("a.tar.gz: truncated");
                }))
        .isEqualTo(FAILED);
    assertThat(told()).isEqualTo("jaas walk: a.tar.gz: truncated\n");
  }

  private static int failing(RuntimeException problem) {
    throw problem;
  }

  private int run(CommandFrame.Work work, String... arguments) {
    var console =
        new Console(new ByteArrayInputStream(new byte[0]), stdout, new PrintStream(stderr, true));
    return FRAME.run(console, List.of(arguments), work);
  }

  private String told() {
    return stderr.toString(StandardCharsets.UTF_8);
  }
}

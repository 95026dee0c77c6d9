// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.settings.LoggingSettings;

class LogFormTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String logged(String level, String format, Runnable work) {
    Logging.configure(new LoggingSettings(level, format, false), out);
    work.run();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void event() {
    LoggerFactory.getLogger("wtf.metio.jaas.test")
        .atInfo()
        .addKeyValue("text", "a <\"b\"> ä\n")
        .addKeyValue("plain", "word")
        .addKeyValue("empty", "")
        .addKeyValue("number", 3)
        .addKeyValue("truth", true)
        .addKeyValue("timeout", Duration.ofMillis(1500))
        .addKeyValue("list", List.of("x", "y z"))
        .log("It happened");
  }

  @Test
  void aLineOfJsonHasTheMembersOfGoAndItsOwn() {
    assertThat(logged("info", "json", LogFormTest::event))
        .matches(
            "\\{\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)\",.*\n")
        .endsWith(
            ",\"level\":\"INFO\",\"msg\":\"It happened\",\"text\":\"a <\\\"b\\\"> ä\\n\","
                + "\"plain\":\"word\",\"empty\":\"\",\"number\":3,\"truth\":true,"
                + "\"timeout\":1500000000,\"list\":[\"x\",\"y z\"]}\n");
  }

  @Test
  void aLineOfTextQuotesWhatNeedsIt() {
    assertThat(logged("info", "text", LogFormTest::event))
        .matches(
            "time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) .*\n")
        .endsWith(
            " level=INFO msg=\"It happened\" text=\"a <\\\"b\\\"> ä\\n\" plain=word empty=\"\""
                + " number=3 truth=true timeout=1.5s list=\"[x y z]\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text"})
  void aValueOfAnyLengthMakesALineOfSomeLength(String form) {
    var value = "x".repeat(1_000_000);

    var line =
        logged(
            "info",
            form,
            () ->
                LoggerFactory.getLogger("wtf.metio.jaas.test")
                    .atInfo()
                    .addKeyValue("name", value)
                    .log("Not found"));

    assertThat(line).hasSizeBetween(196_000, 197_000).contains("xx... (803392 more characters)");
  }

  @Test
  void lessThanTheLevelIsNotLogged() {
    assertThat(logged("warn", "json", LogFormTest::event)).isEmpty();
  }

  @Test
  void librariesAreHeardFromWarningsOn() {
    var text =
        logged(
            "debug",
            "text",
            () -> {
              var library = Logger.getLogger("org.apache.example");
              library.log(Level.INFO, "chatter");
              library.log(Level.SEVERE, "trouble", new IllegalStateException("why"));
            });

    assertThat(text)
        .contains("level=ERROR msg=trouble error=\"java.lang.IllegalStateException: why\" stack=")
        .doesNotContain("chatter");
  }
}

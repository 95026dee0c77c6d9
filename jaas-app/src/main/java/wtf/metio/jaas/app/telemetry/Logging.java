// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import wtf.metio.jaas.app.settings.LoggingSettings;

/** Sets the log up. */
public final class Logging {

  private static final String OURS = "wtf.metio.jaas";

  /** What goes wrong there is told by us, once: an export that fails, a start that is given up. */
  private static final List<String> TOLD_BY_US =
      List.of(
          "io.opentelemetry",
          "org.springframework.context.annotation.AnnotationConfigApplicationContext");

  private Logging() {}

  /**
   * Lets the log be written, ours from the level set, that of libraries from warnings on.
   *
   * @param out takes the lines; not closed
   */
  public static void configure(LoggingSettings settings, OutputStream out) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var encoder = new LineEncoder(LogForm.valueOf(settings.format().toUpperCase(Locale.ROOT)));
    encoder.setContext(context);
    encoder.start();
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    TOLD_BY_US.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    context.getLogger(OURS).setLevel(Level.valueOf(settings.level().toUpperCase(Locale.ROOT)));
    takeInJavaLogging();
  }

  private static void takeInJavaLogging() {
    LogManager.getLogManager().reset();
    var javaRoot = java.util.logging.Logger.getLogger("");
    javaRoot.setLevel(java.util.logging.Level.WARNING);
    SLF4JBridgeHandler.install();
  }
}

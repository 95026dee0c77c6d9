// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.OutputForm;

/**
 * go-jsonnet, asked over a pipe.
 *
 * <p>The process ends itself when a program takes too long or too much, and dies when one exhausts
 * its stack; the next question starts another. For one caller at a time.
 */
final class Reference implements AutoCloseable {

  /** Enough for every program that ends at all and is small. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path command;
  private final Duration patience;
  private @Nullable Connection connection;

  Reference(Path command, Duration patience) {
    this.command = command;
    this.patience = patience;
  }

  /** The answer to a question; {@link Answer.Gone} if the process died of it. */
  Answer ask(Question question) {
    var open = connected();
    try {
      send(open.out, question);
      return receive(open.in);
    } catch (IOException e) {
      close();
      return new Answer.Gone("crash");
    }
  }

  private Connection connected() {
    var open = connection;
    if (open == null) {
      open = new Connection(start());
      connection = open;
    }
    return open;
  }

  private Process start() {
    try {
      return new ProcessBuilder(command.toString())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(DataOutputStream out, Question question) throws IOException {
    write(out, Question.bytesOf(question.fileName()));
    write(out, question.source());
    write(out, wireName(question.form()));
    write(out, Integer.toString(question.maxStack()));
    write(out, Long.toString(patience.toMillis()));
    write(out, Integer.toString(question.given().size()));
    for (var given : question.given()) {
      write(out, given.kind().wireName);
      write(out, Question.bytesOf(given.name()));
      write(out, Question.bytesOf(given.value()));
    }
    write(out, Integer.toString(question.files().size()));
    for (var file : question.files().entrySet()) {
      write(out, Question.bytesOf(file.getKey()));
      write(out, Question.bytesOf(file.getValue()));
    }
    out.flush();
  }

  private Answer receive(DataInputStream in) throws IOException {
    var kind = read(in);
    var texts = readAll(in);
    return switch (kind) {
      case "output" -> new Answer.Text(texts.getFirst());
      case "failure" -> new Answer.Failed(texts.getFirst());
      case "files" -> files(texts);
      default -> {
        close();
        yield new Answer.Gone(kind);
      }
    };
  }

  private static Answer files(List<String> alternating) {
    var contents = new TreeMap<String, String>();
    for (var i = 0; i < alternating.size(); i += 2) {
      contents.put(alternating.get(i), alternating.get(i + 1));
    }
    return new Answer.Files(contents);
  }

  private static String wireName(OutputForm form) {
    return switch (form) {
      case JSON -> "json";
      case STRING -> "string";
      case MULTI -> "multi";
      case MULTI_STRING -> "multi-string";
      case STREAM -> "stream";
    };
  }

  private static List<String> readAll(DataInputStream in) throws IOException {
    var count = Integer.parseInt(read(in));
    var texts = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      texts.add(read(in));
    }
    return texts;
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.ISO_8859_1);
  }

  private static void write(DataOutputStream out, String bytes) throws IOException {
    out.writeInt(bytes.length());
    out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    var open = connection;
    connection = null;
    if (open != null) {
      open.process.destroyForcibly();
    }
  }

  /** A running process and its two ends. */
  private static final class Connection {

    final Process process;
    final DataOutputStream out;
    final DataInputStream in;

    Connection(Process process) {
      this.process = process;
      this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
      this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }
  }
}

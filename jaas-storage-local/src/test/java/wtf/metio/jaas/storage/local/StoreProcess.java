// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/** A store in a process of its own, which does what it is told, a line each. */
final class StoreProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  private StoreProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static StoreProcess on(Path folder) {
    return start(List.of(), folder);
  }

  /** One that may mount what it likes without anybody else noticing. */
  static StoreProcess withMountsOfItsOwn(Path folder) {
    return start(List.of("unshare", "--map-root-user", "--mount"), folder);
  }

  private static StoreProcess start(List<String> prefix, Path folder) {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StoreProcess.class.getName(), folder.toString()));
    try {
      return new StoreProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has something done and returns what came of it. */
  String tell(String order) throws IOException {
    send(order);
    return answer().orElseThrow(() -> new IOException("no answer to: " + order));
  }

  /** Runs a command that must succeed, where the process has its mounts. */
  void shell(String command) throws IOException {
    var answer = tell("sh " + command);
    if (!answer.equals("0")) {
      throw new IOException(command + " ended with " + answer);
    }
  }

  void send(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
  }

  /** The next line; empty if the process has ended. */
  Optional<String> answer() throws IOException {
    return Optional.ofNullable(answers.readLine());
  }

  /** Ends it as SIGKILL does: without a chance to clean up. */
  void kill() throws InterruptedException {
    // The process itself would forget what was written until then.
    process.toHandle().destroyForcibly();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a killed process goes on");
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    answers.close();
  }

  /** The other side. */
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ArtifactStore store = null;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("sh ")) {
        System.out.println(shellHere(line.substring(3)));
        continue;
      }
      if (store == null) {
        store = LocalArtifactStore.at(folder, InstantSource.system());
      }
      System.out.println(obey(store, line));
    }
  }

  private static String obey(ArtifactStore store, String line) {
    var words = line.split(" ", 2);
    try {
      return switch (words[0]) {
        case "put" -> text(put(store, Archives.of(words[1])));
        case "put-noise" -> text(put(store, Archives.ofNoise(Integer.parseInt(words[1]))));
        case "find" ->
            store
                .find(Archives.OWNER, Archives.of(words[1]).revision())
                .map(StoreProcess::text)
                .orElse("absent");
        case "sound" -> "" + store.isSound(Archives.OWNER, Archives.of(words[1]).revision());
        case "list" -> "" + store.list(Archives.OWNER).size();
        case "probe" -> text(store.probe());
        case "publish" -> publish(store, words[1]);
        default -> throw new IllegalArgumentException(line);
      };
    } catch (StoreUnavailableException e) {
      return e.problem() + ": " + e.text();
    }
  }

  private static StoredArchive put(ArtifactStore store, Archive archive) {
    return store.put(Archives.OWNER, archive, Fence.OPEN);
  }

  private static String publish(ArtifactStore store, String seed) {
    for (int i = 0; ; i++) {
      var text = seed + "-" + i;
      var archive = i % 7 == 0 ? Archives.ofNoise(100_000 + i) : Archives.of(text);
      var stored = put(store, archive);
      System.out.println(stored.revision().text() + " " + stored.digest().text());
    }
  }

  private static String text(StoredArchive stored) {
    return "stored " + stored.digest();
  }

  private static String text(StoreHealth health) {
    return switch (health) {
      case StoreHealth.Well _ -> "well";
      case StoreHealth.Ill(var problem, var message) -> problem + ": " + message;
    };
  }

  private static int shellHere(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}

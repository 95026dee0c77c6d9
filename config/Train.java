// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the start-up cache of the service: starts it on free ports, lets it warm up for longer than
 * usual, asks it to render the same program some times, and ends it, upon which the JVM writes down
 * what it has loaded and which methods have turned out to be worth compiling.
 *
 * <p>Run as {@code java Train.java <jar> <cache> <folder of main.jsonnet> <JVM options>...}; ends
 * with 1 if there is no cache afterwards.
 */
final class Train {

  private static final String MAIN = "wtf.metio.jaas.app.JaasApplication";
  private static final String WARM_UP = "5s";
  private static final int REQUESTS = 1_600;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Train() {}

  public static void main(String[] arguments) throws Exception {
    var jar = arguments[0];
    var cache = Path.of(arguments[1]);
    var options = List.of(arguments).subList(3, arguments.length);
    Path program = Path.of(arguments[2]).toAbsolutePath();
    run(jar, cache, options, program);
    System.exit(Files.exists(cache) ? 0 : 1);
  }

  private static void run(String jar, Path cache, List<String> options, Path program)
      throws IOException, InterruptedException {
    List<Integer> ports = freePorts(3);
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(options);
    command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-cp", jar, MAIN));
    command.addAll(List.of("--snippet-directory", program.getParent().toString()));
    command.addAll(List.of("--warm-up", WARM_UP, "--shutdown-delay", "0s"));
    command.addAll(List.of("--port", ports.get(0).toString()));
    command.addAll(List.of("--management-port", ports.get(1).toString()));
    command.addAll(List.of("--metrics-bind-address", "127.0.0.1:" + ports.get(2)));
    Process service = new ProcessBuilder(command).inheritIO().start();
    try {
      var name = "/jsonnet/" + program.getFileName();
      render(service, URI.create("http://127.0.0.1:" + ports.get(0) + name));
    } finally {
      service.destroy();
      if (!service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        service.destroyForcibly();
      }
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var ports = new ArrayList<Integer>();
    var sockets = new ArrayList<ServerSocket>();
    for (int i = 0; i < count; i++) {
      sockets.add(new ServerSocket(0));
      ports.add(sockets.getLast().getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private static void render(Process service, URI address)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    try (var client = HttpClient.newHttpClient()) {
      int rendered = 0;
      while (rendered < REQUESTS && service.isAlive() && Instant.now().isBefore(deadline)) {
        if (isRendered(client, asked(address, rendered))) {
          rendered++;
        } else {
          Thread.sleep(50);
        }
      }
    }
  }

  /** Requests of several kinds. Another argument means that the program is evaluated again. */
  private static HttpRequest asked(URI address, int number) {
    return switch (number % 8) {
      case 0 -> HttpRequest.newBuilder(address).build();
      case 1 -> HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build();
      case 2 -> HttpRequest.newBuilder(address).header("If-None-Match", "*").build();
      case 3 -> HttpRequest.newBuilder(address).HEAD().build();
      case 4 -> HttpRequest.newBuilder(address.resolve("/jsonnet/nothing")).build();
      default -> HttpRequest.newBuilder(URI.create(address + "?number=" + number)).build();
    };
  }

  private static boolean isRendered(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException _) {
      return false;
    }
  }
}

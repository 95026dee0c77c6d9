// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.source.FileSet;

/** Serves archives as the controllers of Flux do, on this machine. */
public final class SourceServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

  /**
   * Where an archive is said to be.
   *
   * @param digest that its bytes are said to have
   */
  public record Offer(String url, String digest) {

    /** The same archive, said to have another digest. */
    public Offer mistaken() {
      return new Offer(url, "sha256:" + "d".repeat(64));
    }

    /** What the status of a source says about it, in YAML. */
    String status() {
      return """
      {observedGeneration: 1, conditions: [{type: Ready, status: 'True',
        reason: Succeeded, message: '', lastTransitionTime: '2026-01-01T00:00:00Z'}],
       artifact: {url: '%1$s', path: x, revision: '%2$s', digest: '%2$s',
        lastUpdateTime: '2026-01-01T00:00:00Z'}}
      """
          .formatted(url, digest);
    }
  }

  /** Offers nothing yet. */
  public SourceServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** From now on serves these files as an archive. */
  public Offer offer(Map<String, String> files) {
    var set = FileSet.ofTexts(files);
    return offer(Archive.of(Revision.ofFiles(set), set).bytes());
  }

  /** From now on serves these bytes, whatever they are. */
  public Offer offer(byte[] bytes) {
    var digest = Digest.of(bytes);
    archives.put("/" + digest.hex(), bytes);
    return new Offer(url() + digest.hex(), digest.text());
  }

  /** An archive that is not there. */
  public Offer missing() {
    return new Offer(url() + "missing", "sha256:" + "d".repeat(64));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var archive = Optional.ofNullable(archives.get(exchange.getRequestURI().getPath()));
      exchange.sendResponseHeaders(
          archive.isPresent() ? 200 : 404, archive.map(bytes -> bytes.length).orElse(-1));
      if (archive.isPresent()) {
        exchange.getResponseBody().write(archive.get());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

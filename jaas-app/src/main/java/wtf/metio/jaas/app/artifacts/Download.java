// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.artifacts.ByteRanges.Part;
import wtf.metio.jaas.app.artifacts.EndedDownload.Outcome;
import wtf.metio.jaas.app.http.BodyChannel;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.domain.artifact.StoredContent;

/** The answer to a request for an archive that is there. */
final class Download {

  static final String CONTENT_TYPE = "application/gzip";

  private final Exchange exchange;
  private final StoredContent content;
  private final Preconditions conditions;
  private final long size;

  Download(Exchange exchange, StoredContent content) {
    this.exchange = exchange;
    this.content = content;
    this.conditions = new Preconditions(exchange, content.archive());
    this.size = content.archive().size();
  }

  /** Answers, and says how. */
  Outcome answer() throws IOException {
    return switch (conditions.verdict()) {
      case FAILED -> {
        exchange.answerText(412, "precondition failed");
        yield Outcome.PRECONDITION_FAILED;
      }
      case NOT_MODIFIED -> {
        exchange.answerWithoutBody(304, description());
        yield Outcome.NOT_MODIFIED;
      }
      case SEND -> send();
    };
  }

  private Outcome send() throws IOException {
    return switch (wanted()) {
      case ByteRanges.Whole _ -> {
        part(200, description(), new Part(0, size));
        yield Outcome.SERVED;
      }
      case ByteRanges.Parts(var parts) -> {
        parts(parts);
        yield Outcome.PARTIAL;
      }
      case ByteRanges.Unsatisfiable _ -> {
        refuse("invalid range: failed to overlap\n");
        yield Outcome.RANGE_NOT_SATISFIABLE;
      }
      case ByteRanges.Malformed _ -> {
        refuse("invalid range\n");
        yield Outcome.RANGE_NOT_SATISFIABLE;
      }
    };
  }

  private ByteRanges wanted() {
    return exchange
        .header("Range")
        .filter(_ -> conditions.allowParts())
        .map(header -> ByteRanges.of(header, size))
        .orElseGet(ByteRanges.Whole::new);
  }

  private void refuse(String text) throws IOException {
    exchange.answer(
        416,
        "text/plain; charset=utf-8",
        Map.of("Content-Range", "bytes */" + size),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private void parts(List<Part> parts) throws IOException {
    if (parts.size() > 1) {
      severalParts(new Multipart(parts, content.archive()));
      return;
    }
    var headers = description();
    headers.put("Content-Range", parts.getFirst().of(size));
    part(206, headers, parts.getFirst());
  }

  private void part(int status, Map<String, String> headers, Part part) throws IOException {
    exchange.answer(status, CONTENT_TYPE, headers, part.length(), target -> write(part, target));
  }

  private void severalParts(Multipart multipart) throws IOException {
    exchange.answer(
        206,
        multipart.contentType(),
        description(),
        multipart.length(),
        target -> {
          for (var part : multipart.parts()) {
            target.write(ByteBuffer.wrap(multipart.before(part)));
            write(part, target);
          }
          target.write(ByteBuffer.wrap(multipart.end()));
        });
  }

  private void write(Part part, BodyChannel target) throws IOException {
    var file = content.file();
    if (file.isPresent()) {
      target.transfer(file.get(), part.offset(), part.length());
    } else {
      content.copy(part.offset(), part.length(), target);
    }
  }

  private Map<String, String> description() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("ETag", Preconditions.tag(content.archive()));
    headers.put("Last-Modified", HttpDate.write(content.archive().stored()));
    headers.put("Accept-Ranges", "bytes");
    return headers;
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.negotiation.AcceptEncoding;
import wtf.metio.jaas.app.negotiation.IfNoneMatch;
import wtf.metio.jaas.domain.evaluation.Document;

/**
 * The form in which one client gets a document.
 *
 * <p>Both forms have a strong tag, and whoever has either has the document. There is no {@code
 * Cache-Control}: how long an answer may be used is for whoever puts a cache in front to say, and
 * caches of today are set up for answers that leave it open.
 *
 * @param document in both forms
 * @param compressed which of them
 */
record DocumentForm(Document document, boolean compressed) {

  /** Below that the header that announces it takes a good part of what is saved. */
  private static final int WORTHWHILE_BYTES = 1 << 10;

  private static final String CONTENT_TYPE = "application/json";
  private static final String VARY = "Accept-Encoding";

  /** The form that the client of an exchange wants. */
  static DocumentForm wantedBy(Exchange exchange, Document document) {
    boolean worthwhile = document.bytes().length >= WORTHWHILE_BYTES;
    return new DocumentForm(
        document, AcceptEncoding.of(exchange.headers("Accept-Encoding")).prefersGzip(worthwhile));
  }

  /** The tag that the client has, if it has the document already. */
  Optional<String> known(Exchange exchange) {
    var condition = IfNoneMatch.of(exchange.headers("If-None-Match"));
    return condition.known(tag(compressed), tag(!compressed));
  }

  byte[] bytes() {
    return compressed ? document.gzip() : document.bytes();
  }

  void answer(Exchange exchange) throws IOException {
    var headers = new HashMap<>(headers(tag(compressed)));
    if (compressed) {
      headers.put("Content-Encoding", "gzip");
    }
    exchange.answer(200, CONTENT_TYPE, headers, bytes());
  }

  /** Answers that the client has the document, under a tag that it {@link #known named}. */
  static void notModified(Exchange exchange, String tag) throws IOException {
    exchange.answerWithoutBody(304, headers(tag));
  }

  private static Map<String, String> headers(String tag) {
    return Map.of("ETag", tag, "Vary", VARY);
  }

  private String tag(boolean ofCompressed) {
    return '"' + document.sha256() + (ofCompressed ? "-gzip" : "") + '"';
  }
}

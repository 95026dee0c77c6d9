// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Writes what was logged as lines of one form. */
final class LineEncoder extends EncoderBase<ILoggingEvent> {

  private final LogForm form;

  LineEncoder(LogForm form) {
    this.form = form;
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put("time", event.getInstant());
    attributes.put("level", event.getLevel().toString());
    attributes.put("msg", event.getFormattedMessage());
    var pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> attributes.put(pair.key, pair.value));
    }
    attributes.putAll(new TreeMap<>(event.getMDCPropertyMap()));
    var thrown = event.getThrowableProxy();
    if (thrown != null) {
      attributes.putIfAbsent("error", thrown.getClassName() + ": " + thrown.getMessage());
      attributes.put("stack", ThrowableProxyUtil.asString(thrown));
    }
    return form.line(attributes).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}

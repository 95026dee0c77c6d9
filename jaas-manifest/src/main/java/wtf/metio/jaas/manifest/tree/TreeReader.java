// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a file of any number of documents.
 *
 * <p>Bounded: in size, in depth, in the number of values with those that aliases stand for. Used
 * once.
 */
public final class TreeReader {

  /** Larger files are refused before they are looked at. */
  public static final int MAX_BYTES = 64 << 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private final List<Document> documents = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private int number;

  private TreeReader() {}

  /** Reads everything up to what cannot be read. */
  public static Documents read(byte[] text) {
    if (text.length > MAX_BYTES) {
      return unread("the file has more than " + MAX_BYTES + " bytes");
    }
    try {
      return new TreeReader().all(decoded(text));
    } catch (CharacterCodingException _) {
      return unread("the file is not UTF-8");
    }
  }

  private static Documents unread(String message) {
    return new Documents(List.of(), List.of(new Flaw(0, 0, "", message)), false);
  }

  private static String decoded(byte[] text) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
  }

  private Documents all(String text) {
    try {
      each(new Parse(SETTINGS).parseString(text).iterator());
      return new Documents(documents, flaws, true);
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(Mark::getLine).map(at -> at + 1).orElse(0);
      return incomplete(line, "the YAML cannot be read: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      return incomplete(0, "the YAML cannot be read: " + firstLine(broken));
    } catch (UnreadableException unreadable) {
      return incomplete(unreadable.line(), unreadable.text());
    }
  }

  private static String firstLine(YamlEngineException broken) {
    return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
  }

  private Documents incomplete(int line, String message) {
    flaws.add(new Flaw(Math.max(number, 1), line, "", message));
    return new Documents(documents, flaws, false);
  }

  private void each(Iterator<Event> events) throws UnreadableException {
    var budget = new Budget();
    while (events.hasNext()) {
      switch (events.next()) {
        case DocumentStartEvent _ -> number++;
        case DocumentEndEvent _ -> {}
        case Event event when event.getEventId() == Event.ID.StreamStart -> {}
        case Event event when event.getEventId() == Event.ID.StreamEnd -> {}
        case Event event -> {
          var root = new TreeBuilder(number, events, budget, flaws).build(event);
          if (!root.isNothing()) {
            documents.add(new Document(number, root));
          }
        }
      }
    }
  }

  static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).map(at -> at + 1).orElse(0);
  }
}

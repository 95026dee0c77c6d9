// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * An API server that answers what a test laid down, in that order, and writes down the questions.
 */
final class PlayedServer implements ObjectServer {

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Queue<Object> answers = new ArrayDeque<>();

  /** A page of a list. */
  PlayedServer page(String version, String next, KubeObject... objects) {
    answers.add(new Listed(new Page(version, next), List.of(objects)));
    return this;
  }

  /** A watch that tells this and then ends, in good order. */
  PlayedServer tells(Change... changes) {
    answers.add(List.of(changes));
    return this;
  }

  /** A request that fails, or a watch that breaks at once. */
  PlayedServer fails(IOException failure) {
    answers.add(failure);
    return this;
  }

  private record Listed(Page page, List<KubeObject> objects) {}

  @Override
  public Page list(Selection selection, PageRequest request, Consumer<KubeObject> each)
      throws IOException {
    asked.add("list " + request.limit() + ' ' + request.from());
    var listed = (Listed) next();
    listed.objects().forEach(each);
    return listed.page();
  }

  @Override
  public Changes watch(Selection selection, String version) throws IOException {
    asked.add("watch " + version);
    var changes = new ArrayDeque<>((List<?>) next());
    return new Changes() {
      @Override
      public Optional<Change> next() {
        return Optional.ofNullable((Change) changes.poll());
      }

      @Override
      public void close() {}
    };
  }

  private Object next() throws IOException {
    var answer = answers.remove();
    if (answer instanceof IOException failure) {
      throw failure;
    }
    return answer;
  }

  static KubeObject object(String name, String version) {
    var json =
        """
        {"kind": "Bucket", "metadata": {"namespace": "a", "name": "%s", "resourceVersion": "%s"}}
        """
            .formatted(name, version);
    return new KubeObject((JsonObject) JsonParser.parseString(json));
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.snippet.Wishes;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SourceResource;

/** Which differences between two states of an object matter to anybody. */
final class Differences {

  /** What of an artifact is ours to say. */
  private static final List<String> METADATA = List.of("labels", "annotations", "ownerReferences");

  private Differences() {}

  /** Not the status: mostly we wrote it ourselves. */
  static boolean ofSnippets(@Nullable SnippetResource before, @Nullable SnippetResource after) {
    return before == null
        || after == null
        || isAnother(before.object(), after.object())
        || !wishes(before.object()).equals(wishes(after.object()))
        || !metadata(before.object(), "labels").equals(metadata(after.object(), "labels"))
        || lostFinalizer(before.object(), after.object());
  }

  static boolean ofLibraries(@Nullable LibraryResource before, @Nullable LibraryResource after) {
    return before == null || after == null || isAnother(before.object(), after.object());
  }

  static boolean ofSources(@Nullable SourceResource before, @Nullable SourceResource after) {
    return before == null
        || after == null
        || !before.url().equals(after.url())
        || !before.revision().equals(after.revision())
        || !before.digest().equals(after.digest())
        || !before.unready().equals(after.unready());
  }

  static boolean ofPublished(@Nullable KubeObject before, @Nullable KubeObject after) {
    return before == null
        || after == null
        || !before.uid().equals(after.uid())
        || before.isLeaving() != after.isLeaving()
        || !before.part("spec").equals(after.part("spec"))
        || !before.part("status").equals(after.part("status"))
        || METADATA.stream().anyMatch(it -> !metadata(before, it).equals(metadata(after, it)));
  }

  private static boolean isAnother(KubeObject before, KubeObject after) {
    return before.generation() != after.generation()
        || !before.uid().equals(after.uid())
        || before.isLeaving() != after.isLeaving()
        // A cluster that was set back counts some generations twice.
        || !before.part("spec").equals(after.part("spec"));
  }

  private static boolean lostFinalizer(KubeObject before, KubeObject after) {
    return !after.isLeaving() && SnippetResource.isKept(before) && !SnippetResource.isKept(after);
  }

  private static List<JsonElement> wishes(KubeObject object) {
    var annotations = metadata(object, "annotations");
    return Wishes.ANNOTATIONS.stream()
        .map(
            wish ->
                annotations instanceof JsonObject fields && fields.has(wish)
                    ? fields.get(wish)
                    : new JsonPrimitive(""))
        .toList();
  }

  private static JsonElement metadata(KubeObject object, String field) {
    return Optional.ofNullable(object.part("metadata").get(field)).orElseGet(JsonObject::new);
  }
}

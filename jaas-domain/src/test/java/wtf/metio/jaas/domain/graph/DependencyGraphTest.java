// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;

class DependencyGraphTest implements Dependencies {

  private static final Origin INLINE = new Origin.Inline(FileSet.of("main.jsonnet", new byte[0]));

  private final Map<ResourceName, Edges> snippets = new HashMap<>();
  private final Map<ResourceName, Origin> libraries = new HashMap<>();

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return Optional.ofNullable(snippets.get(snippet));
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return Optional.ofNullable(libraries.get(library));
  }

  @Test
  void snippetBuiltFromItselfIsACycle() {
    chain("a", "a");
    assertThat(cycle("a")).containsExactly("ns/a", "ns/a");
  }

  @Test
  void cycleIsToldFromItsBeginningToItsEnd() {
    chain("a", "b");
    chain("b", "c");
    chain("c", "a");
    assertThat(cycle("a")).containsExactly("ns/a", "ns/b", "ns/c", "ns/a");
  }

  @Test
  void cycleMayLeadThroughALibrary() {
    snippets.put(
        name("a"),
        new Edges(INLINE, List.of(new LibraryReference("JsonnetLibrary", "lib", "other", null))));
    libraries.put(new ResourceName("other", "lib"), artifact("ns", "b"));
    chain("b", "a");
    assertThat(cycle("a")).containsExactly("ns/a", "ns/b", "ns/a");
  }

  @Test
  void cycleThatOthersFormIsNotOurs() {
    chain("a", "b");
    chain("b", "c");
    chain("c", "b");
    assertThat(cycle("a")).isEmpty();
    assertThat(cycle("b")).containsExactly("ns/b", "ns/c", "ns/b");
  }

  @Test
  void whatIsNotThereEndsTheWalk() {
    chain("a", "gone");
    assertThat(cycle("a")).isEmpty();
  }

  @Test
  void longChainIsWalkedWithoutAStack() {
    for (int i = 0; i < 20_000; i++) {
      chain("s" + i, "s" + (i + 1) % 20_000);
    }
    assertThat(cycle("s0")).hasSize(20_001);
  }

  private List<String> cycle(String start) {
    return new DependencyGraph(this)
        .cycleThrough(name(start)).stream()
            .flatMap(List::stream)
            .map(ResourceName::toString)
            .toList();
  }

  private void chain(String snippet, String upstream) {
    snippets.put(name(snippet), new Edges(artifact(null, upstream), List.of()));
  }

  private static Origin artifact(@Nullable String namespace, String name) {
    return new Origin.Referenced(
        new SourceReference(
            SourceReference.DEFAULT_API_VERSION,
            SourceReference.EXTERNAL_ARTIFACT,
            name,
            namespace,
            ""));
  }

  private static ResourceName name(String name) {
    return new ResourceName("ns", name);
  }
}

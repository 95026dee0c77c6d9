// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.graph.Dependencies.Edges;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;

class UsersTest {

  private static final ResourceName ONE = new ResourceName("a", "one");
  private static final ResourceName TWO = new ResourceName("a", "two");
  private static final ResourceName LIBRARY = new ResourceName("lib", "common");
  private static final ResourceName BUCKET = new ResourceName("lib", "bucket");

  private final Users users = new Users();

  private static Origin bucket(String namespace) {
    return new Origin.Referenced(
        new SourceReference("source.toolkit.fluxcd.io/v1", "Bucket", "bucket", namespace, ""));
  }

  private static Edges edges(Origin origin, String... libraries) {
    return new Edges(
        origin,
        List.of(libraries).stream()
            .map(name -> new LibraryReference("JsonnetLibrary", name, "lib", null))
            .toList());
  }

  @Test
  void aSourceHasUsersDirectlyAndThroughLibraries() {
    users.put(ONE, edges(bucket("lib")));
    users.put(TWO, edges(new Origin.Unclear(), "common"));
    users.putLibrary(LIBRARY, bucket("lib"));

    assertThat(users.ofSource("Bucket", BUCKET)).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(users.ofSource("GitRepository", BUCKET)).isEmpty();
    assertThat(users.ofLibrary(LIBRARY)).containsExactly(TWO);
  }

  @Test
  void aLibraryThatIsNotThereHasUsers() {
    users.put(ONE, edges(new Origin.Unclear(), "common"));

    assertThat(users.ofLibrary(LIBRARY)).containsExactly(ONE);
  }

  @Test
  void whatIsReferredToNoLongerHasNoUser() {
    users.put(ONE, edges(bucket("lib"), "common"));
    users.put(ONE, edges(new Origin.Unclear(), "other"));

    assertThat(users.ofSource("Bucket", BUCKET)).isEmpty();
    assertThat(users.ofLibrary(LIBRARY)).isEmpty();
    assertThat(users.ofLibrary(new ResourceName("lib", "other"))).containsExactly(ONE);
  }

  @Test
  void whoIsGoneUsesNothing() {
    users.put(ONE, edges(bucket("lib"), "common"));
    users.remove(ONE);

    assertThat(users.ofSource("Bucket", BUCKET)).isEmpty();
    assertThat(users.ofLibrary(LIBRARY)).isEmpty();
  }

  @Test
  void aLibraryThatMovesTakesItsUsersAlong() {
    users.put(ONE, edges(new Origin.Unclear(), "common"));
    users.putLibrary(LIBRARY, bucket("lib"));
    users.putLibrary(LIBRARY, bucket("elsewhere"));

    assertThat(users.ofSource("Bucket", BUCKET)).isEmpty();
    assertThat(users.ofSource("Bucket", new ResourceName("elsewhere", "bucket")))
        .containsExactly(ONE);
    users.removeLibrary(LIBRARY);
    assertThat(users.ofSource("Bucket", new ResourceName("elsewhere", "bucket"))).isEmpty();
  }
}

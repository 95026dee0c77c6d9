// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

class FieldIndexTest {

  private static final long SEED = 20_260_101L;

  private record Names(List<String> names, List<Visibility> visibilities) implements IndexedLayer {

    static Names of(String... names) {
      return new Names(
          List.of(names), List.of(names).stream().map(n -> Visibility.INHERIT).toList());
    }

    @Override
    public int size() {
      return names.size();
    }

    @Override
    public String name(int slot) {
      return names.get(slot);
    }

    @Override
    public Visibility visibility(int slot) {
      return visibilities.get(slot);
    }
  }

  @Test
  void findsWhatAWalkThroughTheLayersFinds() {
    var random = new Random(SEED);
    var layers = new ArrayList<Names>();
    FieldIndex<Names> index = FieldIndex.empty();
    for (int i = 0; i < 300; i++) {
      var layer = randomLayer(random);
      layers.add(layer);
      index = index.with(layer);
    }

    for (int highest = 0; highest < layers.size(); highest++) {
      for (int n = 0; n < 50; n++) {
        assertFinds(index, layers, "f" + n, highest);
      }
    }
  }

  private static Names randomLayer(Random random) {
    var names =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(i -> "f" + random.nextInt(40))
            .distinct()
            .toList();
    var all = Visibility.values();
    return new Names(names, names.stream().map(n -> all[random.nextInt(all.length)]).toList());
  }

  private static void assertFinds(
      FieldIndex<Names> index, List<Names> layers, String name, int highest) {
    var found = index.find(name, highest);
    int position = highest;
    while (position >= 0 && !layers.get(position).names().contains(name)) {
      position--;
    }
    assertThat(found == null ? -1 : found.position()).isEqualTo(position);
    if (found != null) {
      assertThat(found.name()).isEqualTo(name);
      assertThat(found.layer()).isSameAs(layers.get(position));
      assertThat(found.shown()).isEqualTo(isShown(layers, name, position));
    }
  }

  private static boolean isShown(List<Names> layers, String name, int highest) {
    for (int i = highest; i >= 0; i--) {
      int slot = layers.get(i).names().indexOf(name);
      if (slot >= 0 && layers.get(i).visibility(slot) != Visibility.INHERIT) {
        return layers.get(i).visibility(slot) == Visibility.VISIBLE;
      }
    }
    return true;
  }

  @Test
  void namesOfOneHashAreToldApart() {
    var names = new ArrayList<>(List.of(""));
    for (int i = 0; i < 10; i++) {
      var longer = new ArrayList<String>();
      names.forEach(
          name -> {
            longer.add(name + "Aa");
            longer.add(name + "BB");
          });
      names = longer;
    }
    assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);

    var index = FieldIndex.<Names>empty().with(Names.of(names.toArray(String[]::new)));

    for (var name : names) {
      assertThat(nameOf(index.find(name))).isEqualTo(name);
    }
    assertThat(index.find("AaBB")).isNull();
  }

  private static @Nullable String nameOf(@Nullable IndexedField<Names> field) {
    return field == null ? null : field.name();
  }

  @Test
  void whatItIsMadeFromStaysAsItWas() {
    var one = FieldIndex.<Names>empty().with(Names.of("a"));
    var two = one.with(Names.of("a", "b"));
    var other = one.with(Names.of("c"));

    assertThat(one.find("b")).isNull();
    assertThat(other.find("b")).isNull();
    assertThat(two.find("c")).isNull();
    assertThat(List.of(one.depth(), two.depth(), other.depth())).containsExactly(1, 2, 2);
  }

  @Test
  void goesThroughFieldsOnceAndThroughLayersFromTheTop() {
    var bottom = Names.of("a", "b");
    var top = Names.of("b", "c");
    var index = FieldIndex.<Names>empty().with(bottom).with(top);
    var fields = new ArrayList<String>();
    var layers = new ArrayList<Names>();

    index.forEachField(field -> fields.add(field.name() + field.position()));
    index.forEachLayer(layers::add);

    assertThat(fields).containsExactlyInAnyOrder("a0", "b1", "c1");
    assertThat(layers).containsExactly(top, bottom);
  }
}

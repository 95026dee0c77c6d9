// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeometryTest {

  private static final Double NEGATIVE_ZERO = -0.0;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void zeroKeepsItsSign() {
    assertThat(Geometry.sin(-0.0)).isEqualTo(NEGATIVE_ZERO);
    assertThat(Geometry.tan(-0.0)).isEqualTo(NEGATIVE_ZERO);
    assertThat(Geometry.asin(-0.0)).isEqualTo(NEGATIVE_ZERO);
    assertThat(Geometry.atan(-0.0)).isEqualTo(NEGATIVE_ZERO);
    assertThat(Geometry.cos(-0.0)).isEqualTo(1);
    assertThat(Geometry.acos(-0.0)).isEqualTo(Math.PI / 2);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void noAngleHasNoSine(double angle) {
    assertThat(Geometry.sin(angle)).isNaN();
    assertThat(Geometry.cos(angle)).isNaN();
    assertThat(Geometry.tan(angle)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity", "1.0000000000000002", "-1.0000000000000002"})
  void noSineIsBeyondOne(double sine) {
    assertThat(Geometry.asin(sine)).isNaN();
    assertThat(Geometry.acos(sine)).isNaN();
  }

  @Test
  void theEndsOfTheArcs() {
    assertThat(Geometry.asin(1)).isEqualTo(Math.PI / 2);
    assertThat(Geometry.asin(-1)).isEqualTo(-Math.PI / 2);
    assertThat(Geometry.acos(1)).isZero();
    assertThat(Geometry.acos(-1)).isEqualTo(Math.PI);
    assertThat(Geometry.atan(INFINITE)).isEqualTo(Math.PI / 2);
    assertThat(Geometry.atan(-INFINITE)).isEqualTo(-Math.PI / 2);
    assertThat(Geometry.atan(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "1e300, -0.8178819121159087, -0.5753861119575491, 1.4214488238747243",
    "-536870912, -0.3265676630185634, -0.9451738260608966, 0.3455106923343039",
    "536870911.5, 0.7397305569762235, -0.6729031899728566, -1.0993120080260914",
    "1e-9, 1e-9, 1, 1e-9",
    "0.7853981633974483, 0.7071067811865475, 0.7071067811865476, 1",
    // Of all doubles the one nearest to a multiple of half of pi.
    "5.319372648326541e255, 1, -4.843547715640022e-19, -2.06460235081603e18",
  })
  void largeAndSmallAngles(double angle, double sine, double cosine, double tangent) {
    assertThat(Geometry.sin(angle)).isEqualTo(sine);
    assertThat(Geometry.cos(angle)).isEqualTo(cosine);
    assertThat(Geometry.tan(angle)).isEqualTo(tangent);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 1, 0.0",
    "-0.0, 1, -0.0",
    "0.0, -1, 3.141592653589793",
    "-0.0, -0.0, -3.141592653589793",
    "1, 0.0, 1.5707963267948966",
    "-1, -0.0, -1.5707963267948966",
    "Infinity, Infinity, 0.7853981633974483",
    "-Infinity, -Infinity, -2.356194490192345",
    "1, -Infinity, 3.141592653589793",
    "-1, Infinity, -0.0",
    "Infinity, 1, 1.5707963267948966",
    "1e-300, -1e300, 3.141592653589793",
    "-1e-300, -1e300, 3.141592653589793",
    "1e300, 1e-300, 1.5707963267948966",
    "1, -1, 2.356194490192345",
    "-1, -1, -2.356194490192345",
    "NaN, 1, NaN",
    "0.0, NaN, NaN",
  })
  void everyDirectionHasItsAngle(double y, double x, double angle) {
    assertThat(Geometry.atan2(y, x)).isEqualTo(Double.valueOf(angle));
  }

  @Test
  void lengthsNeitherOverflowNorVanish() {
    assertThat(Geometry.hypot(-3, 4)).isEqualTo(5);
    assertThat(Geometry.hypot(3e300, 4e300)).isEqualTo(5e300);
    assertThat(Geometry.hypot(0, -5e-324)).isEqualTo(5e-324);
    assertThat(Geometry.hypot(-0.0, 0)).isEqualTo(Double.valueOf(0));
    assertThat(Geometry.hypot(1.7e308, 1.7e308)).isEqualTo(INFINITE);
  }

  @Test
  void anInfiniteSideOutweighsNoNumber() {
    assertThat(Geometry.hypot(Double.NaN, -INFINITE)).isEqualTo(INFINITE);
    assertThat(Geometry.hypot(Double.NaN, 1)).isNaN();
  }
}

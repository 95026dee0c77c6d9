// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OctantTest {

  private static final int BITS = 1400;
  private static final BigDecimal PI = pi();

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        0.5,
        1,
        3,
        100,
        12345.678,
        536870911,
        536870912,
        1e10,
        1e22,
        6.5e100,
        1e300,
        Double.MAX_VALUE,
        0x1p1023,
        // Of all doubles the one nearest to a multiple of half of pi.
        0x1.6ac5b262ca1ffp849
      })
  void theRestIsWhatTheMultipleLeaves(double angle) {
    var octant = Octant.of(angle);
    var quarters = new BigDecimal(angle).multiply(BigDecimal.valueOf(4)).divide(PI, precise());
    var even = quarters.toBigInteger();
    even = even.testBit(0) ? even.add(BigInteger.ONE) : even;
    var rest = quarters.subtract(new BigDecimal(even)).multiply(PI).doubleValue() / 4;
    assertThat(octant.number()).isEqualTo(even.intValue() & 7);
    assertThat(octant.rest()).isCloseTo(rest, Offset.offset(1e-15 + Math.ulp(angle) * 1e-16));
  }

  @Test
  void atTheLimitBothWaysAgree() {
    var below = Octant.of(Math.nextDown(0x1p29));
    var above = Octant.of(0x1p29);
    assertThat(below.number()).isEqualTo(above.number());
    assertThat(above.rest() - below.rest()).isCloseTo(Math.ulp(0x1p28), Offset.offset(1e-12));
  }

  private static MathContext precise() {
    return new MathContext(800);
  }

  /** Machin's formula: a quarter of pi is four arcs of 1/5 less one of 1/239. */
  private static BigDecimal pi() {
    var quarter = arc(5).shiftLeft(2).subtract(arc(239));
    var two = BigDecimal.valueOf(2);
    return new BigDecimal(quarter.shiftLeft(2)).divide(two.pow(BITS), precise());
  }

  /** The arc with tangent {@code 1/n}, times {@code 2^BITS}. */
  private static BigInteger arc(int n) {
    var square = BigInteger.valueOf((long) n * n);
    var power = BigInteger.ONE.shiftLeft(BITS).divide(BigInteger.valueOf(n));
    var sum = BigInteger.ZERO;
    for (var k = 1; power.signum() != 0; k += 2) {
      var term = power.divide(BigInteger.valueOf(k));
      sum = (k & 2) == 0 ? sum.add(term) : sum.subtract(term);
      power = power.divide(square);
    }
    return sum;
  }
}

// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class PowersOfTenTest {

  @Test
  void everyPowerIsCutOffAfter128Bits() {
    for (var k = 0; k <= PowersOfTen.LAST; k++) {
      var power = BigInteger.TEN.pow(k);
      var bits =
          new BigInteger(Long.toUnsignedString(PowersOfTen.high(k)))
              .shiftLeft(64)
              .add(new BigInteger(Long.toUnsignedString(PowersOfTen.low(k))));
      var shift = PowersOfTen.exponent(k) - 127;
      assertThat(shift >= 0 ? power.shiftRight(shift) : power.shiftLeft(-shift)).isEqualTo(bits);
      assertThat(bits.bitLength()).isEqualTo(128);
    }
  }

  @Test
  void powersAreExactUpToTheLastExactOne() {
    assertThat(BigInteger.valueOf(5).pow(PowersOfTen.LAST_EXACT).bitLength()).isEqualTo(128);
  }

  @Test
  void decimalExponentsFollowFromBinaryOnes() {
    for (var b = -1074; b <= 1023; b++) {
      var power = new BigDecimal(Math.scalb(1.0, b));
      assertThat(PowersOfTen.decimalExponent(b)).isEqualTo(power.precision() - power.scale() - 1);
    }
  }
}

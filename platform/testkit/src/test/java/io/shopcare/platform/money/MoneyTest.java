package io.shopcare.platform.money;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Amounts in whole minor units. */
@DisplayName("O3 money")
class MoneyTest {

    @Test
    void readsAndWritesTheTextOfACurrency() {
        assertThat(Money.of("1103.90", "CNY")).isEqualTo(new Money(110390, "CNY"));
        assertThat(Money.of("1103.9", "CNY").text()).isEqualTo("1103.90");
        assertThat(Money.of("500", "JPY").text()).isEqualTo("500");
        assertThat(Money.of("-0.05", "USD").minor()).isEqualTo(-5);
    }

    @Test
    void refusesWhatIsNoAmount() {
        for (var text : List.of("1e3", "1,000.00", "0.001", "", " 1", "NaN", "99999999999999999999"))
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Money.of(text, "CNY"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "YUAN"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "XXX"));
    }

    @Test
    void failsRatherThanAnswerWrongly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "CNY").plus(new Money(1, "USD")));
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "CNY").plus(new Money(1, "CNY")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void splitsACouponOverThreeEqualItemsWithoutLosingACent() {
        assertThat(Money.of("10.00", "CNY").split(List.of(1L, 1L, 1L))).extracting(Money::text)
                .containsExactly("3.34", "3.33", "3.33");
    }

    @RepeatedTest(200)
    void splitsSoThatThePartsAddUpAndNoneIsAUnitOff(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var amount = new Money(random.nextLong(-10_000_000, 10_000_000), "CNY");
        var weights = LongStream.range(0, 1 + random.nextInt(12)).map(_ -> random.nextLong(0, 100_000)).boxed()
                .toList();
        long total = weights.stream().mapToLong(Long::longValue).sum();
        if (total == 0)
            return;

        var parts = amount.split(weights);

        assertThat(Money.sum("CNY", parts)).isEqualTo(amount);
        for (int i = 0; i < parts.size(); i++)
            assertThat(Math.abs(parts.get(i).minor() - (double) amount.minor() * weights.get(i) / total))
                    .isLessThan(1.0);
    }
}

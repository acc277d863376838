package io.shopcare.mongo.index;

import java.util.Arrays;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;

import static org.assertj.core.api.Assertions.assertThat;

@Label("The bytes of a key")
class KeyOrderTest {

    @Property(tries = 20_000)
    @Label("order as MongoDB orders the values")
    void orderAsTheValues(@ForAll("values") @Nullable Object one, @ForAll("values") @Nullable Object other) {
        int expected = Integer.signum(BsonOrder.ASCENDING.compare(one, other));
        assertThat(Integer.signum(Arrays.compareUnsigned(KeyWriter.encode(one), KeyWriter.encode(other))))
                .isEqualTo(expected);
    }

    @Property(tries = 20_000)
    @Label("order numbers of all types by value")
    void orderNumbers(@ForAll("numbers") Object one, @ForAll("numbers") Object other) {
        int expected = Integer.signum(BsonOrder.ASCENDING.compare(one, other));
        assertThat(Integer.signum(Arrays.compareUnsigned(KeyWriter.encode(one), KeyWriter.encode(other))))
                .isEqualTo(expected);
    }

    @Property
    @Label("are the other way round in a descending field")
    void descend(@ForAll("values") @Nullable Object one, @ForAll("values") @Nullable Object other) {
        assertThat(Integer.signum(Arrays.compareUnsigned(descending(one), descending(other))))
                .isEqualTo(-Integer.signum(Arrays.compareUnsigned(KeyWriter.encode(one), KeyWriter.encode(other))));
    }

    @Property
    @Label("tell where a value ends")
    void endThemselves(@ForAll("values") @Nullable Object one, @ForAll("values") @Nullable Object other,
            @ForAll boolean ascending) {
        KeyBytes key = new KeyBytes(16);
        KeyWriter.append(key, one, ascending);
        int end = key.size();
        KeyWriter.append(key, other, ascending);
        assertThat(KeyReader.end(key.toByteArray(), 0, ascending)).isEqualTo(end);
        assertThat(KeyReader.end(key.toByteArray(), end, ascending)).isEqualTo(key.size());
    }

    private static byte[] descending(@Nullable Object value) {
        KeyBytes key = new KeyBytes(16);
        KeyWriter.append(key, value, false);
        return key.toByteArray();
    }

    @Provide
    Arbitrary<@Nullable Object> values() {
        return BsonValues.values();
    }

    @Provide
    Arbitrary<Object> numbers() {
        return BsonValues.numbers();
    }
}

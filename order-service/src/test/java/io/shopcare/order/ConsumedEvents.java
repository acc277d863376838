package io.shopcare.order;

import java.lang.reflect.InvocationTargetException;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds a consumer's records with the producers' samples, with unknown fields added: what it needs has to be there. */
public final class ConsumedEvents {
    private ConsumedEvents() {}

    /** Fails when a sample can't be read, or leaves out what the record can't do without. */
    public static void check(Subscription subscription) {
        assertThat(subscription.types()).isNotEmpty();
        for (var type : subscription.types()) {
            assertThat(Contracts.events().get(type).topic()).isEqualTo(subscription.topic());
            Contracts.samplesWithUnknownFields(type).forEach(sample -> read(subscription.dataType(type), sample));
        }
    }

    private static void read(Class<?> record, Sample sample) {
        try {
            var data = Json.WIRE.readValue(sample.text(), record);
            for (var component : record.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    assertThat(component.getAccessor().invoke(data)).as("%s of %s", component, sample).isNotNull();
            }
        } catch (JsonProcessingException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(sample.toString(), e);
        }
    }
}

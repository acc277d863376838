package io.shopcare.platform.testkit.contracts;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.money.Money;

/**
 * Whether what consumers can't do without is promised: a component of a consumer's record that is not {@link Nullable} has to
 * be required by the event's schema. Else an event that keeps to its schema would be refused.
 */
public final class ConsumerNeeds {
    private final String type;
    private final List<String> unpromised = new ArrayList<>();

    private ConsumerNeeds(String type) {
        this.type = type;
    }

    /** What these consumers need and no schema promises; empty when all is well. */
    public static List<String> unpromised(Collection<Subscription> consumers) {
        return consumers.stream().flatMap(consumer -> consumer.types().stream().flatMap(type -> {
            var needs = new ConsumerNeeds(type);
            needs.look(consumer.name(), consumer.dataType(type),
                    Objects.requireNonNull(Contracts.events().get(type)).schema());
            return needs.unpromised.stream();
        })).toList();
    }

    private void look(String path, Class<?> record, JsonNode schema) {
        if (!record.isRecord() || record == Money.class)
            return;
        var object = Contracts.resolve(schema);
        for (var part : record.getRecordComponents()) {
            var name = nameOf(part);
            var field = object.path("properties").path(name);
            var within = path + "." + name;
            if (!isOptional(part.getAnnotatedType()) && !isEmptyWithout(part.getType())
                    && StreamSupport.stream(object.path("required").spliterator(), false)
                            .noneMatch(one -> one.asText().equals(name)))
                unpromised.add(type + ": " + within);
            if (!field.isMissingNode())
                value(within, part.getAnnotatedType(), part.getType(), field);
        }
    }

    private void value(String path, AnnotatedType annotated, Class<?> type, JsonNode schema) {
        if (annotated instanceof AnnotatedParameterizedType generic && isEmptyWithout(type)) {
            var items = generic.getAnnotatedActualTypeArguments();
            var last = items[items.length - 1];
            classOf(last).ifPresent(item -> value(path, last, item,
                    Contracts.resolve(schema).path(Map.class.isAssignableFrom(type)
                            ? "additionalProperties"
                            : "items")));
            return;
        }
        look(path, type, schema);
    }

    private static Optional<Class<?>> classOf(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> simple -> Optional.of(simple);
            case ParameterizedType generic -> Optional.of((Class<?>) generic.getRawType());
            default -> Optional.empty();
        };
    }

    private static String nameOf(RecordComponent part) {
        var named = part.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? part.getName() : named.value();
    }

    private static boolean isOptional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Left out they are empty. */
    private static boolean isEmptyWithout(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }
}

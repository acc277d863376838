package io.shopcare.platform.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What an event left out that its consumer's record can't do without: each component that is not {@link Nullable}, at
 * whatever depth. Taken as it is, the hole would be kept and found much later, by somebody who can do nothing about it.
 */
final class WholeRecord {
    private static final ClassValue<List<RecordComponent>> NEEDED = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).filter(part -> !part.getType().isPrimitive())
                    .peek(part -> part.getAccessor().setAccessible(true)).toList();
        }
    };

    private WholeRecord() {}

    /** @throws UnreadableEventException naming the part that is missing */
    static void check(String type, Object data) {
        check(type, "", data);
    }

    private static void check(String type, String path, Object value) {
        switch (value) {
            case Record record -> NEEDED.get(record.getClass()).forEach(part -> checkPart(type, path, record, part));
            case Collection<?> items -> items.forEach(item -> checkItem(type, path + "[]", item));
            case Map<?, ?> entries -> entries.values().forEach(entry -> checkItem(type, path + "{}", entry));
            default -> {
            }
        }
    }

    private static void checkPart(String type, String path, Record record, RecordComponent part) {
        var within = path + (path.isEmpty() ? "" : ".") + part.getName();
        var value = valueOf(record, part);
        if (value != null)
            check(type, within, value);
        else if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class))
            throw new UnreadableEventException(type + " does not say " + within, null);
    }

    private static void checkItem(String type, String path, @Nullable Object item) {
        if (item == null)
            throw new UnreadableEventException(type + " does not say " + path, null);
        check(type, path, item);
    }

    private static @Nullable Object valueOf(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(part.toString(), e);
        }
    }
}

package io.shopcare.order.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;

/** What a setting may be, in words: "whole number from 1 to 10080". */
final class SettingWords {
    private SettingWords() {}

    static String of(RecordComponent component) {
        var words = new ArrayList<String>();
        words.add(type(component));
        var accessor = component.getAccessor();
        if (accessor.isAnnotationPresent(Min.class) && accessor.isAnnotationPresent(Max.class))
            words.add("from " + accessor.getAnnotation(Min.class).value() + " to "
                    + accessor.getAnnotation(Max.class).value());
        if (accessor.isAnnotationPresent(Size.class))
            words.add("at most " + accessor.getAnnotation(Size.class).max());
        if (accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
            words.add("may be left out");
        return String.join(", ", words);
    }

    private static String type(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list)
            return "list of " + name((Class<?>) list.getActualTypeArguments()[0]);
        return name(component.getType());
    }

    private static String name(Class<?> type) {
        if (type == int.class)
            return "whole number";
        if (type == String.class)
            return "text";
        if (type == Money.class)
            return "{amount, currency}";
        if (type.isEnum())
            return "one of " + Arrays.stream(type.getEnumConstants())
                    .map(value -> Json.WIRE.convertValue(value, String.class)).collect(Collectors.joining(", "));
        var parts = new ArrayList<String>();
        for (var part : type.getRecordComponents())
            parts.add(part.getName());
        return "{" + String.join(", ", parts) + "}";
    }
}

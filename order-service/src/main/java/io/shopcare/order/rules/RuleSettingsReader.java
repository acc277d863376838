package io.shopcare.order.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;

/** Reads the settings of a rule into its record; what does not fit is named by its path and its reason. */
final class RuleSettingsReader {
    private static final JsonMapper STRICT = Json.WIRE.rebuild().enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();
    private static final Map<String, String> REASONS = Map.of("NotNull", "required", "NotBlank", "required", "NotEmpty",
            "required", "Size", "wrong-length", "Min", "too-small", "Max", "too-large");

    private final Validator validator;

    RuleSettingsReader(Validator validator) {
        this.validator = validator;
    }

    /** @throws InvalidFieldException naming every field that does not fit, under this path */
    <S> S read(String path, Map<String, Object> given, Class<S> type) {
        var settings = convert(path, given, type);
        var broken = validator.validate(settings);
        if (!broken.isEmpty())
            throw new InvalidFieldException(broken.stream().map(violation -> problem(path, violation)).sorted(
                    java.util.Comparator.comparing(FieldProblem::field)).toList(), null);
        return settings;
    }

    private static <S> S convert(String path, Map<String, Object> given, Class<S> type) {
        try {
            ObjectReader reader = STRICT.readerFor(type);
            return reader.readValue(STRICT.writeValueAsString(given));
        } catch (JsonMappingException e) {
            throw new InvalidFieldException(List.of(problem(path + path(e), e)), e);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new InvalidFieldException(path, "malformed", e);
        }
    }

    private static FieldProblem problem(String field, JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> new FieldProblem(field, "unknown-field", Map.of());
            case ValueInstantiationException bad -> new FieldProblem(field, "malformed", Map.of());
            case MismatchedInputException wrong when isMissing(String.valueOf(wrong.getMessage())) ->
                new FieldProblem(field, "required", Map.of());
            case MismatchedInputException wrong -> FieldProblem.wrongType(field, wrong.getTargetType());
            default -> new FieldProblem(field, "malformed", Map.of());
        };
    }

    /** Jackson has no type of its own for a value that is not there. */
    private static boolean isMissing(String message) {
        return message.startsWith("Missing") || message.startsWith("Cannot map `null`");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }

    private static FieldProblem problem(String path, ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        var bounds = new LinkedHashMap<String, Object>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (name.equals("min") || name.equals("max"))
                bounds.put(name, value);
            else if (name.equals("value")) {
                bounds.put("min", value);
                bounds.put("max", value);
            }
        });
        return new FieldProblem(path + "." + violation.getPropertyPath(), REASONS.getOrDefault(constraint, "malformed"),
                bounds);
    }
}

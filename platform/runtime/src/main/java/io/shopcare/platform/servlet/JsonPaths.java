package io.shopcare.platform.servlet;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.shopcare.platform.json.TooLargeException;
import io.shopcare.platform.problems.FieldProblem;

/** Where in a body something was wrong, as {@code lines[0].quantity}. */
final class JsonPaths {
    private JsonPaths() {}

    static FieldProblem problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException)
            return new FieldProblem(of(e), "unknown-field", Map.of());
        if (e instanceof TooLargeException amount)
            return new FieldProblem(of(e), "too-large", Map.of("max", amount.max()));
        return FieldProblem.wrongType(of(e),
                e instanceof MismatchedInputException wrong ? wrong.getTargetType() : null);
    }

    private static String of(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }
}

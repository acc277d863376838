package io.shopcare.platform.problems;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A request with fields that can't be taken: 400, naming each field and why. */
public final class InvalidFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> fields;

    /** One field. */
    public InvalidFieldException(String field, String reason, @Nullable Throwable cause) {
        this(List.of(new FieldProblem(field, reason, Map.of())), cause);
    }

    /** Several fields. */
    public InvalidFieldException(List<FieldProblem> fields, @Nullable Throwable cause) {
        super(fields.toString(), cause);
        this.fields = List.copyOf(fields);
    }

    /** What is wrong with which field. */
    public List<FieldProblem> fields() {
        return fields;
    }
}

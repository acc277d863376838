package io.shopcare.platform.problems;

import java.util.Map;

/**
 * What is wrong with one field of a request.
 *
 * @param field  path in the body ({@code lines[0].quantity}) or name of the parameter or header
 * @param reason code in {@code contracts/reasons.yaml}
 * @param facts  that the reason quotes; never the value that was sent
 */
public record FieldProblem(String field, String reason, Map<String, Object> facts) {
    public FieldProblem {
        facts = Map.copyOf(facts);
    }
}

package io.shopcare.platform.problems;

import java.util.Map;

/** Ends a request with a problem of the catalogue. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient Map<String, Object> facts;

    /**
     * @param problem name in {@code contracts/problems.yaml}
     * @param facts   for the placeholders of its texts
     */
    public ProblemException(String problem, Map<String, Object> facts) {
        super(problem);
        this.problem = problem;
        this.facts = Map.copyOf(facts);
    }

    /** Nothing there, or not for this caller: the two can't be told apart from outside. */
    public static ProblemException notFound() {
        return new ProblemException("not-found", Map.of());
    }

    /** The caller may see it but not do it. */
    public static ProblemException forbidden() {
        return new ProblemException("forbidden", Map.of());
    }

    /** Name in the catalogue. */
    public String problem() {
        return problem;
    }

    /** For the placeholders. */
    public Map<String, Object> facts() {
        return facts;
    }
}

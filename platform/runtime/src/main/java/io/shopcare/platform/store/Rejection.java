package io.shopcare.platform.store;

import java.util.Map;

/**
 * Why a command was not carried out. The code is looked up in {@code contracts/reasons.yaml} for its words in the
 * caller's language; the facts fill their placeholders.
 *
 * @param kind  which problem the caller sees
 * @param code  reason code, kebab-case
 * @param facts figures and names that the reason quotes; no personal data
 */
public record Rejection(Kind kind, String code, Map<String, Object> facts) {

    /** The problem that a caller sees. */
    public enum Kind {
        /** There is no such thing, or not for this caller (404). */
        NOT_FOUND,
        /** Right in itself, but not in the present state (409). */
        NOT_NOW,
        /** The caller has seen an older version (412). */
        STALE,
        /** A rule of the trade forbids it (422). */
        RULE_BROKEN,
        /** The same key was used for something else (422). */
        KEY_REUSED,
        /** The caller may not (403). */
        FORBIDDEN;

        /** Name of the problem in {@code contracts/problems.yaml}. */
        public String problem() {
            return switch (this) {
                case NOT_FOUND -> "not-found";
                case NOT_NOW -> "not-allowed-now";
                case STALE -> "stale-version";
                case RULE_BROKEN -> "rule-broken";
                case KEY_REUSED -> "idempotency-key-reused";
                case FORBIDDEN -> "forbidden";
            };
        }
    }

    public Rejection {
        facts = Map.copyOf(facts);
    }

    /** Not possible in this state; another state may allow it. */
    public static Rejection notNow(String code, Map<String, Object> facts) {
        return new Rejection(Kind.NOT_NOW, code, facts);
    }

    /** Not possible in this state; another state may allow it. */
    public static Rejection notNow(String code) {
        return notNow(code, Map.of());
    }

    /** A rule forbids it, with the figures that the rule looked at. */
    public static Rejection rule(String code, Map<String, Object> facts) {
        return new Rejection(Kind.RULE_BROKEN, code, facts);
    }

    /** A rule forbids it. */
    public static Rejection rule(String code) {
        return rule(code, Map.of());
    }

    /** The caller lacks the right, although they may see the thing. */
    public static Rejection forbidden(String code) {
        return new Rejection(Kind.FORBIDDEN, code, Map.of());
    }

    /** No such thing for this caller. */
    public static Rejection notFound() {
        return new Rejection(Kind.NOT_FOUND, "not-found", Map.of());
    }
}

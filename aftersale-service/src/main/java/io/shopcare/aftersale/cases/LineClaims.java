package io.shopcare.aftersale.cases;

import java.util.function.Predicate;

/** One open case per order line and kind: whoever claims first has it (A2). */
public interface LineClaims {

    /** The name under which a line is claimed. */
    static String name(String orderId, String lineId, CaseKind kind) {
        return "case/" + orderId + "/" + lineId + "/" + kind.code();
    }

    /**
     * Claims a line for a case.
     *
     * @param stillNeeded whether another case that holds it still does
     * @return the case that holds it now
     */
    String claim(String name, String caseId, Predicate<String> stillNeeded);

    /** Gives a line back; does nothing when another case holds it. */
    void release(String name, String caseId);
}

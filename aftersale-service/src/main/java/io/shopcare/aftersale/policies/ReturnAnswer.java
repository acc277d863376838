package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the rules allow, and why (A3).
 *
 * @param eligible      whether the buyer has a right to one of the remedies
 * @param ground        on which
 * @param until         the right ended, or ends, at this moment; null while its clock has not started
 * @param freightBy     who pays the way back
 * @param remedies      to which the buyer has a right; an agent may agree on more
 * @param evidence      that the buyer is asked for
 * @param findings      why not, or what else matters; codes of reasons.yaml
 * @param calendarKnown false when the last day may still move with holidays that are not announced
 */
public record ReturnAnswer(boolean eligible, Ground ground, @Nullable Instant until, FreightPayer freightBy,
        Set<RemedyKind> remedies, Set<Evidence> evidence, List<Finding> findings, List<Citation> citations,
        boolean calendarKnown) {

    /** What the right stands on. */
    public enum Ground implements Coded {
        BEFORE_SHIPPING, RISK_OF_THE_WAY, FAULTY_GOODS, WITHOUT_REASON
    }

    /** What proves it. */
    public enum Evidence implements Coded {
        PHOTO, GOODS_INTACT_ON_ARRIVAL
    }

    /** A reason code with its figures. */
    public record Finding(String code, Map<String, Object> facts) {}
}

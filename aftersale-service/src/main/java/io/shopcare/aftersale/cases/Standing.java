package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Coded;

/**
 * What is shown and queued: a pure function of the facets, computed anew with every change.
 *
 * @param phase      where the case is, in one word
 * @param waitingFor who has to act next
 */
public record Standing(Phase phase, WaitingFor waitingFor) {

    /** One word for where a case is. */
    public enum Phase implements Coded {
        OPENED, PROPOSED, AGREED, GOODS_ANNOUNCED, GOODS_ON_THE_WAY, GOODS_RECEIVED, GOODS_INSPECTED, REFUNDING,
        RESOLVED, CLOSED
    }

    /** Who has to act next. */
    public enum WaitingFor implements Coded {
        AGENT, BUYER, CARRIER, WAREHOUSE, SUPERVISOR, PAYMENT, NOBODY
    }

    static Standing of(CaseState state, List<CaseLine> lines, @Nullable Approval approval) {
        return new Standing(phase(state, lines), waitingFor(state, lines, approval));
    }

    private static Phase phase(CaseState state, List<CaseLine> lines) {
        return switch (state) {
            case OPENED -> Phase.OPENED;
            case PROPOSED -> Phase.PROPOSED;
            case RESOLVED -> Phase.RESOLVED;
            case CLOSED -> Phase.CLOSED;
            case AGREED -> {
                if (any(lines, line -> line.money().isUnderWay()))
                    yield Phase.REFUNDING;
                if (any(lines, line -> line.custody() == Custody.RECEIVED))
                    yield Phase.GOODS_RECEIVED;
                if (any(lines, line -> line.custody() == Custody.ON_THE_WAY))
                    yield Phase.GOODS_ON_THE_WAY;
                if (any(lines, line -> line.custody() == Custody.ANNOUNCED))
                    yield Phase.GOODS_ANNOUNCED;
                yield any(lines, line -> line.custody().isSettled()) ? Phase.GOODS_INSPECTED : Phase.AGREED;
            }
        };
    }

    private static WaitingFor waitingFor(CaseState state, List<CaseLine> lines, @Nullable Approval approval) {
        return switch (state) {
            case OPENED -> WaitingFor.AGENT;
            case PROPOSED -> WaitingFor.BUYER;
            case RESOLVED, CLOSED -> WaitingFor.NOBODY;
            case AGREED -> {
                if (approval != null)
                    yield WaitingFor.SUPERVISOR;
                if (any(lines, line -> line.money() == LineMoney.REFUSED))
                    yield WaitingFor.AGENT;
                if (any(lines, line -> line.money().isUnderWay()))
                    yield WaitingFor.PAYMENT;
                if (any(lines, line -> line.custody() == Custody.RECEIVED))
                    yield WaitingFor.WAREHOUSE;
                if (any(lines, line -> line.custody() == Custody.ON_THE_WAY))
                    yield WaitingFor.CARRIER;
                yield any(lines, line -> line.custody() == Custody.ANNOUNCED) ? WaitingFor.BUYER : WaitingFor.AGENT;
            }
        };
    }

    private static boolean any(List<CaseLine> lines, Predicate<CaseLine> fits) {
        return lines.stream().anyMatch(fits);
    }
}

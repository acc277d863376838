package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * After-sales work on an order.
 *
 * @param openCases   ids of open cases
 * @param closedCases ids of closed ones
 * @param openSince   since when at least one has been open; null when none is
 * @param stoodStill  how long cases have stopped the clock of the receipt so far
 */
public record AfterSaleFacet(AfterSaleState state, List<String> openCases, List<String> closedCases,
        @Nullable Instant openSince, Duration stoodStill) {
    static final AfterSaleFacet NONE = new AfterSaleFacet(AfterSaleState.NONE, List.of(), List.of(), null,
            Duration.ZERO);

    public AfterSaleFacet {
        openCases = List.copyOf(openCases);
        closedCases = List.copyOf(closedCases);
    }

    boolean knows(String caseId) {
        return openCases.contains(caseId) || closedCases.contains(caseId);
    }

    AfterSaleFacet opened(String caseId, Instant at) {
        return new AfterSaleFacet(state == AfterSaleState.OPEN ? state : state.to(AfterSaleState.OPEN),
                Stream.concat(openCases.stream(), Stream.of(caseId)).toList(), closedCases,
                openSince == null ? at : openSince, stoodStill);
    }

    /** @param clockStart when the clock of the receipt started that an open case stops; null when it has not */
    AfterSaleFacet closed(String caseId, Instant at, @Nullable Instant clockStart) {
        var left = openCases.stream().filter(id -> !id.equals(caseId)).toList();
        var closed = Stream.concat(closedCases.stream(), Stream.of(caseId)).toList();
        return left.isEmpty()
                ? new AfterSaleFacet(state.to(AfterSaleState.SETTLED), left, closed, null,
                        stoodStill.plus(standstill(at, clockStart)))
                : new AfterSaleFacet(state, left, closed, openSince, stoodStill);
    }

    private Duration standstill(Instant until, @Nullable Instant clockStart) {
        if (openSince == null || clockStart == null)
            return Duration.ZERO;
        var from = openSince.isAfter(clockStart) ? openSince : clockStart;
        return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
    }
}

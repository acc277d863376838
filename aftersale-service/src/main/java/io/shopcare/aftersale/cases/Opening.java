package io.shopcare.aftersale.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.orders.OrderLine;
import io.shopcare.aftersale.policies.Coded;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

import static java.util.stream.Collectors.joining;

/**
 * The question whether a case opens.
 *
 * @param wanted  lines and units; none means all that is left of every line
 * @param settled units by line that earlier cases settled
 * @param targets by when the shop means to be done; null where it has none
 */
public record Opening(String caseId, String caseNo, CaseKind kind, Origin origin, @Nullable String conversationId,
        @Nullable String language, OrderCopy order, List<LineWish> wanted, Request request,
        Map<String, Integer> settled,
        @Nullable Targets targets) {
    private static final int MOST_REQUESTS = 20;

    Decision<Case> decide() {
        return whyNot().<Decision<Case>>map(Decision::reject).orElseGet(this::opened);
    }

    private Optional<Rejection> whyNot() {
        if (!kind.reasons().contains(request.reason()))
            return Optional.of(Rejection.rule("reason-not-of-kind", Map.of("allowed",
                    kind.reasons().stream().map(Coded::code).sorted().collect(joining(", ")))));
        if (!order.isPaid())
            return Optional.of(Rejection.notNow("not-paid"));
        return wanted.stream().map(this::whyNot).flatMap(Optional::stream).findFirst();
    }

    private Optional<Rejection> whyNot(LineWish wish) {
        var ordered = order.line(wish.lineId()).orElse(null);
        if (ordered == null)
            return Optional.of(Rejection.rule("line-unknown", Map.of("line", wish.lineId())));
        int left = left(ordered);
        if (wish.quantity() > left)
            return Optional.of(Rejection.rule("quantity-used-up", Map.of("line", wish.lineId(), "left", left)));
        if (kind == CaseKind.RETURN_AND_REFUND && ordered.shipped() == 0)
            return Optional.of(Rejection.rule("not-shipped-yet"));
        if (kind == CaseKind.REFUND_NOT_RECEIVED && ordered.receivedAt() != null)
            return Optional.of(Rejection.rule("received-already"));
        return Optional.empty();
    }

    private Decision<Case> opened() {
        var lines = wanted.stream().map(this::line).toList();
        var opened = new Case(caseId, order.shop(), caseNo, kind, origin, conversationId, language, request.at(),
                targets, order,
                List.of(request), null, CaseState.OPENED, lines, null, null, null, null, List.of(), null,
                Standing.of(CaseState.OPENED, lines, null));
        return Decision.accept(opened, new CaseEvent.Opened(order.shop(), caseId, order.buyer(), order.orderId(),
                caseNo, kind, request.reason(), lines.stream().map(CaseLine::units).toList(), origin, order.source(),
                conversationId, targets == null ? null : targets.firstAnswerBy(),
                targets == null ? null : targets.resolveBy()));
    }

    private CaseLine line(LineWish wish) {
        var ordered = order.line(wish.lineId()).orElseThrow();
        return new CaseLine(wish.lineId(), ordered.sku(), ordered.title(), wish.quantity(),
                settled.getOrDefault(wish.lineId(), 0), Custody.NOT_ANNOUNCED, 0, List.of(), LineMoney.NONE,
                Money.zero(order.currency()));
    }

    private int left(OrderLine ordered) {
        return ordered.quantity() - settled.getOrDefault(ordered.lineId(), 0);
    }

    /** A second request joins the first, while there is something to settle. */
    static Decision<Case> join(Case theCase, Request request) {
        if (!theCase.state().isOpen())
            return Decision.reject(Rejection.notNow("not-in-this-phase",
                    Map.of("action", "join", "phase", theCase.standing().phase().code())));
        var requests = new ArrayList<>(theCase.requests());
        if (requests.size() < MOST_REQUESTS)
            requests.add(request);
        return Decision.accept(theCase.change(next -> next.requests = requests));
    }
}

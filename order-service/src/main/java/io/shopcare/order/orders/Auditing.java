package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Decisions of the audit: by its rules, then by a person where a person is needed. */
final class Auditing {
    static final String OWNER = "auditor";
    static final ActorRef RULES = ActorRef.system("audit");

    private Auditing() {}

    static Decision<Order> audited(Order order, String version, List<Finding> findings, List<Hold> holds,
            Instant at) {
        if (order.audit().state() != AuditState.WAITING || order.isCancelled())
            return Decision.unchanged(order);
        var fresh = fresh(order, holds);
        var all = order.holds().with(fresh);
        boolean asked = !order.questions().unanswered().isEmpty(); // a person asked: a person decides
        if (all.state() == HoldState.CLEAR && !asked)
            return Decision.accept(through(order.with(order.audit().passed(version, findings, at))),
                    approved(order, version, true));
        var held = order.with(order.audit().held(version, findings)).with(all);
        return fresh.isEmpty() ? Decision.accept(held) : Decision.accept(held, Holding.held(held, fresh, version));
    }

    /** All of it may be carried out. */
    private static Order through(Order order) {
        return order.withLines(order.lines().stream().map(line -> line.with(line.progress().audit(line.quantity())))
                .toList()).with(order.fulfilment().to(FulfilmentState.AWAITING));
    }

    /** A rule that looks again and holds again puts a hold of its own beside the one that is history. */
    private static List<Hold> fresh(Order order, List<Hold> found) {
        int before = order.holds().all().size();
        return found.stream().map(hold -> order.holds().find(hold.holdId()).isEmpty()
                ? hold
                : hold.withId(Ids.derived(hold.holdId(), Integer.toString(before)))).toList();
    }

    /** The rules look at a held order once more after a change; what they find now counts, what they found is history. */
    static Decision<Order> lookAgain(Decision.Accepted<Order> soFar, ActorRef by, String reason, Instant at) {
        var order = soFar.aggregate();
        if (order.audit().state() != AuditState.HELD || soFar.events().isEmpty())
            return soFar;
        var released = Holding.releasing(order, hold -> hold.by().equals(RULES), by, reason, at);
        var events = new ArrayList<>(soFar.events());
        events.addAll(released.events());
        var next = released.aggregate();
        return new Decision.Accepted<>(next.with(next.audit().again(at)), events, soFar.riders(), soFar.answers());
    }

    static Decision<Order> approve(Order order, ActorRef auditor, String reason, @Nullable String note, Instant at) {
        var refused = refusal(order, AuditState.APPROVED, auditor);
        if (refused.isPresent())
            return refused.get();
        long others = order.holds().open().stream().filter(hold -> !hold.owner().equals(OWNER)).count();
        if (others > 0)
            return Decision.reject(Rejection.notNow("hold-open", Map.of("open", others)));
        var audit = order.audit().decided(AuditState.APPROVED, auditor, at, reason, note);
        var released = Holding.releasing(order, hold -> true, auditor, reason, at);
        var next = through(released.aggregate().with(audit));
        var version = audit.ruleSetVersion() == null ? "none" : audit.ruleSetVersion();
        return Asking.withdrawn(new Decision.Accepted<>(next, released.events(), List.of(), Map.of())
                .with(approved(order, version, false)));
    }

    static Decision<Order> reject(Order order, ActorRef auditor, String reason, @Nullable String note, Instant at) {
        var refused = refusal(order, AuditState.REJECTED, auditor);
        if (refused.isPresent())
            return refused.get();
        var audit = order.audit().decided(AuditState.REJECTED, auditor, at, reason, note);
        return Cancelling.nothingIsAsked(Decision.accept(Cancelling.cancelled(order.with(audit), "rejected"),
                new OrderEvent.Rejected(order.shop(), order.orderId(), order.buyer(), reason),
                Cancelling.event(order, "rejected")));
    }

    /** Why a person's decision can't be taken now; the same person's same decision is no news. */
    private static Optional<Decision<Order>> refusal(Order order, AuditState wanted, ActorRef auditor) {
        var audit = order.audit();
        return switch (audit.state()) {
            case APPROVED, REJECTED -> audit.state() == wanted && auditor.equals(audit.decidedBy())
                    ? Optional.of(Decision.unchanged(order))
                    : Optional.of(Decision.reject(decided(audit)));
            case NOT_DUE -> refusal(order.isCancelled() ? "already-cancelled" : "not-paid", Map.of());
            case WAITING -> refusal(order.isCancelled() ? "already-cancelled" : "audit-waiting", Map.of());
            case HELD -> order.isCancelled() ? refusal("already-cancelled", Map.of()) : Optional.empty();
        };
    }

    private static Optional<Decision<Order>> refusal(String code, Map<String, Object> facts) {
        return Optional.of(Decision.reject(Rejection.notNow(code, facts)));
    }

    /** Who decided, and when: what the second one hears. */
    static Rejection decided(AuditFacet audit) {
        var who = audit.decidedBy() == null ? "?" : audit.decidedBy().id();
        return Rejection.notNow("already-decided", Map.of("who", who, "when", String.valueOf(audit.decidedAt())));
    }

    private static OrderEvent approved(Order order, String version, boolean straightThrough) {
        return new OrderEvent.Approved(order.shop(), order.orderId(), order.buyer(), version, straightThrough);
    }
}

package io.shopcare.acceptance.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every consumer that keeps a fact per source stands where a fold over its topic stands. */
final class ConsumersKnowTheLast implements Check {
    /** What a consumer keeps, and the types that it folds. */
    private record Fold(String collection, Set<String> types) {}

    private static final List<Fold> FOLDS = List.of(
            new Fold("crm.facts_orders", Set.of("order.placed.v1", "order.paid.v1", "payment-request.paid.v1")),
            new Fold("crm.facts_refunds", Set.of("refund.succeeded.v1")),
            new Fold("crm.facts_cases", Set.of("case.opened.v1", "return.authorised.v1", "case.resolved.v1",
                    "case.closed.v1")),
            new Fold("crm.facts_risk_cases", Set.of("case.opened.v1", "case.verified.v1", "case.refunded.v1")),
            new Fold("crm.facts_conversations", Set.of("conversation.opened.v1")),
            new Fold("aftersale.refund_facts", Set.of("refund.requested.v1", "refund.succeeded.v1",
                    "refund.failed.v1")),
            new Fold("aftersale.parcel_facts", Set.of("parcel.created.v1")),
            new Fold("order.blacklist_facts", Set.of("blacklist.changed.v1")),
            new Fold("presale.known_stock", Set.of("stock.listed.v1", "stock.changed.v1")));

    @Override
    public String name() {
        return "every consumer equals a fold over its topics";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        return FOLDS.stream().flatMap(fold -> broken(evidence, fold));
    }

    private static Stream<String> broken(Evidence evidence, Fold fold) {
        var expected = new HashMap<String, Long>();
        evidence.events().filter(event -> fold.types().contains(event.type()))
                .forEach(event -> expected.merge(event.subject(), event.sequence(), Math::max));
        var known = new HashMap<String, Long>();
        evidence.all(fold.collection())
                .forEach(fact -> known.put(fact.getString("_id"), Evidence.number(fact, "seq")));
        known.keySet().removeIf(subject -> subject.startsWith(Poison.PREFIX));
        return Stream.concat(expected.keySet().stream(), known.keySet().stream()).distinct()
                .filter(subject -> !expected.getOrDefault(subject, 0L).equals(known.getOrDefault(subject, 0L)))
                .map(subject -> fold.collection() + " knows " + subject + " up to " + known.getOrDefault(subject, 0L)
                        + ", its topic goes to " + expected.getOrDefault(subject, 0L));
    }
}

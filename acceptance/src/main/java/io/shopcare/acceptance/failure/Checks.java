package io.shopcare.acceptance.failure;

import java.util.List;

/** All promises. */
final class Checks {
    static final List<Check> ALL = List.of(new AcceptedIsStored(), new StoredIsPublished(), new PublishedIsStored(),
            new SequencesHaveNoGap(), new ConsumersKnowTheLast(), new CustomersAddUp(), new TrailIsWhole(),
            new ParcelsFollowOrders(), new MoneyAgrees(), new StockAddsUp(), new ReservationsMatchOrders(),
            new ToldOnce(), new NothingIsParked(), new PersonalDataStaysInside());

    private Checks() {}

    static void look(Evidence evidence, Findings findings) {
        for (var check : ALL)
            check.broken(evidence).limit(20).forEach(what -> findings.add(check.name(), what));
    }
}

package io.shopcare.crm.risk;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What buyers did, for the tests of other packages. */
public final class Risks {
    private Risks() {}

    /** So many parcels refused, the last of them at this moment, and a day between each. */
    public static Behaviour refusals(int parcels, Instant last) {
        return new Behaviour(List.of(), IntStream.range(0, parcels).mapToObj(i -> new RiskFact("parcel-" + i, "b",
                List.of("order-" + i), RiskFact.REFUSED, last.minusSeconds(86_400L * i))).toList(), List.of());
    }
}

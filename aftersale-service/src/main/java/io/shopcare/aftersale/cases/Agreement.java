package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import io.shopcare.aftersale.policies.Citation;
import io.shopcare.platform.commands.Actor;

/**
 * The remedy that the buyer chose: nothing else is carried out.
 *
 * @param offeredBy the agent whose amount it is, and who therefore can't approve it
 */
public record Agreement(Remedy remedy, List<Citation> citations, Actor offeredBy, Actor by, Instant at) {
    public Agreement {
        citations = List.copyOf(citations);
    }
}

package io.shopcare.crm.rfm;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.crm.customers.AssessCustomer;
import io.shopcare.crm.customers.CustomerList;

/** Does what nobody asks for: goes on with recomputations, and looks at customers whom time carries over a limit. */
final class LookAround {
    private static final Logger log = LoggerFactory.getLogger(LookAround.class);

    private final CutPointBook book;
    private final ContinueRecomputation goOn;
    private final CustomerList list;
    private final AssessCustomer assess;
    private final RfmSettings settings;
    private final Clock clock;

    LookAround(CutPointBook book, ContinueRecomputation goOn, CustomerList list, AssessCustomer assess,
            RfmSettings settings, Clock clock) {
        this.book = book;
        this.goOn = goOn;
        this.list = list;
        this.assess = assess;
        this.settings = settings;
        this.clock = clock;
    }

    /** Goes on until every recomputation is done; what fails is left to the next look. */
    void recomputations() {
        for (var shop : book.recomputing())
            bestEffort("a recomputation", () -> {
                boolean more = true;
                while (more && !Thread.currentThread().isInterrupted())
                    more = goOn.handle(shop);
            });
    }

    /**
     * One piece of those whose time has come (C4, C5). Everybody who was looked at gets a later moment, so the next look
     * finds the others.
     */
    void timePasses() {
        for (var customer : list.due(clock.instant(), settings.piece()))
            bestEffort("a look at a customer", () -> assess.handle(customer, "time"));
    }

    private static void bestEffort(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.warn("{} is left to the next look", what, e);
        }
    }
}

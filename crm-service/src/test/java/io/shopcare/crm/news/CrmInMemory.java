package io.shopcare.crm.news;

import java.util.List;

import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.customers.CustomerEvent;
import io.shopcare.crm.customers.CustomerKit;
import io.shopcare.crm.trail.TrailKit;
import io.shopcare.platform.store.Stored;

/** The whole service without broker and database. */
public final class CrmInMemory {
    public final CustomerKit customers = new CustomerKit();
    public final TrailKit trail = new TrailKit();
    private final CustomerNews news = new CustomerNews(customers.register, trail.keep, customers.facts,
            customers.assess);

    public CrmInMemory hear(List<Happening> happenings) {
        happenings.forEach(this::hear);
        return this;
    }

    public void hear(Happening happening) {
        news.hear(happening.kind(), happening.meta(), happening.data());
    }

    CustomerNews news() {
        return news;
    }

    /** The only customer. */
    public Customer customer() {
        var all = customers.store.all().stream().map(Stored::aggregate).toList();
        if (all.size() != 1)
            throw new AssertionError("expected one customer, found " + all);
        return all.getFirst();
    }

    public <E extends CustomerEvent> List<E> published(Class<E> type) {
        return customers.store.published(type);
    }
}

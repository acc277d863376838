package io.shopcare.crm.rfm;

import java.time.Duration;
import java.util.List;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.news.CrmInMemory;
import io.shopcare.crm.news.Happenings;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** A shop with customers, and what recomputes its cut points, without broker and database. */
final class ShopInMemory {
    static final String SHOP = "nuanyang";
    final CrmInMemory crm = new CrmInMemory();
    final InMemoryAggregateStore<ShopRfm> shops = new InMemoryAggregateStore<>();
    final RfmSettings settings = new RfmSettings(Duration.ofSeconds(1), 7);
    final Population population = new InMemoryPopulation(this::customers);
    final ContinueRecomputation goOn = new ContinueRecomputation(shops, population,
            new MeasureShop(population, crm.customers.rules.rfm()), crm.customers.list, crm.customers.assess, settings,
            crm.customers.clock);
    private final StartRecomputation start = new StartRecomputation(shops, crm.customers.rules.rfm(),
            crm.customers.clock);

    /** A customer who bought so often, last so many days ago, for so much each. */
    ShopInMemory withBuyer(String id, int orders, int daysAgo, long yuan) {
        var buyer = Happenings.with(new Buyer(SHOP, "web", id));
        var at = crm.customers.clock.instant().minus(Duration.ofDays(daysAgo));
        for (int n = orders - 1; n >= 0; n--)
            buyer.buys(id + "-" + n, new Money(yuan * 100, "CNY"), at.minus(Duration.ofHours(n)));
        crm.hear(buyer.all());
        return this;
    }

    void start() {
        start.handle(SHOP, CommandContext.keyed(Actor.staff("ke"), "recompute", "key", "")).orThrow();
    }

    /** Goes on as one program would; the cut points hold from the moment they are measured. */
    boolean goOn() {
        boolean more = goOn.handle(ShopRfm.idOf(SHOP));
        crm.customers.cutPoints.set(rfm().cutPoints());
        return more;
    }

    void finish() {
        boolean more = true;
        while (more)
            more = goOn();
    }

    ShopRfm rfm() {
        return shops.find(ShopRfm.idOf(SHOP)).orElseThrow().aggregate();
    }

    List<Customer> customers() {
        return crm.customers.store.all().stream().map(Stored::aggregate).toList();
    }
}

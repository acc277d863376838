package io.shopcare.order.trials;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.FacetTable;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.StoreInstance;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.rules.ChosenRules;
import io.shopcare.order.rules.CurrentRules;
import io.shopcare.order.rules.RuleSet;
import io.shopcare.order.rules.RuleSetting;
import io.shopcare.order.rules.RulesOfTests;
import io.shopcare.order.rules.Says;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trials.Trial.Window;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.web.Cursor;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A version of the rules is tried on thousands of past orders, and killed on the way. */
@Tag("O6")
class TryingRulesTest {
    private static final int ORDERS = 4_500;
    private static final Window LAST_MONTH = new Window(NOW.minus(Duration.ofDays(30)), NOW);
    private static final ChosenRules STANDARD = RulesOfTests.standard();
    private static final RuleSet STRICT = new RuleSet("set-1", "nuanyang", 7, Map.of("amount-is-within-the-limit",
            new RuleSetting(Says.HOLD, Map.of("limits", List.of(Map.of("amount", "500.00", "currency", "CNY")))),
            "promises-need-a-look", new RuleSetting(Says.WARN, null)), null, null, new ActorRef("staff", "zhu"), NOW);

    @Test
    @DisplayName("O6 4,500 orders, killed after every third batch: each counts once, as a recount says; samples name figures")
    void goesOnAfterAKill() {
        var uri = TestDatabase.freshUri();
        try (var instance = new StoreInstance(uri)) {
            var orders = orders(instance.database());
            var trials = trials(instance);
            start(trials);

            int deaths = 0;
            var trial = trials.find("trial-1").orElseThrow().aggregate();
            while (trial.state() == TrialState.RUNNING) {
                var mortal = run(instance.database(), new Dying(trials, 3));
                try {
                    mortal.handle("trial-1", NOW);
                } catch (Dying.KilledError e) {
                    deaths++;
                }
                trial = trials.find("trial-1").orElseThrow().aggregate();
            }

            assertThat(deaths).isGreaterThan(5);
            assertThat(trial.tally()).isEqualTo(recount(orders));
            assertThat(trial.tally().looked()).isEqualTo(ORDERS / 3 * 2);
            assertThat(trial.tally().onlyNow()).isPositive();
            assertThat(trial.tally().onlyThen()).isPositive();
            assertThat(trial.samples()).hasSizeLessThan(21)
                    .filteredOn(sample -> sample.rule().equals("amount-is-within-the-limit")).isNotEmpty()
                    .allSatisfy(sample -> {
                        assertThat(sample.code()).isEqualTo("amount-above-limit");
                        assertThat(sample.figures()).extracting(figure -> figure.name()).containsExactly("total",
                                "limit");
                        assertThat(sample.orderNo()).startsWith("NY-");
                    });
        }
    }

    @Test
    @DisplayName("O6 a trial that goes on by itself shows how far it is, and two at it at once count each order once")
    void bearsTwoAtOnce() throws InterruptedException {
        try (var instance = new StoreInstance(TestDatabase.freshUri())) {
            var orders = orders(instance.database());
            var trials = trials(instance);
            start(trials);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 3; i++)
                threads.add(Thread.ofVirtual().start(() -> {
                    while (trials.find("trial-1").orElseThrow().aggregate().state() == TrialState.RUNNING)
                        run(instance.database(), trials).handle("trial-1", NOW);
                }));
            for (var thread : threads)
                thread.join();
            assertThat(trials.find("trial-1").orElseThrow().aggregate().tally()).isEqualTo(recount(orders));
        }
    }

    @Test
    @DisplayName("O6 the orders of a window are a stretch of an index, wherever a trial goes on")
    void runsAlongAnIndex() {
        var database = TestDatabase.fresh();
        var past = new PastOrders(database);
        database.getCollection("orders").insertOne(document(order(1)));
        var index = "shop_1_state.sale.placedAt_-1__id_1";
        Explained.usesIndex(past.query("nuanyang", LAST_MONTH, null, 200), index);
        Explained.usesIndex(past.query("nuanyang", LAST_MONTH, new Trial.Place(NOW, "order-1"), 200), index);
    }

    @Test
    @DisplayName("O6 the trials of a shop are read page by page along an index, the newest first, also those of one moment")
    void listsTrials() {
        var database = TestDatabase.fresh();
        var list = new TrialList(database);
        for (int i = 0; i < 7; i++) {
            var id = "trial-" + i;
            var trial = ((Decision.Accepted<Trial>) Trial.start(id, i == 6 ? "harbor" : "nuanyang", "set-1",
                    "nuanyang-7", LAST_MONTH, new ActorRef("staff", "zhu"), NOW.plusSeconds(i / 3))).aggregate();
            database.getCollection("trials").insertOne(new Document("_id", id).append("shop", trial.shop())
                    .append("state", Json.STORED.convertValue(trial, Document.class)));
        }
        var read = new ArrayList<String>();
        Cursor after = null;
        do {
            var page = list.page("nuanyang", after, 2);
            page.items().forEach(trial -> read.add(trial.trialId()));
            after = Cursor.read(page.next(), 2);
        } while (after != null);
        assertThat(read).containsExactly("trial-3", "trial-4", "trial-5", "trial-0", "trial-1", "trial-2");
        var index = "shop_1_state.startedAt_-1__id_1";
        Explained.usesIndex(list.query("nuanyang", null, 50), index);
        Explained.usesIndex(list.query("nuanyang", Cursor.read(list.page("nuanyang", null, 1).next(), 2), 50), index);
    }

    @Test
    void drawsHowFarATrialMayBe() throws IOException {
        FacetTable.of(TrialState.class, TrialState.RUNNING).reachesAllAndEndsIn(EnumSet.of(TrialState.FINISHED))
                .isDrawnIn("trial-state.md");
    }

    @Test
    @DisplayName("O6 the trial fails loudly, and goes nowhere, when its rules are not there")
    void needsItsRules() {
        var run = new RunTrial(started(), new PastOrders(filled()), new CurrentRules(new InMemoryAggregateStore<>(),
                new InMemoryAggregateStore<>(), RulesOfTests.book(), RulesOfTests.defaults()),
                new SalesDesk().catalogue, new SalesDesk().shops, shop -> "shunfeng", Clock.systemUTC());
        assertThatThrownBy(() -> run.handle("trial-1", NOW)).hasMessageContaining("no rule set set-1");
    }

    /** By hand: every third was never audited; every fifth has a promise; totals grow; stock always counts. */
    private static Tally recount(List<Order> orders) {
        long held = 0;
        long now = 0;
        long then = 0;
        long warned = 0;
        long onlyNow = 0;
        long promised = 0;
        long looked = 0;
        for (int i = 0; i < orders.size(); i++)
            if (i % 3 != 2) {
                boolean promise = i % 5 == 0;
                boolean above = orders.get(i).sale().total().minor() > 50_000;
                looked++;
                held += promise ? 1 : 0;
                promised += promise ? 1 : 0;
                now += above ? 1 : 0;
                then += promise && !above ? 1 : 0;
                onlyNow += above && !promise ? 1 : 0;
                warned += promise && !above ? 1 : 0;
            }
        return new Tally(looked, held, now, then, onlyNow, warned, Map.of("amount-is-within-the-limit",
                new Tally.Count(looked - now, 0, now), "promises-need-a-look",
                new Tally.Count(looked - promised, promised, 0), "stock-is-held", new Tally.Count(looked, 0, 0)));
    }

    private static List<Order> orders(MongoDatabase database) {
        var orders = new ArrayList<Order>();
        for (int i = 0; i < ORDERS; i++)
            orders.add(order(i));
        database.getCollection("orders").insertMany(orders.stream().map(TryingRulesTest::document).toList());
        var late = order(0);
        database.getCollection("orders").insertOne(document(late).append("_id", "of-another-shop").append("shop",
                "harbor"));
        return orders;
    }

    /** Many share their moment: the place in the list is by id, too. */
    private static Order order(int i) {
        var placedAt = NOW.minus(Duration.ofMinutes(1 + i / 7));
        var sale = OrderFixtures.aSale(OrderFixtures.anAddress());
        var total = OrderFixtures.cny((i % 1000) + ".00");
        var order = Order.place("order-%05d".formatted(i), new Sale("nuanyang", "NY-" + i, sale.buyer(), "shop",
                sale.address(), null, total, List.of(), OrderFixtures.cny("0.00"), total, placedAt, sale.payBy(), null,
                null, "zh-CN", null), List.of(OrderFixtures.line("1", "COAT", 1, total.text(), "0.00")),
                i % 5 == 0 ? List.of(OrderFixtures.aGiftBox()) : List.of()).aggregate();
        if (i % 3 == 2)
            return order;
        var paid = i % 1000 == 0
                ? next(order.receivePayment("N", new io.shopcare.order.trade.Tender("P", "sandbox", total), placedAt,
                        Duration.ZERO))
                : next(OrderFixtures.pay(order, "N", "P", total.text()));
        var report = STANDARD.look(paid, new io.shopcare.order.rules.Surroundings(Map.of(),
                java.util.Optional.empty(), "CN", "shunfeng"), null, NOW);
        var findings = report.findings().stream().filter(finding -> finding.rule().equals("promises-need-a-look"))
                .toList();
        return next(paid.audited("default-1", findings, report.holds().stream()
                .filter(hold -> hold.code().equals("promise-needs-a-look")).toList(), NOW));
    }

    private static Document document(Order order) {
        return new Document("_id", order.orderId()).append("shop", "nuanyang").append("state",
                Json.STORED.convertValue(order, Document.class));
    }

    private static MongoDatabase filled() {
        var database = TestDatabase.fresh();
        database.getCollection("orders").insertOne(document(order(0)));
        return database;
    }

    private static AggregateStore<Trial> started() {
        var store = new InMemoryAggregateStore<Trial>();
        start(store);
        return store;
    }

    private static void start(AggregateStore<Trial> trials) {
        trials.create("trial-1", CommandContext.bySystem("start"), () -> Trial.start("trial-1", "nuanyang", "set-1",
                "nuanyang-7", LAST_MONTH, new ActorRef("staff", "zhu"), Instant.EPOCH)).orThrow();
    }

    private static AggregateStore<Trial> trials(StoreInstance instance) {
        return instance.stores().of(new AggregateType<>("trial", Trial.class, "trials", "shopcare.order.orders",
                Trial::shop).withDeadlines(List.of(Trial.goOn())));
    }

    private static RunTrial run(MongoDatabase database, AggregateStore<Trial> trials) {
        var sets = new InMemoryAggregateStore<RuleSet>();
        sets.create(STRICT.ruleSetId(), CommandContext.bySystem("draft"), () -> Decision.accept(STRICT)).orThrow();
        var desk = new SalesDesk();
        return new RunTrial(trials, new PastOrders(database), new CurrentRules(new InMemoryAggregateStore<>(), sets,
                RulesOfTests.book(), RulesOfTests.defaults()), desk.catalogue, desk.shops, shop -> "shunfeng",
                Clock.systemUTC());
    }
}

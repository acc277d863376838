package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.shopcare.platform.testkit.contracts.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** The stories against the programs of this build: what is answered, what the topics carry, what customers were told. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesIT {
    private static LocalStack stack;
    private static Topics topics;

    @BeforeAll
    static void up() {
        stack = LocalStack.up("--scale", "order-service=3", "--scale", "gateway=2");
        new Catalogue(stack.root().resolve("order-service/samples"), new People(stack.surroundings())).load("nuanyang");
        topics = new Topics(stack.surroundings().broker());
    }

    @AfterAll
    static void down() {
        if (topics != null)
            topics.close();
        if (stack != null)
            stack.close();
    }

    @Test
    @Order(1)
    @DisplayName("S1 a sale that goes well, and one line comes back (P1 P2 P3 P4 P9 O2 O4 O5 O6 O8 O9 O11 O12 O15 O16 O17 O19 A2 A3 A6 A7 A8 C1 C2 C3 C4 G1 G2 G6)")
    void aSaleThatGoesWell() {
        var journal = new Journal(topics, System.out);
        new ASaleThatGoesWell(stack.surroundings(), new People(stack.surroundings()), journal, Clock.systemUTC())
                .play();
        assertThat(journal.steps()).isGreaterThan(25);
    }

    @Test
    @Order(2)
    @DisplayName("S1 once more, on the data of the first")
    void onceMore() {
        var journal = new Journal(topics, System.out);
        new ASaleThatGoesWell(stack.surroundings(), new People(stack.surroundings()), journal, Clock.systemUTC())
                .play();
    }

    @Test
    @Order(6)
    @DisplayName("S2 an order that must be stopped: asked about through presale, its twin cancelled and refunded, approved once (O6 O8 O8a O10 O17)")
    void anOrderThatMustBeStopped() {
        var journal = new Journal(topics, System.out);
        new AnOrderThatMustBeStopped(stack.surroundings(), new People(stack.surroundings()), journal,
                Clock.systemUTC()).play();
        assertThat(journal.steps()).isGreaterThan(12);
    }

    @Test
    @Order(6)
    @DisplayName("the tour of the README runs as it is printed")
    void theTourRuns() throws Exception {
        var printed = TheTour.in(stack.root().resolve("README.md"), LocalStack.OFFSET).walk();
        assertThat(printed).contains("order.approved.v1").contains("lines[0].quantity").contains("必须大于零");
    }

    @Test
    @Order(3)
    @DisplayName("S7 ten left, a hundred buyers, three instances of order-service (O4 O9 G6)")
    void tenLeftAHundredBuyers() {
        new TenLeft(stack, new People(stack.surroundings()), new Journal(topics, System.out)).play();
    }

    @Test
    @Order(5)
    @DisplayName("S8 two agents, one refund, a provider that does not answer, a killed order-service (A6 A8 O8)")
    void twoAgentsOneRefund() {
        new OneRefund(stack, new People(stack.surroundings()), new Journal(topics, System.out)).play();
    }

    @Test
    @Order(4)
    @DisplayName("G4 an instance of order-service, then one of the gateway, stop and come back under load: no error at the client")
    void instancesComeAndGo() {
        new ComingAndGoing(stack, new Journal(topics, System.out)).play();
    }

    @Test
    @Order(7)
    @DisplayName("every event on every topic is as its schema says, and sequences have no gap")
    void everyEventIsAsItsSchemaSays() {
        var lastOf = new HashMap<String, Long>();
        var all = topics.all();
        assertThat(all).hasSizeGreaterThan(60);
        for (var event : all) {
            assertThat(Contracts.producerSchema(event.type()).validate(event.data())).as(event.type()).isEmpty();
            long last = lastOf.getOrDefault(event.subject(), 0L);
            assertThat(event.sequence()).as("%s of %s", event.type(), event.subject()).isLessThanOrEqualTo(last + 1);
            lastOf.merge(event.subject(), event.sequence(), Math::max);
        }
    }

    @Test
    @Order(8)
    @DisplayName("G9 neither topics nor logs carry names, phones, addresses")
    void keepsPersonalDataToItself() throws IOException {
        for (var event : topics.all())
            assertThat(event.data().toString()).as(event.type()).doesNotContain(Sale.PERSONAL);
        try (var logs = Files.list(stack.logs())) {
            for (var log : logs.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(log)).as(log.getFileName().toString())
                        .doesNotContain(Sale.PERSONAL);
        }
    }

    @Test
    @Order(9)
    @DisplayName("G9 what dashboards and alerts ask for is on the programs' pages")
    void dashboardsAskForWhatThereIs() throws IOException {
        var dashboards = Dashboards.in(stack.root().resolve("deploy"));
        assertThat(dashboards.unanswered(stack.metricsPages())).isEmpty();
    }

}

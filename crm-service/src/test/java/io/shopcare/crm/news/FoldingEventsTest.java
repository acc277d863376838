package io.shopcare.crm.news;

import java.util.List;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.customers.CustomerEvent;
import io.shopcare.crm.figures.Figures;
import io.shopcare.crm.lifecycle.Stage;
import io.shopcare.crm.scoring.Group;
import io.shopcare.crm.scoring.Score;
import io.shopcare.platform.money.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures, score, stage and trail do not depend on the order, lateness or number of deliveries. */
class FoldingEventsTest {
    private static final Buyer LIN = new Buyer("nuanyang", "web", "lin");

    @Example
    @Label("C3: the figures of the sample story are what a recount finds")
    void countsTheStory() {
        var story = Story.happenings();
        var customer = new CrmInMemory().hear(story).customer();
        assertThat(customer.figures()).isEqualTo(Recount.of(story));
        assertThat(customer.figures().spending()).singleElement().satisfies(cny -> {
            assertThat(cny.paid()).isEqualTo(Money.of("1103.90", "CNY"));
            assertThat(cny.refunded()).isEqualTo(Money.of("249.85", "CNY"));
            assertThat(cny.net()).isEqualTo(Money.of("854.05", "CNY"));
        });
        assertThat(customer.figures().returnRate()).hasValueSatisfying(
                rate -> assertThat(rate).hasToString("1.0000"));
        assertThat(customer.stage()).isEqualTo(Stage.NEW);
    }

    @Example
    @Label("C4: in the story the score moves as the contract's samples say: new 5-1-5, after the refund 5-1-4")
    void scoresTheStory() {
        var scores = new CrmInMemory().hear(Story.happenings()).published(CustomerEvent.RfmChanged.class);
        assertThat(scores).extracting(CustomerEvent.RfmChanged::to).containsExactly(
                new Score(5, 1, 5, Group.NEW), new Score(5, 1, 4, Group.NEW));
        assertThat(scores.getLast().from()).isEqualTo(new Score(5, 1, 5, Group.NEW));
        assertThat(scores).allSatisfy(change -> assertThat(change.cutPoints()).isEqualTo("2026-11-01"));
    }

    @Property(tries = 60)
    @Label("C3: the story shuffled across topics, with repeats and late ones")
    void countsTheStoryInAnyOrder(@ForAll long seed) {
        assertSame(Story.happenings(), seed);
    }

    @Property(tries = 150)
    @Label("C3: a random life in two currencies, shuffled across topics, with repeats and late ones")
    void countsAnyLifeInAnyOrder(@ForAll long seed) {
        assertSame(Lives.of(LIN, new Random(seed)), seed);
    }

    @Property(tries = 40)
    @Label("C2, C3: a replay from the beginning changes nothing and tells nothing")
    void isTheSameAfterAReplay(@ForAll long seed) {
        var life = Lives.of(LIN, new Random(seed));
        var crm = new CrmInMemory().hear(life);
        var before = crm.customer();
        int told = crm.customers.store.published().size();
        var trail = crm.trail.everything(before.customerId());

        crm.hear(life).hear(Shuffling.of(life, new Random(seed)));

        assertThat(crm.customer()).isEqualTo(before);
        assertThat(crm.customers.store.published()).hasSize(told);
        assertThat(crm.trail.everything(before.customerId())).isEqualTo(trail);
    }

    private static void assertSame(List<Happening> events, long seed) {
        var straight = new CrmInMemory().hear(events).customer();
        var crm = new CrmInMemory().hear(Shuffling.of(events, new Random(seed)));
        var customer = crm.customer();
        Figures recounted = Recount.of(events);
        assertThat(customer.figures()).isEqualTo(recounted);
        assertThat(customer).usingRecursiveComparison().ignoringFields("firstHeard").isEqualTo(straight);
        assertThat(crm.trail.types(customer.customerId())).hasSize((int) events.stream().distinct().count());
    }
}

package io.shopcare.presale.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;
import io.shopcare.presale.conversations.AssignmentReason;
import io.shopcare.presale.conversations.ConversationChanged;
import io.shopcare.presale.conversations.ConversationsInMemory;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P2: who waits is given to who is free")
class RoutingTest {
    private static final String SHOP = "nuanyang";
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final MutableClock clock = MutableClock.at("2026-11-10T01:20:00Z");
    private final ArrayList<ConversationChanged> heard = new ArrayList<>();
    private final ConversationsInMemory conversations = new ConversationsInMemory(clock, heard::add);
    private final InMemoryAggregateStore<Agent> store = new InMemoryAggregateStore<>();
    private final Agents agents = new Agents(store, clock);
    private final RosterInMemory roster = new RosterInMemory(store);
    private final Router router = new Router(conversations, roster, agents, conversations.assign());
    private final Sweep sweep = new Sweep(conversations.conversations(), roster, agents, conversations.assign(), router,
            GRACE, clock);
    private final RoutingDesk desk = new RoutingDesk(router, sweep, agents, Runnable::run);

    private void online(String person, int capacity, String... languages) {
        present(person, Presence.ONLINE, capacity, languages);
    }

    private void present(String person, Presence presence, int capacity, String... languages) {
        store.decideOrCreate(Agent.idOf(SHOP, person), CommandContext.bySystem("test"),
                () -> Agent.absent(SHOP, person).present(presence, capacity, Set.of(languages), null),
                agent -> agent.present(presence, capacity, Set.of(languages), null)).orThrow();
    }

    private String waits(String buyer) {
        clock.advance(Duration.ofMillis(10));
        return conversations.queued(buyer, "zh-CN", null);
    }

    private int load(String person) {
        return agents.find(Agent.idOf(SHOP, person)).orElseThrow().load();
    }

    @Test
    void servesInTheOrderOfWaiting() {
        var first = waits("a");
        var second = waits("b");
        online("mei", 1, "zh-CN");
        router.route(SHOP);
        assertThat(conversations.agentOf(first)).isEqualTo("mei");
        assertThat(conversations.agentOf(second)).isNull();
        assertThat(conversations.position(conversations.conversations().find(second).orElseThrow())).isEqualTo(1);
    }

    @Test
    void sendsAReturningBuyerToTheAgentWhoKnowsThem() {
        online("mei", 3, "zh-CN");
        online("jun", 3, "zh-CN");
        router.route(SHOP);
        var other = waits("a");
        router.route(SHOP);
        var known = conversations.queued("b", "zh-CN", conversations.agentOf(other));
        router.route(SHOP);
        assertThat(conversations.agentOf(known)).isEqualTo(conversations.agentOf(other));
        assertThat(conversations.reasonOf(known)).isEqualTo(AssignmentReason.LAST_AGENT);
    }

    @Test
    void doesNotLetAReturningBuyerWaitForABusyAgent() {
        online("mei", 1, "zh-CN");
        online("jun", 1, "zh-CN");
        conversations.queued("a", "zh-CN", "mei");
        router.route(SHOP);
        var second = conversations.queued("b", "zh-CN", "mei");
        router.route(SHOP);
        assertThat(conversations.agentOf(second)).isEqualTo("jun");
        assertThat(conversations.reasonOf(second)).isEqualTo(AssignmentReason.LEAST_LOADED);
    }

    @Test
    void spreadsTheLoadByCapacity() {
        online("mei", 6, "zh-CN");
        online("jun", 3, "zh-CN");
        for (int i = 0; i < 6; i++)
            waits("b" + i);
        router.route(SHOP);
        assertThat(load("mei")).isEqualTo(4);
        assertThat(load("jun")).isEqualTo(2);
    }

    @Test
    void asksForTheLanguage() {
        online("mei", 5, "zh-CN");
        var tom = conversations.queued("tom", "en", null);
        router.route(SHOP);
        assertThat(conversations.agentOf(tom)).isNull();
        online("jun", 5, "en");
        router.route(SHOP);
        assertThat(conversations.agentOf(tom)).isEqualTo("jun");
    }

    @Test
    void aLongQueueInOneLanguageDoesNotHideAnother() {
        online("jun", 5, "en");
        for (int i = 0; i < 120; i++)
            waits("b" + i);
        var tom = conversations.queued("tom", "en", null);
        router.route(SHOP);
        assertThat(conversations.agentOf(tom)).isEqualTo("jun");
    }

    @Test
    void fillsAFreePlaceAtOnce() {
        online("mei", 1, "zh-CN");
        var first = waits("a");
        var second = waits("b");
        router.route(SHOP);
        heard.clear();
        conversations.close(first);
        List.copyOf(heard).forEach(desk::changed);
        assertThat(conversations.agentOf(second)).isEqualTo("mei");
        assertThat(load("mei")).isEqualTo(1);
    }

    @Test
    void whoIsAwayGetsNothing() {
        online("mei", 5, "zh-CN");
        present("mei", Presence.AWAY, 5, "zh-CN");
        var waiting = waits("a");
        desk.call(SHOP);
        assertThat(conversations.agentOf(waiting)).isNull();
    }

    @Test
    @DisplayName("P2: a crash between reserving and giving is found, and the conversation is given")
    void carriesOutWhatADeadRouterReserved() {
        online("mei", 1, "zh-CN");
        var waiting = waits("a");
        agents.reserve(Agent.idOf(SHOP, "mei"), waiting, 1);
        sweep.run();
        assertThat(conversations.agentOf(waiting)).as("its router may be alive").isNull();
        clock.advance(GRACE);
        sweep.run();
        assertThat(conversations.agentOf(waiting)).isEqualTo("mei");
        assertThat(load("mei")).isEqualTo(1);
    }

    @Test
    @DisplayName("P2: a crash between the end and giving back is found, and the place is free")
    void freesWhatADeadProgramKept() {
        online("mei", 1, "zh-CN");
        var first = waits("a");
        router.route(SHOP);
        conversations.close(first); // nobody hears of it
        var second = waits("b");
        sweep.run();
        assertThat(conversations.agentOf(second)).isEqualTo("mei");
    }

    @Test
    void aReservationOnSomebodyWhoLeftIsMadeVoidBeforeItIsGivenBack() {
        online("mei", 1, "zh-CN");
        var waiting = waits("a");
        agents.reserve(Agent.idOf(SHOP, "mei"), waiting, 1);
        present("mei", Presence.OFFLINE, 1, "zh-CN");
        clock.advance(GRACE);
        sweep.run();
        assertThat(load("mei")).isZero();
        assertThat(conversations.assign().handle(waiting, 1, "mei", null, AssignmentReason.LEAST_LOADED))
                .as("the slow router comes too late").isFalse();
        online("jun", 1, "zh-CN");
        sweep.run();
        assertThat(conversations.agentOf(waiting)).isEqualTo("jun");
        assertThat(conversations.roundOf(waiting)).isEqualTo(2);
    }

    @Test
    void whoLosesTheConversationGivesThePlaceBack() {
        online("mei", 1, "zh-CN");
        online("jun", 1, "zh-CN");
        var waiting = waits("a");
        agents.reserve(Agent.idOf(SHOP, "jun"), waiting, 1);
        conversations.assign().handle(waiting, 1, "mei", null, AssignmentReason.LEAST_LOADED);
        sweep.run();
        assertThat(load("jun")).isZero();
    }
}

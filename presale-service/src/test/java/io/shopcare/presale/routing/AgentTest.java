package io.shopcare.presale.routing;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P2: places on an agent")
class AgentTest {
    private static final Instant NOW = Instant.parse("2026-11-10T01:20:00Z");

    @Test
    void takesNoMoreThanTheCapacity() {
        var full = after(after(online(2).reserve("a", 1, NOW)).reserve("b", 1, NOW));
        assertThat(refusal(full.reserve("c", 1, NOW))).isEqualTo("agent-at-capacity");
        assertThat(after(after(full.release("a", 1)).reserve("c", 1, NOW)).load()).isEqualTo(2);
    }

    @Test
    void reservingAndGivingBackAgainDoesNothing() {
        var one = after(online(2).reserve("a", 1, NOW));
        assertThat(after(one.reserve("a", 1, NOW.plusSeconds(1)))).isEqualTo(one);
        assertThat(after(one.release("b", 1))).isEqualTo(one);
    }

    @Test
    void aLateReturnDoesNotTakeThePlaceOfTheNextRound() {
        var again = after(online(2).reserve("a", 2, NOW));
        assertThat(after(again.release("a", 1)).load()).isEqualTo(1);
    }

    @Test
    void whoIsNotOnlineGetsNothingAndKeepsWhatTheyHave() {
        var busy = after(after(online(2).reserve("a", 1, NOW)).present(Presence.BUSY, 2, Set.of("en"), null));
        assertThat(refusal(busy.reserve("b", 1, NOW))).isEqualTo("agent-not-online");
        assertThat(busy.load()).isEqualTo(1);
    }

    @Test
    void aLowerCapacityTakesNothingAway() {
        var two = after(after(online(2).reserve("a", 1, NOW)).reserve("b", 1, NOW));
        var less = after(two.present(Presence.ONLINE, 1, Set.of("en"), null));
        assertThat(less.load()).isEqualTo(2);
        assertThat(refusal(after(less.release("a", 1)).reserve("c", 1, NOW))).isEqualTo("agent-at-capacity");
    }

    private static Agent online(int capacity) {
        return after(Agent.absent("nuanyang", "mei").present(Presence.ONLINE, capacity, Set.of("zh-CN"), "小美"));
    }

    private static Agent after(Decision<Agent> decision) {
        if (decision instanceof Decision.Accepted<Agent> accepted)
            return accepted.aggregate();
        throw new AssertionError(decision.toString());
    }

    private static String refusal(Decision<Agent> decision) {
        return decision instanceof Decision.Rejected<Agent>(Rejection why) ? why.code() : "accepted";
    }
}

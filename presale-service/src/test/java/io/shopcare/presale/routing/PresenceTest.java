package io.shopcare.presale.routing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.store.Decision;
import io.shopcare.presale.FacetPicture;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P2: presence")
class PresenceTest {

    @Test
    void allStatesAreReachedAndLeft() throws IOException {
        var arrows = Arrays.stream(Presence.values())
                .flatMap(from -> from.next().stream().sorted()
                        .map(to -> new FacetPicture.Arrow(name(from), name(to), "the agent says so")))
                .toList();
        var picture = new FacetPicture("offline", arrows);
        assertThat(picture.reachable()).hasSize(Presence.values().length);
        picture.isCommittedAs("agent-presence.md", "Presence of an agent", Set.of());
    }

    /** In every state every wish has an answer, and it is that of the table. */
    @Test
    void everyWishHasAnAnswer() {
        for (var from : Presence.values())
            for (var to : Presence.values()) {
                var agent = new Agent("nuanyang", "mei", null, from, 3, Set.of("zh-CN"), List.of(), 0, null);
                assertThat(agent.present(to, 3, Set.of("zh-CN"), null) instanceof Decision.Accepted)
                        .as("%s to %s", from, to).isEqualTo(from == to || from.next().contains(to));
            }
    }

    private static String name(Presence presence) {
        return presence.name().toLowerCase(Locale.ROOT);
    }
}

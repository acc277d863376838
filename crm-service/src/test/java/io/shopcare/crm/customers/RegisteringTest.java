package io.shopcare.crm.customers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.buyers.Buyer;

import static org.assertj.core.api.Assertions.assertThat;

/** Events about a customer who is not known yet make the profile, once. */
class RegisteringTest {
    private static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    private static final FirstHeard ASKED = new FirstHeard("conversation.opened.v1", "c1");

    private final CustomerKit crm = new CustomerKit();

    @Test
    @DisplayName("C1: the first event makes the profile, later ones find it")
    void registersOnce() {
        var id = crm.register.handle(LIN, ASKED);
        assertThat(crm.register.handle(LIN, new FirstHeard("order.placed.v1", "o1"))).isEqualTo(id);
        assertThat(crm.customer(id).buyers()).containsExactly(LIN);
        assertThat(crm.store.published(CustomerEvent.Registered.class))
                .containsExactly(new CustomerEvent.Registered("nuanyang", id, List.of(LIN), ASKED));
    }

    @Test
    @DisplayName("C1: the same id in another shop or channel is another buyer")
    void keepsShopsAndChannelsApart() {
        var ids = new HashSet<>(List.of(crm.register.handle(LIN, ASKED),
                crm.register.handle(new Buyer("harbor", "web", "lin"), ASKED),
                crm.register.handle(new Buyer("nuanyang", "app", "lin"), ASKED)));
        assertThat(ids).hasSize(3);
    }

    @Test
    @DisplayName("C1: of many who hear of a buyer at once, all mean the same profile")
    void registersOnceInARace() throws Exception {
        var ids = new ConcurrentLinkedQueue<String>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 16; i++)
            threads.add(Thread.startVirtualThread(() -> ids.add(crm.register.handle(LIN, ASKED))));
        for (var thread : threads)
            thread.join();
        assertThat(ids).hasSize(16);
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(crm.store.published(CustomerEvent.Registered.class)).hasSize(1);
    }
}

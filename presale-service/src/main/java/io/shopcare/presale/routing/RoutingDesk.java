package io.shopcare.presale.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

import io.shopcare.presale.conversations.ConversationChanged;

/** Starts routing when there is cause: somebody waits, a place is free, an agent came, or time has passed. */
class RoutingDesk {
    private static final Logger log = LoggerFactory.getLogger(RoutingDesk.class);

    private final Router router;
    private final Sweep sweep;
    private final Agents agents;
    private final Executor executor;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    RoutingDesk(Router router, Sweep sweep, Agents agents, Executor executor) {
        this.router = router;
        this.sweep = sweep;
        this.agents = agents;
        this.executor = executor;
    }

    @EventListener
    void changed(ConversationChanged change) {
        var conversation = change.conversation();
        var standing = conversation.standing();
        var assignment = standing.assignment();
        if (standing.queue() != null) {
            if (change.lineMoved())
                call(conversation.shop());
        } else if (!standing.state().takesAPlace() && assignment != null)
            executor.execute(() -> logged(() -> {
                agents.release(Agent.idOf(conversation.shop(), assignment.agentId()), conversation.id(),
                        assignment.round());
                call(conversation.shop());
            }));
    }

    /** Routes a shop soon. Calls that come while it runs lead to one more run, not to one each. */
    void call(String shop) {
        var waiting = calls.computeIfAbsent(shop, _ -> new AtomicInteger());
        if (waiting.getAndIncrement() == 0)
            executor.execute(() -> work(shop, waiting));
    }

    private void work(String shop, AtomicInteger waiting) {
        int answered;
        do {
            answered = waiting.get();
            logged(() -> router.route(shop));
        } while (!waiting.compareAndSet(answered, 0));
    }

    @Scheduled(fixedDelayString = "${shopcare.presale.routing.sweep-every:3s}")
    void sweep() {
        logged(sweep::run);
    }

    /** What fails now is found by the next sweep. */
    private static void logged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("routing is left to the next sweep: {}", e.toString());
        }
    }
}

package io.shopcare.presale.conversations;

import java.time.Duration;

import io.shopcare.platform.testkit.time.MutableClock;

class WaitingLineInMemoryTest extends WaitingLineContract {
    private final MutableClock clock = MutableClock.at(Fixtures.MORNING);
    private final ConversationsInMemory all = new ConversationsInMemory(clock, _ -> {});

    @Override
    WaitingLine line() {
        return all;
    }

    @Override
    Conversation waits(String buyer, String language) {
        clock.advance(Duration.ofMillis(5));
        return all.conversations().find(all.queued(buyer, language, null)).orElseThrow();
    }

    @Override
    void leaves(Conversation conversation) {
        all.close(conversation.id());
    }
}

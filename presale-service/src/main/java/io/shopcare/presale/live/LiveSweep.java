package io.shopcare.presale.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import io.shopcare.presale.conversations.ConversationVersions;

/** Covers lost hints: looks at all followed conversations in few questions and serves those that changed. */
class LiveSweep {
    private static final Logger log = LoggerFactory.getLogger(LiveSweep.class);
    private static final int AT_ONCE = 500;

    private final LiveHub hub;
    private final ConversationVersions versions;
    private final SocketTickets tickets;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    LiveSweep(LiveHub hub, ConversationVersions versions, SocketTickets tickets) {
        this.hub = hub;
        this.versions = versions;
        this.tickets = tickets;
    }

    @Scheduled(fixedDelayString = "${shopcare.presale.live.sweep-every:5s}")
    void run() {
        hub.endTheDead();
        try {
            tickets.forgetExpired();
            serveWhatChanged();
        } catch (MongoException e) {
            log.warn("the sweep of the sockets could not read: {}", e.toString());
        }
    }

    private void serveWhatChanged() {
        Set<String> followed = new HashSet<>();
        hub.followings().forEach(following -> followed.add(following.conversationId()));
        seen.keySet().retainAll(followed);
        var ids = new ArrayList<>(followed);
        for (int from = 0; from < ids.size(); from += AT_ONCE)
            versions.of(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))).forEach((id, version) -> {
                if (!version.equals(seen.put(id, version)))
                    hub.serve(id);
            });
        hub.poke(Following::isQueued);
    }
}

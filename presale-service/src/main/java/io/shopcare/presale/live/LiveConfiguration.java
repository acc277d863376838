package io.shopcare.presale.live;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

import io.shopcare.platform.events.EventSettings;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.presale.conversations.ConversationAccess;
import io.shopcare.presale.conversations.ConversationVersions;
import io.shopcare.presale.conversations.PostMessage;

/** Sockets, hints and their sweep. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration {
    static final String PATH = "/ws/presale";
    private static final int HINT_PARTITIONS = 4;

    @Bean
    NewTopic hintTopic(LiveSettings settings, EventSettings events) {
        return TopicBuilder.name(settings.hintTopic()).partitions(HINT_PARTITIONS).replicas(events.replication())
                .config(TopicConfig.RETENTION_MS_CONFIG, "60000").build();
    }

    @Bean(destroyMethod = "close")
    ExecutorService liveThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-", 0).factory());
    }

    @Bean
    LiveHub liveHub(ExecutorService liveThreads, LiveSettings settings, Clock clock) {
        return new LiveHub(liveThreads, settings, clock);
    }

    @Bean
    LiveInstance liveInstance() {
        return new LiveInstance(Ids.next());
    }

    /** Tells instances apart. */
    record LiveInstance(String id) {}

    @Bean
    KafkaHints kafkaHints(KafkaProperties kafka, ObjectProvider<SslBundles> ssl, LiveSettings settings, LiveHub hub,
            LiveInstance instance) {
        Map<String, Object> clients = new HashMap<>(kafka.buildAdminProperties(ssl.getIfAvailable()));
        clients.put(CommonClientConfigs.CLIENT_ID_CONFIG, "presale-hints-" + instance.id());
        return new KafkaHints(clients, settings.hintTopic(),
                hint -> heard(hint, instance, hub));
    }

    /** Our own sockets were served at once. */
    private static void heard(Hint hint, LiveInstance instance, LiveHub hub) {
        if (!hint.instance().equals(instance.id()))
            hub.serve(hint);
    }

    @Bean
    LiveRelay liveRelay(LiveInstance instance, LiveHub hub, Hints hints) {
        return new LiveRelay(instance.id(), hub, hints);
    }

    @Bean
    LiveSweep liveSweep(LiveHub hub, ConversationVersions versions, SocketTickets tickets) {
        return new LiveSweep(hub, versions, tickets);
    }

    @Bean
    MeterBinder openSockets(LiveHub hub) {
        return meters -> Gauge.builder("shopcare.presale.sockets", hub, LiveHub::size)
                .description("sockets open at this instance").register(meters);
    }

    @Bean
    FrameDesk frameDesk(ConversationAccess access, PostMessage postMessage, LiveSources sources, ReadMarks marks,
            LiveRelay relay, ProblemCatalogue problems, ExecutorService liveThreads, LiveSettings settings,
            Clock clock) {
        return new FrameDesk(access, postMessage, sources, marks, relay, problems, liveThreads, settings, clock);
    }

    @Bean
    WebSocketConfigurer sockets(LiveHub hub, FrameDesk desk, Frames frames, SocketTickets tickets,
            LiveSettings settings, Clock clock) {
        return registry -> registry.addHandler(new LiveSocketHandler(hub, desk, frames, settings, clock), PATH)
                .addInterceptors(new TicketHandshake(tickets, hub)).setAllowedOriginPatterns("*");
    }

    /** Says farewell before the server stops, so that clients come again to another instance. */
    @Bean
    SmartLifecycle farewell(LiveHub hub) {
        return new Farewell(hub);
    }
}

package io.shopcare.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

import io.shopcare.platform.parking.Parking;

/**
 * Runs the consumers of all subscriptions, and stops them before the relay. The broker answers a waiting consumer with the
 * first record that comes; a dozen subscriptions to one busy topic then do little but ask and be answered for one record
 * that most of them do not want. So records may gather between two polls, but where somebody waits for them.
 */
final class Listeners implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);
    /** A record is handled within it, or comes again after the start. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /**
     * A commit for every poll cost the broker more than the records did. Whoever dies handles at most so much again,
     * which changes nothing; whoever stops commits first.
     */
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
    private static final int COMMIT_AFTER = 500;

    private final List<ConcurrentMessageListenerContainer<String, String>> containers = new ArrayList<>();
    private final EventSettings settings;
    private volatile boolean running;

    Listeners(ConcurrentKafkaListenerContainerFactory<String, String> factory, List<Subscription> subscriptions,
            String program, EventSettings settings, Parking parking, ObservationRegistry observations) {
        this.settings = settings;
        for (var subscription : subscriptions) {
            var container = factory.createContainer(subscription.topic());
            container.getContainerProperties().setGroupId(program + "." + subscription.name());
            var dispatcher = new Dispatcher(subscription, program, parking, observations);
            container.getContainerProperties().setMessageListener(dispatcher);
            container.getContainerProperties().setConsumerRebalanceListener(dispatcher.partitions());
            container.setCommonErrorHandler(AfterFailure.of(dispatcher, settings));
            container.getContainerProperties().setAckMode(ContainerProperties.AckMode.COUNT_TIME);
            container.getContainerProperties().setAckTime(COMMIT_EVERY.toMillis());
            container.getContainerProperties().setAckCount(COMMIT_AFTER);
            container.getContainerProperties().setPollTimeout(COMMIT_EVERY.toMillis());
            if (!subscription.prompt())
                container.getContainerProperties().setIdleBetweenPolls(settings.gather().toMillis());
            container.setConcurrency(settings.concurrency());
            container.setBeanName(subscription.name());
            containers.add(container);
        }
    }

    @Override
    public void start() {
        if (settings.listen())
            containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    /** All at once: each finishes the record that it is at and leaves its group. */
    @Override
    public void stop() {
        var left = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(left::countDown));
        try {
            if (!left.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS))
                log.warn("{} consumers are still at their record", left.getCount());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopOrder.LISTENERS;
    }
}

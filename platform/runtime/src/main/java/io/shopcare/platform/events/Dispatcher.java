package io.shopcare.platform.events;

import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

import io.shopcare.platform.parking.Parking;
import io.shopcare.platform.parking.Reader;

/** Gives each record of a topic to the handler of its type; records of parked keys queue. */
final class Dispatcher implements MessageListener<String, String> {
    private final Subscription subscription;
    private final Reader reader;
    private final Parking parking;
    private final Observed observed;
    private final FreePartitions free;

    Dispatcher(Subscription subscription, String program, Parking parking, ObservationRegistry observations) {
        this.subscription = subscription;
        this.observed = new Observed(observations, subscription.name(), program + "." + subscription.name());
        this.reader = subscription.readBy(program);
        this.parking = parking;
        this.free = new FreePartitions(partition -> parking.holdsAny(reader, partition), System::nanoTime);
    }

    /** Has to hear which partitions it is given. */
    ConsumerRebalanceListener partitions() {
        return free;
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> record) {
        try {
            if (subscription.wants(record))
                observed.work(record, () -> handle(record));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) { // else the consumer stops
            throw HandlerFailure.of(e);
        }
    }

    private void handle(ConsumerRecord<String, String> record) {
        if (free.contains(record.partition()) || !parking.queues(reader, record))
            reader.handler().accept(record);
    }

    /** Takes a record that failed. */
    void park(ConsumerRecord<String, String> record, Throwable thrown) {
        var failure = HandlerFailure.in(thrown);
        var why = failure.getCause() == null ? failure : failure.getCause();
        free.parksIn(record.partition());
        observed.work(record, () -> parking.park(reader, record, why));
    }
}

package io.shopcare.platform.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

import io.shopcare.platform.parking.Parking;
import io.shopcare.platform.parking.Reader;

/** Gives each record of a topic to the handler of its type; records of parked keys queue. */
final class Dispatcher implements MessageListener<String, String> {
    private final Subscription subscription;
    private final Reader reader;
    private final Parking parking;

    Dispatcher(Subscription subscription, String program, Parking parking) {
        this.subscription = subscription;
        this.reader = subscription.readBy(program);
        this.parking = parking;
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> record) {
        try {
            if (subscription.wants(record) && !parking.queues(reader, record))
                reader.handler().accept(record);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) { // else the consumer stops
            throw HandlerFailure.of(e);
        }
    }

    /** Takes a record that failed. */
    void park(ConsumerRecord<String, String> record, Throwable thrown) {
        var failure = HandlerFailure.in(thrown);
        parking.park(reader, record, failure.getCause() == null ? failure : failure.getCause());
    }
}

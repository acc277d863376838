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
        this.reader = reader(subscription, program);
        this.parking = parking;
    }

    /** The reading of a subscription by a program. */
    static Reader reader(Subscription subscription, String program) {
        return new Reader(program + "." + subscription.name(), subscription.name(), subscription.topic(),
                record -> handle(subscription, record));
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> record) {
        if (isWanted(record) && !parking.queues(reader, record))
            reader.handler().accept(record);
    }

    /** Takes a record that failed. */
    void park(ConsumerRecord<String, String> record, Throwable thrown) {
        parking.park(reader, record, thrown);
    }

    /** What does not say what it is is wanted too: somebody has to look at it. */
    private boolean isWanted(ConsumerRecord<String, String> record) {
        return CloudEventHeaders.get(record.headers(), CloudEventHeaders.TYPE)
                .map(subscription.types()::contains).orElse(true);
    }

    private static void handle(Subscription subscription, ConsumerRecord<String, String> record) {
        var data = RecordReader.data(record);
        subscription.deliver(RecordReader.meta(record, data), data);
    }
}

package io.shopcare.platform.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.parking.Reader;

/**
 * What one consumer group wants of one topic. Declared as a bean, for example
 *
 * <pre>{@code
 * Subscription.to("shopcare.aftersale.cases").as("refunds").on("refund.asked.v1", RefundAsked.class, refunds::ask)
 * }</pre>
 *
 * A handler is called at least once per event, in sequence per aggregate; it has to bear repeats. Types that nobody
 * asked for are passed over. An event that leaves out what the handler's record has to have (a component that is not
 * {@link Nullable}) is not handed over, but parked. A handler that throws is called again: for ever while something around is away, else for a
 * while, and then the record is parked with its key. Nothing of the key overtakes.
 *
 * It says what it is for: it keeps a read model, which can be built anew from the topic, or it acts (commands aggregates,
 * tells people), which is never done again; or both.
 *
 * @param topic    to read, from its beginning at first
 * @param name     of the group within this program
 * @param handlers by event type
 * @param acts     whether something is done that a rebuild must not do
 * @param keeps    what a rebuild compares; null when it keeps nothing
 * @param prompt   whether somebody waits for it, so that its records do not gather first
 */
public record Subscription(String topic, String name, Map<String, Handler<?>> handlers, boolean acts,
        @Nullable ReadModel keeps, boolean prompt) {
    private static final ObjectReader READER = Json.WIRE.reader(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /**
     * @param dataType the consumer's own record of the fields that it needs
     * @param action   what to do with it
     */
    record Handler<T>(Class<T> dataType, BiConsumer<EventMeta, T> action) {
        void handle(EventMeta meta, JsonNode data) throws JsonProcessingException {
            var told = READER.treeToValue(data, dataType);
            WholeRecord.check(meta.type(), told);
            action.accept(meta, told);
        }
    }

    public Subscription {
        handlers = Map.copyOf(handlers);
    }

    /** Starts the description of a subscription. */
    public static Topic to(String topic) {
        return new Topic(topic);
    }

    /** Event types that this subscription reads: a contract test holds each against the producer's samples. */
    public Set<String> types() {
        return handlers.keySet();
    }

    /** The consumer's record for a type that it reads. */
    public Class<?> dataType(String type) {
        var handler = handlers.get(type);
        if (handler == null)
            throw new IllegalArgumentException(name + " does not read " + type);
        return handler.dataType();
    }

    /** Hands an event to the handler of its type, as the broker's listener does; passes over what nobody asked for. */
    public void deliver(EventMeta meta, JsonNode data) {
        var handler = handlers.get(meta.type());
        if (handler == null)
            return;
        try {
            handler.handle(meta, data);
        } catch (JsonMappingException e) { // its message quotes the value, its path does not
            throw new UnreadableEventException(meta.type() + " does not fit " + e.getPathReference(), e);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(meta.type(), e);
        }
    }

    /** A topic that still needs a group. */
    public record Topic(String topic) {
        /** Names the group; the program's name comes before it. */
        public Subscription as(String name) {
            return new Subscription(topic, name, Map.of(), false, null, false);
        }
    }

    /** The same, with a handler for one more type. */
    public <T> Subscription on(String type, Class<T> dataType, BiConsumer<EventMeta, T> action) {
        var more = new LinkedHashMap<>(handlers);
        more.put(type, new Handler<>(dataType, action));
        return new Subscription(topic, name, more, acts, keeps, prompt);
    }

    /** The same, known to act: a rebuild leaves it alone, but for what it keeps. */
    public Subscription acting() {
        return new Subscription(topic, name, handlers, true, keeps, prompt);
    }

    /** The same, known to keep what its topic tells. */
    public Subscription keeping(ReadModel model) {
        return new Subscription(topic, name, handlers, acts, model, prompt);
    }

    /** The same, asking for each record at once: for what somebody waits for, at the price of a question per record. */
    public Subscription promptly() {
        return new Subscription(topic, name, handlers, acts, keeps, true);
    }

    /** How a program reads it. */
    public Reader readBy(String program) {
        return new Reader(program + "." + name, name, topic, this::handle);
    }

    /** Whether somebody asked for it, or has to look at it because it does not say what it is. */
    public boolean wants(ConsumerRecord<String, String> record) {
        return CloudEventHeaders.get(record.headers(), CloudEventHeaders.TYPE).map(handlers::containsKey).orElse(true);
    }

    private void handle(ConsumerRecord<String, String> record) {
        var data = RecordReader.data(record);
        deliver(RecordReader.meta(record, data), data);
    }
}

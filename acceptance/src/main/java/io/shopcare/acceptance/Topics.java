package io.shopcare.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shopcare.platform.testkit.services.TopicReader;
import io.shopcare.platform.testkit.services.TopicReader.Heard;

/** What another team hears: all public topics, from their beginning. */
final class Topics implements AutoCloseable {
    static final List<String> ALL = List.of("shopcare.presale.conversations", "shopcare.order.orders",
            "shopcare.order.parcels", "shopcare.order.interceptions", "shopcare.order.shortages",
            "shopcare.order.stock", "shopcare.order.refunds", "shopcare.order.products", "shopcare.order.skus",
            "shopcare.order.offers", "shopcare.aftersale.cases", "shopcare.crm.customers",
            "shopcare.crm.blacklist");

    private final Map<String, TopicReader> readers = new HashMap<>();

    Topics(String broker) {
        ALL.forEach(topic -> readers.put(topic, new TopicReader(topic, broker)));
    }

    /** The event of this type of this aggregate, once it is there. */
    Heard await(String topic, String subject, String type) {
        return reader(topic).until(event -> event.subject().equals(subject) && event.type().equals(type), 1)
                .getFirst();
    }

    /** Every record of every topic so far. */
    List<Heard> all() {
        return readers.values().stream().flatMap(reader -> reader.all().stream()).toList();
    }

    private TopicReader reader(String topic) {
        var reader = readers.get(topic);
        if (reader == null)
            throw new IllegalArgumentException(topic);
        return reader;
    }

    @Override
    public void close() {
        readers.values().forEach(TopicReader::close);
    }
}

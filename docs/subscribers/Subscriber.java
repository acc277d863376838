import static java.nio.charset.StandardCharsets.UTF_8;
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the orders of all shops and counts what happened to them. With --once: up to the end of the topic. */
class Subscriber {
    private static final String TOPIC = "shopcare.order.orders";

    public static void main(String[] words) {
        boolean once = List.of(words).contains("--once");
        var settings = Map.<String, Object>of("bootstrap.servers", System.getenv().getOrDefault("SHOPCARE_BROKER", "localhost:9092"),
                "group.id", System.getenv().getOrDefault("SHOPCARE_GROUP", "a-subscriber-in-java"),
                "auto.offset.reset", "earliest", // topics are kept: a new subscriber hears all of the past
                "enable.auto.commit", false);    // done is what you have stored, not what you have read
        var last = new HashMap<String, Long>();  // keep both in your database, in one transaction
        var counts = new TreeMap<String, Integer>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (!once || consumer.assignment().isEmpty() || consumer.endOffsets(consumer.assignment()).entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    long sequence = Long.parseLong(new String(record.headers().lastHeader("ce_sequence").value(), UTF_8));
                    if (sequence <= last.getOrDefault(record.key(), 0L))
                        continue;                // may come again; what is not newer was heard
                    last.put(record.key(), sequence);
                    var type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
                    counts.merge(type, 1, Integer::sum); // types and fields you do not know: pass over them
                    if (type.equals("order.placed.v1") && !once)
                        System.out.println(record.value());
                }
                consumer.commitSync();
            }
        }
        System.out.println(counts.toString().replaceAll("([\\w.-]+)=", "\"$1\":").replace(", ", ","));
    }
}

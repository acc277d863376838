package io.shopcare.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * Makes many times the stored data of what is there: whatever belongs to an order, a conversation or a buyer of the benches
 * is copied, with other ids, digests and buyers that fit together across all databases. The shop's articles stay as many.
 */
final class MoreData {
    private static final List<String> DATABASES = List.of("presale", "order", "aftersale", "crm", "sandbox");
    /** Ids, digests, and the crowd; what may change is the last group. */
    private static final Pattern NAMES = Pattern.compile(
            "(\\b[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-|\\b[0-9a-f]{20}(?=[0-9a-f]{12}\\b)|\\bbuyer-)"
                    + "([0-9a-f]{12}\\b|\\d+\\b)");
    private static final int HEX_DIGITS = 12;
    private static final long SPREAD = 0x9E37_79B9_7F4AL;
    private static final long LOW = 0xFFFF_FFFF_FFFFL;
    private static final JsonWriterSettings EXACT = JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final int BATCH = 500;

    private final String address;

    MoreData(String address) {
        this.address = address;
    }

    /** Returns how many documents came to be; nothing may be under way meanwhile. */
    long times(int factor) {
        long made = 0;
        try (MongoClient client = MongoClients.create(address)) {
            for (var name : DATABASES)
                for (var collection : client.getDatabase(name).listCollectionNames().into(new ArrayList<>()))
                    made += copy(client.getDatabase(name).getCollection(collection), factor - 1);
        }
        return made;
    }

    private static long copy(MongoCollection<Document> collection, int copies) {
        var texts = new ArrayList<String>();
        for (var document : collection.find())
            if (NAMES.matcher(String.valueOf(document.get("_id"))).find())
                texts.add(document.toJson(EXACT));
        long made = 0;
        var batch = new ArrayList<Document>();
        for (int copy = 1; copy <= copies; copy++)
            for (var text : texts) {
                batch.add(Document.parse(renamed(text, copy)));
                if (batch.size() == BATCH)
                    made += insert(collection, batch);
            }
        return made + insert(collection, batch);
    }

    /** The same name for the same name, whichever document it stands in. */
    static String renamed(String text, int copy) {
        return NAMES.matcher(text).replaceAll(found -> found.group(1) + (found.group(1).equals("buyer-")
                ? found.group(2) + "0" + copy
                : hex((Long.parseLong(found.group(2), 16) ^ copy * SPREAD) & LOW)));
    }

    private static String hex(long number) {
        var digits = Long.toHexString(number);
        return "0".repeat(HEX_DIGITS - digits.length()) + digits;
    }

    private static long insert(MongoCollection<Document> collection, List<Document> batch) {
        if (batch.isEmpty())
            return 0;
        try {
            return collection.insertMany(batch, new InsertManyOptions().ordered(false)).getInsertedIds().size();
        } catch (MongoBulkWriteException e) {
            return e.getWriteResult().getInsertedCount(); // of an earlier time
        } finally {
            batch.clear();
        }
    }
}

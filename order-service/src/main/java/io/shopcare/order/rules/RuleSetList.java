package io.shopcare.order.rules;

import java.util.ArrayList;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Cursors;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** The versions of a shop's rules, the newest first. */
@Component
class RuleSetList implements DraftRuleSet.Numbers {
    static final String COLLECTION = "rule_sets";
    private static final String NUMBER = "state.number";

    private final MongoCollection<Document> sets;

    RuleSetList(MongoDatabase database) {
        sets = database.getCollection(COLLECTION);
        sets.createIndex(compoundIndex(ascending("shop"), descending(NUMBER)));
    }

    Page<RuleSet> page(String shop, @Nullable Cursor after, int limit) {
        var found = query(shop, after, limit)
                .map(document -> Json.STORED.convertValue(document.get("state"), RuleSet.class))
                .into(new ArrayList<>());
        return Page.of(found, limit, set -> Cursor.of(Integer.toString(set.number())));
    }

    @Override
    public int latest(String shop) {
        return page(shop, null, 1).items().stream().mapToInt(RuleSet::number).findFirst().orElse(0);
    }

    FindIterable<Document> query(String shop, @Nullable Cursor after, int limit) {
        var filter = after == null
                ? eq("shop", shop)
                : and(eq("shop", shop), lt(NUMBER, Cursors.number(after.keys().getFirst())));
        return sets.find(filter).sort(descending(NUMBER)).limit(limit + 1);
    }
}

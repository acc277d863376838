package io.shopcare.order.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

/** Imports that nobody reads, and the rows of an import that could not be taken. */
@Component
class ImportLists {
    private static final String LEASE = "state.leasedTo";

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> rows;

    ImportLists(MongoDatabase database) {
        imports = database.getCollection("imports");
        rows = database.getCollection(OrderImport.BAD_ROWS);
        imports.createIndex(ascending(LEASE), new IndexOptions().partialFilterExpression(exists(LEASE)));
        rows.createIndex(ascending("parent", "line"));
    }

    List<String> abandoned(Instant now, int limit) {
        return abandonedQuery(now, limit).map(document -> document.getString("_id")).into(new ArrayList<>());
    }

    Page<BadRow> badRows(String importId, @Nullable Cursor after, int limit) {
        return Page.of(badRowsQuery(importId, after, limit).map(ImportLists::row).into(new ArrayList<>()), limit,
                row -> Cursor.of(Long.toString(row.line())));
    }

    FindIterable<Document> abandonedQuery(Instant now, int limit) {
        return imports.find(lte(LEASE, Date.from(now))).sort(ascending(LEASE)).projection(new Document("_id", 1))
                .limit(limit);
    }

    FindIterable<Document> badRowsQuery(String importId, @Nullable Cursor after, int limit) {
        var filter = eq("parent", importId);
        return rows.find(after == null
                ? filter
                : and(filter, gt("line", io.shopcare.order.orders.Cursors.number(after.keys().getFirst()))))
                .sort(ascending("parent", "line")).limit(limit + 1);
    }

    private static BadRow row(Document document) {
        return Json.STORED.convertValue(Map.of("line", document.get("line"), "orderNo",
                String.valueOf(document.get("orderNo")), "reason", document.get("reason"), "facts",
                document.get("facts")), BadRow.class);
    }
}

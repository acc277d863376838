package io.shopcare.platform.calendars;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.time.BusinessCalendar;
import io.shopcare.platform.time.HolidayCalendar;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** Business hours of every shop. A version is written once and stays: a decision can name the one that it went by. */
public final class ShopCalendars {
    private final MongoCollection<Document> stored;
    private final BusinessHours standard;
    private final Map<String, HolidayCalendar> holidays;
    private final Clock clock;

    ShopCalendars(MongoDatabase database, BusinessHours standard, Map<String, HolidayCalendar> holidays,
            Clock clock) {
        this.stored = database.getCollection("business_hours");
        this.stored.createIndex(compoundIndex(ascending("shop"), descending("version")));
        this.standard = standard;
        this.holidays = Map.copyOf(holidays);
        this.clock = clock;
    }

    /** What holds now: what the shop stored last, or the product's default. */
    public ShopCalendar of(String shop) {
        return Optional.ofNullable(newestFirst(shop, 1).first()).map(ShopCalendars::read)
                .orElseGet(() -> new ShopCalendar(shop, 0, standard, null, null));
    }

    /** The same as a calendar to count by. */
    public BusinessCalendar calendar(String shop, ZoneId ownZone) {
        var hours = of(shop).hours();
        return hours.calendar(holidays.getOrDefault(hours.jurisdiction(),
                new HolidayCalendar(hours.jurisdiction(), Map.of())), ownZone);
    }

    /** All versions that the shop has stored, the newest first. */
    public List<ShopCalendar> versions(String shop, int most) {
        return newestFirst(shop, most).map(ShopCalendars::read).into(new ArrayList<>());
    }

    /**
     * Stores the next version.
     *
     * @param seen the version that its author had before them
     * @return empty when another one was stored meanwhile
     */
    public Optional<ShopCalendar> store(String shop, long seen, BusinessHours hours, Actor by) {
        if (of(shop).version() != seen)
            return Optional.empty();
        var next = new ShopCalendar(shop, seen + 1, hours, by, clock.instant());
        try {
            stored.insertOne(new Document("_id", shop + "/" + Rider.number(next.version())).append("shop", shop)
                    .append("version", next.version())
                    .append("calendar", Json.STORED.convertValue(next, Document.class)));
            return Optional.of(next);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
                return Optional.empty();
            throw e;
        }
    }

    FindIterable<Document> newestFirst(String shop, int most) {
        return stored.find(eq("shop", shop)).sort(descending("version")).limit(most);
    }

    private static ShopCalendar read(Document document) {
        return Json.STORED.convertValue(document.get("calendar", Document.class), ShopCalendar.class);
    }
}

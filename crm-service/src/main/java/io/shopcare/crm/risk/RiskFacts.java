package io.shopcare.crm.risk;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.risk.RiskFact.OfCase;
import io.shopcare.crm.risk.RiskFact.OfParcel;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.json.Json;

/** Keeps what rules may count, one fact for each case and each parcel that was refused or came back. */
public final class RiskFacts {
    /** Collections of the facts. */
    public static final String CASES = "facts_risk_cases";
    /** Of parcels. */
    public static final String PARCELS = "facts_risk_parcels";

    private final Facts<RiskFact> cases;
    private final Facts<RiskFact> parcels;
    private final FactBook book;

    /** In the collections of this database. */
    public RiskFacts(MongoDatabase database) {
        cases = Facts.in(database, CASES, RiskFact.class, RiskFact.UNKNOWN).indexed("buyer");
        parcels = Facts.in(database, PARCELS, RiskFact.class, RiskFact.UNKNOWN).indexed("buyer");
        book = FactBook.in(database);
    }

    /** Whether a rule may say something else by it; true for a repeat too, what followed may have been lost. */
    public boolean hear(EventMeta event, JsonNode data) {
        return switch (event.type()) {
            case "case.opened.v1", "case.verified.v1" -> cases
                    .apply(event, fact -> fact.caused(event, read(data, OfCase.class))).isCurrent();
            case "case.refunded.v1" -> cases.apply(event, fact -> fact.refunded(event, read(data, OfCase.class)))
                    .isCurrent();
            case "tracking.updated.v1" -> RiskFact.REFUSED.equals(data.path("state").asText())
                    && parcels.apply(event, fact -> fact.refused(event, read(data, OfParcel.class))).isCurrent();
            case "parcel.returned.v1" -> parcels
                    .apply(event, fact -> fact.returned(event, read(data, OfParcel.class))).isCurrent();
            default -> false;
        };
    }

    /** All that is known of a buyer, as it is now. */
    public Behaviour of(Buyer buyer) {
        var ofBuyer = Map.of("buyer", buyer.key());
        return new Behaviour(cases.where(ofBuyer), parcels.where(ofBuyer),
                book.of(java.util.List.of(buyer)).purchases());
    }

    private static <T> T read(JsonNode data, Class<T> type) {
        return Json.WIRE.convertValue(data, type);
    }
}

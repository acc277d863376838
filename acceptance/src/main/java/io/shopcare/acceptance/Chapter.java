package io.shopcare.acceptance;

import java.time.Clock;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.ids.Ids;

/** A part of a story, played in one of the programs. */
abstract class Chapter {
    static final String SHOP = "nuanyang";
    static final String COAT = "COAT-WOOL-GREY-L";
    static final String SCARF = "SCARF-CASHMERE-GREY";
    static final String CONVERSATIONS = "shopcare.presale.conversations";
    static final String ORDERS = "shopcare.order.orders";
    static final String PARCELS = "shopcare.order.parcels";
    static final String REFUNDS = "shopcare.order.refunds";
    static final String CASES = "shopcare.aftersale.cases";

    final Sale sale;
    final Surroundings at;
    final People people;
    final Journal journal;
    final Clock clock;

    Chapter(Sale sale) {
        this.sale = sale;
        this.at = sale.at;
        this.people = sale.people;
        this.journal = sale.journal;
        this.clock = sale.clock;
    }

    abstract void play();

    /** The buyer's profile as crm knows it; missing before the first event. */
    final JsonNode customer() {
        return people.as("ke").get("/api/crm/customers/by-buyer?shop=" + SHOP + "&channel=web&buyerId=lin").json();
    }

    static String fresh() {
        return Ids.next();
    }
}

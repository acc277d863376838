package io.shopcare.acceptance;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What the chapters of a sale share: where it is played, by whom, and the ids of what has come of it so far. */
final class Sale {
    /** Seeded personal data: phone, name, address, e-mail. Nobody but those who need it may ever see it. */
    static final List<String> PERSONAL = List.of("13812345678", "林小雨", "文三路 478 号", "lin.xiaoyu@example.com");

    final Surroundings at;
    final People people;
    final Journal journal;
    final Clock clock;
    String conversation = "";
    String order = "";
    String parcel = "";
    String waybill = "";
    String theCase = "";
    JsonNode before = MissingNode.getInstance();

    Sale(Surroundings at, People people, Journal journal, Clock clock) {
        this.at = at;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }
}

package io.shopcare.order.blacklist;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.Sample;
import io.shopcare.platform.testkit.services.TestDatabase;

import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

/** What crm-service tells of its blacklist is found again by an order's buyer, phone and address. */
@Tag("O6")
class HearingOfTheBlacklistTest {
    private static final Buyer TOM = new Buyer("nuanyang", "web", "tom");

    private final MongoDatabase database = TestDatabase.fresh();
    private final BlacklistFacts blacklist = new BlacklistFacts(database, new BlacklistSettings(
            "local-blacklist-secret"));

    @Test
    @DisplayName("O6 a listed phone is found for whoever orders with it, until it is lifted or its time is over")
    void findsAListedPhone() {
        assertThat(blacklist.find(TOM, anAddress(), NOW)).isEmpty();
        hear("a-phone-is-listed", 1);
        hear("a-phone-is-listed", 1);
        assertThat(blacklist.find(TOM, anAddress(), NOW)).get().extracting(Blacklist.Entry::kind).isEqualTo("phone");
        assertThat(blacklist.find(new Buyer("harbor", "web", "tom"), anAddress(), NOW)).isEmpty();
        assertThat(blacklist.find(TOM, anAddress(), NOW.plus(Duration.ofDays(366)))).as("over").isEmpty();
        hear("it-is-lifted", 2);
        hear("a-phone-is-listed", 1);
        assertThat(blacklist.find(TOM, anAddress(), NOW)).as("a late repeat changes nothing").isEmpty();
    }

    @Test
    @DisplayName("O6 a listed buyer is found, whatever phone and address they give")
    void findsAListedBuyer() {
        hear("a-buyer-for-good", 1);
        assertThat(blacklist.find(LIN, anAddress(), NOW)).get().extracting(Blacklist.Entry::kind)
                .isEqualTo("buyer");
        assertThat(blacklist.find(TOM, anAddress(), NOW)).isEmpty();
        hear("a-phone-is-listed", 1);
        assertThat(blacklist.find(LIN, anAddress(), NOW)).get().as("of two the one about the buyer")
                .extracting(Blacklist.Entry::kind).isEqualTo("buyer");
    }

    @Test
    @DisplayName("O6 digests are made as the contract says")
    void makesTheKeysOfTheContract() throws IOException {
        JsonNode agreed = new YAMLMapper().readTree(new ClassPathResource("contracts/blacklist-keys.yaml")
                .getInputStream());
        var keys = new SubjectKeys(agreed.at("/secret").asText());
        var shop = agreed.at("/shop").asText();
        assertThat(keys.ofBuyer(shop, agreed.at("/buyer/channel").asText(), agreed.at("/buyer/buyerId").asText()))
                .isEqualTo(agreed.at("/buyer/key").asText());
        assertThat(agreed.at("/phones")).isNotEmpty().allSatisfy(phone -> assertThat(keys.ofPhone(shop,
                phone.at("/given").asText())).isEqualTo(phone.at("/key").asText()));
        assertThat(agreed.at("/addresses")).isNotEmpty().allSatisfy(address -> {
            var parts = new ArrayList<String>();
            address.at("/given").forEach(part -> parts.add(part.asText()));
            assertThat(keys.ofAddress(shop, parts)).isEqualTo(address.at("/key").asText());
        });
    }

    @Test
    @DisplayName("O6 O7 it is one look along an index")
    void runsAlongAnIndex() {
        assertThat(blacklist.query(LIN, anAddress(), NOW).explain(Document.class).toJson())
                .contains("IXSCAN", "fact.key_1_fact.listed_1").doesNotContain("COLLSCAN");
    }

    private void hear(String sample, long sequence) {
        var told = Contracts.samples("blacklist.changed.v1").filter(each -> each.toString().contains(sample))
                .findFirst()
                .map(Sample::data).orElseThrow();
        BlacklistFacts.blacklistOfCrm(blacklist).deliver(new EventMeta("shopcare.crm.blacklist", sample + sequence,
                "blacklist.changed.v1", told.at("/entryId").asText(), sequence, NOW, Actor.staff("ke")), told);
    }
}

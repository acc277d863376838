package io.shopcare.crm.blacklist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import io.shopcare.crm.Picture;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** An entry of the blacklist from its listing to its end, and what others hear of it. */
@Tag("C15")
class ListingPeopleTest {
    private static final Actor KE = Actor.staff("ke");

    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<BlacklistEntry> entries = new InMemoryAggregateStore<>(new AggregateType<>(
            "blacklist-entry", BlacklistEntry.class, "blacklist", "shopcare.crm.blacklist", BlacklistEntry::shop)
            .withDeadlines(List.of(BlacklistEntry.expiry())));

    @Test
    @DisplayName("C15 listed, appealed against, lifted: told without a name, a phone or an address")
    void isLifted() {
        listed("e1", null);
        decide("e1", "appeal");
        assertThat(entry("e1").counts()).as("an appeal alone changes nothing").isTrue();
        decide("e1", "lift");
        decide("e1", "lift");
        assertThat(entry("e1").state()).isEqualTo(BlacklistState.LIFTED);
        assertThat(told()).containsExactly("listed", "over");
        assertThat(decide("e1", "appeal")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    @DisplayName("C15 an entry with an end is over by itself, once")
    void expires() {
        listed("e1", Duration.ofDays(3));
        clock.advance(Duration.ofDays(3).minusMillis(1));
        entries.fireDue(clock.instant());
        assertThat(entry("e1").counts()).isTrue();
        clock.advance(Duration.ofMillis(1));
        entries.fireDue(clock.instant());
        entries.fireDue(clock.instant());
        assertThat(entry("e1").state()).isEqualTo(BlacklistState.EXPIRED);
        assertThat(told()).containsExactly("listed", "over");
        assertThat(decide("e1", "lift")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    @DisplayName("C15 digests are made as the contract says")
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
        assertThat(keys.ofPhone("harbor", "13812345678")).as("another shop's list is another list")
                .isNotEqualTo(keys.ofPhone(shop, "13812345678"));
    }

    @Test
    void drawsWhereAnEntryStands() {
        Picture.assertAllReachable(BlacklistState.PROPOSED, BlacklistState::next, BlacklistState.values());
        Picture.of("An entry of the blacklist", BlacklistState.values(), BlacklistState::code, BlacklistState::next)
                .assertIsIn(Path.of("docs", "blacklist.md"));
    }

    private void listed(String id, @Nullable Duration lasts) {
        entries.create(id, CommandContext.bySystem("list"), () -> BlacklistEntry.list(new BlacklistEntry(id, "nuanyang",
                new BlacklistEntry.Subject("phone", "0".repeat(64), null), BlacklistReason.FRAUD, "三次拒收", KE,
                clock.instant(),
                lasts == null ? null : clock.instant().plus(lasts), BlacklistState.LISTED, null, null))).orThrow();
    }

    private Outcome<BlacklistEntry> decide(String id, String what) {
        return entries.decide(id, CommandContext.bySystem(what), entry -> what.equals("lift")
                ? entry.lift(KE, clock.instant(), "a mistake")
                : entry.appeal(KE, clock.instant(), "it was my brother"));
    }

    private BlacklistEntry entry(String id) {
        return entries.find(id).orElseThrow().aggregate();
    }

    private List<String> told() {
        return entries.published().stream().map(published -> {
            var data = EventData.of(published.event(), KE, clock.instant());
            Contracts.producerSchema("blacklist.changed.v1").check(Json.WIRE.valueToTree(data).toString());
            return ((BlacklistEvent.Changed) published.event()).listed() ? "listed" : "over";
        }).toList();
    }
}

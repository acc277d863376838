package io.shopcare.crm.blacklist;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.risk.RiskFacts;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where the blacklist is kept, and what makes proposals for it. */
@Configuration(proxyBeanMethods = false)
class BlacklistConfiguration {

    @Bean
    AggregateType<BlacklistEntry> blacklistType() {
        return new AggregateType<>("blacklist-entry", BlacklistEntry.class, BlacklistList.COLLECTION,
                "shopcare.crm.blacklist", BlacklistEntry::shop).withDeadlines(List.of(BlacklistEntry.expiry()));
    }

    @Bean
    AggregateStore<BlacklistEntry> blacklist(AggregateStores stores, AggregateType<BlacklistEntry> blacklistType) {
        return stores.of(blacklistType);
    }

    @Bean
    RiskFacts riskFacts(MongoDatabase database) {
        return new RiskFacts(database);
    }

    @Bean
    ProposeListing proposeListing(AggregateStore<BlacklistEntry> blacklist, BlacklistList list, RiskFacts facts,
            CrmRules rules, SubjectKeys keys, Clock clock) {
        return new ProposeListing(blacklist, list::isListed, facts::of, rules.blacklist(), keys, clock);
    }

    @Bean
    Subscription refundsMakeProposals(RiskFacts facts, ProposeListing propose) {
        return counted(RiskFacts.CASES, facts, propose::handle).keeping(ReadModel.in(RiskFacts.CASES,
                shadow -> counted(RiskFacts.CASES, new RiskFacts(shadow), buyer -> {}))).acting();
    }

    @Bean
    Subscription refusalsMakeProposals(RiskFacts facts, ProposeListing propose) {
        return counted(RiskFacts.PARCELS, facts, propose::handle).keeping(ReadModel.in(RiskFacts.PARCELS,
                shadow -> counted(RiskFacts.PARCELS, new RiskFacts(shadow), buyer -> {}))).acting();
    }

    private static Subscription counted(String collection, RiskFacts facts, Consumer<Buyer> follow) {
        BiConsumer<EventMeta, JsonNode> hear = (event, data) -> {
            if (facts.hear(event, data))
                follow.accept(Json.WIRE.convertValue(data.required("buyer"), Buyer.class));
        };
        return collection.equals(RiskFacts.CASES)
                ? Subscription.to("shopcare.aftersale.cases").as("risk-cases")
                        .on("case.opened.v1", JsonNode.class, hear).on("case.verified.v1", JsonNode.class, hear)
                        .on("case.refunded.v1", JsonNode.class, hear)
                : Subscription.to("shopcare.order.parcels").as("risk-parcels")
                        .on("tracking.updated.v1", JsonNode.class, hear)
                        .on("parcel.returned.v1", JsonNode.class, hear);
    }

    @Bean
    SubjectKeys subjectKeys(BlacklistSettings settings) {
        return new SubjectKeys(settings.secret());
    }
}

package io.shopcare.order.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where rule sets are kept. They publish nothing: every audit says by which version it went. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    private static final String TOPIC = "shopcare.order.orders";

    @Bean
    AggregateType<RuleSet> ruleSetType() {
        return new AggregateType<>("rule-set", RuleSet.class, RuleSetList.COLLECTION, TOPIC, RuleSet::shop);
    }

    @Bean
    AggregateStore<RuleSet> ruleSets(AggregateStores stores, AggregateType<RuleSet> ruleSetType) {
        return stores.of(ruleSetType);
    }

    @Bean
    AggregateType<RulesInForce> rulesInForceType() {
        return new AggregateType<>("rules-in-force", RulesInForce.class, "rules_in_force", TOPIC, RulesInForce::shop);
    }

    @Bean
    AggregateStore<RulesInForce> rulesInForce(AggregateStores stores, AggregateType<RulesInForce> rulesInForceType) {
        return stores.of(rulesInForceType);
    }

    @Bean
    DefaultRules defaultRules(RuleSettings settings) {
        return DefaultRules.read(settings.location(), DefaultRules.class);
    }

    @Bean
    RemoteAreas remoteAreas(RuleSettings settings) {
        return DefaultRules.read(settings.remoteAreas(), RemoteAreas.class);
    }
}

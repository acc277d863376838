package io.shopcare.order.trials;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where trials are kept, and what makes them go on, whichever instance dies. They publish nothing. */
@Configuration(proxyBeanMethods = false)
class TrialsConfiguration {

    @Bean
    AggregateType<Trial> trialType() {
        return new AggregateType<>("trial", Trial.class, TrialList.COLLECTION, "shopcare.order.orders", Trial::shop)
                .withDeadlines(List.of(Trial.goOn()));
    }

    @Bean
    AggregateStore<Trial> trials(AggregateStores stores, AggregateType<Trial> trialType) {
        return stores.of(trialType);
    }

    @Bean
    DeadlineHandler trialsGoOn(AggregateType<Trial> trialType, RunTrial run) {
        return DeadlineHandler.of(trialType, Trial.GO_ON, run::handle);
    }
}

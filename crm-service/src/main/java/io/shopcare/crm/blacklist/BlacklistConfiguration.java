package io.shopcare.crm.blacklist;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where the blacklist is kept. */
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
    SubjectKeys subjectKeys(BlacklistSettings settings) {
        return new SubjectKeys(settings.secret());
    }
}

package io.shopcare.crm.rfm;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

import io.shopcare.crm.customers.AssessCustomer;
import io.shopcare.crm.customers.CustomerList;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.crm.scoring.CurrentCutPoints;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Stored;

/** Wires cut points and their recomputation. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RfmConfiguration {

    @Bean
    AggregateType<ShopRfm> shopRfmType() {
        return ShopRfm.TYPE;
    }

    @Bean
    AggregateStore<ShopRfm> shopRfms(AggregateStores stores) {
        return stores.of(ShopRfm.TYPE);
    }

    @Bean
    CurrentCutPoints currentCutPoints(AggregateStore<ShopRfm> shops, CrmRules rules) {
        return shop -> shops.find(ShopRfm.idOf(shop)).map(Stored::aggregate).map(ShopRfm::cutPoints)
                .orElseGet(rules.rfm()::startingCutPoints);
    }

    @Bean
    Population population(MongoDatabase database) {
        return new MongoPopulation(database);
    }

    @Bean
    CutPointBook cutPointBook(MongoDatabase database) {
        return new MongoCutPointBook(database);
    }

    @Bean
    StartRecomputation startRecomputation(AggregateStore<ShopRfm> shops, CrmRules rules, Clock clock) {
        return new StartRecomputation(shops, rules.rfm(), clock);
    }

    @Bean
    ContinueRecomputation continueRecomputation(AggregateStore<ShopRfm> shops, Population population, CrmRules rules,
            CustomerList list, AssessCustomer assess, RfmSettings settings, Clock clock) {
        return new ContinueRecomputation(shops, population, new MeasureShop(population, rules.rfm()), list, assess,
                settings, clock);
    }

    @Bean
    LookAround lookAround(CutPointBook book, ContinueRecomputation goOn, CustomerList list, AssessCustomer assess,
            RfmSettings settings, Clock clock) {
        return new LookAround(book, goOn, list, assess, settings, clock);
    }

    @Bean
    SchedulingConfigurer looks(LookAround look, RfmSettings settings) {
        return tasks -> {
            tasks.addFixedDelayTask(look::recomputations, settings.lookEvery());
            tasks.addFixedDelayTask(look::timePasses, settings.lookEvery());
        };
    }
}

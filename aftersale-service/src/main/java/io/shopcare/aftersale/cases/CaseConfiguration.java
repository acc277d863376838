package io.shopcare.aftersale.cases;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import io.shopcare.aftersale.orders.OrderCopies;
import io.shopcare.aftersale.policies.PolicyBook;
import io.shopcare.aftersale.policies.PolicySettings;
import io.shopcare.platform.calendars.ShopCalendars;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Claims;
import io.shopcare.platform.telemetry.LiveCounts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

/** Wires the cases. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CaseConfiguration {
    static final AggregateType<Case> TYPE = new AggregateType<>("case", Case.class, "cases",
            "shopcare.aftersale.cases", Case::shop).withDeadlines(CaseDeadlines.ALL);

    private static final List<String> OPEN = Stream.of(CaseState.values()).filter(CaseState::isOpen).map(
            CaseState::code).toList();

    @Bean
    AggregateType<Case> caseType() {
        return TYPE;
    }

    @Bean
    LiveCounts openCases(MongoDatabase database) {
        return new LiveCounts("shopcare.cases", "cases that are open", database.getCollection(TYPE.collection()), OPEN,
                state -> eq(MongoCases.STATE, state));
    }

    /** Those of them whose next target has passed: a proposal while there is none, then the end. */
    @Bean
    LiveCounts overdueCases(MongoDatabase database, Clock clock) {
        return new LiveCounts("shopcare.cases.overdue", "open cases whose target has passed",
                database.getCollection(TYPE.collection()), OPEN, state -> and(eq(MongoCases.STATE, state),
                        lt(state.equals(CaseState.OPENED.code())
                                ? "state.targets.proposeBy"
                                : "state.targets.resolveBy", Date.from(clock.instant()))));
    }

    @Bean
    AggregateStore<Case> caseStore(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Cases cases(MongoDatabase database) {
        return new MongoCases(database);
    }

    @Bean
    CaseTimeline caseTimeline(MongoDatabase database) {
        return new CaseTimeline(database);
    }

    @Bean
    CasePolicies casePolicies(PolicyBook book, PolicySettings settings) {
        return new CasePolicies(book, settings);
    }

    @Bean
    CaseViews caseViews(CasePolicies policies, ProblemCatalogue texts) {
        return new CaseViews(policies, texts);
    }

    @Bean
    VisibleCases visibleCases(AggregateStore<Case> store) {
        return new VisibleCases(store);
    }

    @Bean
    OpenCase openCase(AggregateStore<Case> store, Cases cases, Claims claims, MongoDatabase database,
            OrderCopies orders, CasePolicies policies, ShopCalendars calendars, Clock clock) {
        return new OpenCase(store, cases, lineClaims(claims), new MongoCaseNumbers(database), orders, policies,
                shop -> calendars.calendar(shop, policies.zone(shop)), clock);
    }

    @Bean
    ConfirmOrders confirmOrders(AggregateStore<Case> store, Cases cases, OrderCopies orders) {
        return new ConfirmOrders(store, cases, orders);
    }

    static LineClaims lineClaims(Claims claims) {
        return new LineClaims() {
            @Override
            public String claim(String name, String caseId, Predicate<String> stillNeeded) {
                return claims.claim(name, caseId, stillNeeded);
            }

            @Override
            public void release(String name, String caseId) {
                claims.release(name, caseId);
            }
        };
    }
}

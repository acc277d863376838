package io.shopcare.order.figures;

import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.orders.Phase;
import io.shopcare.platform.telemetry.LiveCounts;

import static com.mongodb.client.model.Filters.eq;

/** What waits at the order desk now, for dashboards and alerts. */
@Configuration(proxyBeanMethods = false)
class LiveFigures {
    static final String PHASE = "state.phase";
    /** Phases that are left again: finished orders are counted by nobody. */
    static final List<Phase> UNDER_WAY = List.of(Phase.AWAITING_PAYMENT, Phase.AUDITING, Phase.ON_HOLD,
            Phase.AWAITING_FULFILMENT, Phase.PARTLY_SHIPPED);

    @Bean
    LiveCounts ordersUnderWay(MongoDatabase database) {
        return new LiveCounts("shopcare.orders", "orders in a phase that somebody or something has to end",
                database.getCollection("orders"), UNDER_WAY.stream().map(Phase::code).toList(),
                phase -> eq(PHASE, phase));
    }
}

package io.shopcare.aftersale.returns;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;

/** Hears of goods that order-service took into stock for a case. */
@Configuration(proxyBeanMethods = false)
class StockNews {

    /** Our view of the event. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StockChanged(String sku, @Nullable String cause, @Nullable String caseId) {}

    @Bean
    Subscription returnedGoods(AggregateStore<Case> store) {
        return Subscription.to("shopcare.order.stock").as("returned-goods").on("stock.changed.v1", StockChanged.class,
                (meta, event) -> changed(store, meta, event)).acting();
    }

    private static void changed(AggregateStore<Case> store, EventMeta meta, StockChanged event) {
        var caseId = event.caseId();
        if (caseId != null && "returned".equals(event.cause()))
            store.decide(caseId, CommandContext.ofEvent("stock.changed", meta.sourceKey(), meta.sequence()),
                    theCase -> theCase.disposed(event.sku()));
    }
}

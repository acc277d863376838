package io.shopcare.order.stock;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;

/** Where stock and reservations are kept; both tell on one topic. */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {
    private static final String TOPIC = "shopcare.order.stock";
    private static final String FINISH = "finish";

    @Bean
    AggregateType<Stock> stockType() {
        return new AggregateType<>("stock", Stock.class, "stocks", TOPIC, Stock::shop);
    }

    @Bean
    AggregateStore<Stock> stocks(AggregateStores stores, AggregateType<Stock> stockType) {
        return stores.of(stockType);
    }

    @Bean
    DeadlineHandler finishesOfReservations(AggregateType<Reservation> reservationType, FinishReservation finish) {
        return DeadlineHandler.of(reservationType, FINISH, finish::handle);
    }

    @Bean
    AggregateType<Reservation> reservationType() {
        return new AggregateType<>("reservation", Reservation.class, "reservations", TOPIC, Reservation::shop)
                .withDeadlines(List.of(Deadline.handled(FINISH, Reservation::finishBy)));
    }

    @Bean
    AggregateStore<Reservation> reservationStore(AggregateStores stores, AggregateType<Reservation> reservationType) {
        return stores.of(reservationType);
    }

    @Bean
    AggregateType<Transfer> transferType() {
        return new AggregateType<>("transfer", Transfer.class, "transfers", TOPIC, Transfer::shop)
                .withDeadlines(List.of(Deadline.handled(FINISH, Transfer::finishBy)));
    }

    @Bean
    AggregateStore<Transfer> transfers(AggregateStores stores, AggregateType<Transfer> transferType) {
        return stores.of(transferType);
    }

    @Bean
    DeadlineHandler finishesOfTransfers(AggregateType<Transfer> transferType, MoveBetween move) {
        return DeadlineHandler.of(transferType, FINISH, (transferId, now) -> move.finish(transferId));
    }
}

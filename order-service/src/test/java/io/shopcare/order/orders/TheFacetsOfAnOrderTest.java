package io.shopcare.order.orders;

import java.io.IOException;
import java.util.EnumSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.FacetTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The tables of the facets: all states are reached, ends have no exits, the pictures show them. */
class TheFacetsOfAnOrderTest {

    @Test
    @DisplayName("O2 payment")
    void payment() throws IOException {
        FacetTable.of(PaymentState.class, PaymentState.UNPAID)
                .reachesAllAndEndsIn(EnumSet.of(PaymentState.OVERPAID)).isDrawnIn("order-payment.md");
    }

    @Test
    @DisplayName("O2 audit")
    void audit() throws IOException {
        FacetTable.of(AuditState.class, AuditState.NOT_DUE)
                .reachesAllAndEndsIn(EnumSet.of(AuditState.APPROVED, AuditState.REJECTED))
                .isDrawnIn("order-audit.md");
    }

    @Test
    @DisplayName("O2 fulfilment")
    void fulfilment() throws IOException {
        FacetTable.of(FulfilmentState.class, FulfilmentState.NOT_STARTED)
                .reachesAllAndEndsIn(EnumSet.of(FulfilmentState.COMPLETED))
                .isDrawnIn("order-fulfilment.md");
    }

    @Test
    @DisplayName("O2 holds")
    void holds() throws IOException {
        FacetTable.of(HoldState.class, HoldState.CLEAR).reachesAllAndEndsIn(EnumSet.noneOf(HoldState.class))
                .isDrawnIn("order-holds.md");
    }

    @Test
    @DisplayName("O2 after-sale")
    void afterSale() throws IOException {
        FacetTable.of(AfterSaleState.class, AfterSaleState.NONE)
                .reachesAllAndEndsIn(EnumSet.noneOf(AfterSaleState.class)).isDrawnIn("order-after-sale.md");
    }

    @Test
    @DisplayName("O4 a promise")
    void promise() throws IOException {
        FacetTable.of(PromiseState.class, PromiseState.OPEN)
                .reachesAllAndEndsIn(EnumSet.of(PromiseState.KEPT, PromiseState.BROKEN, PromiseState.WAIVED))
                .isDrawnIn("order-promise.md");
    }

    @Test
    @DisplayName("O10 an exchange of a line")
    void exchange() throws IOException {
        FacetTable.of(ExchangeState.class, ExchangeState.ASKED)
                .reachesAllAndEndsIn(EnumSet.of(ExchangeState.DONE, ExchangeState.REFUSED))
                .isDrawnIn("order-exchange.md");
    }

    @Test
    @DisplayName("O8 a question")
    void question() throws IOException {
        FacetTable.of(QuestionState.class, QuestionState.OPEN)
                .reachesAllAndEndsIn(EnumSet.of(QuestionState.ANSWERED, QuestionState.WITHDRAWN))
                .isDrawnIn("order-question.md");
    }

    @Test
    @DisplayName("O17 a refund in the order's books")
    void refund() throws IOException {
        FacetTable.of(RefundState.class, RefundState.RESERVED)
                .reachesAllAndEndsIn(EnumSet.of(RefundState.SUCCEEDED)).isDrawnIn("order-refund.md");
    }

    @Test
    void noFacetMovesAgainstItsTable() {
        assertThatThrownBy(() -> AuditState.REJECTED.to(AuditState.APPROVED))
                .isInstanceOf(IllegalStateException.class);
        assertThat(AuditState.HELD.to(AuditState.APPROVED)).isEqualTo(AuditState.APPROVED);
    }
}

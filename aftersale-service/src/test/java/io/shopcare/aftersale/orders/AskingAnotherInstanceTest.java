package io.shopcare.aftersale.orders;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.aftersale.AftersaleTest;

import static org.assertj.core.api.Assertions.assertThat;

/** order-service has two instances, and one of them is gone. */
class AskingAnotherInstanceTest extends AftersaleTest {
    @Autowired
    private OrderServiceClient client;

    @RepeatedTest(4)
    @DisplayName("a question is put to the other instance when one is gone")
    void asksTheOtherInstance() {
        ORDERS.knows(orderId);
        assertThat(client.snapshot(orderId).orderId()).isEqualTo(orderId);
    }
}

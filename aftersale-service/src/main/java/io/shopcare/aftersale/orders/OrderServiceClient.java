package io.shopcare.aftersale.orders;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** order-service over HTTP, with this program's own token. */
@FeignClient("order-service")
interface OrderServiceClient {

    @GetMapping("/api/order/orders/{id}/snapshot")
    OrderSnapshot snapshot(@PathVariable("id") String orderId);
}

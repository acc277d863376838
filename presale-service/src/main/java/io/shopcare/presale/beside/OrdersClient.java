package io.shopcare.presale.beside;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks order-service for a buyer's orders. */
@FeignClient(name = "order-service", contextId = "orders")
interface OrdersClient {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Orders(List<OrderCard> items) {}

    @GetMapping("/api/order/orders")
    Orders ofBuyer(@RequestParam("shop") String shop, @RequestParam("channel") String channel,
            @RequestParam("buyerId") String buyerId, @RequestParam("limit") int limit);
}

package io.shopcare.presale.products;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks order-service for a product and its live stock. */
@FeignClient(name = "order-service", contextId = "stock")
interface StockClient {

    @GetMapping("/api/order/skus/{sku}")
    ProductCard sku(@PathVariable("sku") String sku, @RequestParam("shop") String shop);
}

package io.shopcare.aftersale.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** order-service over HTTP, with this program's own token. */
@FeignClient("order-service")
interface OrderServiceClient {

    @GetMapping("/api/order/orders/{id}/snapshot")
    OrderSnapshot snapshot(@PathVariable("id") String orderId);

    @GetMapping("/api/order/orders/{id}")
    Addressed addressed(@PathVariable("id") String orderId);

    /** Of the whole order only how its buyer is told. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Addressed(@Nullable Address address, @Nullable String language) {
        Contact contact() {
            return new Contact(address == null ? null : address.email(), language);
        }
    }

    /** Of the address only the e-mail. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Address(@Nullable String email) {
        @Override
        public String toString() {
            return "Address[]";
        }
    }
}

package io.shopcare.presale.beside;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks crm-service who a buyer is. */
@FeignClient("crm-service")
interface CrmClient {

    @GetMapping("/api/crm/customers/by-buyer")
    CustomerCard byBuyer(@RequestParam("shop") String shop, @RequestParam("channel") String channel,
            @RequestParam("buyerId") String buyerId);
}
